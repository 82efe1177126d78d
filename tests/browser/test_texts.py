"""An article in the hands of a reader: its margin, what is read aloud, what is printed, what is taken along."""

import io
import json

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

INTERVIEW = "/articles/palmes-2010-l-organisatrice-s-explique/"
REPORT = "/articles/service-client-2011-vingt-six-elus/"
NAME = "/noms/mercedes-benz/"


def test_a_note_stands_beside_its_paragraph_where_there_is_a_margin_and_below_it_elsewhere(
    page: Page, address: str
) -> None:
    for width, beside in ((1280, True), (360, False)):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(address + INTERVIEW)
        note = page.get_by_role("note").filter(has_text="Editialis")
        text = page.get_by_text("Six d’entre elles travaillent")
        box, paragraph = note.bounding_box(), text.bounding_box()
        assert box
        assert paragraph
        assert (box["x"] >= paragraph["x"] + paragraph["width"]) == beside
        assert (box["y"] < paragraph["y"] + paragraph["height"]) == beside


def test_pulled_words_are_seen_twice_and_read_aloud_once(page: Page, address: str) -> None:
    page.goto(address + INTERVIEW)
    expect(page.get_by_text("Il promet plus qu’il ne raconte").first).to_be_visible()
    assert page.locator("main").aria_snapshot().count("promet plus qu’il ne raconte") == 1


def test_a_note_and_the_way_back_from_it_are_links(page: Page, address: str) -> None:
    page.goto(address + INTERVIEW)
    page.locator(".footnote-ref").click()
    expect(page.locator(".note:target")).to_contain_text("Editialis")
    page.get_by_role("link", name="↩").click()
    assert page.url.endswith("#fnref:1")


def test_a_printed_article_holds_its_text_and_sources_and_no_way_to_elsewhere(page: Page, address: str) -> None:
    page.goto(address + REPORT)
    pages = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    text = " ".join(" ".join(each.extract_text() for each in pages).split())
    for kept in ("vingt-six élus", "Vente-privée", "Sources", "sensduclient.com/2010/10", "Citer cet article"):
        assert kept in text
    for left in ("À lire", "Commentaires", "Aller au contenu", "BibTeX", "Licence"):
        assert left not in text
    assert len(pages) <= 4


@pytest.mark.parametrize("path", [INTERVIEW, "/prix/palmes/2011/"])
def test_a_citation_is_taken_along_for_a_program(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="CSL-JSON").click()
    [item] = json.loads(waiting.value.path().read_text(encoding="utf-8"))
    assert item["URL"].endswith(path)


def test_a_badge_comes_with_lines_that_are_html(page: Page, address: str) -> None:
    page.goto(address + NAME)
    page.locator("summary", has_text="Lignes à coller").first.click()
    lines = page.locator(".badges code").first.inner_text()
    page.set_content(lines)
    assert page.locator("a > img").get_attribute("alt") == "Mercedes-Benz – Podium 2011, Classement général"
    assert str(page.locator("a").get_attribute("href")).endswith("/prix/podium/2011/#general--mercedes-benz")


_APART = """() => {
  const found = []
  const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT)
  for (let text; (text = walk.nextNode()); ) {
    const before = text.previousSibling
    if (!/^[,.;:)!?»]/.test(text.data) || before?.nodeType !== Node.ELEMENT_NODE) continue
    if (getComputedStyle(before).display.startsWith('inline-')) found.push(before.textContent + text.data)
  }
  return found
}"""


@pytest.mark.parametrize("url", ["/prix/", "/prix/podium/", "/prix/palmes/2011/", "/records/", INTERVIEW, REPORT, NAME])
def test_no_line_can_begin_with_the_comma_after_a_name(page: Page, address: str, url: str) -> None:
    """A line may break on both sides of what is a block within a line, whatever stands beside it."""
    page.goto(address + url)
    assert page.evaluate(_APART) == []
