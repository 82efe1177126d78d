import pytest

from palmarium.model import Relation
from palmarium.pages import name
from palmarium.pages.parts.name_history import HistoryGap, Moment, Share
from palmarium.statistics.holders import Standing
from tests.exports.exported import context
from tests.kinds import pages_of

SITE = """\
-- editions/pie/award.yaml --
name: The Pie Award
short: Pie
founded: 2001
organiser: Guild of Ovens
categories: {best: Best Pie, baker: Baker of the Year}
-- editions/pie/2001.yaml --
ordinal: 1
coverage: none
-- editions/pie/2002.yaml --
ordinal: 2
coverage: complete
ceremony: {date: 2002-05}
jury: [{name: Eve Dough, role: baker, org: Ovens & Sons, chair: true}]
results:
  best: {laureate: Ovens & Sons, represented_by: Max Peel}
  baker:
    - {rank: 1, laureate: Ann Crust, role: chef, org: Ovens & Sons}
    - {rank: 2, laureate: Ben Crumble}
sources: {s1: {title: Notes}}
cited: {jury: s1}
-- editions/pie/2003.yaml --
ordinal: 3
coverage: complete
results: {best: Ovens & Sons}
-- editions/pie/2006.yaml --
ordinal: 6
coverage: complete
results: {baker: Ben Crumble}
-- content/names/ovens.md --
---
name: Ovens United
kind: organisation
names: [{name: Ovens & Sons, until: 2004}]
aliases: [Ovens]
country: France
identifiers: {guild: "17"}
sources: {s1: {title: Register}}
---
Bakes for [[Pie 2002|nobody]] but [[Ann Crust]].
-- content/articles/evening.md --
---
title: An evening of pies
kind: report
author: Max Peel
about: {names: Ben Crumble}
---
Text.
"""


@pytest.fixture(scope="module")
def views() -> dict[str, name.View]:
    text = SITE.replace("[[Pie 2002|nobody]]", "nobody")
    return {page.view.name: page.view for page in pages_of(name, context(text))}


def test_a_name_is_called_as_today_and_its_results_as_then(views: dict[str, name.View]) -> None:
    ovens = views["Ovens United"]
    moments = [item for item in ovens.timeline if isinstance(item, Moment)]
    assert [(moment.year, moment.form) for moment in moments] == [(2002, "won"), (2003, "won")]
    laureate = moments[0].lines[0].row.laureates[0]
    assert (laureate.link.text, laureate.today) == ("Ovens & Sons", "Ovens United")


def test_titles_of_staff_are_shown_and_do_not_count(views: dict[str, name.View]) -> None:
    ovens = views["Ovens United"]
    first = next(item for item in ovens.timeline if isinstance(item, Moment))
    assert [line.share for line in first.lines] == [Share.OWN, Share.EMPLOYER]
    assert first.lines[1].place.url == "/prix/pie/2002/#baker--ann-crust"
    assert (ovens.titles.value, ovens.titles.exact) == (2, False)
    assert [moment.form for moment in views["Max Peel"].timeline if isinstance(moment, Moment)] == ["none"]


def test_what_is_not_known_stands_in_the_timeline_too(views: dict[str, name.View]) -> None:
    gaps = [
        (item.years, [link.text for link in item.silent], len(item.missing))
        for item in views["Ovens United"].timeline
        if isinstance(item, HistoryGap)
    ]
    assert gaps == [("2001", ["Pie 2001"], 0), ("2004–2005", [], 1)]


def test_a_title_says_how_it_came(views: dict[str, name.View]) -> None:
    moments = [item for item in views["Ovens United"].timeline if isinstance(item, Moment)]
    standings = [(moment.standing, moment.certain) for moment in moments]
    assert standings == [(Standing.FIRST, False), (Standing.RETAINED, True)]
    assert moments[0].because is not None


def test_a_place_is_no_title(views: dict[str, name.View]) -> None:
    ben = views["Ben Crumble"]
    assert (ben.titles.value, ben.places.number, [item.year for item in ben.timeline if isinstance(item, Moment)]) == (
        1,
        1,
        [2002, 2006],
    )
    (tally,) = ben.tallies
    assert (tally.titles.value, tally.places.number, tally.streak) == (1, 1, None)
    assert (tally.basis.known, tally.basis.held) == (3, 6)


def test_a_streak_is_at_least_as_long_beside_what_is_not_known(views: dict[str, name.View]) -> None:
    streak = views["Ovens United"].tallies[0].streak
    assert streak is not None
    assert (streak.length, streak.at_least, streak.first.text, streak.last.text) == (2, True, "Pie 2002", "Pie 2003")


def test_a_seat_on_a_jury_comes_with_the_post_and_its_source(views: dict[str, name.View]) -> None:
    (seat,) = views["Eve Dough"].appearances
    assert (seat.year, seat.where.text, seat.function, seat.chair) == (2002, "Pie 2002", "juror", True)
    assert [(post.role, post.org and post.org.text) for post in seat.posts] == [("baker", "Ovens & Sons")]
    assert [cite.url for cite in seat.cites] == ["/prix/pie/2002/#source-s1"]


def test_a_function_in_an_award_has_no_year(views: dict[str, name.View]) -> None:
    (organiser,) = views["Guild of Ovens"].appearances
    assert (organiser.year, organiser.where.text, organiser.function) == (None, "The Pie Award", "organiser")


