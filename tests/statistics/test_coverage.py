import pytest

from palmarium.model import Coverage, Edition
from palmarium.model.archive import Archive
from palmarium.statistics.count import REASONS, Reason
from palmarium.statistics.coverage import (
    Gaps,
    Known,
    Step,
    edition_before,
    gaps_before,
    gaps_of,
    holds,
    known,
    known_results,
    label,
    missing_before,
    reason,
    timeline,
)
from tests.archives import archive

AWARD = "-- editions/pie/award.yaml --\nname: Fictional Pie Award\nshort: Pie\ncategories: {pie: Pie, tart: Tart}\n"


def row(*editions: str, award: str = AWARD) -> Archive:
    """Editions from 2010 on, each a line of YAML or more."""
    files = (f"-- editions/pie/{2010 + at}.yaml --\n{text}\n" for at, text in enumerate(editions))
    return archive(award + "".join(files))


def one(text: str) -> Edition:
    return row(text).editions["pie/2010"]


ALL, NOTHING = Known(True, True, True, True), Known(False, False, False, False)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("coverage: complete", Known(laureates=True, categories=True, places=True, jury=False)),
        ("coverage: {results: complete, categories: complete, jury: complete}", ALL),
        ("coverage: winners-only", Known(laureates=True, categories=True, places=False, jury=False)),
        ("coverage: names-only", Known(laureates=True, categories=False, places=False, jury=False)),
        ("coverage: partial", NOTHING),
        ("coverage: none", NOTHING),
        ("theme: crust", NOTHING),
        ("status: cancelled", ALL),
        ("status: postponed", ALL),
        ("status: online", NOTHING),
    ],
)
def test_each_word_of_coverage_says_which_parts_are_whole(written: str, found: Known) -> None:
    assert known(one(written)) == found


def test_an_unknown_winner_is_a_hole_in_a_complete_edition() -> None:
    assert known(one("coverage: complete\nresults: {pie: unknown}")) == Known(False, True, False, False)


def test_an_unknown_winner_is_none_where_all_names_are_known() -> None:
    assert known(one("coverage: names-only\nresults: {unknown: Ann Crust, pie: unknown}")).laureates


def test_a_laureate_without_a_category_is_a_hole_in_the_categories() -> None:
    assert not known(one("coverage: complete\nresults: {unknown: Ann Crust}")).categories


def test_a_row_from_the_first_edition_on_has_no_gap() -> None:
    found = row("ordinal: 1\ncoverage: complete", "coverage: winners-only", "coverage: names-only")
    assert timeline(found, "pie") == (Step("pie/2010", 1), Step("pie/2011", 2), Step("pie/2012", 3))
    assert gaps_of(found, "pie") == Gaps()
    assert not gaps_of(found, "pie").any
    assert gaps_before(found, "pie/2012") == Gaps()


def test_a_first_number_above_one_tells_of_missing_editions() -> None:
    found = row("ordinal: 4\ncoverage: complete", "coverage: complete")
    assert timeline(found, "pie") == (Step("pie/2010", 4, 3, ((1, 3),)), Step("pie/2011", 5))
    assert gaps_before(found, "pie/2010") == Gaps(missing_count=3, missing=((1, 3),))
    assert gaps_before(found, "pie/2011") == Gaps(missing_count=3, missing=((1, 3),))


def test_a_number_left_out_tells_of_a_missing_edition() -> None:
    found = row("ordinal: 1\ncoverage: complete", "ordinal: 3\ncoverage: complete")
    assert gaps_before(found, "pie/2010") == Gaps()
    assert gaps_before(found, "pie/2011") == Gaps(missing_count=1, missing=((2, 2),))


def test_editions_without_a_number_fill_the_numbers_between() -> None:
    found = row("coverage: complete", "coverage: complete", "ordinal: 3\ncoverage: complete")
    assert timeline(found, "pie") == (Step("pie/2010", 1), Step("pie/2011", 2), Step("pie/2012", 3))
    assert not gaps_of(found, "pie").any


