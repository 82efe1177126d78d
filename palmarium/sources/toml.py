"""TOML as nodes with places: the standard library reads the values, a scanner finds where each is written."""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..problems import Fix, Problem, Span
from . import plaintext, syntax
from .nodes import Node, Pair

# The text has been read by the standard library before it is scanned, so that these patterns need not refuse anything.
_BLANK = re.compile(r"(?:\s|#[^\n]*)+")
_PART = re.compile(r"[ \t]*(?P<part>[\w-]+|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*')[ \t]*")
_TEXT = re.compile(
    # Up to two quotes may stand before the three that close.
    r"\"\"\"(?:\\.|[^\\])*?\"\"\"\"{0,2}|'''.*?''''{0,2}|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'",
    re.DOTALL,
)
# A date and its time may be parted by a blank.
_BARE = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:[^\s,\]}#]*|[^\s,\]}#]+")
_MOST_BITS = 10_000

_Steps = tuple[str | int, ...]


def parse(path: str, text: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """The table that a text of TOML is; None where it can't be read."""
    values, problems = read(path, text)
    if values is None:
        return None, problems
    scan = _TomlScan(text)
    scan.run()
    starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def span(offset: int) -> Span:
        line = bisect_right(starts, offset)
        return Span(path, line, offset - starts[line - 1] + 1)

    places = {steps: (span(key), span(value)) for steps, (key, value) in scan.places.items()}
    try:
        return _node(values, (), Span(path), places), ()
    except _RefusedError as error:
        return None, (error.problem,)


def read(path: str, text: str) -> tuple[Mapping[str, Any] | None, tuple[Problem, ...]]:
    """The bare values of a text of TOML; None where it can't be read."""
    conflict = plaintext.unmerged(path, text)
    if conflict:
        return None, (conflict,)
    try:
        return tomllib.loads(text), ()
    except (ValueError, RecursionError):
        fault = syntax.toml_fault(text)
        span = plaintext.place(path, text, fault.place)
        fix = Fix(span, fault.typed, fault.instead) if fault.typed else None
        return None, (Problem("toml", span, f"this is not TOML: {fault.message}", fault.hint, fix=fix),)


def unprintable(node: Node) -> Iterator[Problem]:
    """Escapes such as `\\u0000`, in keys and values, that stand for what no page can show."""
    for pair in node.pairs:
        if found := plaintext.unprintable(pair.key):
            yield plaintext.unprinted(pair.span, found)
        yield from unprintable(pair.value)
    for element in node.elements:
        yield from unprintable(element)
    if found := plaintext.unprintable(node.value or ""):
        yield plaintext.unprinted(node.span, found)


class _RefusedError(Exception):
    """Tables or lists that nest further than any site needs, or a text that is no value."""

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        self.problem = problem


def _node(value: Any, steps: _Steps, above: Span, places: Mapping[_Steps, tuple[Span, Span]]) -> Node:
    span = places.get(steps, (above, above))[1]
    if len(steps) > syntax.DEEPEST:
        message = "this file nests too much to be read"
        raise _RefusedError(Problem("toml", span, message, "write it with fewer brackets and dots"))
    if isinstance(value, dict):
        pairs = (
            Pair(key, places.get((*steps, key), (span, span))[0], _node(each, (*steps, key), span, places))
            for key, each in value.items()
        )
        return Node("mapping", span, pairs=tuple(pairs), toml="table")
    if isinstance(value, list):
        elements = (_node(each, (*steps, at), span, places) for at, each in enumerate(value))
        return Node("sequence", span, elements=tuple(elements), toml="list")
    if isinstance(value, str) and len(value) > plaintext.LONGEST:
        raise _RefusedError(plaintext.too_long(span, len(value)))
    return Node("scalar", span, *_scalar(value))


def _scalar(value: Any) -> tuple[str, tuple[Node, ...], tuple[Pair, ...], str]:
    """The text of a scalar and its type, as the last fields of a node."""
    if isinstance(value, bool):
        return str(value).lower(), (), (), "truth"
    if isinstance(value, int | float):
        # Python writes no whole number of more than some thousand digits.
        is_long = isinstance(value, int) and value.bit_length() > _MOST_BITS
        return hex(value) if is_long else str(value), (), (), "number"  # type: ignore[arg-type]
    return str(value), (), (), "text" if isinstance(value, str) else "date"


@dataclass(frozen=True, slots=True)
class _TomlScan:
    """A text of TOML that can be read, and where its keys and values begin; the dictionaries grow as it is scanned.

    Each method takes an offset, and returns the one behind what it read.
    """

    text: str
    places: dict[_Steps, tuple[int, int]] = field(default_factory=dict)
    lasts: dict[_Steps, int] = field(default_factory=dict)
    """The last table of each `[[array]]`, to which a heading below it belongs."""

    def run(self) -> None:
        here: _Steps = ()
        at = self.blank(0)
        while at < len(self.text):
            if self.text[at] == "[":
                here, at = self.heading(at)
            else:
                at = self.setting(here, at)
            at = self.blank(at)

    def blank(self, at: int) -> int:
        found = _BLANK.match(self.text, at)
        return found.end() if found else at

    def heading(self, at: int) -> tuple[_Steps, int]:
        width = 2 if self.text.startswith("[[", at) else 1
        names, offsets, at = self.keys(at + width)
        here: _Steps = ()
        for name, offset in zip(names[:-1], offsets, strict=False):
            here = (*here, name)
            self.places.setdefault(here, (offset, offset))
            here = (*here, self.lasts[here]) if here in self.lasts else here
        here, place = (*here, names[-1]), (offsets[-1], offsets[-1])
        if width == 2:
            self.places.setdefault(here, place)
            self.lasts[here] = self.lasts.get(here, -1) + 1
            here = (*here, self.lasts[here])
        self.places[here] = place
        return here, at + width

    def setting(self, here: _Steps, at: int) -> int:
        names, offsets, at = self.keys(at)
        at = self.blank(at + 1)
        for name, offset in zip(names, offsets, strict=True):
            here = (*here, name)
            self.places.setdefault(here, (offset, offset))
        self.places[here] = offsets[-1], at
        return self.value(here, at)

    def keys(self, at: int) -> tuple[list[str], list[int], int]:
        names: list[str] = []
        offsets: list[int] = []
        while found := _PART.match(self.text, at):
            names.append(_name(found["part"]))
            offsets.append(found.start("part"))
            at = found.end()
            if not self.text.startswith(".", at):
                break
            at += 1
        return names, offsets, at

    def value(self, steps: _Steps, at: int) -> int:
        opens = self.text[at]
        if opens not in "[{":
            found = _TEXT.match(self.text, at) or _BARE.match(self.text, at)
            return found.end() if found else len(self.text)
        at = self.blank(at + 1)
        count = 0
        while self.text[at] not in "]}":
            if opens == "[":
                self.places[*steps, count] = at, at
                at = self.value((*steps, count), at)
            else:
                at = self.setting(steps, at)
            count += 1
            at = self.blank(at)
            if self.text[at] == ",":
                at = self.blank(at + 1)
        return at + 1


def _name(part: str) -> str:
    """A part of a key without its quotes and escapes."""
    return next(iter(tomllib.loads(f"{part} = 0"))) if part[0] in "\"'" else part
