"""Tell first-time, retained, regained and lost titles of an edition.

Owns: the four groups of an edition, and the standing of one laureate.
Never: looks at another award: a predecessor shares no tally.

First-time: no title in an earlier edition of the award. Retained: also held in the edition before.
Regained: held before, not in the edition before. Lost: held in the edition before, not in this one, of which
the archive must know every laureate to say so.
"""

from dataclasses import dataclass
from enum import StrEnum

from ..archive import Archive
from . import coverage, titles
from .count import Reason
from .coverage import edition_before
from .ranking import alphabetical
from .scope import Scope, results
from .titles import laureate_names, winners


class Standing(StrEnum):
    """How a laureate comes to its title in one edition."""

    FIRST = "first-time"
    RETAINED = "retained"
    REGAINED = "regained"


@dataclass(frozen=True, slots=True)
class Group:
    """Names (ids, by name); `certain` when each belongs here, `whole` when none is missing, `because` if not.

    An uncertain first time is only the first in this archive.
    """

    names: tuple[str, ...]
    certain: bool = True
    whole: bool = True
    because: Reason | None = None


@dataclass(frozen=True, slots=True)
class Holders:
    """The laureates of an edition against the editions before; `before` is None where the archive has none."""

    edition: str
    before: str | None
    first: Group
    retained: Group
    regained: Group
    lost: Group


def holders(archive: Archive, edition: str) -> Holders:
    """The four groups of an edition (key)."""
    before, _ = edition_before(archive, edition)
    here = laureate_names(archive, Scope(edition=edition))
    there = laureate_names(archive, Scope(edition=before)) if before else ()
    names: dict[Standing, list[str]] = {kind: [] for kind in Standing}
    earlier = _earlier(archive, edition)
    for name in sorted(here, key=lambda name: alphabetical(archive, name)):
        names[_standing(archive, name, earlier, before)].append(name)
    doubts = _doubts(archive, edition, before)
    # Who is missing from a list that is not whole may well be on it.
    gone = set() if doubts.here else set(there) - set(here)
    lost = sorted(gone, key=lambda name: alphabetical(archive, name))
    return Holders(
        edition,
        before,
        first=_group(names[Standing.FIRST], doubts.earlier, doubts.here),
        retained=_group(names[Standing.RETAINED], doubts.row, doubts.here or doubts.before),
        regained=_group(names[Standing.REGAINED], doubts.row or doubts.before, doubts.here or doubts.earlier),
        lost=_group(lost, doubts.row, doubts.here or doubts.before),
    )


def standing(archive: Archive, name: str, edition: str) -> tuple[Standing, bool, Reason | None] | None:
    """How a laureate comes to its title there, whether that is certain, and why not; None without a title."""
    if not any(name in winners(archive, result) for result in results(archive, Scope(edition=edition, name=name))):
        return None
    before, _ = edition_before(archive, edition)
    kind = _standing(archive, name, _earlier(archive, edition), before)
    doubts = _doubts(archive, edition, before)
    doubt = {
        Standing.FIRST: doubts.earlier,
        Standing.RETAINED: doubts.row,
        Standing.REGAINED: doubts.row or doubts.before,
    }[kind]
    return kind, doubt is None, doubt


@dataclass(frozen=True, slots=True)
class _Doubts:
    """Why there may be titles that the archive does not hold: here, before, in any earlier edition.

    `row` says that the edition before may not be the one before.
    """

    here: Reason | None
    before: Reason | None
    earlier: Reason | None
    row: Reason | None


def _doubts(archive: Archive, edition: str, before: str | None) -> _Doubts:
    _, certain = edition_before(archive, edition)
    earlier = coverage.reason(archive, coverage.gaps_before(archive, edition))
    apart = Reason("before", (("edition", coverage.label(archive, edition)),)) if before else earlier
    return _Doubts(
        here=titles.certainty(archive, Scope(edition=edition)).because,
        before=titles.certainty(archive, Scope(edition=before)).because if before else None,
        earlier=earlier,
        row=None if certain else apart,
    )


def _group(names: list[str], uncertain: Reason | None, partial: Reason | None) -> Group:
    return Group(tuple(names), uncertain is None, partial is None, uncertain or partial)


def _earlier(archive: Archive, edition: str) -> frozenset[str]:
    order = archive.editions_of[archive.editions[edition].award]
    return frozenset(order[: order.index(edition)])


def _standing(archive: Archive, name: str, earlier: frozenset[str], before: str | None) -> Standing:
    """By the earlier editions of the award in which the name has a title."""
    inside = (result for result in archive.results_of.get(name, ()) if result.edition in earlier)
    held = {result.edition for result in inside if name in winners(archive, result)}
    if not held:
        return Standing.FIRST
    return Standing.RETAINED if before in held else Standing.REGAINED
