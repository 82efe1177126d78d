"""Checks asked again in memory, at each keystroke: only those that looked up what has changed since they were asked.

No build is needed, and records may refer to things that do not exist. A check that is not asked now is asked when its
answer is needed.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from types import MappingProxyType, ModuleType
from typing import Any

from ..lookups import PLACE, TABLE, Lookup, note, noting
from ..model import Name, Record
from ..model.archive import archive as indexed
from ..model.ids import slug
from ..model.structure import Outline, Structure, outline, structure
from ..problems import Problem
from ..sources.values import loads
from ..statistics.memoize import Derivation
from . import stages, units
from .tables import DerivedTables, derived, part, used
from .units import Unit

_Table = tuple[tuple[str, ...], bytes]
"""The tables that a table was derived from, and its value as bytes."""


class StoppedError(Exception):
    """The result is no longer needed."""


@dataclass(frozen=True, slots=True)
class _Readers:
    """Who made a look-up, now or before, and the tables that each unit asked.

    It only grows, and is shared by all states that follow from one reading of the site. A unit that is listed
    needlessly is asked once more, and no harm is done.
    """

    readers: dict[Lookup, set[Unit]] = field(default_factory=dict)
    tables: dict[Unit, frozenset[str]] = field(default_factory=dict)

    def add(self, unit: Unit, lookups: Iterable[Lookup]) -> None:
        for lookup in lookups:
            self.readers.setdefault(lookup, set()).add(unit)
        self.tables[unit] = self.tables.get(unit, frozenset()) | frozenset(used(lookups))


@dataclass(frozen=True, slots=True)
class Rechecked:
    """The problems that units report for some records; `due` are the units that must be asked again first."""

    records: Mapping[str, Record]
    outlines: Mapping[str, Outline]
    structure: Structure
    unclear: tuple[Problem, ...]
    files: tuple[str, ...]
    media: Collection[str]
    said: Mapping[Unit, tuple[Problem, ...]]
    due: frozenset[Unit]
    tables: Mapping[str, _Table]
    seen: _Readers


def _nothing() -> Rechecked:
    """The initial state, in which no unit has been asked."""
    records: Mapping[str, Record] = {}
    empty, _ = structure((), slug, (), records.__getitem__)
    return Rechecked(records, {}, empty, (), (), (), {}, frozenset(), {}, _Readers())


class Checking:
    """The archive of some records, and what units say of it: asked anew only where that may be another than before.

    `files` may be linked to, `media` shown.
    """

    def __init__(
        self,
        records: Mapping[str, Record],
        files: Iterable[str],
        language: str,
        media: Collection[str],
        before: Rechecked | None,
    ) -> None:
        self.records, self.files, self.media = records, tuple(sorted(files)), media
        is_like = before is not None and (before.files, before.media) == (self.files, media)
        self._before = before if before and is_like else _nothing()
        self._said: dict[Unit, tuple[Problem, ...]] = {}
        self._asked: set[Unit] = set()
        was = self._before
        self._outlines = {
            path: was.outlines[path] if self.is_same(path) else outline(record) for path, record in records.items()
        }
        if was.records and not was.unclear and was.outlines == self._outlines:
            self._structure, self.unclear = was.structure, was.unclear
        else:
            told = structure(self._outlines.values(), slug, self.files, records.__getitem__)
            self._structure, self.unclear = told
        uses = {name: uses for name, (uses, _) in was.tables.items()}
        self._tables = DerivedTables(self, uses, self._changed() if was.records else ())
        self.archive = replace(
            indexed(self._structure, records.__getitem__, slug, self.files, language),
            derived=self._tables.derived,
            kept=self._tables.kept,
        )
        self._tables.archive = self.archive

    def _changed(self) -> Collection[Lookup]:
        before = self._before
        paths = [path for path in {**before.records, **self.records} if not self.is_same(path)]
        was, now = ({path: there[path] for path in paths if path in there} for there in (before.records, self.records))
        return units.changed(before.structure, self._structure, was, now)

    # What was, for the tables.

    def readers(self, lookup: Lookup) -> Collection[Unit]:
        return self._before.seen.readers.get(lookup, ())

    def table(self, name: str, read: Callable[[str], Record]) -> Any:
        _, data = self._before.tables.get(name, ((), b""))
        return loads(data, lambda pid: part(read(pid[0]), *pid[1:])) if data else None

    def before(self, path: str) -> Record:
        return self._before.records[path]

    def now(self, path: str) -> Record:
        return self.records[path]

    def is_same(self, path: str) -> bool:
        return self._before.records.get(path) is self.records.get(path)

    # What is.

    def _every(self, index: str) -> Iterable[str]:
        keys: Iterable[str] = getattr(self.archive, index)
        return keys

    def unknown(self) -> tuple[Problem, ...]:
        """All references to something unknown."""
        there = stages.reference_units(self.archive, self.media, self._every)
        asked = (self._told(unit, tell) for unit, tell in there)
        return tuple(chain.from_iterable(asked))

    def asked(self, check: ModuleType, is_stopped: Callable[[], bool]) -> Iterator[Problem]:
        """All that a check says. Raises StoppedError between two units, once that is wanted."""
        for unit, tell in stages.check_units(check, self.archive, self._every):
            if is_stopped():
                raise StoppedError
            yield from self._told(unit, tell)

    def asked_of(self, check: ModuleType, path: str) -> Iterator[Problem]:
        """The problems that a check reports for the record of one file."""
        record = self.records.get(path)
        key: str = getattr(record, "key", "") or getattr(record, "id", "")
        more = ("profiles",) if isinstance(record, Name) else ()
        indexes = (units.INDEX[type(record)], *more) if record else ()
        # Of two files that claim one id, the archive holds one.
        there = (each for each in indexes if key in getattr(self.archive, each))
        for index in (each for each in there if each in getattr(check, "EACH", ())):
            yield from self._told(*stages.check_unit(check, self.archive, index, key))

    def _told(self, unit: Unit, tell: Callable[[], Iterable[Problem]]) -> tuple[Problem, ...]:
        if unit in self._asked:
            return self._said.get(unit, ())
        if self._is_known(unit):
            found = self._before.said.get(unit, ())
        else:
            with noting() as lookups:
                found = tuple(tell())
                for problem in found:
                    note(PLACE, problem.span.path)
            self._before.seen.add(unit, lookups)
        self._asked.add(unit)
        if found:
            self._said[unit] = found
        return found

    def _is_known(self, unit: Unit) -> bool:
        """Whether an earlier answer of a unit still holds: nothing that it looked up has changed."""
        seen = self._before.seen.tables
        if unit in self._before.due or unit not in seen:
            return False
        for name in seen[unit]:
            self._tables.settle(name)
        return unit not in self._tables.stale

    def done(self, checks: Iterable[ModuleType]) -> Rechecked:
        """The problems known so far, if some checks were not asked."""
        every = chain(
            stages.reference_units(self.archive, self.media, self._every),
            *(stages.check_units(check, self.archive, self._every) for check in checks),
        )
        before, due = self._before, set[Unit]()
        for unit in (unit for unit, _ in every if unit not in self._asked):
            if not self._holds(unit):
                due.add(unit)
            elif unit in before.said:
                self._said[unit] = before.said[unit]
        return Rechecked(
            self.records,
            self._outlines,
            self._structure,
            self.unclear,
            self.files,
            self.media,
            dict(self._said),
            frozenset(due),
            self._tables_now(),
            before.seen,
        )

    def _holds(self, unit: Unit) -> bool:
        """Whether an earlier answer certainly holds: no table that it used is in doubt."""
        seen = self._before.seen.tables
        is_known = unit in seen and unit not in self._before.due and unit not in self._tables.stale
        return is_known and not any(self._is_doubtful(name) for name in seen[unit])

    def _is_doubtful(self, name: str) -> bool:
        """Whether the value of a table is unknown until it, or one that it depends on, is derived again."""
        if name in self._tables.settled:
            return False
        uses = self._before.tables.get(name)
        return uses is None or (TABLE, name) in self._tables.stale or any(map(self._is_doubtful, uses[0]))

    def _tables_now(self) -> Mapping[str, _Table]:
        new: dict[str, Any] = {}
        for name, made in self._tables.derived.items():
            if isinstance(made, Derivation) and made.is_new:
                new[name] = made
                self._before.seen.add((TABLE, name), made.lookups or ())
        there = self._before.tables.items()
        tables = {name: each for name, each in there if name not in new and not self._is_doubtful(name)}
        for name, seen, uses, data in derived(new, self.records) if new else ():
            self._before.seen.add((TABLE, name), seen)
            tables[name] = uses, data
        return MappingProxyType(tables)
