"""The published files of the reference archive, as programs of others read them: no validator finds a mistake.

Each of those programs takes half a second or more to import, which only its own test should wait for.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from palmarium.exports.records.columns import TABLES

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def out(reference: Path) -> Path:
    return reference / "archives"


def test_the_tables_are_a_data_package(out: Path) -> None:
    import frictionless

    report = frictionless.validate("datapackage.json", basepath=str(out / "data"))
    assert report.flatten(["name", "rowNumber", "fieldName", "message"]) == []
    assert [task.name for task in report.tasks] == list(TABLES)
    assert all(task.stats["rows"] for task in report.tasks)


def test_the_api_is_described_as_openapi(out: Path) -> None:
    from jsonschema_path import SchemaPath
    from openapi_spec_validator import OpenAPIV31SpecValidator

    api = out / "api/v1"
    described = json.loads((api / "openapi.json").read_bytes())
    [server] = described["servers"]

    def published(url: str) -> object:
        return json.loads((api / url.removeprefix(f"{server['url']}/")).read_bytes())

    schema = SchemaPath.from_dict(described, base_uri=f"{server['url']}/openapi.json", handlers={"https": published})
    assert [error.message for error in OpenAPIV31SpecValidator(schema).iter_errors()] == []


def test_the_calendar_is_one(out: Path) -> None:
    import icalendar

    data = (out / "calendar.ics").read_bytes()
    calendar = icalendar.Calendar.from_ical(data)
    assert calendar.errors == []
    assert [event.errors for event in calendar.events if event.errors] == []
    assert len(calendar.events) == data.count(b"BEGIN:VEVENT") > 0


def feeds(out: Path) -> Iterator[tuple[Path, Path]]:
    for file in sorted(out.rglob("feed.xml")):
        yield file, file.with_suffix(".json")


def test_every_feed_is_read_and_says_the_same_in_both_forms(out: Path) -> None:
    import feedparser

    found = list(feeds(out))
    assert len(found) > 10
    for atom, other in found:
        read = feedparser.parse(atom.read_bytes(), sanitize_html=False)
        assert (read.version, read.bozo) == ("atom10", False), atom
        assert read.feed.id.startswith("tag:")
        told = json.loads(other.read_bytes())
        assert told["version"] == "https://jsonfeed.org/version/1.1"
        assert [entry.id for entry in read.entries] == [item["id"] for item in told["items"]]
        assert [entry.link for entry in read.entries] == [item["url"] for item in told["items"]]
        assert all(entry.title and entry.get("updated_parsed") for entry in read.entries), atom
