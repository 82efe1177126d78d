"""Read YAML and front matter into nodes that know where they stand, and write them back.

Owns: the yaml library; Node, decoding, front matter, duplicate keys, YAML's own errors.
Never: gives a scalar a type (YAML's guesses never happen), knows a schema, opens a file.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

import yaml

from . import quotes
from .problems import Problem, Span

_MOST_NODES = 200_000
_SPENT = -_MOST_NODES
_DEEPEST = 40
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST_OPENED = 2_000
# Control characters, line breaks that only some programs count, and the private ones that pages are built with.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ue000-\ue0ff\ufeff\ufffe\uffff]")
_STANDARD_TAGS = "tag:yaml.org,2002:"

_HINTS = (
    ("mapping values are not allowed", "check the indentation, or put quotes around a text that holds \": \""),
    ("did not find expected key", "check the indentation of this line and of the ones above it"),
    ("expected <block end>", "check the indentation of this line and of the ones above it"),
    ("could not find expected ':'", "write `key: value`, with a space after the colon"),
    ("did not find expected ',' or", "separate with commas, and close the bracket"),
    ("cannot start any token", "put quotes around a text that starts with @, ` or %"),
    ("did not find expected alphabetic", "put quotes around a text that starts with * or &"),
    ("undefined alias", "put quotes around a text that starts with *"),
)


@dataclass(frozen=True, slots=True)
class Node:
    """A scalar (its text, None when left empty), a sequence or a mapping, and its place."""

    form: str
    span: Span
    value: str | None = None
    elements: "tuple[Node, ...]" = ()
    pairs: "tuple[Pair, ...]" = ()

    def get(self, wanted: str) -> "Node | None":
        return next((pair.value for pair in self.pairs if pair.key == wanted), None)


@dataclass(frozen=True, slots=True)
class Pair:
    """A key, its place, and its value."""

    key: str
    span: Span
    value: Node


def decode(path: str, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """UTF-8 text without a byte-order mark, letters composed; other bytes are a problem with their place."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return "", (_not_utf8(path, data, error),)
    found = _UNPRINTABLE.search(text)
    if found:
        return "", (_unprintable(_place(path, text, found.start()), found[0]),)
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")), ()


def parse(path: str, text: str, first_line: int = 1) -> tuple[Node | None, tuple[Problem, ...]]:
    """The one document of a YAML text; None when it is empty or can't be read."""
    try:
        if sum(map(text.count, "[{-?")) > _MOST_OPENED and _too_deep(text):
            return None, (_too_large(Span(path, first_line)),)
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        return None, (_syntax(path, text, error, first_line),)
    except yaml.YAMLError as error:
        return None, (Problem("yaml", Span(path, first_line), f"this is not YAML: {error}"),)
    except RecursionError:
        return None, (_too_large(Span(path, first_line)),)
    if root is None:
        return None, ()
    problems: list[Problem] = []
    budget = [_MOST_NODES]
    node = _node(root, path, first_line - 1, problems, budget, 0)
    return (None, tuple(problems[:1])) if budget[0] < 0 else (node, tuple(problems))


