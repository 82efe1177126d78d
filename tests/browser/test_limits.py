"""What bends and must not break: large text, paper, keyboards, tables for those who hear them."""

import re
import unicodedata
from io import BytesIO

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.test_reading import KINDS

SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
LARGE = "document.documentElement.style.fontSize = '200%'"
# What is cut off in its box: the text of an element is wider than the element, which hides the rest.
CUT = """() => [...document.querySelectorAll('body *')].filter(one => {
  const { overflowX, textOverflow } = getComputedStyle(one);
  return ['hidden', 'clip'].includes(overflowX) && one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1
    && one.innerText?.trim() && !one.closest('.visually-hidden, select, svg');
}).map(one => `${one.tagName}.${one.className}: ${one.innerText.slice(0, 60)}`)"""
# What is wider than the paper, which has no other way to be read.
TOO_WIDE = """() => [...document.querySelectorAll('main *')].filter(one => {
  const box = one.getBoundingClientRect();
  return box.width && box.right > document.documentElement.clientWidth + 1 && !one.closest('svg, .visually-hidden');
}).map(one => `${one.tagName}.${one.className}: ${one.textContent.trim().slice(0, 60)}`).slice(0, 5)"""
# Without what is for those who hear the page.
HEADINGS = """() => [...document.querySelectorAll('main :is(h1, h2, h3)')].filter(one => one.offsetParent).map(one => {
  const copy = one.cloneNode(true);
  for (const part of copy.querySelectorAll('.visually-hidden')) part.remove();
  return copy.textContent;
})"""
# A4 less its margins, in CSS pixels.
PAPER = 657


def letters(text: str) -> str:
    """Letters and digits alone: on paper, spaces, hyphens and ligatures are set otherwise."""
    return "".join(c for c in unicodedata.normalize("NFKD", text).casefold() if c.isalnum())


def unfocused(page: Page) -> list[str]:
    """What keyboards miss: a way past the menu before all else, and a line around what has the focus."""
    page.keyboard.press("Tab")
    skips = page.evaluate("document.activeElement.matches('a.skip') && document.activeElement.offsetHeight > 10")
    for _ in range(4):
        page.keyboard.press("Tab")
    seen = page.evaluate(
        "(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2)"
        "(getComputedStyle(document.activeElement))"
    )
    return [what for what, is_there in (("no way past the menu", skips), ("no outline", seen)) if not is_there]


def test_no_page_scrolls_sideways_text_of_twice_the_size_fits_and_the_focus_shows(page: Page, address: str) -> None:
    wrong: dict[object, object] = {}
    for url in KINDS:
        page.set_viewport_size({"width": 320, "height": 900})
        page.goto(address + url)
        for width, before in ((320, ""), (768, ""), (640, LARGE), (1280, "")):
            page.set_viewport_size({"width": width, "height": 900})
            page.evaluate(before)
            if page.evaluate(SIDEWAYS):
                wrong[url, width] = "scrolls sideways"
            elif width in (640, 1280) and (cut := page.evaluate(CUT)):
                wrong[url, width] = cut[:3]
        if missed := unfocused(page):
            wrong[url, "keyboard"] = missed
    assert wrong == {}


def test_every_kind_of_page_is_whole_on_paper(page: Page, address: str) -> None:
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER, "height": 1000})
    wrong: dict[str, object] = {}
    for url in KINDS:
        page.goto(address + url)
        if wide := page.evaluate(TOO_WIDE):
            wrong[url] = wide
        headings = page.evaluate(HEADINGS)
        paper = PdfReader(BytesIO(page.pdf(format="A4")))
        printed = letters("".join(sheet.extract_text() for sheet in paper.pages))
        missing = [heading for heading in headings if letters(heading) not in printed]
        if missing or not headings:
            wrong[url] = missing or "no heading"
    assert wrong == {}


def test_a_picture_of_data_has_a_table_that_is_heard(page: Page, address: str) -> None:
    page.goto(address + "/prix/palmes/")
    heard = page.locator("main").aria_snapshot()
    assert re.search(r"- table\b", heard)
    assert re.search(r"- rowheader \"2011", heard)
    for drawing in page.locator("main svg").all():
        told = drawing.get_attribute("aria-hidden") == "true" or drawing.get_attribute("role") == "img"
        assert told or drawing.locator("xpath=ancestor::*[@aria-hidden='true']").count()


def test_the_search_is_asked_and_answered_without_a_pointer(page: Page, address: str) -> None:
    page.goto(address + "/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.goto(address + "/recherche/")
    field = page.get_by_role("searchbox")
    for _ in range(40):
        page.keyboard.press("Tab")
        if field.evaluate("one => one === document.activeElement"):
            break
    page.keyboard.type("Veepee")
    page.keyboard.press("Enter")
    expect(page.locator("#search-results a").first).to_have_text("Vente-privée")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(address + "/noms/vente-privee/")