def test_where_they_do_not_fill_them_only_the_number_of_missing_ones_is_known() -> None:
    found = row("ordinal: 1\ncoverage: complete", "coverage: complete", "ordinal: 5\ncoverage: complete")
    assert gaps_of(found, "pie") == Gaps(missing_count=2, apart=(("pie/2012", "pie/2012"),))
    assert timeline(found, "pie")[1:] == (Step("pie/2011", None, 2), Step("pie/2012", 5, apart=True))


def years(**editions: str) -> Archive:
    """Complete editions by year: `_2010="ordinal: 1"`."""
    files = (f"-- editions/pie/{key[1:]}.yaml --\ncoverage: complete\n{more}\n" for key, more in editions.items())
    return archive(AWARD + "".join(files))


def test_without_a_number_editions_follow_each_other_where_their_years_do() -> None:
    found = years(_2010="", _2011="", _2013="", _2014="")
    assert [(step.apart, step.follows) for step in timeline(found, "pie")] == [
        (False, True), (False, True), (True, False), (False, True),
    ]  # fmt: skip
    assert gaps_before(found, "pie/2011") == Gaps(open_start=True)
    assert gaps_before(found, "pie/2014") == Gaps(open_start=True, apart=(("pie/2013", "pie/2013"),))
    assert [edition_before(found, f"pie/{year}") for year in (2011, 2013)] == [
        ("pie/2010", True), ("pie/2011", False),
    ]  # fmt: skip


def test_a_cancelled_edition_without_a_number_fills_its_year() -> None:
    found = years(_2010="", _2011="status: cancelled", _2012="")
    assert [step.follows for step in timeline(found, "pie")] == [True, True]


def test_numbers_go_on_while_the_years_do() -> None:
    found = years(_2010="ordinal: 4", _2011="", _2013="", _2014="")
    assert [(step.ordinal, step.apart) for step in timeline(found, "pie")] == [
        (4, False), (5, False), (None, True), (None, False),
    ]  # fmt: skip


def test_where_only_the_years_are_apart_the_reason_names_the_editions() -> None:
    found = years(_2010="", _2012="", _2014="")
    lone = Gaps(apart=(("pie/2012", "pie/2012"), ("pie/2014", "pie/2014")))
    assert lone.any
    assert reason(found, lone) == Reason("apart", (("editions", "2012, 2014"),))


def test_after_a_number_that_is_not_known_none_is_listed() -> None:
    found = years(_2010="ordinal: 1", _2011="", _2012="ordinal: 4", _2013="ordinal: 6")
    assert timeline(found, "pie")[1:3] == (Step("pie/2011", None, 1), Step("pie/2012", 4, apart=True))
    assert gaps_before(found, "pie/2013") == Gaps(missing_count=2, apart=(("pie/2012", "pie/2012"),))


def test_what_is_missing_before_a_cancelled_edition_is_missing_before_the_next() -> None:
    found = years(_2010="ordinal: 1", _2011="ordinal: 3\nstatus: cancelled", _2012="ordinal: 5")
    assert timeline(found, "pie")[1] == Step("pie/2012", 5, 2, ((2, 2), (4, 4)))
    unclear = years(_2010="ordinal: 1", _2011="", _2012="ordinal: 5\nstatus: cancelled", _2013="ordinal: 7")
    assert timeline(unclear, "pie")[2] == Step("pie/2013", 7, 1, ((6, 6),), apart=True)
    counted = years(_2010="status: cancelled", _2011="ordinal: 4\nstatus: cancelled", _2012="ordinal: 6")
    assert timeline(counted, "pie") == (Step("pie/2012", 6, 4, ((1, 3), (5, 5))),)


def test_without_any_number_the_first_edition_is_not_known_to_be_the_first() -> None:
    found = row("coverage: complete", "coverage: complete")
    assert gaps_before(found, "pie/2010") == Gaps(open_start=True)
    assert gaps_of(found, "pie") == Gaps(open_start=True)


