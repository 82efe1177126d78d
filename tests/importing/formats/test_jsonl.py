from hypothesis import given
from hypothesis import strategies as st

from palmarium.importing.tables.reading import read_table
from palmarium.importing.tables.table import Reading
from tests.importing.formats.reading import cells, lines, said


def test_each_line_is_a_row() -> None:
    found, problems = read_table("pies.jsonl", b'{"name": "Ada"}\n\n{"name": "Bo"}\n', {}, Reading())
    assert found is not None
    assert (found.columns, cells(found), lines(found)) == (("name", "#"), [("Ada", "1"), ("Bo", "2")], [1, 3])
    assert problems == ()


def test_a_line_that_is_no_json_costs_no_other() -> None:
    found, problems = read_table("pies.ndjson", b'{"name": "Ada"}\n{"name": }\n{"name": "Cy"}\n', {}, Reading())
    assert found is not None
    assert lines(found) == [1, 3]
    assert said(problems) == [(2, "this is no JSON: a value is missing here")]
    assert problems[0].span.column == 10


def test_rows_may_be_inside_the_lines() -> None:
    data = b'{"year": 2020, "winners": [{"name": "Ada"}, {"name": "Bo"}]}\n{"year": 2021, "winners": []}\n'
    found, _ = read_table("pies.jsonl", data, {}, Reading(rows="[].winners[]"))
    assert found is not None
    assert [row.cells[:2] for row in found.rows] == [("Ada", "2020"), ("Bo", "2020"), ("", "2021")]
    assert lines(found) == [1, 1, 2]


@given(st.binary(max_size=200))
def test_any_bytes_give_a_table_or_problems(data: bytes) -> None:
    found, problems = read_table("a.jsonl", data, {}, Reading())
    assert found is not None or problems
