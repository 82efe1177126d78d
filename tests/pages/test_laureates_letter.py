from palmarium.pages import laureates_letter
from palmarium.pages.parts import alphabet
from tests.exports.exported import context
from tests.pages.crowds import crowded

HALF = alphabet.LONGEST // 2
"""Each laureate is a link, and so is its title."""


def test_an_index_that_fits_on_one_page_has_no_other() -> None:
    assert list(laureates_letter.pages(context(crowded(HALF)))) == []


def test_each_letter_has_a_page_that_leads_to_its_neighbours() -> None:
    first, second, third = laureates_letter.pages(context(crowded(HALF - 1, "Ann", "Zoé", "Zut")))
    assert [page.url for page in (first, second, third)] == ["/laureates/a/", "/laureates/n/", "/laureates/z/"]
    assert [line.link.text for line in third.view.names] == ["Zoé", "Zut"]
    assert third.view.names[0].titles[0].link.url == "/prix/pie/2001/page-3/#best--zoe"
    assert (first.view.head.previous, first.view.head.next.url) == (None, "/laureates/n/")
    assert second.view.head.previous.text == "A"
    assert second.view.parts == ()
    assert third.view.head.json_ld.html.count("ListItem") == 2


def test_a_letter_that_is_too_long_has_several_pages_with_every_name_once() -> None:
    pages = tuple(laureates_letter.pages(context(crowded(2 * HALF + 1))))
    assert [page.url for page in pages] == ["/laureates/n/", "/laureates/n/2/", "/laureates/n/3/"]
    texts = [line.link.text for page in pages for line in page.view.names]
    assert texts == [f"N{each:04}" for each in range(2 * HALF + 1)]
    assert max(len(page.view.names) for page in pages) < HALF
    assert [(part.text, part.url) for part in pages[0].view.parts][1] == ("N0201 – N0400", "/laureates/n/2/")
    assert (pages[1].view.number, pages[1].view.head.next.text) == (2, "N 3")
