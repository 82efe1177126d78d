"""Shape a category with all that it comes from and all that came of it.

Owns: Descent, its editions and tallies.   Never: joins what declares no descent, or counts.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..context import Context
from ..model import Category, Outcome
from ..statistics.lineage import line
from ..statistics.scope import Scope
from ..statistics.titles import most_titled, titles
from . import Link, link_to_category, link_to_name
from .proof import CountLine, counted
from .rows import LaureateLink, named
from .tenure import Tenure, tenures


@dataclass(frozen=True, slots=True)
class LineTenure:
    """One edition of one category of a line: who has its titles, or what became of it."""

    edition: Link
    label: str
    category: Link
    laureates: tuple[LaureateLink, ...]
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class LineTally:
    """A laureate with titles in the line, more than in this category alone."""

    place: int
    name: Link
    titles: int


@dataclass(frozen=True, slots=True)
class Descent:
    """All categories of a line, their editions from old to new, and their titles together."""

    categories: tuple[Link, ...]
    tenures: tuple[LineTenure, ...]
    titles: CountLine
    tallies: tuple[LineTally, ...]


def descent(context: Context, category: Category) -> Descent | None:
    """None for a category that declares no descent and of which nothing came."""
    archive, scope = context.archive, Scope(lineage=category.key)
    keys = line(archive, category.key)
    if len(keys) < 2:
        return None
    alone = {tally.name: tally.titles for tally in most_titled(archive, Scope(category=category.key))}
    more = (tally for tally in most_titled(archive, scope) if tally.titles > max(1, alone.get(tally.name, 0)))
    return Descent(
        tuple(link_to_category(context, key) for key in keys),
        tuple(_in_order(context, keys)),
        counted(titles(archive, scope)),
        tuple(LineTally(tally.place, link_to_name(context, tally.name), tally.titles) for tally in more),
    )


def _in_order(context: Context, keys: tuple[str, ...]) -> Iterator[LineTenure]:
    """By edition, and in an edition by category."""
    archive = context.archive
    found = [(tenure, key) for key in keys for tenure in tenures(context, archive.categories[key]) if tenure.entry]
    award = archive.categories[keys[0]].award
    places = {context.urls.edition(key): place for place, key in enumerate(archive.editions_of[award])}
    for tenure, key in sorted(found, key=lambda pair: places[pair[0].edition.url.partition("#")[0]]):
        yield _tenure(context, tenure, key)


def _tenure(context: Context, tenure: Tenure, key: str) -> LineTenure:
    return LineTenure(
        tenure.edition,
        tenure.label,
        link_to_category(context, key),
        tuple(named(laureate) for row in tenure.titles for laureate in row.laureates),
        tenure.entry.outcome if tenure.entry else Outcome.UNKNOWN,
    )
