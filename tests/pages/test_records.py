import pytest

from palmarium.pages import records
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
coverage: none
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
    assert (rows["The Pie Award"].known, rows["The Pie Award"].held) == (2, 4)


def test_a_streak_says_whether_it_may_be_longer(view: records.View) -> None:
    ((name, streak),) = [(row.name.text, row.streak) for row in view.streaks]
    assert (name, streak.length, streak.at_least, streak.current) == ("Ann Crust", 2, True, False)


def test_newcomers_and_returns_are_told_from_the_newest_edition(view: records.View) -> None:
    groups = [(m.first, m.retained, m.regained, m.lost) for m in view.movements]
    assert [m.edition.text for m in view.movements] == ["Pie 2004", "Pie 2002"]
    assert [tuple(group.number for group in each) for each in groups] == [(0, 0, 1, 0), (1, 1, 0, 1)]
    assert (view.movements[1].first.certain, view.movements[1].first.whole) == (True, True)
    assert not view.movements[0].lost.whole


def test_jurors_are_ranked_when_they_sat_twice(view: records.View) -> None:
    assert (view.juries.people, view.juries.juries) == (2, 2)
    assert [(line.link.text, line.number) for line in view.juries.lines] == [("Eve Dough", 2)]


def test_points_are_given_across_awards_only(view: records.View) -> None:
    assert [award.text for award in view.cross.awards] == ["Jam", "Pie"]
    assert [(line.link.text, line.titles, line.points) for line in view.cross.lines] == [
        ("Ann Crust", (1, 2), 9),
        ("Dot Egg", (0, 1), 4),
    ]


def test_the_map_tells_nothing_from_unknown(view: records.View) -> None:
    assert view.heat is not None
    assert [(group.award, len(group.editions)) for group in view.heat.columns] == [("Jam", 1), ("Pie", 3)]
    ben = next(row for row in view.heat.rows if row.link.text == "Ben Crumble")
    assert [cell.form for cell in ben.cells] == ["none", "won", "none", "won"]
    assert (ben.total, ben.at_least) == (2, True)


def test_an_empty_archive_has_no_records() -> None:
    view = records.records_view(context(""))
    assert (view.overall.lines, view.years.rows, view.streaks, view.movements, view.heat) == ((), (), (), (), None)
