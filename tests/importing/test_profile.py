import pytest

from palmarium.importing.profiles import ColumnProfile, profile
from palmarium.importing.tables.table import Cell, Row, Table
from palmarium.problems import Span


def of(*cells: Cell) -> ColumnProfile:
    [found] = profile(Table(("x",), tuple(Row(Span("pies.csv", at), (cell,)) for at, cell in enumerate(cells, 2))))
    return found


@pytest.mark.parametrize(
    ("cells", "looks"),
    [
        (("2019", "2020", "2021"), "year"),
        (("1927/28", "1928/29"), "year"),
        (("2020-05-01", "2021-05"), "date"),
        (("1er mai 2020", "12 mai 2021"), "date"),
        (("https://pies.example/1", "https://pies.example/a,b"), "url"),
        (("True", "", "True"), "flag"),
        (("oui", "non", "non"), "flag"),
        (("12", "1.5", "-3"), "number"),
        (("nm0001", "nm0002"), "code"),
        (("Ada Crumb", "Bo Dough", "Cy Yeast"), "name"),
        (("Best Pie", "Best Cake") * 20, "choice"),
        (("for a crust that has gone on to feed a whole town through two long winters",) * 2, "text"),
        ((("Ada", "Bo"), ("Cy",)), "list"),
        (("", "  "), ""),
        ((), ""),
    ],
)
def test_a_column_looks_like_what_it_holds(cells: tuple[Cell, ...], looks: str) -> None:
    assert of(*cells).looks == looks


@pytest.mark.parametrize("separator", ["\n", "|", ";", " / "])
def test_a_list_in_a_cell_is_seen_by_its_separator(separator: str) -> None:
    found = of(f"Ada Crumb{separator}Bo Dough", "Cy Yeast")
    assert (found.looks, found.separator) == ("list", separator)


@pytest.mark.parametrize("separator", [" & ", " and ", " et ", ", "])
def test_what_a_name_may_hold_makes_a_list_only_where_its_parts_stand_elsewhere_too(separator: str) -> None:
    found = of(f"Ada Crumb{separator}Bo Dough", "Cy Yeast")
    assert (found.looks, found.separator, found.lists) == ("name", separator, 1)
    assert found.listed == f"Ada Crumb{separator}Bo Dough"
    sure = of(f"Ada Crumb{separator}Bo Dough", "Cy Yeast", f"Cy Yeast{separator}Di Rye", "Bo Dough")
    assert (sure.looks, sure.separator, sure.lists) == ("list", separator, 2)


@pytest.mark.parametrize("text", ["Loaf, The", "Rye, Inc.", "Crumb, Ann, Jr.", "Tart, A"])
def test_a_name_turned_round_is_no_list(text: str) -> None:
    assert of(text, "Cy Yeast", "Bo, Di", "Bo").separator == ""


def test_a_sentence_with_commas_is_no_list() -> None:
    assert of("Pies, and how they are made, told anew", "Cakes, but not too many").separator == ""


def test_a_column_is_measured() -> None:
    found = of("Ada", "Bo", "", "Ada")
    assert (found.name, found.filled, found.distinct, found.samples) == ("x", 0.75, 2, ("Ada", "Bo"))


def test_a_table_without_rows_has_columns_all_the_same() -> None:
    assert [found.name for found in profile(Table(("a", "b"), ()))] == ["a", "b"]
