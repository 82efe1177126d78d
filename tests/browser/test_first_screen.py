"""The answer first: who won stands on the first screen of each kind of page, on a desk and on a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

ANSWERS = {
    "/": ".winners b",
    "/prix/palmes/": ".roll b",
    "/prix/palmes/2011/": ".laureate",
    "/prix/palmes/categorie/innovation-sociale/": ".holder",
    "/noms/mercedes-benz/": ".editions-won a",
    "/annees/2011/": ".given .columns a",
    "/records/": ".podium a",
    "/recherche/?q=orange": ".findings a",
}


@pytest.mark.parametrize("theme", ["ceremonie", "base", "gazette"])
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_the_answer_stands_on_the_first_screen(
    page: Page, address: str, in_theme: Callable[[str], str], theme: str, width: int, height: int
) -> None:
    address = address if theme == "ceremonie" else in_theme(theme)
    page.set_viewport_size({"width": width, "height": height})
    below = {}
    for url, answer in ANSWERS.items():
        page.goto(address + url)
        first = page.locator(answer).first
        first.wait_for()
        box = first.bounding_box()
        assert box, url
        if box["y"] + box["height"] > height:
            below[url] = box["y"]
    assert below == {}


def test_the_menu_of_a_phone_opens_and_closes_without_a_script(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.route("**/*.js", lambda route: route.abort())
    page.goto(f"{address}/prix/palmes/")
    menu = page.get_by_role("navigation", name="Principale")
    assert not menu.is_visible()
    page.get_by_role("button", name="Menu").click()
    assert menu.get_by_role("link", name="Records").is_visible()
    page.get_by_role("button", name="Fermer").click()
    assert not menu.is_visible()
    page.set_viewport_size({"width": 1280, "height": 800})
    assert menu.is_visible()
    assert page.get_by_role("button", name="Menu").count() == 0
