"""What a reader meets: every kind of page, small and wide, light and dark, without script, from a disk."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import violations

KINDS = (
    "/",
    "/prix/",
    "/prix/palmes/",
    "/prix/palmes/2011/",
    "/prix/palmes/2010/",
    "/prix/escda/2011/",
    "/prix/24h-conseiller/2012/",
    "/prix/palmes/categorie/innovation/",
    "/annees/",
    "/annees/2011/",
    "/noms/",
    "/noms/eric-dadian/",
    "/noms/mercedes-benz/",
    "/laureats/",
    "/articles/",
    "/articles/service-client-2011-vingt-six-elus/",
    "/articles/palmes-2010-l-organisatrice-s-explique/",
    "/records/",
    "/lacunes/",
    "/affirmations/",
    "/conventions/",
    "/donnees/",
    "/recherche/",
    "/comparer/",
    "/a-propos/",
    "/404.html",
)

Scheme = Literal["light", "dark"]


# A scheme changes colours and a width changes sizes: every page is seen in each.
@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")], ids=["360-light", "1280-dark"])
def test_axe_finds_nothing_and_nothing_is_refused_or_asked_of_another_host(
    own_page: Page, address: str, width: int, scheme: Scheme
) -> None:
    complaints: list[str] = []
    own_page.on("console", lambda said: complaints.append(said.text))
    own_page.on("requestfailed", lambda asked: complaints.append(asked.url))
    own_page.on("request", lambda asked: None if asked.url.startswith(address) else complaints.append(asked.url))
    own_page.set_viewport_size({"width": width, "height": 900})
    own_page.emulate_media(color_scheme=scheme)
    found: dict[str, object] = {}
    known: list[int] = []
    for url in KINDS:
        own_page.goto(address + url)
        if wrong := violations(own_page, known):
            found[url] = wrong
    assert found == {}
    assert complaints == []


def test_the_name_of_a_file_or_a_view_is_not_broken(page: Page, address: str) -> None:
    page.goto(f"{address}/donnees/")
    lines = "terms => terms.map(term => [term.textContent, term.firstElementChild.getClientRects().length])"
    for width in (320, 390, 700, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        terms = page.eval_on_selector_all(".facts dt:has(> code, > .file)", lines)
        assert "titles_by_name" in dict(terms)
        assert {name: count for name, count in terms if count != 1} == {}, width


def test_the_first_tab_leads_past_the_menu(page: Page, address: str) -> None:
    page.goto(address + "/prix/palmes/2011/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"


def test_the_site_reads_without_javascript(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "/")
    page.get_by_role("link", name="Club d’Arc").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "Club d’Arc"
    page.get_by_role("link", name="Lauréats").first.click()
    assert page.url == address + "/laureats/"
    assert page.get_by_role("link", name="Mercedes-Benz").count() > 0
    context.close()


def test_the_site_reads_from_a_disk(page: Page, built: Path) -> None:
    page.goto((built / "index.html").as_uri())
    page.get_by_role("link", name="Club d’Arc").first.click()
    page.wait_for_load_state()
    assert page.get_by_role("heading", level=1).inner_text() == "Club d’Arc"


def test_a_search_forgives_accents_and_hyphens(page: Page, address: str) -> None:
    page.goto(address + "/recherche/")
    page.get_by_role("searchbox").fill("vente privee")
    page.get_by_role("searchbox").press("Enter")
    page.locator("#search-results a").first.wait_for()
    assert page.locator("#search-results a").first.inner_text() == "Vente-privée"
    assert "q=vente" in page.url


def test_a_missing_page_shows_the_sites_own_from_any_depth(built: Path) -> None:
    text = (built / "404.html").read_text(encoding="utf-8")
    assert 'href="/archives/assets/' in text
    assert "../" not in text


UNDERLINED = """() => [...document.querySelectorAll('a[href]')].filter(link => {
  if (!link.checkVisibility()) return false;
  const line = getComputedStyle(link).textDecorationColor;
  let ground = link;
  const clear = element => /, 0\\)$/.test(getComputedStyle(element).backgroundColor);
  while (clear(ground) && ground.parentElement) ground = ground.parentElement;
  const parts = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
  const [one, other] = [parts(line), parts(getComputedStyle(ground).backgroundColor)];
  if (getComputedStyle(link).textDecorationLine === 'none' || one[3] === 0) return false;
  return Math.max(...[0, 1, 2].map(at => Math.abs(one[at] - other[at]))) > 24;
}).map(link => link.textContent.trim())"""
"""The links with a line below them that is seen on its ground."""


def test_links_are_underlined_by_night_as_by_day(page: Page, address: str) -> None:
    """A line in the colour of what it stands on is none: on a dark band, those of a light page would be."""
    differ = {}
    for url in ("/", "/prix/palmes/2011/", "/prix/escda/", "/noms/mercedes-benz/", "/records/"):
        page.goto(address + url)
        seen = []
        schemes: tuple[Scheme, ...] = ("light", "dark")
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme)
            seen.append(page.evaluate(UNDERLINED))
        if seen[0] != seen[1]:
            differ[url] = sorted({*seen[0]} ^ {*seen[1]})
    assert differ == {}


def test_of_many_texts_in_one_look_the_one_that_can_not_be_read_is_found(page: Page) -> None:
    page.set_content(
        f"<html lang=en><title>A</title><main><h1>A</h1><ul>{'<li>text' * 9}<li id=pale>text{'<li>text' * 9}"
    )
    page.add_style_tag(content="li:nth-child(10) { color: #ccc } li { background: #fff }")
    [(rule, [element])] = violations(page)
    assert (rule, element.partition(" data-")[0]) == ("color-contrast", '<li id="pale"')
