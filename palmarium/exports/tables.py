"""Write the archive as tables, for spreadsheets and statistics: comma-separated values after RFC 4180.

UTF-8 without a byte-order mark, a row of column names, lines that end in CRLF. A cell that a spreadsheet would
run as a formula gets an apostrophe in front; a number does not. Several values in one cell are separated by ` | `.
"""

import csv
import io
import re
from collections.abc import Iterator
from enum import Enum
from typing import Any

from ..pages.context import Context
from ..pages.plan import Blob, Page
from .records.columns import TABLES

_BETWEEN = " | "
_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")


def export(context: Context, pages: tuple[Page, ...]) -> Iterator[Blob]:
    del pages
    for name, table in TABLES.items():
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(column.name for column in table.columns)
        writer.writerows(map(_cell, cells) for cells in table.cells(context))
        yield Blob(context.urls.table(name), text.getvalue().encode())


def _cell(value: Any) -> str:
    text = value if type(value) is str else _text(value)
    return _safe(text) if text and text[0] in _FORMULA else text


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
    """The text behind an apostrophe, so that a spreadsheet does not run it; a number stays as it is."""
    return text if _NUMBER.fullmatch(text) else f"'{text}"
