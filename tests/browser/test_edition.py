"""An edition in the hands of a reader: where they are on a long page, and the palmarès taken along."""

from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

EDITION = "/prix/palmes/2011/"


def test_the_palmares_is_copied_and_the_page_says_so(own_page: Page, address: str) -> None:
    own_page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    own_page.goto(address + EDITION)
    own_page.locator("summary", has_text="Palmarès à copier").click()
    own_page.get_by_role("button", name="Copier").click()
    expect(own_page.get_by_role("status")).to_have_text("Copié.")
    copied = own_page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Les Palmes de la Relation Client 2011\n4e édition, 3 octobre 2011")
    assert "\nPalme Voix du Client\u00a0: Mercedes-Benz\n" in copied
    assert copied.rstrip().endswith("/prix/palmes/2011/")


def test_where_nothing_can_be_copied_the_text_is_selected(own_page: Page, address: str) -> None:
    own_page.add_init_script("document.execCommand = () => false; delete Navigator.prototype.clipboard")
    own_page.goto(address + EDITION)
    own_page.locator("summary", has_text="Palmarès à copier").click()
    own_page.get_by_role("button", name="Copier").click()
    expect(own_page.get_by_role("status")).to_contain_text("sélectionné")
    assert "Mercedes-Benz" in own_page.evaluate("getSelection().toString()")


def test_the_contents_follow_the_reader(page: Page, address: str) -> None:
    page.goto(address + EDITION)
    current = page.locator(".sections [aria-current]")
    expect(current).to_have_count(0)
    page.locator(".sections").get_by_role("link", name="Sources").click()
    expect(current).to_have_text("Sources")
    page.locator(".sections").get_by_role("link", name="Méthode").click()
    expect(current).to_have_text("Méthode")
    page.wait_for_function("document.getElementById('method').getBoundingClientRect().top < innerHeight / 3")
    assert _gap(page, "document.getElementById('method')") >= 0


@pytest.mark.parametrize("width", [360, 1280])
def test_what_has_the_focus_never_hides_below_the_contents(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(address + EDITION)
    page.evaluate("document.documentElement.style.scrollBehavior = 'auto'; scrollTo(0, document.body.scrollHeight)")
    links = page.locator("main .section a").count()
    page.locator(".onward a").first.focus()
    for _ in range(min(links, 60)):
        page.keyboard.press("Shift+Tab")
        assert _gap(page, "document.activeElement") >= -1


@pytest.mark.parametrize("key", ["palmes/2011", "escda/2011", "palmes/2009", "palmes/2008", "24h/2012", "escda/2018"])
def test_no_edition_scrolls_sideways_at_320_pixels(page: Page, built: Path, key: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto((built / "prix" / key / "index.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("where", ["", "prix", "prix/palmes", "prix/palmes/2011", "annees/2011"])
def test_text_at_twice_its_size_is_not_cut(page: Page, built: Path, where: str) -> None:
    page.goto((built / where / "index.html").as_uri())
    page.evaluate("document.documentElement.style.fontSize = '32px'")
    for width in (640, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.evaluate("[...document.querySelectorAll('h1, .year')].every(one => one.scrollWidth <= innerWidth)")


def _gap(page: Page, element: str) -> float:
    """How far an element stands below the line of contents."""
    below = "document.querySelector('.sections').getBoundingClientRect().bottom"
    return float(page.evaluate(f"{element}.getBoundingClientRect().top - {below}"))


def test_a_reader_reports_an_error_of_one_fact_as_it_is_shown(page: Page, address: str) -> None:
    page.goto(address + EDITION)
    fact = page.locator("#voix-du-client--mercedes-benz")
    link = fact.get_by_role("link", name="Signaler une erreur", include_hidden=True)
    expect(link).to_be_hidden()
    fact.hover()
    expect(link).to_be_visible()
    said = unquote(link.get_attribute("href") or "")
    assert "/archives/prix/palmes/2011/#voix-du-client--mercedes-benz\nedition palmes/2011#voix-du-client--" in said
    assert "Mercedes-Benz" in said.rpartition("voix-du-client--")[2].partition("\n")[2]
    assert "{" not in said


def test_the_links_to_a_fact_stand_beside_its_name(page: Page, address: str) -> None:
    page.goto(address + EDITION)
    beside = page.locator(".result .laureate > .anchors")
    assert beside.count() == page.locator(".result[id]").count()


def test_who_has_no_mouse_comes_to_the_report_behind_the_link_of_the_fact(page: Page, address: str) -> None:
    page.goto(address + EDITION)
    page.locator(".result .anchor").first.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.title") == "Signaler une erreur"
