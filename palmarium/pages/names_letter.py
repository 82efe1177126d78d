"""The pages of one letter of the index of names, where it is too long for one page."""

from collections.abc import Iterator
from dataclasses import dataclass

from .context import Context
from .links import Head, Html, Link
from .messages import Message
from .parts.alphabet import (
    IndexPage,
    Letter,
    NameLine,
    alphabet,
    index,
    label,
    letter_head,
    name_line,
    pages_of_letters,
)
from .plan import Page

TEMPLATE = "page/names_letter.html"


@dataclass(frozen=True, slots=True)
class View:
    """Names under one letter; `parts` are the pages of that letter, where it has several, this being the `number`th."""

    head: Head
    letter: Letter
    number: int
    alphabet: tuple[Letter, ...]
    parts: tuple[Link, ...]
    names: tuple[NameLine, ...]


def pages(context: Context) -> Iterator[Page]:
    found = index(context, "names", context.archive.names)
    letters = alphabet(context, found)
    for page in pages_of_letters(context, found):
        yield Page(page.here.url, TEMPLATE, _view(context, letters, page))


def _view(context: Context, letters: tuple[Letter, ...], page: IndexPage) -> View:
    letter = (("letter", label(page.here)),)
    title = Message("Names: %(letter)s", letter)
    said = Message("Names under the letter %(letter)s, in alphabetical order.", letter)
    return View(
        head=letter_head(context, "names", page, title, said, Html("")),
        letter=page.here.letter,
        number=page.here.number,
        alphabet=letters,
        parts=page.parts,
        names=tuple(name_line(context, id) for id in page.here.ids),
    )
