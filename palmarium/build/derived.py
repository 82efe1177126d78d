"""The tables of statistics as bytes: what a build keeps of them for the next one."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..lookups import PLACE, TABLE, Lookup, NotedIndex, note, noting
from ..model import Award, Edition, Record
from ..model.mentions import results_in
from ..problems import Span
from ..statistics.memoize import Derivation
from .store import dumps

Kept = tuple[str, frozenset[Lookup], tuple[str, ...], bytes]
"""A table: its name, its look-ups, the tables that it uses, its value as bytes; empty where it is no data."""


def derived(tables: Mapping[str, Any], records: Mapping[str, Record]) -> Iterator[Kept]:
    """Each of the tables that an archive keeps under their names; what else it keeps there is left out."""
    parts = {id(part): (path, kind, n) for path, record in records.items() for part, kind, n in _parts(record)}
    for name, table in tables.items():
        if isinstance(table, Derivation):
            data, seen = _dumped(table, parts)
            yield name, seen, tuple(dict.fromkeys(used(seen))), data


def _dumped(table: Derivation, parts: Mapping[int, tuple[str, str, int]]) -> tuple[bytes, frozenset[Lookup]]:
    value = table.value.raw if isinstance(table.value, NotedIndex) else table.value

    def stands(part: object) -> object:
        if isinstance(part, Span):
            note(PLACE, part.path)
        return parts.get(id(part))

    with noting() as seen:
        try:
            data = dumps(value, stands)
        except ValueError:
            data = b""
    return data, (table.lookups or frozenset()) | {each for each in seen if each[0] == PLACE}


def used(lookups: Iterable[Lookup]) -> Iterator[str]:
    """The tables that look-ups ask."""
    for index, key in lookups:
        if index == TABLE:
            yield str(key)
        elif index.startswith(f"{TABLE}:"):
            yield index.removeprefix(f"{TABLE}:")


def _parts(record: Record) -> Iterator[tuple[object, str, int]]:
    """What other values may hold of a record: itself, its categories, entries and results."""
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
