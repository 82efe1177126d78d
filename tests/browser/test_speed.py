"""What a reader does not wait for: the next page fetched ahead, nothing fetched in vain, nothing that moves."""

import gzip
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from tests.browser.test_reading import KINDS

AHEAD = "link[rel=prefetch]"
BUDGET = 30_000
"""Bytes of a page and its style sheet, compressed as any server does."""
SHEET = 15_000
"""Those of the sheet alone."""
THEMES = Path(__file__).parent.parent.parent / "themes"
RULES = "[...document.styleSheets].map(sheet => [...sheet.cssRules].map(rule => rule.cssText).join('\\n'))"
MOVES = """new Promise(done => {
  const scripts = performance.getEntriesByType('resource').filter(one => one.initiatorType === 'script');
  const first = Math.min(...scripts.map(one => one.responseEnd));
  new PerformanceObserver(list => done(
    list.getEntries().reduce(([before, after], one) => one.startTime < first
      ? [before + one.value, after] : [before, after + one.value], [0, 0])
  )).observe({ type: 'layout-shift', buffered: true });
  setTimeout(done, 150, [0, 0]);
})"""
"""How far the page has moved: while it was read, and since its scripts ran."""
PAINTED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))"
WELL = 0.1
"""Where web.dev finds a Cumulative Layout Shift no longer good; a table whose lower rows come late moves a little."""
SAVING = "Object.defineProperty(navigator, 'connection', {value: {saveData: true, effectiveType: '4g'}})"
SLOW = "Object.defineProperty(navigator, 'connection', {value: {saveData: false, effectiveType: '3g'}})"


def hover(page: Page, name: str) -> None:
    """Longer than a pointer that passes over it."""
    page.mouse.move(0, 0)
    page.locator(".menu").get_by_role("link", name=name).hover()
    page.wait_for_timeout(200)


def test_the_page_that_a_reader_is_about_to_open_is_fetched_once(page: Page, address: str) -> None:
    page.goto(address + "/")
    assert page.locator(AHEAD).count() == 0
    with page.expect_request(address + "/records/") as asked:
        hover(page, "Records")
    assert asked.value.is_navigation_request() is False
    hover(page, "Lacunes")
    hover(page, "Records")
    page.locator(".menu").get_by_role("link", name="Années").focus()
    page.wait_for_timeout(200)
    ahead = page.locator(AHEAD).evaluate_all("all => all.map(one => one.href)")
    assert ahead == [f"{address}/{name}/" for name in ("records", "lacunes", "annees")]


@pytest.mark.parametrize("connection", [SAVING, SLOW])
def test_nothing_is_fetched_ahead_where_data_are_dear(page: Page, address: str, connection: str) -> None:
    page.add_init_script(connection)
    page.goto(address + "/")
    hover(page, "Records")
    assert page.locator(AHEAD).count() == 0


def test_nothing_is_fetched_ahead_from_a_disk_or_of_this_page(page: Page, address: str, built: Path) -> None:
    page.goto((built / "index.html").as_uri())
    hover(page, "Records")
    assert page.locator(AHEAD).count() == 0
    page.goto(address + "/donnees/")
    page.locator("main a[href$='.csv']").first.hover()
    page.wait_for_timeout(200)
    assert page.locator(AHEAD).count() == 0


def test_a_page_and_its_style_sheet_are_small_and_no_script_holds_them_up(built: Path) -> None:
    (sheet,) = (built / "assets/css").glob("site.*.css")
    style = len(gzip.compress(sheet.read_bytes(), 6))
    heavy, blocking = {}, []
    for path in built.rglob("*.html"):
        page = path.read_bytes()
        size = style + len(gzip.compress(page, 6))
        if size > BUDGET:
            heavy[path.relative_to(built).as_posix()] = size
        assert page.count(b'rel="stylesheet"') == 1
        scripts = re.findall(r"<script\b[^>]*\bsrc=[^>]*>", page.decode())
        blocking += [tag for tag in scripts if not re.search(r"\s(?:defer|async)>", tag)]
    assert (heavy, blocking) == ({}, [])
    assert style < SHEET


