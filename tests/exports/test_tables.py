import csv
import io
from collections.abc import Iterator
from typing import Any, get_args, get_origin

import pytest

from palmarium.exports import api, tables
from palmarium.exports.records.columns import TABLES, CsvTable
from palmarium.importing.tables.repair import repair_text
from palmarium.pages.context import Context
from palmarium.pages.parts import data_index
from tests.exports.exported import PIE, context, files, read


def every(table: CsvTable[Any, Any], there: Context) -> Iterator[tuple[Any, ...]]:
    """The cells of each row of a table."""
    keys = ((index, key) for index in table.each for key in getattr(there.archive, index))
    return (cells for pair in keys for cells in table.cells(there, *pair))


def rows(written: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written[f"/data/{name}.csv"].decode(), newline="")))


@pytest.fixture(scope="module")
def written() -> dict[str, bytes]:
    return files(tables, context(PIE))


def test_there_are_eight_tables_and_the_index_lists_them(written: dict[str, bytes]) -> None:
    assert set(written) == {f"/data/{name}.csv" for name in TABLES}
    assert tuple(TABLES) == tuple(data_index.TABLES)
    assert len(TABLES) == 8


def values(cell: Any) -> tuple[Any, ...]:
    return tuple(value for value in (cell if isinstance(cell, tuple) else (cell,)) if value not in (None, ""))


def test_a_cell_is_of_the_type_of_its_column(there: Context) -> None:
    wrong = set()
    for name, table in TABLES.items():
        for cells in every(table, there):
            for column, cell in zip(table.columns, cells, strict=True):
                several = get_origin(column.type) is tuple
                one = get_args(column.type)[0] if several else column.type
                if several != isinstance(cell, tuple) or any(type(value) is not one for value in values(cell)):
                    wrong.add((name, column.name, cell))
    assert wrong == set()


def test_no_two_rows_have_one_key(there: Context) -> None:
    for table in TABLES.values():
        places = [at for at, column in enumerate(table.columns) if column.name in table.key]
        assert len(places) == len(table.key)
        keys = [tuple(cells[at] for at in places) for cells in every(table, there)]
        assert not table.key or len(set(keys)) == len(keys)


def test_a_column_that_refers_holds_ids_of_the_other_table(there: Context) -> None:
    ids = {name: {cells[0] for cells in every(table, there)} for name, table in TABLES.items()}
    ids["awards"] = set(there.archive.awards)
    dangling = {
        (name, column.name, value)
        for name, table in TABLES.items()
        for cells in every(table, there)
        for column, cell in zip(table.columns, cells, strict=True)
        for value in values(cell)
        if column.refers and value not in ids[column.refers]
    }
    assert dangling == set()


def test_every_column_has_a_sentence_and_a_name_of_its_own() -> None:
    for table in TABLES.values():
        assert all(column.sentence for column in table.columns)
        names = [column.name for column in table.columns]
        assert len(set(names)) == len(names)


def test_a_table_is_rfc_4180_in_utf_8_without_a_mark(written: dict[str, bytes]) -> None:
    for text in written.values():
        assert not text.startswith(b"\xef\xbb\xbf")
        assert text.endswith(b"\r\n")
        assert text.count(b"\n") == text.count(b"\r\n")
        lines = list(csv.reader(io.StringIO(text.decode(), newline=""), strict=True))
        assert {len(line) for line in lines} == {len(lines[0])}


def test_the_columns_are_fixed(written: dict[str, bytes]) -> None:
    heads = {url: text.split(b"\r\n")[0].decode() for url, text in written.items()}
    assert heads["/data/juries.csv"] == (
        "edition,label,date,juror,name,name_then,chair,as,role,org,org_name,category,note,sources,url,number"
    )
    assert heads["/data/claims.csv"] == (
        "of_kind,of_id,says,count,value,verdict,found,at_least,at_most,reason,sentence,"
        "name,category,edition,award,until,scope,disputed,source,note,url,number"
    )
    assert heads["/data/sources.csv"] == "of_kind,of_id,source,title,author,publisher,date,url,archived,accessed,note"
    assert heads["/data/results.csv"].startswith(
        "result,award,edition,label,date,category,category_name,laureate,name,name_then,kind,as,role,org,org_name,"
        "distinction,rank,tie,title,count,share,status,"
    )


