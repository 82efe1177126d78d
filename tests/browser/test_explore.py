"""What a reader does to find something: searches, narrows, sorts, and chooses the colours."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations
from tests.browser.test_reading import Scheme

ANSWERS = "#search-results a"


def ask(page: Page, words: str) -> str:
    """The title of the first answer."""
    page.get_by_role("searchbox").fill(words)
    expect(page.locator("#search-results li").first).to_contain_text(words.split()[0][:4], ignore_case=True)
    return page.locator(ANSWERS).first.inner_text()


def choose(page: Page, label: str, value: str) -> None:
    folded = page.locator("details:not([open]) > summary", has_text="Affiner")
    if folded.count():
        folded.click()
    page.get_by_label(label, exact=True).select_option(value)


def column(page: Page, table: str, number: int) -> list[str]:
    return page.locator(f"{table} tbody tr:not(.hatched) > :nth-child({number})").all_inner_texts()


@pytest.mark.parametrize("words", ["vente privée", "Veepee", "VENTE-PRIVEE"])
def test_a_name_is_found_by_each_of_its_spellings(page: Page, address: str, words: str) -> None:
    page.goto(address + "/recherche/")
    assert ask(page, words) == "Vente-privée"
    choose(page, "Nature", "organisation")
    expect(page.locator(ANSWERS)).to_have_count(1)
    page.keyboard.press("Tab")
    page.locator(ANSWERS).first.click()
    assert page.url == address + "/noms/vente-privee/"


def test_every_word_of_a_page_is_found_with_what_surrounds_it(page: Page, address: str) -> None:
    page.goto(address + "/recherche/?q=trophees")
    expect(page.locator("#search-results mark").first).to_be_visible()
    assert "troph" in page.locator("#search-results mark").first.inner_text().lower()
    assert not page.locator("#by-letter").is_visible()


@pytest.mark.parametrize(("words", "title"), [("nespreso", "Nespresso"), ("palmes 2011", "Palmes 2011")])
def test_a_slip_still_finds_and_what_is_called_so_comes_first(page: Page, address: str, words: str, title: str) -> None:
    page.goto(address + "/recherche/")
    page.get_by_role("searchbox").fill(words)
    expect(page.locator(ANSWERS).first).to_have_text(title)


def test_a_search_is_narrowed_and_its_address_shows_the_same_to_others(page: Page, address: str) -> None:
    page.goto(address + "/recherche/?q=client")
    expect(page.locator(ANSWERS).first).to_be_visible()
    choose(page, "Prix", "palmes")
    choose(page, "Nature", "edition")
    expect(page.locator(ANSWERS).first).to_contain_text("Palmes")
    found = page.locator(ANSWERS).all_inner_texts()
    page.reload()
    expect(page.locator(ANSWERS)).to_have_count(len(found))
    assert page.locator(ANSWERS).all_inner_texts() == found
    page.get_by_role("button", name="Tout effacer").click()
    expect(page).to_have_url(address + "/recherche/")
    expect(page.locator("#by-letter")).to_be_visible()


def test_the_arrow_keys_lead_through_the_answers(page: Page, address: str) -> None:
    page.goto(address + "/recherche/")
    ask(page, "palmes")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(ANSWERS).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_where_webassembly_may_not_run_the_titles_answer(page: Page, address: str) -> None:
    page.goto(address + "/recherche/?strict")
    assert ask(page, "Veepee") == "Vente-privée"
    assert page.locator("#search-results mark").count() == 0


def test_the_search_of_the_home_page_answers_from_a_disk(page: Page, built: Path) -> None:
    page.goto((built / "index.html").as_uri())
    page.get_by_role("searchbox").first.fill("mercedes")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche/index.html?q=mercedes")
    page.locator("#search-results li").first.wait_for()
    assert "Mercedes" in page.locator("#search-results").inner_text()


def test_a_search_answers_from_a_disk(page: Page, built: Path) -> None:
    page.goto((built / "recherche" / "index.html").as_uri())
    assert ask(page, "vente privee") == "Vente-privée"
    choose(page, "Prix", "escda")
    page.locator(ANSWERS).first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "Vente-privée"


def test_laureates_of_one_award_have_an_address_and_a_way_back(page: Page, address: str) -> None:
    page.goto(address + "/laureats/")
    every = page.locator(".letter li:visible").count()
    choose(page, "Prix", "escda")
    assert page.url == address + "/laureats/?award=escda"
    few = page.locator(".letter li:visible").count()
    assert 0 < few < every
    assert page.get_by_role("status").inner_text() == f"{few} lauréats"
    shown = page.locator(".title-link:visible")
    assert set(shown.evaluate_all("all => all.map(one => one.dataset.award)")) == {"escda"}
    choose(page, "Année", "2011")
    fewer = page.locator(".letter li:visible").count()
    assert fewer < few
    page.reload()
    assert page.locator(".letter li:visible").count() == fewer
    page.go_back()
    expect(page.locator(".letter li:visible")).to_have_count(few)
    page.go_back()
    expect(page.locator(".letter li:visible")).to_have_count(every)


def test_a_table_is_sorted_by_keyboard(page: Page, address: str) -> None:
    page.goto(address + "/prix/escda/")
    table = "table.editions"
    before = column(page, table, 1)
    header = page.locator(f"{table} th", has_text="Titres")
    header.get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert header.get_attribute("aria-sort") == "ascending"
    counts = column(page, table, 4)
    known = [int(text) for text in counts if text.isdigit()]
    assert known == sorted(known)
    assert not counts[-1].isdigit()
    page.keyboard.press("Space")
    assert header.get_attribute("aria-sort") == "descending"
    down = [int(text) for text in column(page, table, 4) if text.isdigit()]
    assert down == sorted(known, reverse=True)
    assert page.locator(f"{table} tr:has(> th:has-text('2018')) + .hatched").count() == 1
    page.keyboard.press("Enter")
    assert header.get_attribute("aria-sort") is None
    assert column(page, table, 1) == before


def test_the_choice_of_colours_is_kept(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(address + "/")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Couleurs").click()
    page.get_by_role("button", name="claires").click()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark != light
    page.goto(address + "/records/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark
    page.get_by_role("button", name="sombres").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == light


def test_without_a_script_there_is_nothing_that_needs_one(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "/recherche/")
    assert page.get_by_text("La recherche demande JavaScript").is_visible()
    assert page.get_by_role("button").count() == 0
    page.locator("#by-letter").wait_for()
    page.goto(address + "/laureats/?award=escda")
    assert page.get_by_role("button").count() == 0
    assert page.locator(".letter li:visible").count() == page.locator(".letter li").count()
    context.close()


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_axe_finds_nothing_among_answers(page: Page, address: str, width: int, scheme: Scheme) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    for url, shown in (("/recherche/?q=palmes&kind=edition", ANSWERS), ("/laureats/?award=escda", ".letter a")):
        page.goto(address + url)
        expect(page.locator(shown).first).to_be_visible()
        assert violations(page) == []
