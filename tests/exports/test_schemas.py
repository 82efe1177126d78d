import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from palmarium.exports import api, schemas
from palmarium.pages.context import Context
from palmarium.pages.parts.data_index import LISTS, SINGLE, schema_of
from tests.exports.exported import PIE, context, files, read, reference


def registry(written: dict[str, bytes]) -> Registry[Any]:
    found = (json.loads(text) for text in written.values())
    return Registry().with_resources((schema["$id"], Resource.from_contents(schema)) for schema in found)


def schema_for(url: str) -> str:
    """`schema/names.json` for the list, `schema/name.json` for one name."""
    kind, _, id = url.removeprefix("/api/v1/").removesuffix(".json").partition("/")
    return f"/api/v1/schema/{schema_of(kind) if id else kind}.json"


def mistakes(there: Context) -> Iterator[str]:
    """What the exported files hold that their schemas do not allow."""
    described = files(schemas, there)
    known = registry(described)
    validators: dict[str, Draft202012Validator] = {}
    for url, text in files(api, there).items():
        name = schema_for(url)
        if name not in validators:
            validators[name] = Draft202012Validator(read(described, name), registry=known)
        for error in validators[name].iter_errors(json.loads(text)):
            yield f"{url}: {error.json_path}: {error.message}"


@pytest.fixture(scope="module")
def written() -> dict[str, bytes]:
    return files(schemas, context(PIE))


def test_every_file_is_what_its_schema_says() -> None:
    assert list(mistakes(context(PIE))) == []


def test_every_file_of_the_reference_archive_is_what_its_schema_says() -> None:
    assert list(mistakes(reference())) == []


def test_a_schema_refuses_what_is_no_record(written: dict[str, bytes]) -> None:
    name = {"id": "ann-crust", "url": "https://example.org/", "name": "Ann Crust", "kind": "person", "counts": {}}
    check = Draft202012Validator(read(written, "/api/v1/schema/name.json"), registry=registry(written))
    assert check.is_valid(name)
    wrong: tuple[dict[str, Any], ...] = ({"kind": "dog"}, {"sort": None}, {"born": "1970-2"}, {"nmae": "Ann"})
    for change in wrong:
        assert not check.is_valid(name | change)


def test_every_schema_is_a_schema_with_its_own_address(written: dict[str, bytes]) -> None:
    for url, text in written.items():
        schema = json.loads(text)
        Draft202012Validator.check_schema(schema)
        assert schema["$id"] == f"https://example.org/pies{url}"


def test_every_kind_and_list_has_a_schema(written: dict[str, bytes]) -> None:
    names = {"index", *LISTS, *(schema_of(kind) for kind in LISTS)}
    assert set(written) == {f"/api/v1/schema/{name}.json" for name in names}
    assert set(SINGLE) <= set(LISTS)


def test_every_key_has_a_sentence(written: dict[str, bytes]) -> None:
    for url, text in written.items():
        schema = json.loads(text)
        for record in (schema, *schema.get("$defs", {}).values()):
            assert record.get("description") or record["type"] == "array", f"{url}: {record['title']}"
            for key, value in record.get("properties", {}).items():
                assert value["description"], f"{url}: {record['title']}.{key}"


def test_every_record_is_described_in_words(written: dict[str, bytes]) -> None:
    described = [
        (record["title"], record["description"])
        for schema in map(json.loads, written.values())
        for record in (schema, *schema.get("$defs", {}).values())
        if record["type"] == "object"
    ]
    assert ("Money", "The money of a prize, or what was given instead of money.") in described
    assert [title for title, text in described if text.startswith(f"{title}(")] == []


def test_a_schema_keeps_the_order_of_the_record_and_its_words(written: dict[str, bytes]) -> None:
    result = read(written, "/api/v1/schema/result.json")
    assert list(result["properties"])[:5] == ["id", "url", "award", "edition", "label"]
    assert {"for", "rank"} <= set(result["properties"])
    assert result["properties"]["acceptance"]["enum"] == ["received", "declined", "prevented"]
    assert "edge case" not in written["/api/v1/schema/edition.json"].decode()
