"""Find the quotation mark that breaks a YAML file, which its parser notices far below.

Owns: where a quoted text of YAML begins and ends.   Never: parses YAML.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_QUOTED = re.compile(
    r"(?P<comment>(?:^|(?<=\s))#[^\n]*)"
    r"|(?P<block>(?<=[:\-])[ ]+[|>][-+0-9]*[ ]*(?:#[^\n]*)?$)"
    r"|(?:^[ ]*|(?<=[:,?\-][ ])[ ]*|(?<=[\[{])[ ]*)"
    r"(?P<text>\"(?:[^\"\\]|\\.)*(?P<double>\"?)|'(?:[^']|'')*(?P<single>'?))",
    re.MULTILINE | re.DOTALL,
)
_ITEM = re.compile(r"[ ]*(?:-[ ]+)*")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted text: where it opens, and where it ends, if it does."""

    start: int
    end: int
    closed: bool


def open_quote(text: str, before: int) -> Quote | None:
    """The first quoted text that opens ahead of a place and swallows lines that are none of it, or never ends."""
    for quote in _quotes(text):
        if quote.start > before:
            return None
        if not quote.closed or _swallows(text, quote):
            return quote
    return None


def ending_at(text: str, place: int) -> Quote | None:
    """The quoted text that ends right there: what follows stands outside."""
    return next((quote for quote in _quotes(text) if quote.closed and quote.end == place), None)


def closed(text: str, quote: Quote) -> str:
    """The rest of the line where a quoted text opens, with its closing quote; inside brackets only up to the comma."""
    line = text[quote.start : text.find("\n", quote.start) % (len(text) + 1)]
    start = text.rfind("\n", 0, quote.start) + 1
    if re.search(r"[\[{]", text[start : quote.start]):
        line = re.split(r",(?: |$)|[\]}]", line)[0]
    return line.rstrip() + text[quote.start]


def _quotes(text: str) -> Iterator[Quote]:
    at = 0
    while found := _QUOTED.search(text, at):
        if found["text"]:
            yield Quote(found.start("text"), found.end(), bool(found["double"] or found["single"]))
        at = _after_block(text, found.start()) if found["block"] else max(found.end(), at + 1)


def _after_block(text: str, place: int) -> int:
    """Where a block of literal text ends: at the first line that is not indented further than its key."""
    indent = _column(text, place)
    end = text.find("\n", place)
    while end != -1:
        line = text[end + 1 : text.find("\n", end + 1) % (len(text) + 1)]
        if line.strip() and len(line) - len(line.lstrip(" ")) <= indent:
            break
        end = text.find("\n", end + 1)
    return len(text) if end == -1 else end + 1


def _swallows(text: str, quote: Quote) -> bool:
    """Whether a line inside it is indented no further than the key or the item that it belongs to."""
    indent = _column(text, quote.start)
    inside = text[quote.start : quote.end].split("\n")[1:]
    return any(line.strip() and len(line) - len(line.lstrip(" ")) <= indent for line in inside)


def _column(text: str, place: int) -> int:
    """How far the key on the line of a place is indented, dashes of a list counted."""
    line = text[text.rfind("\n", 0, place) + 1 :]
    found = _ITEM.match(line)
    return found.end() if found else 0
