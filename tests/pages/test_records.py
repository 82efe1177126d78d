import pytest

from palmarium.model import Distinction, Kind
from palmarium.pages import records
from palmarium.pages.parts.name_history import HistoryBasis
from palmarium.pages.records import Worth
from palmarium.statistics.comparisons import Portion
from tests.exports.exported import context

SITE = """\
-- editions/pie/award.yaml --
name: The Pie Award
short: Pie
categories: {best: Best Pie, tart: Best Tart}
-- editions/pie/2001.yaml --
ordinal: 1
coverage: complete
jury: [Eve Dough, Max Peel]
results: {best: Ann Crust, tart: Ben Crumble}
-- editions/pie/2002.yaml --
ordinal: 2
coverage: complete
jury: [Eve Dough]
results: {best: Ann Crust, tart: [{rank: 1, laureate: Dot Egg}, {rank: 2, laureate: Cy Dish}]}
-- editions/pie/2004.yaml --
ordinal: 4
coverage: partial
results: {best: Ben Crumble}
-- editions/jam/award.yaml --
name: The Jam Award
short: Jam
categories: {jam: Best Jam}
-- editions/jam/2002.yaml --
ordinal: 1
coverage: complete
results: {jam: [{rank: 1, laureate: Ann Crust}, {rank: 3, laureate: Dot Egg}]}
-- editions/fair/award.yaml --
name: The Fair
founded: 2001
-- editions/fair/2001.yaml --
ordinal: 1
coverage: complete
"""


@pytest.fixture(scope="module")
def view() -> records.View:
    return records.records_view(context(SITE))


def test_the_most_titled_come_first(view: records.View) -> None:
    lines = [(line.place, line.link.text, line.number) for line in view.overall.lines]
    assert lines == [(1, "Ann Crust", 3), (2, "Ben Crumble", 2)]
    assert view.overall.because is not None
    assert view.once == 1


def test_a_fair_where_nothing_is_won_is_no_gap(view: records.View) -> None:
    assert (view.known, view.held) == (3, 5)
    assert [row.link.text for row in view.years.rows] == ["Jam", "Pie"]


def test_a_year_is_won_unknown_or_without_an_edition(view: records.View) -> None:
    pie = view.years.rows[1]
    assert view.years.years == (2001, 2002, 2003, 2004)
    assert [(cell.form, cell.number, cell.at_least) for cell in pie.cells] == [
        ("won", 2, False),
        ("won", 2, False),
        ("hidden", 0, False),
        ("won", 1, True),
    ]
    assert [cell.form for cell in view.years.rows[0].cells] == ["apart", "won", "apart", "apart"]


def test_an_award_is_counted_on_its_own(view: records.View) -> None:
    rows = {row.award.text: row for row in view.awards}
    assert list(rows) == ["The Jam Award", "The Pie Award"]
    assert (rows["The Jam Award"].titles.exact, rows["The Jam Award"].most.lines) == (True, ())
    assert rows["The Pie Award"].basis == HistoryBasis(2, 4, open=False)


def test_a_streak_says_whether_it_may_be_longer(view: records.View) -> None:
    ((name, streak),) = [(row.name.text, row.streak) for row in view.durations.streaks]
    assert (name, streak.length, streak.at_least, streak.current) == ("Ann Crust", 2, True, False)


def test_newcomers_and_returns_are_told_from_the_newest_edition(view: records.View) -> None:
    assert [m.edition.text for m in view.movements] == ["Pie 2004", "Pie 2002"]
    after, next_to = view.movements
    assert (after.first.number, after.retained, after.regained, after.lost.number) == (0, None, None, 0)
    assert after.returning == records.GroupCount(1, certain=True, whole=False)
    groups = (next_to.first, next_to.retained, next_to.regained, next_to.lost)
    assert [group and group.number for group in groups] == [1, 1, 0, 1]
    assert (next_to.first.certain, next_to.first.whole, next_to.returning) == (True, True, None)
    assert not after.lost.whole


def test_renewal_takes_two_whole_editions_that_follow_each_other(view: records.View) -> None:
    assert [(m.renewed, m.titles) for m in view.movements] == [(None, None), (1, 2)]


def test_jurors_are_ranked_when_they_sat_twice(view: records.View) -> None:
    assert (view.juries.people, view.juries.juries) == (2, 2)
    assert [(line.link.text, line.number) for line in view.juries.lines] == [("Eve Dough", 2)]


