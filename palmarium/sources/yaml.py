"""YAML and front matter as nodes with places; every scalar stays a text."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from ..problems import Fix, Level, Problem, Span, quoted
from . import plaintext, syntax
from .nodes import Node, Pair

_MOST_NODES = 200_000
_SPENT = -_MOST_NODES
_DEEPEST = 40
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MOST_OPENED = 2_000
_REST = 500
_LONGEST_LINE = 100_000
_MARKED = re.compile(r"(?:^|[\s\[{,])(?:&\S|!)", re.MULTILINE)
_CUT = re.compile(r"[ \t]+(#[^\s#].*)")
_CURLY_OPENS = ("“", "”", "‘", "’")
_CURLY = re.compile(r"([“”])([^“”]+)[“”]|([‘’])([^‘’]+)[‘’]")
_SWALLOWED = re.compile(r"[ \t]*(?:-[ \t]*[^\W\d_]|(?P<key>[a-z_]+):[^\s/:])")


def parse(path: str, text: str, first_line: int = 1) -> tuple[Node | None, tuple[Problem, ...]]:
    """The one document of a YAML text; None when it is empty or can't be read."""
    try:
        if sum(map(text.count, "[{-?")) > _MOST_OPENED and _too_deep(text):
            return None, (_too_large(Span(path, first_line)),)
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        return None, (_syntax(path, text, mark, first_line),)
    except RecursionError:
        return None, (_too_large(Span(path, first_line)),)
    if root is None:
        return None, ()
    source = _Source(path, text.split("\n"), first_line - 1)
    problems: list[Problem] = [*_marks(text, source)] if _MARKED.search(text) else []
    budget = [_MOST_NODES]
    node = _node(root, source, problems, budget, 0)
    return (None, tuple(problems[:1])) if budget[0] < 0 else (node, tuple(problems))


