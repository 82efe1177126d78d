"""Repair of texts with a certain intended form: mojibake (ftfy), tags, footnote marks, spreadsheet artefacts."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from ...problems import Level, Problem, Span, did_you_mean, ranges
from .table import Cell, Row, Table, numbered, texts_of

if TYPE_CHECKING:
    import ftfy

_INLINE = "abbr|a|b|big|cite|code|del|em|font|i|img|ins|mark|q|ref|small|span|strike|strong|sub|sup|s|tt|u|wbr"
_BLOCK = "blockquote|br|center|div|h[1-6]|hr|li|ol|p|table|tbody|td|thead|th|tr|ul"
_PARTING = re.compile(rf"</?(?:{_BLOCK})(?:\s[^<>]*)?/?>", re.I)
_TAG = re.compile(rf"</?(?:{_INLINE})(?:\s[^<>]*)?/?>|<!--(?:(?!<!--).)*?-->", re.I | re.S)
_STRUCK = re.compile(
    r"<(?P<tag>del|s|strike)(?:\s[^<>]*)?>(?:(?!</?(?P=tag)[\s>]).)*</(?P=tag)\s*>"
    r"|(?<![~\w])(?P<mark>~~?)(?![\s~])[^~]*(?<!\s)(?P=mark)(?![~\w])"
    "|(?:.[\u0335\u0336])+",
    re.I | re.S,
)
"""Struck-out text: by a tag, by Markdown, or letter by letter."""

_SET_APART = re.compile(r"<(b|strong|em|i|u|mark)(?:\s[^<>]*)?>(?:(?!<\1[\s>]).)*?</\1\s*>", re.I | re.S)
_BETWEEN = re.compile(r"[;,|&\n]|<br\s?/?>|\s(?:and|et|/)\s")
_KEPT_TAGS = """`keep = ["tags"]`, `laureate = {…, replace = {"<b>" = "", "</b>" = ""}}`, \
`distinction = {…, pattern = "<b>", map = {"<b>" = "winner"}, else = "nominee"}`"""
_RAISED = re.compile(r"<ref\b[^<>]*>(?:(?!<ref\b).)*?</ref>|(?<=\w{3})<sup[^<>]*>[\w*†‡]{1,2}</sup>", re.I | re.S)
_MARK = r"\d{1,3}|[a-z]|\^[\w-]{1,20}|(?:note|nb|n|fn|ref)\.? ?\d{1,3}|citation needed"
_BRACKETED = re.compile(rf"\s?\[(?:{_MARK})\]", re.I)
_STARRED = re.compile(r"(?:(?<=\w\w)|(?<=[)\].”\">]))\s?[*†‡§]{1,3}$")
_DECIMAL = re.compile(r"((?:1[5-9]|20)\d\d)\.0")
_MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)[T ]00:00(?::00(?:\.0+)?)?Z?")
_ESCAPED = re.compile("(^ *|[;\n\r] *)'(?='*[=+\\-@＝＋－＠])")
"""The sign by which our tables keep spreadsheets from running a text (`exports/tables`)."""
_FORMULA = re.compile(r"=[A-Za-z_.]{1,40}\(.*\)\s*", re.S)
_ERROR = re.compile(r"#(?:REF|VALUE|NAME|NUM|NULL|DIV/0|N/A|SPILL|CALC)[!?]?|Err:\d{3}")
"""Error values of spreadsheets."""

_SPACES = re.compile("[ \t]{2,}")
_SPACE = re.compile("[\u00a0\u2007\u202f]")
_SHAPELESS = re.compile("[\u00ad\u200b\u2060\ufeff]")
# Private characters are those that pages are built with; of the others no file may hold one.
_CONTROL = re.compile("[\ue000-\ue0ff\ufffe\uffff]")
_SUSPECT = re.compile(r"[^\n -%'-;=-Z\\^-}]|\*$|\.0$|00:00|'[=+\-@]|\A=|\A\s*(?:#|Err:)")
"""Any character that is no plain one, and brackets, tags, entities, tildes."""

_SAID = (
    ("entities", "HTML entities", "read as the characters meant"),
    ("mojibake", "letters garbled by a wrong encoding", "mended"),
    ("spaces", "spaces that do not break", "read as plain ones"),
    ("shapeless", "zero-width spaces or soft hyphens", "left out"),
    ("breaks", "line breaks of another kind", "read as newlines"),
    ("control", "control characters", "left out"),
    ("composed", "letters put together from a letter and an accent", "read as one letter"),
    ("struck", "struck text, as of what was withdrawn or a mistake", "left out"),
    ("tags", "HTML tags", "left out"),
    ("footnotes", "footnote marks", "left out"),
    ("decimals", "years written as decimal numbers", "read as years"),
    ("midnights", "hours of midnight behind days", "left out"),
    ("apostrophes", "apostrophes that keep a spreadsheet from running a text", "taken away"),
    ("errors", "errors of a spreadsheet", "read as empty"),
    ("formulas", "formulas", "not worked out, and read as they stand"),
    ("lost", "U+FFFD, where an earlier program lost a character", "left as they are"),
)
_OURS = ("struck", "emphasis", "tags", "footnotes", "decimals", "midnights", "apostrophes")
"""Repairs that an editor may switch off, because the text may be intended."""

_BY_FTFY = MappingProxyType(
    {
        "unescape_html": "entities",
        "fix_line_breaks": "breaks",
        "fix_surrogates": "control",
        "remove_control_chars": "control",
        "remove_terminal_escapes": "control",
        "NFC": "composed",
    }
)

_NAME = 40
"""What stands between two commas may be a name up to this length, and is part of a sentence beyond it."""

_Step = tuple[str, str, str]
"""A kind of repair with the text before and after it."""


@dataclass(frozen=True, slots=True)
class _Mend:
    kind: str
    span: Span
    before: str
    after: str


def repair(table: Table) -> tuple[Table, tuple[Problem, ...]]:
    """The table with repaired texts; each kind of repair is reported once, with its lines."""
    path = table.rows[0].span.path if table.rows else ""
    wrong = [kind for kind in table.how.keep if kind not in _OURS]
    if wrong:
        hint = did_you_mean(wrong[0], _OURS) or f"known are {', '.join(_OURS)}"
        return table, (Problem("keep", Span(path), f'"{wrong[0]}" is nothing that can be kept', hint),)
    # In nested data brackets in the name of a column are ours.
    names = table.columns if not table.how.rows else ()
    different = tuple(dict.fromkeys((*names, *(text for row in table.rows for text in _texts(row)))))
    steps = {text: found for text in different if (found := _steps(text, table.how.keep))}
    if not steps:
        return table, ()
    told: tuple[Problem, ...] = ()
    if "tags" not in table.how.keep:
        told = tuple(
            uneven(path, table.columns, ((row.span.line, row.cells) for row in table.rows), _outside, _KEPT_TAGS)
        )
    after = {text: found[-1][2] for text, found in steps.items()}
    columns = numbered(tuple((after.get(name) or name) if names else name for name in table.columns))
    rows = tuple(_row(row, after) for row in table.rows)
    head = Row(Span(path, max(table.how.header, 1)), names)
    mends = tuple(_mends((head, *table.rows), steps))
    return replace(table, columns=columns, rows=rows), (*_report(mends), *told)


def uneven(
    path: str,
    names: tuple[str, ...],
    rows: Iterable[tuple[int, tuple[Cell, ...]]],
    outside: Callable[[str], str],
    hint: str,
) -> Iterator[Problem]:
    """Warnings for columns where some cells are set apart by marks that are left out, and others are not.

    `outside` returns the part of a cell that is outside such marks.
    """
    cells = [(at, line, cell) for line, row in rows for at, cell in enumerate(row) if isinstance(cell, str) and cell]
    marked = {(at, line): cell for at, line, cell in cells if _is_set_apart(cell, outside)}
    full = Counter(at for at, _, _ in cells)
    for at, name in enumerate(names):
        lines = [line for column, line in marked if column == at]
        parted = [line for line in lines if _is_parted(marked[at, line], outside)]
        if lines and (len(lines) < full[at] or parted):
            what = f"{_shown(marked[at, lines[0]])} is set apart from other cells" if len(lines) < full[at] else ""
            what = what or f"a part of {_shown(marked[at, parted[0]])} is set apart"
            message = f'in the column "{name}" {what}, in lines {ranges(lines)}: all are read alike'
            yield Problem(
                "uneven-emphasis", Span(path, lines[0]), message, f"if that says who won: {hint}", Level.WARNING
            )


def _outside(cell: str) -> str:
    return _SET_APART.sub("", cell) if "<" in cell else cell


def _is_set_apart(cell: str, outside: Callable[[str], str]) -> bool:
    """Whether a mark is around all of a cell, or around one of several in it."""
    rest = outside(cell)
    if rest == cell:
        return False
    return not any(map(str.isalnum, _BRACKETED.sub("", rest))) or _is_parted(cell, outside)


def _is_parted(cell: str, outside: Callable[[str], str]) -> bool:
    """Whether of several in a cell some are set apart; in a sentence nothing is, but a word may be stressed."""
    parts = [part for part in _BETWEEN.split(cell) if part.strip()]
    apart = [part for part in parts if outside(part) != part]
    is_list = all(_may_be_name(part) for part in parts if part not in apart)
    return is_list and 0 < len(apart) < len(parts) and not any(map(str.isalnum, "".join(map(outside, apart))))


def _may_be_name(part: str) -> bool:
    first = next(filter(str.isalpha, part), "")
    return len(part) <= _NAME and not first.islower()


def repair_text(text: str) -> str:
    """One repaired text, without a report."""
    return next((after for _, _, after in reversed(_steps(text, ()))), text)


def _texts(row: Row) -> Iterator[str]:
    for cell in row.cells:
        yield from texts_of(cell)


def _row(row: Row, after: Mapping[str, str]) -> Row:
    cells = tuple(
        after.get(cell, cell) if isinstance(cell, str) else tuple(after.get(text, text) for text in cell)
        for cell in row.cells
    )
    return row if cells == row.cells else Row(row.span, cells)


def _mends(rows: tuple[Row, ...], steps: Mapping[str, tuple[_Step, ...]]) -> Iterator[_Mend]:
    """Every repair of every cell, in the order of the file."""
    for row in rows:
        for text in _texts(row):
            for kind, before, after in steps.get(text, ()):
                yield _Mend(kind, row.span, before, after)


def _steps(text: str, keep: tuple[str, ...]) -> tuple[_Step, ...]:
    """Each repair that changes something."""
    if text.isascii() and not _SUSPECT.search(text):
        return ()
    made: list[_Step] = []
    for kinds, mended in _mending(text, keep):
        before = made[-1][2] if made else text
        if mended != before:
            made += [(kind, before, mended) for kind in kinds]
    last = made[-1][2] if made else text
    if _FORMULA.fullmatch(last):
        made.append(("formulas", last, last))
    return (*made, ("lost", last, last)) if "\ufffd" in last else tuple(made)


def _mending(text: str, keep: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The text after each step, and the kinds of repair that the step made."""
    text = re.sub("[\x0b\x0c]", "\n", text)
    yield ("breaks",), text
    kinds, text = _by_ftfy(text)
    yield kinds, text
    text = _SPACE.sub(" ", text)
    yield ("spaces",), text
    text = _SHAPELESS.sub("", text)
    yield ("shapeless",), text
    text = _CONTROL.sub("", text)
    yield ("control",), text
    for kind, mend in _LATER.items():
        if kind not in keep:
            text = mend(text)
            yield (kind,), text