def test_points_are_given_across_awards_only(view: records.View) -> None:
    assert [award.text for award in view.cross.awards] == ["Jam", "Pie"]
    assert [(line.link.text, line.titles, line.points) for line in view.cross.lines] == [
        ("Ann Crust", (1, 2), 9),
        ("Dot Egg", (0, 1), 4),
    ]
    assert (view.cross.declared, view.cross.title) == (False, 3)
    assert view.cross.worths == (Worth(2, None, 2), Worth(3, None, 1))


def test_a_career_is_told_of_those_with_titles_in_two_awards(view: records.View) -> None:
    ann, dot = view.cross.lines
    assert ann.first
    assert ann.last
    assert (ann.first.text, ann.last.text) == ("Pie 2001", "Pie 2002")
    assert (dot.first, dot.last) == (None, None)


def test_points_are_those_that_the_site_declares() -> None:
    cross = records.records_view(context(SITE, points={"winner": 10, "rank-3": 4, "finalist": 2})).cross
    assert (cross.declared, cross.title) == (True, 10)
    assert cross.worths == (Worth(3, None, 4), Worth(0, Distinction.FINALIST, 2))
    assert [line.points for line in cross.lines] == [30, 14]


def test_a_reign_and_an_absence_have_their_rows(view: records.View) -> None:
    (reign,) = view.durations.reigns
    assert (reign.category.text, reign.name.text, reign.by_lineage) == ("Best Pie", "Ann Crust", False)
    assert (reign.streak.length, reign.streak.at_least) == (2, True)
    (absence,) = view.durations.absences
    assert (absence.name.text, absence.length, absence.at_most) == ("Ben Crumble", 2, True)
    assert (absence.last.text, absence.back.text) == ("Pie 2001", "Pie 2004")


TOGETHER = """\
-- editions/pie/award.yaml --
name: The Pie Award
family: cakes
categories: {best: Best Pie}
-- editions/pie/2001.yaml --
results: {best: [Old Oven, Ann Crust]}
-- editions/pie/2002.yaml --
results: {best: New Oven}
-- editions/tart/award.yaml --
name: The Tart Award
family: cakes
categories: {best: Best Tart}
-- editions/tart/2002.yaml --
results: {best: [{laureate: Small Oven, count: 2}, Stove]}
-- content/names/new-oven.md --
---
{name: New Oven, kind: organisation, country: Écosse, succeeds: Old Oven, part_of: Oven Group}
---
-- content/names/small-oven.md --
---
{name: Small Oven, kind: organisation, part_of: Oven Group}
---
-- content/names/oven-group.md --
---
{name: Oven Group, kind: organisation}
---
-- content/names/stove-group.md --
---
{name: Stove Group, kind: organisation}
---
-- content/names/stove.md --
---
{name: Stove, kind: organisation, part_of: Stove Group}
---
-- content/names/ann-crust.md --
---
{name: Ann Crust, kind: person}
---
"""


def test_names_are_counted_together_where_that_makes_a_difference() -> None:
    lines = records.records_view(context(TOGETHER)).together
    told = [(line.link.text, line.own, line.with_predecessors, line.as_group) for line in lines]
    assert told == [("Oven Group", 0, 0, 4), ("New Oven", 1, 2, 0)]
    assert [[link.text for link in line.others] for line in lines] == [
        ["New Oven", "Old Oven", "Small Oven"],
        ["Old Oven"],
    ]


def test_a_family_of_awards_is_counted_as_one() -> None:
    (family,) = records.records_view(context(TOGETHER)).families
    assert [link.text for link in family.awards] == ["The Pie Award", "The Tart Award"]
    assert (family.titles.value, family.laureates.value) == (6, 5)
    assert [(line.link.text, line.number) for line in family.most.lines] == [("Small Oven", 2)]


def test_titles_are_shared_out_by_country_and_kind() -> None:
    view = records.records_view(context(TOGETHER))
    assert view.countries.lines == (Portion("Écosse", 1, 1),)
    assert view.countries.unknown == Portion("", 5, 4)
    assert view.kinds.lines == (Portion(Kind.ORGANISATION, 5, 4), Portion(Kind.PERSON, 1, 1))
    assert view.kinds.unknown is None


