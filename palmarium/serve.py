"""Show the built site while it is edited: build again on each save, and reload the browser.

Owns: the livereload and tornado libraries; the preview's address, its Host check, its error block.
Never: knows what a build is (that is the callable `rebuild`), or answers another machine.
"""

import asyncio
import html
import re
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.watcher import Watcher
from tornado import httpserver, ioloop, web, wsgi

HOST = "127.0.0.1"
PAUSE = 200
"""Milliseconds between two looks at the watched files."""

Rebuild = Callable[[], tuple[str, ...]]
"""Builds once more and returns its errors as texts: none means that the new site stands."""

Fetch = Callable[[str], bytes | None]
"""The bytes of a file below the output folder, or None."""

_OUR_NAMES = r"(?:localhost|127\.0\.0\.1|\[::1\])"
_STYLE = "/palmarium-preview.css"
_SCRIPT = '<script src="/livereload.js" defer></script>'
_CSS = b"""\
#palmarium-preview{all:initial;display:block;position:sticky;top:0;z-index:9999;max-height:70vh;overflow:auto;
padding:1rem 1.5rem;background:#7a1020;color:#fff;border-bottom:4px solid #ffd7a8;font:16px/1.5 system-ui,sans-serif}
#palmarium-preview strong{display:block;font-weight:700}
#palmarium-preview pre{margin:.75rem 0 0;white-space:pre-wrap;font:14px/1.45 ui-monospace,monospace;color:#fff}
"""
_TYPES = MappingProxyType(
    {
        "html": "text/html; charset=utf-8",
        "css": "text/css; charset=utf-8",
        "js": "text/javascript; charset=utf-8",
        "json": "application/json; charset=utf-8",
        "xml": "application/xml; charset=utf-8",
        "atom": "application/atom+xml; charset=utf-8",
        "txt": "text/plain; charset=utf-8",
        "csv": "text/csv; charset=utf-8",
        "ics": "text/calendar; charset=utf-8",
        "svg": "image/svg+xml",
        "png": "image/png",
        "jpg": "image/jpeg",
        "jpeg": "image/jpeg",
        "gif": "image/gif",
        "webp": "image/webp",
        "avif": "image/avif",
        "ico": "image/x-icon",
        "woff2": "font/woff2",
        "pdf": "application/pdf",
    }
)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a request is answered with; `location` where it is sent elsewhere."""

    status: str
    type: str
    body: bytes
    location: str = ""


def serve(rebuild: Rebuild, fetch: Fetch, watched: Iterable[str], port: int, ready: Callable[[str], None]) -> None:
    """Preview until Ctrl+C; `ready` is told the address. Raises OSError when the port is taken."""
    try:
        asyncio.run(preview(rebuild, fetch, tuple(watched), port, ready))
    except KeyboardInterrupt:
        return


async def preview(
    rebuild: Rebuild, fetch: Fetch, watched: tuple[str, ...], port: int, ready: Callable[[str], None]
) -> None:
    """The same inside a running loop, until it is cancelled."""
    listening = socket.create_server((HOST, port))
    listening.setblocking(False)
    watcher = LiveReloadHandler.watcher = _watcher(watched)
    errors = rebuild()

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
        return _send(reply(_decoded(environ["PATH_INFO"]), fetch, errors), start)

    def look() -> None:
        nonlocal errors
        if watcher.examine()[0]:
            errors = rebuild()
            LiveReloadHandler.reload_waiters("*")

    server = httpserver.HTTPServer(_application(answer))
    server.add_socket(listening)
    ticking = ioloop.PeriodicCallback(look, PAUSE)
    ticking.start()
    ready(f"http://{HOST}:{listening.getsockname()[1]}/")
    try:
        await asyncio.Event().wait()
    finally:
        ticking.stop()
        server.stop()


def reply(path: str, fetch: Fetch, errors: tuple[str, ...]) -> Reply:
    """The file at a path, its folder's index, or the site's 404 page; HTML carries the errors."""
    if path == _STYLE:
        return Reply("200 OK", _TYPES["css"], _CSS)
    parts = tuple(part for part in path.split("/") if part)
    if any(part in (".", "..") or "\\" in part or "\0" in part for part in parts):
        return _page("404 Not Found", fetch("404.html"), errors)
    file = "/".join(parts)
    if path.endswith("/"):
        return _page_or_404(fetch(f"{file}/index.html".lstrip("/")), fetch, errors)
    found = fetch(file)
    if found is None and fetch(f"{file}/index.html") is not None:
        return Reply("302 Found", _TYPES["html"], b"", f"/{quote(file)}/")
    extension = file.rsplit(".", 1)[-1].lower()
    if found is None or extension == "html":
        return _page_or_404(found, fetch, errors)
    return Reply("200 OK", _TYPES.get(extension, "application/octet-stream"), found)


def _watcher(watched: tuple[str, ...]) -> Watcher:
    watcher = Watcher()
    for path in watched:
        watcher.watch(path)
    watcher.examine()
    # From now on a file that is moved here is new, however old it is.
    watcher._start = 0
    return watcher


def _application(answer: Callable[..., Any]) -> web.Application:
    """Handlers for our own names only: a page that points its domain at this machine gets 403."""
    application = web.Application(
        default_handler_class=web.ErrorHandler,
        default_handler_args={"status_code": 403},
        log_function=lambda handler: None,
    )
    site = wsgi.WSGIContainer(answer)
    rules: list[Any] = [
        (r"/livereload", LiveReloadHandler),
        (r"/livereload\.js", LiveReloadJSHandler),
        (r".*", web.FallbackHandler, {"fallback": site}),
    ]
    application.add_handlers(_OUR_NAMES, rules)
    return application


def _send(reply: Reply, start: Callable[..., Any]) -> list[bytes]:
    headers = [
        ("Content-Type", reply.type),
        ("Content-Length", str(len(reply.body))),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
    ]
    if reply.location:
        headers.append(("Location", reply.location))
    start(reply.status, headers)
    return [reply.body]


def _decoded(path: str) -> str:
    """WSGI hands a path over as bytes in Latin-1; addresses here are UTF-8."""
    return path.encode("latin-1").decode("utf-8", "replace")


def _page_or_404(found: bytes | None, fetch: Fetch, errors: tuple[str, ...]) -> Reply:
    if found is None:
        return _page("404 Not Found", fetch("404.html"), errors)
    return _page("200 OK", found, errors)


def _page(status: str, found: bytes | None, errors: tuple[str, ...]) -> Reply:
    said = status if not errors else "There is no site yet"
    page = found or f"<!doctype html><meta charset=utf-8><title>{said}</title><body><p>{said}</p>".encode()
    return Reply(status, _TYPES["html"], _with_preview(page, errors))


def _with_preview(page: bytes, errors: tuple[str, ...]) -> bytes:
    """The page with the reloading script, and with the errors over the last good site."""
    block = _block(errors) if errors else ""
    opening = re.search(rb"<body\b[^>]*>", page, re.IGNORECASE)
    place = opening.end() if opening else 0
    return page[:place] + (_SCRIPT + block).encode() + page[place:]


def _block(errors: tuple[str, ...]) -> str:
    count = f"{len(errors)} error{'s' if len(errors) > 1 else ''}"
    said = "\n\n".join(html.escape(error) for error in errors)
    return (
        f'<link rel="stylesheet" href="{_STYLE}"><div id="palmarium-preview" role="alert">'
        f"<strong>{count}: below is the last good site</strong><pre>{said}</pre></div>"
    )
