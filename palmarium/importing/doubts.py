"""Doubts of an import: what of a table is read as it stands, and may be meant otherwise."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import partial

from ..problems import Level, Problem, Span
from . import mapping as written
from .cells import clean, compiled, own_columns
from .column_words import is_heading
from .filling import values
from .mapping import Value
from .patterns import UnreadableCell
from .profiles import TURNED
from .tables.table import Table, places

_TWO = re.compile(r"[A-Z][^\s,.]+ [^,\n]+, [A-Z][^\s,.]+ (?!of\b)[^,\n]+|[^\n]*[^\W\d],[^\W\d][^\n]*")
_BOTH = re.compile(r"(?<=\w) [A-Z][^\s,]{0,40}( & | and | et | und | / |; )[A-Z][^\s,]{0,40} [A-Z]")

_MARKED = re.compile(r"(?<=[\w.)”\"]) ?[*†‡§✓✔☑★☆◊#^]{1,3}$|^[*†‡§✓✔☑★☆◊]{1,3} ?(?=\w)|(?<=\w) ?[(\[][^\W\d_][)\]]$")

_json = partial(json.dumps, ensure_ascii=False)


def doubts(how: written.Mapping, table: Table, maps: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    """Warnings for rows and names of a table that may say something else than what is read; `maps` as for a mapping."""
    yield from _broken(how, table, maps)
    yield from _other_tables(table)


def _broken(how: written.Mapping, table: Table, maps: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    """Cells of several lines, or with a comma, in a column of names: each part may be a name of its own."""
    named = (*(part.name for part in getattr(how.result, "holders", ())), getattr(how.name, "name", None))
    for value in (each for name in named for each in values(name)):
        for column in sorted(own_columns(value)) if "\n" not in value.split else ():
            at = table.columns.index(column)
            cells = [(row.span, cell) for row in table.rows if isinstance(cell := row.cells[at], str) and cell]
            for row, cell in cells:
                if "\n" in cell.strip():
                    message = f'"{clean(cell)}" stands in several lines, and is read as one name'
                    yield Problem("line-breaks", row, message, 'if each is a name: `split = "\\n"`', Level.WARNING)
            if not (how.rules or value.split or value.pattern or value.map or value.replace):
                yield from _listed(cells)
        if not how.rules:
            yield from _left_over(value, table, maps)


def _listed(cells: list[tuple[Span, str]]) -> Iterator[Problem]:
    """Two of two words or more on either side of a comma, or a comma without a space; where most are so, once."""
    found = [(row, cell) for row, cell in cells if _TWO.fullmatch(cell)]
    if len(found) * 2 > len(cells) and len(found) > 1:
        row, cell = found[0]
        message = f'"{clean(cell)}" holds a comma, as do most cells of its column, and is read as one name'
        yield Problem("joined-names", row, message, 'if they are several: `split = ", "`', Level.WARNING)
        return
    for row, cell in found:
        message = f'"{clean(cell)}" holds a comma, and is read as one name'
        yield Problem("joined-names", row, message, 'if they are several: `split = ", "`', Level.WARNING)


def _left_over(value: Value, table: Table, maps: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    """Names that hold a comma, or another sign between two, after they were split by something else; or a mark."""
    take = compiled(value, places(table), maps)
    by = " or ".join(map(_json, value.split))
    for row in table.rows:
        try:
            texts = take(row.cells)
        except UnreadableCell:
            continue
        for text in texts:
            _, comma, behind = text.partition(", ")
            both = _BOTH.search(text) if value.split else None
            comma = comma if value.split else ""
            if mark := _MARKED.search(text):
                message = f'"{text}" is read with "{mark[0].strip()}", which may say something else than the name'
                hint = (
                    f'`replace = {{{_json(mark[0])} = ""}}` leaves it out; if it says who won, put that into a column'
                )
                yield Problem("marked-name", row.span, message, hint, Level.WARNING)
            left = ", " if comma and not TURNED.fullmatch(behind) else both[1] if both else ""
            if left:
                message = f'"{text}" is read as one name: line {value.span.line} of the mapping splits by {by} alone'
                hint = f"if they are several: `split = [{', '.join(map(_json, (*value.split, left)))}]`"
                yield Problem("joined-names", row.span, message, hint, Level.WARNING)


def _other_tables(table: Table) -> Iterator[Problem]:
    """Rows whose cells are all what columns are called: another table may begin there."""
    is_list = table.how.format == "names"
    for row in table.rows:
        cells = row.cells[:1] if is_list else row.cells
        if is_heading(cells) and (is_list or sum(1 for cell in cells if cell) > 1):
            shown = ", ".join(_json(cell) for cell in cells if cell)
            message = f"{shown}: that is what columns are called, and it is read as a row, as is all below it"
            hint = "put each table into a file of its own, or name these rows in a `[[skip]]`"
            yield Problem("header", row.span, message, hint, Level.WARNING)
