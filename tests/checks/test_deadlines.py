import pytest

from palmarium.checks import deadlines
from tests.archives import hints, messages, told


def edition(ceremony: str, deadline: str) -> str:
    return f"-- editions/pie/2010.yaml --\nceremony: {ceremony}\ndeadlines: {{what: entries, date: {deadline}}}\n"


@pytest.mark.parametrize(
    ("ceremony", "deadline"),
    [
        ("2010-10-04", "2010-07-30"),
        ("2010-10-04", "2010-10-04"),
        ("2010-10-04", "2010-10"),
        ("2010-10", "2010-10-31"),
        ("2010", "2010-12-31"),
        ("{date: 2010-10-04, until: 2010-10-06}", "2010-10-05"),
        ("{city: Crustville}", "2010-10-05"),
    ],
)
def test_a_deadline_that_may_be_before_the_ceremony_passes(ceremony: str, deadline: str) -> None:
    assert told(deadlines, edition(ceremony, deadline)) == []


def test_a_deadline_after_the_ceremony_is_told() -> None:
    assert told(deadlines, edition("2010-10-04", "2011-07-30")) == [
        'editions/pie/2010.yaml:2:12: the deadline "entries" (2011-07-30) is after the ceremony (2010-10-04)'
    ]
    assert hints(deadlines, edition("2010-10-04", "2011-07-30")) == ["look at the year of both"]


def test_a_deadline_in_the_month_after_is_told() -> None:
    assert told(deadlines, edition("2010-10", "2010-11")) == [
        'editions/pie/2010.yaml:2:12: the deadline "entries" (2010-11) is after the ceremony (2010-10)'
    ]


def test_a_deadline_of_the_year_before_last_is_told() -> None:
    site = "-- editions/pie/2010.yaml --\nceremony: 2010-10-04\ndeadlines: {what: entries, date: 2009-09-30}\n"
    assert hints(deadlines, site) == ["did you mean 2010-09-30?"]
    assert told(deadlines, site.replace("2009-09", "2009-11")) == []


def test_one_thing_is_due_on_one_day() -> None:
    days = "[{what: Entries, date: 2010-07-30}, {what: entries, date: 2010-08-30}]"
    site = f"-- editions/pie/2010.yaml --\ndeadlines: {days}\n"
    assert messages(deadlines, site) == ['"entries" is due on 2010-08-30, and on 2010-07-30 in line 1']
    assert hints(deadlines, site) == ["delete one, or say what differs: `what: entries (…)`"]


def rounds(*dates: str) -> str:
    listed = ", ".join(f"{{id: r{n}, date: {date}}}" for n, date in enumerate(dates, 1))
    return f"-- editions/pie/2010.yaml --\nceremony: 2010-10-04\nrounds: [{listed}]\n"


def test_a_round_after_the_ceremony_or_before_the_one_above_it_is_told() -> None:
    assert told(deadlines, rounds("2010-06-10", "2010-12-04")) == [
        'editions/pie/2010.yaml:2:38: the round "r2" (2010-12-04) is after the ceremony (2010-10-04)'
    ]
    assert told(deadlines, rounds("2010-06-10", "2010-05")) == [
        'editions/pie/2010.yaml:2:38: the round "r2" (2010-05) is before "r1" (2010-06-10), above it'
    ]
    assert hints(deadlines, rounds("2010-06-10", "2010-05")) == ["correct one of the two, or write them in their order"]


@pytest.mark.parametrize("dates", [("2010-06-10", "2010-06", "2010-10-04"), ("2010-10",), ("2010", "2010-06-10")])
def test_rounds_in_their_order_pass(dates: tuple[str, ...]) -> None:
    assert told(deadlines, rounds(*dates)) == []


def test_a_period_that_ends_two_years_before_is_told() -> None:
    site = "-- editions/pie/2010.yaml --\nceremony: 2010-10-04\nperiod: {from: 2008-05, until: 2008-07}\n"
    assert told(deadlines, site) == [
        "editions/pie/2010.yaml:2:9: the period ends in 2008-07, and the edition is of 2010"
    ]
    assert told(deadlines, site.replace("2008-", "2009-")) == []
