"""First-time, retained, regained and lost titles of an edition, and the share that changed hands."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ..model import Coverage, Edition, Result
from ..model.archive import Archive, results_in
from . import coverage, titles
from .count import Reason
from .coverage import edition_before
from .lineage import line
from .memoize import once
from .titles import Identity, Scope, alphabetical, laureate_names, members, results, winners

# Tell first-time, retained, regained and lost titles of an edition.


class Standing(StrEnum):
    """The standing of a laureate in an edition: first time, retained, regained."""

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

    before: str | None
    first: Group
    retained: Group
    regained: Group
    lost: Group


def holders(archive: Archive, edition: str, identity: Identity = Identity.OWN) -> Holders:
    """The four groups of an edition (key)."""
    before, _ = edition_before(archive, edition)
    here = laureate_names(archive, Scope(edition=edition, identity=identity))
    there = laureate_names(archive, Scope(edition=before, identity=identity)) if before else ()
    names: dict[Standing, list[str]] = {kind: [] for kind in Standing}
    for name in sorted(here, key=lambda name: alphabetical(archive, name)):
        names[_standing(archive, members(archive, name, identity), edition, before)].append(name)
    doubts = _doubts(archive)[edition]
    # Who is missing from a list that is not whole may well be on it.
    gone = set() if doubts.here else set(there) - set(here)
    lost = sorted(gone, key=lambda name: alphabetical(archive, name))
    return Holders(
        before,
        first=_group(names[Standing.FIRST], doubts.earlier, doubts.here),
        retained=_group(names[Standing.RETAINED], doubts.row, doubts.here or doubts.before),
        regained=_group(names[Standing.REGAINED], doubts.row or doubts.before, doubts.here or doubts.earlier),
        lost=_group(lost, doubts.row, doubts.here or doubts.before),
    )


def standing(
    archive: Archive, name: str, edition: str, identity: Identity = Identity.OWN
) -> tuple[Standing, bool, Reason | None] | None:
    """The standing of a laureate in an edition, whether it is certain, and the reason if not; None without a title."""
    inside = results(archive, Scope(edition=edition, name=name, identity=identity))
    if not any(name in winners(archive, result, identity) for result in inside):
        return None
    before, _ = edition_before(archive, edition)
    kind = _standing(archive, members(archive, name, identity), edition, before)
    doubts = _doubts(archive)[edition]
    doubt = {
        Standing.FIRST: doubts.earlier,
        Standing.RETAINED: doubts.row,
        Standing.REGAINED: doubts.row or doubts.before,
    }[kind]
    return kind, doubt is None, doubt


def is_same(archive: Archive, name: str, edition: str) -> bool:
    """Whether a title is of the line of one that its laureate had in the edition before, or in an earlier one.

    A laureate who has a title again, but in another category, has neither retained nor regained one.
    """
    award, here = archive.editions[edition].award, archive.places[edition]
    held = _titled(archive).get((award, name), {})
    before, _ = edition_before(archive, edition)
    lines = {key for category in held.get(edition, ()) for key in line(archive, category)}
    if before and before in held:
        return any(category in lines for category in held[before])
    return any(_firsts(archive).get((name, key), here) < here for key in lines)


@dataclass(frozen=True, slots=True)
class _Doubts:
    """Why there may be titles that the archive does not hold: here, before, in any earlier edition.

    `row` says that the edition before may not be the one before.
    """

    here: Reason | None
    before: Reason | None
    earlier: Reason | None
    row: Reason | None


@once
def _doubts(archive: Archive) -> Mapping[str, _Doubts]:
    return {edition: _doubt(archive, edition) for edition in archive.editions}


def _doubt(archive: Archive, edition: str) -> _Doubts:
    before, certain = edition_before(archive, edition)
    earlier = coverage.reason(archive, coverage.gaps_before(archive, edition))
    apart = coverage.reason_about(archive, "before", edition) if before else earlier
    return _Doubts(
        here=titles.certainty(archive, Scope(edition=edition)).because,
        before=titles.certainty(archive, Scope(edition=before)).because if before else None,
        earlier=earlier,
        row=None if certain else apart,
    )


def _group(names: list[str], uncertain: Reason | None, partial: Reason | None) -> Group:
    return Group(tuple(names), uncertain is None, partial is None, uncertain or partial)


def _standing(archive: Archive, names: tuple[str, ...], edition: str, before: str | None) -> Standing:
    """The standing that follows from the earlier editions in which one of these names has a title."""
    award, here = archive.editions[edition].award, archive.places[edition]
    held = [there for name in names if (there := _titled(archive).get((award, name)))]
    if all(archive.places[next(iter(there))] >= here for there in held):
        return Standing.FIRST
    return Standing.RETAINED if any(before in there for there in held) else Standing.REGAINED


@once
def _titled(archive: Archive) -> Mapping[tuple[str, str], Mapping[str, list[str]]]:
    """The editions in which a name has a title, old to new, and in which categories, by award and name."""
    found: defaultdict[tuple[str, str], dict[str, list[str]]] = defaultdict(dict)
    for result in archive.results:
        for name in winners(archive, result):
            award = archive.editions[result.edition].award
            categories = found[award, name].setdefault(result.edition, [])
            categories += [result.category_key] if result.category else []
    return found


@once
def _firsts(archive: Archive) -> Mapping[tuple[str, str], int]:
    """The place of the edition in which a name first has a title in a category, by name and category."""
    found: dict[tuple[str, str], int] = {}
    for (_, name), held in _titled(archive).items():
        for edition, categories in held.items():
            for category in categories:
                found.setdefault((name, category), archive.places[edition])
    return found


# Say of what the titles of an edition are made: new, kept, regained, without a name.


class Origin(StrEnum):
    """The origin of a title, the most certain first."""

    RETAINED = "retained"
    REGAINED = "regained"
    FIRST = "first-time"
    RETURNING = "returning"
    NEW_HERE = "new-here"
    MIXED = "mixed"
    NAMELESS = "nameless"


@dataclass(frozen=True, slots=True)
class OriginCounts:
    """Titles of an edition by origin, in the order of `Origin`; there may be more `because` of this."""

    parts: tuple[tuple[Origin, int], ...]
    because: Reason | None

    @property
    def titles(self) -> int:
        return sum(number for _, number in self.parts)


def origin_counts(archive: Archive, edition: str) -> OriginCounts:
    """Of one edition; titles of which the laureate is not known are `nameless`."""
    found: Counter[Origin] = Counter()
    for result in results_in(archive.editions[edition]):
        if titles.winners(archive, result):
            found[_origin(archive, result)] += result.count
    found[Origin.NAMELESS] = nameless(archive.editions[edition])
    because = titles.certainty(archive, Scope(edition=edition)).because
    return OriginCounts(tuple((kind, found[kind]) for kind in Origin if found[kind]), because)


def nameless(edition: Edition) -> int:
    """The number of titles whose laureate is unknown."""
    # Where the names are known without their categories, an empty category hides none of them.
    if edition.covered.results is Coverage.NAMES_ONLY:
        return 0
    return sum(entry.nameless for entry in edition.entries)


def _origin(archive: Archive, result: Result) -> Origin:
    found = {_of_name(archive, name, result.edition) for name in titles.winners(archive, result)}
    return found.pop() if len(found) == 1 else Origin.MIXED


def _of_name(archive: Archive, name: str, edition: str) -> Origin:
    told = standing(archive, name, edition)
    if told is None:
        return Origin.MIXED
    how, certain, _ = told
    if how is Standing.FIRST:
        return Origin.FIRST if certain else Origin.NEW_HERE
    if not certain:
        return Origin.RETURNING
    return Origin.RETAINED if how is Standing.RETAINED else Origin.REGAINED


# Say how far the titles of an edition went to others than the edition before.


@dataclass(frozen=True, slots=True)
class Rate:
    """`renewed` of `titles`."""

    renewed: int
    titles: int


def renewal(archive: Archive, edition: str, identity: Identity = Identity.OWN) -> Rate | None:
    """The rate of an edition (key); None without a title of it and of the one before, or where either may have more."""
    before, certain = coverage.edition_before(archive, edition)
    if before is None or not certain:
        return None
    there = laureate_names(archive, Scope(edition=before, identity=identity))
    won = [(result, winners(archive, result, identity)) for result in results_in(archive.editions[edition])]
    won = [(result, names) for result, names in won if names]
    if not there or not won:
        return None
    if any(titles.certainty(archive, Scope(edition=key)).because for key in (edition, before)):
        return None
    renewed = sum(result.count for result, names in won if not set(names) & set(there))
    return Rate(renewed, sum(result.count for result, _ in won))
