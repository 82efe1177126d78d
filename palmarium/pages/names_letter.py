"""A letter of the index of names, where that is too long for one page.

Owns: which names stand on the page.   Never: says what a name's own page says better.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..context import Context
from ..plan import Page
from ..views import SECTIONS, Head, Link, Message, crumbs
from ..views.directory import NameLine, name_line
from ..views.letters import Letter, Stretch, alphabet, index, is_paged, label, neighbours, parts

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
        for here in found:
            yield Page(here.url, TEMPLATE, _view(context, found, here))


def _view(context: Context, found: tuple[Stretch, ...], here: Stretch) -> View:
    url, names = context.urls.section("names"), context.archive.names
    previous, following = neighbours(found, here)
    letter = (("letter", label(here)),)
    return View(
        head=Head(
            url=here.url,
            title=Message("Names: %(letter)s", letter),
            description=Message("Names under the letter %(letter)s, in alphabetical order.", letter),
            crumbs=crumbs(Link(SECTIONS["names"], url)),
            section=url,
            previous=previous,
            next=following,
        ),
        letter=here.letter,
        number=here.number,
        alphabet=alphabet(found),
        parts=parts(found, here.letter, lambda id: names[id].sort or names[id].name),
        names=tuple(name_line(context, id) for id in here.ids),
    )
