"""What several share is one prize."""

import pytest

from palmarium.checks import shared_prizes
from tests.archives import hints, told


def site(first: str, second: str) -> str:
    rows = f"  - {{laureate: Ann Crust, {first}}}\n  - {{laureate: Ben Dough, {second}}}\n"
    return f"-- editions/pie/2011.yaml --\nresults:\n pie:\n{rows}"


PLACE = "editions/pie/2011.yaml:4:5: "


@pytest.mark.parametrize(
    ("first", "second", "message", "hint"),
    [
        (
            "share: 1/2, money: 500 €",
            "share: 1/2, money: 800 €",
            "Ann Crust and Ben Dough have equal parts of pie, and 800 EUR here, 500 EUR in line 3",
            "correct one of the two, or write the `share` of each",
        ),
        (
            "rank: 1, money: 500 €",
            "rank: 1, money: 500 £",
            "Ann Crust and Ben Dough have equal parts of pie, and 500 GBP here, 500 EUR in line 3",
            "correct one of the two, or write the `share` of each",
        ),
        (
            "share: 1/2, printed_category: Prize of Pies",
            "share: 1/2, printed_category: Pies Prize",
            'Ann Crust and Ben Dough share pie, printed as "Pies Prize" here, and otherwise in line 3',
            "write `printed_category: Prize of Pies`; if both are right, write "
            '`shared-prize = [{texts = ["pie"], reason = "…"}]` below `[exceptions]` in site.toml',
        ),
        (
            "share: 1/2, for: Silent Bell",
            "share: 1/2, for: The Silent Bel",
            'Ann Crust and Ben Dough share pie, for "The Silent Bel" here, and for "Silent Bell" in line 3',
            "write Silent Bell in both; if they are two works, write "
            '`shared-prize = [{texts = ["The Silent Bel"], reason = "…"}]` below `[exceptions]` in site.toml',
        ),
    ],
)
def test_what_differs_in_one_prize_is_told(first: str, second: str, message: str, hint: str) -> None:
    assert [line.partition(": ")[2] for line in told(shared_prizes, site(first, second))] == [message]
    assert hints(shared_prizes, site(first, second)) == [hint]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("share: 1/2, money: 500 €", "share: 1/2, money: 500 €"),
        ("share: 1/3, money: 500 €", "share: 2/3, money: 1000 €"),
        ("rank: 1, money: 500 €", "rank: 2, money: 300 €"),
        ("money: 500 €", "money: 800 €"),
        ("share: 1/2, for: Silent Bell", "share: 1/2, for: Loud Bell"),
        ("share: 1/2, for: Part 1", "share: 1/2, for: Part 2"),
        ("share: 1/2, for: Silent Bell", "share: 1/2, for: Silent Bell"),
        ("share: 1/2, printed_category: Prize of Pies", "share: 1/2"),
    ],
)
def test_two_prizes_and_unequal_parts_pass(first: str, second: str) -> None:
    assert told(shared_prizes, site(first, second)) == []
