"""A letter of the index of laureates, where that is too long for one page.

Owns: which laureates stand on the page.   Never: counts (that is `statistics`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..context import Context
from ..plan import Page
from ..statistics.scope import ALL
from ..statistics.titles import most_titled
from ..views import SECTIONS, Head, Link, Message, crumbs
from ..views.directory import LaureateLine, laureate_line
from ..views.letters import Letter, Stretch, alphabet, index, is_paged, label, neighbours, parts
from ..views.linked_data import list_data

TEMPLATE = "page/laureates_letter.html"


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
        for here in found:
            yield Page(here.url, TEMPLATE, _view(context, found, here))


def _view(context: Context, found: tuple[Stretch, ...], here: Stretch) -> View:
    names = context.archive.names
    lines = tuple(laureate_line(context, id) for id in here.ids)
    return View(
        head=_head(context, found, here, lines),
        letter=here.letter,
        number=here.number,
        alphabet=alphabet(found),
        parts=parts(found, here.letter, lambda id: names[id].sort or names[id].name),
        names=lines,
    )


def _head(context: Context, found: tuple[Stretch, ...], here: Stretch, lines: tuple[LaureateLine, ...]) -> Head:
    url = context.urls.section("laureates")
    previous, following = neighbours(found, here)
    letter = (("letter", label(here)),)
    return Head(
        url=here.url,
        title=Message("Laureates: %(letter)s", letter),
        description=Message(
            "Laureates under the letter %(letter)s, in alphabetical order, each with its editions.", letter
        ),
        crumbs=crumbs(Link(SECTIONS["laureates"], url)),
        section=url,
        previous=previous,
        next=following,
        json_ld=list_data(context, context.config.title, here.url, (line.link for line in lines)),
    )