def test_the_map_tells_nothing_from_unknown(view: records.View) -> None:
    assert view.heat is not None
    assert [(group.award, len(group.editions)) for group in view.heat.columns] == [("Jam", 1), ("Pie", 3)]
    ben = next(row for row in view.heat.rows if row.link.text == "Ben Crumble")
    assert [cell.form for cell in ben.cells] == ["none", "won", "none", "won"]
    assert (ben.total.value, ben.total.exact) == (2, False)


def test_an_empty_archive_has_no_records() -> None:
    view = records.records_view(context(""))
    assert (view.overall.lines, view.years.rows, view.movements, view.heat) == ((), (), (), None)
    assert (view.durations.streaks, view.durations.reigns, view.durations.absences) == ((), (), ())
    assert (view.together, view.families, view.countries.lines, view.kinds.lines) == ((), (), (), ())


def test_titles_of_few_awards_are_drawn_and_the_others_counted() -> None:
    awards = "".join(
        f"-- editions/pie-{n}/award.yaml --\n{{name: Fictional Pie Award {n}}}\n"
        f"-- editions/pie-{n}/2001.yaml --\n{{ordinal: 1, coverage: names-only, results: {{unknown: [Ann, Ben]}}}}\n"
        f"-- editions/pie-{n}/2002.yaml --\n{{ordinal: 2, coverage: names-only, results: {{unknown: [Ann, Cleo]}}}}\n"
        for n in range(7)
    )
    page = records.records_view(context(awards))
    assert (len(page.title_origins), page.title_origins_left) == (5, 2)


def test_the_latest_editions_are_told_one_by_one_and_the_others_counted() -> None:
    editions = "".join(
        f"-- editions/pie/{year}.yaml --\n{{ordinal: {year - 1699}, coverage: complete, results: {{best: Ann}}}}\n"
        for year in range(1700, 1904)
    )
    award = "-- editions/pie/award.yaml --\n{name: Pie, categories: {best: Best}}\n"
    view = records.records_view(context(award + editions))
    assert (view.movements[0].edition.text, len(view.movements), view.movements_left) == ("Pie 1903", 200, 3)


def test_a_place_without_a_rank_is_on_the_map_and_a_cancelled_year_hides_nothing() -> None:
    view = records.records_view(
        context("""\
-- editions/pie/award.yaml --
{name: Pie, founded: 2001, categories: {best: Best}}
-- editions/pie/2001.yaml --
{ordinal: 1, coverage: complete, results: {best: [Ann, {laureate: Ben, distinction: nominee}]}}
-- editions/pie/2002.yaml --
{ordinal: 2, status: cancelled}
-- editions/pie/2003.yaml --
{ordinal: 3, coverage: complete, results: {best: [Ann, {laureate: Ben, distinction: nominee}]}}
-- editions/pie/2006.yaml --
{ordinal: 5, coverage: complete, results: {best: Ann}}
""")
    )
    assert view.heat is not None
    ann, ben = view.heat.rows
    assert [(cell.form, cell.number) for cell in ben.cells] == [("placed", 0), ("placed", 0), ("none", 0)]
    assert (ann.total.value, ben.total.value, ben.total.exact) == (3, 0, False)
    (row,) = view.years.rows
    assert [cell.form for cell in row.cells] == ["won", "apart", "won", "hidden", "hidden", "won"]
    (placed,) = view.placed.lines
    assert [(said.id, said.count) for said in placed.said] == [("%(num)s nomination", 2)]


def test_groups_that_are_not_listed_are_counted() -> None:
    groups = "".join(
        f"-- content/names/{n}.md --\n---\nname: Oven {n}\nkind: organisation\npart_of: Group {n}\n---\n"
        f"-- content/names/g{n}.md --\n---\nname: Group {n}\nkind: organisation\n---\n"
        for n in range(22)
    )
    won = ", ".join(f"Oven {n}" for n in range(22))
    view = records.records_view(
        context(
            f"{groups}-- editions/pie/award.yaml --\nname: Pie\n"
            f"-- editions/pie/2001.yaml --\nresults: {{unknown: [{won}]}}\n"
            f"-- editions/pie/2002.yaml --\nresults: {{unknown: [{won}]}}\n"
        )
    )
    assert (len(view.together), view.together_left) == (20, 2)
