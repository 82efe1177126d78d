"""A day that a text names is a day."""

import pytest

from palmarium.checks import days_in_texts
from tests.archives import hints, told

SITE = """\
-- editions/pie/award.yaml --
name: The Golden Pie
categories: {apple: Best Apple Pie}
-- editions/pie/2016.yaml --
ceremony: 2016-11-18
results: {apple: Ann Crust}
-- editions/pie/2017.yaml --
ceremony: 2017-11-17
results: {apple: Ann Crust}
-- content/articles/a.md --
---
title: Pies
about: {editions: pie/2016}
---
TEXT
"""
AGAIN = "look at the source again"


@pytest.mark.parametrize(
    ("said", "what", "hint"),
    [
        ("31 November 2017", '"31 November 2017" is no day', f"the month has 30 days: {AGAIN}"),
        ("30 February", '"30 February" is no day', f"the month has 29 days: {AGAIN}"),
        ("February 29, 2017", '"February 29, 2017" is no day', f"the month has 28 days: {AGAIN}"),
        ("31 juin 2017", '"31 juin 2017" is no day', f"the month has 30 days: {AGAIN}"),
        ("2017-13-02", '"2017-13-02" is no day', "there is no month 13"),
        ("Monday 18 November 2016", '"Monday 18 November 2016" was a Friday', f"{AGAIN}: day, month or year"),
        ("lundi 18 novembre 2016", '"lundi 18 novembre 2016" was a vendredi', f"{AGAIN}: day, month or year"),
        ("Monday, November 18, 2016", '"Monday, November 18, 2016" was a Friday', f"{AGAIN}: day, month or year"),
        (
            "17 November 2016",
            '"17 November 2016" is the day of pie/2017 with the year of pie/2016',
            "pie/2016 was on 2016-11-18, and pie/2017 on 2017-11-17",
        ),
    ],
)
def test_a_day_that_can_t_be_is_told(said: str, what: str, hint: str) -> None:
    site = SITE.replace("TEXT", f"It was {said}.")
    assert told(days_in_texts, site) == [f"content/articles/a.md:5:8: {what}"]
    assert hints(days_in_texts, site) == [hint]


def test_a_time_that_can_t_be_is_told() -> None:
    site = SITE.replace("TEXT", "Doors at 25:70, then at 19:30, à 20 h 15, by 24:00.")
    assert told(days_in_texts, site) == ["content/articles/a.md:5:10: there is no time 25:70"]


@pytest.mark.parametrize(
    "said",
    [
        *("Friday 18 November 2016", "vendredi 18 novembre 2016", "29 February 2016", "17 November", "1er mai 2017"),
        *('"Monday 18 November 2016"', "`31 June 2017`", "17 November 2017", "5 May 2016", "May 2017", "March 31"),
        *("in June 31 people", "the 12–31 November", "line 2016-11-18-2", "at 9:45 and 3:2"),
    ],
)
def test_days_that_are_may_stand(said: str) -> None:
    assert told(days_in_texts, SITE.replace("TEXT", f"It was {said}.")) == []


@pytest.mark.parametrize(("day", "held"), [(28, 18), (19, 18), (12, 21)])
def test_a_day_that_is_nearly_that_of_the_ceremony_is_told(day: int, held: int) -> None:
    site = SITE.replace("2016-11-18", f"2016-11-{held}").replace("TEXT", f"It was on {day} November 2016.")
    assert told(days_in_texts, site) == [
        f'content/articles/a.md:5:11: "{day} November 2016" is in the month of the ceremony of pie/2016, which was on '
        f"2016-11-{held}"
    ]
    assert hints(days_in_texts, site) == [
        "correct one of the two; if it is another day, write "
        f'`day-in-text = [{{texts = ["{day} November 2016", "a"], reason = "…"}}]` below `[exceptions]` in site.toml'
    ]


