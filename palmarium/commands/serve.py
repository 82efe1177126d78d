"""The preview: the site on this machine alone, built again at each save, with problems shown over its pages."""

import asyncio
import contextlib
import html
import json
import re
import socket
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

import livereload
from livereload.handlers import LiveReloadHandler
from tornado import httpserver, ioloop, web, websocket, wsgi

from ..problems import Level
from ..sources import disk
from .words import Speech, speech

HOST = "127.0.0.1"
DESK = "/palmarium-edit/"
"""The address below which files are edited, if that is switched on."""
PAGE = "/palmarium-page/"
"""Below this address the path of a file leads to its page, once that is built as the file stands now."""
AT = f"{DESK}at"
"""Behind this, the address of a page leads to the file that it shows."""
STYLE = "/palmarium-preview.css"
"""The style sheet of the block over the pages of the preview."""
ENGLISH = speech("en")
PAUSE = 100
"""Milliseconds between two checks of the sources."""

_MOMENT = 0.05
_MOST_WAITS = 20


@dataclass(frozen=True, slots=True)
class BuildTold:
    """What a build told, as texts; without an error the new site stands.

    `places` has for each place that they name where a click on it leads.
    """

    errors: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    places: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class DeskRequest:
    """A request to the desk; `origin` is the site whose page sent it, `mode` how the browser came to ask.

    `type` says in which form a body was sent.
    """

    method: str
    path: str
    query: str = ""
    body: bytes = b""
    host: str = ""
    origin: str = ""
    mode: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a request is answered with; `location` where it is sent elsewhere, `again` the seconds to ask once more.

    A page of the site `is_framed` beside a form of the desk: it may show what the site has, and run nothing. A page of
    the desk may run the one `script` that has this hash.
    """

    status: str
    type: str
    body: bytes
    location: str = ""
    again: int = 0
    is_framed: bool = False
    script: str = ""


@dataclass(frozen=True, slots=True)
class ServedSite:
    """What is shown: `rebuild` builds once more, and returns None while another build is at it.

    `fetch` gives the bytes of a file below the output, and `stamp` something else whenever a source has changed. `desk`
    answers for what lies below `DESK`, where files may be edited; `page_of` is the address of the page of a file then.
    `speech` is the language of what stands over the pages.
    """

    rebuild: Callable[[], BuildTold | None]
    fetch: Callable[[str], bytes | None]
    stamp: Callable[[], str]
    desk: Callable[[DeskRequest], Reply] | None = None
    page_of: Callable[[str], str] = str
    speech: Speech = ENGLISH


Fetch = Callable[[str], bytes | None]

_OUR_NAMES = r"(?:localhost|127\.0\.0\.1|\[::1\])"
_RELOAD = "/livereload.js"
_SCRIPT = f'<script src="{_RELOAD}" defer></script>'
_MOST = 1_000_000
"""Bytes of a request, of which the preview needs none."""
_MOST_TYPED = 50_000_000
"""Bytes of a form of the desk: a text, and a picture."""
_GUARDED = (
    ("Referrer-Policy", "same-origin"),
    # A page of the site, whose theme may hold scripts, has no hold of a window with the desk in it.
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)
_DESK_POLICY = (
    "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; "
    "base-uri 'none'"
)
_FRAMED_HEADERS = (
    (
        "Content-Security-Policy",
        "default-src 'self'; script-src 'none'; object-src 'none'; form-action 'none'; frame-ancestors 'self'; "
        "sandbox allow-top-navigation-by-user-activation",
    ),
    ("X-Frame-Options", "SAMEORIGIN"),
    *_GUARDED,
)
_CSS = b"""\
#palmarium-preview{all:initial;display:block;position:sticky;top:0;z-index:9999;max-height:70vh;overflow:auto;
padding:1rem 1.5rem;background:#7a1020;color:#fff;border-bottom:4px solid #ffd7a8;font:16px/1.5 system-ui,sans-serif}
html:has(#palmarium-preview){scroll-padding-top:70vh}
#palmarium-preview~a[href^="#"]:focus{position:fixed!important;top:0!important;z-index:10000!important}
#palmarium-warnings{all:initial;display:block;position:fixed;left:0;bottom:0;z-index:9999;max-width:100%;max-height:70vh;
box-sizing:border-box;overflow:auto;padding:.4rem 1rem;background:#5c4300;color:#fff;border-top:3px solid #ffd7a8;
font:16px/1.5 system-ui,sans-serif}
#palmarium-edit{all:initial;position:fixed;right:0;bottom:0;z-index:9999;padding:.4rem 1rem;background:#0b3d91;
color:#fff;border-top:3px solid #ffd7a8;font:16px/1.5 system-ui,sans-serif;cursor:pointer;text-decoration:underline}
#palmarium-edit:focus-visible{outline:3px solid #ffd7a8;outline-offset:-5px}
#palmarium-typed{all:initial;display:block;padding:.4rem 1rem;background:#0b3d91;color:#fff;
font:16px/1.5 system-ui,sans-serif}
#palmarium-typed p{margin:0}
@media print{#palmarium-edit{display:none}}
#palmarium-preview a,#palmarium-warnings a{color:#fff;text-decoration:underline;overflow-wrap:anywhere}
#palmarium-preview strong{display:block;font-weight:700}
#palmarium-warnings summary{cursor:pointer;font-weight:700}
#palmarium-preview pre,#palmarium-warnings pre{margin:.75rem 0 0;white-space:pre-wrap;
font:14px/1.45 ui-monospace,monospace;color:#fff}
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
        "webmanifest": "application/manifest+json; charset=utf-8",
        "woff2": "font/woff2",
        "pdf": "application/pdf",
    }
)


