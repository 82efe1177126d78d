"""A text in several languages on a phone: the way from one to the other, without a script and by keyboard."""

import functools
import http.server
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from palmarium.build import pipeline
from palmarium.build.work import silent
from tests.browser.axe import violations
from tests.browser.conftest import Quiet
from tests.build.test_translations import SITE
from tests.conftest import Site

PHONE = 390
TEXTS = ("nuit", "night", "layl")


@pytest.fixture
def output(site: Site) -> Iterator[str]:
    """The address at which the site is served."""
    root = site(SITE)
    pipeline.build(root, silent)
    handler = functools.partial(Quiet, directory=str(root / "_site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A phone without scripts."""
    context = browser.new_context(viewport={"width": PHONE, "height": 844}, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_by_keyboard_and_without_a_script_a_reader_comes_to_the_other_language_and_back(
    plain: Page, output: str
) -> None:
    plain.goto(f"{output}/articles/nuit/")
    switch = plain.get_by_role("navigation", name="Langues")
    expect(switch).to_be_in_viewport()
    english = switch.get_by_role("link", name="English")
    assert english.get_attribute("lang") == english.get_attribute("hreflang") == "en"
    for _ in range(20):
        plain.keyboard.press("Tab")
        if plain.locator(":focus").get_attribute("hreflang") == "en":
            break
    plain.keyboard.press("Enter")
    expect(plain.get_by_role("heading", level=1)).to_have_text("The night of the lighthouse")
    there = plain.get_by_role("navigation", name="Languages")
    expect(there.locator("[aria-current=page]")).to_have_text("English")
    there.get_by_role("link", name="Français").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("La nuit du phare")


def test_on_a_phone_the_languages_fit_beside_the_way_to_the_page_and_can_be_hit(page: Page, output: str) -> None:
    page.set_viewport_size({"width": PHONE, "height": 844})
    for id in TEXTS:
        page.goto(f"{output}/articles/{id}/")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
        for link in page.locator(".running [hreflang]").all():
            box = link.bounding_box()
            assert box
            assert box["height"] >= 24
            assert box["width"] >= 24


def test_an_arabic_page_of_a_french_site_runs_from_the_right(page: Page, output: str) -> None:
    page.goto(f"{output}/articles/layl/")
    way, switch = (box for each in page.locator(".running > nav").all() if (box := each.bounding_box()))
    assert way["x"] > switch["x"]
    assert page.locator("h1").evaluate("each => getComputedStyle(each).direction") == "rtl"
    page.goto(f"{output}/articles/nuit/")
    way, switch = (box for each in page.locator(".running > nav").all() if (box := each.bounding_box()))
    assert way["x"] < switch["x"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_language(page: Page, output: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    found = {}
    for url in (*(f"articles/{id}/" for id in TEXTS), "articles/", "en/who/"):
        page.goto(f"{output}/{url}")
        if wrong := violations(page):
            found[url] = wrong
    assert found == {}
