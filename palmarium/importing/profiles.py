"""Profiles of the columns of a table: how full, how varied, and what their texts look like."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from types import MappingProxyType

from .more_than_names import is_one_name, is_quoted
from .tables.table import SEASON, Cell, Table, is_full, texts_of

# Look over a table's columns: how full, how varied, and what they look like.

_SAMPLES = 5
_MOST = 0.9
_DATE = (
    r"\d{4}[-/.]\d\d?(?:[-/.]\d\d?)?(?:[T ][\d:.]+Z?)?|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
    r"|\d{1,2}(?:er|st|nd|rd|th|\.)?[ -][^\W\d]{3,9}\.?[ -]\d{4}|[^\W\d]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
)
DAY = re.compile(rf"(?<!\d)(?:{_DATE})", re.I)
_NUMBER = r"\d[\d\s.,'’]*(?:[eE][+-]?\d{1,3})?"
_SIGN = (
    r"(?:[A-Z]{0,2}[$€£¥₹₽₩₪₺]|USD|EUR|GBP|CHF|CAD|AUD|NZD|JPY|CNY|SEK|NOK|DKK|PLN|CZK|INR|BRL|MXN|ZAR|KRW|HUF|RUB|FRF|DEM"
    r"|zł|Kč|kr\.?|euros?|dollars?|pounds?|francs?|yen)"
)
_SIGNED = re.compile(rf"(?<!\w){_SIGN}(?!\w)")
SHARED_SIGN = re.compile(r"(?<![A-Za-z])(?:[$¥]|kr\.?|dollars?|pounds?|francs?|yen)(?!\s?\d[\d.,\s]*[A-Z]{3})", re.I)
_SCALE = r"(?:k|m|bn|thousand|million|mille|millions)?"
_FLAG = (
    r"true|false|yes|no|oui|non|y|n|x|0|1|won|lost|winner|nominee|nominated|lauréate?|nommée?"
    r"|[✓✔☑✅★✗✘✕×☒❌☐*+–—-]"
)
_LOOKS_LIKE = (
    ("year", re.compile(SEASON)),
    ("date", re.compile(_DATE, re.I)),
    ("url", re.compile(r"(?:https?://|www\.)\S+", re.I)),
    ("number", re.compile(rf"[+−-]?{_NUMBER}%?")),
    (
        "amount",
        re.compile(
            rf"[+−-]?(?:{_SIGN}\s?{_NUMBER}{_SCALE}|{_NUMBER}{_SCALE}\s?(?:of |d')?{_SIGN})(?:\s?{_SIGN})?", re.I
        ),
    ),
    ("code", re.compile(r"(?=\S*\d)[A-Za-z0-9_:#-]{2,24}")),
)
PATTERNS = MappingProxyType(dict(_LOOKS_LIKE))
SEPARATORS = ("\n", "|", ";", " / ", " & ", " and ", " et ", ", ")
LIST_SEPARATORS = ("\n", "|", ";", " / ")
"""Separators that only lists have."""

TURNED = re.compile(
    r"the|an?|l[ea]s?|l'|une?|d(?:er|ie|as)|el|los|[js]r\.?|i{2,3}|iv|inc\.?|ltd\.?|llc|plc|corp\.?|co\.?|gmbh|sas?|phd|md|esq\.?",
    re.I,
)
"""What stands behind a comma and is no element of a list: `Loaf, The`, `Rye, Inc.`."""

_FAMILY_FIRST = re.compile(
    r"(?P<family>[^\W\d_][^\s,.&]+|[^a-z,.&\d]+|(?:v[ao]n|de[rlns]?|d[iua]|l[ea]|el|al|te[nr]) [^,.&\d]+)"
    r",\s+(?P<given>[^\W\d_][^\s,&]*(?: [^\W\d_][^\s,&]*){0,2})"
)
_MOST_VALUES = 24
_VALUES = ("year", "date", "url", "number", "amount")
"""Looks of what is no name."""

_DASHES = ("-", "–", "—", "−", "--", "---", "/", ".")
"""Signs for what is empty."""
_STARTS = re.compile(r"\s*+(?:[A-Z]|.*\d)")
FLAG = re.compile(_FLAG, re.I)
ORDINAL = r"(?<!\d)(\d{1,3})(?:(?:st|nd|rd|th|ers?|res?|ère|e|è?me|º|ª|\.)(?!\w)|(?=\)))"
"""The number of an edition, as it is written beside its year."""

_AFTER_YEAR = rf"[\s(\[,:–-]+(?:{ORDINAL}|(?<=\()[IVXLC]+)\W*"
_COUNTED = re.compile(
    rf"{PATTERNS['year'].pattern}{_AFTER_YEAR}|{ORDINAL}[\s(\[,:–-]+{PATTERNS['year'].pattern}\W*", re.I
)
_SEASON = re.compile(r"(?<!\d)(\d{4})\s?[/–-]\s?(\d{4}|\d\d)(?![\d/–-])")


@dataclass(frozen=True, slots=True)
class ColumnProfile:
    """`filled` is a share from 0 to 1; `looks` is one of year, date, url, flag, number, amount, code, list, choice,
    name, text, or nothing where the column is empty; `values` are all there are, where they are few, and `counts` how
    often each stands there.

    `separator` stands between the parts of what is a list, or may be one: `lists` cells hold it, such as `listed`.
    `valued` is the share of texts that are a date, an amount or the like and no name, such as `value`. Where most are
    names turned round, `turned` is one of them: `CRUST, Ann`. `is_key` is true where it holds keys of nested data.
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
    valued: float = 0
    value: str = ""
    turned: str = ""
    is_key: bool = False
    counts: tuple[int, ...] = ()


