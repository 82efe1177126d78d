"""An amount of money can be read in one way only."""

import pytest

from palmarium.checks import amounts
from tests.archives import hints, messages, told


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
    assert messages(amounts, site) == [f'there is no currency "{currency}"']
    assert hints(amounts, site) == [hint]
    assert told(amounts, site.replace(currency, "FRF")) == []


AWARD = """\
-- editions/tarte/award.yaml --
name: Tarte
categories: {pomme: Pomme, prune: Prune}
-- editions/tarte/2019.yaml --
results: {pomme: {laureate: Ann Crust, money: FIRST}}
-- editions/tarte/2020.yaml --
results: {pomme: {laureate: Ben Crumble, money: OTHER}}
"""


def of_two(first: str, other: str) -> str:
    return AWARD.replace("FIRST", first).replace("OTHER", other)


@pytest.mark.parametrize(("first", "other", "said"), [("500 GBP", "500", "500 EUR"), ("3 000 SEK", "80 CHF", "80 CHF")])
def test_money_in_another_currency_than_all_other_money_of_the_award_is_told(first: str, other: str, said: str) -> None:
    usual = first[-3:]
    message = f"{said} is given here, and {usual} otherwise (editions/tarte/2019.yaml:1)"
    assert told(amounts, of_two(first, other)) == [f"editions/tarte/2020.yaml:1:29: {message}"]
    (hint,) = hints(amounts, of_two(first, other))
    assert hint.startswith(f"write `{said[:-3]}{usual}`; if it is right, write `ambiguous-amount = [")


def test_of_several_the_odd_one_is_told_wherever_it_stands() -> None:
    more = "-- editions/tarte/2021.yaml --\nresults: {pomme: {laureate: Cy, money: 500 GBP}}\n"
    (line,) = told(amounts, of_two("500", "500 GBP") + more)
    assert line.startswith("editions/tarte/2019.yaml:1:29: 500 EUR is given here")


@pytest.mark.parametrize(
    ("first", "other"),
    [("500", "600"), ("3000 FRF", "500 EUR"), ("500 DEM", "250"), ("{in_kind: un four}", "30 GBP")],
)
def test_one_currency_and_the_euro_after_what_it_replaced_pass(first: str, other: str) -> None:
    assert told(amounts, of_two(first, other)) == []


def test_a_currency_that_two_amounts_are_in_is_one_of_the_award() -> None:
    results = "{pomme: {laureate: Cy, money: 500 GBP}, prune: {laureate: Di, money: 9}}"
    more = f"-- editions/tarte/2021.yaml --\nresults: {results}\n"
    assert told(amounts, of_two("500", "500 GBP") + more) == []


def site_of(entry: str) -> str:
    return f"-- editions/tarte/2020.yaml --\nresults: {{pomme: {entry}}}\n"


@pytest.mark.parametrize(
    "entry",
    [
        "{prize: 600 €, laureate: Ann Crust, money: 500 €}",
        '{prize: "£1,000", results: [{rank: 1, laureate: Ann, money: "£100"}, {rank: 2, laureate: Ben, money: "£9"}]}',
        "{prize: 500 €, results: [{laureate: Ann Crust, money: 300 €}, {laureate: Ben, money: 300 €}]}",
        "{prize: 500 €, results: [{laureate: A, share: 1/2, money: 300 €}, {laureate: B, share: 1/2, money: 300 €}]}",
        "{prize: 500 €, results: [{laureate: A, share: 1/2, money: 500 €}, {laureate: B, share: 1/2, money: 500 €}]}",
        "{prize: 600 €, laureate: Ann Crust, share: 1/2, money: 200 €}",
    ],
)
def test_money_that_is_not_the_prize_is_told(entry: str) -> None:
    (line,) = told(amounts, site_of(entry))
    assert "the prize of pomme is " in line
    assert line.endswith((" was won", " were won"))


@pytest.mark.parametrize(
    "entry",
    [
        "{prize: 3 000 €, laureate: Ann Crust, money: 3.000 €}",
        '{prize: "€3,000", laureate: Ann Crust, money: 3000}',
        "{prize: 600 €, results: [{rank: 1, laureate: A, money: 600 €}, {rank: 2, laureate: Ben, money: 200 €}]}",
        "{prize: 600 €, results: [{laureate: Ann Crust, money: 300 €}, {laureate: Ben, money: 300 €}]}",
        "{prize: 600 €, laureate: Ann Crust, share: 1/2, money: 300 €}",
        "{prize: 600 €, results: [{laureate: Ann Crust, money: 600 €}, {laureate: Ben, money: 600 €}]}",
        "{prize: 600 €, results: [{laureate: Ann Crust, money: 400 €}, {laureate: Ben, money: 200 €}]}",
        "{prize: 600 €, results: [{laureate: Ann Crust, money: 200 €}, Ben]}",
        "{prize: 600 €, results: [{laureate: Ann Crust, money: 300 €}, {laureate: Ben, money: 300 GBP}]}",
        "{prize: 100 €, results: [{laureate: A, money: 33 €}, {laureate: B, money: 33 €}, {laureate: C, money: 33 €}]}",
        "{prize: 600 €, laureate: Ann Crust, money: {in_kind: a week in Rome}}",
        "{prize: 600 €, laureate: Ann Crust, money: about 500 €}",
    ],
)
def test_the_same_money_and_parts_of_it_pass(entry: str) -> None:
    assert [line for line in told(amounts, site_of(entry)) if "may be" not in line] == []


@pytest.mark.parametrize(
    ("second", "count"), [("rank: 2, money: 3 001", 1), ("rank: 2, money: 3000", 0), ("rank: 1, money: 9000", 0)]
)
def test_a_lower_place_has_no_more(second: str, count: int) -> None:
    rows = f"[{{laureate: Ann, rank: 1, money: 3000}}, {{laureate: Ben, {second}}}]"
    site = f"-- editions/tarte/2020.yaml --\nresults: {{pomme: {rows}}}\n"
    said = "place 2 has 3 001 EUR, and place 1 3000 EUR (line 1)"
    assert messages(amounts, site) == [said] * count


@pytest.mark.parametrize("amount", ["0", "0,00", "000"])
def test_a_prize_of_nothing_is_told(amount: str) -> None:
    site = f"-- editions/tarte/2020.yaml --\nresults: {{pomme: {{laureate: Ann, money: '{amount}'}}}}\n"
    assert messages(amounts, site) == [f'"{amount}" is no prize']


@pytest.mark.parametrize(
    ("amount", "whole"), [("15 00", "1 500"), ("1,50,00", "15 000"), ("1 500 00", "150 000"), ("1.500.00", "150 000")]
)
def test_digits_in_groups_that_no_number_has_are_told(amount: str, whole: str) -> None:
    text = f'-- editions/pie/2011.yaml --\nresults: {{pie: {{laureate: Ann Crust, money: "{amount} €"}}}}\n'
    assert [line.partition(": ")[2] for line in told(amounts, text)] == [
        f'"{amount}" parts its digits as no number does'
    ]
    assert hints(amounts, text) == [f"write `{whole} EUR`, or the number that is meant"]


@pytest.mark.parametrize(
    "amount",
    ["1500", "1 500", "1,500", "1 500,50", "1,500.50", "1500,5", "15,00,000", "1’500’000", "1 0000", "2.500,00", "0,5"],
)
def test_digits_in_groups_of_any_country_pass(amount: str) -> None:
    text = f'-- editions/pie/2011.yaml --\nresults: {{pie: {{laureate: Ann Crust, money: "{amount} €"}}}}\n'
    assert told(amounts, text) == []
