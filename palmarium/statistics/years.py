"""Find the years in which the archive holds no edition, between two in which it does.

Owns: EmptyYears.   Never: takes a year for empty because the archive is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from ..archive import Archive
from . import coverage
from .once import once
from .scope import ALL, awards


@dataclass(frozen=True, slots=True)
class EmptyYears:
    """A stretch of years without an edition; `certain` where the numbers of editions say that there was none."""

    first: int
    last: int
    certain: bool


@once
def empty_years(archive: Archive) -> tuple[EmptyYears, ...]:
    """From old to new."""
    unsure = tuple(stretch for award in archive.editions_of for stretch in _unsure(archive, award))
    return tuple(
        EmptyYears(before + 1, after - 1, not any(a < after and b > before for a, b in unsure))
        for before, after in pairwise(sorted(archive.years))
        if after - before > 1
    )


def _unsure(archive: Archive, award: str) -> Iterator[tuple[float, float]]:
    """The stretches of years in which an award may have held an edition that is not here."""
    record = archive.awards.get(award)
    begun = record.founded.year if record and record.founded else -inf
    ended = record.ended.year if record and record.ended else inf
    steps = coverage.timeline(archive, award)
    if not steps:
        if award in awards(archive, ALL):
            yield begun, ended
        return
    years = [archive.editions[step.edition].sort_year for step in steps]
    if steps[0].missing_before or coverage.open_start(archive, steps):
        yield begun, years[0]
    for at, step in enumerate(steps[1:]):
        if not step.follows:
            yield years[at], years[at + 1]
    yield years[-1], ended
