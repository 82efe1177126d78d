"""The reference archive, served on loopback, and a browser to read it with."""

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

POLICY = "default-src 'self'"
SEARCH_POLICY = f"{POLICY}; script-src 'self' 'wasm-unsafe-eval'"
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


# Not longer than a module: playwright keeps an event loop running, which other tests start their own of.
@pytest.fixture(scope="module")
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
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()
