import csv
import io
import random
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from palmarium.exports import database, tables
from palmarium.exports.records.columns import TABLES
from palmarium.exports.records.relations import RELATIONS
from palmarium.pages.context import Context
from palmarium.pages.parts.data_index import VIEWS
from tests import recompute
from tests.exports.exported import PIE, context, files, reference

URL = "/data/archive.sqlite"
ROOT = Path(__file__).parent.parent.parent


def opened(data: bytes) -> closing[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(data)
    connection.row_factory = sqlite3.Row
    return closing(connection)


def asked(there: Context, query: str) -> list[tuple[Any, ...]]:
    with opened(files(database, there)[URL]) as connection:
        return [tuple(row) for row in connection.execute(query)]


def test_the_file_is_sound_and_every_reference_is_whole(there: Context) -> None:
    assert asked(there, "PRAGMA integrity_check") == [("ok",)]
    assert asked(there, "PRAGMA foreign_key_check") == []


def test_the_tables_and_the_database_hold_the_same(there: Context) -> None:
    written = files(tables, there)
    with opened(files(database, there)[URL]) as connection:
        assert TABLES.keys() - RELATIONS.keys() == {"reconciliation"}
        for name, table in ((name, table) for name, table in TABLES.items() if name in RELATIONS):
            rows = csv.DictReader(io.StringIO(written[f"/data/{name}.csv"].decode(), newline=""))
            found = recompute.in_database(connection, name)
            columns = [column.name for column in table.columns]
            shown = sorted(tuple(row[column].removeprefix("'") for column in columns) for row in rows)
            # A category in no edition has no results in the one, and none is counted in the other.
            inside = (row for row in found if name != "categories" or row["edition"])
            kept = sorted(tuple(row[column].removeprefix("'") for column in columns) for row in inside)
            assert kept == [row for row in shown if name != "categories" or row[columns.index("edition")]]


def test_a_category_in_no_edition_is_there() -> None:
    there = context("-- editions/pie/award.yaml --\nname: Pie\ncategories: {pie: {name: Best Pie, note: New.}}\n")
    assert asked(there, "SELECT category, name, note FROM categories") == [("pie/pie", "Best Pie", "New.")]
    assert asked(there, "SELECT * FROM category_editions") == []


def test_every_table_has_a_key_and_says_what_it_and_each_column_is() -> None:
    with opened(files(database, context(PIE))[URL]) as connection:
        for name, table in RELATIONS.items():
            (sql,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()
            assert table.sentence in sql
            assert all(f"-- {column.sentence}" in sql for column in table.columns if not column.is_list)
            keys = [row["name"] for row in connection.execute(f"PRAGMA table_info({name})") if row["pk"]]
            assert set(keys) == set(table.key)


def test_an_index_stands_behind_every_reference() -> None:
    with opened(files(database, context(PIE))[URL]) as connection:
        names = [row["name"] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for name in names:
            first = {row["name"] for row in connection.execute(f"PRAGMA table_info({name})") if row["pk"] == 1}
            for index in connection.execute(f"PRAGMA index_list({name})").fetchall():
                first.add(next(iter(connection.execute(f'PRAGMA index_info("{index["name"]}")')))["name"])
            keys = connection.execute(f"PRAGMA foreign_key_list({name})")
            single = [row for row in keys if row["table"] != "sources"]
            assert {row["from"] for row in single if row["seq"] == 0} <= first, name


def test_the_views_count_what_the_archive_counts(there: Context) -> None:
    titles = asked(there, "SELECT id, titles, editions FROM names WHERE titles ORDER BY id")
    assert titles == asked(there, "SELECT laureate, titles, editions FROM titles_by_name ORDER BY laureate")
    of_editions = "SELECT year, award, sum(titles) FROM editions WHERE titles GROUP BY 1, 2 ORDER BY 1, 2"
    assert asked(there, of_editions) == asked(there, "SELECT year, award, titles FROM titles_by_year")
    seats = "SELECT juror, count(DISTINCT edition) FROM juries GROUP BY juror ORDER BY juror"
    assert asked(there, seats) == asked(there, "SELECT juror, seats FROM jury_seats ORDER BY juror")


def test_the_plain_questions_have_an_answer() -> None:
    there = context(PIE)
    assert asked(there, "SELECT year, category_name, name FROM winners WHERE award = 'pie' AND category <> ''") == [
        (2011, "Best Pie", "Ann Crust"),
        (2011, "Best Pie", "Ben Crumble"),
    ]
    assert asked(there, "SELECT name, year FROM holders WHERE category = 'crumb/crumb'") == [("Oven & Co", 2012)]
    assert asked(there, "SELECT says, source FROM differing_claims") == [("43 categories", "The report")]
    assert {name for (name,) in asked(there, "SELECT name FROM sqlite_master WHERE type = 'view'")} == set(VIEWS)


def test_a_laureate_whose_part_is_revoked_is_no_winner() -> None:
    both = "[{name: Ann Crust, status: revoked}, Ben Crumble]"
    there = context(
        f"-- editions/pie/award.yaml --\nname: Pie\ncategories: {{pie: Best Pie}}\n"
        f"-- editions/pie/2011.yaml --\nresults:\n  pie: {{laureate: {both}}}\n"
    )
    assert asked(there, "SELECT laureate FROM winners") == [("ben-crumble",)]


def test_who_has_no_file_of_its_own_is_whole_all_the_same() -> None:
    query = "SELECT r.name, n.id, n.name, n.titles, n.url FROM results AS r LEFT JOIN names AS n ON id = laureate"
    found = asked(context(PIE), f"{query} WHERE laureate = 'ben-crumble'")
    assert found == [("Ben Crumble", "ben-crumble", "Ben Crumble", 1, "https://example.org/pies/noms/ben-crumble/")]
    assert asked(reference(), "SELECT count(*) FROM results WHERE laureate NOT IN (SELECT id FROM names)") == [(0,)]


def test_several_posts_stay_beside_each_other() -> None:
    query = "SELECT position, role, org, org_name FROM juries_posts WHERE edition = 'pie/2011' AND number = 2"
    assert asked(context(PIE), query) == [(1, "editor", "pie-news", "Pie News"), (2, "owner", "oven-co", "Oven & Co")]


def test_the_file_says_what_it_is_and_on_which_terms() -> None:
    there = context(PIE, data_licence="https://creativecommons.org/publicdomain/zero/1.0/")
    found = dict(asked(there, "SELECT key, value FROM about"))
    assert (found["title"], found["url"]) == ("Tartes", "https://example.org/pies/")
    assert found["licence"] == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert asked(there, "PRAGMA user_version") == [(1,)]


def lines(there: Context) -> dict[str, bytes]:
    """The line of each unit, by its key."""
    return {piece.key: piece.text.encode() for _, make in database.parts(there, {}) for piece in make()}  # type: ignore[union-attr]


def revise(old: bytes | None, gone: list[str], new: Iterator[bytes] | list[bytes]) -> bytes:
    (file,) = database.lists(context(PIE))
    assert file.revise
    return file.revise(old, gone, new)


def test_a_file_that_is_revised_has_the_bytes_of_one_that_is_made(there: Context) -> None:
    every = lines(there)
    whole = files(database, there)[URL]
    for seed in range(6):
        rng = random.Random(seed)
        some = sorted(rng.sample(sorted(every), min(len(every), 1 + 7 * seed)))
        less = revise(whole, some, [])
        assert less == revise(None, [], [text for key, text in every.items() if key not in some])
        assert less != whole
        assert revise(less, [], [every[key] for key in reversed(some)]) == whole
        assert revise(whole, some, [every[key] for key in some]) == whole


def test_the_order_of_lines_does_not_matter() -> None:
    every = list(lines(context(PIE)).values())
    assert revise(None, [], every[::-1]) == revise(None, [], every)


def test_nothing_tells_which_sqlite_made_it() -> None:
    data = files(database, context(PIE))[URL]
    assert data[96:100] == (3_040_000).to_bytes(4)
    assert data[24:28] == data[92:96]


@pytest.mark.parametrize("old", [b"no database", b"SQLite format 3\0" + bytes(9000)])
def test_a_file_that_can_not_be_read_is_no_ground_to_stand_on(old: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        revise(old, ["results editions pie/2011"], [])


def test_the_questions_in_the_manual_have_answers() -> None:
    queries = re.findall(r"```sql\n(.+?)```", (ROOT / "docs/tables.md").read_text(encoding="utf-8"), re.S)
    assert len(queries) == 3
    most, of_2011 = (asked(reference(), query) for query in queries[:2])
    assert all(len(row) == 5 and row[1] >= 1 for row in most)
    assert len(most) == 10
    assert all(row[2] and row[3].startswith("https://example.org/prix/") for row in of_2011)
    assert of_2011
    assert asked(context(JUROR), queries[2]) == [("Pie 2011", "Best Pie", "Oven & Co", "Jo Judge", "baker")]


JUROR = """\
-- editions/pie/award.yaml --
{name: Fictional Pie Award, short: Pie, categories: {pie: Best Pie, tart: Best Tart}}
-- editions/pie/2011.yaml --
jury: [{name: Jo Judge, role: baker, org: Oven & Co}]
results: {pie: Oven & Co, tart: Ann Crust}
"""
