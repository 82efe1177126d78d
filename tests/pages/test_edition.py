import re

import pytest

from palmarium.pages import edition
from palmarium.pages.links import Sign
from palmarium.pages.messages import Message
from tests import small
from tests.conftest import Site
from tests.exports.exported import context

AWARD = """\
-- editions/pie/award.yaml --
name: The Pie Award
short: Pie
founded: 2001
names: [{name: The Tart Award, until: 2001}]
categories:
  best: {name: Best Pie, method: jury}
  fruit: {name: Best Fruit Pie, lineage: {event: split, from: best, in: 2002}}
"""

TWO = (
    AWARD
    + """\
-- editions/pie/2001.yaml --
ordinal: 1
coverage: complete
results: {best: Ann Crust}
-- editions/pie/2002.yaml --
ordinal: 2
ceremony: {date: 2001-12-24, venue: The Oven, city: Bakewell}
coverage: complete
organisers: Flour Board
jury:
  - {name: Eve Dough, role: head, org: Flour Board}
hosts: Bob Tin
results:
  best:
    - {rank: 1, laureate: Ann Crust}
    - {rank: 2, tie: true, laureate: Ben Crumble}
    - {rank: 2, tie: true, laureate: Cy Lard}
  fruit:
    laureate: [{name: Dot Plum, share: 1/2}, {name: Flo Fig, share: 1/2}]
    acceptance: declined
    sources: s1
  prize-of-hope: {name: Prize of Hope, special: true, laureate: Gus Grain}
claims:
  - {says: Three laureates, count: laureates, is: 3, source: s1}
cited: {ceremony.date: s1, jury: s1}
disputes: [{field: ordinal, value: "3", source: s1}]
sources: {s1: {title: The Daily Bake, url: https://bake.example/}}
"""
)


def view(text: str, key: str) -> edition.View:
    there = context(text)
    return edition.edition_view(there, there.archive.editions[key])


def test_the_label_and_the_year_of_the_ceremony_are_told_apart() -> None:
    page = view(TWO, "pie/2002")
    assert (page.label, page.facts.ceremony.date and page.facts.ceremony.date.year) == ("2002", 2001)
    assert page.facts.label_differs


def test_the_award_bears_its_name_of_the_time() -> None:
    assert view(TWO, "pie/2001").award_name == "The Tart Award"
    assert view(TWO, "pie/2002").award_name == "The Tart Award"
    assert view(TWO, "pie/2002").award.text == "The Pie Award"


def test_each_state_of_a_result_has_its_sign() -> None:
    best, fruit = view(TWO, "pie/2002").palmares.entries
    assert [row.mark.sign for row in best.results] == [Sign.FIRST, Sign.TIE, Sign.TIE]
    assert best.form == "podium"
    assert [row.mark.sign for row in fruit.results] == [Sign.DECLINED]
    assert [str(one.share) for one in fruit.results[0].laureates] == ["1/2", "1/2"]


def test_special_awards_stand_outside_the_categories() -> None:
    page = view(TWO, "pie/2002").palmares
    assert [entry.name for entry in page.specials] == ["Prize of Hope"]
    assert (page.titles.value, page.laureates.value) == (3, 4)


def test_a_category_says_where_it_comes_from_in_the_edition_where_it_began() -> None:
    fruit = view(TWO, "pie/2002").palmares.entries[1]
    assert [(step.event, [link.text for link in step.origin]) for step in fruit.steps] == [("split", ["Best Pie"])]


def test_facts_lead_to_their_sources() -> None:
    page = view(TWO, "pie/2002")
    assert [(one.field, [cite.number for cite in one.cites]) for one in page.cited] == [
        ("ceremony.date", [1]),
        ("jury", [1]),
    ]
    assert page.sources[0].anchor == "source-s1"
    assert page.palmares.entries[1].results[0].cites[0].url == "/prix/pie/2002/#source-s1"


def test_a_juror_whose_organisation_organises_is_linked_without_a_judgement() -> None:
    links = view(TWO, "pie/2002").people.links
    assert [(link.juror.text, link.organisation.text, link.how) for link in links] == [
        ("Eve Dough", "Flour Board", "organiser")
    ]


def test_claims_bear_their_verdicts() -> None:
    page = view(TWO, "pie/2002")
    assert [(row.verdict.says, row.verdict.outcome, row.verdict.found) for row in page.claims] == [
        ("Three laureates", "differs", 4)
    ]
    assert [part.id for part in page.verdicts] == ["%(num)s claim", "%(num)s differs"]


