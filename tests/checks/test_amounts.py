"""An amount of money can be read in one way only."""

import pytest

from palmarium.checks import amounts
from tests.archives import hints, told


def site(money: str, key: str = "money") -> str:
    return f"-- editions/tarte/2020.yaml --\nresults: {{pomme: {{laureate: Ann Crust, {key}: {money}}}}}\n"


@pytest.mark.parametrize("key", ["money", "prize"])
def test_three_digits_behind_a_point_are_told(key: str) -> None:
    (found,) = told(amounts, site("3.000 €", key))
    assert found.split(": ", 1)[1] == '"3.000" may be 3 000 or 3,000 EUR'
    assert hints(amounts, site("3.000 €", key)) == ["write `3 000 EUR`"]


@pytest.mark.parametrize("money", ["3 000 €", '"£3,000"', "3.50 €", "3.000.000 €", "3000 €", "{in_kind: un four}"])
def test_other_amounts_pass(money: str) -> None:
    assert told(amounts, site(money)) == []


@pytest.mark.parametrize(
    ("currency", "hint"),
    [
        ("GPB", "write `currency: GBP`"),
        ("EURO", "write `currency: EUR`"),
        ("QQQ", "write a code of three letters, such as EUR, GBP or USD"),
    ],
)
def test_a_currency_that_there_is_not_is_told(currency: str, hint: str) -> None:
    money = f"{{amount: 3, currency: {currency}}}"
    site = f"-- editions/tarte/2020.yaml --\nresults: {{pomme: {{laureate: Ann, money: {money}}}}}\n"
    assert [line.split(": ", 1)[1] for line in told(amounts, site)] == [f'there is no currency "{currency}"']
    assert hints(amounts, site) == [hint]
    assert told(amounts, site.replace(currency, "FRF")) == []
