"""A number that changes little from edition to edition has no nought more or less in one of them."""

import pytest

from palmarium.checks import noughts
from tests.archives import hints, messages, told


def came(*numbers: str) -> str:
    return "-- editions/pie/award.yaml --\nname: Pie\n" + "".join(
        f"-- editions/pie/{2001 + at}.yaml --\nattendance: {number}\n" for at, number in enumerate(numbers)
    )


def given(*prizes: str) -> str:
    return "-- editions/pie/award.yaml --\nname: Pie\ncategories: {tart: Tart}\n" + "".join(
        f"-- editions/pie/{2001 + at}.yaml --\nresults: {{tart: {{prize: {prize}, laureate: A{at}}}}}\n"
        for at, prize in enumerate(prizes)
    )


@pytest.mark.parametrize("odd", ["2100", "21", "210000", "1900"])
def test_a_nought_more_or_less_among_those_who_came_is_told(odd: str) -> None:
    for numbers in ((odd, "180", "210", "240", "200"), ("180", "210", "240", odd, "200")):
        assert messages(noughts, came(*numbers)) == [f"the attendance is {odd}, and about 205 in 4 other editions"]


def test_the_year_is_no_attendance() -> None:
    text = came("480", "510", "540", "2004", "500")
    assert messages(noughts, text) == ["the attendance is 2004, and about 505 in 4 other editions"]
    assert hints(noughts, text)[0].startswith("this is the year; correct it; if it is right, ")


@pytest.mark.parametrize(
    "numbers",
    [
        ("180", "210", "240", "500", "200"),
        ("180", "210", "2400", "200"),
        ("180", "21", "240", "2100", "200"),
        ("180", "210", "240", "{value: 20, note: It snowed.}", "200"),
        ("180", "210", "240", "{value: 2000, forecast: true}", "200"),
        ("180", "210", "240", "20\nstatus: online", "200"),
        ("2001", "2002", "2003", "2004", "2005"),
    ],
)
def test_numbers_that_differ_for_a_reason_pass(numbers: tuple[str, ...]) -> None:
    assert told(noughts, came(*numbers)) == []


def test_a_prize_between_others_is_told() -> None:
    text = given("500 €", "500 €", "5 000 €", "600 €", "500 €")
    assert messages(noughts, text) == ["the prize of tart is 5 000 EUR, and about 500 in 4 other editions"]
    for prizes in (
        ("500 €", "500 €", "500 €", "500 €", "5 000 €"),
        ("50 €", "500 €", "500 €", "500 €", "500 €"),
        ("500 €", "500 €", "1 000 €", "500 €", "500 €"),
        ("500 €", "500 €", "5 000 SEK", "500 €", "500 €"),
    ):
        assert told(noughts, given(*prizes)) == []
