from palmarium.pages import category
from tests.exports.exported import context, reference
from tests.kinds import pages_of

ROW = """\
-- editions/pie/award.yaml --
name: Pie Award
short: Pie
categories:
  best: {name: Best Pie, method: jury, criteria: [crust, filling]}
  small: {name: Best Small Pie, parent: best, sources: s2}
sources:
  s1: {title: One}
  s2: {title: Two}
-- editions/pie/2001.yaml --
coverage: complete
results: {small: Ben Crumble}
-- editions/pie/2002.yaml --
coverage: complete
results: {best: Ann Crust}
-- editions/pie/2003.yaml --
coverage: complete
results: {best: {not_awarded: below-threshold}}
-- editions/pie/2004.yaml --
status: cancelled
-- editions/pie/2005.yaml --
coverage: complete
results: {best: {outcome: unknown, method: public-vote}}
-- editions/pie/2006.yaml --
coverage: partial
-- editions/pie/2007.yaml --
coverage: complete
results:
  best: [{rank: 1, laureate: Ann Crust}, {rank: 2, laureate: Ben Crumble}]
"""


def view(text: str, key: str) -> category.View:
    there = context(text)
    return category.category_view(there, there.archive.categories[key])


def test_every_outcome_has_its_place_in_the_row() -> None:
    found = [(t.label, t.standing, t.mark.sign, t.absence) for t in view(ROW, "pie/best").tenures]
    assert found == [
        ("2007", "won", "first", None),
        ("2006", "gap", "unknown", "undocumented"),
        ("2005", "gap", "unknown", None),
        ("2004", "none", "not-awarded", "not-held"),
        ("2003", "none", "not-awarded", None),
        ("2002", "won", "title", None),
        ("2001", "none", "not-awarded", "absent"),
    ]


def test_places_stand_apart_from_titles() -> None:
    last = view(ROW, "pie/best").tenures[0]
    assert [len(last.titles), len(last.places)] == [1, 1]


def test_a_change_of_method_is_told_where_it_happens() -> None:
    changed = {tenure.label: tenure.changed_method for tenure in view(ROW, "pie/best").tenures if tenure.changed_method}
    assert changed == {"2005": ("public-vote",), "2007": ("jury",)}


def test_several_titles_are_tallied_and_doubted() -> None:
    page = view(ROW, "pie/best")
    assert [(line.name.text, line.titles) for line in page.tallies] == [("Ann Crust", 2)]
    assert not page.titles.exact


def test_a_part_and_its_whole_know_each_other() -> None:
    whole, part = view(ROW, "pie/best"), view(ROW, "pie/small")
    assert [link.url for link in whole.parts] == ["/prix/pie/categorie/small/"]
    assert part.parent is not None
    assert part.parent.url == "/prix/pie/categorie/best/"


def test_a_source_keeps_the_number_it_has_in_the_award() -> None:
    page = view(ROW, "pie/small")
    assert [(note.number, note.source.title) for note in page.sources] == [(2, "Two")]
    assert [cite.number for cite in page.cites] == [2]
    assert page.cites[0].url == f"{page.head.url}#{page.sources[0].anchor}"


def test_a_category_remembers_what_it_was_split_from() -> None:
    there = reference()
    page = category.category_view(there, there.archive.categories["palmes/innovation-sociale"])
    assert [(s.event, [link.url for link in s.origin]) for s in page.steps] == [
        ("split", ["/prix/palmes/categorie/innovation/"])
    ]


def test_every_category_of_the_archive_has_its_page() -> None:
    there = reference()
    assert len(list(pages_of(category, there))) == len(there.archive.categories)


LINE = """\
-- editions/pie/award.yaml --
name: Pie Award
short: Pie
categories:
  pie: {name: Pie}
  sweet: {name: Sweet Pie, lineage: {event: renamed, from: pie, in: 2003}}
  tart: {name: Tart}
-- editions/pie/2001.yaml --
{ordinal: 1, coverage: complete, results: {pie: [Ann Crust, Ben Crumble], tart: Ann Crust}}
-- editions/pie/2002.yaml --
{ordinal: 2, coverage: complete, results: {pie: Ann Crust, tart: Ben Crumble}}
-- editions/pie/2003.yaml --
{ordinal: 3, coverage: complete, results: {sweet: Ann Crust, tart: Ben Crumble}}
-- editions/pie/2004.yaml --
{ordinal: 4, coverage: complete, results: {sweet: {not_awarded: reserved}, tart: unknown}}
"""


def test_a_category_tells_its_whole_line_from_old_to_new() -> None:
    line = view(LINE, "pie/sweet").line
    assert line is not None
    assert [link.text for link in line.categories] == ["Pie", "Sweet Pie"]
    assert [(t.label, t.category.text, [who.link.text for who in t.laureates], t.outcome) for t in line.tenures] == [
        ("2001", "Pie", ["Ann Crust", "Ben Crumble"], "awarded"),
        ("2002", "Pie", ["Ann Crust"], "awarded"),
        ("2003", "Sweet Pie", ["Ann Crust"], "awarded"),
        ("2004", "Sweet Pie", [], "not-awarded"),
    ]
    assert (line.titles.value, line.titles.exact) == (4, False)
    assert [(tally.name.text, tally.titles) for tally in line.tallies] == [("Ann Crust", 3)]


def test_a_category_without_descent_has_no_line() -> None:
    assert view(LINE, "pie/tart").line is None


def test_the_longest_reign_is_told_by_category_and_by_line() -> None:
    reigns = view(LINE, "pie/sweet").reigns
    assert [(r.name.text, r.streak.length, r.by_lineage) for r in reigns] == [("Ann Crust", 3, True)]
    reigns = view(LINE, "pie/pie").reigns
    assert [(r.name.text, r.streak.length, r.by_lineage) for r in reigns] == [
        ("Ann Crust", 2, False), ("Ann Crust", 3, True),
    ]  # fmt: skip
    (tart,) = view(LINE, "pie/tart").reigns
    assert (tart.name.text, tart.streak.length, tart.streak.at_least) == ("Ben Crumble", 2, True)


def test_categories_of_an_award_follow_each_other() -> None:
    there = context(
        "-- editions/pie/award.yaml --\nname: Pie\ncategories: {best: Best Pie, tart: Best Tart, crust: Best Crust}\n"
    )
    heads = {page.url.split("/")[-2]: page.view.head for page in pages_of(category, there)}
    assert heads["best"].previous is None
    assert (heads["tart"].previous.text, heads["tart"].next.text) == ("Best Pie", "Best Crust")
    assert heads["crust"].next is None