def test_a_joint_result_has_a_row_for_each_laureate(written: dict[str, bytes]) -> None:
    ann, ben = (row for row in rows(written, "results") if row["result"] == "pie/2011/pie--ann-crust")
    assert (ann["laureate"], ann["as"]) == ("ann-crust", "baker")
    assert (ann["role"], ann["org"], ann["org_name"]) == ("head baker", "oven-co", "Oven & Co")
    assert (ann["share"], ben["share"], ben["role"]) == ("1/2", "1/2", "")
    assert (ann["title"], ann["for"], ann["represented_by"]) == ("true", "Blackbird Pie", "Lee Proxy")


def test_a_date_keeps_its_precision(written: dict[str, bytes]) -> None:
    assert [row["date"] for row in rows(written, "editions")] == ["2010-10", "2011-10-03", "2012"]


@pytest.mark.parametrize(
    ("method", "number"),
    [
        ("channels: [phone, mail]", 2),
        ("channel_count: 5", 5),
        ("channels: [phone, mail], channel_count: 5", 5),
        ("channels: [phone, mail], channel_count: 0", 2),
        ("channel_count: 0", 0),
        ("tests: secret", None),
    ],
)
def test_the_table_and_the_record_of_an_edition_count_the_same_channels(method: str, number: int | None) -> None:
    award = "-- editions/pie/award.yaml --\nname: Pie\n"
    there = context(f"{award}-- editions/pie/2011.yaml --\nmethod: {{{method}}}\n")
    (row,) = rows(files(tables, there), "editions")
    record = read(files(api, there), "/api/v1/editions/pie-2011.json")
    assert row["channel_count"] == ("" if number is None else str(number))
    assert record["method"].get("channel_count") == number


def test_a_category_has_a_row_in_each_edition_with_what_became_of_it(written: dict[str, bytes]) -> None:
    found = {(row["category"], row["edition"]): row for row in rows(written, "categories")}
    assert found["pie/tart", "pie/2011"]["outcome"] == "not-awarded"
    assert found["pie/tart", "pie/2011"]["reason"] == "below-threshold"
    assert found["pie/pie", "pie/2011"]["laureates"] == "Ann Crust | Ben Crumble"


def test_a_category_in_no_edition_still_has_a_row() -> None:
    written = files(tables, context("-- editions/pie/award.yaml --\nname: Pie\ncategories: {pie: Best Pie}\n"))
    (row,) = rows(written, "categories")
    assert (row["category"], row["edition"], row["outcome"]) == ("pie/pie", "", "")


def test_several_posts_stay_beside_each_other(written: dict[str, bytes]) -> None:
    judge, critic = rows(written, "juries")
    assert (judge["chair"], judge["note"]) == ("true", "Came late.")
    assert (critic["role"], critic["org"], critic["org_name"]) == (
        "editor | owner",
        "pie-news | oven-co",
        "Pie News | Oven & Co",
    )


def test_a_claim_says_whose_it_is_and_its_verdict(written: dict[str, bytes]) -> None:
    first, second, third, fourth, fifth = rows(written, "claims")
    assert (first["of_id"], first["verdict"], first["found"]) == ("pie/2010", "agrees", "2")
    assert (second["value"], second["verdict"], second["source"]) == ("43", "differs", "s1")
    assert (third["verdict"], third["reason"]) == ("not-computable", "stated")
    inside = ("of_kind", "of_id", "says", "verdict", "found", "name", "edition", "award")
    assert [fourth[key] for key in inside] == [
        *("name", "ann-crust", "two titles", "not-computable", "2", "ann-crust", "", "pie")
    ]
    assert [fifth[key] for key in inside] == [
        *("article", "a-pie-report", "three laureates", "not-computable", "2", "", "pie/2011", "pie")
    ]