def serve(site: ServedSite, port: int, ready: Callable[[str], None]) -> bool:
    """Preview until Ctrl+C, or until the site's folder is gone, which is told; `ready` is told the address.

    Raises OSError when the port is taken.
    """
    try:
        asyncio.run(preview(site, port, ready))
    except KeyboardInterrupt:
        return False
    return True


async def preview(site: ServedSite, port: int, ready: Callable[[str], None]) -> None:
    """The same inside a running loop, until it is cancelled or the site's folder is gone."""
    listening = socket.create_server((HOST, port))
    listening.setblocking(False)
    seen = site.stamp()
    made = site.rebuild()
    # While another build is at it, the last word stands, and this one asks again.
    is_waiting, told = made is None, made or BuildTold()
    gone = asyncio.Event()

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
        method, path = environ["REQUEST_METHOD"], _decoded(environ["PATH_INFO"])
        if site.desk and path.startswith(DESK):
            answered = site.desk(_asked(environ, path))
            return _send(method, answered, start, _desk_headers(answered))
        if method not in ("GET", "HEAD"):
            start("405 Method Not Allowed", [("Allow", "GET, HEAD"), ("Content-Length", "0")])
            return []
        if site.desk and path.startswith(PAGE):
            is_stale = is_waiting or site.stamp() != seen
            return _send(
                method,
                _awaited(site.speech) if is_stale else _leads(site.page_of(path.removeprefix(PAGE)), site.speech),
                start,
            )
        return _send(method, reply(path, site.fetch, told, site.speech, is_edited=site.desk is not None), start)

    def look() -> None:
        nonlocal seen, told, is_waiting
        before = seen
        try:
            seen = site.stamp()
        except FileNotFoundError:
            gone.set()
            return
        except OSError:
            # A drive that does not answer for a moment has not changed.
            return
        if seen == before and not is_waiting:
            return
        seen = _settled(site.stamp, seen)
        made = site.rebuild()
        is_waiting, told = made is None, made or told
        if made:
            _reload_browsers()

    server = httpserver.HTTPServer(_application(answer), max_body_size=_MOST_TYPED if site.desk else _MOST)
    server.add_socket(listening)
    ticking = ioloop.PeriodicCallback(look, PAUSE)
    ticking.start()
    ready(f"http://{HOST}:{listening.getsockname()[1]}/")
    try:
        await gone.wait()
    finally:
        ticking.stop()
        server.stop()


