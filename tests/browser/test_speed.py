"""What a reader does not wait for: the next page fetched ahead, nothing fetched in vain, nothing that moves."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from palmarium.theming.assets import joined
from tests.browser.test_reading import KINDS
from tests.theme_sheets import classes, styles

AHEAD = "link[rel=prefetch]"
BUDGET = 30_000
"""Bytes of a page and its style sheets, compressed as any server does."""
THEMES = Path(__file__).parent.parent.parent / "themes"
RULES = "[...document.styleSheets].map(sheet => [...sheet.cssRules].map(rule => rule.cssText).join('\\n'))"
CLASSES = "[...new Set([...document.querySelectorAll('[class]')].flatMap(one => [...one.classList]))]"
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


def test_the_page_that_a_reader_is_about_to_open_is_fetched_once(own_page: Page, address: str) -> None:
    own_page.goto(address + "/")
    assert own_page.locator(AHEAD).count() == 0
    with own_page.expect_request(address + "/records/") as asked:
        hover(own_page, "Records")
    assert asked.value.is_navigation_request() is False
    hover(own_page, "Lacunes")
    hover(own_page, "Records")
    own_page.locator(".menu").get_by_role("link", name="Années").focus()
    own_page.wait_for_timeout(200)
    ahead = own_page.locator(AHEAD).evaluate_all("all => all.map(one => one.href)")
    assert ahead == [f"{address}/{name}/" for name in ("records", "lacunes", "annees")]


@pytest.mark.parametrize("connection", [SAVING, SLOW])
def test_nothing_is_fetched_ahead_where_data_are_dear(own_page: Page, address: str, connection: str) -> None:
    own_page.add_init_script(connection)
    own_page.goto(address + "/")
    hover(own_page, "Records")
    assert own_page.locator(AHEAD).count() == 0


def test_nothing_is_fetched_ahead_from_a_disk_or_of_this_page(own_page: Page, address: str, built: Path) -> None:
    own_page.goto((built / "index.html").as_uri())
    hover(own_page, "Records")
    assert own_page.locator(AHEAD).count() == 0
    own_page.goto(address + "/donnees/")
    own_page.locator("main a[href$='.csv']").first.hover()
    own_page.wait_for_timeout(200)
    assert own_page.locator(AHEAD).count() == 0


def sheets_of(built: Path, page: bytes) -> tuple[Path, ...]:
    """Those that a screen waits for, the one that all have first."""
    links = re.findall(r'rel="stylesheet" href="[^"]*/(css/[^"/]+)">', page.decode())
    return tuple(built / "assets" / link for link in links)


def test_a_page_and_its_style_sheets_are_small_and_no_script_holds_them_up(built: Path) -> None:
    heavy, blocking, first = {}, [], set()
    for path in built.rglob("*.html"):
        page = path.read_bytes()
        sheets = sheets_of(built, page)
        first |= set(sheets[:1])
        size = sum(len(gzip.compress(each, 6)) for each in (page, *(sheet.read_bytes() for sheet in sheets)))
        if size > BUDGET:
            heavy[path.relative_to(built).as_posix()] = size
        assert len(sheets) == 2
        assert page.count(b'rel="stylesheet"') == 3
        assert len(re.findall(rb'/css/paper\.[0-9a-f]{10}\.css" media="print">', page)) == 1
        scripts = re.findall(r"<script\b[^>]*\bsrc=[^>]*>", page.decode())
        blocking += [tag for tag in scripts if not re.search(r"\s(?:defer|async)>", tag)]
    assert (heavy, blocking) == ({}, [])
    assert len(first) == 1


def test_the_sheets_of_a_page_have_the_rules_of_every_class_on_it(page: Page, address: str, built: Path) -> None:
    """In what is published, and once its scripts have run."""
    asked, by_kind = classes("ceremonie")
    lost = {}
    for path in built.rglob("*.html"):
        text = path.read_bytes()
        had = {word for said in re.findall(r'\sclass="([^"]*)"', text.decode()) for word in said.split()}
        if missed := had & asked - by_kind[kind_of(built, text)]:
            lost[path.relative_to(built).as_posix()] = missed
    assert lost == {}
    for url in (*KINDS, "/recherche/?q=mercedes", "/comparer/?a=orange&b=mercedes-benz"):
        page.goto(address + url, wait_until="networkidle" if "?" in url else "load")
        if missed := set(page.evaluate(CLASSES)) & asked - by_kind[kind_of(built, page.content().encode())]:
            lost[url] = missed
    assert lost == {}


def kind_of(built: Path, page: bytes) -> str:
    return f"page/{sheets_of(built, page)[-1].name.partition('.')[0]}.html"


def test_a_browser_reads_the_same_rules_in_the_sheets_that_are_published_and_in_their_sources(page: Page) -> None:
    found = {
        name: (THEMES / theme / "assets" / name).read_bytes()
        for theme in ("base", "ceremonie")
        for name in styles("ceremonie")
        if (THEMES / theme / "assets" / name).exists()
    }
    sheet = joined({name: name for name in found}, found, styles("ceremonie"))
    rules, values = [], []
    for text in ("\n".join(found[name].decode() for name in styles("ceremonie")), sheet):
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
    path = built / "prix/escda/2011/index.html"
    whole = path.read_text("utf-8")
    drawing = whole[: whole.index("</svg>", whole.index('class="emblem"'))]
    sheet = "".join(each.read_text("utf-8") for each in sheets_of(built, path.read_bytes()))
    place = "document.querySelector('.emblem .drawn').getBoundingClientRect().toJSON()"
    seen = []
    for text in (drawing, whole):
        page.set_content(re.sub(r"<(?:link|script)[^>]*>", "", text))
        page.add_style_tag(content=sheet)
        seen.append(page.evaluate(place))
    assert seen[0] == seen[1]
