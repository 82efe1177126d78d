from palmarium.pages import award
from tests.exports.exported import context, reference
from tests.kinds import pages_of

ROW = """\
-- editions/pie/award.yaml --
name: Pie Award
short: Pie
founded: 2001
ended: 2012
names: [{name: Tart Award, until: 2004}]
categories:
  best: {name: Best Pie, method: jury}
  small: {name: Best Small Pie, lineage: {event: split, from: best, in: 2009}}
claims:
  - {says: Two trophies, count: categories, is: 2}
-- editions/pie/2002.yaml --
ordinal: 2
coverage: complete
results: {best: Ann Crust}
-- editions/pie/2003.yaml --
ordinal: 3
coverage: complete
results: {best: Ann Crust}
-- editions/pie/2009.yaml --
ordinal: 9
coverage: partial
results: {best: unknown, small: Ben Crumble}
"""


def view(text: str, id: str) -> award.View:
    there = context(text)
    return award.award_view(there, there.archive.awards[id])


def test_editions_run_from_new_to_old_and_say_what_is_missing_before_them() -> None:
    lines = view(ROW, "pie").editions
    assert [(line.label, line.ordinal, line.missing_before) for line in lines] == [
        ("2009", 9, 5),
        ("2003", 3, 0),
        ("2002", 2, 1),
    ]


def test_a_number_of_titles_says_why_it_may_be_too_small() -> None:
    titles = view(ROW, "pie").titles
    assert (titles.value, titles.exact) == (3, False)
    assert titles.because is not None


def test_only_those_with_several_titles_lead() -> None:
    assert [(line.place, line.name.text, line.titles) for line in view(ROW, "pie").leaders] == [(1, "Ann Crust", 2)]


def test_a_category_names_its_holders_from_new_to_old() -> None:
    best, small = view(ROW, "pie").categories
    assert [tenure.label for tenure in best.holders] == ["2009", "2003", "2002"]
    assert [len(tenure.titles) for tenure in best.holders] == [0, 1, 1]
    assert [tenure.label for tenure in small.holders] == ["2009"]
    assert [step.event for step in small.steps] == ["split"]


def test_facts_keep_former_names_and_both_ends() -> None:
    facts = view(ROW, "pie").facts
    assert (str(facts.founded), str(facts.ended)) == ("2001", "2012")
    assert [(item.name, str(item.until)) for item in facts.former_names] == [("Tart Award", "2004")]


def test_an_award_without_editions_is_a_page_too() -> None:
    page = view("-- editions/pie/award.yaml --\nname: Pie Award\n", "pie")
    assert (page.editions, page.categories, page.leaders, page.titles.value) == ((), (), (), 0)


def test_claims_have_their_verdicts() -> None:
    page = view(ROW, "pie")
    assert len(page.claims) == 1
    assert page.verdicts[0].count == 1


def test_every_award_of_the_archive_has_its_page() -> None:
    pages = {page.url: page for page in pages_of(award, reference())}
    assert len(pages) == 8
    palmes = pages["/prix/palmes/"].view
    assert palmes.relatives.predecessor.url == "/prix/casques-d-or/"
    assert [link.url for link in palmes.relatives.parts] == ["/prix/directeur/"]
    assert pages["/prix/palmes/"].sources == ("editions/palmes/award.yaml",)


def test_the_last_palmares_is_that_of_the_latest_edition_with_a_laureate() -> None:
    last = view(ROW.replace("small: Ben Crumble", "small: unknown"), "pie").last
    assert last is not None
    assert (last.edition.text, [line.laureates[0].link.text for line in last.lines]) == ("Pie 2003", ["Ann Crust"])
    assert view(ROW.split("-- editions/pie/2002")[0], "pie").last is None


def test_those_titled_twice_that_are_not_listed_are_counted() -> None:
    twice = ", ".join(f"Name {letter}" for letter in "ABCDEFG")
    years = "".join(
        f"-- editions/pie/{year}.yaml --\n{{coverage: names-only, results: {{unknown: [{twice}]}}}}\n"
        for year in (2001, 2002)
    )
    found = view(f"-- editions/pie/award.yaml --\nname: Pie\n{years}", "pie")
    assert (len(found.leaders), found.leaders_left) == (5, 2)
