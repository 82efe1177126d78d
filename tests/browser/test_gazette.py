"""The newspaper: a theme that is a style sheet alone keeps what the others promise."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations
from tests.browser.test_limits import CUT, LARGE, PAPER, SIDEWAYS, TOO_WIDE
from tests.browser.test_reading import KINDS, Scheme


@pytest.fixture
def printed(in_theme: Callable[[str], str]) -> str:
    """Where the reference archive is served in this theme."""
    return in_theme("gazette")


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")], ids=["360-light", "1280-dark"])
def test_axe_finds_nothing(page: Page, printed: str, width: int, scheme: Scheme) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    found = {}
    known: list[int] = []
    for url in KINDS:
        page.goto(printed + url)
        if wrong := violations(page, known):
            found[url] = wrong
    assert found == {}


def test_nothing_is_wider_than_the_screen_or_the_paper(page: Page, printed: str) -> None:
    wrong: dict[object, object] = {}
    for url in KINDS:
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": 320, "height": 900})
        page.goto(printed + url)
        for width in (320, 768, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            if page.evaluate(SIDEWAYS):
                wrong[url, width] = "scrolls sideways"
        page.evaluate(LARGE)
        if cut := page.evaluate(CUT):
            wrong[url, "large"] = cut[:3]
        page.evaluate("document.documentElement.style.fontSize = ''")
        page.emulate_media(media="print")
        page.set_viewport_size({"width": PAPER, "height": 1000})
        if wide := page.evaluate(TOO_WIDE):
            wrong[url, "paper"] = wide
    assert wrong == {}
