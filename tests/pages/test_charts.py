"""The charts of pages: what they draw, what their tables say, and that both are the same."""

import re
from collections.abc import Iterable
from typing import Any

import pytest

from palmarium.model import Category
from palmarium.pages.category import holdings
from palmarium.pages.charts import Stroke
from palmarium.pages.context import Context
from palmarium.pages.edition import stages
from palmarium.pages.name import career
from palmarium.pages.parts.category_history import tenures
from palmarium.pages.parts.coverage_chart import coverage_chart
from palmarium.pages.parts.heatmap import award_map
from palmarium.pages.parts.lane_chart import Lane, Track
from palmarium.pages.parts.lineage_chart import branch, lineage_chart
from palmarium.pages.parts.survey_bars import figures
from palmarium.pages.parts.title_origins import title_origins
from palmarium.statistics.titles import Scope, titles
from tests.exports.exported import context, reference

PIES = """\
-- editions/pie/award.yaml --
name: Fictional Pie Award
short: Pie
founded: 2001
categories:
  best: {name: Best Pie}
  small: {name: Best Small Pie, lineage: {event: split, from: best, in: 2004}}
  large: {name: Best Large Pie, lineage: {event: split, from: best, in: 2004}}
  crust: {name: Best Crust}
-- editions/pie/2001.yaml --
{ordinal: 1, coverage: complete, results: {best: Ann, crust: Ben}}
-- editions/pie/2002.yaml --
{ordinal: 2, coverage: complete, results: {best: Ann, crust: unknown}}
-- editions/pie/2004.yaml --
ordinal: 4
coverage: complete
jury: [{name: Ben}]
results: {small: Ann, large: {laureate: Ben, distinction: mention}, crust: {laureate: [Ben, Cleo]}}
-- editions/pie/2005.yaml --
{ordinal: 5, status: cancelled}
-- editions/pie/2006.yaml --
{ordinal: 6, coverage: none}
"""


def held(there: Context, category: Category) -> Track | None:
    return holdings(there, category, tenures(there, category))


def told(track: Track | None) -> list[tuple[str, list[str]]]:
    """The table: each lane with its periods, `2001–2002 held Ann`."""
    assert track is not None
    return [(str(lane.link.text), [_period(period) for period in lane.periods]) for lane in track.lanes]


def _period(period: Any) -> str:
    when = f"{period.first.text}–{period.last.text}" if period.last else period.first.text
    return " ".join((when, period.form, *(name.text for name in period.names)))


def flat(lane: Lane) -> list[Stroke]:
    return [stroke for stroke in lane.strokes if stroke.form != "thread"]


def pies(text: str = PIES) -> Context:
    return context(text)


def test_a_chart_of_lineage_tells_who_held_what_and_hatches_what_is_missing() -> None:
    there = pies()
    found = lineage_chart(there, there.archive.awards["pie"])
    assert told(found) == [
        ("Best Pie", ["2001–2002 held Ann", "? unsure", "2006 unsure"]),
        ("Best Small Pie", ["2004 held Ann", "2006 unsure"]),
        ("Best Large Pie", ["2004 placed", "2006 unsure"]),
        ("Best Crust", ["2001 held Ben", "2002 unknown", "? unsure", "2004 shared Ben Cleo", "2006 unsure"]),
    ]
    assert found is not None
    assert found.flows
    assert [tick.text for tick in found.ticks if not tick.minor][-1] == "2006"


def test_the_drawing_of_lineage_is_its_table() -> None:
    there = pies()
    found = lineage_chart(there, there.archive.awards["pie"])
    assert found is not None
    for lane in found.lanes:
        assert [stroke.form for stroke in flat(lane)] == [period.form for period in lane.periods]


def test_a_category_shows_its_own_branch_and_one_without_descent_has_none() -> None:
    there = pies()
    categories = there.archive.categories
    found = branch(there, categories["pie/small"])
    assert [(name, "best") for name, _ in told(found)][:2] == [("Best Pie", "best"), ("Best Small Pie", "best")]
    assert found is not None
    assert [str(lane.link.text) for lane in found.lanes if lane.here] == ["Best Small Pie"]
    assert branch(there, categories["pie/crust"]) is None


