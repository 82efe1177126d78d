"""Find the editions between two titles of one name in one award.

Owns: Absence.   Never: says that nothing was won in an edition that is not known.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from ..archive import Archive
from . import coverage
from .count import Reason
from .coverage import Gaps, Step
from .ranking import alphabetical, ranked
from .scope import Scope, awards
from .titles import most_titled


@dataclass(frozen=True, slots=True)
class Absence:
    """`length` editions without a title, after that of `last` and until that of `back` (edition keys).

    `at_most` where a title may be hidden between the two, and `because` why.
    """

    name: str
    award: str
    length: int
    last: str
    back: str
    at_most: bool
    because: Reason | None


def absences(archive: Archive, scope: Scope) -> tuple[tuple[int, Absence], ...]:
    """The longest absence of each laureate in each award of the scope, with its place, longest first."""
    found = (tuple(_of_name(archive, replace(scope, award=award))) for award in awards(archive, scope))
    return ranked(
        (absence for every in found for absence in every),
        lambda absence: absence.length,
        lambda absence: (*alphabetical(archive, absence.name), absence.back),
    )


def _of_name(archive: Archive, scope: Scope) -> Iterator[Absence]:
    row = _row(archive, scope.award)
    for tally in most_titled(archive, scope):
        held = [row.places[edition] for edition in tally.editions if edition in row.places]
        known = (pair for pair in pairwise(held) if row.apart[pair[0]] == row.apart[pair[1]])
        longest = max(known, key=row.length, default=None)
        if longest and row.length(longest):
            yield _absence(archive, tally.name, scope.award, row, longest)


@dataclass(frozen=True, slots=True)
class _Row:
    """The held editions of an award; up to each, how many are missing, and how often nobody can say how many."""

    steps: tuple[Step, ...]
    places: Mapping[str, int]
    missing: tuple[int, ...]
    apart: tuple[int, ...]
    incomplete: tuple[int, ...]

    def length(self, pair: tuple[int, int]) -> int:
        """How many editions lie between two places."""
        first, second = pair
        return second - first - 1 + self.missing[second] - self.missing[first]


def _row(archive: Archive, award: str) -> _Row:
    steps = coverage.timeline(archive, award)
    return _Row(
        steps,
        {step.edition: place for place, step in enumerate(steps)},
        tuple(accumulate(step.missing_before for step in steps)),
        tuple(accumulate(step.apart for step in steps)),
        tuple(n for n, step in enumerate(steps) if not coverage.holds(archive, step.edition, "laureates")),
    )


def _absence(archive: Archive, name: str, award: str, row: _Row, pair: tuple[int, int]) -> Absence:
    first, second = pair
    missing = row.missing[second] - row.missing[first]
    between = row.steps[first + 1 : second + 1]
    numbered = () if any(step.missing_before and not step.missing for step in between) else between
    inner = row.incomplete[bisect_right(row.incomplete, first) : bisect_left(row.incomplete, second)]
    incomplete = coverage.runs(archive, (row.steps[place].edition for place in inner))
    ordinals = tuple(stretch for step in numbered for stretch in step.missing)
    because = coverage.reason(archive, Gaps(missing, ordinals, incomplete))
    last, back = row.steps[first].edition, row.steps[second].edition
    return Absence(name, award, row.length(pair), last, back, because is not None, because)
