"""The reference archive, served on loopback, and a browser to read it with."""

import contextlib
import functools
import http.server
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from palmarium.build import pipeline
from palmarium.build.work import silent
from tests.conftest import ROOT, alone

POLICY = "default-src 'self'"
SEARCH_POLICY = f"{POLICY}; script-src 'self' 'wasm-unsafe-eval'"
SIZE: ViewportSize = {"width": 1280, "height": 900}
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Files below one folder, under the strictest content security policy that the site promises.

    The search page alone may run WebAssembly; `?strict` asks for it as a host would send it that allows none.
    """

    def end_headers(self) -> None:
        may_search = self.path.partition("?")[0].endswith("/recherche/") and "strict" not in self.path
        self.send_header("Content-Security-Policy", SEARCH_POLICY if may_search else POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def built(reference: Path) -> Path:
    """The output of the reference archive, in `archives/` below a folder that is served whole."""
    return reference / "archives"


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """Where the site is served: below a path of its host, as many sites are."""
    handler = functools.partial(Quiet, directory=str(built.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/archives"
        server.shutdown()


@pytest.fixture(scope="session")
def in_theme(shared: Path) -> Iterator[Callable[[str], str]]:
    """Where the reference archive is served in another theme that comes with the program; built once for each."""
    with contextlib.ExitStack() as servers:

        @functools.cache
        def served(theme: str) -> str:
            handler = functools.partial(
                Quiet, directory=str(alone(shared, theme, functools.partial(_wear, theme)) / "_site")
            )
            server = servers.enter_context(http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            servers.callback(server.shutdown)
            return f"http://127.0.0.1:{server.server_port}"

        yield served


def _wear(theme: str, root: Path) -> None:
    for name in ("editions", "content"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "urls.lock", root)
    settings = (ROOT / "site.toml").read_text("utf-8").replace('"pagefind"', '"script"')
    (root / "site.toml").write_text(
        settings.replace('theme = "ceremonie"', f'theme = "{theme}"\ncards = false'), "utf-8"
    )
    assert [problem for problem in pipeline.build(root, silent).problems if problem.level == "error"] == []


# Not longer than the tests of this folder: playwright keeps an event loop running, which others start their own of.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    path = next((found for name in _BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        if os.environ.get("PALMARIUM_BROWSER") == "required":
            pytest.fail("no Chromium here, and PALMARIUM_BROWSER=required")
        pytest.skip("no Chromium here; on Debian: apt-get install chromium")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=flags)


@pytest.fixture
def own_page(browser: Browser) -> Iterator[Page]:
    """A page that has stored nothing yet, and that no later test gets, for what can't be undone."""
    context = browser.new_context(viewport=SIZE)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="package")
def _window(browser: Browser) -> Page:
    """To open one takes longer than most tests take to read."""
    return browser.new_context(viewport=SIZE).new_page()


@pytest.fixture
def page(_window: Page) -> Iterator[Page]:
    """The page of all tests, left as it was found: nothing stored or routed, and no other page beside it."""
    yield _window
    for other in _window.context.pages[1:]:
        other.close()
    _window.unroute_all()
    _window.evaluate("() => { try { localStorage.clear(); sessionStorage.clear() } catch {} }")
    _window.context.clear_cookies()
    _window.goto("about:blank")
    _window.emulate_media(media="null", color_scheme="null", reduced_motion="null")
    _window.set_viewport_size(SIZE)
    _window.mouse.move(0, 0)
