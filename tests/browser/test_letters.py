"""An index that is too long for one page: each letter is a page, and the search answers for all of them."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from palmarium.build import pipeline
from palmarium.build.work import silent
from palmarium.pages.parts.alphabet import LONGEST
from tests.archives import sections
from tests.browser.axe import violations
from tests.pages.crowds import crowded

SETTINGS = """\
title = "Tartes"
base_url = "https://example.org/foule/"
language = "fr"
search = "pagefind"
cards = false
"""


@pytest.fixture(scope="module")
def crowd(built: Path, address: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where a site with many laureates is served, beside the reference archive."""
    root = tmp_path_factory.mktemp("crowd")
    (root / "site.toml").write_text(SETTINGS, encoding="utf-8")
    for path, text in sections(crowded(LONGEST + 1, "Ann Crust", "Zoé Tart")).items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert [problem for problem in pipeline.build(root, silent).problems if problem.level == "error"] == []
    (root / "_site").rename(built.parent / "foule")
    return address.replace("/archives", "/foule")


@pytest.mark.parametrize("index", ["/laureats/", "/noms/"])
def test_letters_lead_to_their_pages_and_on(page: Page, crowd: str, index: str) -> None:
    page.goto(crowd + index)
    assert page.get_by_role("navigation", name="Lettres").get_by_role("link").count() == 3
    page.get_by_role("link", name="N 601").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("N")
    parts = page.get_by_role("navigation", name="Pages de la lettre N")
    last = parts.get_by_role("link").last
    last.click()
    expect(page.locator("main li").get_by_text("N0600", exact=True)).to_be_visible()
    page.locator(".running").get_by_role("link", name="Z", exact=True).click()
    expect(page.locator("main").get_by_role("link", name="Zoé Tart")).to_be_visible()


def test_the_form_of_a_long_index_asks_the_search(page: Page, crowd: str) -> None:
    page.goto(crowd + "/laureats/")
    page.get_by_label("Prix", exact=True).select_option("pie")
    page.get_by_role("button", name="Chercher").click()
    expect(page.locator("#search-count")).to_contain_text(str(LONGEST + 3))
    assert "award=pie" in page.url
    page.get_by_role("searchbox").fill("zoe")
    expect(page.locator("#search-results a")).to_have_text(["Zoé Tart"])


@pytest.mark.parametrize("url", ["/laureats/", "/laureats/n/2/"])
def test_a_long_index_reads_on_a_telephone(page: Page, crowd: str, url: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(crowd + url)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert violations(page) == []
