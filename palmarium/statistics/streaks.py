"""Find titles in editions that follow each other.

Owns: Streak.   Never: bridges an edition that is not known, or counts from one award on in another.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ..archive import Archive
from ..model import Outcome
from . import coverage
from .count import Reason
from .coverage import Gaps, Step
from .lineage import line
from .ranking import alphabetical, ranked
from .scope import Scope, awards, results
from .titles import most_titled, winners


@dataclass(frozen=True, slots=True)
class Streak:
    """`length` editions in a row with a title, from `first` to `last` (edition keys).

    `current` when it reaches the latest held edition; `at_least` when it may be longer, and `because` why.
    """

    name: str
    award: str
    length: int
    first: str
    last: str
    current: bool
    at_least: bool = False
    because: Reason | None = None


def streaks(archive: Archive, scope: Scope) -> tuple[Streak, ...]:
    """Every streak of the scope's name, award by award, from old to new; single titles too."""
    each = (replace(scope, award=award) for award in awards(archive, scope))
    return tuple(streak for here in each for streak in _of_name(archive, here))


def longest(archive: Archive, scope: Scope) -> tuple[tuple[int, Streak], ...]:
    """The best streak of each laureate in each award, of two editions or more, with its place, longest first."""
    best = (max(runs, key=_weight) for runs in _every(archive, scope) if runs)
    return _table(archive, [streak for streak in best if streak.length > 1])


def current(archive: Archive, scope: Scope) -> tuple[tuple[int, Streak], ...]:
    """The streaks of two editions or more that reach the latest held edition, with their place, longest first."""
    found = (streak for runs in _every(archive, scope) for streak in runs)
    return _table(archive, [streak for streak in found if streak.current and streak.length > 1])


@dataclass(frozen=True, slots=True)
class _Row:
    """The editions over which streaks of an award or a category run, and the place of each among them.

    It is `open` when earlier ones can't be ruled out.
    """

    steps: tuple[Step, ...]
    places: Mapping[str, int]
    open: bool
    part: str


def _weight(streak: Streak) -> tuple[int, bool, bool]:
    return streak.length, streak.at_least, streak.current


def _of_name(archive: Archive, scope: Scope) -> Iterator[Streak]:
    inside = results(archive, scope)
    held = {result.edition for result in inside if scope.name in winners(archive, result, scope.identity)}
    return _runs(archive, scope.name, held, _row(archive, scope))


def _every(archive: Archive, scope: Scope) -> Iterator[tuple[Streak, ...]]:
    """The streaks of each laureate with two titles or more, award by award."""
    for award in awards(archive, scope):
        here = replace(scope, award=award)
        row = _row(archive, here)
        for tally in most_titled(archive, here):
            if len(tally.editions) > 1:
                yield tuple(_runs(archive, tally.name, set(tally.editions), row))


def _table(archive: Archive, found: list[Streak]) -> tuple[tuple[int, Streak], ...]:
    return ranked(found, lambda streak: streak.length, lambda streak: alphabetical(archive, streak.name))


def _row(archive: Archive, scope: Scope) -> _Row:
    """The held editions, less those known to be without the category; what is missing before them stays missing."""
    every = coverage.timeline(archive, scope.award)
    start = coverage.open_start(archive, every)
    categories = line(archive, scope.lineage) if scope.lineage else (scope.category,) if scope.category else ()
    if not categories:
        return _Row(every, coverage.step_places(archive, scope.award), start, "laureates")
    entries = (entry for key in categories for entry in archive.entries_of.get(key, ()))
    here = {entry.edition for entry in entries if entry.outcome is not Outcome.CANCELLED}

    def may_have_it(step: Step) -> bool:
        return step.edition in here or not coverage.holds(archive, step.edition, "categories")

    steps = coverage.only(every, may_have_it)
    return _Row(steps, {step.edition: place for place, step in enumerate(steps)}, start, "categories")


def _runs(archive: Archive, name: str, held: set[str], row: _Row) -> Iterator[Streak]:
    start = 0
    for place in sorted(row.places[edition] for edition in held if edition in row.places):
        step = row.steps[place]
        if not step.follows or not place or row.steps[place - 1].edition not in held:
            start = place
        following = row.steps[place + 1] if place + 1 < len(row.steps) else None
        if following and following.edition in held and following.follows:
            continue
        doubt = _before(archive, row, start) or (_between(archive, following, following, row) if following else None)
        because = coverage.reason(archive, doubt) if doubt else None
        award, first = archive.editions[step.edition].award, row.steps[start].edition
        yield Streak(name, award, place - start + 1, first, step.edition, following is None, bool(because), because)


def _before(archive: Archive, row: _Row, start: int) -> Gaps | None:
    """What is not known right before a streak."""
    if start:
        return _between(archive, row.steps[start], row.steps[start - 1], row)
    return _between(archive, row.steps[0], None, row) or (Gaps(open_start=True) if row.open else None)


def _between(archive: Archive, later: Step, neighbour: Step | None, row: _Row) -> Gaps | None:
    """The editions missing before the later of two, or else the neighbour of the streak, if it is not known."""
    if later.missing_before:
        return Gaps(later.missing_before, later.missing)
    if later.apart:
        return Gaps(apart=((later.edition, later.edition),))
    if neighbour and not coverage.holds(archive, neighbour.edition, row.part):
        return Gaps(incomplete=((neighbour.edition, neighbour.edition),))
    return None