def front_matter(
    path: str, text: str, needed: Collection[str] = ("title",)
) -> tuple[Node | None, str, int, tuple[Problem, ...]]:
    """Metadata, the text after it, the line on which that starts, and problems."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        keys = ", ".join(f"`{key}: …`" for key in needed)
        hint = f"start the file with `---`, {keys} and `---`, each on a line of its own"
        first = next((at for at, line in enumerate(lines) if line.strip()), 0)
        if re.fullmatch(r"\s*[-–—]{1,4}\s*|\s*\+{3}\s*", lines[first]):
            # Its first line is there, and is another one.
            above = "delete the empty lines above it, and " if first else ""
            hint = f"{above}write `---` in its first line, its keys below, and `---` behind them"
        return None, text, 1, (Problem("front-matter", Span(path), "the front matter is missing", hint),)
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
    if end is None:
        like = next((i for i, line in enumerate(lines[1:], 1) if re.fullmatch(r"\s*[-–—]{1,5}\s*", line)), None)
        hint = f"write `---` in line {like + 1}" if like else "end it with a line `---`"
        problem = Problem("front-matter", Span(path), "the front matter is not closed", hint)
        return None, "", 1, (problem,)
    node, problems = parse(path, "\n".join(lines[1:end]), first_line=2)
    return node, "\n".join(lines[end + 1 :]), end + 2, problems


def dump(value: object) -> str:
    """Plain data as YAML that `parse` reads back to the same text."""
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=100, default_flow_style=False)


@dataclass(frozen=True, slots=True)
class _Source:
    """The lines of a YAML text, and where it begins in its file."""

    path: str
    lines: list[str]
    offset: int

    def span(self, mark: Any) -> Span:
        return Span(self.path, mark.line + 1 + self.offset, mark.column + 1)

    def behind(self, mark: Any) -> str:
        """The rest of a line, or the beginning of it: one line may hold a whole file."""
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        return line[mark.column : mark.column + _REST]

    def lines_of(self, raw: yaml.ScalarNode) -> tuple[str, ...]:
        """The lines of a text without quotes that takes several."""
        first, last = raw.start_mark, raw.end_mark
        if first.line == last.line or raw.style in ("'", '"'):
            return ()
        if raw.style:
            written = self.lines[first.line + 1 : last.line + (last.column > 0)]
        else:
            inside = self.lines[first.line + 1 : last.line]
            written = [self.lines[first.line][first.column :], *inside, self.lines[last.line][: last.column]]
        told = tuple(line.strip() for line in written if line.strip())
        return told if len(told) > 1 else ()


def _node(raw: yaml.Node, source: _Source, problems: list[Problem], budget: list[int], depth: int) -> Node:
    span = source.span(raw.start_mark)
    budget[0] -= 1
    if budget[0] < 0 or depth > _DEEPEST:
        if budget[0] > _SPENT:
            problems[:] = [_too_large(span)]
        budget[0] = _SPENT
        return Node("scalar", span)
    if isinstance(raw, yaml.ScalarNode):
        if len(raw.value) > plaintext.LONGEST:
            # Nothing that compares texts gets it.
            problems.append(plaintext.too_long(span, len(raw.value)))
            return Node("scalar", span, value=raw.value[:_REST])
        empty = not raw.style and raw.value in ("", "~", "null")
        escaped = plaintext.UNPRINTABLE.search(raw.value)
        if escaped:
            problems.append(plaintext.unprinted(span, escaped[0]))
        if not raw.style:
            problems += _doubtful(raw, source)
        return Node("scalar", span, value=None if empty else raw.value, lines=source.lines_of(raw))

    def below(child: yaml.Node) -> Node:
        return _node(child, source, problems, budget, depth + 1)

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


def _marks(text: str, source: _Source) -> Iterator[Problem]:
    """Texts that begin with ! or &: YAML reads a tag or a name for reuse, and leaves it out of the text."""
    events = tuple(yaml.parse(text, Loader=_LOADER))
    reused = {event.anchor for event in events if isinstance(event, yaml.AliasEvent)}
    for event in events:
        tag, anchor = getattr(event, "tag", None), getattr(event, "anchor", None)
        mark: Any = event.start_mark
        written = source.behind(mark).rstrip()
        hint = f"put quotes around it: {quoted(written)}"
        if tag:
            named = written.split(" ")[0]
            yield Problem("yaml", source.span(mark), f'the tag "{named}" is not read here', f"delete it, or {hint}")
        elif anchor and anchor not in reused:
            yield Problem("yaml", source.span(mark), f'"&{anchor}" is no text here: YAML reads it as a mark', hint)


def _doubtful(raw: yaml.ScalarNode, source: _Source) -> Iterator[Problem]:
    """A text without quotes of which something was left out, or that holds more than was meant."""
    mark = raw.end_mark
    behind = source.behind(mark)
    if "#" in behind and (cut := _CUT.match(behind)):
        whole = quoted(f"{raw.value} {cut[1]}".strip())
        message = f'the text ends before "{cut[1].split(" ")[0]}": what follows is a comment'
        hint = f"write {whole} if it belongs to the text, or a space behind # if not"
        yield Problem("doubtful-text", source.span(mark), message, hint, Level.WARNING, (raw.value,))
    if raw.value[:1] in _CURLY_OPENS and (curly := _CURLY.fullmatch(raw.value)):
        plain, printed = quoted(curly[2] or curly[4]), quoted(raw.value)
        hint = f"write {plain}, or {printed} to print them"
        message, span = "curly quotes are part of the text", source.span(raw.start_mark)
        fix = Fix(span, raw.value, plain)
        yield Problem("doubtful-text", span, message, hint, Level.WARNING, (raw.value,), fix=fix)
    for number in range(raw.start_mark.line + 1, min(mark.line + 1, len(source.lines))):
        line = source.lines[number]
        if swallowed := _SWALLOWED.match(line):
            span = Span(source.path, number + 1 + source.offset, len(line) - len(line.lstrip()) + 1)
            bare, key = line.strip(), swallowed["key"]
            meant = f"{key}: {bare[len(key) + 1 :]}" if key else f"- {bare.lstrip('- ')}"
            hint = f"write `{meant}`, below a key that has no text on its own line; or quotes around the whole text"
            message = "this line goes on with the text above it"
            yield Problem("doubtful-text", span, message, hint, Level.WARNING, (raw.value,))


def _too_deep(text: str) -> bool:
    """Whether a text nests too much to be composed: there the library recurses in C, where nothing stops it."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            return True
    return False


def _too_large(span: Span) -> Problem:
    message = "this file nests or repeats too much to be read"
    return Problem("yaml", span, message, "write aliases (*name) out, or split the file")


def _syntax(path: str, text: str, mark: yaml.Mark | None, first_line: int) -> Problem:
    """What breaks the text; of the parser only the place where it stumbled is taken."""
    if syntax.nests_too_deep(text):
        return _too_large(Span(path, first_line))
    lines = text.split("\n")
    at = mark.line if mark and mark.line < len(lines) else 0
    if len(lines[at]) > _LONGEST_LINE:
        # What is wrong in it is looked for with many patterns, and nobody could find it again.
        column = mark.column + 1 if mark else 1
        message = f"this is not YAML: a line of {len(lines[at]):,} letters can't be read from here on"
        hint = "write each key on a line of its own; a long text stands below the front matter"
        return Problem("yaml", Span(path, first_line + at, column), message, hint)
    stumbled = sum(len(line) + 1 for line in lines[: mark.line]) + mark.column if mark else 0
    fault = syntax.yaml_fault(text, stumbled)
    span = plaintext.place(path, text, fault.place, first_line)
    fix = Fix(span, fault.typed, fault.instead) if fault.typed else None
    return Problem("yaml", span, f"this is not YAML: {fault.message}", fault.hint, fix=fix)
