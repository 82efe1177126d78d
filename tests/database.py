"""What is wrong with the database of a built site."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any


def faults(path: Path) -> list[Any]:
    """What SQLite finds wrong with the file and its references, and names whose titles its views count otherwise."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as there:
        wrong = there.execute("PRAGMA integrity_check").fetchall()
        dangling = there.execute("PRAGMA foreign_key_check").fetchall()
        counted = there.execute(
            "SELECT id, n.titles, t.titles FROM names AS n LEFT JOIN titles_by_name AS t ON t.laureate = n.id"
            " WHERE n.titles <> coalesce(t.titles, 0)"
        ).fetchall()
    return [row for row in (*wrong, *dangling, *counted) if row != ("ok",)]
