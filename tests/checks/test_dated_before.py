"""Nothing is dated before what it is about."""

import pytest

from palmarium.checks import dated_before
from tests.archives import hints, messages, told

EDITION = "-- editions/tarte/2020.yaml --\nceremony: 2020-05-04\n"
TO_CORRECT = "correct the `date`; what announces an edition is `kind: brief`, and without a `kind` it is a report"
ARTICLE = "-- content/articles/a.md --\n---\ntitle: A\nabout: {editions: tarte/2020}\nFRONT\n---\nTexte.\n"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("results: {pomme: {laureate: Ann, awarded_on: 2019-12-31}}", "a result is dated 2019-12-31"),
        (
            "results: {pomme: {laureate: Ann, status: revoked, status_on: 2011}}",
            "a result that is revoked is dated 2011",
        ),
        (
            "results: {pomme: {laureate: Ann, amendments: {on: 2011, change: Nom}}}",
            "an amendment is dated 2011",
        ),
        ("events: {name: Fournée, date: 2002-05-03}", 'the event "Fournée" is dated 2002-05-03'),
        ("rounds: {id: une, date: 2010}", 'the round "une" is dated 2010'),
        (
            "results: {pomme: {laureate: Ann, sources: s1}}\nsources: {s1: {title: A, date: 2012}}",
            'the source "s1" of a result is dated 2012',
        ),
    ],
)
def test_what_is_dated_before_its_edition_is_told(more: str, said: str) -> None:
    site = f"{EDITION}{more}\n"
    assert messages(dated_before, site) == [f"{said}, before its edition (tarte/2020)"]
    assert hints(dated_before, site) == ["correct one of the two dates"]


def test_an_article_a_comment_and_a_reading_come_after_what_they_are_about() -> None:
    front = (
        "date: 2012-05-05\ncomments: {text: Bravo, date: 2011}\nsources: {s1: {title: B, date: 2012, accessed: 2011}}"
    )
    assert messages(dated_before, EDITION + ARTICLE.replace("FRONT", front)) == [
        "this report is dated 2012-05-05, before the edition it is about (tarte/2020)",
        "a comment is dated 2011, before the article appeared (2012-05-05)",
        'the reading of the source "s1" is dated 2011, before it appeared (2012)',
    ]


@pytest.mark.parametrize(
    "more",
    [
        "results: {pomme: {laureate: Ann, awarded_on: 2020-01}}",
        "results: {pomme: {laureate: Ann, awarded_on: 2021}}",
        "events: {name: Annonce, date: 2019-11-03}",
        "rounds: {id: une, date: 2019}",
        "sources: {s1: {title: Règlement, date: 1999, accessed: 2020}}",
    ],
)
def test_what_comes_after_or_announces_passes(more: str) -> None:
    assert told(dated_before, f"{EDITION}{more}\n") == []


def test_a_label_may_look_ahead_of_the_ceremony_or_back_on_its_year() -> None:
    ahead = (
        "-- editions/tarte/2021.yaml --\nceremony: 2020-11-04\nresults: {pomme: {laureate: A, awarded_on: 2020-11}}\n"
    )
    back = (
        "-- editions/tarte/2019.yaml --\nceremony: 2020-02-04\nresults: {pomme: {laureate: A, awarded_on: 2019-12}}\n"
    )
    undated = "-- editions/tarte/2018.yaml --\nresults: {pomme: {laureate: A, awarded_on: 2017-12}}\n"
    assert told(dated_before, ahead + back + undated) == []


@pytest.mark.parametrize("date", ["2019-11-01", "2020-05-05", "2024"])
def test_an_article_may_announce_an_edition(date: str) -> None:
    assert told(dated_before, EDITION + ARTICLE.replace("FRONT", f"kind: brief\ndate: {date}")) == []


def test_an_article_about_two_editions_comes_after_the_first() -> None:
    site = EDITION + "-- editions/tarte/2010.yaml --\nceremony: 2010\n"
    text = ARTICLE.replace("tarte/2020", "[tarte/2020, tarte/2010]").replace("FRONT", "date: 2011")
    assert told(dated_before, site + text) == []


def test_a_report_comes_after_the_day() -> None:
    site = EDITION + ARTICLE.replace("FRONT", "kind: report\ndate: 2020-05-03")
    assert messages(dated_before, site) == [
        "this report is dated 2020-05-03, before the edition it is about (tarte/2020)"
    ]
    assert hints(dated_before, site) == [TO_CORRECT]
    assert told(dated_before, site.replace("2020-05-03", "2020-05-04")) == []
    assert told(dated_before, site.replace("2020-05-03", "2020")) == []


@pytest.mark.parametrize("kind", ["kind: report\n", ""])
def test_a_report_on_what_was_not_held_may_come_before_its_day(kind: str) -> None:
    site = EDITION + ARTICLE.replace("FRONT", f"{kind}date: 2020-04-03")
    assert len(told(dated_before, site)) == 1
    for status in ("cancelled", "postponed"):
        off = site.replace("ceremony: 2020-05-04\n", f"ceremony: 2020-05-04\nstatus: {status}\n")
        assert told(dated_before, off) == []
        assert len(told(dated_before, off.replace("2020-04-03", "2017-04-03"))) == 1


