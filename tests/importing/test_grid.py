import pytest

from palmarium.importing.tables.grid import Line, table
from palmarium.importing.tables.table import Reading, Table
from palmarium.problems import Problem
from tests.importing.formats.reading import cells, lines, said

FOUND_OUT = Reading()


def of(text: str, how: Reading = FOUND_OUT) -> tuple[Table, tuple[Problem, ...]]:
    written = (Line(at, tuple(line.split(","))) for at, line in enumerate(text.split("\n"), 1))
    found, problems = table("pies.csv", written, how)
    assert found
    return found, problems


def test_rows_without_anything_are_no_rows() -> None:
    found, problems = of(",,\n\nprize,winner\n,\n  ,\nPie,Ada")
    assert (found.columns, cells(found), found.how.header) == (("prize", "winner"), [("Pie", "Ada")], 3)
    assert problems == ()


def test_cells_are_not_stripped_and_names_of_columns_are() -> None:
    found, _ = of(" prize ,the\twinner\n Pie,Ada ")
    assert (found.columns, cells(found)) == (("prize", "the winner"), [(" Pie", "Ada ")])


def test_a_row_that_is_too_short_is_filled_and_told() -> None:
    found, problems = of("prize,winner,year\nPie,Ada\nCake,Bo,2020")
    assert cells(found)[0] == ("Pie", "Ada", "")
    assert said(problems) == [(2, "this row has 2 cells, the header 3: the missing ones are read as empty")]


def test_a_row_that_is_too_long_keeps_everything_and_is_told() -> None:
    found, problems = of("prize,winner\nPie,Ada,2020,x\nCake,Bo")
    assert found.columns == ("prize", "winner", "3", "4")
    assert cells(found) == [("Pie", "Ada", "2020", "x"), ("Cake", "Bo", "", "")]
    assert said(problems) == [
        (2, 'this row has 4 cells, the header 2: what is too much stands in column "3" and after')
    ]


def test_delimiters_at_the_end_of_lines_are_nothing() -> None:
    found, problems = of("prize,winner,\nPie,Ada,,,\nCake,Bo,")
    assert (found.columns, problems) == (("prize", "winner"), ())


def test_a_header_below_a_title_is_found_and_told() -> None:
    text = "Pies of 2020,,\n,,\nyear,prize,winner\n2020,Pie,Ada\n,Cake,Bo\n,Tart,\n2021,Bun,Di"
    found, problems = of(text)
    assert (found.columns, len(found.rows), found.how.header) == (("year", "prize", "winner"), 4, 3)
    assert said(problems) == [(1, 'the header is taken to be in line 3; above it stands "Pies of 2020"')]
    assert problems[0].hint == "if that is right: header = 3; if not: header = 1"
    assert found.rest == ("what stands above the header, in lines 1",)
    assert said(of(text, Reading(header=3))[1]) == []
    assert of("name\nAda\nBo")[1] == ()


def test_a_header_on_the_wrong_line_is_guessed_at() -> None:
    _, problems = of("Pies of 2020\nprize,winner\nPie,Ada\nCake,Bo\nTart,Cy\nBun,Di", Reading(header=1))
    assert (problems[0].message, problems[0].hint) == (
        "5 of 5 rows do not have the 1 cell of the header",
        "if the names of the columns stand on another line: header = 2",
    )


def test_the_header_can_be_said() -> None:
    found, problems = of("Pies of 2020\nprize,winner\nPie,Ada", Reading(header=2))
    assert (found.columns, cells(found), problems) == (("prize", "winner"), [("Pie", "Ada")], ())
    found, problems = of("Pie,Ada\nCake,Bo", Reading(header=-1))
    assert (found.columns, cells(found), problems) == (("1", "2"), [("Pie", "Ada"), ("Cake", "Bo")], ())
    nothing, problems = table("pies.csv", [Line(1, ("prize",))], Reading(header=7))
    assert nothing is None
    assert [(p.span.line, p.message, p.hint) for p in problems] == [
        (7, "there is no row on the line said", "header = 1")
    ]