def _settled(stamp: Callable[[], str], seen: str) -> str:
    """The stamp after a moment without changes, so that files saved together cause one build."""
    for _ in range(_MOST_WAITS):
        time.sleep(_MOMENT)
        with contextlib.suppress(OSError):
            before, seen = seen, stamp()
            if seen == before:
                break
    return seen


def _awaited(speech: Speech) -> Reply:
    """The reply while a page is built: the browser asks again by itself."""
    return Reply("200 OK", _TYPES["html"], _bare(speech, speech.say("The page is being built…")), again=1)


def _leads(address: str, speech: Speech) -> Reply:
    if not address:
        return Reply("404 Not Found", _TYPES["html"], _bare(speech, speech.say("This file has no page.")))
    return Reply("302 Found", _TYPES["html"], b"", quote(address))


def _bare(speech: Speech, said: str) -> bytes:
    """A page with one sentence."""
    said = html.escape(said)
    page = f'<!doctype html><html lang="{speech.language}"><meta charset=utf-8><title>{said}</title><body><p>{said}</p>'
    return page.encode()


def reply(path: str, fetch: Fetch, told: BuildTold, speech: Speech = ENGLISH, *, is_edited: bool = False) -> Reply:
    """The file at a path, its folder's index, or the site's 404 page; HTML carries what is wrong.

    Where files may be edited, a link leads to that of the page.
    """
    words = html.escape(speech.say("Edit this page"))
    link = f'<a id="palmarium-edit" href="{AT}{quote(path)}" target="_top">{words}</a>' if is_edited else ""
    page = partial(_page, told=told, link=link, speech=speech)
    if path == STYLE:
        return Reply("200 OK", _TYPES["css"], _CSS)
    if path == _RELOAD:
        script = disk.fetch(Path(livereload.__file__).parent, "vendors/livereload.js")
        return Reply("200 OK", _TYPES["js"], script or b"")
    parts = tuple(part for part in path.split("/") if part)
    if any(part in (".", "..") or "\\" in part or "\0" in part for part in parts):
        return page("404 Not Found", fetch("404.html"))
    file = "/".join(parts)
    if path.endswith("/"):
        return _page_or_404(fetch(f"{file}/index.html".lstrip("/")), fetch, page)
    found = fetch(file)
    if found is None and fetch(f"{file}/index.html") is not None:
        return Reply("302 Found", _TYPES["html"], b"", f"/{quote(file)}/")
    extension = file.rsplit(".", 1)[-1].lower()
    if found is None or extension == "html":
        return _page_or_404(found, fetch, page)
    return Reply("200 OK", _TYPES.get(extension, "application/octet-stream"), found)


class _Browser(LiveReloadHandler):  # type: ignore[misc]
    """A browser that waits for a change; a page of another site gets no connection."""

    def check_origin(self, origin: str) -> bool:
        return websocket.WebSocketHandler.check_origin(self, origin)

    def on_message(self, message: str | bytes) -> None:
        try:
            is_known = isinstance(json.loads(message).get("command"), str)
        except (ValueError, AttributeError, RecursionError):
            is_known = False
        if is_known:
            super().on_message(message)
        else:
            self.close()


def _reload_browsers() -> None:
    for browser in tuple(LiveReloadHandler.waiters):
        try:
            browser.write_message({"command": "reload", "path": "*", "liveCSS": False})
        except websocket.WebSocketClosedError:
            LiveReloadHandler.waiters.discard(browser)


def _application(answer: Callable[..., Any]) -> web.Application:
    """Handlers for the names of this machine only: a foreign domain that points to it gets 403."""
    application = web.Application(
        default_handler_class=web.ErrorHandler,
        default_handler_args={"status_code": 403},
        log_function=lambda handler: None,
        websocket_max_message_size=_MOST,
    )
    site = wsgi.WSGIContainer(answer)
    rules: list[Any] = [(r"/livereload", _Browser), (r".*", web.FallbackHandler, {"fallback": site})]
    application.add_handlers(_OUR_NAMES, rules)
    return application