def test_a_lineage_of_one_edition_is_none() -> None:
    there = pies(
        "-- editions/pie/award.yaml --\n{name: Pie, categories: {best: Best Pie}}\n"
        "-- editions/pie/2001.yaml --\n{ordinal: 1, results: {best: Ann}}\n"
    )
    assert lineage_chart(there, there.archive.awards["pie"]) is None


def test_one_category_that_nobody_kept_and_one_title_a_year_are_no_pictures() -> None:
    there = pies(
        "-- editions/pie/award.yaml --\n{name: Pie, categories: {best: Best Pie}}\n"
        "-- editions/pie/2001.yaml --\n{ordinal: 1, coverage: complete, results: {best: Ann}}\n"
        "-- editions/pie/2002.yaml --\n{ordinal: 2, coverage: complete, results: {best: Ben}}\n"
    )
    assert lineage_chart(there, there.archive.awards["pie"]) is None
    assert title_origins(there, "pie") is None


def test_a_chart_of_lineage_shows_the_latest_editions_and_says_how_many_it_does_not() -> None:
    editions = "".join(
        f"-- editions/pie/{year}.yaml --\n{{ordinal: {year - 2000}, coverage: complete, results: {{best: Ann}}}}\n"
        for year in range(2001, 2021)
    )
    there = pies(f"-- editions/pie/award.yaml --\n{{name: Pie, categories: {{best: Best Pie}}}}\n{editions}")
    found = lineage_chart(there, there.archive.awards["pie"])
    assert told(found) == [("Best Pie", ["2009–2020 held Ann"])]
    assert found is not None
    assert found.earlier == 8


def test_holders_of_a_category_have_a_lane_each_and_so_has_what_is_not_known() -> None:
    there = pies()
    found = held(there, there.archive.categories["pie/crust"])
    assert [(name, periods) for name, periods in told(found) if name in ("Ben", "Cleo")] == [
        ("Ben", ["2001 held Ben", "2004 shared Ben"]),
        ("Cleo", ["2004 shared Cleo"]),
    ]
    assert found is not None
    assert [period.form for period in found.lanes[-1].periods] == ["unknown", "unsure"]


def test_a_category_that_nobody_held_twice_needs_no_lanes() -> None:
    there = pies()
    assert held(there, there.archive.categories["pie/large"]) is None


def test_a_career_has_a_line_for_each_award_and_shows_titles_juries_and_gaps() -> None:
    there = pies()
    assert told(career(there, "ben")) == [
        ("Pie", ["2001 title", "2002–2003 unsure", "2004 title", "2004 place", "2004 jury", "2006 unsure"])
    ]


def test_the_year_of_a_known_title_is_not_unsure_whatever_else_is_not_known_of_it() -> None:
    assert told(career(pies(), "ann")) == [
        ("Pie", ["2001 title", "2002 title", "2003 unsure", "2004 title", "2006 unsure"])
    ]


def test_what_happened_in_one_year_stands_apart() -> None:
    found = career(pies(), "ben")
    assert found is not None
    points = [(stroke.x1, stroke.y1) for stroke in found.lanes[0].strokes if stroke.form in ("title", "place", "jury")]
    assert len(set(points)) == len(points) == 4


def test_one_edition_is_no_career() -> None:
    assert career(pies(), "cleo") is None


def test_titles_by_edition_add_up_to_the_statistics_and_gaps_are_no_noughts() -> None:
    there = pies()
    found = title_origins(there, "pie")
    assert found is not None
    rows = [(str(pile.edition.text), pile.total, pile.at_least, pile.missing) for pile in found.piles]
    assert rows == [
        ("2001", 2, False, 0),
        ("2002", 2, True, 0),
        ("?", 0, False, 1),
        ("2004", 2, False, 0),
        ("2005", 0, False, 0),
        ("2006", 0, True, 0),
    ]
    for pile in found.piles:
        assert sum(pile.numbers) == pile.total
    assert len(found.holes) == 2
    assert [tick.text for tick in found.totals] == ["2", "≥ 2", "?", "2", "0", "?"]


