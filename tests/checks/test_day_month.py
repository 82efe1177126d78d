"""Day and month are not exchanged."""

import pytest

from palmarium.checks import day_month
from tests.archives import hints, messages, told

OTHERS = "".join(f"-- editions/tarte/{year}.yaml --\nceremony: {year}-10-0{year % 7 + 1}\n" for year in (2017, 2018))
AWARD = "-- editions/tarte/award.yaml --\nname: Prix Imaginaire de la Tarte\n"
EDITION = f"{AWARD}{OTHERS}-- editions/tarte/2019.yaml --\n"
ARTICLE = "-- content/articles/a.md --\n---\ntitle: A\ndate: DATE\nabout: {editions: tarte/2019}\n---\n\nTexte.\n"


def _told(site: str) -> list[str]:
    return messages(day_month, site)


def test_a_ceremony_that_is_right_the_other_way_round_is_told() -> None:
    site = f"{EDITION}ceremony: 2019-07-10\n"
    assert _told(site) == [
        "the ceremony is dated 2019-07-10; with day and month exchanged it would be as other editions are"
    ]
    assert hints(day_month, site) == ["did you mean 2019-10-07?"]


@pytest.mark.parametrize(
    "ceremony", ["2019-10-07", "2019-07-11", "2019-07", "2019-10-10", "{date: 2019-07-10, weekday: mercredi}"]
)
def test_a_ceremony_that_is_right_as_it_is_passes(ceremony: str) -> None:
    assert _told(f"{EDITION}ceremony: {ceremony}\n") == []


def test_two_editions_are_too_few_to_know() -> None:
    one = "-- editions/tarte/2018.yaml --\nceremony: 2018-10-03\n-- editions/tarte/2019.yaml --\nceremony: 2019-07-10\n"
    assert _told(AWARD + one) == []


@pytest.mark.parametrize(
    ("date", "count"), [("2019-08-10", 1), ("2019-10-08", 0), ("2019-06-06", 0), ("2019-08-15", 0)]
)
def test_what_would_be_of_the_day_after_is_told(date: str, count: int) -> None:
    source = f"ceremony: 2019-10-07\nsources: {{s1: {{title: A, date: {date}}}}}\n"
    assert len(told(day_month, EDITION + source)) == count
    assert len(told(day_month, f"{EDITION}ceremony: 2019-10-07\n" + ARTICLE.replace("DATE", date))) == count
