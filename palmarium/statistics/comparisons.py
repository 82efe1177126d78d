"""Names across awards: points by a declared scheme, careers, titles by country and kind."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ..model import Distinction, Kind, Result
from ..model.archive import Archive
from ..sources.plaintext import folded
from .titles import ALL, Scope, alphabetical, head, placed, ranked, results, winners

# Compare names across awards by points: a declared scheme, and nothing more.

OWN = MappingProxyType({"winner": 3, "rank-2": 2, "rank-3": 1})
"""The archive's own scheme, where site.toml declares none."""

_RANK = re.compile(r"rank-([1-9][0-9]*)")


@dataclass(frozen=True, slots=True)
class Scheme:
    """Points of a title, of a rank without a title, and of a distinction without such a rank; others have none."""

    winner: int
    ranks: tuple[tuple[int, int], ...]
    distinctions: tuple[tuple[Distinction, int], ...]
    declared: bool


@dataclass(frozen=True, slots=True)
class Score:
    """One name's line: points in all awards, and titles in each (id) in which it has points."""

    place: int
    name: str
    points: int
    titles: tuple[tuple[str, int], ...]


def scheme(written: Mapping[str, int]) -> Scheme:
    """The scheme of site.toml, or the archive's own where it has none; ranks in order, distinctions as in the model."""
    points = written or OWN
    ranks = ((int(found[1]), worth) for key, worth in points.items() if (found := _RANK.fullmatch(key)))
    others = (kind for kind in Distinction if kind is not Distinction.WINNER and kind in points)
    return Scheme(
        points.get(Distinction.WINNER, 0),
        tuple(sorted(ranks)),
        tuple((kind, points[kind]) for kind in others),
        bool(written),
    )


def across(archive: Archive, by: Scheme, scope: Scope = ALL, least: int = 2) -> tuple[Score, ...]:
    """Names with points in so many awards or more, most points first, then by name."""
    points: defaultdict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    titles: defaultdict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for result in results(archive, scope):
        award = archive.editions[result.edition].award
        won = winners(archive, result, scope.identity)
        for name in won or placed(archive, result, scope.identity):
            points[name][award] += by.winner * result.count if won else _place(by, result)
            titles[name][award] += result.count if won else 0
    rows = {name: {a: n for a, n in by_award.items() if n} for name, by_award in points.items()}
    kept = {name: by_award for name, by_award in rows.items() if len(by_award) >= least}
    ordered = ranked(kept, lambda name: sum(kept[name].values()), lambda name: alphabetical(archive, name))
    return tuple(
        Score(place, name, sum(kept[name].values()), tuple((award, titles[name][award]) for award in kept[name]))
        for place, name in ordered
    )


def _place(by: Scheme, result: Result) -> int:
    ranks, distinctions = dict(by.ranks), dict(by.distinctions)
    return ranks[result.place] if result.place in ranks else distinctions.get(result.distinction, 0)


# Follow a name across awards: where it has titles, from when to when.


def careers(archive: Archive, scope: Scope) -> dict[str, tuple[str, str]]:
    """The first and the last edition (keys) with a title of each name that has some in two awards or more."""
    where: defaultdict[str, list[str]] = defaultdict(list)
    for result in results(archive, scope):
        for name in winners(archive, result, scope.identity):
            where[name].append(result.edition)
    awards = {name: {archive.editions[key].award for key in editions} for name, editions in where.items()}
    return {name: (editions[0], editions[-1]) for name, editions in where.items() if len(awards[name]) > 1}


# Count titles and laureates by country and by kind of name.


@dataclass(frozen=True, slots=True)
class Portion:
    """What a country, or a kind of name, has of the titles and of the laureates; no `label` where it is not known."""

    label: str | Kind
    titles: int
    laureates: int


def by_country(archive: Archive, scope: Scope) -> tuple[Portion, ...]:
    """Most titles first, then by name; the unknown stand last."""
    return _table(archive, scope, _countries)


def by_kind(archive: Archive, scope: Scope) -> tuple[Portion, ...]:
    """Most titles first, then by name of the kind."""
    return _table(archive, scope, _kinds)


_Of = Callable[[Archive, Result, Scope], Iterable[tuple[str, str]]]
"""Each winner of a result, and what it is counted under."""


def _table(archive: Archive, scope: Scope, of: _Of) -> tuple[Portion, ...]:
    titles: defaultdict[str, int] = defaultdict(int)
    names: defaultdict[str, set[str]] = defaultdict(set)
    for result in results(archive, scope):
        pairs = tuple(of(archive, result, scope))
        for key in dict.fromkeys(key for _, key in pairs):
            titles[key] += result.count
        for name, key in pairs:
            names[key].add(name)
    known = ranked((key for key in titles if key), titles.__getitem__, lambda key: (folded(key), key))
    keys = (*(key for _, key in known), *(("",) if "" in titles else ()))
    return tuple(Portion(key, titles[key], len(names[key])) for key in keys)


def _kinds(archive: Archive, result: Result, scope: Scope) -> Iterable[tuple[str, str]]:
    return ((name, archive.names[name].kind) for name in winners(archive, result, scope.identity))


def _countries(archive: Archive, result: Result, scope: Scope) -> Iterable[tuple[str, str]]:
    """A holder that counts for another stood for its own country."""
    won = frozenset(winners(archive, result))
    for holder in result.holders:
        name = archive.ids.get(holder.name.text, "")
        if name in won:
            yield head(archive, name, scope.identity), holder.country or archive.names[name].country
