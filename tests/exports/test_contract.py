"""What the page of data promises to whoever uses the data again."""

import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from palmarium.exports import api, data_package, database, schemas, tables
from palmarium.exports.records.columns import TABLES
from palmarium.exports.records.relations import RELATIONS
from palmarium.pages.parts.data_index import VERSION
from palmarium.pages.parts.linked_data import award_data, dump, edition_data, name_data, term
from tests.exports.exported import PIE, context, files, read

PUBLISHED = Path(__file__).with_name("contract.json")
"""Every key, column and view that was ever published, with its type: nothing of it may go while the format stays."""


def keys() -> dict[str, str]:
    """Every key of the API, column of the tables, and table of the database, each with its type."""
    there = context(PIE)
    found = {}
    for url, data in files(schemas, there).items():
        schema = json.loads(data)
        for title, described in {schema["title"]: schema, **schema.get("$defs", {})}.items():
            for key, value in described.get("properties", {}).items():
                found[f"{url.rpartition('/')[2]} {title}.{key}"] = type_of(value)
    for resource in read(files(data_package, there), "/data/datapackage.json")["resources"]:
        found |= {f"{resource['path']} {each['name']}": each["type"] for each in resource["schema"]["fields"]}
    for table in RELATIONS.values():
        found |= {f"archive.sqlite {table.name}.{column.name}": "" for column in table.columns}
    return found | {f"archive.sqlite {name}": "view" for name in database.VIEWS}


def type_of(schema: dict[str, Any]) -> str:
    """Words of an enumeration may come; a list stays one, and holds what it held."""
    if "items" in schema:
        return f"list of {type_of(schema['items'])}"
    return str(schema.get("$ref") or schema.get("type") or "word")


def test_what_was_published_keeps_its_name_and_its_type() -> None:
    """Where one is new, add it: `python -m tests.exports.test_contract`."""
    published = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    assert published["format"] == VERSION
    now = keys()
    assert {key: type for key, type in published["keys"].items() if now.get(key) != type} == {}
    assert now.keys() - published["keys"].keys() == set()


def nulls(value: Any) -> Iterator[Any]:
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from nulls(each)
    elif value is None:
        yield value


def test_what_is_missing_is_left_out_and_references_are_whole(there: Any) -> None:
    written = files(api, there)
    assert [url for url, data in written.items() if list(nulls(json.loads(data)))] == []
    ids = {kind: {record["id"] for record in read(written, f"/api/v1/{kind}.json")} for kind in ("names", "editions")}
    categories = {record["id"] for record in read(written, "/api/v1/categories.json")}
    for result in read(written, "/api/v1/results.json"):
        assert {laureate["id"] for laureate in result["laureates"] if "id" in laureate} <= ids["names"]
        assert result["edition"] in ids["editions"]
        assert result.get("category", next(iter(categories))) in categories


def test_an_item_of_wikidata_is_in_every_form() -> None:
    there = context(
        """\
        -- editions/pie/award.yaml --
        {name: Pie, wikidata: Q1, categories: {pie: {name: Best Pie, wikidata: Q2}}}
        -- editions/pie/2011.yaml --
        {wikidata: Q3, results: {pie: Ann Crust}}
        -- content/names/ann-crust.md --
        ---
        {name: Ann Crust, kind: person, wikidata: Q4}
        ---
        """
    )
    items = {"awards": "Q1", "categories": "Q2", "editions": "Q3", "names": "Q4"}
    written = {**files(api, there), **files(tables, there)}
    assert {kind: read(written, f"/api/v1/{kind}.json")[0]["wikidata"] for kind in items} == items
    rows = {name: list(csv.DictReader(io.StringIO(written[f"/data/{name}.csv"].decode()))) for name in TABLES}
    assert {rows[kind][0]["wikidata"] for kind in items if kind != "awards"} == {"Q2", "Q3", "Q4"}
    assert rows["editions"][0]["award_wikidata"] == "Q1"
    assert {row["identifiers"] for row in rows["reconciliation"]} == {f"wikidata:{item}" for item in items.values()}
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(files(database, there)["/data/archive.sqlite"])
        for kind, item in items.items():
            assert connection.execute(f"SELECT wikidata FROM {kind}").fetchall() == [(item,)]
    data = {
        "Q1": award_data(there, there.archive.awards["pie"]),
        "Q2": dump(term(there, there.archive.categories["pie/pie"])),
        "Q3": edition_data(there, there.archive.editions["pie/2011"]),
        "Q4": name_data(there, there.archive.names["ann-crust"], ()),
    }
    assert [item for item, text in data.items() if f'https://www.wikidata.org/wiki/{item}"' not in text.html] == []


def test_the_same_sources_give_the_same_bytes() -> None:
    first, second = ({**files(tables, there), **files(database, there)} for there in (context(PIE), context(PIE)))
    assert first == second


if __name__ == "__main__":
    text = json.dumps({"format": VERSION, "keys": dict(sorted(keys().items()))}, indent=0, ensure_ascii=False)
    PUBLISHED.write_text(f"{text}\n", encoding="utf-8")