@pytest.mark.parametrize("founded", ["2010", "2010-09"])
def test_unless_it_is_of_the_year_in_which_the_award_was_founded(founded: str) -> None:
    found = row("coverage: complete", "coverage: complete", award=f"{AWARD}founded: {founded}\n")
    assert gaps_of(found, "pie") == Gaps()


def test_a_label_may_be_a_year_ahead_of_the_first_ceremony() -> None:
    found = row("ceremony: 2009-10\ncoverage: complete", award=f"{AWARD}founded: 2009\n")
    assert gaps_of(found, "pie") == Gaps()
    assert gaps_of(row("coverage: complete", award=f"{AWARD}founded: 2008\n"), "pie") == Gaps(open_start=True)


def test_an_incomplete_edition_is_a_gap_for_those_after_it_only() -> None:
    found = row("ordinal: 1\ncoverage: partial", "coverage: complete")
    assert gaps_before(found, "pie/2010") == Gaps()
    assert gaps_before(found, "pie/2011") == Gaps(incomplete=(("pie/2010", "pie/2010"),))


def test_categories_may_be_a_gap_where_laureates_are_none() -> None:
    found = row("ordinal: 1\ncoverage: names-only")
    assert gaps_of(found, "pie") == Gaps()
    assert gaps_of(found, "pie", "categories") == Gaps(incomplete=(("pie/2010", "pie/2010"),))


def test_results_by_category_need_the_laureates_too() -> None:
    found = row("ordinal: 1\ncoverage: complete\nresults: {pie: unknown}")
    assert known(found.editions["pie/2010"]).categories
    assert not holds(found, "pie/2010", "categories")
    assert gaps_of(found, "pie", "categories") == Gaps(incomplete=(("pie/2010", "pie/2010"),))


def test_the_jury_may_be_known_where_the_laureates_are_not() -> None:
    found = row("ordinal: 1\ncoverage: {results: partial, jury: complete}")
    assert holds(found, "pie/2010", "jury")
    assert gaps_of(found, "pie", "jury") == Gaps()


def test_a_cancelled_edition_without_a_number_fills_no_gap() -> None:
    found = row("ordinal: 1\ncoverage: complete", "status: cancelled", "ordinal: 3\ncoverage: complete")
    assert gaps_of(found, "pie") == Gaps(missing_count=1, missing=((2, 2),))


def test_an_award_without_editions_or_one_that_is_not_here_has_no_gap() -> None:
    assert gaps_of(archive(AWARD), "pie") == gaps_of(archive(AWARD), "jam") == Gaps()
    assert timeline(archive(AWARD), "jam") == ()


def test_missing_editions_before_the_first_leave_no_doubt_of_the_start() -> None:
    found = row("coverage: complete", "ordinal: 5\ncoverage: complete")
    assert gaps_of(found, "pie") == Gaps(missing_count=3, apart=(("pie/2011", "pie/2011"),))
    assert edition_before(found, "pie/2010") == (None, False)


def test_a_cancelled_edition_is_skipped() -> None:
    found = row("ordinal: 1\ncoverage: complete", "status: cancelled", "ordinal: 2\ncoverage: complete")
    assert timeline(found, "pie") == (Step("pie/2010", 1), Step("pie/2012", 2))
    assert edition_before(found, "pie/2012") == ("pie/2010", True)


def test_a_cancelled_edition_that_bears_a_number_leaves_no_gap() -> None:
    found = row("ordinal: 1\ncoverage: complete", "ordinal: 2\nstatus: cancelled", "ordinal: 3\ncoverage: complete")
    assert timeline(found, "pie") == (Step("pie/2010", 1), Step("pie/2012", 3))
    assert gaps_of(found, "pie") == Gaps()


def test_gaps_before_a_cancelled_edition_are_those_of_the_held_ones() -> None:
    found = row("ordinal: 1\ncoverage: partial", "status: cancelled", "ordinal: 2\ncoverage: partial")
    assert gaps_before(found, "pie/2011") == Gaps(incomplete=(("pie/2010", "pie/2010"),))


