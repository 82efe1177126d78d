"""League tables: place, name, number, and the editions that count."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from ...statistics import titles
from ...statistics.count import Reason
from ...statistics.juries import Seats
from ...statistics.titles import ALL, Scope, Tally
from ..context import Context
from ..links import Link, how_many_places, link_to_edition, link_to_name
from ..messages import Message

_Row = TypeVar("_Row", Tally, Seats, Tally | Seats)


@dataclass(frozen=True, slots=True)
class TallyLine:
    """A laureate, its place and its number of titles."""

    place: int
    name: Link
    titles: int


@dataclass(frozen=True, slots=True)
class RankLine:
    """A line of a league table; `equal` where others have the same place; `editions` are where the number is from.

    `said` tells a number of places by what they are.
    """

    place: int
    equal: bool
    link: Link
    number: int
    editions: tuple[Link, ...]
    said: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranking:
    """A league table: the first places, and how many lines are `left`; `because` says what it can't rest on."""

    lines: tuple[RankLine, ...]
    left: int
    because: Reason | None


def leading(table: tuple[_Row, ...], last: int) -> tuple[_Row, ...]:
    """The rows up to a place; those who share the last place all stand there, or none where they are too many."""
    shown = tuple(row for row in table if row.place <= last)
    if len(shown) <= 2 * last:
        return shown
    return tuple(row for row in shown if row.place < shown[-1].place) or shown


def ranking_of_places(context: Context, last: int) -> Ranking:
    """Those with most places and no title."""
    archive = context.archive
    table = titles.most_placed(archive, ALL)
    found = ranking(context, table, last, titles.places_certainty(archive, ALL).because)
    said = (tuple(how_many_places(titles.places(archive, Scope(name=tally.name)))) for tally in table)
    return replace(found, lines=tuple(replace(line, said=each) for line, each in zip(found.lines, said, strict=False)))


def ranking(context: Context, table: Iterable[Tally | Seats], last: int, reason: Reason | None = None) -> Ranking:
    """The lines up to a place, as `leading` says; where all share the first, some stand for them."""
    every = tuple(table)
    shown = leading(every, last)[: 2 * last]
    shared = Counter(row.place for row in shown)
    lines = tuple(
        RankLine(
            row.place,
            shared[row.place] > 1,
            link_to_name(context, row.name),
            row.titles if isinstance(row, Tally) else row.seats,
            tuple(link_to_edition(context, key) for key in row.editions),
        )
        for row in shown
    )
    return Ranking(lines, len(every) - len(shown), reason)


def tally_lines(context: Context, table: Iterable[Tally]) -> tuple[TallyLine, ...]:
    return tuple(TallyLine(tally.place, link_to_name(context, tally.name), tally.titles) for tally in table)