@pytest.mark.parametrize("award", ["palmes", "escda", "podium"])
def test_totals_of_the_archive_are_its_titles_and_those_without_a_name(award: str) -> None:
    there = reference()
    found = title_origins(there, award)
    assert found is not None
    nameless = [origin == "nameless" for origin in found.origins]
    for pile in found.piles:
        named = sum(n for n, hidden in zip(pile.numbers, nameless, strict=True) if not hidden)
        key = f"{award}/{pile.edition.text}"
        if key in there.archive.editions:
            assert named == titles(there.archive, Scope(edition=key)).value


def test_what_is_known_of_each_year_is_told_and_missing_editions_are_drawn() -> None:
    assert told(coverage_chart(pies())) == [
        ("Pie", ["2001 whole", "2002 part", "2003 missing", "2004 whole", "2005 off", "2006 silent"])
    ]


def test_where_all_is_known_there_is_nothing_to_show() -> None:
    known = PIES.replace("crust: unknown", "crust: Ben").replace("ordinal: 4", "ordinal: 3")
    known = known.replace("{ordinal: 5, status", "{ordinal: 4, status").replace("{ordinal: 6, coverage: none}", "")
    known = known.replace("-- editions/pie/2006.yaml --\n", "").replace("2004", "2003").replace("2005", "2004")
    assert coverage_chart(pies(known)) is None


CONTEST = """\
-- editions/pie/award.yaml --
{name: Fictional Pie Award, categories: {best: Best Pie}}
-- editions/pie/2001.yaml --
ordinal: 1
coverage: complete
rounds:
  - {id: town, name: Towns, entrants: 1000, qualifier: more than}
  - {id: land, name: Lands}
  - {id: end, name: Final, entrants: 4}
results: {best: %s}
"""


def test_a_funnel_runs_from_entrants_to_laureates_and_hatches_what_no_source_says() -> None:
    there = pies(CONTEST % "Ann")
    found = stages(there, there.archive.editions["pie/2001"])
    assert found is not None
    assert [(str(s.name), s.number, s.qualifier, s.bar.form) for s in found.stages[:-1]] == [
        ("Towns", 1000, "more than", "known"),
        ("Lands", None, "", "unknown"),
        ("Final", 4, "", "known"),
    ]
    assert found.stages[-1].number == 1


def test_a_laureate_without_a_name_is_not_counted_in_a_funnel() -> None:
    there = pies(CONTEST % "unknown")
    found = stages(there, there.archive.editions["pie/2001"])
    assert found is not None
    assert found.stages[-1].number is None


def test_an_edition_known_in_part_may_have_had_more_laureates_than_its_funnel_could_tell() -> None:
    there = pies((CONTEST % "Ann").replace("coverage: complete", "coverage: partial"))
    found = stages(there, there.archive.editions["pie/2001"])
    assert found is not None
    assert found.stages[-1].number is None


def test_rounds_without_numbers_are_no_funnel() -> None:
    there = pies((CONTEST % "Ann").replace(", entrants: 4", ""))
    assert stages(there, there.archive.editions["pie/2001"]) is None


def test_an_award_has_a_map_of_those_with_results_in_two_editions() -> None:
    there = pies()
    found = award_map(there, "pie")
    assert found is not None
    assert [(row.link.text, [cell.form for cell in row.cells]) for row in found.rows] == [
        ("Ann", ["won", "won", "won", "hidden"]),
        ("Ben", ["won", "hidden", "won", "hidden"]),
    ]
    assert [group.award for group in found.columns] == ["Pie"]


