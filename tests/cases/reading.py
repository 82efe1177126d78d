"""A site in a string, built once: what checks say of it, what a reader reads on its pages, what its JSON holds.

Owns: Reading, the text of a page.   Never: knows a case.
"""

import json
import re
import textwrap
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from palmarium.build import pipeline
from palmarium.build.work import silent
from palmarium.model.archive import Archive
from palmarium.sources import disk
from tests.conftest import write
from tests.resolved import lines, resolved

SETTINGS = 'title = "Prizes of Nowhere"\nbase_url = "https://example.org/"\nlanguage = "en"\ncards = false\n'
_VOID = ("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr")
_INLINE = ("a", "bdi", "abbr", "b", "cite", "em", "i", "q", "small", "span", "strong", "sup", "time")


@dataclass(frozen=True, slots=True)
class Reading:
    """A built site: `told` is what the checks say, as lines."""

    archive: Archive
    told: tuple[str, ...]
    out: Path

    def page(self, url: str, part: str = "") -> str:
        """The text of a page, or of its section or element with an id: as a screen reader says it, marks in words."""
        return _text((self.out / url.strip("/") / "index.html").read_text(encoding="utf-8"), part)

    def json(self, path: str) -> Any:
        return json.loads((self.out / "api" / "v1" / f"{path}.json").read_text(encoding="utf-8"))

    def entry(self, edition: str, category: str) -> Any:
        """A category of an edition, as its JSON has it."""
        key = f"{edition.split('/')[0]}/{category}"
        return next(e for e in self.json(f"editions/{edition.replace('/', '-')}")["categories"] if e["id"] == key)

    def results(self, edition: str, category: str) -> Any:
        return self.entry(edition, category)["results"]

    def problems(self, path: str) -> list[str]:
        """What the checks say of one file."""
        return [line.removeprefix(f"{path}:") for line in self.told if line.startswith(f"{path}:")]


def read(text: str, root: Path) -> Reading:
    """Write a site and build it."""
    text = textwrap.dedent(text).lstrip("\n")
    write(root, f"-- site.toml --\n{SETTINGS}{text}")
    return built(root)


def built(root: Path) -> Reading:
    """Build a site; it may have warnings, and no error."""
    report = pipeline.build(root, silent)
    archive, _ = resolved("".join(f"-- {path} --\n{data.decode()}" for path, data in _sources(root)))
    assert (root / "_site" / "index.html").exists(), lines(report.problems)
    return Reading(archive, tuple(lines(report.problems)), root / "_site")


def _sources(root: Path) -> list[tuple[str, bytes]]:
    return [(path, data) for path, data in disk.read(root)[0].files.items() if path.startswith(("editions", "content"))]


@cache
def _text(html: str, part: str) -> str:
    reader = _Reader(part)
    reader.feed(html)
    assert reader.said or not part, f'there is no "{part}" on this page'
    # A word joiner keeps the number of a source on the line of its word; nobody says it.
    return re.sub(r"\s+", " ", "".join(reader.said).replace("\u2060", "")).strip()


class _Reader(HTMLParser):
    """Collects the text of <main>, or of the element with an id, less what is hidden from screen readers."""

    def __init__(self, part: str) -> None:
        super().__init__()
        self.part, self.said = part, list[str]()
        self.open: list[tuple[str, bool, bool]] = []
        self.closed = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._apart("" if given.get("class") == "cites" or (tag == "span" and self.closed == "span") else tag)
        if tag in _VOID:
            return
        within, hidden = self.open[-1][1:] if self.open else (False, False)
        here = self.part in (given.get("id"), given.get("aria-labelledby")) if self.part else tag == "main"
        self.open.append((tag, within or here, hidden or given.get("aria-hidden") == "true" or tag == "script"))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self._apart(tag)
            self.open.pop()
            self.closed = tag

    def handle_data(self, data: str) -> None:
        self.closed = ""
        if self.open and self.open[-1][1] and not self.open[-1][2]:
            self.said.append(data)

    def _apart(self, tag: str) -> None:
        if tag not in _INLINE:
            self.handle_data(" ")
