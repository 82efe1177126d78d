"""Count titles and laureates, and say who has most.

Owns: titles, laureates, tallies.   Never: looks at the order of editions.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..archive import Archive
from ..model import Distinction, Result, Status
from . import coverage
from .count import Count, Reason
from .coverage import Known
from .identity import Identity, head
from .once import once
from .ranking import alphabetical, ranked
from .scope import ALL, Scope, awards, results


@dataclass(frozen=True, slots=True)
class Tally:
    """One name's line in a league table; `place` leaves gaps after equals (1-2-2-4).

    `titles` are its titles (a number of places, in a table of places); `editions` are where it has them, old to new.
    """

    place: int
    name: str
    titles: int
    editions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """How many places a name has; so many of them are `nominations`, without a rank or a prize."""

    number: int
    nominations: int


def titles(archive: Archive, scope: Scope) -> Count:
    """How many titles there are, or how many one name has."""
    count = sum(_weight(archive, result, scope) for result in results(archive, scope))
    return _count(archive, scope, count)


def laureates(archive: Archive, scope: Scope) -> Count:
    """How many distinct names have a title."""
    return _count(archive, scope, len(laureate_names(archive, scope)))


def laureate_names(archive: Archive, scope: Scope) -> tuple[str, ...]:
    """The ids of all names with a title, each once, in the order of their first."""
    inside = results(archive, scope)
    return tuple(dict.fromkeys(name for result in inside for name in winners(archive, result, scope.identity)))


def most_titled(archive: Archive, scope: Scope) -> tuple[Tally, ...]:
    """Every laureate in the scope, most titles first, then by name."""
    inside = results(archive, scope)
    return _table(archive, ((name, result) for result in inside for name in winners(archive, result, scope.identity)))


def most_placed(archive: Archive, scope: Scope) -> tuple[Tally, ...]:
    """Every name with places in the scope but no title there, most places first, then by name."""
    inside = tuple(results(archive, scope))
    identity = scope.identity
    laureates = {name for result in inside for name in winners(archive, result, identity)}
    pairs = ((name, result) for result in inside for name in placed(archive, result, identity))
    return _table(archive, ((name, result) for name, result in pairs if name not in laureates))


def places(archive: Archive, scope: Scope) -> Places:
    """The places of the name that a scope is of."""
    own = [r for r in results(archive, scope) if scope.name in placed(archive, r, scope.identity)]
    nominated = (result.count for result in own if result.distinction is Distinction.NOMINEE)
    return Places(sum(result.count for result in own), sum(nominated))


def certainty(archive: Archive, scope: Scope) -> Count:
    """Whether a table of titles over this scope is exact, as a count of 0 with its reason."""
    return _count(archive, scope, 0)


def places_certainty(archive: Archive, scope: Scope) -> Count:
    """The same of a table of places: it needs every result, not only the winners."""
    because = _unknown(archive, scope, "places")
    return Count(0, because is None, because)


def winners(archive: Archive, result: Result, identity: Identity = Identity.OWN) -> tuple[str, ...]:
    """The ids of those who have this title, or for whom it counts; nobody where it is none."""
    return _holders(archive, result, identity) if result.is_title else ()


def placed(archive: Archive, result: Result, identity: Identity = Identity.OWN) -> tuple[str, ...]:
    """The ids of those who got a place but no title here: ranked, finalist, nominee, mention…"""
    place = result.status is Status.ACTIVE and result.distinction not in (Distinction.WINNER, Distinction.ENTRANT)
    return _holders(archive, result, identity) if place else ()


def _holders(archive: Archive, result: Result, identity: Identity) -> tuple[str, ...]:
    """Those in a result whose own part still stands; asked for every result by every table, hence no generators."""
    found: dict[str, None] = {}
    for holder in result.holders:
        name = archive.ids.get(holder.name.text) if holder.status is Status.ACTIVE else None
        if name is not None:
            found[head(archive, name, identity)] = None
    return tuple(found)


def _weight(archive: Archive, result: Result, scope: Scope) -> int:
    """How many titles a result is, for everybody or for one name."""
    names = winners(archive, result, scope.identity)
    return result.count if (scope.name in names if scope.name else names) else 0


def _count(archive: Archive, scope: Scope, value: int) -> Count:
    because = _unknown(archive, scope)
    return Count(value, because is None, because)


def _unknown(archive: Archive, scope: Scope, part: str = "laureates") -> Reason | None:
    """Why there may be titles that the archive does not hold."""
    by_category = bool(scope.category or scope.lineage)
    if scope.edition:
        edition = archive.editions[scope.edition]
        told = (("edition", coverage.label(archive, scope.edition)),)
        if not getattr(coverage.known(edition), part):
            return Reason("results" if part == "places" else part, told)
        return Reason("categories", told) if by_category and not coverage.known(edition).categories else None
    part = "categories" if by_category and part == "laureates" else part
    if not (scope.award or scope.category or scope.lineage or scope.family):
        return _doubts(archive)["", part]
    return _doubt(awards(archive, scope), part, _doubts(archive))


@once
def _doubts(archive: Archive) -> Mapping[tuple[str, str], Reason | None]:
    """Why a part of an award may not be whole, by both; of all awards together under no award."""
    none = Reason("no-editions")
    of_each = {
        (award, part): coverage.reason(archive, coverage.gaps_of(archive, award, part)) if keys else none
        for award, keys in archive.editions_of.items()
        for part in Known.__slots__
    }
    every = awards(archive, ALL)
    return of_each | {("", part): _doubt(every, part, of_each) for part in Known.__slots__}


def _doubt(spanned: Sequence[str], part: str, doubts: Mapping[tuple[str, str], Reason | None]) -> Reason | None:
    first = next((reason for award in spanned if (reason := doubts[award, part])), None)
    return Reason("awards") if first and len(spanned) > 1 else first


def _table(archive: Archive, pairs: Iterable[tuple[str, Result]]) -> tuple[Tally, ...]:
    counts: defaultdict[str, int] = defaultdict(int)
    where: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for name, result in pairs:
        counts[name] += result.count
        where[name][result.edition] = None
    rows = ranked(counts, counts.__getitem__, lambda name: alphabetical(archive, name))
    return tuple(Tally(place, name, counts[name], tuple(where[name])) for place, name in rows)
