"""Pictures as a browser shows them: the logo for the colours that the reader sees, one file of many, nothing moved."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.build.test_crafting import FILES, SITE
from tests.conftest import SETTINGS, write
from tests.small import build


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("pictures")
    (root / "site.toml").write_text(SETTINGS, encoding="utf-8")
    write(root, SITE)
    for name, data in FILES.items():
        (root / "content/media" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "content/media" / name).write_bytes(data)
    build(root)
    return root / "_site"


@pytest.fixture
def asked(own_page: Page) -> list[str]:
    """The pictures that a page has fetched."""
    found: list[str] = []
    own_page.on("requestfinished", lambda request: found.append(request.url) if "/media/" in request.url else None)
    return found


def test_the_logo_follows_the_colours_also_where_the_reader_chose_them(page: Page, output: Path) -> None:
    page.goto((output / "noms/bun/index.html").as_uri())
    shown = {name: page.locator(f".face .{name}") for name in ("by-day", "by-night")}
    assert (shown["by-day"].is_visible(), shown["by-night"].is_visible()) == (True, False)
    page.emulate_media(color_scheme="dark")
    assert (shown["by-day"].is_visible(), shown["by-night"].is_visible()) == (False, True)
    for scheme, dark in (("light", False), ("dark", True)):
        page.emulate_media(color_scheme="dark" if scheme == "light" else "light")
        page.evaluate("scheme => document.documentElement.dataset.scheme = scheme", scheme)
        assert (shown["by-day"].is_visible(), shown["by-night"].is_visible()) == (not dark, dark)
    page.emulate_media(media="print", color_scheme="dark")
    assert (shown["by-day"].is_visible(), shown["by-night"].is_visible()) == (True, False)


def test_only_the_logo_that_is_seen_is_fetched(own_page: Page, output: Path, asked: list[str]) -> None:
    own_page.goto((output / "noms/bun/index.html").as_uri())
    own_page.wait_for_load_state("networkidle")
    [url] = asked
    assert "/media/bun-160." in url


def test_a_small_place_fetches_a_small_file(own_page: Page, output: Path, asked: list[str]) -> None:
    own_page.goto((output / "prix/crumble/2011/index.html").as_uri())
    own_page.locator(".portrait").scroll_into_view_if_needed()
    own_page.wait_for_load_state("networkidle")
    [url] = asked
    assert "/media/ann-160." in url
    assert url.endswith(".avif")
    box = own_page.locator(".portrait img").bounding_box()
    assert box
    rem = own_page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    assert box["width"] == box["height"] == pytest.approx(3.4 * rem, abs=1)


@pytest.mark.parametrize("width", [320, 1280])
def test_a_page_of_pictures_stays_in_its_window_and_does_not_move(browser: Browser, output: Path, width: int) -> None:
    page = browser.new_context(viewport={"width": width, "height": 800}).new_page()
    page.goto((output / "articles/night/index.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    sizes = "all => all.map(one => [one.getBoundingClientRect().width, one.getBoundingClientRect().height])"
    before = page.locator("figure img").evaluate_all(sizes)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    page.wait_for_load_state("networkidle")
    assert page.locator("figure img").evaluate_all(sizes) == before
    assert min(side for box in before for side in box) > 40
    page.context.close()
