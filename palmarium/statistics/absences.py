"""Find the editions between two titles of one name in one award.

Owns: Absence.   Never: says that nothing was won in an edition that is not known.

Absence: The held editions between two titles of the same name in the same award. Where one of them is missing or
incomplete, a title may hide there: the absence is then “at most” so long. Where nobody can say how many editions lie
between the two, no absence is told.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ..archive import Archive
from . import coverage
from .count import Reason
from .coverage import Gaps
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
    at_most: bool = False
    because: Reason | None = None


def absences(archive: Archive, scope: Scope) -> tuple[tuple[int, Absence], ...]:
    """The longest absence of each laureate in each award of the scope, with its place, longest first."""
    found = (tuple(_of_name(archive, replace(scope, award=award))) for award in awards(archive, scope))
    return ranked(
        (absence for every in found for absence in every),
        lambda absence: absence.length,
        lambda absence: (*alphabetical(archive, absence.name), absence.back),
    )


def _of_name(archive: Archive, scope: Scope) -> Iterator[Absence]:
    places = {step.edition: place for place, step in enumerate(coverage.timeline(archive, scope.award))}
    for tally in most_titled(archive, scope):
        held = [edition for edition in tally.editions if edition in places]
        between = (_between(archive, tally.name, scope.award, places[a], places[b]) for a, b in pairwise(held))
        longest = max(filter(None, between), key=lambda absence: absence.length, default=None)
        if longest and longest.length:
            yield longest


def _between(archive: Archive, name: str, award: str, first: int, second: int) -> Absence | None:
    """None where nobody can say how many editions lie between."""
    steps = coverage.timeline(archive, award)[first : second + 1]
    if any(step.apart for step in steps[1:]):
        return None
    inner, missing = steps[1:-1], sum(step.missing_before for step in steps[1:])
    numbered = tuple(ordinal for step in steps[1:] for ordinal in step.missing)
    incomplete = tuple(step.edition for step in inner if not coverage.holds(archive, step.edition, "laureates"))
    gaps = Gaps(missing, numbered if len(numbered) == missing else (), incomplete)
    because = coverage.reason(archive, gaps)
    last, back = steps[0].edition, steps[-1].edition
    return Absence(name, award, len(inner) + missing, last, back, because is not None, because)