def front_matter(path: str, text: str) -> tuple[Node | None, str, int, tuple[Problem, ...]]:
    """Metadata, the text after it, the line on which that starts, and problems."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        hint = "start the file with `---`, `title: …` and `---`"
        return None, text, 1, (Problem("front-matter", Span(path), "the front matter is missing", hint),)
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
    if end is None:
        problem = Problem("front-matter", Span(path), "the front matter is not closed", "end it with a line `---`")
        return None, "", 1, (problem,)
    node, problems = parse(path, "\n".join(lines[1:end]), first_line=2)
    return node, "\n".join(lines[end + 1 :]), end + 2, problems


def unprintable(text: str) -> str:
    """The first character that no file may hold; nothing where all may stand."""
    found = None if text.isprintable() else _UNPRINTABLE.search(text)
    return found[0] if found else ""


def dump(value: object) -> str:
    """Plain data as YAML that `parse` reads back to the same text."""
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=100, default_flow_style=False)


def _node(
    raw: yaml.Node, path: str, offset: int, problems: list[Problem], budget: list[int], depth: int
) -> Node:
    span = Span(path, raw.start_mark.line + 1 + offset, raw.start_mark.column + 1)
    budget[0] -= 1
    if budget[0] < 0 or depth > _DEEPEST:
        if budget[0] > _SPENT:
            problems[:] = [_too_large(span)]
        budget[0] = _SPENT
        return Node("scalar", span)
    if not raw.tag.startswith(_STANDARD_TAGS):
        problems.append(Problem("yaml", span, f'the tag "{raw.tag}" is not read here', "delete it"))
    if isinstance(raw, yaml.ScalarNode):
        empty = not raw.style and raw.value in ("", "~", "null")
        escaped = _UNPRINTABLE.search(raw.value)
        if escaped:
            problems.append(_unprintable(span, escaped[0]))
        return Node("scalar", span, value=None if empty else raw.value)

    def below(child: yaml.Node) -> Node:
        return _node(child, path, offset, problems, budget, depth + 1)

    if isinstance(raw, yaml.SequenceNode):
        return Node("sequence", span, elements=tuple(below(child) for child in raw.value))
    return Node("mapping", span, pairs=_pairs(((below(key), below(value)) for key, value in raw.value), problems))


def _pairs(written: Iterable[tuple[Node, Node]], problems: list[Problem]) -> tuple[Pair, ...]:
    pairs: dict[str, Pair] = {}
    for key, value in written:
        if key.value is None:
            problems.append(Problem("yaml", key.span, "a key must be a text", "put quotes around it"))
        elif key.value in pairs:
            problems.append(_duplicate(key, pairs[key.value]))
        else:
            pairs[key.value] = Pair(key.value, key.span, value)
    return tuple(pairs.values())


def _duplicate(key: Node, first: Pair) -> Problem:
    message = f'the key "{key.value}" is here twice; the first is on line {first.span.line}'
    return Problem("duplicate-key", key.span, message, "delete one, or join the two")


def _too_deep(text: str) -> bool:
    """Whether a text nests too much to be composed: there the library recurses in C, where nothing stops it."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            return True
    return False


def _unprintable(span: Span, character: str) -> Problem:
    message = f"the file holds an unprintable character, U+{ord(character):04X}"
    return Problem("encoding", span, message, "delete it")


def _too_large(span: Span) -> Problem:
    message = "this file nests or repeats too much to be read"
    return Problem("yaml", span, message, "write aliases (*name) out, or split the file")


def _syntax(path: str, text: str, error: yaml.MarkedYAMLError, first_line: int) -> Problem:
    mark = error.problem_mark or error.context_mark
    said = (error.problem or error.context or "it can't be read").strip()
    hint = next((hint for part, hint in _HINTS if part in said), "")
    if mark is None:
        return Problem("yaml", Span(path, first_line), f"this is not YAML: {said}", hint)
    misquoted = _misquoted(path, text, mark, first_line)
    if misquoted:
        return misquoted
    line = next(iter(text.split("\n")[mark.line :]), "")
    if line[mark.column :].startswith("\t"):
        hint = "indent with spaces, not tabs"
    return Problem("yaml", Span(path, mark.line + first_line, mark.column + 1), f"this is not YAML: {said}", hint)


def _misquoted(path: str, text: str, mark: yaml.Mark, first_line: int) -> Problem | None:
    """A quote that is left open is told where it opens, one that closes too early where it does."""
    before = sum(len(line) + 1 for line in text.split("\n")[: mark.line]) + mark.column
    left_open = quotes.open_quote(text, before)
    if left_open:
        span = _place(path, text, left_open.start, first_line)
        message = "this is not YAML: the quote that opens here is not closed on its line"
        return Problem("yaml", span, message, f"close it: {quotes.closed(text, left_open)}")
    early = quotes.ending_at(text, before)
    if early:
        span = _place(path, text, early.end - 1, first_line)
        inside = '\\"' if text[early.start] == '"' else "\'\'"
        message = "this is not YAML: the quoted text ends here, and more follows"
        return Problem("yaml", span, message, f"inside these quotes, write a quote as {inside}")
    return None


def _not_utf8(path: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    before = data[: error.start].decode("utf-8", "replace")
    span = _place(path, before, len(before))
    message = f"the file is not UTF-8: byte 0x{data[error.start]:02X} is no text"
    return Problem("encoding", span, message, "save the file as UTF-8")


def _place(path: str, text: str, index: int, first_line: int = 1) -> Span:
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    return Span(path, before.count("\n") + first_line, len(before) - before.rfind("\n"))
