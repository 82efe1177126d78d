from palmarium.pages import year
from tests.exports.exported import context, reference
from tests.kinds import pages_of

LONG = 61

YEARS = """\
-- editions/pie/award.yaml --
name: Pie Award
short: Pie
names: [{name: Tart Award, until: 2001}]
categories: {best: {name: Best Pie}}
-- editions/pie/2001.yaml --
ceremony: 2001-06
coverage: complete
results: {best: Ann Crust}
-- editions/pie/2005.yaml --
ceremony: 2004-12-01
coverage: complete
results: {best: Ann Crust}
-- editions/cake/award.yaml --
name: Cake Award
short: Cake
categories: {best: {name: Best Cake, many: true}}
-- editions/cake/2001.yaml --
ceremony: 2001-02-03
coverage: complete
results: {best: [Ann Crust, Ben Crumble]}
-- editions/bun/award.yaml --
name: Bun Award
categories: {best: {name: Best Bun}}
-- editions/bun/2001.yaml --
coverage: none
results: {best: unknown}
-- content/articles/night.md --
---
title: A night
date: 2001-06-02
kind: report
about: {editions: [pie/2001, cake/2001]}
---
Flour.
"""


def views(text: str) -> dict[str, year.View]:
    return {page.view.year: page.view for page in pages_of(year, context(text))}


def test_editions_stand_in_the_order_of_their_ceremonies_those_without_a_date_last() -> None:
    assert [line.link.url for line in views(YEARS)["2001"].editions] == [
        "/prix/cake/2001/",
        "/prix/pie/2001/",
        "/prix/bun/2001/",
    ]


def test_an_edition_keeps_the_year_of_its_label_and_the_name_of_its_time() -> None:
    found = views(YEARS)
    assert found["2001"].editions[1].award_name == "Tart Award"
    (late,) = found["2005"].editions
    assert (late.award_name, late.label_differs, str(late.ceremony.date)) == ("Pie Award", True, "2004-12-01")


def test_neighbours_are_the_nearest_years_with_an_edition() -> None:
    first, last = (views(YEARS)[name].head for name in ("2001", "2005"))
    assert (first.previous, first.next and first.next.url) == (None, "/years/2005/")
    assert (last.previous and last.previous.url, last.next) == ("/years/2001/", None)


def test_a_laureate_of_several_awards_is_named_once() -> None:
    (crossing,) = views(YEARS)["2001"].crossings
    assert crossing.link.text == "Ann Crust"
    assert [link.url for link in crossing.where] == ["/prix/cake/2001/", "/prix/pie/2001/"]


def test_a_title_without_a_name_is_counted_apart() -> None:
    bun = views(YEARS)["2001"].editions[2]
    assert (bun.titles.value, bun.titles.exact, bun.unknown, bun.lines) == (0, False, 1, ())


def test_an_article_about_two_editions_stands_once() -> None:
    assert [line.link.url for line in views(YEARS)["2001"].articles] == ["/articles/night/"]


def test_a_long_palmares_is_left_to_its_own_page() -> None:
    names = ", ".join(f"Name {number}" for number in range(LONG))
    many = YEARS.replace("[Ann Crust, Ben Crumble]", f"[{names}]")
    cake = views(many)["2001"].editions[0]
    assert (cake.titles.value, cake.lines) == (LONG, ())


def test_the_year_2011_of_the_archive() -> None:
    found = {page.url: page for page in pages_of(year, reference())}["/years/2011/"]
    assert [line.link.url for line in found.view.editions] == [
        "/prix/escda/2011/",
        "/prix/podium/2011/",
        "/prix/palmes/2011/",
    ]
    assert "Mercedes-Benz" in [crossing.link.text for crossing in found.view.crossings]


def test_the_years_before_and_after_say_what_they_hold() -> None:
    found = views(YEARS)
    assert found["2001"].later is not None
    assert (found["2001"].earlier, found["2001"].later.told) == (None, "Pie 2005")
