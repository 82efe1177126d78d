import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmarium.importing.tables.reading import read_table
from palmarium.importing.tables.table import Reading
from palmarium.problems import Level
from tests.importing.formats.reading import cells, lines, refused, said, table

PIES = "year,prize,winner\n2020,Best Pie,Ada Crumb\n2021,Best Pie,Bo Dough\n"


def test_rows_know_their_line() -> None:
    found, problems = table("pies.csv", PIES)
    assert found.columns == ("year", "prize", "winner")
    assert cells(found) == [("2020", "Best Pie", "Ada Crumb"), ("2021", "Best Pie", "Bo Dough")]
    assert lines(found) == [2, 3]
    assert found.rows[0].span.path == "pies.csv"
    assert problems == ()
    assert (found.how.format, found.how.delimiter, found.how.encoding, found.how.header) == ("csv", ",", "utf-8", 1)


def test_a_row_starts_where_its_first_cell_does() -> None:
    found, _ = table("pies.csv", 'winner,note\n\n"Ada\nCrumb","two\n\nlines"\nBo,\n')
    assert cells(found) == [("Ada\nCrumb", "two\n\nlines"), ("Bo", "")]
    assert lines(found) == [3, 7]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    text = PIES.replace(",", delimiter).replace("Ada Crumb", '"Crumb, Ada; a | b"')
    found, problems = table("pies.csv", text)
    assert found.how.delimiter == delimiter
    assert cells(found)[0] == ("2020", "Best Pie", "Crumb, Ada; a | b")
    assert problems == ()


def test_a_comma_in_every_cell_does_not_hide_the_semicolons() -> None:
    found, _ = table("pies.csv", "winner;prize\nCrumb, Ada;Pies, large\nDough, Bo;Pies, small\n")
    assert cells(found) == [("Crumb, Ada", "Pies, large"), ("Dough, Bo", "Pies, small")]


def test_a_single_column_has_no_delimiter() -> None:
    assert table("pies.csv", "winner\nAda\nBo\n")[0].columns == ("winner",)


def test_what_excel_says_of_its_delimiter_is_no_row() -> None:
    found, _ = table("pies.csv", "sep=;\nwinner;prize\nAda, Bo;Pies\n")
    assert (found.columns, cells(found), lines(found)) == (("winner", "prize"), [("Ada, Bo", "Pies")], [3])


def test_a_delimiter_is_one_character() -> None:
    assert refused("pies.csv", PIES, Reading(delimiter="::"))[1:] == (
        "the delimiter is one character, not '::'",
        'delimiter = ";"',
    )


def test_a_quote_that_is_part_of_the_text_stays() -> None:
    found, problems = table("pies.csv", 'winner,prize\n"Ada "the Crust" Crumb",Pies\n"Bo",Pies\n')
    assert cells(found) == [('"Ada "the Crust" Crumb"', "Pies"), ("Bo", "Pies")]
    assert said(problems) == [
        (2, "a quote in this row opens or closes at the wrong place: its quotes are read as they stand")
    ]


def test_a_quote_that_never_closes_costs_no_row() -> None:
    found, problems = table("pies.csv", 'winner,prize\n"Ada,Pies\nBo,"Pies, large"\nCy,Pies\n')
    assert cells(found) == [('"Ada', "Pies"), ("Bo", "Pies, large"), ("Cy", "Pies")]
    assert lines(found) == [2, 3, 4]
    assert [problem.code for problem in problems] == ["stray-quote"]


def test_many_quotes_that_never_close_cost_no_row_either() -> None:
    text = "winner,prize\n" + "".join(f'"Ada {n},Pies\n' for n in range(400))
    found, problems = table("pies.csv", text)
    assert lines(found) == list(range(2, 402))
    assert problems[-1].message.startswith("281 more like the ones above, on lines 22–")


def test_lines_may_end_in_any_way() -> None:
    old, problems = table("pies.csv", PIES.replace("\n", "\r"))
    new, _ = table("pies.csv", PIES.replace("\n", "\r\n"))
    assert cells(old) == cells(new) == cells(table("pies.csv", PIES)[0])
    assert lines(old) == lines(new) == [2, 3]
    assert said(problems) == [(1, "the lines of this file end with a carriage return alone: they are read as lines")]


def test_a_spreadsheet_with_the_wrong_ending_is_named() -> None:
    assert refused("pies.csv", b"PK\x03\x04....") == (
        1,
        "this is a spreadsheet or another packed file, where a text was expected",
        "give it the ending .xlsx or .ods, or save it as CSV",
    )


TEXTS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")) | st.sampled_from('",;|\n\t '), max_size=8
)
# What is repaired on purpose is tested by itself.
CLEAN = TEXTS.filter(lambda text: text == read_repaired(text))


def read_repaired(text: str) -> str:
    from palmarium.importing.tables.repair import repair_text

    return repair_text(text)


@given(
    st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(CLEAN, min_size=width, max_size=width), min_size=1)),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_every_row_comes_back_with_its_line(
    rows: list[list[str]], delimiter: str, quoting: int, encoding: str, end: str
) -> None:
    header = [f"column {at}" for at in range(len(rows[0]))]
    starts, text = [], ""
    for row in (header, *rows):
        starts.append(text.count("\n") + 1)
        written = io.StringIO()
        csv.writer(written, delimiter=delimiter, quoting=quoting, lineterminator="\n").writerow(row)  # type: ignore[call-overload]
        text += written.getvalue()
    found, _ = table("pies.csv", text.replace("\n", end).encode(encoding), Reading(delimiter=delimiter))
    expected = [(tuple(row), at) for row, at in zip(rows, starts[1:], strict=True) if any(c.strip() for c in row)]
    assert list(zip(cells(found), lines(found), strict=True)) == expected
    assert found.columns == tuple(header)


@given(st.binary(max_size=300), st.sampled_from(["a.csv", "a.tsv"]))
def test_any_bytes_give_a_table_or_problems(data: bytes, name: str) -> None:
    found, problems = read_table(name, data, {}, Reading())
    assert found is not None or any(problem.level is Level.ERROR for problem in problems)


def test_a_cell_of_megabytes_is_a_cell() -> None:
    found, problems = table("pies.csv", f'year,winner\n2020,{"A" * 300_000}\n2021,"B, b"\n')
    assert [len(str(row[1])) for row in cells(found)] == [300_000, 4]
    assert problems == ()
