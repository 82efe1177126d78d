import pytest

from palmarium.pages import gaps
from palmarium.views import Message
from tests.exports.exported import context

SITE = """\
-- editions/pie/award.yaml --
name: The Pie Award
short: Pie
categories: {best: Best Pie, tart: Best Tart}
-- editions/pie/2001.yaml --
ordinal: 1
coverage: none
results: {best: unknown}
-- editions/pie/2002.yaml --
coverage: {results: partial, categories: none}
ceremony: {date: 2002-05}
jury: [{name: Eve Dough}, {name: Max Peel, org: Ovens}]
results: {unknown: [{laureate: Ann Crust, count: 2}], tart: unknown}
claims: [{says: Nine laureates, count: laureates, is: 9}]
disputes: [{field: ceremony.date, value: June}]
-- editions/pie/2005.yaml --
ordinal: 5
coverage: complete
ceremony: 2005-05-01
method: {how: jury}
results: {best: Ann Crust, tart: Ann Crust}
-- editions/lost/award.yaml --
name: The Lost Award
categories: {best: Best}
-- editions/fair/award.yaml --
name: The Fair
-- content/articles/adrift.md --
---
title: Adrift
kind: brief
---
Text.
"""


@pytest.fixture(scope="module")
def view() -> gaps.View:
    return gaps.gaps_view(context(SITE))


def found(view: gaps.View, kind: str) -> list[tuple[object, str]]:
    holes = next((group.holes for group in view.kinds if group.kind == kind), ())
    return [(hole.where.text, hole.what.id if isinstance(hole.what, Message) else hole.what) for hole in holes]


def test_gaps_are_numbered_through_and_counted(view: gaps.View) -> None:
    numbers = [hole.number for group in view.kinds for hole in group.holes]
    assert numbers == list(range(1, view.count + 1))


def test_missing_editions_are_told_by_award(view: gaps.View) -> None:
    assert [where for where, _ in found(view, "missing")] == ["The Lost Award", "The Pie Award"]


def test_silent_and_partial_editions_are_told_apart(view: gaps.View) -> None:
    assert found(view, "silent") == [("Pie 2001", "the laureate of %(num)s known category")]
    assert [where for where, _ in found(view, "partial")] == ["Pie 2002"]


def test_titles_and_categories_that_miss_each_other(view: gaps.View) -> None:
    assert found(view, "without-category") == [("Pie 2002", "the category of %(num)s title")]
    assert found(view, "without-laureate") == [("Pie 2002", "the laureate of “%(category)s”")]
    assert [where for where, _ in found(view, "categories")] == ["Pie 2001", "Pie 2002"]


def test_juries_without_names_and_jurors_without_organisation(view: gaps.View) -> None:
    assert ("Pie 2005", "the jury") in found(view, "juries")
    assert ("Pie 2002", "the organisation of %(num)s juror") in found(view, "juries")


def test_dates_and_numbers_that_are_not_known(view: gaps.View) -> None:
    assert found(view, "dates") == [("Pie 2001", "the date of the ceremony"), ("Pie 2002", "the day, in %(date)s")]
    assert found(view, "ordinals") == [("Pie 2002", "its number in the series of editions")]


def test_a_claim_in_the_air_leads_to_its_line(view: gaps.View) -> None:
    (hole,) = next(group.holes for group in view.kinds if group.kind == "claims")
    assert hole.where.url == "/prix/pie/2002/#claim-1"


def test_disputes_and_articles_about_nothing(view: gaps.View) -> None:
    (dispute,) = next(group.holes for group in view.kinds if group.kind == "disputes")
    assert (dispute.field, dispute.where.text) == ("ceremony", "Pie 2002")
    assert found(view, "articles") == [("Adrift", "what it is about")]


def test_names_without_a_file_are_listed(view: gaps.View) -> None:
    assert [link.text for link in view.names] == ["Ann Crust", "Eve Dough", "Max Peel", "Ovens"]


def test_coverage_lists_what_is_not_whole(view: gaps.View) -> None:
    (pie,) = view.coverage
    assert [(row.edition.text, row.precision, row.jury and row.jury.value) for row in pie.editions] == [
        ("Pie 2001", "none", None),
        ("Pie 2002", "month", "partial"),
        ("Pie 2005", "day", "partial"),
    ]


def test_an_archive_without_gaps_says_so() -> None:
    view = gaps.gaps_view(context(""))
    assert (view.count, view.kinds, view.coverage, view.names) == (0, (), (), ())
