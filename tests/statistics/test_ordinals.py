import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmarium.model.archive import Archive
from palmarium.statistics.coverage import misfits, neighbours
from tests.archives import archive


def row(*numbers: int | None) -> Archive:
    return archive(
        "".join(
            f"-- editions/pie/{2010 + at}.yaml --\ncoverage: none\n" + (f"ordinal: {n}\n" if n else "")
            for at, n in enumerate(numbers)
        )
    )


def years(*keys: str) -> list[int]:
    return [int(key.split("/")[1]) for key in keys]


@pytest.mark.parametrize(
    ("numbers", "wrong"),
    [
        ((1, 2, 3), []),
        ((3, 4, 7), []),
        ((3, None, 5), []),
        ((3, None, 4), [2012]),
        ((3, 9, 5, 6), [2011]),
        ((3, 4, 4), [2012]),
        ((5, 6, 1, 8, 9), [2012]),
        ((5, 6, 1, 7, 8), [2012, 2013, 2014]),
        ((None, None, 2), [2012]),
        ((2, 1), [2011]),
        ((), []),
    ],
)
def test_the_fewest_numbers_that_contradict_the_others_are_wrong(numbers: tuple[int, ...], wrong: list[int]) -> None:
    assert years(*misfits(row(*numbers), "pie")) == wrong


def test_a_cancelled_edition_takes_a_number_only_where_it_bears_one() -> None:
    def with_cancelled(more: str, last: int) -> list[int]:
        text = (
            "-- editions/pie/2010.yaml --\nordinal: 1\n-- editions/pie/2011.yaml --\nstatus: cancelled\n"
            f"{more}-- editions/pie/2012.yaml --\nordinal: {last}\n"
        )
        return years(*misfits(archive(text), "pie"))

    assert with_cancelled("", 2) == with_cancelled("ordinal: 2\n", 3) == []
    assert with_cancelled("ordinal: 2\n", 2) == [2012]


def test_neighbours_are_the_nearest_that_are_not_in_doubt() -> None:
    found = row(3, 9, 5, None, 7)
    assert neighbours(found, "pie/2011") == ("pie/2010", "pie/2012")
    assert neighbours(found, "pie/2012") == ("pie/2010", "pie/2014")
    assert neighbours(found, "pie/2010") == (None, "pie/2012")
    assert neighbours(found, "pie/2014") == ("pie/2012", None)


@given(st.lists(st.integers(1, 9) | st.none(), max_size=7))
def test_without_the_misfits_every_number_leaves_room_for_the_editions_before(numbers: list[int | None]) -> None:
    found = row(*numbers)
    wrong = misfits(found, "pie")
    before = 0
    for key in found.editions_of.get("pie", ()):
        number = found.editions[key].ordinal
        before += 1
        if number is not None and key not in wrong:
            assert number >= before
            before = number
