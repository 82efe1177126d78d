"""An edition lies within the years of its award."""

import pytest

from palmarium.checks import outside_years
from tests.archives import hints, told

SITE = """\
-- editions/tarte/award.yaml --
name: Prix Imaginaire de la Tarte
YEARS
categories: {pomme: Pomme}
-- editions/tarte/2019.yaml --
results: {pomme: Ann}
-- editions/tarte/2020.yaml --
results: {pomme: Ann}
-- editions/tarte/2021.yaml --
status: cancelled
"""


def test_an_edition_before_its_award_is_told() -> None:
    site = SITE.replace("YEARS", "founded: 2091")
    assert [each.split(" ", 1)[1] for each in told(outside_years, site)] == [
        "the award was founded in 2091, and has an edition of 2019"
    ]
    assert hints(outside_years, site) == ["correct `founded`, or the year of the edition 2019"]


def test_an_edition_after_the_end_is_told() -> None:
    site = SITE.replace("YEARS", "ended: 2018-12")
    assert [each.split(" ", 1)[1] for each in told(outside_years, site)] == [
        "the award ended in 2018, and has an edition of 2020"
    ]


@pytest.mark.parametrize("years", ["founded: 2020-06", "founded: 2010", "ended: 2019", "ended: 2020", "short: Tarte"])
def test_years_that_hold_all_editions_are_right(years: str) -> None:
    assert told(outside_years, SITE.replace("YEARS", years)) == []
