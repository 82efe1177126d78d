"""Markdown tables: cells between vertical bars, a line of dashes below the header."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ...problems import Level, Problem, Span, did_you_mean, ranges
from ..tables import decoding, grid
from ..tables.grid import Line
from ..tables.repair import uneven
from ..tables.table import Reading, Table

ENDINGS = (".md", ".markdown", ".mdown")
_RULE = re.compile(r"\s*(?:\|\s*)?:?-+:?\s*(?:\|\s*:?-+:?\s*)*(?:\|\s*)?")
_SIGN = re.compile(r"`+|\\.|\|")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.*)")
_FENCE = re.compile(r"\s{0,3}(```|~~~)")
_STARS = re.compile(r"\*{1,3}|_{1,3}")
_SET_APART = """`keep = ["emphasis"]`, `laureate = {…, strip = "*_"}`, \
`distinction = {…, pattern = '[*_]{2}', map = {"**" = "winner"}, else = "nominee"}`"""
_LINK = re.compile(r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\([^()\s]*(?:\([^()\s]*\))?(?:\s+\"[^\"]*\")?\)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|~-])")


@dataclass(frozen=True, slots=True)
class _FoundTable:
    """A table: the heading above it, the number of its first line, the lines of its header and its rows."""

    heading: str
    start: int
    lines: tuple[Line, ...]


def read(path: str, data: bytes, how: Reading) -> tuple[Table | None, tuple[Problem, ...]]:
    decoded, problems = decoding.decode(path, data, how.encoding)
    if decoded is None:
        return None, problems
    written = decoded.text.split("\n")
    tables = tuple(_tables(written))
    if not tables:
        hint = "a table has bars between its cells, and a line `| --- | --- |` below its header"
        return None, (*problems, Problem("no-rows", Span(path), "this file holds no table", hint))
    found, told = _chosen(path, tables, how.sheet)
    if found is None:
        return None, (*problems, *told)
    cells = tuple(_plain(line, how.keep) for line in found.lines)
    merged = tuple(_merged(cells))
    how = replace(how, format="markdown", encoding=decoded.encoding, sheet=found.heading)
    table, misfits = grid.table(path, merged, replace(how, header=how.header or found.start))
    marked = [line for line, plain in zip(found.lines, cells, strict=True) if line != plain]
    up = [line for line, whole in zip(cells, merged, strict=True) if line != whole]
    told = (*told, *_told(path, marked, "markdown", "Markdown in cells: read as the text it shows", "repaired"))
    if "emphasis" not in how.keep:
        head, *body = found.lines
        told = (*told, *uneven(path, head.cells, ((line.number, line.cells) for line in body), _outside, _SET_APART))
    told = (*told, *_told(path, up, "merged-cells", "`^^` in cells: read as what stands above"))
    rest = tuple(_rest(written, tables, found))
    return replace(table, rest=rest) if table else None, (*problems, *told, *misfits)


def _tables(written: list[str]) -> Iterator[_FoundTable]:
    heading, at, is_code = "", 0, False
    while at < len(written):
        line = written[at]
        is_code ^= bool(_FENCE.match(line))
        if found := _HEADING.fullmatch(line):
            heading = found[1].rstrip().rstrip("#").rstrip()
        following = written[at + 1] if at + 1 < len(written) else ""
        if is_code or "|" not in line or "-" not in following or not _RULE.fullmatch(following):
            at += 1
            continue
        end = at + 2
        while end < len(written) and "|" in written[end]:
            end += 1
        numbers = (at, *range(at + 2, end))
        yield _FoundTable(heading, at + 1, tuple(Line(number + 1, _cells(written[number])) for number in numbers))
        at = end


def _cells(line: str) -> tuple[str, ...]:
    """The cells between the bars; a bar in code or after a backslash does not separate."""
    bars, after = [], 0
    ends = {start: end for start, _, _, end in _codes(line)}
    for sign in _SIGN.finditer(line):
        if sign.start() >= after and sign[0] == "|":
            bars.append(sign.start())
        after = max(after, ends.get(sign.start(), 0))
    parts = [line[start + 1 : end].strip() for start, end in zip((-1, *bars), (*bars, len(line)), strict=True)]
    first = 1 if line.lstrip().startswith("|") else 0
    return tuple(parts[first : -1 if line.rstrip().endswith("|") and len(parts) > first + 1 else None])


def _codes(text: str) -> Iterator[tuple[int, int, int, int]]:
    """Code between backticks, as many before as behind it: where it starts with and without them, and where it ends."""
    runs = [(sign.start(), sign.end()) for sign in _SIGN.finditer(text) if sign[0][0] == "`"]
    last: dict[int, list[int]] = {}
    for start, end in reversed(runs):
        last.setdefault(end - start, []).append(start)
    after = 0
    for start, end in runs:
        ahead = last[end - start]
        ahead.pop()
        if start >= after and ahead:
            after = ahead[-1] + end - start
            yield start, end, ahead[-1], after


def _emphasised(text: str) -> list[tuple[int, int, int, int]]:
    """What is bold or in italics: the same four places of each, the outer before the inner."""
    opened: dict[str, list[tuple[int, int]]] = {}
    found = []
    for stars in _STARS.finditer(text):
        start, end = stars.span()
        before, behind = text[start - 1 : start], text[end : end + 1]
        waiting = opened.setdefault(stars[0], [])
        if waiting and not before.isspace() and not _is_word(behind) and waiting[-1][1] < start:
            found.append((*waiting.pop(), start, end))
        elif not _is_word(before) and behind.strip():
            waiting.append((start, end))
    return sorted(found)


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _unmarked(text: str, spans: Iterable[tuple[int, int, int, int]]) -> str:
    """The text without the signs around spans."""
    signs = sorted(place for start, inner, outer, end in spans for place in ((start, inner), (outer, end)))
    ends = (0, *(end for _, end in signs))
    return "".join(
        text[end:start] for end, start in zip(ends, (*(start for start, _ in signs), len(text)), strict=True)
    )


def _outside(text: str) -> str:
    """What is neither bold nor in italics."""
    pieces, after = [], 0
    for start, _, _, end in _emphasised(text):
        pieces.append(text[after:start])
        after = max(after, end)
    return "".join((*pieces, text[after:]))


def _chosen(path: str, tables: tuple[_FoundTable, ...], wanted: str) -> tuple[_FoundTable | None, tuple[Problem, ...]]:
    """The table below the given heading, or the first one; other tables are reported."""
    headings = [table.heading for table in tables]
    if wanted:
        found = next((table for table in tables if table.heading == wanted), None)
        hint = did_you_mean(wanted, headings) or f"there are {', '.join(filter(None, headings))}"
        wrong = Problem("sheet", Span(path), f'no table stands below the heading "{wanted}"', hint)
        return found, () if found else (wrong,)
    if len(tables) == 1:
        return tables[0], ()
    others = ", ".join(f'"{table.heading}" (line {table.start})' for table in tables[1:])
    message = f"of {len(tables)} tables the first is read; the others stand below {others}"
    hint = f'sheet = "{tables[1].heading}"' if tables[1].heading else "write a heading above each"
    return tables[0], (Problem("sheet", Span(path, tables[0].start), message, hint, Level.WARNING),)


def _plain(line: Line, keep: tuple[str, ...]) -> Line:
    cells = []
    for cell in line.cells:
        cell = _LINK.sub(r"\1", cell)
        cell = cell if "emphasis" in keep else _unmarked(cell, _emphasised(cell))
        cells.append(_ESCAPED.sub(r"\1", _unmarked(cell, _codes(cell))))
    return Line(line.number, tuple(cells))


def _merged(lines: tuple[Line, ...]) -> Iterator[Line]:
    above: tuple[str, ...] = ()
    for line in lines:
        above = tuple(above[at] if cell == "^^" and at < len(above) else cell for at, cell in enumerate(line.cells))
        yield Line(line.number, above)


def _told(path: str, lines: list[Line], code: str, what: str, family: str = "") -> Iterator[Problem]:
    if lines:
        where = ranges(line.number for line in lines)
        code = f"{family}-{code}" if family else code
        yield Problem(code, Span(path, lines[0].number), f"{what}, in lines {where}", level=Level.WARNING)


def _rest(written: list[str], tables: tuple[_FoundTable, ...], found: _FoundTable) -> Iterator[str]:
    inside = {number for table in tables for line in table.lines for number in (line.number, table.start + 1)}
    outside = [at for at, line in enumerate(written, 1) if line.strip() and at not in inside]
    if outside:
        yield f"the text around the table, in lines {ranges(outside)}"
    for table in tables:
        if table is not found:
            yield f'the table "{table.heading}", in line {table.start}'