def test_a_report_right_after_the_edition_before_is_about_that() -> None:
    site = EDITION + "-- editions/tarte/2019.yaml --\nceremony: 2019-05-06\n"
    early = site + ARTICLE.replace("FRONT", "date: 2019-05-08")
    assert told(dated_before, early) == [
        "content/articles/a.md:2:1: this report is dated 2019-05-08, before the edition it is about (tarte/2020)"
    ]
    assert hints(dated_before, early) == [
        f"write `editions: tarte/2019` inside `about`: it appeared right after that; or {TO_CORRECT}"
    ]
    assert told(dated_before, early.replace("editions: tarte/2020", "editions: tarte/2019")) == []
    assert hints(dated_before, early.replace("date: 2019-05-08", "date: 2019-08-08")) == [TO_CORRECT]


def test_where_a_source_is_before_the_ceremony_too_its_date_is_to_be_corrected() -> None:
    article = ARTICLE.replace("FRONT", "kind: report\ndate: 2020-05-03")
    source = "sources: {s1: {title: Post, date: 2020-05-02}}\n"
    assert hints(dated_before, EDITION + source + article) == [
        'the source "s1" (2020-05-02) is before the ceremony (2020-05-04), too: correct the date of that in '
        "editions/tarte/2020.yaml, or both others"
    ]
    for other in ("2020-05-05", "2020-03-02", "2020-05"):
        assert hints(dated_before, EDITION + source.replace("2020-05-02", other) + article) == [TO_CORRECT]


@pytest.mark.parametrize(
    "use",
    [
        "cited: {ceremony.date: s1}",
        "claims: {says: deux lauréats, count: laureates, is: 2, source: s1}",
        "jury: {name: Ann, sources: s1}",
    ],
)
def test_what_tells_of_an_edition_is_no_older_than_a_year(use: str) -> None:
    site = f"{EDITION}{use}\nsources: {{s1: {{title: A, date: 2012}}}}\n"
    assert messages(dated_before, site) == [
        'the source "s1" of this edition is dated 2012, before its edition (tarte/2020)'
    ]
    assert told(dated_before, site.replace("date: 2012", "date: 2019")) == []


def test_what_is_wrong_with_a_comment_is_told_at_its_line() -> None:
    front = "date: 2021-05-05\ncomments:\n  - {text: Bravo, date: 2022}\n  - {text: Oui, date: 2011}"
    (found,) = told(dated_before, EDITION + ARTICLE.replace("FRONT", front))
    assert found.startswith("content/articles/a.md:7:5: a comment")


def _lost(on: str, more: str = "", ceremony: str = "2012-12-10") -> str:
    result = f"{{laureate: Ann, status: revoked, status_on: {on}{more}}}"
    return f"-- editions/tarte/2012.yaml --\nceremony: {ceremony}\nresults: {{pomme: {result}}}\n"


def test_a_result_is_lost_after_it_was_given() -> None:
    assert messages(dated_before, _lost("2012-01-16")) == [
        "a result that is revoked is dated 2012-01-16, before its edition was held (2012-12-10)"
    ]
    assert messages(dated_before, _lost("2013-01-16", ", awarded_on: 2013-02-01")) == [
        "a result that is revoked is dated 2013-01-16, before it was given (2013-02-01)"
    ]


@pytest.mark.parametrize(
    ("on", "more", "ceremony"),
    [
        ("2012-10-16", "", "2012-12-10"),
        ("2012-06", "", "2012-12-10"),
        ("2012", "", "2012-12-10"),
        ("2012-01-16", "", "2012"),
        ("2012-03-16", ", awarded_on: 2012-03-01", "2012-12-10"),
    ],
)
def test_a_result_that_was_announced_may_be_lost_before_the_ceremony(on: str, more: str, ceremony: str) -> None:
    assert told(dated_before, _lost(on, more, ceremony)) == []


def test_a_source_that_is_cited_for_the_results_is_of_the_year_of_the_edition_or_later() -> None:
    sources = "sources: {s1: {title: A, date: 2011-12-20}}"
    site = "-- editions/tarte/2012.yaml --\nceremony: 2012-12-10\nresults: {pomme: Ann}\n" + sources
    (line,) = told(dated_before, f"{site}\ncited: {{results: s1}}\n")
    assert line.split(": ", 1)[1] == (
        'the source "s1" of this edition is dated 2011-12-20, before its edition (tarte/2012)'
    )
    assert told(dated_before, f"{site}\ncited: {{theme: s1}}\n") == []


def test_a_ceremony_before_its_period_began_is_told() -> None:
    text = "-- editions/pie/2011.yaml --\nceremony: 2011-05-01\nperiod: {from: 2011-06-01, until: 2011-07-01}\n"
    assert told(dated_before, text) == [
        "editions/pie/2011.yaml:1:11: the ceremony is dated 2011-05-01, before the period began (2011-06-01)"
    ]
    assert hints(dated_before, text) == [
        "correct one of the two dates; what was otherwise is told in a `note` of the period"
    ]
    assert told(dated_before, text.replace("until:", "note: Of the year after., until:")) == []
    assert told(dated_before, text.replace("2011-06-01", "2011-05")) == []
