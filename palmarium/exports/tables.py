"""Write the archive as tables, for spreadsheets and statistics: comma-separated values after RFC 4180.

Owns: how a cell is written.   Never: decides which rows and columns there are (that is `records.tables`).

UTF-8 without a byte-order mark, a row of column names, lines that end in CRLF. A cell that a spreadsheet would
run as a formula gets an apostrophe in front; a number does not.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import fields
from enum import Enum
from operator import attrgetter
from typing import Any

from ..context import Context
from ..plan import Blob, Page
from ..records.encode import key
from ..records.tables import TABLES

BETWEEN = " | "
"""What stands between several values in one cell."""

_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")


def export(context: Context, pages: tuple[Page, ...]) -> Iterator[Blob]:
    del pages
    for name, (cls, rows) in TABLES.items():
        names = tuple(field.name for field in fields(cls))
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(map(key, names))
        cells = attrgetter(*names)
        writer.writerows(map(_cell, cells(row)) for row in rows(context))
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
        return BETWEEN.join(value) if any(value) else ""
    return str(value)


def _safe(text: str) -> str:
    """The same text, as a text: an apostrophe tells a spreadsheet not to run it."""
    return text if _NUMBER.fullmatch(text) else f"'{text}"
