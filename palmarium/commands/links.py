"""Ask whether the addresses that texts and sources name still answer, one host at a time; never a part of a build."""

import datetime
import http.client
import re
import socket
import ssl
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from .. import __version__
from ..build.work import Tell
from ..problems import Problem, Span, plain_ends
from ..sources import disk, toml, yaml
from ..sources.nodes import Node
from ..sources.site_toml import PATH

CODE = "dead-link"

HOSTS = 8
"""Hosts that are asked at the same time; of each, one address after the other."""

PAUSE = 1.0
"""Seconds between two questions to one host."""

PATIENCE = 20.0
"""Seconds for an answer."""

_STATE = "links"
_KNOWN = MappingProxyType({"alive": 30, "dead": 3, "unsure": 1})
"""For how many days an answer holds."""

_GONE = (404, 410)
_REFUSES_HEAD = (400, 403, 404, 405, 406, 410, 500, 501, 503)
_TOO_MANY = (429, 503)
_ADDRESS = re.compile(r"https?://(?:[^\s<>()\[\]\"'`|\\]|\([^\s<>()\[\]\"'`|\\]*\))+", re.IGNORECASE)
_ENDS = ".,;:!?…»*_~"
_WAYBACK = "https://web.archive.org/web/"


@dataclass(frozen=True, slots=True)
class LinkPlace:
    """An address, and where it is written; `archived` is the copy beside it, `day` when the page was read.

    Only a source has a key for a copy.
    """

    url: str
    span: Span
    is_source: bool = False
    archived: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class LinkAnswer:
    """The state of an address: alive, dead or unsure; `why` in words, `day` of the request."""

    state: str
    why: str
    day: str


@dataclass(frozen=True, slots=True)
class LinksFound:
    """The result: a problem for each dead address without a copy, and the number of addresses by state."""

    problems: tuple[Problem, ...]
    counts: Mapping[str, int]
    unsure: tuple[str, ...]


Ask = Callable[[str], tuple[str, str, int]]
"""The state of an address, why, and the status that its host gave, 0 where none did."""


def check(
    root: Path, base_url: str, today: datetime.date, tell: Tell, *, again: bool, pause: float = PAUSE
) -> LinksFound:
    """Ask for every address of a site that leads elsewhere; answers of the last days hold, unless `again` is meant."""
    places = tuple(place for place in sorted(_places(root), key=_order) if not place.url.startswith(base_url))
    kept = {} if again else _kept(root, today)
    wanted = dict.fromkeys(url for place in places for url in (place.url, place.archived) if url)
    answers = {url: kept[url] for url in wanted if url in kept}
    known = len(answers)
    ask = _asking(base_url)
    answers |= _asked([url for url in wanted if url not in answers], ask, today, tell, pause)
    secured = {url: "https" + url[4:] for url in _dead(places, answers) if url.startswith("http:")}
    more = [url for url in secured.values() if url not in answers]
    answers |= _asked(more, ask, today, tell, pause)
    disk.write_state(root, _STATE, {url: [each.state, each.why, each.day] for url, each in sorted(answers.items())})
    dead = [place for place in places if _is_dead(place, answers)]
    told = {place.archived for place in dead}
    problems = tuple(_told(place, answers) for place in dead if place.url not in told)
    states = [answers[url].state for url in wanted]
    copied = len({p.url for p in places if answers[p.url].state == "dead" and not _is_dead(p, answers)})
    counts = {state: states.count(state) for state in _KNOWN} | {"known": known, "copied": copied}
    unsure = tuple(f"{url} ({answers[url].why})" for url in wanted if answers[url].state == "unsure")
    return LinksFound(problems, MappingProxyType(counts), unsure)


# Where addresses are written.


def _order(place: LinkPlace) -> tuple[Span, str]:
    return place.span, place.url


