import pytest

from palmarium.pages import gaps
from palmarium.pages.messages import Message
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
ceremony: {date: 2005-05-01, city: Ovenham}
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


def told(text: object) -> str:
    """The sentence with its number, its date or its text in place."""
    if not isinstance(text, Message):
        return str(text)
    return (text.plural or text.id if text.count != 1 else text.id) % (
        {"num": text.count, **{name: told(value) for name, value in text.values}}
    )


def found(view: gaps.View, kind: str) -> list[tuple[object, str]]:
    holes = next((group.lines for group in view.kinds if group.kind == kind), ())
    return [(hole.where.text, told(hole.what)) for hole in holes]


def part(view: gaps.View, name: str) -> dict[str, list[str]]:
    """What each edition lacks in one part."""
    editions = [edition for award in view.awards for edition in award.editions]
    return {str(each.edition.text): [told(link.text) for link in getattr(each, name)] for each in editions}


def test_every_gap_is_counted_once(view: gaps.View) -> None:
    parts = ("laureates", "categories", "jury", "facts")
    in_editions = sum(len(lines) for name in parts for lines in part(view, name).values())
    assert view.count == in_editions + sum(len(group.lines) for group in view.kinds)


def test_missing_editions_are_told_by_award(view: gaps.View) -> None:
    assert [where for where, _ in found(view, "missing")] == ["The Lost Award", "The Pie Award"]


def test_years_without_an_edition_are_told_where_nobody_knows_that_there_was_none(view: gaps.View) -> None:
    assert [text for _, text in found(view, "years")] == ["2003–2004: no edition of any award"]
    award, numbered = "-- editions/pie/award.yaml --\nname: Pie\n", "-- editions/pie/{}.yaml --\nordinal: {}\n"
    sure = gaps.gaps_view(context(award + numbered.format(2001, 1) + numbered.format(2003, 2)))
    assert found(sure, "years") == []


def test_what_is_missing_of_the_laureates(view: gaps.View) -> None:
    assert part(view, "laureates") == {
        "Pie 2001": ["the laureate of “Best Pie”"],
        "Pie 2002": ["others perhaps, besides the 1 laureate known", "the laureate of “Best Tart”"],
        "Pie 2005": [],
    }
    (link,) = view.awards[0].editions[0].laureates
    assert link.url == "/prix/pie/2001/#best"


def test_nobody_known_and_many_categories_without_a_laureate() -> None:
    many = "".join(f"c{n}: Category {n}, " for n in range(5))
    view = gaps.gaps_view(
        context(f"""\
-- editions/pie/award.yaml --
name: The Pie Award
short: Pie
categories: {{{many}}}
-- editions/pie/2001.yaml --
coverage: none
-- editions/pie/2002.yaml --
coverage: complete
results: {{{"".join(f"c{n}: unknown, " for n in range(5))}}}
-- editions/pie/2003.yaml --
coverage: complete
""")
    )
    assert part(view, "laureates") == {
        "Pie 2001": ["all the laureates"],
        "Pie 2002": ["the laureates of 5 known categories"],
        "Pie 2003": [],
    }


def test_what_is_missing_of_the_categories(view: gaps.View) -> None:
    assert part(view, "categories") == {
        "Pie 2001": ["the list of categories"],
        "Pie 2002": ["the category of 2 titles", "the list of categories"],
        "Pie 2005": [],
    }


def test_juries_without_names_and_jurors_without_organisation(view: gaps.View) -> None:
    assert part(view, "jury") == {
        "Pie 2001": [],
        "Pie 2002": ["perhaps part of the jury", "the organisation of 1 juror"],
        "Pie 2005": ["the jury"],
    }
    assert [each.no_jury for each in view.awards[0].editions] == [True, False, False]


def test_dates_and_numbers_that_are_not_known(view: gaps.View) -> None:
    number, rule = "its number in the series of editions", "how the laureates were chosen"
    assert part(view, "facts") == {
        "Pie 2001": ["the date of the ceremony", "the place of the ceremony", rule],
        "Pie 2002": ["the day, in 2002-05", "the place of the ceremony", number, rule],
        "Pie 2005": [],
    }


def test_a_claim_in_the_air_leads_to_its_line(view: gaps.View) -> None:
    (hole,) = next(group.lines for group in view.kinds if group.kind == "claims")
    assert hole.where.url == "/prix/pie/2002/#claim--nine-laureates"


def test_disputes_and_articles_about_nothing(view: gaps.View) -> None:
    (dispute,) = next(group.lines for group in view.kinds if group.kind == "disputes")
    assert (dispute.field, dispute.where.text) == ("ceremony", "Pie 2002")
    assert found(view, "articles") == [("Adrift", "what it is about")]


def test_names_without_a_file_are_listed(view: gaps.View) -> None:
    assert [link.text for link in view.names] == ["Ann Crust", "Eve Dough", "Max Peel", "Ovens"]


def test_complete_editions_are_only_counted() -> None:
    view = gaps.gaps_view(context(SITE.replace("method: {how: jury}", "method: {how: survey}")))
    (pie,) = view.awards
    assert ([str(each.edition.text) for each in pie.editions], pie.whole, pie.left) == (["Pie 2001", "Pie 2002"], 1, 0)


def test_a_long_list_is_cut_and_says_so() -> None:
    editions = "".join(f"-- editions/pie/{year}.yaml --\ncoverage: none\n" for year in range(1901, 1971))
    (pie,) = gaps.gaps_view(context("-- editions/pie/award.yaml --\nname: Pie\ncategories: {p: P}\n" + editions)).awards
    assert (len(pie.editions), pie.left, pie.whole) == (60, 10, 0)


def test_an_edition_where_nothing_was_given_lacks_no_laureate() -> None:
    award = "-- editions/pie/award.yaml --\nname: Pie\ncategories: {p: P}\n"
    (pie,) = gaps.gaps_view(context(award + "-- editions/pie/2001.yaml --\ncoverage: complete\n")).awards
    assert [each.laureates for each in pie.editions] == [()]


def test_an_archive_without_gaps_says_so() -> None:
    view = gaps.gaps_view(context(""))
    assert (view.count, view.kinds, view.awards, view.names) == (0, (), (), ())


def test_many_editions_are_folded_by_award_with_what_each_award_lacks() -> None:
    small = gaps.gaps_view(context(SITE))
    assert not small.folded
    assert [(group.award.text, group.incomplete) for group in small.awards] == [
        (group.award.text, len(group.editions) + group.left) for group in small.awards
    ]
    assert sum(group.gaps for group in small.awards) <= small.count
    years = "".join(f"-- editions/pie/{year}.yaml --\nresults: {{best: unknown}}\n" for year in range(1940, 2001))
    large = gaps.gaps_view(context(SITE + years))
    pie = large.awards[0]
    assert large.folded
    # What is not listed is counted all the same.
    assert (pie.incomplete, len(pie.editions), pie.left) == (64, gaps.LONGEST, 4)
    assert pie.gaps > sum(map(len, (each.laureates for each in pie.editions)))
