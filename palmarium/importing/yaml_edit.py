"""Edits to hand-written YAML that keep every other byte, and compact YAML for new data."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

# Change one fact in a YAML text and leave every other byte as it was.

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Piece:
    """A scalar, sequence or mapping with its range of characters; `end` is exclusive."""

    form: str
    start: int
    end: int
    line: int
    column: int
    flow: bool
    value: str | None = None
    literal: bool = False
    elements: "tuple[Piece, ...]" = ()
    pairs: "tuple[tuple[str, Piece, Piece], ...]" = ()

    @property
    def values(self) -> "tuple[Piece, ...]":
        """The pieces directly inside a sequence or mapping, in order."""
        return (*self.elements, *(value for _, _, value in self.pairs))

    def get(self, key: str) -> "Piece | None":
        return next((value for name, _, value in self.pairs if name == key), None)


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement for the characters from `start` to `end`."""

    start: int
    end: int
    text: str


Write = Callable[[int], Iterable[str]]
"""The lines of what is inserted, from a column on."""


def parse(text: str, base: int = 0) -> Piece | None:
    """The pieces of a text; None if it is not YAML, empty, or uses features that can't be edited in place."""
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except (yaml.YAMLError, RecursionError):
        return None
    if root is None or ("&" in text and _has_anchors(text)):
        return None
    return _piece(root, text, base)


def _has_anchors(text: str) -> bool:
    return any(isinstance(token, yaml.AnchorToken) for token in yaml.scan(text, Loader=_LOADER))


def _piece(raw: yaml.Node, text: str, base: int) -> Piece:
    start, end = raw.start_mark.index, raw.end_mark.index
    where = base + start, raw.start_mark.line, raw.start_mark.column
    if isinstance(raw, yaml.ScalarNode):
        empty = not raw.style and raw.value in ("", "~", "null")
        end = start + len(text[start:end].rstrip())
        value = None if empty else unicodedata.normalize("NFC", raw.value)
        return Piece("scalar", where[0], base + end, *where[1:], False, value, raw.style in ("|", ">"))
    flow = bool(getattr(raw, "flow_style", False))
    if isinstance(raw, yaml.SequenceNode):
        elements = tuple(_piece(child, text, base) for child in raw.value)
        last = base + end if flow or not elements else elements[-1].end
        return Piece("sequence", where[0], last, *where[1:], flow, elements=elements)
    pairs = tuple((_key(key), _piece(key, text, base), _piece(value, text, base)) for key, value in raw.value)
    last = base + end if flow or not pairs else max(pairs[-1][2].end, pairs[-1][1].end + 1)
    return Piece("mapping", where[0], last, *where[1:], flow, pairs=pairs)


def _key(raw: yaml.Node) -> str:
    return unicodedata.normalize("NFC", raw.value) if isinstance(raw, yaml.ScalarNode) else ""


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text after its edits; of two that overlap only the first is made."""
    made, at = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start >= at:
            made += [text[at : edit.start], edit.text]
            at = edit.end
    return "".join((*made, text[at:]))


def newline(text: str) -> str:
    """The line ending of a text."""
    return "\r\n" if "\r\n" in text else "\r" if "\r" in text and "\n" not in text else "\n"


def with_pairs(
    text: str, mapping: Piece, pairs: Sequence[tuple[str, str, Write]], order: Sequence[str]
) -> Iterator[Edit]:
    """Add keys: each as it is written on one line, and below one another."""
    if mapping.flow or not mapping.pairs:
        said = ", ".join(f"{key}: {value}" for key, value, _ in pairs)
        yield _into_flow(mapping, said, bool(mapping.pairs))
        return
    end = newline(text)
    places: dict[int, list[str]] = {}
    for key, _, write in pairs:
        places.setdefault(_after(mapping, key, order), []).extend(write(mapping.pairs[0][1].column))
    for place, lines in places.items():
        if place < 0:
            first = mapping.pairs[0][1]
            start = first.start - first.column
            yield Edit(start, start, "".join(line + end for line in lines))
        else:
            at = _line_end(text, mapping.pairs[place][2].end)
            yield Edit(at, at, "".join(end + line for line in lines))


def _after(mapping: Piece, key: str, order: Sequence[str]) -> int:
    """The index of the pair after which a key belongs; -1 for the beginning."""
    if key not in order:
        return len(mapping.pairs) - 1
    before = set(order[: order.index(key)])
    at = max((at for at, (name, _, _) in enumerate(mapping.pairs) if name in before), default=-1)
    # An element of a list starts on the line of its dash: nothing can stand before its first key.
    return 0 if at < 0 and mapping.column != 0 else at


def with_elements(text: str, sequence: Piece, values: Sequence[str], write: Sequence[Write]) -> Iterator[Edit]:
    """Add elements at the end of a list."""
    if sequence.flow or not sequence.elements:
        yield _into_flow(sequence, ", ".join(values), bool(sequence.elements))
        return
    end = newline(text)
    at = _line_end(text, sequence.end)
    yield Edit(at, at, "".join(end + line for each in write for line in each(sequence.column)))


def _into_flow(piece: Piece, said: str, filled: bool) -> Edit:
    if piece.form == "scalar" or not filled:
        brackets = "[]" if piece.form == "sequence" else "{}"
        return Edit(piece.start, piece.end, f"{brackets[0]}{said}{brackets[1]}")
    last = piece.elements[-1] if piece.elements else piece.pairs[-1][2]
    at = max(last.end, piece.pairs[-1][1].end if piece.pairs else 0)
    return Edit(at, at, f", {said}")


def without_pair(text: str, mapping: Piece, key: str) -> Edit | None:
    """Take a key out of a mapping; None where that can't be done without touching something else."""
    at = next(at for at, (name, _, _) in enumerate(mapping.pairs) if name == key)
    spans = [(name.start, max(value.end, name.end + 1)) for _, name, value in mapping.pairs]
    return _without(text, mapping, spans, at)


