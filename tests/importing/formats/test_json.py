import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmarium.importing.tables.reading import read_table
from palmarium.importing.tables.table import Reading, Table, places
from tests.importing.formats.reading import cells, lines, refused, said, table

PIES = """{
  "updated": "2021-05-01",
  "years": [
    {"year": 2020, "place": {"city": "Crumbville"}, "hosts": ["Cy", "Di"], "winners": [
      {"name": "Ada", "points": 1.50, "first": true, "note": null},
      {
        "name": "Bo", "bakeries": [{"name": "Oven"}, {"name": "Stove", "city": "Doughton"}]
      }
    ]},
    {"year": 2021, "winners": []}
  ]
}
"""


def column(found: Table, name: str) -> list[object]:
    at = places(found)[name]
    return [row.cells[at] for row in found.rows]


def test_a_row_is_an_item_and_repeats_its_parents() -> None:
    found, problems = table("pies.json", PIES, Reading(rows="years[].winners[]"))
    assert problems == ()
    assert column(found, "name") == ["Ada", "Bo", ""]
    assert column(found, "../year") == ["2020", "2020", "2021"]
    assert column(found, "../place.city") == ["Crumbville", "Crumbville", ""]
    assert column(found, "../hosts") == [("Cy", "Di"), ("Cy", "Di"), ""]
    assert column(found, "../../updated") == ["2021-05-01"] * 3
    assert column(found, "#") == ["1", "2", ""]
    assert column(found, "../#") == ["1", "1", "2"]


def test_a_row_stands_where_its_object_opens() -> None:
    found, _ = table("pies.json", PIES, Reading(rows="years[].winners[]"))
    assert [(row.span.line, row.span.column) for row in found.rows] == [(5, 7), (6, 7), (10, 5)]


def test_numbers_and_truth_are_as_they_are_written() -> None:
    found, _ = table("pies.json", PIES, Reading(rows="years[].winners[]"))
    assert [column(found, name)[0] for name in ("points", "first", "note")] == ["1.50", "true", ""]


def test_a_list_of_objects_is_read_by_number_and_over_all() -> None:
    found, _ = table("pies.json", PIES, Reading(rows="years[].winners[]"))
    assert column(found, "bakeries[0].name")[1] == "Oven"
    assert column(found, "bakeries[1].city")[1] == "Doughton"
    assert column(found, "bakeries[].name")[1] == ("Oven", "Stove")
    assert column(found, "bakeries[].city")[1] == ("", "Doughton"), "as long as the names, so that they go together"


def test_rows_are_in_the_outermost_list_when_nobody_says() -> None:
    found, problems = table("pies.json", PIES)
    assert found.how.rows == "years[]"
    assert column(found, "year") == ["2020", "2021"]
    assert said(problems) == [
        (1, 'rows are read from "years[]"; other lists are years[].winners[], years[].winners[].bakeries[]')
    ]


def test_the_keys_of_a_mapping_can_be_data() -> None:
    found, _ = table("homes.json", '{"XA": "Alphaland", "XB": "Betaland"}', Reading(rows="{}"))
    assert (column(found, "#"), column(found, "value")) == (["XA", "XB"], ["Alphaland", "Betaland"])
    found, _ = table("years.json", '{"2020": {"winners": [{"name": "Ada"}]}, "2021": {"winners": [{"name": "Bo"}]}}')
    assert found.how.rows == "{}.winners[]", "a year that says nothing itself is no row"
    found, _ = table(
        "years.json",
        '{"2020": {"winners": [{"name": "Ada"}]}, "2021": {"winners": [{"name": "Bo"}]}}',
        Reading(rows="{}.winners[]"),
    )
    assert (column(found, "name"), column(found, "../#")) == (["Ada", "Bo"], ["2020", "2021"])
    assert found.columns == ("name", "#", "../#"), "a mapping's items are not its parent's columns"


def test_a_path_that_leads_nowhere_is_told() -> None:
    assert refused("pies.json", PIES, Reading(rows="years[].winer[]")) == (
        1,
        'nothing stands at "years[].winer[]" in this file',
        'did you mean "years[].winners[]"?',
    )


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        (
            '[\n  {"name": "Ada",}\n]',
            2,
            "this is no JSON: a comma stands before the bracket that closes",
            "delete the comma",
        ),
        (
            '{"a": 1}\n{"a": 2}',
            2,
            "this is no JSON: more stands behind the end",
            'if there is one object on each line: format = "jsonl"',
        ),
        (
            '["Ada',
            1,
            "this is no JSON: the quote that opens here is never closed",
            'write " at the end of the text',
        ),
        ('[\n  "Ada",\n]', 2, "this is no JSON: a comma stands before the bracket that closes", "delete the comma"),
        ("[{name: 1}]", 1, "this is no JSON: a key stands in double quotes", 'write "name": …'),
        ("[{'name': 1}]", 1, "this is no JSON: a key stands in double quotes", 'write "name": …'),
        ('[{"name" 1}]', 1, "this is no JSON: a colon is missing behind the key", 'write "name": …'),
        (
            '[\n  {"a": 1}\n  {"b": 2}\n]',
            3,
            "this is no JSON: a comma or a closing bracket is missing",
            "put a comma between two values, or close the bracket, here or on the line above",
        ),
        (
            '[{"a": Ada}]',
            1,
            "this is no JSON: a value is missing here",
            "put double quotes around a text, delete a comma too many; nothing is null",
        ),
        ('["C:\\x"]', 1, "this is no JSON: a backslash means something in JSON", "write \\\\ for a backslash"),
        ("[" * 5000, 1, "brackets are nested too deep here", "flatten the data"),
    ],
)
def test_what_is_no_json_is_told_with_its_line(text: str, line: int, message: str, hint: str) -> None:
    assert refused("pies.json", text) == (line, message, hint)


def test_a_key_that_stands_twice_is_told() -> None:
    found, problems = table("pies.json", '[\n {"name": "Ada", "name": "Bo"}]')
    assert cells(found) == [("Bo", "1")]
    assert said(problems) == [(2, 'the key "name" stands twice in this object: the last is read')]


def test_keys_that_are_data_do_not_become_a_thousand_columns() -> None:
    text = json.dumps([{f"key {at}": at} for at in range(1500)])
    assert refused("pies.json", text)[1] == 'the rows at "[]" have more than 1000 different keys'


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=20,
)


@given(VALUES, st.sampled_from(["", "[]", "{}", "a[].b[]", "[].a{}"]), st.sampled_from([None, 1]))
def test_any_json_gives_a_table_or_problems(value: object, rows: str, indent: int | None) -> None:
    text = json.dumps(value, indent=indent)
    found, problems = read_table("a.json", text.encode(), {}, Reading(rows=rows))
    assert found is not None or problems
    assert found is None or all(len(row.cells) == len(found.columns) for row in found.rows)


@given(st.lists(st.dictionaries(st.sampled_from("abc"), st.text(max_size=4) | st.none(), min_size=1), min_size=1))
def test_every_object_is_found_on_its_line(items: list[dict[str, str | None]]) -> None:
    text = "[\n" + ",\n\n".join(json.dumps(item) for item in items) + "]"
    found, _ = table("a.json", text)
    assert lines(found) == list(range(2, 2 + 2 * len(items), 2))


@given(st.binary(max_size=200))
def test_any_bytes_give_a_table_or_problems(data: bytes) -> None:
    found, problems = read_table("a.json", data, {}, Reading())
    assert found is not None or problems
