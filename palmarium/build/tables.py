"""Tables of statistics: as bytes, which a build keeps for the next one; and read or derived again after an edit."""

import importlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, Protocol

from ..lookups import PLACE, TABLE, Lookup, NotedIndex, core, differences, note, noting
from ..model import Award, Edition, Record
from ..model.archive import Archive
from ..model.mentions import results_in
from ..problems import Span
from ..sources.values import dumps
from ..statistics.memoize import Derivation, table
from .units import Unit

Kept = tuple[str, frozenset[Lookup], tuple[str, ...], bytes]
"""A table: its name, its look-ups, the tables that it uses, its value as bytes; empty where it is no data."""


def derived(tables: Mapping[str, Any], records: Mapping[str, Record]) -> Iterator[Kept]:
    """Each of the tables that an archive keeps under their names; what else it keeps there is left out."""
    parts = {id(part): (path, kind, n) for path, record in records.items() for part, kind, n in _parts(record)}
    for name, made in tables.items():
        if isinstance(made, Derivation):
            data, seen = _dumped(made, parts)
            yield name, seen, tuple(dict.fromkeys(used(seen))), data


def _dumped(made: Derivation, parts: Mapping[int, tuple[str, str, int]]) -> tuple[bytes, frozenset[Lookup]]:
    value = made.value.raw if isinstance(made.value, NotedIndex) else made.value

    def stands(part: object) -> object:
        if isinstance(part, Span):
            note(PLACE, part.path)
        return parts.get(id(part))

    with noting() as seen:
        try:
            data = dumps(value, stands)
        except ValueError:
            data = b""
    return data, (made.lookups or frozenset()) | {each for each in seen if each[0] == PLACE}


def used(lookups: Iterable[Lookup]) -> Iterator[str]:
    """The tables that look-ups ask."""
    for index, key in lookups:
        if index == TABLE:
            yield str(key)
        elif index.startswith(f"{TABLE}:"):
            yield index.removeprefix(f"{TABLE}:")


def _parts(record: Record) -> Iterator[tuple[object, str, int]]:
    """The parts of a record to which other values may refer: itself, its categories, entries and results."""
    yield record, "", 0
    if isinstance(record, Award):
        yield from ((each, "categories", n) for n, each in enumerate(record.categories))
    if isinstance(record, Edition):
        yield from ((each, "specials", n) for n, each in enumerate(record.specials))
        yield from ((each, "entries", n) for n, each in enumerate(record.entries))
        yield from ((each, "results", n) for n, each in enumerate(results_in(record)))


def part(record: Any, kind: str, n: int) -> object:
    """The part of a record that stood for itself in a table."""
    if kind == "results":
        return results_in(record)[n]
    return getattr(record, kind)[n] if kind else record


class Past(Protocol):
    """The archive before an edit, as far as it is known; `before` and `now` are records by path."""

    def readers(self, lookup: Lookup) -> Collection[Unit]:
        """The units that made a look-up."""

    def table(self, name: str, read: Callable[[str], Record]) -> Any:
        """A table that was derived then, with the records that `read` gives; None where it is not known."""

    def before(self, path: str) -> Record: ...

    def now(self, path: str) -> Record: ...

    def is_same(self, path: str) -> bool:
        """Whether the record of a file is what it was."""


class DerivedTables:
    """The tables of an archive that is brought up to date; `changed` and `stale` grow while they are settled.

    `uses` are the tables that each known table was derived from.
    """

    def __init__(self, past: Past, uses: Mapping[str, tuple[str, ...]], changed: Iterable[Lookup]) -> None:
        self._past = past
        self._uses = dict(uses)
        self.settled: set[str] = set()
        self.changed: set[Lookup] = set()
        self.stale: set[Unit] = set()
        self.derived: dict[str, Any] = {}
        self.archive: Archive | None = None
        self.reach(changed)

    def reach(self, changed: Iterable[Lookup]) -> None:
        """Add look-ups to those with another answer."""
        for lookup in changed:
            if lookup not in self.changed:
                self.changed.add(lookup)
                self.stale.update(self._past.readers(lookup))

    def kept(self, name: str) -> Derivation | None:
        """A table of the earlier build that still holds."""
        if name not in self._uses:
            return None
        self.settle(name)
        if name in self.derived:
            derived: Derivation = self.derived[name]
            return derived
        value = self._past.table(name, self._past.now)
        if value is None:
            return None
        found = self.derived[name] = table(name, value, None)
        return found

    def settle(self, name: str) -> None:
        """Derive a table again if something that it looked up has changed, and note which of its keys have."""
        if name in self.settled:
            return
        self.settled.add(name)
        for used in self._uses.get(name, ()):
            self.settle(used)
        if (TABLE, name) not in self.stale:
            return
        old = self._past.table(name, self._past.before)
        self._uses.pop(name, None)
        module, _, called = name.rpartition(".")
        rule = getattr(importlib.import_module(module), called)
        with noting() as seen:
            if old is not None and hasattr(rule, "again") and self.archive:
                value = rule.again(self.archive, old, self._past.is_same)
                value = (made := table(name, value, seen)).value
                self.derived[name] = made
            else:
                value = rule(self.archive)
        self.reach(between(name, old, value))


def between(name: str, old: Any, new: Any) -> Iterator[Lookup]:
    """The look-ups of a table that have another answer than before."""
    if isinstance(new, NotedIndex):
        yield from differences(f"{TABLE}:{name}", old if isinstance(old, Mapping) else {}, new.raw, _differs)
    elif old is None or core(old) != core(new):
        yield TABLE, name


def _differs(old: Any, new: Any) -> bool:
    return old is not new and core(old) != core(new)
