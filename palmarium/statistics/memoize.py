"""Memoization: a table once for each archive, or an index once for each record while one page is made."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

from ..lookups import KEYS, TABLE, Lookup, NotedIndex, note, note_all, noting
from ..model.archive import Archive

_K = TypeVar("_K")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Derivation:
    """What was derived from a whole archive, and from which look-ups; none are known of one that was kept."""

    value: Any
    lookups: frozenset[Lookup] | None

    @property
    def is_new(self) -> bool:
        """Whether this build derived it."""
        return self.lookups is not None


def table(name: str, value: Any, lookups: Iterable[Lookup] | None) -> Derivation:
    """A table as it is asked: of a mapping each key is a look-up of its own, of anything else the whole."""
    if isinstance(value, defaultdict):
        # It would be another one once somebody has asked it for what it lacks.
        value = dict(value)
    read = NotedIndex(f"{TABLE}:{name}", value, value.__getitem__) if isinstance(value, Mapping) else value
    return Derivation(read, None if lookups is None else frozenset(lookups))


def gathered(
    *indexes: str,
) -> Callable[[Callable[[Any], _T | None]], Callable[[Archive], Mapping[tuple[str, str], _T]]]:
    """A table of what a rule says of each record of these indexes, by index and key; what is None is left out.

    The rule reads one record and nothing else, so that after an edit it is applied only to the records that changed.
    """

    def wrap(rule: Callable[[Any], _T | None]) -> Callable[[Archive], Mapping[tuple[str, str], _T]]:
        def again(archive: Archive, old: Mapping[tuple[str, str], _T], is_same: Callable[[str], bool]) -> Any:
            rows: dict[tuple[str, str], _T | None] = {}
            for index in indexes:
                there = getattr(archive, index)
                note(index, KEYS)
                for key, path in there.raw.items():
                    rows[index, key] = old.get((index, key)) if is_same(path) else rule(there[key])
            return {place: row for place, row in rows.items() if row is not None}

        @wraps(rule)
        def made(archive: Archive) -> Any:
            return again(archive, {}, lambda _: False)

        asked = once(made)
        asked.again = again  # type: ignore[attr-defined]
        return asked

    return wrap


def once(rule: Callable[[_K], _T]) -> Callable[[_K], _T]:
    """The same rule, which remembers its value: for each archive, or for the record it was last asked about.

    A caller that reads a table of an archive depends on that table, or, where it is a mapping, on the keys that it
    reads; a caller that reads the index of a record depends on what was looked up to make it.
    """
    name = f"{rule.__module__}.{rule.__qualname__}"
    last: list[tuple[Any, _T, set[Any]]] = []

    def of_archive(archive: Archive) -> Any:
        found = archive.derived.get(name) or archive.kept(name)
        if found is None:
            with noting() as lookups:
                value = rule(archive)  # type: ignore[arg-type]
            found = archive.derived[name] = table(name, value, lookups)
        if not isinstance(found.value, NotedIndex):
            note(TABLE, name)
        return found.value

    @wraps(rule)
    def asked(thing: _K) -> _T:
        # A rule without a name of its own is none that another build could find again.
        if isinstance(thing, Archive) and "<" not in name:
            value: _T = of_archive(thing)
            return value
        if not last or last[0][0] is not thing:
            with noting() as lookups:
                made = rule(thing)
            last[:] = [(thing, made, lookups)]
        note_all(last[0][2])
        return last[0][1]

    return asked
