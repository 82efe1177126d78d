"""Mend what went wrong with texts on their way here, where it is sure what was meant, and say so.

Owns: the ftfy library; entities, mojibake, spaces that do not break, what has no shape, composed letters.
Never: changes a text that is as somebody wrote it: no case, no quotes, no stripping.
"""

import html
import html.entities
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from .problems import Level, Problem, Span
from .table import Row, Table, numbered

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_SPACE = re.compile("[\u00a0\u2007\u202f]")
_SHAPELESS = re.compile("[\u00ad\u200b\u2060\ufeff]")
_BREAK = re.compile("\r\n|[\r\x0b\x0c\u2028\u2029]")
# What no text file may hold: control characters, halves of characters, and those that pages are built with.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\ue0ff\ufffe\uffff]")
_SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\xa0\u00ad\u2007\u200b\u2028\u2029\u202f\u2060\ud800-\udfff\ue000-\ue0ff\ufeff\ufffd-\uffff]"
)
_SAID = (
    ("entities", "HTML entities", "read as the characters meant"),
    ("mojibake", "letters garbled by a wrong encoding", "mended"),
    ("spaces", "spaces that do not break", "read as plain ones"),
    ("shapeless", "zero-width spaces or soft hyphens", "left out"),
    ("breaks", "line breaks of another kind", "read as newlines"),
    ("control", "control characters", "left out"),
    ("composed", "letters put together from a letter and an accent", "read as one letter"),
    ("lost", "U+FFFD, where an earlier program lost a character", "left as they are"),
)


_Step = tuple[str, str, str]
"""A kind of repair, the text before it, and after."""


@dataclass(frozen=True, slots=True)
class _Mend:
    kind: str
    span: Span
    before: str
    after: str


def repair(table: Table) -> tuple[Table, tuple[Problem, ...]]:
    """The same table with its texts mended; each kind of repair is reported once, with its count."""
    # Texts repeat themselves: each is looked at once.
    different = tuple(dict.fromkeys((*table.columns, *_texts(table))))
    if not _needs("\n".join(different)):
        return table, ()
    steps = {text: found for text in different if (found := tuple(_steps(text)))}
    after = {text: found[-1][2] for text, found in steps.items()}
    columns = numbered(tuple(after.get(name, name) for name in table.columns))
    rows = tuple(_row(row, after) for row in table.rows)
    return replace(table, columns=columns, rows=rows), tuple(_report(tuple(_mends(table, steps))))


def repair_text(text: str) -> str:
    """One text mended, without a word."""
    return next((after for _, _, after in reversed(tuple(_steps(text)))), text)


def _needs(everything: str) -> bool:
    """Whether anything at all looks wrong: most files are sound."""
    if _SUSPECT.search(everything) or ("&" in everything and _ENTITY.search(everything)):
        return True
    return not everything.isascii() and (not unicodedata.is_normalized("NFC", everything) or _looks_garbled(everything))


def _texts(table: Table) -> Iterator[str]:
    for row in table.rows:
        for cell in row.cells:
            if isinstance(cell, str):
                yield cell
            else:
                yield from cell


def _row(row: Row, after: Mapping[str, str]) -> Row:
    cells = tuple(
        after.get(cell, cell) if isinstance(cell, str) else tuple(after.get(text, text) for text in cell)
        for cell in row.cells
    )
    return row if cells == row.cells else Row(row.span, cells)


def _mends(table: Table, steps: Mapping[str, tuple[_Step, ...]]) -> Iterator[_Mend]:
    """Every repair of every cell, in the order of the file."""
    path = table.rows[0].span.path if table.rows else ""
    head = Row(Span(path, max(table.how.header, 1)), table.columns)
    for row in (head, *table.rows):
        for text in _texts(replace(table, rows=(row,))):
            for kind, before, after in steps.get(text, ()):
                yield _Mend(kind, row.span, before, after)


def _steps(text: str) -> Iterator[_Step]:
    """Each repair that changes something; entities first, that may hide all others."""
    if text.isascii() and "&" not in text and not _SUSPECT.search(text):
        return
    for kind, mend in _MENDS:
        mended = mend(text)
        if mended != text:
            yield kind, text, mended
            text = mended
    if "\ufffd" in text:
        yield "lost", text, text


def _without_entities(text: str) -> str:
    # Twice: some programs escape what is escaped already.
    return _ENTITY.sub(_character, _ENTITY.sub(_character, text)) if "&" in text else text


def _character(entity: re.Match[str]) -> str:
    """Only whole names: `&copyright;` is no entity that starts with `&copy`."""
    known = entity[0][1] == "#" or entity[0][1:] in html.entities.html5
    return html.unescape(entity[0]) if known else entity[0]


def _looks_garbled(text: str) -> bool:
    from ftfy.badness import is_bad

    return bool(is_bad(text))


def _ungarbled(text: str) -> str:
    if text.isascii():
        return text
    import ftfy

    fixed = ftfy.fix_encoding(text, ftfy.TextFixerConfig(explain=False, replace_lossy_sequences=False))
    return text if "\ufffd" in fixed else fixed


_MENDS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("entities", _without_entities),
    ("mojibake", _ungarbled),
    ("spaces", lambda text: _SPACE.sub(" ", text)),
    ("shapeless", lambda text: _SHAPELESS.sub("", text)),
    ("breaks", lambda text: _BREAK.sub("\n", text)),
    ("control", lambda text: _CONTROL.sub("", text)),
    ("composed", lambda text: unicodedata.normalize("NFC", text)),
)


def _report(mends: tuple[_Mend, ...]) -> Iterator[Problem]:
    for kind, what, done in _SAID:
        found = tuple(mend for mend in mends if mend.kind == kind)
        if found:
            cells = "1 cell" if len(found) == 1 else f"{len(found)} cells"
            shown = "" if kind in ("lost", "composed") else f"; here {_change(found[0])}"
            message = f"{what} in {cells}: {done}{shown}"
            yield Problem(f"repaired-{kind}", found[0].span, message, level=Level.WARNING)


def _change(mend: _Mend) -> str:
    """Both texts around the first place where they differ."""
    same = (at for at, (one, two) in enumerate(zip(mend.before, mend.after, strict=False)) if one != two)
    start = max(0, next(same, len(mend.after)) - 10)
    return f"{_shown(mend.before[start:])} became {_shown(mend.after[start:])}"


def _shown(text: str) -> str:
    """A text with what cannot be seen spelled out."""
    spelled = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text[:40])
    return f'"{spelled}…"' if len(text) > 40 else f'"{spelled}"'
