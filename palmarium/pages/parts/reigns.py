"""Tables of streaks, reigns and absences."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...statistics import streaks
from ...statistics.count import Reason
from ...statistics.titles import Scope
from ..context import Context
from ..links import Link, link_to_category, link_to_edition, link_to_name
from .name_history import StreakLine, streak_line


@dataclass(frozen=True, slots=True)
class StreakRow:
    """A streak in one award."""

    name: Link
    streak: StreakLine


@dataclass(frozen=True, slots=True)
class ReignRow:
    """A streak in one category, or in its whole line."""

    category: Link
    by_lineage: bool
    name: Link
    streak: StreakLine


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    """Editions between two titles of one name in one award; `at_most` where one may be hidden there, `because`."""

    name: Link
    length: int
    last: Link
    back: Link
    at_most: bool
    because: Reason | None


@dataclass(frozen=True, slots=True)
class Durations:
    """The longest of each, longest first; `…_left` are not listed."""

    streaks: tuple[StreakRow, ...]
    streaks_left: int
    reigns: tuple[ReignRow, ...]
    reigns_left: int
    absences: tuple[AbsenceRow, ...]
    absences_left: int


def durations(context: Context, scope: Scope, most: int) -> Durations:
    """The tables, each with at most so many lines."""
    held = [streak for _, streak in streaks.longest(context.archive, scope)]
    reigned = [reign for _, reign in streaks.reigns(context.archive, scope)]
    missed = [absence for _, absence in streaks.absences(context.archive, scope)]
    return Durations(
        tuple(streak_row(context, streak) for streak in held[:most]),
        max(0, len(held) - most),
        reign_rows(context, reigned[:most]),
        max(0, len(reigned) - most),
        tuple(_absence(context, absence) for absence in missed[:most]),
        max(0, len(missed) - most),
    )


def streak_row(context: Context, streak: streaks.Streak) -> StreakRow:
    return StreakRow(link_to_name(context, streak.name), streak_line(context, streak))


def reign_rows(context: Context, found: Iterable[streaks.Reign]) -> tuple[ReignRow, ...]:
    return tuple(
        ReignRow(
            link_to_category(context, reign.category),
            reign.by_lineage,
            link_to_name(context, reign.streak.name),
            streak_line(context, reign.streak),
        )
        for reign in found
    )


def _absence(context: Context, absence: streaks.Absence) -> AbsenceRow:
    return AbsenceRow(
        link_to_name(context, absence.name),
        absence.length,
        link_to_edition(context, absence.last),
        link_to_edition(context, absence.back),
        absence.at_most,
        absence.because,
    )
