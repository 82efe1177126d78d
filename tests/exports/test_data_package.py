import csv
import io
import re
from typing import Any

from palmarium.exports import data_package, tables
from palmarium.exports.records.columns import TABLES
from palmarium.pages.context import Context
from tests.exports.exported import PIE, context, files, read

TYPES = {
    "string": re.compile(r".*", re.DOTALL),
    "integer": re.compile(r"-?\d+"),
    "boolean": re.compile(r"true|false"),
}


def package(there: Context) -> Any:
    return read(files(data_package, there), "/data/datapackage.json")


def rows(there: Context) -> dict[str, list[dict[str, str]]]:
    written = files(tables, there)
    return {
        url.removeprefix("/data/"): list(csv.DictReader(io.StringIO(data.decode(), newline="")))
        for url, data in written.items()
    }


def test_every_cell_is_what_the_package_says_of_its_column(there: Context) -> None:
    wrong = []
    found = rows(there)
    for resource in package(there)["resources"]:
        for row in found[resource["path"]]:
            for field in resource["schema"]["fields"]:
                value, allowed = row[field["name"]], field.get("constraints", {})
                if not value:
                    fits = not allowed.get("required")
                else:
                    fits = TYPES[field["type"]].fullmatch(value) is not None
                    fits &= value in allowed.get("enum", (value,))
                    fits &= re.fullmatch(allowed.get("pattern", "(?s:.*)"), value) is not None
                wrong += [] if fits else [(resource["name"], field["name"], value)]
    assert wrong == []


def test_keys_are_unique_and_references_are_whole(there: Context) -> None:
    found = rows(there)
    resources = {resource["name"]: resource for resource in package(there)["resources"]}
    for resource in resources.values():
        here = found[resource["path"]]
        keys = [tuple(row[name] for name in resource["schema"]["primaryKey"]) for row in here]
        assert len(set(keys)) == len(keys)
        for foreign in resource["schema"]["foreignKeys"]:
            (field,), (key,) = foreign["fields"], foreign["reference"]["fields"]
            other = resources[foreign["reference"].get("resource", resource["name"])]
            ids = {row[key] for row in found[other["path"]]}
            assert {row[field] for row in here} - ids <= {""}, (resource["name"], field)


def test_every_table_and_column_is_described_in_its_order() -> None:
    resources = package(context(PIE))["resources"]
    assert [resource["name"] for resource in resources] == list(TABLES)
    for resource in resources:
        described = [(field["name"], bool(field["description"])) for field in resource["schema"]["fields"]]
        assert described == [(column.name, True) for column in TABLES[resource["name"]].columns]


def test_it_says_what_it_is_and_on_which_terms() -> None:
    licence = "https://creativecommons.org/publicdomain/zero/1.0/"
    found = package(context(PIE, data_licence=licence, publisher="Pie Society"))
    assert (found["name"], found["title"], found["homepage"]) == ("tartes", "Tartes", "https://example.org/pies/")
    assert found["licenses"] == [{"path": licence}]
    assert found["contributors"] == [{"title": "Pie Society", "roles": ["publisher"]}]
    assert found["version"] == "2012"
    assert "licenses" not in package(context(PIE))


def test_a_date_may_be_a_year_and_is_no_date_of_the_format() -> None:
    (resource,) = (each for each in package(context(PIE))["resources"] if each["name"] == "editions")
    (date,) = (field for field in resource["schema"]["fields"] if field["name"] == "date")
    assert date["type"] == "string"
    pattern = date["constraints"]["pattern"]
    assert all(re.fullmatch(pattern, text) for text in ("2011", "2011-10", "2011-10-03"))
    assert not any(re.fullmatch(pattern, text) for text in ("2011-1", "03/10/2011"))