def _by_ftfy(text: str) -> tuple[tuple[str, ...], str]:
    import ftfy

    fixed = ftfy.fix_and_explain(text, _config())
    steps = fixed.explanation or ()
    # An encoding and its decoding are one repair, whatever they are called.
    return tuple(dict.fromkeys(_BY_FTFY.get(step.parameter, "mojibake") for step in steps)), fixed.text


@lru_cache(maxsize=1)
def _config() -> "ftfy.TextFixerConfig":
    """Settings of ftfy that leave case, quotes and ligatures as they were written."""
    import ftfy

    return ftfy.TextFixerConfig(
        unescape_html=True,
        replace_lossy_sequences=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
    )


def _untagged(text: str) -> str:
    return _TAG.sub("", _PARTING.sub("\n", text)).strip() if "<" in text else text


def _unstruck(text: str) -> str:
    left = _STRUCK.sub("", text)
    return _SPACES.sub(" ", left).strip() if left != text else text


def _unmarked(text: str) -> str:
    if _BRACKETED.fullmatch(text):
        return text
    bare = _BRACKETED.sub("", _RAISED.sub("", text))
    # Stars at both ends are Markdown that was to be kept.
    return bare if bare.startswith("*") else _STARRED.sub("", bare)


_LATER: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "struck": _unstruck,
        "footnotes": _unmarked,
        "tags": _untagged,
        "decimals": lambda text: found[1] if (found := _DECIMAL.fullmatch(text)) else text,
        "errors": lambda text: "" if _ERROR.fullmatch(text.strip()) else text,
        "midnights": lambda text: found[1] if (found := _MIDNIGHT.fullmatch(text)) else text,
        "apostrophes": lambda text: _ESCAPED.sub(r"\1", text),
    }
)