def without_element(text: str, sequence: Piece, at: int) -> Edit | None:
    """Take an element out of a list; None where that can't be done without touching something else."""
    spans = [(each.start, each.end) for each in sequence.elements]
    if not sequence.flow:
        spans = [(text.rfind("-", 0, start), end) for start, end in spans]
    return _without(text, sequence, spans, at)


def _without(text: str, piece: Piece, spans: Sequence[tuple[int, int]], at: int) -> Edit | None:
    start, end = spans[at]
    if len(spans) == 1:
        return None
    if piece.flow:
        first, last = (spans[at - 1][1], end) if at else (start, spans[1][0])
        return None if "#" in text[first:start] + text[end:last] else Edit(first, last, "")
    begin = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    if text[begin:start].strip():
        # It stands behind a dash: the next key takes its place.
        return None if at or "#" in text[end : spans[1][0]] else Edit(start, spans[1][0], "")
    follows = _line_end(text, end)
    follows += 2 if text.startswith("\r\n", follows) else follows < len(text)
    return Edit(begin, follows, "")


def swapped(text: str, one: Piece, other: Piece) -> tuple[Edit, Edit]:
    """Two pieces of one list, each in the place of the other."""
    return Edit(one.start, one.end, source(text, other)), Edit(other.start, other.end, source(text, one))


def in_place(piece: Piece, said: str) -> Edit:
    """Replace a value, or fill in a missing one."""
    gap = " " if piece.start == piece.end else ""
    return Edit(piece.start, piece.end, gap + said)


def below(text: str, blank: Piece, lines: Iterable[str]) -> Edit:
    """Insert lines below an empty key; a comment on its line is kept."""
    at = _line_end(text, blank.end)
    return Edit(at, at, "".join(newline(text) + line for line in lines))


def as_element(text: str, mapping: Piece, parent: int) -> Edit | None:
    """Turn a mapping below its key into the first element of a list, by a dash in the space before it."""
    start = mapping.start - 2
    if mapping.flow or mapping.column - 2 < parent or text[start : mapping.start] != "  ":
        return None
    return Edit(start, mapping.start, "- ")


def source(text: str, piece: Piece) -> str:
    """The source text of a piece."""
    return text[piece.start : piece.end]


def _line_end(text: str, at: int) -> int:
    found = (place for mark in ("\n", "\r") if (place := text.find(mark, at)) >= 0)
    return min(found, default=len(text))


# Write plain data as an editor would type it: YAML in the fewest lines that read well.

_WIDTH = 110
_PLAIN = re.compile(r"(?:[^\W_]|[«“‘¿¡(])[^\x00-\x1f:#\[\]{}]*")
_TAKEN_FOR_ANOTHER = re.compile(
    r"(?i:y|n|yes|no|true|false|on|off|null)|[-+.\d][\d_.:+\-a-f]*|(?i:0[xob][\da-f_]+)|[\d.]+e[-+]?\d+", re.ASCII
)
_TYPED = re.compile(r"\d[\d/.-]*|true|false")
_BELOW = ("results", "categories", "sources")
"""Keys whose mappings are always written over several lines."""