FIGURES = """\
-- editions/pie/award.yaml --
{name: Fictional Pie Award, categories: {best: Best Pie}}
-- editions/pie/2001.yaml --
ordinal: 1
figures:
  - {id: liking, title: Who likes pie, unit: "%", answers: [{label: many, value: "80"}, {label: few, value: "12,5"}]}
  - {id: marks, title: Marks, unit: sur 10, answers: [{label: crust, value: "5"}, {label: filling, value: "7,5"}]}
  - {id: sold, title: Pies sold, answers: [{label: here, value: 1 500}, {label: there, value: "300"}, {label: away}]}
  - {id: grown, title: Growth, unit: "%", answers: [{label: pies, value: "200"}, {label: tarts, value: "50"}]}
  - {id: order, title: Best of all, answers: [pie, tart]}
results: {best: Ann}
"""


@pytest.mark.parametrize(
    ("id", "lengths"),
    [
        ("liking", [80, 12.5]),
        ("marks", [50, 75]),
        ("sold", [100, 20, None]),
        ("grown", [100, 25]),
        ("order", [None, None]),
    ],
)
def test_bars_of_a_survey_are_as_long_as_their_share(id: str, lengths: list[float | None]) -> None:
    there = pies(FIGURES)
    found = {item.anchor: item for item in figures(there, there.archive.editions["pie/2001"])}[f"figure-{id}"]
    assert [bar.length for bar in found.bars] == lengths
    assert found.drawn == (id != "order")


def test_strokes_of_the_archive_stay_inside_their_drawings() -> None:
    there = reference()
    for track in _tracks(there):
        for lane in track.lanes:
            for stroke in lane.strokes:
                assert -0.01 <= stroke.x1 <= stroke.x2 <= 100.01
                assert not re.search(r"[<>]", stroke.form)


def _tracks(there: Context) -> Iterable[Track]:
    archive = there.archive
    found = [lineage_chart(there, award) for award in archive.awards.values()]
    found += [made for each in archive.categories.values() for made in (branch(there, each), held(there, each))]
    found += [career(there, name) for name in archive.names] + [coverage_chart(there)]
    return [track for track in found if track]


def long_career(*years: int, sat: tuple[int, ...] = ()) -> Context:
    files = "".join(
        f"-- editions/pie/{year}.yaml --\ncoverage: complete\n"
        + ("results: {best: Ann}\n" if year in years else "")
        + ("jury: [Ann]\n" if year in sat else "")
        for year in sorted({*years, *sat})
    )
    return pies(f"-- editions/pie/award.yaml --\n{{name: Pie, categories: {{best: Best Pie}}}}\n{files}")


def test_a_long_career_shows_the_years_of_its_titles_and_not_the_last_thirty() -> None:
    found = career(long_career(1950, 1951, 1953, 1960, sat=tuple(range(1990, 2025))), "ann")
    assert found is not None
    ((_, periods),) = told(found)
    titles_of = [period for period in periods if period.endswith("title")]
    assert titles_of == ["1950 title", "1951 title", "1953 title", "1960 title"]
    seats = [period for period in periods if period.endswith("jury")]
    assert (seats[0], seats[-1], len(seats)) == ("1999 jury", "2024 jury", 26)
    assert found.earlier == 9
    labels = [tick.text for tick in found.ticks]
    assert "…" in labels
    titled = [stroke.x1 for lane in found.lanes for stroke in lane.strokes if stroke.form == "title"]
    assert titled == sorted(titled)


def test_a_career_of_more_titles_than_fit_says_how_many_years_are_left() -> None:
    found = career(long_career(*range(1950, 2000)), "ann")
    assert found is not None
    ((_, periods),) = told(found)
    assert (periods[0], len(periods), found.earlier) == ("1970 title", 30, 20)


def test_what_is_not_known_between_two_shown_years_is_hatched() -> None:
    there = pies(
        "-- editions/pie/award.yaml --\n{name: Pie, categories: {best: Best Pie}}\n"
        "-- editions/pie/1950.yaml --\n{ordinal: 1, coverage: complete, results: {best: Ann}}\n"
        "-- editions/pie/1955.yaml --\n{ordinal: 2, coverage: none}\n"
        "-- editions/pie/2000.yaml --\n{ordinal: 3, coverage: complete, results: {best: Ann}}\n"
    )
    assert told(career(there, "ann")) == [("Pie", ["1950 title", "1951–1999 unsure", "2000 title"])]
