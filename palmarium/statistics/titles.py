"""Count titles and laureates, and say who has most.

Owns: titles, laureates, tallies.   Never: looks at the order of editions.

A title is one active winning result, times its count. A joint result is one title, and one for each of its
holders; a holder whose own part was revoked has none.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ..archive import Archive
from ..model import Distinction, Result, Status
from . import coverage
from .count import Count, Reason
from .ranking import alphabetical, ranked
from .scope import Scope, results


@dataclass(frozen=True, slots=True)
class Tally:
    """One name's line in a league table; `place` leaves gaps after equals (1-2-2-4).

    `titles` are its titles (a number of places, in a table of places); `editions` are where it has them, old to new.
    """

    place: int
    name: str
    titles: int
    editions: tuple[str, ...]


def titles(archive: Archive, scope: Scope) -> Count:
    """How many titles there are, or how many one name has."""
    count = sum(_weight(archive, result, scope.name) for result in results(archive, scope))
    return _count(archive, scope, count)


def laureates(archive: Archive, scope: Scope) -> Count:
    """How many distinct names have a title."""
    return _count(archive, scope, len(laureate_names(archive, scope)))


def laureate_names(archive: Archive, scope: Scope) -> tuple[str, ...]:
    """The ids of all names with a title, each once, in the order of their first."""
    return tuple(dict.fromkeys(name for result in results(archive, scope) for name in winners(archive, result)))


def most_titled(archive: Archive, scope: Scope) -> tuple[Tally, ...]:
    """Every laureate in the scope, most titles first, then by name."""
    return _table(archive, ((name, result) for result in results(archive, scope) for name in winners(archive, result)))


def most_placed(archive: Archive, scope: Scope) -> tuple[Tally, ...]:
    """Every name with places in the scope but no title there, most places first, then by name."""
    inside = tuple(results(archive, scope))
    laureates = {name for result in inside for name in winners(archive, result)}
    pairs = ((name, result) for result in inside for name in placed(archive, result) if name not in laureates)
    return _table(archive, pairs)


def certainty(archive: Archive, scope: Scope) -> Count:
    """Whether a table of titles over this scope is exact, as a count of 0 with its reason."""
    return _count(archive, scope, 0)


def winners(archive: Archive, result: Result) -> tuple[str, ...]:
    """The ids of those who have this title; nobody where it is none."""
    return _holders(archive, result) if result.is_title else ()


def placed(archive: Archive, result: Result) -> tuple[str, ...]:
    """The ids of those who got a place but no title here: ranked, finalist, nominee, mention…"""
    place = result.status is Status.ACTIVE and result.distinction not in (Distinction.WINNER, Distinction.ENTRANT)
    return _holders(archive, result) if place else ()


def _holders(archive: Archive, result: Result) -> tuple[str, ...]:
    """Those in a result whose own part still stands."""
    active = (holder.name.text for holder in result.holders if holder.status is Status.ACTIVE)
    return tuple(dict.fromkeys(archive.ids[text] for text in active if text in archive.ids))


def _weight(archive: Archive, result: Result, name: str) -> int:
    """How many titles a result is, for everybody or for one name."""
    names = winners(archive, result)
    return result.count if (name in names if name else names) else 0


def _count(archive: Archive, scope: Scope, value: int) -> Count:
    because = _unknown(archive, scope)
    return Count(value, because is None, because)


def _unknown(archive: Archive, scope: Scope) -> Reason | None:
    """Why there may be titles that the archive does not hold."""
    if scope.edition:
        edition = archive.editions[scope.edition]
        told = (("edition", coverage.label(archive, scope.edition)),)
        if not coverage.known(edition).laureates:
            return Reason("laureates", told)
        return Reason("categories", told) if scope.category and not coverage.known(edition).categories else None
    award = scope.award or scope.category.split("/")[0]
    awards = (award,) if award else tuple(award for award, keys in archive.editions_of.items() if keys)
    part = "categories" if scope.category else "laureates"
    gaps = (gap for award in awards if (gap := coverage.gaps_of(archive, award, part)).any)
    first = next(gaps, None)
    if first and len(awards) > 1:
        return Reason("awards")
    return coverage.reason(archive, first) if first else None


def _table(archive: Archive, pairs: Iterable[tuple[str, Result]]) -> tuple[Tally, ...]:
    counts: defaultdict[str, int] = defaultdict(int)
    where: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for name, result in pairs:
        counts[name] += result.count
        where[name][result.edition] = None
    rows = ranked(counts, counts.__getitem__, lambda name: alphabetical(archive, name))
    return tuple(Tally(place, name, counts[name], tuple(where[name])) for place, name in rows)