def scalar(text: str, typed: bool = False, inside: bool = False) -> str:
    """A text on one line, in quotes where it could be taken for something else, here or by another program.

    `inside` brackets, a comma ends it, and some readers stumble over a question mark.
    """
    if typed and _TYPED.fullmatch(text):
        return text
    plain = _PLAIN.fullmatch(text) and not _TAKEN_FOR_ANOTHER.fullmatch(text) and not (inside and set(text) & set(",?"))
    return text if plain and text == text.strip() else json.dumps(text, ensure_ascii=False)


def flow(value: Any, typed: frozenset[str] = frozenset(), key: str = "") -> str:
    """A value on one line."""
    if isinstance(value, str):
        return scalar(value, key in typed, inside=True)
    if isinstance(value, list):
        return f"[{', '.join(flow(each, typed, key) for each in value)}]"
    return f"{{{', '.join(f'{scalar(name, inside=True)}: {flow(each, typed, name)}' for name, each in value.items())}}}"


def document(value: Mapping[str, Any], typed: frozenset[str]) -> str:
    return "".join(f"{line}\n" for key, each in value.items() for line in pair(key, each, 0, typed))


def pair(key: str, value: Any, indent: int, typed: frozenset[str]) -> Iterator[str]:
    """A key and its value, from a column on; what does not fit on a line stands below it."""
    start = f"{' ' * indent}{scalar(key)}:"
    if isinstance(value, str):
        yield f"{start} {scalar(value, key in typed)}"
    elif _on_a_line(key, value, len(start) + 1, typed):
        yield f"{start} {flow(value, typed, key)}"
    else:
        yield start
        yield from _below(key, value, indent + 2, typed)


def _below(key: str, value: Any, indent: int, typed: frozenset[str]) -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from element(each, indent, typed, key)
    else:
        for name, each in value.items():
            yield from pair(name, each, indent, typed)


def element(value: Any, indent: int, typed: frozenset[str], key: str = "") -> Iterator[str]:
    """An element of a list below its key."""
    start = f"{' ' * indent}- "
    if not isinstance(value, dict) or len(start) + len(flow(value, typed, key)) <= _WIDTH:
        yield f"{start}{flow(value, typed, key)}"
        return
    lines = (line for name, each in value.items() for line in pair(name, each, indent + 2, typed))
    for number, line in enumerate(lines):
        yield line if number else start + line.lstrip(" ")


def _on_a_line(key: str, value: Any, start: int, typed: frozenset[str]) -> bool:
    if isinstance(value, dict) and value and key in _BELOW:
        return False
    if isinstance(value, list) and len(value) > 1 and any(isinstance(each, dict) for each in value):
        return False
    return start + len(flow(value, typed, key)) <= _WIDTH


# Find the mapping at the root of a file: of Markdown, that of its front matter.

_BOM = "\ufeff"
_FENCE = re.compile(r"---[ \t]*(?:\r\n|\r|\n)")
_CLOSING = re.compile(r"(?:\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?=\r|\n|$)")


def opened(path: str, text: str) -> tuple[Piece, int] | None:
    """The root, and the number of its first line; None where it can't be edited in place."""
    start, end, _ = _bounds(path, text)
    root = parse(text[start:end], start) if start >= 0 else None
    line = 2 if path.endswith(".md") else 1
    return (root, line) if root is not None and root.form == "mapping" and root.pairs else None


def body(path: str, text: str) -> int:
    """Where the text below the front matter of a Markdown file begins; -1 where there is none."""
    return _bounds(path, text)[2]


def _bounds(path: str, text: str) -> tuple[int, int, int]:
    """The start and end of the YAML, and the start of the text after it; -1 where there is none."""
    start = len(_BOM) if text.startswith(_BOM) else 0
    if not path.endswith(".md"):
        return start, len(text), -1
    fence = _FENCE.match(text, start)
    closing = _CLOSING.search(text, fence.end() - 1) if fence else None
    if fence is None or closing is None:
        return -1, -1, -1
    follows = _line_end(text, closing.end())
    follows += 2 if text.startswith("\r\n", follows) else follows < len(text)
    return fence.end(), max(fence.end(), closing.start()), follows
