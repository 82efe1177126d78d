import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmarium.importing.tables.reading import read_table
from palmarium.importing.tables.table import Reading
from tests.importing.formats.reading import cells, lines, said, table


def one(line: str) -> tuple[object, ...]:
    [found] = cells(table("winners.txt", line)[0])
    return found[:3]


@pytest.mark.parametrize(
    ("line", "name", "count", "tie"),
    [
        ("Tartes Dupont", "Tartes Dupont", "", ""),
        ("Tartes Dupont (deux trophées)", "Tartes Dupont", "2", ""),
        ("Tartes Dupont (3 prix)", "Tartes Dupont", "3", ""),
        ("Tartes Dupont (Two Awards)", "Tartes Dupont", "2", ""),
        ("Tartes Dupont (x2)", "Tartes Dupont", "2", ""),
        ("Tartes Dupont × 4", "Tartes Dupont", "4", ""),
        ("Tartes Dupont (ex-aequo)", "Tartes Dupont", "", "true"),
        ("Tartes Dupont [ex æquo]", "Tartes Dupont", "", "true"),
        ("Tartes Dupont (deux\u00a0trophées, ex aequo)", "Tartes Dupont", "2", "true"),
        ("Tartes Dupont (tie) (2 prizes)", "Tartes Dupont", "2", "true"),
        ("Tartes Dupont (Lyon)", "Tartes Dupont (Lyon)", "", ""),
        ("Tartes Dupont (deux femmes)", "Tartes Dupont (deux femmes)", "", ""),
        ("Tartes Dupont (Lyon, 2 prix)", "Tartes Dupont (Lyon, 2 prix)", "", ""),
        ("  •  Tartes Dupont ;", "Tartes Dupont", "", ""),
        ("- Tartes - Dupont", "Tartes - Dupont", "", ""),
        ("Tartes &amp; Cie", "Tartes & Cie", "", ""),
        ("3 Tartes", "3 Tartes", "", ""),
    ],
)
def test_a_line_is_a_name_with_what_stands_in_brackets(line: str, name: str, count: str, tie: str) -> None:
    assert one(line) == (name, count, tie)


def test_numbers_before_names_are_told_apart_from_names_that_start_with_one() -> None:
    found, _ = table("winners.txt", "1. Ada\n2. Bo\n\n3) Cy\n")
    assert [(row[0], row[3]) for row in cells(found)] == [("Ada", "1"), ("Bo", "2"), ("Cy", "3")]
    assert lines(found) == [1, 2, 4]
    found, _ = table("winners.txt", "Ada\n24. Heures\nCy\n")
    assert [row[0] for row in cells(found)] == ["Ada", "24. Heures", "Cy"]


def test_a_line_is_split_only_where_that_is_said() -> None:
    text = "Ada, Bo (deux prix, ex aequo), Cy\n"
    assert [row[0] for row in cells(table("winners.txt", text)[0])] == ["Ada, Bo (deux prix, ex aequo), Cy"]
    found, _ = table("winners.txt", text, Reading(delimiter=","))
    assert [row[:3] for row in cells(found)] == [("Ada", "", ""), ("Bo", "2", "true"), ("Cy", "", "")]


@pytest.mark.parametrize(
    "heading",
    [
        *("2018", "## 2018", "2018:", "== 2018 ==", "Winners of 2018", "WINNERS 2018", "Year 2018", "2018 winners:"),
        *("And in 2018:", "The 2018 Awards", "Lauréats de l'année 2018", "Palmarès 2018", "Preisträger 2018", "(2018)"),
    ],
)
def test_a_line_that_says_a_year_and_nothing_else_heads_the_names_below_it(heading: str) -> None:
    found, told = table("winners.txt", f"2019\nAnn Crumb\n{heading}\nBo Rye\n")
    assert [(row[0], row[5]) for row in cells(found)] == [("Ann Crumb", "2019"), ("Bo Rye", "2018")]
    assert told == ()
    found, _ = table("winners.txt", f"{heading}\n1. Ann Crumb\n2. Bo Rye\n")
    assert [(row[0], row[5]) for row in cells(found)] == [("Ann Crumb", "2018"), ("Bo Rye", "2018")]


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("The Grand Winkle Prizes 2018: all of them", "2018"),
        ("Best Shop 2020: The Rind", "2020"),
        ("Spring 2018/19", "2018/19"),
        ("Class of 1984", ""),
        ("Winners of the 2019 Pie Race", ""),
        ("Winners", ""),
        ("Blade 2049", ""),
    ],
)
def test_a_line_that_names_a_year_beside_its_own_is_told(line: str, year: str) -> None:
    found, told = table("winners.txt", f"2019\nAnn Crumb\n{line}\n")
    assert [(row[0], row[5]) for row in cells(found)] == [("Ann Crumb", "2019"), (line, "2019")]
    expected = f'"{line}" names the year {year}, and is read as a name of 2019'
    assert [each.message for each in told if "names the year" in each.message] == ([expected] if year else [])


@given(st.binary(max_size=200))
def test_any_bytes_give_a_table_or_problems(data: bytes) -> None:
    found, problems = read_table("a.txt", data, {}, Reading())
    assert found is not None or problems


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Prix du public : Ann Crust\nBo Rye\nCy\n", [(1, '"Prix du public : Ann Crust" is read as one name')]),
        ("2e : Dot Oven\nBo Rye\nCy\n", [(1, '"2e : Dot Oven" is read as one name')]),
        (
            "Pies – Ann Crust\nBuns – Bo Rye\n",
            [(1, '"Pies – Ann Crust" is read as one name'), (2, '"Buns – Bo Rye" is read as one name')],
        ),
        ("Bob Loaf came second in the end\nBo\n", [(1, '"Bob Loaf came second in the end" is read as one name')]),
        ("Bob Loaf came second!\nBo\n", [(1, '"Bob Loaf came second!" is read as one name')]),
        ("Ann Crust remporte le prix\nBo\n", [(1, '"Ann Crust remporte le prix" is read as one name')]),
        ("Le lauréat est Cy Pie\nBo\n", [(1, '"Le lauréat est Cy Pie" is read as one name')]),
        ("La vie est tarte\nThe Best Pie\n", []),
        (
            "Rank  Winner\n1     Ann Crust\n",
            [(1, "there are gaps of several spaces in most lines, as in a table: each line is read as one name")],
        ),
        ("Alien: Covenant\nThe Loaf\nThe Bun\n", []),
        ("Ludwig van der Rye und zu Oven\nAnn de la Croûte\n", []),
    ],
)
def test_a_line_that_holds_more_than_a_name_is_told(text: str, told: list[tuple[int, str]]) -> None:
    _, problems = table("pies.txt", text)
    assert said(problems) == told


def test_what_to_write_for_a_prize_and_a_name_is_made_of_them() -> None:
    _, problems = table("pies.txt", "Prix du public : Ann Crust\n")
    hint = "if that is more than a name, write a table, its headings in a line above: "
    hint += "Prize;Winner and Prix du public;Ann Crust"
    assert problems[0].hint == hint
