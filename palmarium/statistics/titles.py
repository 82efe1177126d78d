"""Titles and laureates: the results that count, the name they count for, and league tables."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar

from ..lookups import KEYS, note
from ..model import Distinction, Kind, Result, Status
from ..model.archive import Archive, results_in
from ..model.structure import chronology
from ..sources.collation import FIELD, filed
from . import coverage
from .count import Count, Reason
from .coverage import Known
from .lineage import line
from .memoize import once

# Put names in order: 1-2-2-4, and by name where numbers are equal.

_T = TypeVar("_T")


def ranked(
    rows: Iterable[_T], value: Callable[[_T], int], order: Callable[[_T], tuple[str, ...]]
) -> tuple[tuple[int, _T], ...]:
    """Each row with its place, highest value first; after two rows at place 2 comes place 4."""
    ordered = sorted(rows, key=lambda row: (-value(row), order(row)))
    places: list[tuple[int, _T]] = []
    for number, row in enumerate(ordered, 1):
        equal = places and value(places[-1][1]) == value(row)
        places.append((places[-1][0] if equal else number, row))
    return tuple(places)


def alphabetical(archive: Archive, name: str) -> tuple[str, ...]:
    """The key that sorts a name's id: by its sort name, in the order of the site's language, then by id."""
    return _filed(archive)[name][1], name


def heading(archive: Archive, name: str) -> str:
    """The letter under which an index has a name (id)."""
    return _filed(archive)[name][2]


@once
def _filed(archive: Archive) -> Mapping[str, tuple[str, str, str]]:
    """For each name, the text by which it is sorted, the sort key of that text, and its heading."""
    return _file(archive, {}, lambda path: False)


def _file(
    archive: Archive, old: Mapping[str, tuple[str, str, str]], is_same: Callable[[str], bool]
) -> Mapping[str, tuple[str, str, str]]:
    """The same after an edit: a key takes longer to make than all else that is known of a name."""
    note("names", KEYS)
    found = {}
    # What an index reads from tells of a bare name its text, and of another the path of its file.
    raw = archive.names.raw  # type: ignore[attr-defined]
    for id, there in raw.items():
        before = old.get(id)
        if before and (before[0] == there[0] if isinstance(there, tuple) else is_same(there)):
            found[id] = before
            continue
        name = archive.names[id]
        text = name.sort.replace(", ", FIELD, 1) or name.reading or name.name
        found[id] = before if before and before[0] == text else (text, *filed(text, archive.language))
    return MappingProxyType(found)


_filed.again = _file  # type: ignore[attr-defined]


# Say under which name a name is counted: its own, that of what continues it, or that of its group.


class Identity(StrEnum):
    """Which names count as one; each way joins at least what the one before joins."""

    OWN = "own"
    PREDECESSORS = "with-predecessors"
    GROUP = "group"


def head(archive: Archive, name: str, identity: Identity) -> str:
    """The name (id) that a name counts for."""
    return name if identity is Identity.OWN else _heads(archive)[identity].get(name, name)


def members(archive: Archive, name: str, identity: Identity) -> tuple[str, ...]:
    """The names (ids) that count for this one, itself first."""
    return (name,) if identity is Identity.OWN else _members(archive)[identity].get(name, (name,))


@once
def _heads(archive: Archive) -> Mapping[Identity, Mapping[str, str]]:
    """For each identity mode, the names that count for another name, and for which."""
    heirs = _heirs(archive)
    groups = {id: archive.ids.get(name.part_of.text, "") for id, name in archive.names.items() if name.part_of}
    # What a name became goes before what it belonged to: its heir says whose group it is.
    steps = {Identity.PREDECESSORS: heirs, Identity.GROUP: groups | heirs}
    return MappingProxyType({identity: _ends(archive, found) for identity, found in steps.items()})


@once
def _members(archive: Archive) -> Mapping[Identity, Mapping[str, tuple[str, ...]]]:
    return MappingProxyType({identity: _gathered(heads) for identity, heads in _heads(archive).items()})


def _heirs(archive: Archive) -> dict[str, str]:
    """The name that continues each one, where only one does."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for id, name in archive.names.items():
        for predecessor in dict.fromkeys(archive.ids.get(ref.text, "") for ref in name.succeeds):
            found[predecessor].append(id)
    return {id: heirs[0] for id, heirs in found.items() if len(heirs) == 1}