def _places(root: Path) -> Iterator[LinkPlace]:
    for path, data in disk.read(root)[0].files.items():
        text = plain_ends(data.decode("utf-8-sig", "replace")) if path.endswith((".yaml", ".md", PATH)) else ""
        if path == PATH:
            yield from _in_node(toml.parse(path, text)[0])
        elif path.startswith("editions/") and text:
            yield from _in_node(yaml.parse(path, text)[0])
        elif path.startswith("content/") and path.endswith(".md"):
            node, body, first, _ = yaml.front_matter(path, text)
            yield from _in_node(node)
            yield from _in_text(Span(path, first), body)


def _in_node(node: Node | None, is_source: bool = False) -> Iterator[LinkPlace]:
    """Addresses in data; a copy stands beside the address of the source that it is of."""
    if node is None:
        return
    archived, accessed, date = (node.get(key) for key in ("archived", "accessed", "date"))
    copy = (archived.value if archived else "") or ""
    day = next((each.value for each in (accessed, date) if each and each.value), "")
    for pair in node.pairs:
        value = pair.value.value or ""
        if pair.key == "url" and _is_address(value):
            yield LinkPlace(value, pair.value.span, is_source, copy, re.sub(r"\D", "", day))
        elif pair.key == "sources":
            for source in (*(each.value for each in pair.value.pairs), *pair.value.elements):
                yield from _in_node(source, True)
        elif pair.key != "base_url":
            yield from _in_node(pair.value)
    for element in node.elements:
        yield from _in_node(element)
    if node.form == "scalar" and node.value:
        yield from (
            _in_text(node.span, node.value) if not _is_address(node.value) else (LinkPlace(node.value, node.span),)
        )


def _is_address(text: str) -> bool:
    return bool(re.match(r"https?://[^\s/]", text, re.IGNORECASE)) and not re.search(r"\s", text)


def _in_text(start: Span, text: str) -> Iterator[LinkPlace]:
    for at, line in enumerate(text.split("\n")):
        for found in _ADDRESS.finditer(line):
            url = found[0].rstrip(_ENDS)
            column = found.start() + (start.column if at == 0 else 1)
            if _is_address(url):
                yield LinkPlace(url, Span(start.path, start.line + at, column))


# What became of them.


def _dead(places: Iterable[LinkPlace], answers: Mapping[str, LinkAnswer]) -> Iterator[str]:
    return (place.url for place in places if _is_dead(place, answers))


def _is_dead(place: LinkPlace, answers: Mapping[str, LinkAnswer]) -> bool:
    """Whether a reader finds nothing there, nor a copy."""
    copy = answers.get(place.archived)
    return answers[place.url].state == "dead" and not (copy and copy.state == "alive")


def _told(place: LinkPlace, answers: Mapping[str, LinkAnswer]) -> Problem:
    answer = answers[place.url]
    message = f'"{place.url}" does not answer any more: {answer.why} ({answer.day})'
    secured = answers.get("https" + place.url[4:]) if place.url.startswith("http:") else None
    if secured and secured.state == "alive":
        hint = f'write "https{place.url[4:]}", which answers'
    elif place.archived:
        message += f"; nor does its archived copy: {answers[place.archived].why}"
        hint = f"look for another copy: {_wayback(place)}"
    else:
        way = f'`archived: "{_wayback(place)}"` beside it' if place.is_source else "its address instead"
        hint = f"look for a copy: {_wayback(place)}; where there is one, write {way}"
    return Problem(CODE, place.span, message, hint, subject=(place.url,))


def _wayback(place: LinkPlace) -> str:
    """Where the Internet Archive would have a copy, as near as can be to the day on which the page was read."""
    return f"{_WAYBACK}{place.day or '2'}/{place.url}"


def _kept(root: Path, today: datetime.date) -> dict[str, LinkAnswer]:
    """Earlier answers that are still valid."""
    kept = disk.read_state(root, _STATE)
    found = {}
    for url, row in kept.items() if isinstance(kept, dict) else ():
        try:
            answer = LinkAnswer(*row)
            age = (today - datetime.date.fromisoformat(answer.day)).days
            if 0 <= age < _KNOWN[answer.state]:
                found[url] = answer
        except (TypeError, ValueError, KeyError):
            continue
    return found