@pytest.mark.parametrize(
    ("said", "more"),
    [
        *(("It was on 28 November 2016, after 18 November 2016.", ""), ("It was on 2 November 2016.", "")),
        *(("It was on 28 October 2016.", ""), ("It was on 28 November.", "")),
        ("It was on 28 November 2016.", "events: {name: Feast, date: 2016-11-28}\n"),
        ("It was on 28 November 2016.", "sources: {s1: {title: Post, date: 2016-11-28}}\n"),
    ],
)
def test_another_day_of_that_month_passes(said: str, more: str) -> None:
    site = SITE.replace("TEXT", said).replace("ceremony: 2016-11-18\n", f"ceremony: 2016-11-18\n{more}")
    assert told(days_in_texts, site) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On 13 November 2016, in the Guild Hall, three prizes were given.", "13 November 2016"),
        ("The ceremony was held on 2 November 2016.", "2 November 2016"),
        ("The awards were presented on November 9, 2016, and it rained.", "November 9, 2016"),
        ("La cérémonie s'est tenue le 4 novembre 2016.", "4 novembre 2016"),
        ("Les prix ont été remis le 7 novembre 2016.", "7 novembre 2016"),
        ("Le 5 novembre 2016, au Guild Hall, il pleuvait.", "5 novembre 2016"),
    ],
)
def test_another_day_that_is_called_that_of_the_ceremony_is_told(text: str, day: str) -> None:
    site = SITE.replace("TEXT", text).replace("ceremony: 2016-11-18", "ceremony: {date: 2016-11-18, venue: Guild Hall}")
    [said] = told(days_in_texts, site)
    assert f'"{day}" is in the month of the ceremony of pie/2016, which was on 2016-11-18' in said


@pytest.mark.parametrize(
    "text",
    [
        "On 18 November 2016, in the Guild Hall, three prizes were given.",
        "On 6 November 2016 it rained.",
        "On 2 November 2016 the jury met in the Guild Hall.",
        "The rehearsal of the ceremony was held on 9 November 2016.",
        "Entries were handed in until 2 November 2016.",
        "The ceremony, planned for 2 November 2016, was held later.",
        "The ceremony was held on 18 November 2016. On 25 November 2016 the hall burnt.",
        "The ceremony was held in the Guild Hall. On 25 November 2016 it burnt.",
        "A dinner for the members was held on 4 November 2016 in the Guild Hall.",
        "Le vernissage a eu lieu le 4 novembre 2016.",
        "The rehearsal was held on 2 October 2016.",
    ],
)
def test_a_day_of_something_else_in_the_month_of_the_ceremony_passes(text: str) -> None:
    site = SITE.replace("TEXT", text).replace("ceremony: 2016-11-18", "ceremony: {date: 2016-11-18, venue: Guild Hall}")
    assert told(days_in_texts, site) == []


def test_the_day_of_the_paper_is_not_that_of_the_ceremony() -> None:
    dated = SITE.replace("title: Pies", "title: Pies\ndate: 2016-11-19")
    assert told(days_in_texts, dated.replace("TEXT", "On 19 November 2016 it was in the paper.")) == []
    [said] = told(days_in_texts, dated.replace("TEXT", "The ceremony was held on 19 November 2016."))
    assert '"19 November 2016" is in the month of the ceremony' in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The ceremony was held on 2 October 2016.", "2 October 2016"),
        ("La cérémonie s'est tenue le 2 octobre 2016.", "2 octobre 2016"),
        ("The ceremony took place on 2 November.", "2 November"),
        ("La remise des prix a eu lieu le samedi 19 novembre.", "samedi 19 novembre"),
    ],
)
def test_another_day_of_the_ceremony_is_told_in_any_month_and_without_its_year(text: str, said: str) -> None:
    (line,) = told(days_in_texts, SITE.replace("TEXT", text))
    assert f'"{said}" is ' in line
    assert "the ceremony of pie/2016, which " in line
    for before in ("In 2015 it was so.", "A year before it was so.", "The rehearsal and the dinner:"):
        later = f"{before} {text}" if "2016" not in text else f"{before[:-1]} was before, and {text}"
        assert told(days_in_texts, SITE.replace("TEXT", later)) == []


def test_the_day_for_which_a_cancelled_ceremony_was_planned_is_told() -> None:
    def site(text: str, status: str = "cancelled") -> str:
        called_off = f"ceremony: 2016-11-18\nstatus: {status}\nstatus_note: Rain."
        return SITE.replace("TEXT", text).replace("ceremony: 2016-11-18\nresults: {apple: Ann Crust}", called_off)

    for text in (
        "L'édition, prévue le 5 novembre 2016, est annulée.",
        "[[pie]], planned for 2 December, is cancelled.",
    ):
        (line,) = told(days_in_texts, site(text))
        assert line.endswith("is said of the ceremony of pie/2016, which is dated 2016-11-18")
        assert told(days_in_texts, site(text, "postponed")) == []
    for passes in (
        "planned for 18 November 2016",
        "told on 5 November 2016",
        "whose jury was planned for 5 November 2016",
    ):
        assert told(days_in_texts, site(f"The edition, {passes}, is cancelled.")) == []
