"""Say of a name in one line of an index what it is, and what it won.

Owns: NameLine, LaureateLine, TitleLink.   Never: chooses who stands in an index, or counts.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..context import Context
from ..model import Function, Kind
from ..statistics.scope import Scope, results
from ..statistics.titles import placed, titles, winners
from . import Link, Mark, link_to_name
from .profiles import link_to_result
from .proof import CountLine, counted
from .rows import mark


@dataclass(frozen=True, slots=True)
class NameLine:
    """A name in the index: what it is, how many titles it has, else in which functions it appears."""

    link: Link
    kind: Kind
    what: str
    titles: CountLine
    functions: tuple[Function, ...]


@dataclass(frozen=True, slots=True)
class TitleLink:
    """A title in the index: its sign and where it stands; `count` trophies; the award's id and the year."""

    mark: Mark
    link: Link
    count: int
    award: str
    year: int


@dataclass(frozen=True, slots=True)
class LaureateLine:
    """A laureate and its titles, from old to new."""

    link: Link
    kind: Kind
    titles: tuple[TitleLink, ...]


def name_line(context: Context, id: str) -> NameLine:
    name = context.archive.names[id]
    mentioned = context.archive.mentions_of.get(id, ())
    has = {mention.how for mention in mentioned}
    link = link_to_name(context, id)
    apart = name.disambiguation if link.text == name.name else ""
    return NameLine(
        link,
        name.kind,
        apart or name.description,
        counted(titles(context.archive, Scope(name=id))),
        tuple(function for function in Function if function in has),
    )


def laureate_line(context: Context, id: str) -> LaureateLine:
    """With its titles or, where it has none, its places."""
    return LaureateLine(link_to_name(context, id), context.archive.names[id].kind, tuple(_titles(context, id)))


def _titles(context: Context, id: str) -> Iterator[TitleLink]:
    every = tuple(results(context.archive, Scope(name=id)))
    won = tuple(result for result in every if id in winners(context.archive, result))
    for result in won or (result for result in every if id in placed(context.archive, result)):
        edition = context.archive.editions[result.edition]
        link = link_to_result(context, result)
        yield TitleLink(mark(result), link, result.count, edition.award, edition.sort_year)
