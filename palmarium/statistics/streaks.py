"""Streaks (titles in consecutive editions), reigns in a category, absences between two titles."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from ..model import Outcome
from ..model.archive import Archive
from . import coverage
from .count import Reason
from .coverage import Gaps, Step
from .lineage import ends, line
from .titles import Scope, alphabetical, awards, most_titled, ranked, results, winners

# Find titles in editions that follow each other.


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
class _HeldRow:
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


def _row(archive: Archive, scope: Scope) -> _HeldRow:
    """The held editions, less those known to be without the category; what is missing before them stays missing."""
    every = coverage.timeline(archive, scope.award)
    start = coverage.open_start(archive, every)
    categories = line(archive, scope.lineage) if scope.lineage else (scope.category,) if scope.category else ()
    if not categories:
        return _HeldRow(every, coverage.step_places(archive, scope.award), start, "laureates")
    entries = (entry for key in categories for entry in archive.entries_of.get(key, ()))
    here = {entry.edition for entry in entries if entry.outcome is not Outcome.CANCELLED}

    def may_have_it(step: Step) -> bool:
        return step.edition in here or not coverage.holds(archive, step.edition, "categories")

    steps = coverage.only(every, may_have_it)
    return _HeldRow(steps, {step.edition: place for place, step in enumerate(steps)}, start, "categories")


def _runs(archive: Archive, name: str, held: set[str], row: _HeldRow) -> Iterator[Streak]:
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


def _before(archive: Archive, row: _HeldRow, start: int) -> Gaps | None:
    """The gap right before a streak."""
    if start:
        return _between(archive, row.steps[start], row.steps[start - 1], row)
    return _between(archive, row.steps[0], None, row) or (Gaps(open_start=True) if row.open else None)


def _between(archive: Archive, later: Step, neighbour: Step | None, row: _HeldRow) -> Gaps | None:
    """The editions missing before the later of two, or else the neighbour of the streak, if it is not known."""
    if later.missing_before:
        return Gaps(later.missing_before, later.missing)
    if later.apart:
        return Gaps(apart=((later.edition, later.edition),))
    if neighbour and not coverage.holds(archive, neighbour.edition, row.part):
        return Gaps(incomplete=((neighbour.edition, neighbour.edition),))
    return None


# Say who held a category longest.


@dataclass(frozen=True, slots=True)
class Reign:
    """A streak in a category (key), or in the whole line of that category."""

    category: str
    by_lineage: bool
    streak: Streak


def reigns(archive: Archive, scope: Scope) -> tuple[tuple[int, Reign], ...]:
    """The longest reigns of every category of the scope's awards, with their place, longest first."""
    return ranked(
        (reign for award in awards(archive, scope) for reign in _of_award(archive, replace(scope, award=award))),
        lambda reign: reign.streak.length,
        lambda reign: (*alphabetical(archive, reign.streak.name), reign.category, reign.streak.first),
    )


def reigns_in(archive: Archive, category: str, scope: Scope) -> tuple[Reign, ...]:
    """The longest reigns of one category (key), then those of its line that no reign in one category is as long as."""
    exact = tuple(_exact(archive, category, scope))
    return (*exact, *_by_lineage(archive, category, scope))


def _of_award(archive: Archive, scope: Scope) -> Iterator[Reign]:
    for key in archive.categories_of[scope.award]:
        if not archive.categories[key].special:
            yield from _exact(archive, key, scope)
    for key in ends(archive, scope.award):
        yield from _by_lineage(archive, key, scope)


def _exact(archive: Archive, category: str, scope: Scope) -> Iterator[Reign]:
    table = longest(archive, replace(scope, category=category))
    return (Reign(category, False, streak) for place, streak in table if place == 1)


def _by_lineage(archive: Archive, category: str, scope: Scope) -> Iterator[Reign]:
    """Reigns of a line, without those inside one category, which are listed there."""
    keys = line(archive, category)
    if len(keys) == 1:
        return
    alone = {
        (streak.name, streak.first, streak.last)
        for key in keys
        for _, streak in longest(archive, replace(scope, category=key))
    }
    for place, streak in longest(archive, replace(scope, lineage=category)):
        if place == 1 and (streak.name, streak.first, streak.last) not in alone:
            yield Reign(category, True, streak)


# Find the editions between two titles of one name in one award.


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
    found = (tuple(_absences_of(archive, replace(scope, award=award))) for award in awards(archive, scope))
    return ranked(
        (absence for every in found for absence in every),
        lambda absence: absence.length,
        lambda absence: (*alphabetical(archive, absence.name), absence.back),
    )


def _absences_of(archive: Archive, scope: Scope) -> Iterator[Absence]:
    row = _absence_row(archive, scope.award)
    for tally in most_titled(archive, scope):
        held = [row.places[edition] for edition in tally.editions if edition in row.places]
        known = (pair for pair in pairwise(held) if row.apart[pair[0]] == row.apart[pair[1]])
        longest = max(known, key=row.length, default=None)
        if longest and row.length(longest):
            yield _absence(archive, tally.name, scope.award, row, longest)


@dataclass(frozen=True, slots=True)
class _Absent:
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


def _absence_row(archive: Archive, award: str) -> _Absent:
    steps = coverage.timeline(archive, award)
    return _Absent(
        steps,
        {step.edition: place for place, step in enumerate(steps)},
        tuple(accumulate(step.missing_before for step in steps)),
        tuple(accumulate(step.apart for step in steps)),
        tuple(n for n, step in enumerate(steps) if not coverage.holds(archive, step.edition, "laureates")),
    )


def _absence(archive: Archive, name: str, award: str, row: _Absent, pair: tuple[int, int]) -> Absence:
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