def _ends(archive: Archive, steps: Mapping[str, str]) -> Mapping[str, str]:
    """The last name of the chain that starts at each name; people, and names in a circle, stay themselves."""
    taken = {id: to for id, to in steps.items() if to in archive.names and may_move(archive, id)}
    ends: dict[str, str] = {}
    for id in taken:
        # An end that is still open is "": who comes back to it comes back to itself.
        path, at = [], id
        while at in taken and at not in ends:
            ends[at] = ""
            path.append(at)
            at = taken[at]
        end = ends.get(at, "") if at in taken else at
        ends |= dict.fromkeys(path, end)
    return MappingProxyType({id: end for id, end in ends.items() if end})


def may_move(archive: Archive, id: str) -> bool:
    """Whether what a name won may count for another one: for a successor, or for a whole that it is part of."""
    return id in archive.names and archive.names[id].kind is not Kind.PERSON


def _gathered(heads: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for id, to in heads.items():
        found[to].append(id)
    return MappingProxyType({id: (id, *sorted(names)) for id, names in found.items()})


# Say which results a statistic is about, and who counts as one name.


@dataclass(frozen=True, slots=True)
class Scope:
    """All results of the archive, narrowed by each field that is not empty.

    `award` and `name` are ids, `family` is the word that sister awards share, `edition` is `award/edition`,
    `until` is the last edition of an award that counts, `category` is `award/category`, and `lineage` one such key for
    the whole line of that category.
    `identity` says which names count as one, and so whose results are those of `name`.
    """

    award: str = ""
    edition: str = ""
    until: str = ""
    category: str = ""
    name: str = ""
    lineage: str = ""
    family: str = ""
    identity: Identity = Identity.OWN


ALL = Scope()


def results(archive: Archive, scope: Scope) -> Iterator[Result]:
    """The results inside a scope, from old to new, starting from the smallest index that holds them."""
    of_line = frozenset(line(archive, scope.lineage)) if scope.lineage else frozenset()
    last = order(archive)[scope.until] if scope.until else ()
    for result in _nearest(archive, scope):
        award = result.edition.split("/")[0]
        key = result.category_key
        if (
            scope.award in ("", award)
            and scope.edition in ("", result.edition)
            and scope.category in ("", key)
            and (not scope.lineage or key in of_line)
            and (not scope.family or _family(archive, award) == scope.family)
            and (not last or order(archive)[result.edition] <= last)
        ):
            yield result


def awards(archive: Archive, scope: Scope) -> tuple[str, ...]:
    """The awards that a scope spans and in which something can be won, whether the archive holds an edition or not."""
    only = scope.award or (scope.edition or scope.category or scope.lineage).split("/")[0]
    every = contests(archive)
    inside = every if not only else (only,) if only in every else ()
    return tuple(award for award in inside if not scope.family or _family(archive, award) == scope.family)


@once
def contests(archive: Archive) -> Collection[str]:
    """The awards in which something can be won: those with a category, or an edition that may have had a palmarès.

    An award all of whose editions are known to have given no prize, such as a day of events, is not a contest.
    """
    found = (
        award
        for award, keys in archive.editions_of.items()
        if (award in archive.awards and archive.awards[award].categories)
        or any(not archive.editions[key].without_palmares for key in keys)
    )
    return MappingProxyType(dict.fromkeys(found))


def _family(archive: Archive, award: str) -> str:
    return archive.awards[award].family if award in archive.awards else ""


def _nearest(archive: Archive, scope: Scope) -> Iterable[Result]:
    if scope.name:
        return _held(archive, members(archive, scope.name, scope.identity))
    if scope.edition:
        edition = archive.editions.get(scope.edition)
        return results_in(edition) if edition else ()
    if scope.category:
        return (result for entry in archive.entries_of.get(scope.category, ()) for result in entry.results)
    award = scope.award or scope.lineage.split("/")[0]
    if award:
        keys = archive.editions_of.get(award, ())
        return (result for key in keys for result in results_in(archive.editions[key]))
    return archive.results


def _held(archive: Archive, names: tuple[str, ...]) -> Iterable[Result]:
    """The results of several names, each once."""
    if len(names) == 1:
        return archive.results_of.get(names[0], ())
    found = {(result.edition, result.id): result for name in names for result in archive.results_of.get(name, ())}
    return sorted(found.values(), key=lambda result: order(archive)[result.edition])


@once
def order(archive: Archive) -> Mapping[str, tuple[Any, ...]]:
    """What the editions are ordered by: one more changes nothing of that of the others, as a number would."""
    return {key: chronology(edition) for key, edition in archive.editions.items()}


# Count titles and laureates, and say who has most.


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
    if scope.until:
        return coverage.reason(archive, coverage.gaps_until(archive, scope.until, part))
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
