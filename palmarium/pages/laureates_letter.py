"""The pages of one letter of the index of laureates, where it is too long for one page."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..statistics.titles import ALL, most_titled
from .context import Context
from .links import SECTIONS, Head, Link, crumbs
from .messages import Message
from .parts.alphabet import IndexPage, LaureateLine, Letter, alphabet, index, is_paged, label, laureate_line, turns
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
    if is_paged(found):
        letters, names = alphabet(context, found), context.archive.names
        for turn in turns(found, lambda id: names[id].sort or names[id].name):
            yield Page(turn.here.url, TEMPLATE, _view(context, letters, turn))


def _view(context: Context, letters: tuple[Letter, ...], turn: IndexPage) -> View:
    lines = tuple(laureate_line(context, id, _TITLES) for id in turn.here.ids)
    return View(
        head=_head(context, turn, lines),
        letter=turn.here.letter,
        number=turn.here.number,
        alphabet=letters,
        parts=turn.parts,
        names=lines,
    )


def _head(context: Context, turn: IndexPage, lines: tuple[LaureateLine, ...]) -> Head:
    url, here = context.urls.section("laureates"), turn.here
    letter = (("letter", label(here)),)
    return Head(
        url=here.url,
        title=Message("Laureates: %(letter)s", letter),
        description=Message(
            "Laureates under the letter %(letter)s, in alphabetical order, each with its editions.", letter
        ),
        crumbs=crumbs(Link(SECTIONS["laureates"], url)),
        section=url,
        previous=turn.previous,
        next=turn.following,
        json_ld=list_data(context, context.config.title, here.url, (line.link for line in lines)),
    )
