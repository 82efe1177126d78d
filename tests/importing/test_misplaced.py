"""Cells in the wrong column of a table are told where the other rows say so, and nothing is told where they may not."""

import pytest

from palmarium.importing import misplaced
from tests.importing.small import bring

MAPPING = """\
[award]
id = "moss"
[edition]
id = "{year}"
ceremony.city = "{town}"
[category]
id = "{prize}"
[result]
laureate = "{winner}"
for = "{garden}"
country = "{country}"
citation = "{why}"
money = "{purse}"
represented_by = "{speaker}"
"""
HEADER = "year,town,prize,winner,garden,country,why,purse,speaker\n"
ROWS = """\
2011,Bath,Soft Cushion,Tilda Fern,Bog End,Ireland,soft,500 €,Una Whey
2011,Bath,Green Stone,Hew Lichen,Cold Steps,Wales,green,500 €,Ola Press
2012,York,Soft Cushion,Hew Lichen,Cold Steps,Wales,kept well,600 €,Ola Press
2012,York,Green Stone,Tilda Fern,Bog End,Ireland,old,500 €,Una Whey
2013,Bath,Soft Cushion,Posy Spore,Weir Court,Malta,bold,500 €,Ida Frond
2013,Bath,Green Stone,Bede Frond,Fern Hall,Malta,warm,500 €,Gus Moor
"""
OTHERWISE = "in other rows it is the other way round"


def told(row: str, rows: str = ROWS, mapping: str = MAPPING) -> list[tuple[str, str]]:
    made = bring("", HEADER + rows + row + "\n", mapping)
    odd = zip(made.problems, made.hints, strict=True)
    return [(problem.split(":1: ", 1)[1], hint) for problem, hint in odd if "[odd-value]" in problem]


@pytest.mark.parametrize(
    ("row", "first", "second"),
    [
        ("2014,York,Green Stone,Hew Lichen,Wales,Cold Steps,,,", '"Wales" stands in garden', '"Cold Steps" in country'),
        (
            "2014,York,Hew Lichen,Green Stone,New Croft,Wales,,,",
            '"Hew Lichen" stands in prize',
            '"Green Stone" in winner',
        ),
        (
            "2014,York,Green Stone,Una Whey,New Croft,Wales,,,Tilda Fern",
            '"Una Whey" stands in winner',
            '"Tilda Fern" in speaker',
        ),
        ("2014,York,Green Stone,New Name,York Road,Wales,500 €,soft,", '"500 €" stands in why', '"soft" in purse'),
    ],
)
def test_two_cells_that_were_exchanged_are_told(row: str, first: str, second: str) -> None:
    assert told(row) == [(f"{first}, and {second}: {OTHERWISE}  [odd-value]", "exchange the two in the table")]


@pytest.mark.parametrize(
    ("row", "message", "hint"),
    [
        (
            "2014,York,Green Stone,Soft Cushion,Tilda Fern,Bog End,Ireland,,",
            '"Soft Cushion" in winner and "Tilda Fern" in garden, as 2 more of this row, stand one column further to'
            " the left in other rows",
            "move what stands in this row to the left, from winner on",
        ),
        (
            "2014,York,Green Stone,Cold Steps,Wales,,,,",
            '"Cold Steps" in winner and "Wales" in garden stand one column further to the right in other rows',
            "move what stands in this row to the right, from garden on",
        ),
        (
            "2014,York,Green Stone,New Name,New Croft,Bog End,Malta,,",
            '"Bog End" in country and "Malta" in why stand one column further to the left in other rows',
            "move what stands in this row to the left, from country on",
        ),
    ],
)
def test_a_row_that_is_moved_by_a_column_is_told(row: str, message: str, hint: str) -> None:
    assert told(row) == [(f"{message}  [odd-value]", hint)]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            "2014,York,Green Stone,New Name,Tilda Fern,Wales,,,",
            '"Tilda Fern" in garden stands in no other row of it, and elsewhere in winner',
        ),
        (
            "2014,York,Green Stone,Soft Cushion,New Croft,Wales,,,",
            '"Soft Cushion" in winner stands in no other row of it, and elsewhere in prize',
        ),
        (
            "2014,York,Green Stone,New Name,Wales,,,,",
            '"Wales" in garden stands in no other row of it, and elsewhere in country',
        ),
        (
            "2014,2014-05-03,Green Stone,New Name,New Croft,Wales,,,",
            '"2014-05-03" in town is a date, and no other cell of that column is',
        ),
        (
            "2014,York,Green Stone,New Name,New Croft,Wales,700 €,,",
            '"700 €" in why is an amount, and no other cell of that column is',
        ),
    ],
)
def test_one_cell_of_another_column_is_told(row: str, message: str) -> None:
    assert told(row) == [(f"{message}  [odd-value]", misplaced.IF_EXCHANGED)]


@pytest.mark.parametrize(
    "row",
    [
        "2014,York,Green Stone,New Name,New Croft,Cuba,as ever,700 €,New Speaker",
        # A speaker who wins, a garden that is called as its gardener, a garden called by a year, an amount in a reason.
        "2014,York,Green Stone,Ola Press,New Croft,Wales,,,",
        "2014,York,Green Stone,Fern Hall,Fern Hall,Wales,,,",
        "2014,York,Green Stone,New Name,1984,Wales,,,",
        "2014,York,Green Stone,New Name,New Croft,Wales,for 700 € well spent,700 €,",
        "2014,York,Green Stone,New Name,New Croft,Wales,700 €,700 €,",
    ],
)
def test_what_may_stand_there_is_not_told(row: str) -> None:
    assert told(row) == []


def test_columns_that_share_texts_by_their_nature_are_not_compared() -> None:
    mapping = MAPPING.replace('"{garden}"', '{title = "{garden}"}')
    shared = "".join(
        f"201{at},Bath,Soft Cushion,{one},{other},,,,\n"
        for at, (one, other) in enumerate(
            (("A Rye", "B Rye"), ("B Rye", "C Rye"), ("C Rye", "A Rye"), ("D Rye", "E Rye"))
        )
    )
    assert told("2019,Bath,Soft Cushion,E Rye,D Rye,,,,", ROWS + shared, mapping) == []


def test_many_that_are_alike_are_not_slips() -> None:
    rows = "".join(f"201{at},Bath,Green Stone,Hew Lichen,Wales,Cold Steps,,,\n" for at in range(4, 8))
    assert told("2019,Bath,Soft Cushion,New Name,New Croft,Wales,,,", ROWS + rows) == []