def value_said(text: str) -> str:
    """What a text is that is no name: a year, a date, an amount and the like; nothing for another text."""
    looks = next((looks for looks in _VALUES if PATTERNS[looks].fullmatch(text.strip())), "")
    return f"an {looks}" if looks == "amount" else "an address" if looks == "url" else f"a {looks}" if looks else ""


def sign_in(name: str) -> str:
    """The currency that the name of a column says, as it stands before an amount: `Purse (EUR)`; or nothing."""
    found = _SIGNED.search(name)
    return (f"{found[0]} " if found[0].isalpha() else found[0]) if found else ""


def is_counted(text: str) -> bool:
    """Whether a text is a year and the number of its edition: `1998 (1st)`."""
    return _COUNTED.fullmatch(text.strip()) is not None


def season_in(text: str) -> str:
    """Two years that follow each other in a text, as `2011-2012` or `2011/12`; or nothing."""
    return next((found[0] for found in _SEASON.finditer(text) if _follows(int(found[1]), found[2])), "")


def _follows(year: int, other: str) -> bool:
    return int(other) > year if len(other) > 2 else (int(other) - year) % 100 == 1


def profile(table: Table) -> tuple[ColumnProfile, ...]:
    """One profile for each column, in their order."""
    columns = zip(*(row.cells for row in table.rows), strict=True) if table.rows else ((),) * len(table.columns)
    keys = {name for name in table.columns if table.how.rows and name.endswith("#")}
    profiles = (_profile(name, cells) for name, cells in zip(table.columns, columns, strict=True))
    return tuple(replace(each, is_key=each.name in keys) for each in profiles)


