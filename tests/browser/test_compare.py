"""Two names side by side: chosen in the page, in an address that can be shared, and without a script."""

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


def test_without_a_script_the_page_says_so_and_compares_many(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/comparer/")
    assert page.get_by_text("Choisir deux noms demande JavaScript.").is_visible()
    assert not page.locator("#compare").is_visible()
    assert page.get_by_role("table").get_by_role("link", name="Mercedes-Benz").is_visible()
    context.close()
