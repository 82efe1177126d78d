"""Compare names across awards by points: a declared scheme, and nothing more.

Owns: the scheme, the table.   Never: weighs one award against another.

A title is 3 points, times its count; a second place 2, a third place 1. Other places have none.
"""

from collections import defaultdict
from dataclasses import dataclass
from types import MappingProxyType

from ..archive import Archive
from ..model import Result
from .ranking import alphabetical, ranked
from .titles import placed, winners

TITLE = 3
PLACES = MappingProxyType({2: 2, 3: 1})
"""Points of a place without a title, by rank."""


@dataclass(frozen=True, slots=True)
class Score:
    """One name's line: points in all awards, and titles in each (id) in which it has points."""

    place: int
    name: str
    points: int
    titles: tuple[tuple[str, int], ...]


def across(archive: Archive, awards: int = 2) -> tuple[Score, ...]:
    """Names with points in so many awards or more, most points first, then by name."""
    points: defaultdict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    titles: defaultdict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for result in archive.results:
        award = archive.editions[result.edition].award
        won = winners(archive, result)
        for name in won or placed(archive, result):
            points[name][award] += _points(result, bool(won))
            titles[name][award] += result.count if won else 0
    rows = {name: {a: n for a, n in by_award.items() if n} for name, by_award in points.items()}
    kept = {name: by_award for name, by_award in rows.items() if len(by_award) >= awards}
    ordered = ranked(kept, lambda name: sum(kept[name].values()), lambda name: alphabetical(archive, name))
    return tuple(
        Score(place, name, sum(kept[name].values()), tuple((award, titles[name][award]) for award in kept[name]))
        for place, name in ordered
    )


def _points(result: Result, won: bool) -> int:
    return TITLE * result.count if won else PLACES.get(result.rank or 0, 0)
