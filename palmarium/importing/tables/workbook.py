"""What a spreadsheet holds beside the values of its cells: hidden rows and columns, comments, cells without a value."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape

from ...problems import Level, Problem, Span, ranges

_WRONG = (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, zlib.error, EOFError, KeyError)
_ATTRIBUTE = re.compile(r"""(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_CELL = re.compile(r"<(?:\w{1,9}:)?c\b([^<>]*)>((?:(?!</(?:\w{1,9}:)?c>).)*)</(?:\w{1,9}:)?c>", re.S)
_VALUE = re.compile(r"<(?:\w{1,9}:)?(?:v|is)\b[^<>]*>([^<]*)", re.S)
_ODS_ROW = re.compile(r"<table:table-row\b([^<>]*?)(/?)>")
_SHOWN = 5
_MOST = 200_000_000
"""Bytes of a part that is looked through; what is behind a larger one is told by whoever reads its cells."""
_TRUE = ("1", "true")


def beside_values(path: str, data: bytes, sheet: str) -> Iterator[Problem]:
    """Warnings for what of a sheet is not in its cells, or is in them and can't be seen."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = packed.namelist()
            if "content.xml" in names:
                yield from _of_opendocument(path, _text(packed, "content.xml"), sheet)
            elif "xl/workbook.xml" in names:
                yield from _of_excel(path, packed, sheet)
    except _WRONG:
        # What can't be unpacked is told by whoever reads its cells.
        return


def _text(packed: zipfile.ZipFile, name: str) -> str:
    is_fair = name in packed.namelist() and packed.getinfo(name).file_size <= _MOST
    return packed.read(name).decode("utf-8", "replace") if is_fair else ""


def _attributes(text: str) -> dict[str, str]:
    return {name.rpartition(":")[2]: unescape(one or other) for name, one, other in _ATTRIBUTE.findall(text)}


def _tags(text: str, name: str) -> Iterator[dict[str, str]]:
    return (_attributes(found[1]) for found in re.finditer(rf"<(?:\w{{1,9}}:)?{name}\b([^<>]*)>", text))


def _plain(text: str) -> str:
    return " ".join(unescape(re.sub(r"<[^<>]*>", " ", text)).split())


def _of_excel(path: str, packed: zipfile.ZipFile, sheet: str) -> Iterator[Problem]:
    ids = [each.get("id", "") for each in _tags(_text(packed, "xl/workbook.xml"), "sheet") if each.get("name") == sheet]
    part = next((target for id, _, target in _parts(packed, "xl", "workbook.xml") if id in ids), "")
    text = _text(packed, part)
    rows = [int(each["r"]) for each in _tags(text, "row") if each.get("hidden") in _TRUE and each["r"].isdecimal()]
    columns = [(int(each["min"]), int(each["max"])) for each in _tags(text, "col") if each.get("hidden") in _TRUE]
    shown = [_letters(first) + (f"–{_letters(last)}" if last > first else "") for first, last in columns]
    yield from _hidden(path, rows, shown)
    empty, wrong = [], []
    for found in _CELL.finditer(text) if "<f" in text or ":f" in text or 't="e"' in text else ():
        cell, value = _attributes(found[1]), _VALUE.search(found[2])
        if cell.get("t") == "e":
            wrong.append((cell.get("r", ""), value[1] if value else ""))
        elif re.search(r"<(?:\w{1,9}:)?f\b", found[2]) and not (value and value[1]) and cell.get("t") != "str":
            empty.append((cell.get("r", ""), ""))
    yield from _worthless(path, empty, wrong)
    folder, _, name = part.rpartition("/")
    for _, kind, target in _parts(packed, folder, name):
        if kind.endswith("/comments"):
            said = re.finditer(
                r"<(?:\w{1,9}:)?comment\b([^<>]*)>(.*?)</(?:\w{1,9}:)?comment>", _text(packed, target), re.S
            )
            yield from _commented(path, [(_attributes(each[1]).get("ref", ""), _plain(each[2])) for each in said])


def _parts(packed: zipfile.ZipFile, folder: str, name: str) -> Iterator[tuple[str, str, str]]:
    """The id, the type and the name of each part that another one refers to."""
    for each in _tags(_text(packed, f"{folder}/_rels/{name}.rels"), "Relationship"):
        target = each.get("Target", "")
        whole = target[1:] if target.startswith("/") else f"{folder}/{target}"
        while (shorter := re.sub(r"[^/]+/\.\./", "", whole, count=1)) != whole:
            whole = shorter
        yield each.get("Id", ""), each.get("Type", ""), whole


def _of_opendocument(path: str, text: str, sheet: str) -> Iterator[Problem]:
    tables = (found for found in re.finditer(r"<table:table\b([^<>]*)>(.*?)</table:table>", text, re.S))
    body = next((found[2] for found in tables if _attributes(found[1]).get("name") == sheet), "")
    rows: list[int] = []
    said: list[tuple[str, str]] = []
    wrong: list[tuple[str, str]] = []
    starts = list(_ODS_ROW.finditer(body))
    line = 1
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        row = _attributes(start[1])
        inner = body[start.end() : following.start() if following else len(body)]
        count = int(row.get("number-rows-repeated", "1"))
        if row.get("visibility") in ("collapse", "filter") and "<text:p" in inner:
            rows.append(line)
        notes = re.findall(r"<office:annotation\b[^<>]*>(.*?)</office:annotation>", inner, re.S)
        said += [(f"line {line}", _plain(re.sub(r"<dc:\w+>[^<]*</dc:\w+>", "", note))) for note in notes]
        wrong += [(f"line {line}", "") for _ in re.findall(r'calcext:value-type="error"', inner)]
        line += count
    yield from _hidden(path, rows, [])
    yield from _worthless(path, [], wrong)
    yield from _commented(path, said)


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _line(cell: str) -> int:
    digits = re.search(r"(?<!\d)\d+$", cell)
    return int(digits[0]) if digits else 1


def _listed(cells: list[tuple[str, str]]) -> str:
    shown = ", ".join(f'{cell} "{text}"' if text else cell for cell, text in cells[:_SHOWN])
    return f"{shown} and {len(cells) - _SHOWN} more" if len(cells) > _SHOWN else shown


def _hidden(path: str, rows: list[int], columns: list[str]) -> Iterator[Problem]:
    if rows:
        message = f"what the spreadsheet hides in lines {ranges(rows)} is read as the other lines are"
        hint = "delete those lines if they are not meant, or name them in a `[[skip]]`"
        yield Problem("hidden-cells", Span(path, rows[0]), message, hint, Level.WARNING)
    if columns:
        message = f"what the spreadsheet hides in the columns {', '.join(columns)} is read as the others are"
        yield Problem(
            "hidden-cells", Span(path), message, "take nothing from them if they are not meant", Level.WARNING
        )


def _worthless(path: str, empty: list[tuple[str, str]], wrong: list[tuple[str, str]]) -> Iterator[Problem]:
    if empty:
        message = f"formulas without a value are read as empty: {_listed(empty)}"
        hint = "open the file in a spreadsheet, and save it again"
        yield Problem("no-value", Span(path, _line(empty[0][0])), message, hint, Level.WARNING)
    if wrong:
        message = f"cells that hold an error are read as empty: {_listed(wrong)}"
        yield Problem(
            "no-value", Span(path, _line(wrong[0][0])), message, "correct them in the spreadsheet", Level.WARNING
        )


def _commented(path: str, said: list[tuple[str, str]]) -> Iterator[Problem]:
    if said:
        message = f"comments on cells are not read: {_listed(said)}"
        hint = "put into a column what is a fact"
        yield Problem("unread-comments", Span(path, _line(said[0][0])), message, hint, Level.WARNING)
