"""Charts as readers meet them: read by a screen reader, on a phone, on paper."""

import re

from playwright.sync_api import Page, expect

DRAWN = (
    *("/prix/palmes/", "/prix/escda/", "/prix/palmes/categorie/innovation/", "/prix/24h-conseiller/2012/"),
    *("/records/", "/noms/mercedes-benz/", "/lacunes/", "/prix/"),
)


def test_a_screen_reader_meets_the_table_of_a_chart_and_not_its_drawing(page: Page, address: str) -> None:
    page.goto(f"{address}/prix/palmes/")
    chart = page.get_by_role("figure", name=re.compile("Titres par édition"))
    closed = chart.aria_snapshot()
    assert "table" not in closed
    assert "img" not in closed
    assert "≥ 4" not in closed
    summary = chart.locator("summary")
    summary.focus()
    page.keyboard.press("Enter")
    table = chart.get_by_role("table", name="Titres par édition")
    expect(table).to_be_visible()
    read = table.aria_snapshot()
    rows = [line for line in read.splitlines() if "- row " in line]
    assert [re.sub(r"\s+", " ", row.split('"')[1]) for row in rows] == [
        "Édition conservé premier titre dans l’archive lauréat inconnu Titres",
        "2008 – – – ?",
        "2009 – – 4 ≥ 4",
        "2010 – 1 3 ≥ 4",
        "2011 1 5 – 6",
    ]


def test_every_drawing_is_hidden_from_screen_readers_and_has_its_table(page: Page, address: str) -> None:
    for url in DRAWN:
        page.goto(address + url)
        charts = page.locator("figure.plot:has([aria-hidden] .strokes)")
        assert charts.count() > 0, url
        for number in range(charts.count()):
            assert charts.nth(number).locator("details table").count() == 1, url
            assert charts.nth(number).locator("[aria-hidden=true] :is(a, button)").count() == 0, url


def test_labels_of_a_drawing_neither_meet_nor_leave_the_page(page: Page, address: str) -> None:
    widths = (320, 360, 768, 1000, 1280)
    for url in DRAWN:
        page.set_viewport_size({"width": widths[0], "height": 900})
        page.goto(address + url)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate(_COLLISIONS) == [], (url, width)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (url, width)


def test_tables_of_charts_are_open_on_paper(page: Page, address: str) -> None:
    page.goto(f"{address}/prix/palmes/")
    page.emulate_media(media="print")
    expect(page.locator("figure.plot details table").first).to_be_visible()


_COLLISIONS = """() => {
  const wrong = [];
  const boxes = (root, what) => [...root.querySelectorAll(':scope > ' + what)]
    .map(each => ({text: each.textContent, at: each.getBoundingClientRect()})).filter(each => each.at.width);
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  for (const svg of document.querySelectorAll('.plot svg')) {
    const texts = boxes(svg, 'text');
    for (const one of texts) {
      if (one.at.left < 0 || one.at.right > innerWidth) wrong.push(one.text + ' leaves the page');
      for (const other of texts)
        if (one !== other && meet(one.at, other.at)) wrong.push(one.text + ' meets ' + other.text);
    }
  }
  for (const svg of document.querySelectorAll('.lane .strokes')) {
    const bars = boxes(svg, 'line:not(.thread)');
    for (const {text, at} of boxes(svg, 'text'))
      if (!bars.some(bar => bar.at.left <= at.left && at.right <= bar.at.right)) wrong.push(text + ' leaves its bar');
  }
  return wrong;
}"""
"""Labels that overlap or leave the page, and names that are longer than their stroke."""