def _profile(name: str, cells: tuple[Cell, ...]) -> ColumnProfile:
    has_lists = any(isinstance(cell, tuple) for cell in cells)
    texts = [text for cell in cells for text in texts_of(cell) if text.strip()]
    filled = sum(map(is_full, cells))
    counts = Counter(texts)
    share = filled / len(cells) if cells else 0.0
    turned = "" if has_lists else _turned_round(counts)
    separator = "" if has_lists or turned or all(map(is_counted, counts)) else _separator(texts)
    holding = [text for text in texts if separator and separator in text and not is_quoted(text)]
    valued = [text for text in counts if any(PATTERNS[looks].fullmatch(text.strip()) for looks in _VALUES)]
    is_list = has_lists or (separator and (separator in LIST_SEPARATORS or _is_reused(counts, separator)))
    return ColumnProfile(
        name,
        share,
        len(counts),
        tuple(_samples(counts)),
        ("list" if is_list else _looks(counts, share)) if texts else "",
        separator,
        len(holding),
        next((text for text in holding if not is_one_name(text, separator)), next(iter(holding), "")),
        tuple(counts) if len(counts) <= _MOST_VALUES else (),
        sum(counts[text] for text in valued) / len(texts) if texts else 0,
        next(iter(valued), ""),
        turned,
        counts=tuple(counts.values()) if len(counts) <= _MOST_VALUES else (),
    )


def _turned_round(counts: Counter[str]) -> str:
    """One of the names, where most of a column have the family name first, and a comma; or nothing."""
    found = {text: parts for text in counts if (parts := _FAMILY_FIRST.fullmatch(text.strip()))}
    families = {parts["family"].casefold() for parts in found.values()}
    if len(found) * 5 < len(counts) * 4 or any(parts["given"].casefold() in families for parts in found.values()):
        return ""
    return next(iter(found), "") if not any(TURNED.fullmatch(parts["given"]) for parts in found.values()) else ""


def _is_reused(texts: Iterable[str], separator: str) -> bool:
    """Whether parts of different texts also occur in others, as elements of lists do: in at least a third of them.

    The same pair may be one firm each time, and a column that holds a firm is no list.
    """
    texts = tuple(dict.fromkeys(text.strip() for text in texts if not is_quoted(text)))
    holding = [text for text in texts if separator in text]
    if any(is_one_name(text, separator) for text in holding):
        return False
    parts = Counter(part.strip() for text in texts for part in dict.fromkeys(text.split(separator)))
    again = sum(1 for text in holding if any(parts[part.strip()] > 1 for part in text.split(separator)))
    return again * 3 >= len(holding) and len(holding) > 1


def _samples(counts: Counter[str]) -> list[str]:
    return [text if len(text) <= 60 else f"{text[:59]}…" for text in list(counts)[:_SAMPLES]]


def _looks(counts: Counter[str], share: float) -> str:
    bare = Counter({text: count for text, count in counts.items() if text.strip() not in _DASHES})
    is_constant = _is_constant(counts, share)
    counts = bare or counts
    total = counts.total()
    if total and len(counts) <= 2 and (all(map(FLAG.fullmatch, counts)) and not is_constant):
        return "flag"
    for looks, pattern in _LOOKS_LIKE:
        if sum(count for text, count in counts.items() if pattern.fullmatch(text.strip())) >= total * _MOST:
            return looks
    if total >= 10 and len(counts) <= max(total * 0.2, 2):
        return "choice"
    return "name" if sum(len(text) * count for text, count in counts.items()) <= total * 50 else "text"


def _is_constant(counts: Counter[str], share: float) -> bool:
    return len(counts) == 1 and share == 1


def _separator(texts: list[str]) -> str:
    """The separator of several texts in cells, if at least a tenth of them have it and it cuts no sentence."""
    texts = [text for text in texts if not is_quoted(text)]
    short = [text for text in texts if len(text) < 200]
    if len(short) < len(texts) or not texts or any(text.startswith(("http://", "https://")) for text in texts[:20]):
        return ""
    for separator in SEPARATORS:
        holding = [text for text in texts if separator in text]
        parts = [part for text in holding for part in text.split(separator)]
        are_whole = all(part.strip() and not TURNED.fullmatch(part.strip()) for part in parts)
        if len(holding) * 10 >= len(texts) and are_whole and _are_names(parts):
            return separator
    return ""


def _are_names(parts: list[str]) -> bool:
    """Whether most parts start as a name does, or are codes."""
    good = sum(1 for part in parts if _STARTS.match(part) or not part.isascii())
    return good >= len(parts) * _MOST and sum(map(len, parts)) <= 40 * len(parts)
