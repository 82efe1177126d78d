"""Set the notes of a text behind the paragraph that calls them.

Owns: where a note stands, and that each `[^1]` has its `[^1]: …`.   Never: says where the margin is (a theme does).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ..problems import Level, Problem, Span, did_you_mean

_CODE = re.compile(r"(`+)(?:(?!\1).)+?\1")
_CALL = re.compile(r"(?<!\\)\[\^([^\]\n]+)\]")
_NOTE = re.compile(r"^ {0,3}\[\^([^\]\n]+)\]:")
PRIORITY = 12
"""Among the steps of a conversion: after notes have their numbers and ways back, before the tree is laid out."""

Line = tuple[str, Span, bool]
"""A line, its place, and whether it is code."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A step of a conversion: each note goes right behind the block that calls it first, to be read with it."""

    def run(self, root: Element) -> None:
        foot = next((each for each in root if each.tag == "div" and each.get("class") == "footnote"), None)
        if foot is None:
            return
        root.remove(foot)
        items = (item for item in foot.iter("li") if item.get("id", "").startswith("fn:"))
        for number, item in enumerate(items, 1):
            _place(root, item, number)


def _place(root: Element, item: Element, number: int) -> None:
    """Behind the block that calls it, with the block's other notes, or at the end where nothing does."""
    note = _note(item, number)
    blocks = list(root)
    at = next((place for place, each in enumerate(blocks) if _calls(each, item.get("id", ""))), len(blocks) - 1)
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    if at >= 0 and blocks[at].get("class") == "notes":
        blocks[at].append(note)
    elif following is not None and following.get("class") == "notes":
        following.append(note)
    else:
        group = Element("div", {"class": "notes"})
        group.append(note)
        root.insert(at + 1, group)


def _calls(block: Element, id: str) -> bool:
    return any(link.get("href") == f"#{id}" and link.get("class") == "footnote-ref" for link in block.iter("a"))


def _note(item: Element, number: int) -> Element:
    """A note with its number in front; the number is read aloud, as it is in a book."""
    note = Element("div", {"class": "note", "role": "note", "id": item.get("id", "")})
    note.extend(list(item))
    first = next((each for each in note if each.tag == "p"), None)
    if first is None:
        first = Element("p")
        note.insert(0, first)
    sign = Element("sup")
    sign.text, sign.tail, first.text = str(number), f" {first.text or ''}", ""
    first.insert(0, sign)
    return note


def problems(lines: Iterable[Line]) -> Iterator[Problem]:
    """Calls without a note, which would be printed as they stand, and notes that nothing calls."""
    calls: dict[str, Span] = {}
    notes: dict[str, Span] = {}
    for line, span, is_code in lines:
        if is_code:
            continue
        bare = _CODE.sub(lambda found: " " * len(found[0]), line)
        opened = _NOTE.match(bare)
        if opened:
            notes.setdefault(opened[1], Span(span.path, span.line, opened.start(1) - 1))
            bare = " " * opened.end() + bare[opened.end() :]
        for found in _CALL.finditer(bare):
            calls.setdefault(found[1], Span(span.path, span.line, span.column + found.start()))
    yield from (_lost(id, span, notes) for id, span in calls.items() if id not in notes)
    yield from (_unused(id, span) for id, span in notes.items() if id not in calls)


def _lost(id: str, span: Span, notes: Iterable[str]) -> Problem:
    near = did_you_mean(id, tuple(notes)) if not id.isdigit() else ""
    hint = near or f"write it on a line of its own, behind a blank one: [^{id}]: …"
    return Problem("broken-note", span, f'"[^{id}]" calls a note that is not there', hint)


def _unused(id: str, span: Span) -> Problem:
    message = f'nothing calls the note "[^{id}]"'
    return Problem("broken-note", span, message, f"write [^{id}] behind the words it is about", Level.WARNING)