def test_names_stand_beside_each_other_from_both_ends(views: dict[str, name.View]) -> None:
    def beside(view: name.View) -> dict[str, list[tuple[object, list[str]]]]:
        return {
            group.relation: [(other.link.text, [then.role for then in other.times]) for other in group.names]
            for group in view.companions
        }

    assert beside(views["Ovens United"])[Relation.EMPLOYEE] == [("Ann Crust", ["chef"]), ("Eve Dough", ["baker"])]
    assert beside(views["Ann Crust"])[Relation.EMPLOYER] == [("Ovens United", ["chef"])]
    assert beside(views["Ann Crust"])[Relation.COLLEAGUE] == [("Eve Dough", [""])]
    assert beside(views["Max Peel"])[Relation.REPRESENTS] == [("Ovens United", [""])]


def test_articles_by_a_name_are_not_those_that_speak_of_it(views: dict[str, name.View]) -> None:
    assert [line.link.text for line in views["Max Peel"].by] == ["An evening of pies"]
    assert views["Max Peel"].articles == ()
    assert [line.link.text for line in views["Ben Crumble"].articles] == ["An evening of pies"]


def test_linked_data_say_the_titles_in_words(views: dict[str, name.View]) -> None:
    assert '"@type":"Person"' in views["Ann Crust"].head.json_ld.html
    assert '"award":["Pie 2002, Baker of the Year"]' in views["Ann Crust"].head.json_ld.html
    assert '"award"' not in views["Eve Dough"].head.json_ld.html


def test_only_a_name_with_a_file_is_registered(views: dict[str, name.View]) -> None:
    assert {view.name for view in views.values() if view.registered} == {"Ovens United"}
    assert views["Ovens United"].identity.aliases == ("Ovens",)


def test_a_card_gives_the_ids_that_others_know_a_name_by(views: dict[str, name.View]) -> None:
    assert [(each.authority, each.id) for each in views["Ovens United"].identity.identifiers] == [("guild", "17")]


def test_a_view_can_be_made_for_a_name_alone() -> None:
    there = context("-- content/names/quiet.md --\n---\nname: Quiet\nkind: work\n---\n")
    view = name.name_view(there, there.archive.names["quiet"])
    assert (view.timeline, view.appearances, view.companions, view.summary) == ((), (), (), ())


SHARED = """\
-- editions/pie/award.yaml --
name: The Pie Award
short: Pie
categories: {best: Best Pie, tart: Best Tart}
-- editions/pie/2001.yaml --
coverage: complete
results:
  best: {laureate: [Ann Crust, Ben Crumble]}
  tart: {laureate: [Ann Crust, Cy Crumb]}
-- editions/pie/2002.yaml --
coverage: complete
results:
  best: {laureate: [Ann Crust, Ben Crumble]}
  tart: {laureate: Ann Crust, status: revoked}
"""


def test_those_who_share_a_prize_stand_on_the_card_with_its_places() -> None:
    there = context(SHARED)
    view = name.name_view(there, there.archive.names["ann-crust"])
    assert [(each.link.text, [place.text for place in each.where]) for each in view.sharers] == [
        ("Ben Crumble", ["Pie 2001", "Pie 2002"]),
        ("Cy Crumb", ["Pie 2001"]),
    ]


def test_a_badge_is_offered_for_each_title_that_stands() -> None:
    there = context(SHARED)
    view = name.name_view(there, there.archive.names["ann-crust"])
    assert [badge.text for badge in view.badges] == ["Pie 2001, Best Pie", "Pie 2001, Best Tart", "Pie 2002, Best Pie"]


def test_a_name_is_cited_with_what_tells_it_apart() -> None:
    text = SHARED + "-- content/names/ann-crust.md --\n---\nname: Ann Crust\nkind: person\ndisambiguation: baker\n---\n"
    there = context(text)
    view = name.name_view(there, there.archive.names["ann-crust"])
    assert (view.citation.title, view.citation.date) == ("Ann Crust (baker)", None)


def test_gaps_of_the_same_years_stand_in_the_order_of_the_results() -> None:
    """Of eight awards an order that comes from a set would be this one once in 40,320 runs."""
    awards = ("tart", "pie", "jam", "bun", "cake", "roll", "flan", "loaf")
    files = (
        f"-- editions/{award}/award.yaml --\nname: The {award}\ncategories: {{best: Best}}\n"
        f"-- editions/{award}/2004.yaml --\nordinal: 3\ncoverage: complete\nresults: {{best: Ann Crust}}\n"
        for award in awards
    )
    there = context("".join(files))
    view = name.name_view(there, there.archive.names["ann-crust"])
    (gap,) = (item for item in view.timeline if isinstance(item, HistoryGap))
    assert [str(lost.link.text) for lost in gap.missing] == [f"The {award}" for award in sorted(awards)]


def test_colleagues_of_a_crowd_are_counted_where_they_are_not_listed() -> None:
    jury = "".join(f"  - {{name: Juror {number} X, org: Oven & Co}}\n" for number in range(13))
    there = context(f"-- editions/pie/award.yaml --\nname: Pie\n-- editions/pie/2011.yaml --\njury:\n{jury}")
    found = name.name_view(there, there.archive.names["juror-1-x"])
    assert (found.crowd, [line.relation for line in found.companions]) == (12, [Relation.EMPLOYER])