# Asking.


def _asked(urls: list[str], ask: Ask, today: datetime.date, tell: Tell, pause: float) -> dict[str, LinkAnswer]:
    """Ask several hosts at a time, each for one address after the other."""
    hosts: dict[str, list[str]] = {}
    for url in urls:
        hosts.setdefault(urlsplit(url).netloc.lower(), []).append(url)
    answers: dict[str, LinkAnswer] = {}
    stopped = threading.Event()
    with ThreadPoolExecutor(HOSTS) as pool:
        waiting = [pool.submit(_of_host, each, ask, today.isoformat(), pause, stopped) for each in hosts.values()]
        try:
            for done in as_completed(waiting):
                answers |= done.result()
                tell("links", len(answers), len(urls))
        except BaseException:
            stopped.set()
            raise
    return answers


def _of_host(urls: list[str], ask: Ask, day: str, pause: float, stopped: threading.Event) -> dict[str, LinkAnswer]:
    """The answers of one host, until it refuses further requests."""
    answers: dict[str, LinkAnswer] = {}
    has_enough = False
    for url in urls:
        if answers and not has_enough:
            stopped.wait(pause)
        if has_enough or stopped.is_set():
            answers[url] = LinkAnswer("unsure", "its host wants fewer questions", day)
            continue
        state, why, code = ask(url)
        has_enough = code in _TOO_MANY
        answers[url] = LinkAnswer(state, why, day)
    return answers


def _asking(base_url: str) -> Ask:
    """What asks for an address: its head, and its first bytes where a host gives no heads."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    opener.addheaders = [("User-Agent", f"palmarium/{__version__} (checks links; {base_url})"), ("Accept", "*/*")]

    def ask(url: str) -> tuple[str, str, int]:
        found = _answer(opener.open, url, "HEAD")
        return _answer(opener.open, url, "GET") if found[2] in _REFUSES_HEAD else found

    return ask


def _answer(send: Callable[..., Any], url: str, method: str) -> tuple[str, str, int]:
    try:
        request = urllib.request.Request(_spelt(url), method=method)
        answer = send(request, timeout=PATIENCE)
        if answer is None:
            return "unsure", "it leads to what is no page", 0
        with answer:
            return *_led(url, answer.geturl()), answer.status
    except urllib.error.HTTPError as error:
        error.close()
        said = f"{error.code} {http.client.responses.get(error.code, '')}".strip()
        return "dead" if error.code in _GONE else "unsure", said, error.code
    except urllib.error.URLError as error:
        return *_failed(error.reason), 0
    except (OSError, http.client.HTTPException, ValueError) as error:
        return *_failed(error), 0


def _led(url: str, to: str) -> tuple[str, str]:
    """A page that leads to the first page of its host is gone, and its host does not say so."""
    old, new = urlsplit(url), urlsplit(to)
    is_first = new.path in ("", "/") and not new.query
    return ("dead", f"it leads to {to}") if is_first and old.path.strip("/") else ("alive", "")


def _failed(error: object) -> tuple[str, str]:
    match error:
        case socket.gaierror():
            is_known = error.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))
            return (
                "dead" if is_known else "unsure"
            ), "there is no such host" if is_known else "its name can't be found now"
        case ssl.SSLCertVerificationError():
            return "unsure", f"its certificate is not valid: {error.verify_message}"
        case TimeoutError():
            return "unsure", f"no answer in {PATIENCE:.0f} seconds"
        case ConnectionRefusedError():
            return "dead", "its host takes no connection"
    return "unsure", str(getattr(error, "strerror", None) or error) or type(error).__name__


def _spelt(url: str) -> str:
    """An address as it is sent: ASCII, without a fragment."""
    parts = urlsplit(url)
    host = parts.netloc.encode("idna").decode() if not parts.netloc.isascii() else parts.netloc
    path, query = (quote(part, safe="%/:=&?~+!$,;'@()*[]") for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme.lower(), host, path or "/", query, ""))
