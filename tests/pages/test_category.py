from palmarium.pages import category
from tests.exports.exported import context, reference

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
        ("2001", "none", "not-awarded", "absent"),
        ("2002", "won", "title", None),
        ("2003", "none", "not-awarded", None),
        ("2004", "none", "not-awarded", "not-held"),
        ("2005", "gap", "unknown", None),
        ("2006", "gap", "unknown", "undocumented"),
        ("2007", "won", "first", None),
    ]


def test_places_stand_apart_from_titles() -> None:
    last = view(ROW, "pie/best").tenures[-1]
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
    assert [(note.number, note.title) for note in page.sources] == [(2, "Two")]
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
    assert len(list(category.pages(there))) == len(there.archive.categories)
