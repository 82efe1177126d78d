"""The pages of one letter of the index of names, where it is too long for one page."""

from collections.abc import Iterator
from dataclasses import dataclass

from .context import Context
from .links import SECTIONS, Head, Link, crumbs
from .messages import Message
from .parts.alphabet import IndexPage, Letter, NameLine, alphabet, index, is_paged, label, name_line, turns
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
    if is_paged(found):
        letters, names = alphabet(context, found), context.archive.names
        for turn in turns(found, lambda id: names[id].sort or names[id].name):
            yield Page(turn.here.url, TEMPLATE, _view(context, letters, turn))


def _view(context: Context, letters: tuple[Letter, ...], turn: IndexPage) -> View:
    url, here = context.urls.section("names"), turn.here
    letter = (("letter", label(here)),)
    return View(
        head=Head(
            url=here.url,
            title=Message("Names: %(letter)s", letter),
            description=Message("Names under the letter %(letter)s, in alphabetical order.", letter),
            crumbs=crumbs(Link(SECTIONS["names"], url)),
            section=url,
            previous=turn.previous,
            next=turn.following,
        ),
        letter=here.letter,
        number=here.number,
        alphabet=letters,
        parts=turn.parts,
        names=tuple(name_line(context, id) for id in here.ids),
    )
