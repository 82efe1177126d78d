"""An SQLite file of rows: the same rows make the same bytes, wherever it is made."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from itertools import zip_longest
from operator import itemgetter
from types import MappingProxyType
from typing import Any, get_args

from ...model import Date
from .columns import KINDS, OWNER, Column, CsvTable

Row = list[Any]
"""The cells of a row as JSON has them: null for what is missing, a list for several values."""

FORM = 1
"""The version of the tables, for `PRAGMA user_version`."""

ABOUT = "about"
"""The table that tells of the whole: a key and a value a row."""

_SETTINGS = ("page_size = 4096", "encoding = 'UTF-8'", "auto_vacuum = NONE", f"user_version = {FORM}")
_COUNTERS = ((24, 1), (40, 1), (92, 1), (96, 3_040_000))
"""Places of the header that say how often the file was changed, and by which SQLite: they would tell of the machine."""

_TYPES = MappingProxyType({int: "INTEGER", bool: "BOOLEAN"})

Tables = Mapping[str, CsvTable[Any, Any]]
Lines = Iterable[tuple[str, list[Row]]]
"""Rows to be put in, by table."""


def revised(
    old: bytes | None, tables: Tables, views: Iterable[str], gone: Iterable[tuple[str, str, str]], lines: Lines
) -> bytes:
    """The file without the rows of what is gone (a table, an index and its key), and with those of the lines.

    There is a table for each of `tables`, one for each list of values in them, an index for each reference. Raises
    ValueError where the old file can't be read.
    """
    try:
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as there:
            if old is None:
                for setting in _SETTINGS:
                    there.execute(f"PRAGMA {setting}")
            else:
                there.deserialize(old)
            there.execute("BEGIN")
            for name, index, key in gone:
                _remove(there, tables.get(name), index, key)
            if old is None:
                _create(there, tables)
            _fill(there, tables, lines)
            if old is None:
                _complete(there, tables, views)
            there.execute("COMMIT")
            # After it nothing tells in which order the rows came, and from where.
            there.execute("VACUUM")
            data = bytearray(there.serialize())
    except sqlite3.DatabaseError as error:
        raise ValueError(str(error)) from error
    for place, value in _COUNTERS:
        data[place : place + 4] = value.to_bytes(4)
    return bytes(data)


def _create(there: sqlite3.Connection, tables: Tables) -> None:
    about = [("key TEXT NOT NULL PRIMARY KEY", "what it is"), ("value TEXT NOT NULL", "what it says")]
    there.execute(f"{_created(ABOUT, 'what this is, and on which terms it may be used', about)} WITHOUT ROWID")
    for table in tables.values():
        there.execute(_table_of(tables, table))
        for name, columns in _lists(table).items():
            there.execute(_table_of_list(tables, table, name, columns))


def _complete(there: sqlite3.Connection, tables: Tables, views: Iterable[str]) -> None:
    """Indexes and views: indexes are made faster of rows that are there."""
    for table in tables.values():
        _index(there, table.name, [column.name for column in _plain(table) if _refers(table, column)])
        for name, columns in _lists(table).items():
            _index(there, name, [column.name for column in columns if column.refers])
    for view in views:
        there.execute(view)


def _remove(there: sqlite3.Connection, table: CsvTable[Any, Any] | None, index: str, key: str) -> None:
    """Take away the rows of one record, and the values of their lists; without a table, what tells of the whole."""
    if table is None:
        there.execute(f"DELETE FROM {ABOUT}")
        return
    owner = (KINDS[index], key) if table.of == OWNER else (key,)
    theirs = " AND ".join(f'"{name}" = ?' for name in table.of)
    keys = _names(table.key)
    for name in _lists(table):
        there.execute(f"DELETE FROM {name} WHERE ({keys}) IN (SELECT {keys} FROM {table.name} WHERE {theirs})", owner)
    there.execute(f"DELETE FROM {table.name} WHERE {theirs}", owner)


def _fill(there: sqlite3.Connection, tables: Tables, lines: Lines) -> None:
    of_tables: dict[str, list[Row]] = {}
    for name, rows in lines:
        of_tables.setdefault(name, []).extend(rows)
    there.executemany(f"INSERT OR REPLACE INTO {ABOUT} VALUES (?, ?)", of_tables.pop(ABOUT, ()))
    for name, rows in of_tables.items():
        table = tables[name]
        at = {column.name: place for place, column in enumerate(table.columns)}
        plain = itemgetter(*(at[column.name] for column in _plain(table)))
        _insert(there, name, len(_plain(table)), map(plain, rows))
        for list_name, columns in _lists(table).items():
            places = [at[column.name] for column in columns]
            with_owner = any(_of_sources(column) for column in columns)
            width = len(table.key) + 1 + len(places) + 2 * with_owner
            _insert(there, list_name, width, _values(rows, at, table.key, places, with_owner=with_owner))


def _values(
    rows: Iterable[Row], at: Mapping[str, int], key: Iterable[str], places: list[int], *, with_owner: bool
) -> Iterator[list[Any]]:
    """A row for each value of lists that go together: key, position, whose source it is, the values."""
    keyed = [at[name] for name in key]
    for row in rows:
        if any(row[place] for place in places):
            owner = _owner(row, at) if with_owner else []
            for number, cells in enumerate(zip_longest(*(row[place] for place in places)), 1):
                yield [*(row[place] for place in keyed), number, *owner, *cells]


def _insert(there: sqlite3.Connection, name: str, width: int, rows: Iterable[Any]) -> None:
    there.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * width)})", rows)


def _plain(table: CsvTable[Any, Any]) -> tuple[Column[Any, Any], ...]:
    """The columns of one value."""
    return tuple(column for column in table.columns if not column.is_list)


def _index(there: sqlite3.Connection, table: str, columns: Iterable[str]) -> None:
    for column in columns:
        there.execute(f'CREATE INDEX "{table}.{column}" ON {table} ("{column}")')


def _lists(table: CsvTable[Any, Any]) -> Mapping[str, tuple[Column[Any, Any], ...]]:
    """The lists of values of a table by the name of the table that holds them; those of one group are in one."""
    found: dict[str, tuple[Column[Any, Any], ...]] = {}
    for column in table.columns:
        if column.is_list:
            name = f"{table.name}_{column.group or column.name}"
            found[name] = (*found.get(name, ()), column)
    return found


def _of_sources(column: Column[Any, Any]) -> bool:
    return column.name in ("source", "sources")


def _owner(row: Row, at: Mapping[str, int]) -> list[str]:
    """Whose sources those of a row are: of its edition, or else of its award."""
    edition = row[at["edition"]] if "edition" in at else None
    return ["edition", edition] if edition else ["award", row[at["award"]]]


def _refers(table: CsvTable[Any, Any], column: Column[Any, Any]) -> bool:
    return bool(column.refers) and column.name != table.key[0]


def _table_of(tables: Tables, table: CsvTable[Any, Any]) -> str:
    every = _plain(table)
    lines = [(_column(column, is_key=column.name in table.key), column.sentence) for column in every]
    lines.append((f"PRIMARY KEY ({_names(table.key)})", ""))
    for column in every:
        if column.refers:
            lines.append((_reference(tables, column), ""))
        elif _of_sources(column) and column.name not in table.key:
            lines.append((_source(column), ""))
    return f"{_created(table.name, table.sentence, lines)} WITHOUT ROWID"


def _table_of_list(tables: Tables, table: CsvTable[Any, Any], name: str, columns: Iterable[Column[Any, Any]]) -> str:
    every = tuple(columns)
    of = {column.name: column for column in table.columns}
    lines = [(_column(of[key], is_key=True), of[key].sentence) for key in table.key]
    lines.append(("position INTEGER NOT NULL", "where it stands in the list, from 1"))
    if any(_of_sources(column) for column in every):
        lines += [(f"{owner} TEXT NOT NULL", "whose source it is") for owner in OWNER]
    lines += [(_column(column, is_key=False), column.sentence) for column in every]
    lines.append((f"PRIMARY KEY ({_names((*table.key, 'position'))})", ""))
    lines.append((f"FOREIGN KEY ({_names(table.key)}) REFERENCES {table.name} ({_names(table.key)})", ""))
    for column in every:
        if column.refers:
            lines.append((_reference(tables, column), ""))
        elif _of_sources(column):
            lines.append((_source(column), ""))
    what = ", ".join(column.sentence for column in every)
    return f"{_created(name, f'values of {table.name}: {what}', lines)} WITHOUT ROWID"


def _created(name: str, sentence: str, lines: list[tuple[str, str]]) -> str:
    """The sentences stay in the file: `.schema` shows them."""
    last = len(lines) - 1
    said = [
        f"  {line}{'' if place == last else ','}{f' -- {says}' if says else ''}"
        for place, (line, says) in enumerate(lines)
    ]
    return "\n".join((f"CREATE TABLE {name} ( -- {sentence}", *said, ")"))


def _column(column: Column[Any, Any], *, is_key: bool) -> str:
    one = get_args(column.type)[0] if column.is_list else column.type
    needed = " NOT NULL" if is_key else ""
    return f'"{column.name}" {_TYPES.get(one, "TEXT")}{needed}'


def _reference(tables: Tables, column: Column[Any, Any]) -> str:
    (key,) = tables[column.refers].key
    return f'FOREIGN KEY ("{column.name}") REFERENCES {column.refers} ("{key}")'


def _source(column: Column[Any, Any]) -> str:
    return f"FOREIGN KEY ({_names((*OWNER, column.name))}) REFERENCES sources ({_names((*OWNER, 'source'))})"


def _names(columns: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


def cell(value: Any) -> Any:
    """A cell as JSON has it."""
    if isinstance(value, tuple):
        return [cell(each) for each in value]
    if isinstance(value, Date):
        return str(value)
    if isinstance(value, bool | int):
        return value
    return str(value) if value else None
