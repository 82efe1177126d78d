from dataclasses import replace

from palmarium.model.archive import Archive
from palmarium.statistics.count import Reason
from palmarium.statistics.streaks import Streak, current, longest, streaks
from palmarium.statistics.titles import ALL, Identity, Scope
from tests.archives import archive


def row(*editions: str, first: int = 1) -> Archive:
    """Editions from 2010 on: `complete Ann` has a winner and no number; a status or ordinal may follow `;`."""
    text = "-- editions/pie/award.yaml --\nname: Fictional Pie Award\ncategories: {pie: Pie, tart: Tart}\n"
    for at, told in enumerate(editions):
        main, _, more = told.partition("; ")
        coverage, _, names = main.partition(" ")
        text += f"-- editions/pie/{2010 + at}.yaml --\ncoverage: {coverage}\n{more}\n"
        text += f"results: {{{names or 'unknown: []'}}}\n"
        text += f"ordinal: {first}\n" if at == 0 else ""
    return archive(text)


def streak(length: int, first: int, last: int, current: bool, because: Reason | None = None) -> Streak:
    return Streak("ann", "pie", length, f"pie/{first}", f"pie/{last}", current, because is not None, because)


PIE = Scope("pie", name="ann")
IN_PIE = Scope("pie", category="pie/pie", name="ann")
ANN, BEN = "complete pie: Ann", "complete pie: Ben"


def test_a_streak_runs_over_editions_that_follow_each_other() -> None:
    assert streaks(row(ANN, ANN, BEN, ANN), PIE) == (
        streak(2, 2010, 2011, current=False),
        streak(1, 2013, 2013, current=True),
    )


def test_who_has_no_title_has_no_streak() -> None:
    assert streaks(row(ANN), Scope("pie", name="ben")) == ()
    assert streaks(row(ANN), Scope("jam", name="ann")) == ()


def test_a_cancelled_edition_neither_counts_nor_breaks() -> None:
    assert streaks(row(ANN, "none; status: cancelled", ANN), PIE) == (streak(2, 2010, 2012, current=True),)


def test_a_revoked_title_and_one_of_a_cancelled_edition_make_no_streak() -> None:
    revoked = row("complete pie: {laureate: Ann, status: revoked}", ANN)
    assert streaks(revoked, PIE) == (streak(1, 2011, 2011, current=True),)
    cancelled = row(BEN, f"{ANN}; status: cancelled")
    assert streaks(cancelled, PIE) == longest(cancelled, Scope("pie")) == ()


def test_a_category_that_was_cancelled_neither_counts_nor_breaks() -> None:
    found = row(ANN, "complete pie: cancelled, tart: Ben", ANN)
    assert streaks(found, IN_PIE) == (streak(2, 2010, 2012, current=True),)


def test_a_category_that_nobody_won_breaks() -> None:
    found = row(ANN, "complete pie: {not_awarded: reserved}", ANN)
    assert [each.length for each in streaks(found, IN_PIE)] == [1, 1]


def test_beside_an_incomplete_edition_a_streak_is_at_least_so_long() -> None:
    because = Reason("incomplete", (("editions", "2011"),))
    assert streaks(row(ANN, "partial pie: Ben", ANN), PIE) == (
        streak(1, 2010, 2010, current=False, because=because),
        streak(1, 2012, 2012, current=True, because=because),
    )


def test_a_title_in_an_incomplete_edition_counts() -> None:
    assert streaks(row(ANN, "partial pie: Ann", ANN), PIE) == (streak(3, 2010, 2012, current=True),)


def test_beside_a_missing_edition_a_streak_is_at_least_so_long() -> None:
    because = Reason("missing", (("ordinals", "2, 3"),))
    assert streaks(row(ANN, f"{ANN}; ordinal: 4"), PIE) == (
        streak(1, 2010, 2010, current=False, because=because),
        streak(1, 2011, 2011, current=True, because=because),
    )


def test_where_a_year_lies_between_and_no_number_tells_a_streak_is_at_least_so_long() -> None:
    text = "-- editions/pie/{}.yaml --\ncoverage: names-only\nresults: {{unknown: Ann}}\n{}\n"
    found = archive(text.format(2010, "ordinal: 1") + text.format(2011, "") + text.format(2013, ""))
    because = Reason("apart", (("editions", "2013"),))
    assert streaks(found, PIE) == (
        streak(2, 2010, 2011, current=False, because=because),
        streak(1, 2013, 2013, current=True, because=because),
    )


def test_before_the_first_edition_here_others_may_be_missing() -> None:
    assert streaks(row(ANN, first=3), PIE) == (
        streak(1, 2010, 2010, current=True, because=Reason("missing", (("ordinals", "1, 2"),))),
    )
    unsaid = archive("-- editions/pie/2010.yaml --\ncoverage: names-only\nresults: {unknown: Ann}\n")
    assert streaks(unsaid, PIE) == (streak(1, 2010, 2010, current=True, because=Reason("start")),)