def test_a_source_says_what_it_is_a_source_of(written: dict[str, bytes]) -> None:
    assert [(row["of_kind"], row["of_id"], row["source"]) for row in rows(written, "sources")] == [
        ("award", "pie", "s1"),
        ("edition", "pie/2011", "s1"),
    ]


def test_a_cell_that_a_spreadsheet_would_run_is_a_text(written: dict[str, bytes]) -> None:
    (row,) = (row for row in rows(written, "names") if row["id"] == "evil-pastry")
    assert row["name"] == "'=Evil Pastry"


@pytest.mark.parametrize("text", ["=1+1", "+SUM(A1)", "-2+3", "@pie", "=cmd|' /C calc'!A0", "－1+1", "＝A1"])
def test_a_formula_gets_an_apostrophe(text: str) -> None:
    site = f"-- editions/pie/award.yaml --\nname: Pie\nsources: {{s1: {{title: {text!r}}}}}\n".replace("\\'", "''")
    (row,) = rows(files(tables, context(site)), "sources")
    assert row["title"] == f"'{text}"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a;=1+1", "a;'=1+1"),
        ("a; @pie", "a; '@pie"),
        ("a;;=1;b;-x", "a;;'=1;b;'-x"),
        ("'=1+1", "''=1+1"),
        ("''-x", "'" * 3 + "-x"),
        ("a;'=1", "a;''=1"),
    ],
)
def test_a_formula_behind_a_semicolon_gets_one_too_and_an_apostrophe_another(text: str, written: str) -> None:
    site = f'-- editions/pie/award.yaml --\nname: Pie\nsources: {{s1: {{title: "{text}"}}}}\n'
    (row,) = rows(files(tables, context(site)), "sources")
    assert row["title"] == written
    assert repair_text(written) == text


@pytest.mark.parametrize("text", ["a; b", "Jean-Luc; Marie-Ange", "-12", "+3,5", "-0.5", "12", "a=b", "…", "1-2"])
def test_a_number_or_a_plain_text_stays_as_it_is(text: str) -> None:
    site = f"-- editions/pie/award.yaml --\nname: Pie\nsources: {{s1: {{title: {text!r}}}}}\n"
    (row,) = rows(files(tables, context(site)), "sources")
    assert row["title"] == text


def test_a_cell_may_hold_commas_and_quotes() -> None:
    site = "-- editions/pie/award.yaml --\nname: Pie\nsources: {s1: {title: 'Pie, \"the\" prize'}}\n"
    written = files(tables, context(site))
    assert b'"Pie, ""the"" prize"' in written["/data/sources.csv"]


OVENS = """\
-- content/names/oven-co.md --
---
{name: Oven & Co, kind: organisation, description: A baker, aliases: [Ovens, Oven & Co], expansion: Ovens and Company,
 names: [{name: Old Oven, until: 2001}, Oven & Co], wikidata: Q42, identifiers: {viaf: 12}}
---
-- content/names/ben-crumble.md --
---
{name: Ben Crumble, kind: person, disambiguation: the baker}
---
"""


def test_a_name_to_match_has_its_spellings_once_and_its_ids_elsewhere() -> None:
    found = {row["id"]: row for row in rows(files(tables, context(PIE + OVENS)), "reconciliation")}
    ovens, ben, evil = (found[id] for id in ("oven-co", "ben-crumble", "evil-pastry"))
    assert (ovens["name"], ovens["aliases"]) == ("Oven & Co", "Old Oven | Ovens and Company | Ovens")
    assert (ovens["kind"], ovens["description"]) == ("organisation", "A baker")
    assert (ovens["identifiers"], ovens["url"]) == ("wikidata:Q42 | viaf:12", "https://example.org/pies/noms/oven-co/")
    assert (ben["description"], ben["aliases"], ben["identifiers"]) == ("the baker", "", "")
    assert evil["name"] == "'=Evil Pastry"