def test_what_changed_is_grouped_by_what_happened() -> None:
    changed = view(TWO, "pie/2002").comparison
    assert changed is not None
    assert changed.before.text == "Pie 2001"
    rows = [([a.text for a in row.before], row.event, [b.text for b in row.after]) for row in changed.categories]
    assert (["Best Pie"], "split", ["Best Fruit Pie"]) in rows
    groups = {group.standing: [name.text for name in group.names] for group in changed.laureates}
    assert groups["retained"] == ["Ann Crust"]
    assert round(sum(stage.length for stage in changed.stages)) == 100


def test_neighbours_are_linked_both_ways() -> None:
    first, second = view(TWO, "pie/2001"), view(TWO, "pie/2002")
    assert (first.earlier, first.later and first.later.link.url) == (None, "/prix/pie/2002/")
    assert second.earlier
    assert second.earlier.link.url == "/prix/pie/2001/"


def test_what_is_missing_is_said() -> None:
    bare = AWARD + "-- editions/pie/2003.yaml --\nresults: {best: unknown}\n"
    assert [message.id for message in view(bare, "pie/2003").missing] == [
        "the laureate of “%(category)s”",
        "part of the categories",
        "the jury",
        "the date of the ceremony",
        "the place of the ceremony",
        "its number in the series of editions",
    ]


def test_a_cancelled_edition_lacks_nothing() -> None:
    page = view(AWARD + "-- editions/pie/2004.yaml --\nstatus: cancelled\n", "pie/2004")
    assert page.missing == ()
    assert Message("Cancelled.") in page.summary


def test_titles_without_a_category_are_set_as_names() -> None:
    names = "".join(f"      - Baker {letter}\n" for letter in "ABC")
    page = view(AWARD + f"-- editions/pie/2005.yaml --\nresults:\n  unknown:\n    results:\n{names}", "pie/2005")
    assert [(entry.category, entry.form, len(entry.results)) for entry in page.palmares.entries] == [(None, "names", 3)]


APART = """\
-- editions/pie/award.yaml --
name: Pie Award
-- editions/pie/2001.yaml --
{ordinal: 1, coverage: names-only, results: {unknown: [Ann, Ben, Cleo]}}
-- editions/pie/2002.yaml --
{ordinal: 2, coverage: names-only, results: {unknown: [Ann, Dan]}}
-- editions/pie/2005.yaml --
{ordinal: 5, coverage: names-only, results: {unknown: [Zoe, Ben, Ann]}}
"""


def test_across_a_missing_edition_nobody_is_said_to_have_kept_a_title() -> None:
    changed = view(APART, "pie/2005").comparison
    assert changed is not None
    groups = {group.standing: [name.text for name in group.names] for group in changed.laureates}
    assert groups == {"returning": ["Ann", "Ben"], "first-time": ["Zoe"], "lost": ["Dan"]}
    (returning,) = (group for group in changed.laureates if group.standing == "returning")
    assert (returning.certain, returning.whole) == (True, False)
    assert changed.between is not None
    assert (changed.between.count, changed.renewed, changed.titles, changed.stages) == (2, None, None, ())


def test_renewal_is_told_between_two_whole_editions() -> None:
    changed = view(APART, "pie/2002").comparison
    assert changed is not None
    assert (changed.renewed, changed.titles) == (1, 2)
    assert [group.standing for group in changed.laureates] == ["retained", "regained", "first-time", "lost"]


def test_an_edition_is_cited_by_the_name_of_its_award_then() -> None:
    there = context(
        "-- editions/pie/award.yaml --\nname: Pie Prize\nnames: [{name: Tart Prize, until: 2005}]\n"
        "-- editions/pie/2001.yaml --\ncoverage: none\n"
    )
    view = edition.edition_view(there, there.archive.editions["pie/2001"])
    assert view.citation.title == "Tart Prize 2001"
    assert view.citation.files[-1].endswith("/pie/2001/citation.json")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("method", "shown"),
    [
        ("channels: [phone, mail]", "phone, mail"),
        ("channels: [phone, mail], channel_count: 5", "phone, mail, 3 not named"),
        ("channels: [phone, mail], channel_count: 0", "phone, mail"),
        ("channel_count: 5", "5 not named"),
        ("channel_count: 0", "0 not named"),
    ],
)
def test_channels_are_named_and_the_rest_of_them_counted(site: Site, method: str, shown: str) -> None:
    settings = 'title = "Pies"\nbase_url = "https://pies.example/"\nlanguage = "en"\ncards = false\n'
    award = "-- editions/pie/award.yaml --\nname: Pie\n"
    year = f"-- editions/pie/2011.yaml --\nmethod: {{{method}}}\ncoverage: none\n"
    root = site(f"-- site.toml --\n{settings}{award}{year}")
    small.build(root)
    page = (root / "_site/awards/pie/2011/index.html").read_text("utf-8")
    found = re.search("<dt>Channels</dt><dd>(.*?)</dd>", page)
    assert found is not None
    assert re.sub("<[^>]*>", "", found[1]) == shown
