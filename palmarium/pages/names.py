"""The index of all names, from A to Z.

Owns: what an index says of a name in one line.   Never: says what a name's own page says better.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..context import Context
from ..model import Function, Kind
from ..plan import Page
from ..statistics.scope import Scope
from ..statistics.titles import titles
from ..views import SECTIONS, Head, Link, Message, crumbs, link_to_name
from ..views.letters import Letter, alphabet, by_letter

TEMPLATE = "page/names.html"


@dataclass(frozen=True, slots=True)
class NameLine:
    """A name in the index: what it is, how many titles it has, else in which functions it appears."""

    link: Link
    kind: Kind
    what: str
    titles: int
    functions: tuple[Function, ...]


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """Names under one letter."""

    letter: Letter
    names: tuple[NameLine, ...]


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many names of one kind there are."""

    kind: Kind
    count: int


@dataclass(frozen=True, slots=True)
class View:
    """All names; `alphabet` has an anchor for each letter that is in use. `laureates` is another index."""

    head: Head
    count: int
    kinds: tuple[KindCount, ...]
    alphabet: tuple[Letter, ...]
    letters: tuple[LetterGroup, ...]
    laureates: Link


def pages(context: Context) -> Iterator[Page]:
    view = names_view(context)
    yield Page(view.head.url, TEMPLATE, view)


def names_view(context: Context) -> View:
    names = context.archive.names
    found = by_letter(context.archive, names)
    groups = tuple(LetterGroup(letter, tuple(_line(context, id) for id in ids)) for letter, ids in found)
    url = context.urls.section("names")
    return View(
        head=Head(
            url=url,
            title=SECTIONS["names"],
            description=Message("Every person, organisation, team and work that the archive names, from A to Z."),
            crumbs=crumbs(),
            section=url,
        ),
        count=len(names),
        kinds=tuple(KindCount(kind, n) for kind in Kind if (n := sum(name.kind is kind for name in names.values()))),
        alphabet=alphabet(group.letter for group in groups),
        letters=groups,
        laureates=Link(SECTIONS["laureates"], context.urls.section("laureates")),
    )


def _line(context: Context, id: str) -> NameLine:
    name = context.archive.names[id]
    mentioned = context.archive.mentions_of.get(id, ())
    has = {mention.how for mention in mentioned}
    link = link_to_name(context, id)
    apart = name.disambiguation if link.text == name.name else ""
    return NameLine(
        link,
        name.kind,
        apart or name.description,
        titles(context.archive, Scope(name=id)).value,
        tuple(function for function in Function if function in has),
    )
