from palmarium.pages import compare
from tests.exports.exported import context
from tests.kinds import pages_of

SITE = """\
-- editions/pie/award.yaml --
name: The Pie Award
short: Pie
categories: {best: Best Pie}
-- editions/tart/award.yaml --
name: The Tart Award
short: Tart
categories: {best: Best Tart}
-- editions/pie/2001.yaml --
results: {best: Ann Crust}
-- editions/pie/2002.yaml --
results: {best: Ben Crumble}
-- editions/tart/2003.yaml --
results: {best: Ann Crust}
"""


def test_those_with_most_titles_stand_side_by_side() -> None:
    view = compare.compare_view(context(SITE))
    assert [(one.name.text, one.titles, one.awards, one.first.text, one.last.text) for one in view.names] == [
        ("Ann Crust", 2, 2, "Pie 2001", "Tart 2003"),
        ("Ben Crumble", 1, 1, "Pie 2002", "Pie 2002"),
    ]
    assert [(one.value, one.text) for one in view.choices] == [
        ("ann-crust", "Ann Crust"),
        ("ben-crumble", "Ben Crumble"),
    ]
    assert (view.records, view.index, view.folder) == ("/api/v1/names/", "/search/index.js", "/noms/")


def test_a_site_without_an_api_compares_nothing() -> None:
    assert [page.url for page in pages_of(compare, context(SITE))] == ["/compare/"]
    assert list(pages_of(compare, context(SITE, outputs={"api": False}))) == []


def test_awards_and_years_are_offered_with_the_records_of_their_editions() -> None:
    view = compare.compare_view(context(SITE))
    assert [(one.value, one.text) for one in view.awards] == [("pie", "The Pie Award"), ("tart", "The Tart Award")]
    assert [(one.year, one.url, one.records) for one in view.years] == [
        (2003, "/years/2003/", ("tart-2003",)),
        (2002, "/years/2002/", ("pie-2002",)),
        (2001, "/years/2001/", ("pie-2001",)),
    ]


def test_without_a_script_awards_and_years_stand_in_tables() -> None:
    view = compare.compare_view(context(SITE))
    assert [(one.award.text, one.editions, one.categories, one.titles.value) for one in view.all_awards] == [
        ("The Pie Award", 2, 1, 2),
        ("The Tart Award", 1, 1, 1),
    ]
    assert [(one.year.text, one.editions, one.titles.value) for one in view.latest_years] == [
        ("2003", 1, 1),
        ("2002", 1, 1),
        ("2001", 1, 1),
    ]


def test_one_award_alone_is_compared_with_nothing() -> None:
    view = compare.compare_view(context(SITE.split("-- editions/tart/award")[0]))
    assert (view.all_awards, view.latest_years) == ((), ())
