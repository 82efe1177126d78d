import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmarium.importing.tables.reading import read_table
from palmarium.importing.tables.table import Reading

from .reading import cells, lines, refused, said, table

PAGE = """\
# Pies

So far | so good.

## 2019

| Year | Winner | Film |
|:-----|:------:|-----:|
| 2019 | Ann Crumb | The Loaf |
| 2020 | Bo \\| Rye | `a|b` |
Year | No | Row

## 2021

Year | Winner
---- | ------
2021 | Cy

```
| a | b |
|---|---|
```
"""


def test_a_table_is_found_with_its_lines_and_what_is_around_it_is_told() -> None:
    found, problems = table("pies.md", PAGE)
    assert found.columns == ("Year", "Winner", "Film")
    assert cells(found)[:2] == [("2019", "Ann Crumb", "The Loaf"), ("2020", "Bo | Rye", "a|b")]
    assert (lines(found), found.how.sheet, found.how.header) == ([9, 10, 11], "2019", 7)
    assert said(problems)[0] == (7, 'of 2 tables the first is read; the others stand below "2021" (line 15)')
    assert problems[0].hint == 'sheet = "2021"'
    assert found.rest == ("the text around the table, in lines 1, 3, 5, 13, 19–22", 'the table "2021", in line 15')


def test_a_table_is_chosen_by_the_heading_above_it() -> None:
    found, problems = table("pies.md", PAGE, Reading(sheet="2021"))
    assert (cells(found), problems) == ([("2021", "Cy")], ())
    assert refused("pies.md", PAGE, Reading(sheet="2012")) == (
        1,
        'no table stands below the heading "2012"',
        'did you mean "2021"?',
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("**Ann**", "Ann"),
        ("_Ann_ and *Bo*", "Ann and Bo"),
        ("***Ann***", "Ann"),
        ('[Ann](https://x.example/a_(b) "who")', "Ann"),
        ("![Ann](ann.png)", "Ann"),
        ("`Ann`", "Ann"),
        ("Ann\\*", "Ann*"),
        ("snake_case_name", "snake_case_name"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("M*A*S*H", "M*A*S*H"),
    ],
)
def test_cells_are_read_as_the_text_they_show_and_that_is_told(written: str, read: str) -> None:
    found, problems = table("pies.md", f"|Winner|x|\n|---|---|\n|{written}|x|\n", Reading(keep=("footnotes",)))
    assert cells(found) == [(read, "x")]
    told = [(problem.code, problem.span.line) for problem in problems]
    assert told == ([] if written == read else [("repaired-markdown", 3)])


def test_bold_in_some_cells_of_a_column_is_told_and_can_be_kept() -> None:
    text = "|Nominee|Film|\n|--|--|\n|**Ann**|_Loaf_|\n|Bo|_Bun_|\n"
    _, problems = table("pies.md", text)
    assert [(problem.code, problem.span.line) for problem in problems] == [
        ("repaired-markdown", 3),
        ("uneven-emphasis", 3),
    ]
    assert 'in the column "Nominee" "**Ann**" is set apart from other cells' in problems[1].message
    kept, problems = table("pies.md", text, Reading(keep=("emphasis",)))
    assert (cells(kept), problems) == ([("**Ann**", "_Loaf_"), ("Bo", "_Bun_")], ())


def test_a_cell_that_is_merged_with_the_one_above_has_its_text() -> None:
    found, problems = table("pies.md", "|Year|Winner|\n|--|--|\n|2019|Ann|\n|^^|Bo[^1]|\n")
    assert cells(found) == [("2019", "Ann"), ("2019", "Bo")]
    assert [problem.code for problem in problems] == ["merged-cells", "repaired-footnotes"]


def test_a_file_without_a_table_is_told() -> None:
    assert refused("pies.md", "# Pies\n\na | b\n") == (
        1,
        "this file holds no table",
        "a table has bars between its cells, and a line `| --- | --- |` below its header",
    )


@given(st.text(st.sampled_from("|-: \n#`ab\\*[]()_^"), max_size=80))
def test_any_text_gives_a_table_or_problems(text: str) -> None:
    found, problems = read_table("pies.md", text.encode(), {}, Reading())
    assert found is not None or problems
