"""Compare names across awards by points: a declared scheme, and nothing more.

Owns: Scheme, the archive's own scheme, the league.   Never: weighs one award against another.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ..archive import Archive
from ..model import Distinction, Result
from .ranking import alphabetical, ranked
from .scope import ALL, Scope, results
from .titles import placed, winners

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
