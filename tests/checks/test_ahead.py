import datetime

import pytest

from palmarium.checks import ahead
from tests.archives import archive, hints, messages, told

AWARD = "-- editions/pie/award.yaml --\nname: Pie\ncategories: {pie: Pie}\n"
EDITION = AWARD + "-- editions/pie/2011.yaml --\n"
TODAY = datetime.date(2012, 5, 6)


def article(front: str) -> str:
    return f"{EDITION}results: {{pie: Ann}}\n-- content/articles/a.md --\n---\ntitle: A\n{front}\n---\nText.\n"


def later(text: str) -> list[str]:
    return [f"{each.span.path}:{each.span.line}: {each.message}" for each in ahead.after(archive(text), TODAY)]


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            article("date: 2201-10-04\nabout: {editions: pie/2011}"),
            "content/articles/a.md:2:1: this article is dated 2201-10-04",
            "did you mean 2011-10-04?",
        ),
        (article("date: 2201-10"), "content/articles/a.md:2:1: this article is dated 2201-10", "correct the year"),
        (
            EDITION + "ceremony: 2201-10-03\nresults: {pie: Ann}\n",
            "editions/pie/2011.yaml:1:11: a ceremony with laureates is dated 2201-10-03",
            "did you mean 2011-10-03?",
        ),
        (
            article("sources: {s1: {title: A, accessed: 2109-01-02}}"),
            'content/articles/a.md:3:15: the reading of the source "s1" is dated 2109-01-02',
            "correct the year",
        ),
    ],
)
def test_a_year_that_none_of_us_will_see_is_told(text: str, message: str, hint: str) -> None:
    assert told(ahead, text) == [message]
    assert hints(ahead, text) == [hint]
    assert later(text) == []


def test_a_ceremony_to_come_and_dates_that_have_passed_are_as_they_should_be() -> None:
    assert told(ahead, EDITION + "ceremony: 2201-10-03\nresults: {pie: unknown}\n") == []
    assert told(ahead, article("date: 2011")) == []


@pytest.mark.parametrize(
    ("date", "is_told"), [("2012-05-06", False), ("2012-05-07", True), ("2012", False), ("2013", True)]
)
def test_what_is_dated_after_a_day_is_told_for_that_day(date: str, is_told: bool) -> None:
    said = [f"content/articles/a.md:2: this article is dated {date}, which is ahead"]
    assert later(article(f"date: {date}")) == (said if is_told else [])


@pytest.mark.parametrize(("key", "what"), [("born", "the birth or beginning"), ("died", "the death or end")])
def test_a_life_that_is_dated_ahead_is_told(key: str, what: str) -> None:
    site = f"-- content/names/ann.md --\n---\nname: Ann\nkind: person\n{key}: 2210\n---\n"
    assert messages(ahead, site) == [f"{what} of Ann is dated 2210"]


@pytest.mark.parametrize(("key", "what"), [("founded", "the founding"), ("ended", "the end")])
def test_an_award_that_is_dated_ahead_is_told(key: str, what: str) -> None:
    site = f"-- editions/tarte/award.yaml --\nname: Tarte\n{key}: 2210\n"
    assert messages(ahead, site) == [f"{what} of an award is dated 2210"]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("awarded_on: 2112", "a result"),
        ("status: revoked, status_on: 2112", "a result that is revoked"),
        ("amendments: {change: New, on: 2112}", "an amendment"),
    ],
)
def test_what_became_of_a_result_is_not_dated_ahead(line: str, what: str) -> None:
    site = EDITION + f"results: {{pie: {{laureate: Ann, {line}}}}}\n"
    assert messages(ahead, site) == [f"{what} is dated 2112"]


def test_a_comment_is_not_dated_ahead() -> None:
    assert messages(ahead, article("comments: {text: Bravo, date: 2112}")) == ["a comment is dated 2112"]


def test_a_name_is_not_withheld_from_a_day_ahead() -> None:
    site = "-- content/names/ann.md --\n---\nname: Ann\nkind: person\nhidden: {reason: Asked, since: 2160}\n---\n"
    assert messages(ahead, site) == ["the withholding of Ann is dated 2160"]
