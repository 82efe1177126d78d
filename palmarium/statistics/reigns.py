"""Say who held a category longest.

Owns: Reign.   Never: joins categories that declare no descent.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..archive import Archive
from .lineage import ends, line
from .ranking import alphabetical, ranked
from .scope import Scope, awards
from .streaks import Streak, longest


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
    """Not those that lie in one category of the line: they are told there."""
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