def test_columns_without_a_name_or_with_the_same_are_numbered_and_told() -> None:
    found, problems = of("winner,,winner,winner (2)\nAda,x,Bo,Cy")
    assert found.columns == ("winner", "2", "winner (3)", "winner (2)")
    assert said(problems) == [
        (1, 'column 2 has no name: it is called "2"'),
        (1, 'there are several columns "winner": column 3 is called "winner (3)"'),
    ]


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        (
            "Award,2020,,2021,\nCategory,Winner,Second,Winner,Second",
            ("Award Category", "2020 Winner", "2020 Second", "2021 Winner", "2021 Second"),
        ),
        ("Year,Prize,Results,\n,,Winner,Second", ("Year", "Prize", "Winner", "Second")),
        (
            "Year,First,,Second,\n,Name,Town,Name,Town",
            ("Year", "First Name", "First Town", "Second Name", "Second Town"),
        ),
        (
            ",,First,First,Second,Second\nYear,Prize,Name,Town,Name,Town",
            ("Year", "Prize", "First Name", "First Town", "Second Name", "Second Town"),
        ),
        ("Edition,,Winner,,Points\nYear,Town,Name,Land,", ("Year", "Town", "Name", "Land", "Points")),
        ("Year,Prize,Winner,\nYear,Prize,Name,Town", ("Year", "Prize", "Name", "Town")),
        ("Year of,Name of,Name of\naward,prize,laureate", ("Year of award", "Name of prize", "Name of laureate")),
        ("Year,Winner,Purse\n,,(EUR)", ("Year", "Winner", "Purse (EUR)")),
    ],
)
def test_names_above_names_are_one_header_and_told(header: str, columns: tuple[str, ...]) -> None:
    rows = f"{header}\n2020," + ",".join("x" * (len(columns) - 1)) + "\n2021," + ",".join("y" * (len(columns) - 1))
    found, problems = of(rows)
    assert found.columns == columns
    assert (lines(found), found.how.header, found.how.header_rows) == ([3, 4], 1, 2)
    assert said(problems)[0][1].startswith("the header is taken to be in lines 1–2, one above the other: ")
    assert problems[0].hint == "if the first alone is the header: header = 1"
    again, told = of(rows, Reading(header=1, header_rows=2))
    assert (again.columns, again.rows, told) == (found.columns, found.rows, ())
    assert lines(of(rows, Reading(header=1))[0]) == [2, 3, 4]


@pytest.mark.parametrize(
    "text",
    [
        *("Year,Prize,Winner,\n2020,Best,Ada,x\n2020,Tart,Bo,x", "name,\nAda,Bo\nCy,Di", "a,b,c\nx,x,y\ny,y,x"),
        *("Year,Prize,Winner\nn.d.,Best,Ada\n2020,Tart,Bo", "Year,Prize,Winner\n,Best,Ada\n2020,Tart,Bo"),
        "Year,,Winner\n2020,Film,Ada\n2021,Song,Bo",
    ],
)
def test_a_first_row_is_no_header_because_a_column_has_no_name(text: str) -> None:
    assert of(text)[0].how.header_rows == 1


