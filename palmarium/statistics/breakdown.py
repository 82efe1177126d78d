"""Count titles and laureates by country and by kind of name.

Owns: Portion.   Never: guesses a country.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..archive import Archive
from ..model import Result
from .identity import head
from .ranking import folded, ranked
from .scope import Scope, results
from .titles import winners


@dataclass(frozen=True, slots=True)
class Portion:
    """What a country, or a kind of name, has of the titles and of the laureates; `key` is "" where it is not known."""

    place: int
    key: str
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
    last = ((0, "") for _ in ("",) if "" in titles)
    return tuple(Portion(place, key, titles[key], len(names[key])) for place, key in (*known, *last))


def _kinds(archive: Archive, result: Result, scope: Scope) -> Iterable[tuple[str, str]]:
    return ((name, archive.names[name].kind.value) for name in winners(archive, result, scope.identity))


def _countries(archive: Archive, result: Result, scope: Scope) -> Iterable[tuple[str, str]]:
    """A holder that counts for another stood for its own country."""
    won = frozenset(winners(archive, result))
    for holder in result.holders:
        name = archive.ids.get(holder.name.text, "")
        if name in won:
            yield head(archive, name, scope.identity), holder.country or archive.names[name].country
