"""Comma-separated values, with any delimiter, and with quotes balanced or not."""

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from ...problems import Level, Problem, Span
from ..tables import decoding, grid
from ..tables.grid import Line
from ..tables.table import Reading, Table

ENDINGS = (".csv", ".tsv", ".tab")
_DELIMITERS = ("\t", ";", "|", ",")
_LOOKED_AT = 200
_MOST_BROKEN = 300


def read(path: str, data: bytes, how: Reading) -> tuple[Table | None, tuple[Problem, ...]]:
    decoded, problems = decoding.decode(path, data, how.encoding)
    if decoded is None:
        return None, problems
    # Or else a long cell is said to have a wrong quote.
    csv.field_size_limit(max(len(decoded.text), csv.field_size_limit()))
    written = decoded.text.split("\n")
    said = re.fullmatch(r"sep=(.)", written[0])
    if said:
        written[0] = ""
    delimiter = how.delimiter or (said[1] if said else _delimiter(written, how.header))
    if len(delimiter) != 1 or delimiter in '\r\n"':
        message = f"the delimiter is one character, not {delimiter!r}"
        return None, (*problems, Problem("delimiter", Span(path), message, 'delimiter = ";"'))
    how = replace(how, format="csv", encoding=decoded.encoding, delimiter=delimiter)
    broken: list[Problem] = []
    table, misfits = grid.table(path, _lines(path, written, delimiter, broken), how)
    return table, (*problems, *broken, *misfits)


def _delimiter(written: list[str], header: int) -> str:
    """The delimiter for which most rows are as wide as the header, or as most rows; of several, the widest table."""
    start = max(header - 1, 0)
    looked = [f"{line}\n" for line in islice(written, start, start + _LOOKED_AT) if line.strip()]
    return max((_fitness(looked, delimiter), -at, delimiter) for at, delimiter in enumerate(_DELIMITERS))[2]


def _fitness(looked: list[str], delimiter: str) -> tuple[float, int]:
    try:
        widths = [len(cells) for cells in csv.reader(looked, delimiter=delimiter)]
    except csv.Error:
        return 0, 0
    # A title above the table has no delimiter.
    width = next((width for width in widths if width > 1), 0)
    return (round(widths.count(width) / len(widths), 1), width) if width else (0, 0)


def _lines(path: str, written: list[str], delimiter: str, broken: list[Problem]) -> Iterator[Line]:
    """Every row with its first line; a row with an unbalanced quote is read literally and reported."""
    start = 0
    while start < len(written):
        read = 0
        reader = csv.reader((f"{line}\n" for line in islice(written, start, None)), delimiter=delimiter, strict=True)
        try:
            for cells in reader:
                yield Line(start + read + 1, tuple(cells))
                read = reader.line_num
            return
        except csv.Error:
            start += read
        broken.append(_stray(path, start + 1, written[start]))
        yield Line(start + 1, _as_it_stands(written[start], delimiter))
        start += 1
        if len(broken) > _MOST_BROKEN:
            rest = islice(enumerate(written), start, None)
            yield from (Line(at + 1, _as_it_stands(line, delimiter)) for at, line in rest)
            return


def _stray(path: str, line: int, text: str) -> Problem:
    message = "a quote in this row opens or closes at the wrong place: its quotes are read as they stand"
    at = text.find('"') + 1
    hint = 'write a quote inside a cell twice: """So it goes"", a novel"'
    return Problem("stray-quote", Span(path, line, max(at, 1)), message, hint, Level.WARNING)


def _as_it_stands(text: str, delimiter: str) -> tuple[str, ...]:
    """Cells of a line read literally: only quotes around a whole cell count."""
    end = re.escape(delimiter)
    cell = re.compile(rf'(?:"((?:[^"]|"")*)"|([^{end}]*))({end}|$)')
    cells = []
    at = 0
    while found := cell.match(text, at):
        cells.append(found[2] if found[1] is None else found[1].replace('""', '"'))
        at = found.end()
        if not found[3]:
            break
    return tuple(cells)
