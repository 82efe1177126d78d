from palmarium.images.ornaments import LeafKind
from palmarium.pages import home
from palmarium.pages.messages import Message
from palmarium.pages.parts.ornament import Emblem
from tests.exports.exported import context

SITE = """\
-- editions/pie/award.yaml --
name: The Pie Award
founded: 1999
organiser: Flour Board
categories: {best: Best Pie, small: Best Small Pie}
-- editions/pie/2001.yaml --
coverage: complete
results: {best: Ann Crust, small: Ben Crumble}
-- editions/pie/2002.yaml --
results: {best: Ann Crust, small: unknown}
-- content/articles/a.md --
---
title: An evening of pies
kind: report
date: 2001-05-01
---
Text.
"""


def test_the_edition_to_read_is_the_latest_that_is_whole() -> None:
    page = home.home_view(context(SITE))
    assert page.best is not None
    assert page.latest is not None
    assert (page.best.label, page.latest.label) == ("2001", "2002")


def test_the_latest_is_not_told_twice() -> None:
    alone = SITE.split("-- editions/pie/2002.yaml --")[0]
    page = home.home_view(context(alone))
    assert page.best is not None
    assert page.latest is None


def test_counts_tell_the_known_from_the_nameless() -> None:
    page = home.home_view(context(SITE))
    assert (page.titles.value, page.laureates.value) == (3, 2)
    assert not page.titles.exact
    assert (page.editions, page.complete) == (2, 1)
    assert page.emblem == Emblem("", (LeafKind.KNOWN, LeafKind.KNOWN, LeafKind.KNOWN, LeafKind.UNKNOWN), 2, 1, 3, 0, 1)


def test_years_run_from_new_to_old() -> None:
    page = home.home_view(context(SITE))
    assert [row.link.text for row in page.year_table.rows] == ["2002", "2001"]
    assert not page.more_years


def test_awards_say_who_and_since_when() -> None:
    (line,) = home.home_view(context(SITE)).awards
    assert (line.link.text, line.organisers, line.editions) == ("The Pie Award", ("Flour Board",), 2)
    assert (line.titles.value, line.titles.exact) == (3, False)


def test_an_empty_archive_still_has_a_home() -> None:
    page = home.home_view(context(""))
    assert (page.best, page.latest, page.awards, page.articles) == (None, None, (), ())
    assert next(way.link.url for way in page.ways) == "/laureates/"


def test_an_archive_looks_back_from_its_latest_edition_not_from_today() -> None:
    older = "-- editions/pie/1992.yaml --\nresults: {best: [Dot Plum, Flo Fig, Gus Grain, Hal Nut]}\n"
    back = home.home_view(context(SITE + older)).anniversary
    assert back is not None
    assert (back.years, back.latest.text, back.year.text) == (10, "The Pie Award 2002", "1992")
    (line,) = back.editions
    assert isinstance(line.told, Message)
    assert (dict(line.told.values)["names"], line.told.count) == ("Dot Plum, Flo Fig", 2)


def test_where_no_edition_lies_a_round_number_of_years_back_nothing_is_said() -> None:
    assert home.home_view(context(SITE)).anniversary is None


def test_the_ways_in_lead_to_letters_years_and_the_categories_given_most() -> None:
    page = home.home_view(context(SITE.replace(", small: unknown", "")))
    assert [letter.text for letter in page.letters if letter.url] == ["A", "B", "F"]
    assert [link.text for link in page.years] == ["2002", "2001"]
    assert [link.text for link in page.categories] == ["Best Pie", "Best Small Pie"]


def test_categories_of_one_name_are_told_apart_and_what_is_left_is_counted() -> None:
    awards = "".join(
        f"-- editions/{id}/award.yaml --\nname: {id.title()} Award\nshort: {id.title()}\n"
        f"categories: {{best: Best, {', '.join(f'{id}-{n}: {id.title()} {n}' for n in range(5))}}}\n"
        f"-- editions/{id}/2001.yaml --\n"
        f"results: {{best: Ann, {', '.join(f'{id}-{n}: Ann' for n in range(5))}}}\n"
        for id in ("jam", "pie")
    )
    page = home.home_view(context(awards))
    said = [link.text for link in page.categories]
    assert said[1:6] == [f"Jam {n}" for n in range(5)]
    assert [dict(text.values) for text in said if isinstance(text, Message)] == [
        {"text": "Best", "remark": "Jam"},
        {"text": "Best", "remark": "Pie"},
    ]
    assert (len(said), page.categories_left) == (10, 2)


CLAIMS = """\
claims:
  - {says: nine laureates, count: laureates, is: 9}
  - {says: two laureates, count: laureates, is: 2}
-- editions/pie/2002.yaml --
"""


def test_claims_that_differ_stand_on_the_home_page_with_where_they_are() -> None:
    page = home.home_view(context(SITE.replace("-- editions/pie/2002.yaml --\n", CLAIMS)))
    assert [(row.verdict.says, row.where and row.where.url.partition("#")[0]) for row in page.doubtful] == [
        ("nine laureates", "/prix/pie/2001/")
    ]
    assert (page.doubtful_left, page.claims_url) == (0, "/claims/")
    assert page.claims == (
        Message("%(num)s claim", plural="%(num)s claims", count=2),
        Message("%(num)s agrees", plural="%(num)s agree", count=1),
        Message("%(num)s differs", plural="%(num)s differ", count=1),
    )
    assert home.home_view(context(SITE)).doubtful == ()