def _asked(environ: dict[str, Any], path: str) -> DeskRequest:
    said = (environ.get(f"HTTP_{name}", "") for name in ("HOST", "ORIGIN", "SEC_FETCH_MODE"))
    host, origin, mode = said
    body, type = environ["wsgi.input"].read(), environ.get("CONTENT_TYPE", "")
    return DeskRequest(environ["REQUEST_METHOD"], path, environ["QUERY_STRING"], body, host, origin, mode, type)


def _desk_headers(reply: Reply) -> tuple[tuple[str, str], ...]:
    if reply.is_framed:
        return _FRAMED_HEADERS
    script = f"; script-src '{reply.script}'" if reply.script else ""
    return ("Content-Security-Policy", _DESK_POLICY + script), ("X-Frame-Options", "DENY"), *_GUARDED


def _send(method: str, reply: Reply, start: Callable[..., Any], more: tuple[tuple[str, str], ...] = ()) -> list[bytes]:
    headers = [
        ("Content-Type", reply.type),
        ("Content-Length", str(len(reply.body))),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        *more,
    ]
    if reply.location:
        headers.append(("Location", reply.location))
    if reply.again:
        headers.append(("Refresh", str(reply.again)))
    start(reply.status, headers)
    return [] if method == "HEAD" else [reply.body]


def _decoded(path: str) -> str:
    """WSGI hands a path over as bytes in Latin-1; addresses here are UTF-8."""
    return path.encode("latin-1").decode("utf-8", "replace")


def _page_or_404(found: bytes | None, fetch: Fetch, page: Callable[[str, bytes | None], Reply]) -> Reply:
    return page("404 Not Found", fetch("404.html")) if found is None else page("200 OK", found)


def _page(status: str, found: bytes | None, told: BuildTold, link: str, speech: Speech) -> Reply:
    page = found or _bare(speech, speech.say("There is no site yet") if told.errors else status)
    return Reply(status, _TYPES["html"], _with_preview(page, told, link, speech))


def _with_preview(page: bytes, told: BuildTold, link: str, speech: Speech) -> bytes:
    """The page with the reloading script, the problems, and the link to its file."""
    opening = re.search(rb"<body\b[^>]*>", page, re.IGNORECASE)
    place = opening.end() if opening else 0
    style = f'<link rel="stylesheet" href="{STYLE}">' if told.errors or told.warnings or link else ""
    end = page.rfind(b"</body>")
    end = end if end >= place else len(page)
    # At the end: what the page itself offers first, such as the way past its menu, stays first.
    return (
        page[:place] + (_SCRIPT + style + _block(told, speech)).encode() + page[place:end] + link.encode() + page[end:]
    )


def _block(told: BuildTold, speech: Speech) -> str:
    """The block of problems: errors in full, warnings folded; the messages are in English."""
    errors, warnings = (
        (html.escape(speech.counted([level] * len(texts))), _joined(texts, told.places))
        for level, texts in ((Level.ERROR, told.errors), (Level.WARNING, told.warnings))
    )
    above = html.escape(speech.say("%(count)s: below is the last good site", count=errors[0]))
    over = f'<div id="palmarium-preview" role="alert"><strong>{above}</strong><pre lang="en">{errors[1]}</pre></div>'
    aside = (
        f'<details id="palmarium-warnings"><summary>{warnings[0]}</summary><pre lang="en">{warnings[1]}</pre></details>'
    )
    return (over if told.errors else "") + (aside if told.warnings else "")


def _joined(texts: tuple[str, ...], places: Mapping[str, str]) -> str:
    return "\n\n".join("\n".join(_linked(line, places) for line in text.split("\n")) for text in texts)


def _linked(line: str, places: Mapping[str, str]) -> str:
    """A line of a message, with a link to the place at its start."""
    place, colon, rest = line.lstrip(" ").partition(": ")
    if place not in places:
        return html.escape(line)
    indent = line[: -len(place + colon + rest)]
    return f'{indent}<a href="{html.escape(places[place])}">{html.escape(place)}</a>{html.escape(colon + rest)}'