def test_a_browser_reads_the_same_rules_in_the_sheet_that_is_published_and_in_its_sources(
    page: Page, built: Path
) -> None:
    sources = [
        (THEMES / theme / "assets" / name).read_text("utf-8")
        for theme in ("base", "ceremonie")
        for name in tomllib.loads((THEMES / theme / "theme.toml").read_text("utf-8"))["styles"]
    ]
    (sheet,) = (built / "assets/css").glob("site.*.css")
    rules, values = [], []
    for text in ("\n".join(sources), sheet.read_text("utf-8")):
        page.set_content("<p>")
        page.add_style_tag(content=re.sub(r"url\([^)]*\)", "url(a)", text))
        # What holds a custom property is handed on as it was written, line ends and all.
        (said,) = page.evaluate(RULES)
        rules.append(EMPTY.sub("", re.sub(r"(?<=[(,:])\s+|\s+(?=[\s)])", "", SET.sub("", said))))
        values.append([page.evaluate(VALUES, NAMES) for _ in conditions(page)])
    assert len(rules[0]) > 45_000
    assert rules[0] == rules[1]
    assert len(NAMES) > 40
    assert values[0] == values[1], "a property of a theme below that the theme sets itself is left out, and no other"


SET = re.compile(r"(?<![-\w(])--[-\w]+:[^;{}]*;")
EMPTY = re.compile(r"(?:(?:@media|:root)[^{};]*\{\s*\}\s*)+")
NAMES = sorted(
    {name for path in THEMES.glob("*/assets/css/**/*.css") for name in re.findall(r"--[-\w]+", path.read_text("utf-8"))}
)
VALUES = """names => {
  const style = getComputedStyle(document.documentElement);
  return [...names.map(name => style.getPropertyValue(name).replace(/\\s+/g, '')), style.colorScheme];
}"""


def conditions(page: Page) -> Iterator[None]:
    """A page on screens small and large, light and dark, by the reader's choice too, and on paper."""
    for width in (360, 800, 1100, 1600):
        page.set_viewport_size({"width": width, "height": 800})
        yield
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for chosen in ("", "light", "dark"):
            page.evaluate("scheme => document.documentElement.dataset.scheme = scheme", chosen)
            yield
    page.emulate_media(media="print")
    yield
    page.emulate_media(media="screen", color_scheme="light")


@pytest.mark.parametrize("width", [360, 1280])
def test_no_script_moves_what_a_reader_reads(page: Page, address: str, width: int) -> None:
    def late(route: Route) -> None:
        """Until the page was read and painted whole; the scripts below wait for the first."""
        page.wait_for_function("document.readyState !== 'loading'")
        page.evaluate(PAINTED)
        route.continue_()

    page.route("**/scheme.*.js", late)
    page.set_viewport_size({"width": width, "height": 900})
    moved = {}
    for url in KINDS:
        page.goto(address + url)
        while_read, by_scripts = page.evaluate(MOVES)
        if while_read > WELL or by_scripts:
            moved[url] = while_read, by_scripts
    assert moved == {}


def test_an_emblem_stays_where_it_is_when_its_page_comes_slowly(page: Page, built: Path) -> None:
    whole = (built / "prix/escda/2011/index.html").read_text("utf-8")
    drawing = whole[: whole.index("</svg>", whole.index('class="emblem"'))]
    sheet = next((built / "assets/css").glob("site.*.css")).read_text("utf-8")
    place = "document.querySelector('.emblem .drawn').getBoundingClientRect().toJSON()"
    seen = []
    for text in (drawing, whole):
        page.set_content(re.sub(r"<(?:link|script)[^>]*>", "", text))
        page.add_style_tag(content=sheet)
        seen.append(page.evaluate(place))
    assert seen[0] == seen[1]
