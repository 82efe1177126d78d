"""Look over a table's columns: how full, how varied, and what they look like.

Owns: ColumnProfile; what makes a column look like years, dates, addresses, names, lists.
Never: decides what a column means to an award.
"""

import re
from collections import Counter
from dataclasses import dataclass

from .table import Cell, Table

_SAMPLES = 5
_MOST = 0.9
_DATE = r"\d{4}-\d\d?(?:-\d\d?)?(?:[T ][\d:.]+Z?)?|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}(?:er)? [^\W\d]{3,9}\.? \d{4}"
_FLAG = r"true|false|yes|no|oui|non|y|n|x|0|1|won|lost|winner|nominee|nominated|lauréate?|nommée?|✓|✔|\*"
_LOOKS = (
    ("year", re.compile(r"(?:1[5-9]|20|21)\d\d(?:[/–-](?:\d\d|\d{4}))?")),
    ("date", re.compile(_DATE, re.I)),
    ("url", re.compile(r"(?:https?://|www\.)\S+", re.I)),
    ("number", re.compile(r"[+-]?\d[\d  ]*(?:[.,]\d+)?(?:[eE][+-]?\d+)?%?")),
    ("code", re.compile(r"(?=\S*\d)[A-Za-z0-9_:#-]{2,24}")),
)
_SEPARATORS = ("|", ";", " / ", " & ", " and ", " et ", ", ")
_STARTS = re.compile(r"\s*(?:[A-Z]|.*\d)")
_IS_FLAG = re.compile(_FLAG, re.I)


@dataclass(frozen=True, slots=True)
class ColumnProfile:
    """`filled` is a share from 0 to 1; `looks` is one of year, date, url, flag, number, code, list, choice, name,
    text, or nothing where the column is empty; `separator` stands between the parts of what looks like a list."""

    name: str
    filled: float
    distinct: int
    samples: tuple[str, ...]
    looks: str
    separator: str = ""


def profile(table: Table) -> tuple[ColumnProfile, ...]:
    """One profile for each column, in their order."""
    columns = zip(*(row.cells for row in table.rows), strict=True) if table.rows else ((),) * len(table.columns)
    return tuple(_profile(name, cells) for name, cells in zip(table.columns, columns, strict=True))


def _profile(name: str, cells: tuple[Cell, ...]) -> ColumnProfile:
    has_lists = any(isinstance(cell, tuple) for cell in cells)
    texts = [text for cell in cells for text in ((cell,) if isinstance(cell, str) else cell) if text.strip()]
    filled = sum(1 for cell in cells if (cell.strip() if isinstance(cell, str) else cell))
    counts = Counter(texts)
    share = filled / len(cells) if cells else 0.0
    separator = "" if has_lists else _separator(texts)
    looks = "list" if has_lists or separator else _looks(counts, share)
    return ColumnProfile(name, share, len(counts), tuple(_samples(counts)), looks if texts else "", separator)


def _samples(counts: Counter[str]) -> list[str]:
    return [text if len(text) <= 60 else f"{text[:59]}…" for text in list(counts)[:_SAMPLES]]


def _looks(counts: Counter[str], share: float) -> str:
    total = counts.total()
    if total and len(counts) <= 2 and (all(map(_IS_FLAG.fullmatch, counts)) and not _is_constant(counts, share)):
        return "flag"
    for looks, pattern in _LOOKS:
        if sum(count for text, count in counts.items() if pattern.fullmatch(text.strip())) >= total * _MOST:
            return looks
    if total >= 10 and len(counts) <= max(total * 0.2, 2):
        return "choice"
    return "name" if sum(len(text) * count for text, count in counts.items()) <= total * 50 else "text"


def _is_constant(counts: Counter[str], share: float) -> bool:
    return len(counts) == 1 and share == 1


def _separator(texts: list[str]) -> str:
    """What parts several texts in cells, where that is in at least a tenth of them and no sentence is cut."""
    short = [text for text in texts if len(text) < 200]
    if len(short) < len(texts) or not texts or any(text.startswith(("http://", "https://")) for text in texts[:20]):
        return ""
    for separator in _SEPARATORS:
        holding = [text for text in texts if separator in text]
        parts = [part for text in holding for part in text.split(separator)]
        if len(holding) * 10 >= len(texts) and all(part.strip() for part in parts) and _are_names(parts):
            return separator
    return ""


def _are_names(parts: list[str]) -> bool:
    """Whether most parts start as a name does, or are codes."""
    good = sum(1 for part in parts if _STARTS.match(part) or not part.isascii())
    return good >= len(parts) * _MOST and sum(map(len, parts)) <= 40 * len(parts)
