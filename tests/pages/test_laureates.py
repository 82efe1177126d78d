from palmarium.pages import laureates
from palmarium.pages.links import Sign
from palmarium.pages.parts import alphabet
from tests.exports.exported import context
from tests.pages.crowds import crowded

SITE = """\
-- editions/pie/award.yaml --
name: The Pie Award
short: Pie
categories: {best: Best Pie, tart: Best Tart}
-- editions/pie/2001.yaml --
ordinal: 1
coverage: complete
results:
  best: {laureate: Ann Crust, count: 2}
  tart: [{rank: 1, laureate: Ben Crumble}, {rank: 2, laureate: Cy Dish}]
-- editions/pie/2002.yaml --
ordinal: 2
coverage: complete
results: {best: Ben Crumble, tart: {laureate: Dot Egg, status: revoked}}
"""


def test_only_names_with_a_title_are_laureates() -> None:
    view = laureates.laureates_view(context(SITE))
    found = [line.link.text for group in view.letters for line in group.names]
    assert found == ["Ann Crust", "Ben Crumble"]
    assert (view.laureates.value, view.titles.value, view.editions, view.held) == (2, 4, 2, 2)


def test_a_title_bears_its_trophies_and_leads_to_its_place() -> None:
    view = laureates.laureates_view(context(SITE))
    (title,) = view.letters[0].names[0].titles
    assert (title.mark.sign, title.mark.number, title.count) == (Sign.TITLE, 2, 2)
    assert title.link.url == "/prix/pie/2001/#best--ann-crust"


def test_equals_share_a_place_in_the_ranking() -> None:
    ranking = laureates.laureates_view(context(SITE)).ranking
    assert [(line.place, line.equal, line.link.text, line.number) for line in ranking.lines] == [
        (1, True, "Ann Crust", 2),
        (1, True, "Ben Crumble", 2),
    ]
    assert ranking.because is None


def test_those_with_a_place_and_no_title_stand_apart() -> None:
    (line,) = laureates.laureates_view(context(SITE)).placed
    assert (line.link.text, line.titles[0].mark.sign) == ("Cy Dish", Sign.SECOND)


def test_a_ranking_says_what_it_does_not_rest_on() -> None:
    view = laureates.laureates_view(context(SITE.replace("coverage: complete", "coverage: partial", 1)))
    assert view.ranking.because is not None
    assert not view.laureates.exact


def test_an_archive_without_laureates_has_the_page_all_the_same() -> None:
    (page,) = laureates.pages(context(""))
    assert (page.view.letters, page.view.ranking.lines, page.view.placed) == ((), (), ())


def test_the_index_narrows_only_to_what_leaves_a_line() -> None:
    text = SITE + "-- editions/tea/award.yaml --\nname: The Tea Award\n-- editions/tea/1999.yaml --\nlabel: '1999'\n"
    view = laureates.laureates_view(context(text))
    assert [choice.value for choice in view.narrowing.awards] == ["pie"]
    assert view.narrowing.years == (2002, 2001)
    assert {(title.award, title.year) for group in view.letters for line in group.names for title in line.titles} == {
        ("pie", 2001),
        ("pie", 2002),
    }


def test_where_each_letter_has_a_page_the_index_keeps_the_letters_and_asks_the_search() -> None:
    view = laureates.laureates_view(context(crowded(alphabet.LONGEST // 2 + 1)))
    assert view.letters == ()
    assert [(each.text, each.url, each.count) for each in view.alphabet if each.url] == [
        ("N", "/laureates/n/", alphabet.LONGEST // 2 + 1)
    ]
    assert (view.narrowing.search, view.head.json_ld.html.count("ListItem")) == ("/search/", 0)
    assert laureates.laureates_view(context(crowded(alphabet.LONGEST // 2))).narrowing.search == ""


def test_equals_at_the_last_place_that_are_too_many_are_only_counted() -> None:
    award = "-- editions/pie/award.yaml --\nname: The Pie Award\ncategories: {best: Best, tart: Tart}\n"
    edition = "-- editions/pie/2001.yaml --\nresults:\n  tart: [{rank: 1, laureate: Ann}, {rank: 2, laureate: Ben}]\n"
    many = "".join(f"    - {{rank: 2, laureate: N{each}}}\n" for each in range(2 * laureates.LONGEST))
    best = "  best:\n    - {rank: 1, laureate: Ann}\n    - {rank: 2, laureate: Ben}\n"
    view = laureates.laureates_view(context(award + edition + best + many))
    assert [line.link.text for line in view.placed] == ["Ben"]
    assert view.placed_left == 2 * laureates.LONGEST
    equal = laureates.laureates_view(context(award + edition.replace(", {rank: 2, laureate: Ben}", "") + best + many))
    assert (equal.placed, equal.placed_left) == ((), 2 * laureates.LONGEST + 1)
