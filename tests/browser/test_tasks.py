"""What readers come for, from the home page: how many clicks it takes, and how far they scroll."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect


@dataclass
class Reader:
    """Somebody at a window; `scrolled` are CSS pixels down, on all pages together."""

    page: Page
    clicks: int = 0
    scrolled: float = 0

    def see(self, selector: str) -> Locator:
        """The first that is visible, scrolled to, once its page is loaded: where it stands hangs on style sheets."""
        found = self.page.locator(selector).locator("visible=true").first
        found.wait_for()
        self.page.wait_for_load_state()
        box, window = found.bounding_box(), self.page.viewport_size
        assert box is not None
        assert window is not None
        below = max(0, box["y"] + min(box["height"], 40) - window["height"])
        self.scrolled += below
        self.page.evaluate("(by) => scrollBy({ top: by, behavior: 'instant' })", below)
        return found

    def click(self, selector: str) -> None:
        self.see(selector).click()
        self.clicks += 1

    def jump(self, link: str, target: str) -> None:
        """Follow a link to a place, which may be on the same page, and arrive there."""
        self.click(link)
        expect(self.page.locator(target)).to_be_in_viewport()

    def menu(self, words: str) -> None:
        if self.page.locator(".masthead .unfold").first.is_visible():
            self.click(".masthead .unfold")
        self.click(f'.masthead nav a:text-is("{words}")')

    def write(self, field: str, text: str) -> None:
        box = self.see(field)
        box.fill(text)
        box.press("Enter")
        self.clicks += 1

    def open(self, name: str) -> None:
        """The page of a name, by the search."""
        self.write("#q", name)
        self.click(f'.findings a:has-text("{name}")')


def _winner_of_a_year(reader: Reader) -> None:
    reader.menu("Années")
    reader.click('main a:text-is("2011")')
    reader.see('main a:text-is("Union nationale des PIMMS")')


def _how_often(reader: Reader) -> None:
    reader.open("Nespresso")
    reader.see('main :text("3 titres")')


def _what_did(reader: Reader) -> None:
    reader.open("Alain Angerame")
    reader.see(".editions-won a")


def _claims_that_differ(reader: Reader) -> None:
    reader.menu("Affirmations")
    reader.see('.verdict:has-text("diverge")')


def _copy(reader: Reader) -> None:
    reader.click(".winners .overline a")
    reader.jump('a[href="#plain"]', "#plain")
    reader.click(".copier button")


def _cite(reader: Reader) -> None:
    reader.menu("Articles")
    reader.click("main h3 a, main .head a")
    reader.jump('a[href="#cite"]', ".cite")


def _latest(reader: Reader) -> None:
    reader.see(".winners b")


def _holder(reader: Reader) -> None:
    reader.open("Palme Voix du Client")
    reader.see(".holder")


def _most(reader: Reader) -> None:
    reader.menu("Records")
    reader.see(".podium a")


def _narrowed(reader: Reader) -> None:
    reader.menu("Lauréats")
    reader.see("select[name=award]").select_option("escda")
    reader.clicks += 1
    reader.page.wait_for_url("**award=escda**")


def _unknown(reader: Reader) -> None:
    reader.menu("Lacunes")
    reader.see("main tbody tr")


def _counted(reader: Reader) -> None:
    reader.jump('.sums a[href*="conventions"]', "#counting")


def _compared(reader: Reader) -> None:
    reader.open("Mercedes-Benz")
    reader.click('a:text-is("Comparer à un autre nom")')
    reader.write("#compare-b", "Groupama")
    reader.see("#compared td")


# Clicks and pixels on a desk, of 1280 × 800. On a phone the menu takes one more, and what stood beside a text is below.
TASKS: dict[str, tuple[Callable[[Reader], None], int, int]] = {
    "who won a prize in 2011": (_winner_of_a_year, 2, 1100),
    "how often somebody won": (_how_often, 2, 0),
    "what somebody did": (_what_did, 2, 0),
    "claims that differ": (_claims_that_differ, 1, 0),
    "copy the results": (_copy, 3, 800),
    "cite an article": (_cite, 3, 100),
    "the latest winners": (_latest, 0, 0),
    "who holds a prize": (_holder, 2, 0),
    "who won most": (_most, 1, 0),
    "share a narrowed list": (_narrowed, 2, 0),
    "what is not known": (_unknown, 1, 400),
    "how titles are counted": (_counted, 1, 0),
    "compare two names": (_compared, 4, 300),
}


@pytest.mark.parametrize("task", TASKS)
def test_a_reader_is_soon_there(page: Page, address: str, task: str) -> None:
    go, clicks, pixels = TASKS[task]
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{address}/")
    reader = Reader(page)
    go(reader)
    assert reader.clicks <= clicks
    assert reader.scrolled <= pixels


@pytest.mark.parametrize("task", TASKS)
def test_a_reader_with_a_phone_is_there_with_one_click_more(page: Page, address: str, task: str) -> None:
    go, clicks, _ = TASKS[task]
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}/")
    reader = Reader(page)
    go(reader)
    assert reader.clicks <= clicks + 1
    assert reader.scrolled <= 3000
