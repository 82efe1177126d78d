"""The pages of one letter of the index of laureates, where it is too long for one page."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..statistics.titles import ALL, most_titled
from .context import Context
from .links import Head, Link
from .messages import Message
from .parts.alphabet import (
    IndexPage,
    LaureateLine,
    Letter,
    alphabet,
    index,
    label,
    laureate_line,
    letter_head,
    pages_of_letters,
)
from .parts.linked_data import list_data
from .plan import Page

TEMPLATE = "page/laureates_letter.html"
_TITLES = 60
"""How many titles the line of a laureate leads to, the latest ones."""


@dataclass(frozen=True, slots=True)
class View:
    """Laureates under one letter; `parts` are that letter's pages, where it has several, this being the `number`th."""

    head: Head
    letter: Letter
    number: int
    alphabet: tuple[Letter, ...]
    parts: tuple[Link, ...]
    names: tuple[LaureateLine, ...]


def pages(context: Context) -> Iterator[Page]:
    links = {tally.name: 1 + tally.titles for tally in most_titled(context.archive, ALL)}
    found = index(context, "laureates", links, links.__getitem__)
    letters = alphabet(context, found)
    for page in pages_of_letters(context, found):
        yield Page(page.here.url, TEMPLATE, _view(context, letters, page))


def _view(context: Context, letters: tuple[Letter, ...], page: IndexPage) -> View:
    letter = (("letter", label(page.here)),)
    title = Message("Laureates: %(letter)s", letter)
    said = Message("Laureates under the letter %(letter)s, in alphabetical order, each with its editions.", letter)
    lines = tuple(laureate_line(context, id, _TITLES) for id in page.here.ids)
    listed = list_data(context, context.config.title, page.here.url, (line.link for line in lines))
    return View(
        head=letter_head(context, "laureates", page, title, said, listed),
        letter=page.here.letter,
        number=page.here.number,
        alphabet=letters,
        parts=page.parts,
        names=lines,
    )
