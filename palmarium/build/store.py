"""What a build leaves for the next one, read by key: an SQLite file in the state folder, each value below its digest.

A store that is damaged, or that another program or another build wrote, counts as empty: everything is made again.
"""

import contextlib
import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from ..sources import disk
from ..sources.values import dumps, loads

_FILE = "units.db"
_FORM = 1
_DIGEST = 8
_T = TypeVar("_T")
_ABOUT = ("user_version", "page_count", "page_size")
Memory = dict[tuple[str, str], tuple[bytes, Any]]
"""Values that a program has read or kept, by kind and key: one is believed where its digest is that of the file."""


@dataclass(frozen=True, slots=True)
class Store:
    """An open store, and the values of it that this program has already, each with its digest."""

    connection: sqlite3.Connection
    memory: "Memory | None" = None


@contextlib.contextmanager
def opened(root: Path, memory: Memory | None = None) -> Iterator[Store | None]:
    """The store that an earlier build left; None where there is none that can be read.

    With a `memory`, values are read once, and new ones kept in it.
    """
    there = _opened(root, memory)
    try:
        yield there
    finally:
        if there is not None:
            with contextlib.suppress(sqlite3.Error):
                there.connection.close()


def _opened(root: Path, memory: Memory | None) -> Store | None:
    path = disk.state_file(root, _FILE)
    if path is None:
        return None
    try:
        connection = sqlite3.connect(path, isolation_level=None)
        form, pages, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in _ABOUT)
        if form == _FORM and pages * size == disk.size(path):
            return Store(connection, memory)
        connection.close()
    except (OSError, sqlite3.Error):
        return None
    return None


def get(store: Store, kind: str, key: str = "") -> bytes | None:
    """The bytes of a value; None where there is none. Raises ValueError for what is not what was kept."""
    try:
        row = store.connection.execute("SELECT value FROM kept WHERE kind = ? AND key = ?", (kind, key)).fetchone()
    except sqlite3.Error as error:
        raise ValueError(str(error)) from error
    if row is None:
        return None
    data = row[0][_DIGEST:] if isinstance(row[0], bytes) else b""
    if row[0][:_DIGEST] != _mark(kind, key, data):
        raise ValueError(f"{kind} {key} is not what was kept")
    return data


def value(store: Store, kind: str, key: str = "") -> Any:
    """A value, which nobody may change. Raises ValueError where there is none, or not what was kept."""
    if store.memory is None:
        return _read(store, kind, key)
    try:
        asked = "SELECT substr(value, 1, ?) FROM kept WHERE kind = ? AND key = ?"
        row = store.connection.execute(asked, (_DIGEST, kind, key)).fetchone()
    except sqlite3.Error as error:
        raise ValueError(str(error)) from error
    known = store.memory.get((kind, key))
    if known is None or row is None or known[0] != row[0]:
        made = _read(store, kind, key)
        store.memory[kind, key] = row[0], made
        return made
    return known[1]


def _read(store: Store, kind: str, key: str) -> Any:
    data = get(store, kind, key)
    if data is None:
        raise ValueError(f"{kind} {key} is not kept")
    return loads(data)


def made_once(store: Store, kind: str, mark: bytes, make: Callable[[], _T]) -> _T:
    """What a program makes once and then has in its memory, as long as the `mark` is the same; it is not kept."""
    if store.memory is None:
        return make()
    known = store.memory.get((kind, ""))
    if known is None or known[0] != mark:
        known = store.memory[kind, ""] = mark, make()
    made: _T = known[1]
    return made


def keys(store: Store, kind: str) -> tuple[str, ...]:
    """All keys of a kind. Raises ValueError where they can't be read."""
    try:
        return tuple(key for (key,) in store.connection.execute("SELECT key FROM kept WHERE kind = ?", (kind,)))
    except sqlite3.Error as error:
        raise ValueError(str(error)) from error


Value = tuple[str, str, Any]
"""What is to be kept: its kind, its key, and bytes as they are or a value."""


def replace_all(root: Path, values: Iterable[Value]) -> None:
    """A new store in place of the one that is there; an OSError leaves that as it was."""
    draft = disk.state_draft(root, _FILE, f"{_FILE}-journal")
    with contextlib.closing(sqlite3.connect(draft, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("CREATE TABLE kept (kind TEXT, key TEXT, value BLOB, PRIMARY KEY (kind, key)) WITHOUT ROWID")
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO kept VALUES (?, ?, ?)", map(_row, values))
        connection.execute("COMMIT")
        connection.execute(f"PRAGMA user_version = {_FORM}")
    os.replace(draft, draft.with_name(_FILE))


def update(store: Store, values: Iterable[Value]) -> None:
    """Put values into a store, all or none; an OSError leaves it as it was."""
    try:
        store.connection.execute("BEGIN")
        rows = (_remembered(store, each) for each in values)
        store.connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)
        store.connection.execute("COMMIT")
    except (sqlite3.Error, ValueError) as error:
        # What the new values are made of may be damaged itself.
        raise OSError(str(error)) from error


def _row(value: Value) -> tuple[str, str, bytes]:
    kind, key, kept = value
    data = kept if isinstance(kept, bytes) else dumps(kept)
    return kind, key, _mark(kind, key, data) + data


def _remembered(store: Store, value: Value) -> tuple[str, str, bytes]:
    kind, key, kept = value
    row = _row(value)
    if store.memory is not None and not isinstance(kept, bytes):
        store.memory[kind, key] = row[2][:_DIGEST], kept
    return row


def _mark(kind: str, key: str, data: bytes) -> bytes:
    digest = hashlib.blake2b(f"{kind}\0{key}\0".encode("utf-8", "surrogatepass"), digest_size=_DIGEST)
    digest.update(data)
    return digest.digest()
