"""Two keys of a result do not exclude each other."""

import pytest

from palmarium.checks import at_odds
from tests.archives import hints, messages, told

SITE = """\
-- editions/pie/award.yaml --
name: The Golden Pie
categories: {apple: Apple}
-- editions/pie/2011.yaml --
ceremony: 2011-10-03
coverage: COVERAGE
results: {apple: RESULTS}
"""


def _site(results: str, coverage: str = "complete") -> str:
    return SITE.replace("RESULTS", results).replace("COVERAGE", coverage)


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (
            "acceptance: declined, status: revoked",
            "this result is revoked, and was declined: what was never had is not taken back",
        ),
        ("acceptance: declined, posthumous: true", "this result is posthumous, and was declined"),
        ("tie: true", "this result is a tie, and nobody is beside it"),
    ],
)
def test_keys_that_exclude_each_other_are_told(more: str, message: str) -> None:
    assert messages(at_odds, _site(f"{{laureate: Ann Crust, {more}}}")) == [message]


def test_the_hint_keeps_what_is_right() -> None:
    assert hints(at_odds, _site("{laureate: Ann Crust, tie: true}")) == [
        "delete `tie`, or add who had the same place; if both are right, write "
        '`at-odds = [{texts = ["Ann Crust", "pie/2011"], reason = "…"}]` below `[exceptions]` in site.toml'
    ]


@pytest.mark.parametrize(
    "results",
    [
        "{laureate: Ann Crust, acceptance: declined}",
        "{laureate: Ann Crust, acceptance: prevented, posthumous: true}",
        "{laureate: Ann Crust, status: revoked, status_on: 2011}",
        "{laureate: Ann Crust, status: revoked, status_on: 2012-01-05}",
        "[{laureate: Ann Crust, tie: true}, {laureate: Ben Crumble, tie: true}]",
        "[{rank: 1, laureate: Ann Crust, tie: true}, {rank: 1, laureate: Ben Crumble}]",
        "[{laureate: Ann Crust, tie: true}, unknown]",
    ],
)
def test_keys_that_go_together_pass(results: str) -> None:
    assert told(at_odds, _site(results)) == []


def test_a_tie_may_be_with_somebody_who_is_not_known() -> None:
    assert told(at_odds, _site("{laureate: Ann Crust, tie: true}", "partial")) == []
