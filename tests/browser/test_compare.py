"""Two names, awards or years side by side: chosen in the page, in an address to share, and without a script."""

import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect


def test_an_address_sets_two_names_side_by_side(page: Page, address: str) -> None:
    page.goto(f"{address}/comparer/?a=mercedes-benz&b=nespresso")
    table = page.locator("#compared")
    expect(table.get_by_role("columnheader")).to_have_text(["Mercedes-Benz", "Nespresso"])
    expect(table.get_by_role("row", name="Titres")).to_have_text("Titres43")
    table.get_by_role("link", name="Palme Voix du Client").first.click()
    assert "/prix/palmes/2011/" in page.url


def test_the_page_of_a_name_leads_to_its_comparison_with_another(page: Page, address: str) -> None:
    page.goto(f"{address}/noms/mercedes-benz/")
    page.get_by_role("link", name="Comparer à un autre nom").click()
    expect(page.get_by_label("Un nom")).to_have_value("Mercedes-Benz")
    page.get_by_label("et un autre").fill("Groupama")
    page.get_by_role("button", name="Comparer").click()
    expect(page.locator("#compared caption")).to_have_text("Mercedes-Benz – Groupama")
    assert page.url.endswith("?a=mercedes-benz&b=groupama")
    page.get_by_label("et un autre").fill("Nul et Personne")
    page.get_by_role("button", name="Comparer").click()
    expect(page.get_by_role("status")).to_have_text("L’archive n’a aucun nom écrit ainsi : Nul et Personne")
    page.go_back()
    expect(page.locator("#compared caption")).to_have_text("Mercedes-Benz – Groupama")


def test_two_awards_are_set_side_by_side_edition_by_edition(page: Page, address: str) -> None:
    page.goto(f"{address}/comparer/?a=nespresso")
    page.get_by_label("Que comparer").select_option("Prix")
    page.get_by_label("Un prix").fill("Les Palmes de la Relation Client")
    page.get_by_label("et un autre prix").fill("Élection du Service Client de l’Année")
    page.get_by_role("button", name="Comparer").click()
    table = page.locator("#compared")
    expect(table.get_by_role("columnheader")).to_have_text(
        ["Les Palmes de la Relation Client", "Élection du Service Client de l’Année"]
    )
    assert page.url.endswith("?of=awards&a=palmes&b=escda")
    expect(table.get_by_role("row", name="Éditions")).to_have_text("Éditions45")
    latest = table.get_by_role("row", name="2011")
    expect(latest.get_by_role("cell").first).to_contain_text("Mercedes-Benz")
    latest.get_by_role("link", name="Nespresso").last.click()
    assert "/prix/escda/2011/#" in page.url


def test_two_years_are_set_side_by_side_award_by_award(page: Page, address: str) -> None:
    page.goto(f"{address}/comparer/?of=years&a=2010&b=2011")
    expect(page.get_by_label("Que comparer")).to_have_value("years")
    expect(page.get_by_label("Une année", exact=True)).to_have_value("2010")
    table = page.locator("#compared")
    expect(table.get_by_role("columnheader")).to_have_text(["2010", "2011"])
    palmes = table.get_by_role("row", name="Les Palmes de la Relation Client")
    expect(palmes.get_by_role("cell").last).to_contain_text("Mercedes-Benz")
    # A winner whose category nobody knows is one all the same.
    unsorted = table.get_by_role("row", name="Élection du Service Client de l’Année").get_by_role("cell").last
    expect(unsorted).to_contain_text("Nespresso")
    palmes.get_by_role("link", name="Mercedes-Benz").last.click()
    assert "/prix/palmes/2011/#" in page.url
    page.goto(f"{address}/comparer/?of=years&a=2010&b=1492")
    expect(page.get_by_role("status")).to_have_text("L’archive n’a aucune édition de cette année : 1492")


def test_what_stands_side_by_side_is_announced_and_has_the_focus(page: Page, address: str) -> None:
    page.goto(f"{address}/comparer/")
    page.get_by_label("Un nom").fill("mercedes benz")
    page.get_by_label("et un autre").fill("GROUPAMA")
    page.get_by_role("button", name="Comparer").click()
    expect(page.get_by_role("status")).to_have_text("Côte à côte : Mercedes-Benz – Groupama")
    expect(page.locator(".table:has(#compared)")).to_be_focused()
    page.get_by_label("Que comparer").select_option("Prix")
    expect(page.locator("#compared")).not_to_be_visible()
    expect(page).to_have_title(re.compile("^Comparer"))
    assert page.url.endswith("/comparer/")


def test_a_name_that_is_nearly_right_is_offered(page: Page, address: str) -> None:
    page.goto(f"{address}/comparer/?a=nespresso")
    page.get_by_label("et un autre").fill("Mercedes")
    page.get_by_role("button", name="Comparer").click()
    page.get_by_role("status").get_by_role("link", name="Mercedes-Benz").click()
    expect(page.locator("#compared caption")).to_have_text("Nespresso – Mercedes-Benz")


def test_an_address_that_asks_for_nothing_to_compare_says_so(page: Page, address: str) -> None:
    says = page.get_by_role("status")
    page.goto(f"{address}/comparer/?a=nespresso&b=nespresso")
    expect(says).to_have_text("C’est deux fois le même. Choisissez-en un autre : Nespresso")
    page.goto(f"{address}/comparer/?of=juries&a=2010&b=2011")
    expect(says).to_have_text("L’adresse demande ce qui ne se compare pas ici : juries")


def test_awards_and_years_lead_to_their_comparison(page: Page, address: str) -> None:
    page.goto(f"{address}/prix/palmes/")
    page.get_by_role("link", name="Comparer à un autre prix").click()
    expect(page.get_by_label("Un prix")).to_have_value("Les Palmes de la Relation Client")
    page.goto(f"{address}/annees/2011/")
    page.get_by_role("link", name="Comparer à une autre année").click()
    expect(page.get_by_label("Une année", exact=True)).to_have_value("2011")


def test_from_a_disk_the_page_says_at_once_that_it_compares_nothing(page: Page, built: Path) -> None:
    page.goto((built / "comparer/index.html").as_uri())
    expect(page.get_by_role("status")).to_contain_text("Cela marche là où l’archive est en ligne")
    assert page.locator("#compare").count() == 0


def test_without_a_script_the_page_says_so_and_compares_many(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/comparer/")
    assert page.get_by_text("Mettre côte à côte deux noms, prix ou années demande JavaScript").is_visible()
    assert not page.locator("#compare").is_visible()
    assert page.get_by_role("table").get_by_role("link", name="Mercedes-Benz").is_visible()
    page.goto(f"{address}/noms/mercedes-benz/")
    assert not page.get_by_text("Comparer à un autre nom").is_visible()
    context.close()