def test_contradicting_numbers_are_no_gaps() -> None:
    found = row("ordinal: 1\ncoverage: complete", "ordinal: 1\ncoverage: complete")
    assert gaps_of(found, "pie") == Gaps()


def test_the_edition_before_is_certain_where_no_number_is_left_out() -> None:
    found = row("ordinal: 1", "ordinal: 2", "ordinal: 4")
    assert edition_before(found, "pie/2010") == (None, True)
    assert edition_before(found, "pie/2011") == ("pie/2010", True)
    assert edition_before(found, "pie/2012") == ("pie/2011", False)


def test_nothing_is_certain_before_an_edition_that_may_not_be_the_first() -> None:
    assert edition_before(row("ordinal: 3"), "pie/2010") == (None, False)
    assert edition_before(row("theme: crust"), "pie/2010") == (None, False)


def test_an_edition_that_was_not_held_has_none_before() -> None:
    assert edition_before(row("ordinal: 1", "status: cancelled"), "pie/2011") == (None, False)


def test_an_edition_is_called_by_its_award_and_label() -> None:
    assert label(row("label: 2010-11"), "pie/2010") == "Pie 2010-11"
    assert label(archive("-- editions/jam/2010.yaml --\ntheme: fruit\n"), "jam/2010") == "jam 2010"


@pytest.mark.parametrize(
    ("gaps", "said"),
    [
        (Gaps(missing_count=3, missing=((1, 3),)), "editions missing from the archive: no. 1–3"),
        (Gaps(missing_count=3, missing=((2, 2), (4, 5))), "editions missing from the archive: no. 2, 4, 5"),
        (Gaps(missing_count=2), "number of editions missing from the archive: 2"),
        (Gaps(incomplete=(("pie/2010", "pie/2010"),)), "editions still incomplete in the archive: 2010"),
        (
            Gaps(incomplete=(("pie/2010", "pie/2012"), ("pie/2014", "pie/2014"))),
            "editions still incomplete in the archive: 2010–2012, 2014",
        ),
        (
            Gaps(missing_count=1, missing=((2, 2),), incomplete=(("pie/2010", "pie/2010"),)),
            "editions missing from the archive: no. 2; still incomplete: 2010",
        ),
        (
            Gaps(missing_count=2, incomplete=(("pie/2010", "pie/2010"),)),
            "number of editions missing from the archive: 2; editions still incomplete: 2010",
        ),
        (Gaps(open_start=True), "the archive does not say which edition was the first"),
        (Gaps(), None),
    ],
)
def test_gaps_are_said_in_one_sentence(gaps: Gaps, said: str | None) -> None:
    found = reason(row(*["theme: crust"] * 5), gaps)
    assert (REASONS[found.code] % dict(found.values) if found else None) == said


def test_an_edition_that_lacks_a_winner_is_known_in_part_whatever_it_says() -> None:
    found = archive("""\
-- editions/pie/award.yaml --
{name: Pie, categories: {best: Best, tart: Tart}}
-- editions/pie/2001.yaml --
{coverage: complete, results: {best: Ann, tart: unknown}}
-- editions/pie/2002.yaml --
{coverage: complete, results: {best: Ann, tart: {not_awarded: no-majority}}}
-- editions/pie/2003.yaml --
{coverage: none}
""")
    known = [known_results(edition) for edition in found.editions.values()]
    assert known == [Coverage.PARTIAL, Coverage.COMPLETE, Coverage.NONE]


def test_how_many_editions_are_missing_before_one_is_what_its_number_says() -> None:
    found = archive("""\
-- editions/pie/award.yaml --
{name: Pie}
-- editions/pie/2003.yaml --
{ordinal: 3}
-- editions/pie/2004.yaml --
{ordinal: 4}
-- editions/pie/2009.yaml --
{ordinal: 9}
-- editions/pie/2015.yaml --
label: 2015
""")
    assert [missing_before(found, key) for key in found.editions] == [2, 0, 4, 0]
