"""The index of every word of the pages: Pagefind, run again when a page that it finds has changed."""

import base64
import gzip
import json
import re
import subprocess
import threading
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from ..pages import urls
from ..pages.parts.search_entries import BUNDLE
from ..pages.plan import BuildWork
from ..problems import Level, Problem, Span
from ..sources import disk
from ..sources.site_toml import PATH
from .output import Indexed, Read
from .stages import Made
from .state import Ledger

# Have Pagefind index pages, every word of them.
#
# It is given page after page, in the order of their files: from a folder it would take them as the disk lists them.
# It is given no filters: it writes them in the order of a hash map. Either way the same site would give other bytes;
# the search page narrows by the facets of its own index, for which each page's number is written down.

_LONGEST = 120.0
_TOLD = re.compile(r"<meta [^<>]*?data-pagefind[^<>]*>")
_DRAWN = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_PAGES = "pages.json"
_MAGIC = b"pagefind_dcd"
_CELL = re.compile(r"</(?:dt|dd|th|td|small)>")
_UNSAID = (".shelfmark", ".cites", ".visually-hidden", "[aria-hidden=true]", "nav")
_INTERFACES = re.compile(r"pagefind-.*\.(?:js|css)")


def run_pagefind(pages: Mapping[str, bytes], language: str) -> tuple[Mapping[str, bytes], tuple[Problem, ...]]:
    """The files that answer a search over pages, by path; none, and a warning, where Pagefind fails."""
    if not pages:
        return {}, ()
    try:
        return _published(_asked(pages, language)), ()
    except (ImportError, OSError, EOFError, ValueError, LookupError, TypeError) as error:
        said = str(error) or type(error).__name__
        message = f"Pagefind could not index the pages, so that the search knows titles only: {said}"
        hint = 'install `pagefind[bin]`, or set `search = "script"` in site.toml'
        return {}, (Problem("search", Span(PATH), message, hint, Level.WARNING),)


def _asked(pages: Mapping[str, bytes], language: str) -> list[dict[str, str]]:
    """Every file that Pagefind makes, as it answers."""
    from pagefind_bin import get_executable

    command = (str(get_executable()), "--service")
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as service:
        limit = threading.Timer(_LONGEST, service.kill)
        limit.start()
        try:
            settings = {"force_language": language, "exclude_selectors": _UNSAID}
            number = _ask(service, type="NewIndex", config=settings)["index_id"]
            for path, page in sorted(pages.items()):
                _ask(service, type="AddFile", index_id=number, file_path=path, file_contents=_searched(page))
            files: list[dict[str, str]] = _ask(service, type="GetFiles", index_id=number)["files"]
        finally:
            limit.cancel()
            service.kill()
    return files


def _ask(service: "subprocess.Popen[bytes]", **request: object) -> dict[str, Any]:
    """The answer to one request; both are JSON in base64, ended by a comma."""
    if service.stdin is None or service.stdout is None:
        raise OSError("it has no pipes")
    sent = json.dumps({"message_id": 1, "payload": request}).encode()
    service.stdin.write(base64.b64encode(sent) + b",")
    service.stdin.flush()
    answer = bytearray()
    while not answer.endswith(b","):
        part = service.stdout.read1(1 << 20)  # type: ignore[attr-defined]
        if not part:
            raise OSError("it ended before it answered")
        answer += part
    payload: dict[str, Any] = json.loads(base64.b64decode(answer))["payload"]
    if payload["type"] == "Error":
        raise ValueError(payload["message"])
    return payload


def _searched(page: bytes) -> str:
    """What Pagefind reads of a page and no more: other spellings and the text, not what surrounds and illustrates."""
    text = page.decode()
    start, end = text.find("<main"), text.rfind("</main>")
    if start < 0 or end < start:
        return text
    # Pagefind sets the words of two cells side by side as one.
    spaced = _CELL.sub(r"\g<0> ", _DRAWN.sub("", text[start:end]))
    return f"<html><head>{''.join(_TOLD.findall(text[:start]))}</head>{spaced}</main></html>"


def _published(files: list[dict[str, str]]) -> dict[str, bytes]:
    """Without the interfaces that come with it, and the programs of other languages; with the numbers of pages."""
    made = {file["path"]: base64.b64decode(file["content"]) for file in files}
    programs = frozenset(_programs(made))
    kept = {path: data for path, data in made.items() if path in programs or not _is_spare(path)}
    pages = dict(sorted(_numbered(kept)))
    return {**kept, _PAGES: json.dumps(pages, ensure_ascii=False, separators=(",", ":")).encode()}


def _numbered(made: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """How Pagefind numbers a page, and the page's address below the root."""
    for path, data in made.items():
        if path.endswith(".pf_fragment"):
            told = json.loads(gzip.decompress(data).removeprefix(_MAGIC))
            yield path.rpartition("/")[2].removesuffix(".pf_fragment"), told["url"].lstrip("/")


def _is_spare(path: str) -> bool:
    return path.startswith("wasm.") or bool(_INTERFACES.fullmatch(path))


def _programs(made: Mapping[str, bytes]) -> Iterator[str]:
    for language in json.loads(made["pagefind-entry.json"])["languages"].values():
        yield f"wasm.{language['wasm'] or 'unknown'}.pagefind"


# Keep the files of a search over every word beside the pages: made again when a page that it finds has changed.


def index(
    made: Made, past: Ledger, intact: frozenset[str], work: BuildWork, new: Mapping[str, bytes], read: Read
) -> Indexed:
    """The index kept, or made from the `new` pages and those that `read` finds in the output."""
    pages = _findable(made)
    if not pages:
        return Indexed(work, {}, made.fingerprints)
    folder = urls.path(made.context.urls.section("search") + BUNDLE).removesuffix("index.html")
    mark = disk.digest(repr([(file, made.fingerprints[file]) for file in pages]).encode())
    before = {file for file, was in past.fingerprints.items() if file.startswith(folder) and was == mark}
    if before and before <= intact:
        return _counted_in(made, work, mark, {}, tuple(sorted(before)))
    texts = {file: data for file in pages if (data := new.get(file) or read(file))}
    files, problems = run_pagefind(texts, made.context.config.language)
    named = {folder + file: data for file, data in files.items()}
    # One page changes few of the index's files: the others are what is there already.
    same = {file for file, data in named.items() if file in intact and read(file) == data}
    changed = MappingProxyType({file: data for file, data in named.items() if file not in same})
    return replace(_counted_in(made, work, mark, changed, tuple(sorted(same))), problems=problems)


def _counted_in(made: Made, work: BuildWork, mark: str, files: Mapping[str, bytes], kept: tuple[str, ...]) -> Indexed:
    index = (*files, *kept)
    gone = tuple(file for file in work.gone if file not in set(index))
    marks = MappingProxyType({**made.fingerprints, **dict.fromkeys(index, mark)})
    return Indexed(BuildWork((*work.stale, *files), (*work.kept, *kept), gone), files, marks)


def _findable(made: Made) -> tuple[str, ...]:
    """The files of the pages that a search finds, where the site asks for it."""
    if made.context.config.search != "pagefind":
        return ()
    return tuple(sorted(urls.path(page.url) for page in made.listed if page.findable))