def _report(mends: tuple[_Mend, ...]) -> Iterator[Problem]:
    for kind, what, done in _SAID:
        found = tuple(mend for mend in mends if mend.kind == kind)
        if found:
            cells = "1 cell" if len(found) == 1 else f"{len(found)} cells{_where(found)}"
            shown = "" if kind in ("lost", "composed") else f"; here {_change(found[0])}"
            shown = f"; here {_shown(found[0].before)}" if kind in ("errors", "formulas") else shown
            hint = f'if they mean something: `keep = ["{kind}"]` in `[read]`' if kind in _OURS else ""
            yield Problem(f"repaired-{kind}", found[0].span, f"{what} in {cells}: {done}{shown}", hint, Level.WARNING)


def _where(mends: tuple[_Mend, ...]) -> str:
    lines = ranges(mend.span.line for mend in mends)
    return "" if lines.isdigit() else f", in lines {lines}"


def _change(mend: _Mend) -> str:
    """Both texts around the first place where they differ."""
    same = (at for at, (one, two) in enumerate(zip(mend.before, mend.after, strict=False)) if one != two)
    at = max(0, next(same, len(mend.after)) - 10)
    # No word is beheaded.
    start = mend.before.rfind(" ", 0, at) + 1 if at - mend.before.rfind(" ", 0, at) < len("Constantinople") else at
    return f"{_shown(mend.before[start:])} became {_shown(mend.after[start:])}"


def _shown(text: str) -> str:
    """A text with invisible characters spelled out."""
    spelled = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text[:40])
    return f'"{spelled}…"' if len(text) > 40 else f'"{spelled}"'