def test_in_a_category_an_edition_without_it_neither_counts_nor_breaks() -> None:
    found = row(ANN, "complete tart: Ben", ANN, BEN)
    assert streaks(found, IN_PIE) == (streak(2, 2010, 2012, current=False),)
    assert streaks(found, PIE)[0].length == 1


def test_in_a_category_names_alone_are_not_known() -> None:
    because = Reason("incomplete", (("editions", "2011"),))
    assert streaks(row(ANN, "names-only unknown: Ann"), IN_PIE) == (
        streak(1, 2010, 2010, current=False, because=because),
    )


def test_in_a_category_what_is_missing_before_an_edition_without_it_stays_missing() -> None:
    because = Reason("missing", (("ordinals", "2"),))
    found = row(ANN, "complete tart: Ben; ordinal: 3", ANN)
    assert streaks(found, IN_PIE) == (
        streak(1, 2010, 2010, current=False, because=because),
        streak(1, 2012, 2012, current=True, because=because),
    )


TWO = row(
    "complete pie: Ann\n tart: Ben".replace("\n", ","), "complete pie: Ann, tart: Ben", "complete pie: Ann, tart: Cleo"
)


def test_the_longest_streaks_of_two_or_more_stand_in_order() -> None:
    assert longest(TWO, Scope("pie")) == (
        (1, streak(3, 2010, 2012, current=True)),
        (2, Streak("ben", "pie", 2, "pie/2010", "pie/2011", current=False)),
    )
    in_tart = longest(TWO, Scope("pie", category="pie/tart"))
    assert in_tart == ((1, Streak("ben", "pie", 2, "pie/2010", "pie/2011", current=False)),)


def test_two_titles_apart_make_no_streak_of_two() -> None:
    assert longest(row(ANN, BEN, ANN), Scope("pie")) == ()
    assert current(row(ANN, BEN, ANN), Scope("pie")) == ()


def test_of_each_laureate_only_the_best_streak_stands_there() -> None:
    assert longest(row(ANN, ANN, BEN, ANN, ANN, ANN), Scope("pie")) == ((1, streak(3, 2013, 2015, current=True)),)


def test_current_streaks_reach_the_latest_edition() -> None:
    assert current(TWO, Scope("pie")) == ((1, streak(3, 2010, 2012, current=True)),)
    assert current(row(BEN, ANN, ANN), Scope("pie")) == ((1, streak(2, 2011, 2012, current=True)),)
    assert current(row(ANN, ANN, BEN), Scope("pie")) == ()


SPLIT = archive("""
    -- editions/pie/award.yaml --
    name: Fictional Pie Award
    categories:
      pie: Pie
      sweet: {name: Sweet Pie, lineage: {event: split, from: pie, in: 2012}}
    -- editions/pie/2010.yaml --
    {ordinal: 1, coverage: complete, results: {pie: Ann}}
    -- editions/pie/2011.yaml --
    {ordinal: 2, coverage: complete, results: {pie: Ann}}
    -- editions/pie/2012.yaml --
    {ordinal: 3, coverage: complete, results: {sweet: Ann}}
    -- editions/jam/2010.yaml --
    {ordinal: 1, coverage: names-only, results: {unknown: Ann}}
    -- editions/jam/2011.yaml --
    {ordinal: 2, coverage: names-only, results: {unknown: Ann}}
""")


def test_by_lineage_a_streak_goes_on_in_what_a_category_became() -> None:
    assert [s.length for s in streaks(SPLIT, Scope(category="pie/pie", name="ann"))] == [2]
    assert [s.length for s in streaks(SPLIT, Scope(lineage="pie/sweet", name="ann"))] == [3]
    assert [s.length for s in streaks(SPLIT, Scope(lineage="pie/pie", name="ann"))] == [3]


def test_over_several_awards_each_has_its_own_streaks() -> None:
    found = [(place, streak.award, streak.length) for place, streak in longest(SPLIT, ALL)]
    assert found == [(1, "pie", 3), (2, "jam", 2)]
    assert [streak.award for streak in streaks(SPLIT, Scope(name="ann"))] == ["pie", "jam"]


def test_with_predecessors_a_streak_goes_on_under_the_new_name() -> None:
    found = archive("""
        -- editions/pie/2010.yaml --
        {ordinal: 1, coverage: names-only, results: {unknown: Old Oven}}
        -- editions/pie/2011.yaml --
        {ordinal: 2, coverage: names-only, results: {unknown: New Oven}}
        -- content/names/new-oven.md --
        ---
        {name: New Oven, kind: organisation, succeeds: Old Oven}
        ---
    """)
    assert longest(found, ALL) == ()
    joined = Scope(identity=Identity.PREDECESSORS)
    ((place, only),) = longest(found, joined)
    assert (place, only.name, only.length) == (1, "new-oven", 2)
    assert [s.length for s in streaks(found, replace(joined, name="new-oven"))] == [2]
