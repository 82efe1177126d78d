"""Two names, awards or years side by side: chosen in the page, in an address to share, and without a script."""

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
    expect(page.get_by_role("status")).to_contain_text("Nul et Personne")
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
    expect(table.get_by_role("row", name="2018").get_by_role("cell")).to_have_text(["–", "2018"])
    table.get_by_role("link", name="2011").last.click()
    assert page.url.endswith("/prix/escda/2011/")


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
    expect(page.get_by_role("status")).to_have_text("L’archive n’en a aucun de ce nom : 1492")


def test_without_a_script_the_page_says_so_and_compares_many(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/comparer/")
    assert page.get_by_text("Choisir deux noms demande JavaScript.").is_visible()
    assert not page.locator("#compare").is_visible()
    assert page.get_by_role("table").get_by_role("link", name="Mercedes-Benz").is_visible()
    context.close()
