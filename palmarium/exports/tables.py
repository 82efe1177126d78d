"""Write the archive as tables, for spreadsheets and statistics: comma-separated values after RFC 4180.

UTF-8 without a byte-order mark, a row of column names, lines that end in CRLF. What a spreadsheet would run as a
formula gets an apostrophe in front, at the beginning of a cell and behind a semicolon or the end of a line, which begin
a cell in some countries; apostrophes that stand there get one more, so that the text is got back by taking one away. A
number gets none. Several values in one cell are separated by ` | `.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Any

from ..pages.context import Context
from ..pages.plan import Listed, ListFile, ListLine, Part, Piece
from .records.columns import TABLES, CsvTable, row_parts

OUTPUT = "tables"
_BETWEEN = " | "
_FORMULA = "=+\\-@\t\r\n＝＋－＠"
_RUN = re.compile(rf"(^ *|[;\n\r] *)(?='*[{_FORMULA}])")
_MAY_RUN = re.compile(rf"^['\s]|[;\n\r{_FORMULA}]")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")


def parts(context: Context, pages: Mapping[str, Listed]) -> Iterator[Part]:
    yield from row_parts(context, TABLES.values(), _rows)


def lists(context: Context) -> Iterator[ListFile]:
    """The tables, which are there even without a record."""
    return (_table(context, table) for table in TABLES.values())


def _rows(context: Context, table: CsvTable[Any, Any], index: str, key: str) -> Iterator[Piece]:
    rows = table.cells(context, index, key)
    if rows:
        yield ListLine(_table(context, table), key, _text_of(map(_cell, row) for row in rows))


def _table(context: Context, table: CsvTable[Any, Any]) -> ListFile:
    head = _text_of([[column.name for column in table.columns]])
    return ListFile(context.urls.table(table.name), head, empty=head)


def _text_of(rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def _cell(value: Any) -> str:
    text = value if type(value) is str else _text(value)
    return _safe(text) if _MAY_RUN.search(text) else text


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return _BETWEEN.join(value) if any(value) else ""
    return str(value)


def _safe(text: str) -> str:
    """The text with an apostrophe wherever a spreadsheet would run the rest of it; a number stays as it is."""
    return text if _NUMBER.fullmatch(text) else _RUN.sub(r"\1'", text)
