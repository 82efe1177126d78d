"""The index of all names, from A to Z."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Kind
from .context import Context
from .links import Head, Link, section_head, section_link
from .messages import Message
from .parts.alphabet import Letter, LetterGroup, NameLine, alphabet, index, is_paged, name_line
from .plan import Page

TEMPLATE = "page/names.html"


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many names of one kind there are."""

    kind: Kind
    count: int


@dataclass(frozen=True, slots=True)
class View:
    """All names; `letters` are empty where the `alphabet` leads to pages of their own. `laureates` is another index."""

    head: Head
    count: int
    kinds: tuple[KindCount, ...]
    alphabet: tuple[Letter, ...]
    letters: tuple[LetterGroup[NameLine], ...]
    laureates: Link


def pages(context: Context) -> Iterator[Page]:
    view = names_view(context)
    yield Page(view.head.url, TEMPLATE, view)


def names_view(context: Context) -> View:
    names = context.archive.names
    found = index(context, "names", names)
    shown = () if is_paged(found) else found
    return View(
        head=section_head(
            context, "names", Message("Every person, organisation, team and work that the archive names, from A to Z.")
        ),
        count=len(names),
        kinds=tuple(KindCount(kind, n) for kind in Kind if (n := sum(name.kind is kind for name in names.values()))),
        alphabet=alphabet(context, found),
        letters=tuple(LetterGroup(each.letter, tuple(name_line(context, id) for id in each.ids)) for each in shown),
        laureates=section_link(context, "laureates"),
    )
