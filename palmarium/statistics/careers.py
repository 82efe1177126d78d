"""Follow a name across awards: where it has titles, from when to when.

Owns: Career.   Never: weighs one award against another (that is `points`).
"""

from collections import defaultdict
from dataclasses import dataclass

from ..archive import Archive
from .ranking import alphabetical, ranked
from .scope import Scope, results
from .titles import winners


@dataclass(frozen=True, slots=True)
class Career:
    """A name's titles, in all and in each award (id); `first` and `last` are editions (keys)."""

    place: int
    name: str
    titles: int
    awards: tuple[tuple[str, int], ...]
    first: str
    last: str


def careers(archive: Archive, scope: Scope, least: int = 2) -> tuple[Career, ...]:
    """Names with titles in so many awards or more, most titles first, then by name."""
    won: defaultdict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    where: defaultdict[str, list[str]] = defaultdict(list)
    for result in results(archive, scope):
        for name in winners(archive, result, scope.identity):
            won[name][archive.editions[result.edition].award] += result.count
            where[name].append(result.edition)
    wide = {name: sum(titles.values()) for name, titles in won.items() if len(titles) >= least}
    return tuple(
        Career(place, name, wide[name], tuple(won[name].items()), where[name][0], where[name][-1])
        for place, name in ranked(wide, wide.__getitem__, lambda name: alphabetical(archive, name))
    )
