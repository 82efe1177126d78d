"""Look over a table's columns: how full, how varied, and what they look like."""

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
_SEPARATORS = ("\n", "|", ";", " / ", " & ", " and ", " et ", ", ")
_PLAIN = ("\n", "|", ";", " / ")
"""Separators that only lists have."""

_TURNED = re.compile(
    r"the|an?|l[ea]s?|l'|une?|d(?:er|ie|as)|el|los|[js]r\.?|i{2,3}|iv|inc\.?|ltd\.?|llc|plc|corp\.?|co\.?|gmbh|sas?|phd|md|esq\.?",
    re.I,
)
"""What stands behind a comma and is no element of a list: `Loaf, The`, `Rye, Inc.`."""

_MOST_VALUES = 24
_STARTS = re.compile(r"\s*(?:[A-Z]|.*\d)")
_IS_FLAG = re.compile(_FLAG, re.I)


@dataclass(frozen=True, slots=True)
class ColumnProfile:
    """`filled` is a share from 0 to 1; `looks` is one of year, date, url, flag, number, code, list, choice, name,
    text, or nothing where the column is empty; `values` are all there are, where they are few.

    `separator` stands between the parts of what is a list, or may be one: `lists` cells hold it, such as `listed`.
    """

    name: str
    filled: float
    distinct: int
    samples: tuple[str, ...]
    looks: str
    separator: str = ""
    lists: int = 0
    listed: str = ""
    values: tuple[str, ...] = ()


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
    holding = [text for text in texts if separator and separator in text]
    is_list = has_lists or (separator and (separator in _PLAIN or _is_reused(texts, holding, separator)))
    return ColumnProfile(
        name,
        share,
        len(counts),
        tuple(_samples(counts)),
        ("list" if is_list else _looks(counts, share)) if texts else "",
        separator,
        len(holding),
        next(iter(holding), ""),
        tuple(counts) if len(counts) <= _MOST_VALUES else (),
    )


def _is_reused(texts: list[str], holding: list[str], separator: str) -> bool:
    """Whether parts of cells stand elsewhere, too, as the elements of lists do: in a third of the cells at least."""
    parts = Counter(part.strip() for text in texts for part in dict.fromkeys(text.split(separator)))
    again = sum(1 for text in holding if any(parts[part.strip()] > 1 for part in text.split(separator)))
    return again * 3 >= len(holding) and len(holding) > 1


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
        are_whole = all(part.strip() and not _TURNED.fullmatch(part.strip()) for part in parts)
        if len(holding) * 10 >= len(texts) and are_whole and _are_names(parts):
            return separator
    return ""


def _are_names(parts: list[str]) -> bool:
    """Whether most parts start as a name does, or are codes."""
    good = sum(1 for part in parts if _STARTS.match(part) or not part.isascii())
    return good >= len(parts) * _MOST and sum(map(len, parts)) <= 40 * len(parts)