def test_a_header_that_comes_again_is_no_row_and_told() -> None:
    found, problems = of("Year,Winner\n2020,Ada\nYear , Winner\n2021,Bo\nYEAR,WINNER\n2022,Cy")
    assert cells(found) == [("2020", "Ada"), ("2021", "Bo"), ("2022", "Cy")]
    assert said(problems) == [(3, "the header stands again in lines 3, 5: it is not read as a row")]


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        ("Winner,Year,Town", "Bo,2021,York", ("2021", "Bo", "York")),
        ("Year,Winner,Town,Fee", "2021,Bo,York,3", ("2021", "Bo", "York", "3")),
        ("Fee,Winner,Year", "3,Bo,2021", ("2021", "Bo", "", "3")),
        (",Winner,Year", "3,Bo,2021", ("2021", "Bo", "", "3")),
        ("winner , YEAR", "Bo,2021,York", ("2021", "Bo", "", "York")),
    ],
)
def test_rows_below_another_header_are_read_by_it_and_that_is_told(
    header: str, row: str, expected: tuple[str, ...]
) -> None:
    found, problems = of(f"Year,Winner,Town\n2020,Ada,Bath\n{header}\n{row}\nYear,Winner,Town\n2022,Cy,York")
    more = ("",) * (len(expected) - 3)
    assert cells(found) == [("2020", "Ada", "Bath", *more), expected, ("2022", "Cy", "York", *more)]
    message = "another header with the same names stands in lines 3: what is below it is read by it"
    assert (3, message) in said(problems)
    assert (5, "the header stands again in lines 5: it is not read as a row") in said(problems)


@pytest.mark.parametrize("row", ["2021,Winner,York", "Town,Ada,York", "Year,Year,York", "Winner,,"])
def test_a_row_with_a_word_of_the_header_is_a_row(row: str) -> None:
    found, _ = of(f"Year,Winner,Town\n2020,Ada,Bath\n{row}")
    assert cells(found)[1:] == [tuple(row.split(","))]


def test_a_row_of_the_numbers_or_codes_that_columns_are_called_by_is_a_row() -> None:
    found, _ = of("Who,1,2,3\nAda,1,2,3\nBo,3,2,1\nCy,2,1,3")
    assert cells(found)[1:] == [("Bo", "3", "2", "1"), ("Cy", "2", "1", "3")]
    found, _ = of("Who,A,B,DQ\nAda,B,A,DQ")
    assert cells(found) == [("Ada", "B", "A", "DQ")]


def test_an_empty_file_is_told() -> None:
    found, problems = table("pies.csv", [Line(1, ("", ""))], Reading())
    assert found is None
    assert said(problems) == [(1, "this file holds no rows")]


def test_a_row_of_thousands_of_cells_is_refused() -> None:
    found, problems = table("pies.csv", [Line(1, ("x",) * 3000)], Reading())
    assert found is None
    assert said(problems) == [(1, "a row here has more than 2000 cells")]


def test_names_that_come_twice_below_fewer_others_have_those_before_them() -> None:
    found, problems = of(
        ",League,,Cup,\nSeason,Champion,Points,Champion,Score\n"
        "2011/12,Ann FC,89,Bob United,2-1\n2012/13,Cy City,91,Ann FC,0-0"
    )
    assert found.columns == ("Season", "League Champion", "League Points", "Cup Champion", "Cup Score")
    assert (found.how.header, found.how.header_rows, found.rest) == (1, 2, ())
    assert [problem.message for problem in problems] == [
        'the header is taken to be in lines 1–2, one above the other: "Season", "League Champion", "League Points", '
        '"Cup Champion", "Cup Score"'
    ]


@pytest.mark.parametrize("between", ["", ","])
def test_tables_side_by_side_are_read_one_below_the_other_and_told(between: str) -> None:
    text = f"Year,Winner{between},Year,Winner\n2001,Ada{between},2003,Cy\n2002,Bo{between},,\n"
    found, problems = of(text)
    assert found.columns == ("Year", "Winner")
    assert cells(found) == [("2001", "Ada"), ("2002", "Bo"), ("2003", "Cy")]
    assert lines(found) == [2, 3, 2]
    message = "2 tables with the same columns stand side by side: they are read one below the other"
    assert said(problems) == [(1, message)]


@pytest.mark.parametrize(
    "header", ["Year,Name,Land,Name,Land", "Winner,Winner,Winner,Winner", "Year,Winner,Town,Winner"]
)
def test_columns_that_come_again_are_no_tables_side_by_side(header: str) -> None:
    found, _ = of(f"{header}\n2001,a,b,c,d\n2002,a,b,c,d\n")
    assert len(found.columns) == 5
