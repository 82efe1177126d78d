import pytest

from palmarium.checks import periods
from tests.archives import hints, told


def test_a_period_in_order_passes() -> None:
    assert told(periods, "-- editions/pie/2018.yaml --\nperiod: {from: 2017-05, until: 2017-07}\n") == []


def test_a_single_day_is_a_period() -> None:
    assert told(periods, "-- editions/pie/2018.yaml --\nperiod: {from: 2017-05-02, until: 2017-05-02}\n") == []


def test_precision_is_no_contradiction() -> None:
    assert told(periods, "-- editions/pie/2018.yaml --\nperiod: {from: 2017-05-02, until: 2017}\n") == []


def test_an_open_end_passes() -> None:
    assert told(periods, "-- editions/pie/2018.yaml --\nperiod: {from: 2017-05}\n") == []


@pytest.mark.parametrize(
    ("written", "place", "what"),
    [
        ("period: {from: 2017-07, until: 2017-05}", "1:9", "the period ends (2017-05) before it begins (2017-07)"),
        (
            "ceremony: {date: 2017-07-02, until: 2017-07-01}",
            "1:11",
            "the ceremony ends (2017-07-01) before it begins (2017-07-02)",
        ),
        (
            "events: {name: Bake-off, date: 2017-07-02, until: 2017-06}",
            "1:9",
            'the event "Bake-off" ends (2017-06) before it begins (2017-07-02)',
        ),
    ],
)
def test_what_ends_before_it_begins_is_told_of_an_edition(written: str, place: str, what: str) -> None:
    assert told(periods, f"-- editions/pie/2018.yaml --\n{written}\n") == [f"editions/pie/2018.yaml:{place}: {what}"]


def test_the_hint_offers_to_exchange_the_two() -> None:
    text = "-- editions/pie/2018.yaml --\nperiod: {from: 2017-07, until: 2017-05}\n"
    assert hints(periods, text) == ["exchange the two, or correct one"]


def test_what_ends_before_it_begins_is_told_of_an_award() -> None:
    text = """\
-- editions/pie/award.yaml --
name: Pie
founded: 2008
ended: 2007
names: {name: Tart, from: 2012, until: 2011}
"""
    assert told(periods, text) == [
        "editions/pie/award.yaml:1:1: the award ends (2007) before it begins (2008)",
        'editions/pie/award.yaml:4:8: the name "Tart" ends (2011) before it begins (2012)',
    ]


def test_what_ends_before_it_begins_is_told_of_a_name() -> None:
    text = """\
-- content/names/ann-crust.md --
---
name: Ann Crust
kind: person
born: 1950
died: 1949
---
-- content/names/crumble.md --
---
name: Crumble
kind: organisation
born: 1950
died: 1949
names: {name: Old Crumble, from: 2012, until: 2011}
---
"""
    assert told(periods, text) == [
        "content/names/ann-crust.md:2:1: the life ends (1949) before it begins (1950)",
        "content/names/crumble.md:2:1: the existence ends (1949) before it begins (1950)",
        'content/names/crumble.md:6:8: the name "Old Crumble" ends (2011) before it begins (2012)',
    ]
