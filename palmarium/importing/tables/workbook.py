"""What a spreadsheet holds beside the values of its cells: hidden rows and columns, comments, cells without a value."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from operator import itemgetter
from string import ascii_uppercase
from types import MappingProxyType
from typing import Any, cast
from xml.etree import ElementTree

from ...problems import Level, Problem, Span, ranges
from . import binary_workbook

_WRONG = (
    *(zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, zlib.error, EOFError, KeyError),
    *(ElementTree.ParseError, StopIteration),
)
_SHOWN, _STRIPES = 5, 3
_AT_ONCE = 1 << 16
_MOST = 200_000_000
"""The most bytes of a part that are read."""

_MOST_COLUMNS = 16_384
_CELLS = (b"<c ", b":c ", b"<c\t", b"<c\n", b"<c\r", b"table-cell", b"\0c\0 \0")
"""What a part with cells holds."""


_DEEPEST = 20
_USUAL = MappingProxyType(
    {
        "font-weight": ("normal", "400"),
        "text-line-through-style": ("none",),
        "background-color": ("transparent", "#ffffff"),
    }
)
"""What sets letters or cells of an OpenDocument file apart, and the values that do not."""

_Style = tuple[str, dict[str, str]]
"""The style that another one is made from, and what it says itself of letters and cells."""

_Marked = tuple[int, frozenset[bool]]
"""The column of a text, and whether a part of it is bold, struck or filled, and whether one is not."""


@dataclass(frozen=True, slots=True)
class _Beside:
    """Findings beside the values of a sheet; they grow as the sheet is read."""

    rows: list[int] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)
    empty: list[tuple[str, str]] = field(default_factory=list)
    wrong: list[tuple[str, str]] = field(default_factory=list)
    comments: list[tuple[str, str]] = field(default_factory=list)
    marked: list[tuple[int, int, bool]] = field(default_factory=list)
    plain: list[int] = field(default_factory=list)
    whole: list[tuple[int, tuple[int, ...]]] = field(default_factory=list)
    others: list[tuple[int, tuple[int, ...]]] = field(default_factory=list)


def beside_values(path: str, data: bytes, sheet: str) -> Iterator[Problem]:
    """Warnings for what of a sheet is not in its cells, or is in them and can't be seen."""
    try:
        if not data.startswith(b"PK"):
            yield from _told(path, _of_binary(binary_workbook.sheet(data, sheet)))
            return
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = packed.namelist()
            if "content.xml" in names:
                yield from _told(path, _of_opendocument(packed, sheet))
                return
            if "xl/workbook.xml" in names:
                yield from _told(path, _of_excel(packed, sheet))
                return
    except _WRONG:
        pass
    message = (
        "what is hidden in this file, and comments on its cells, can't be seen: hidden lines are read as all others"
    )
    hint = "open it in a spreadsheet, and save it as .xlsx: there they are told"
    yield Problem("hidden-cells", Span(path), message, hint, Level.WARNING)


def _of_binary(held: binary_workbook.SheetMarks) -> _Beside:
    found = _Beside(comments=[(f"{_letters(column)}{row}", "") for row, column in held.notes])
    for row, column in sorted(held.cells):
        _note(found, row if row in held.hidden_rows else 0, column if column in held.hidden_columns else 0)
    for row, texts in groupby(sorted(held.texts), itemgetter(0)):
        _note_marks(found, row, [(column, frozenset((is_marked,))) for _, column, is_marked in texts])
    return found


class Unreadable(Exception):
    """A part that holds cells and is no XML that can be read to its end."""


def spanned(name: str, data: bytes) -> tuple[int, int]:
    """The rows and columns that the cells of a part span, by their addresses or by how often they are repeated.

    What is no XML spans nothing, unless there are cells in it: another reader may read on where this one does not.
    """
    spans = _repeated(name, data) if name == "content.xml" else _addressed(name, data)
    found = (0, 0)
    try:
        for span in spans:
            found = max(found, span, key=lambda span: span[0] * span[1])
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        if any(mark in data for mark in _CELLS):
            raise Unreadable(f"{name} is no XML to its end") from error
    return found


def _addressed(name: str, data: bytes) -> Iterator[tuple[int, int]]:
    """The rows and columns from the first to the last cell of an Excel sheet, once it is read."""
    top = left = 1 << 40
    bottom = right = 0
    for cell in _elements(name, data, "c"):
        address = cell.get("r", "").upper()
        line, column = address.lstrip(ascii_uppercase), _column(address)
        if line.isdecimal() and column:
            top, bottom = min(top, int(line)), max(bottom, int(line))
            left, right = min(left, column), max(right, column)
    if bottom:
        yield bottom - top + 1, right - left + 1


def _repeated(name: str, data: bytes) -> Iterator[tuple[int, int]]:
    """The rows and columns up to the last that say something, of each row of an OpenDocument file."""
    line = columns = 0
    for element in _elements(name, data, "table", "table-row"):
        said = _said(element)
        if _local(element.tag) == "table":
            line = columns = 0
            continue
        column = last = 0
        for cell in element:
            column += int(_said(cell).get("number-columns-repeated", "1"))
            last = column if len(cell) or _said(cell).keys() & {"value", "value-type"} else last
        line += int(said.get("number-rows-repeated", "1"))
        if last:
            columns = max(columns, last)
            yield line, columns


def _parsed(packed: zipfile.ZipFile, name: str, *wanted: str) -> Iterator[ElementTree.Element]:
    """The elements of a part of a file."""
    if packed.getinfo(name).file_size > _MOST:
        raise ValueError(name)
    yield from _elements(name, packed.read(name), *wanted)


def _elements(name: str, data: bytes, *wanted: str) -> Iterator[ElementTree.Element]:
    """The elements of a part that are called as wanted, each once it is whole; what was seen is forgotten.

    Of a table only the start is read.
    """
    parser: ElementTree.XMLPullParser[Any] = ElementTree.XMLPullParser(
        ("start", "end") if "table" in wanted else ("end",)
    )
    # No spreadsheet has a DTD, whose entities could make a part as large as they like. UTF-16 would not show one.
    if b"<!DOCTYPE" in data or b"\0" in data[:4]:
        raise ValueError(name)
    part = memoryview(data)
    for at in range(0, len(part), _AT_ONCE):
        parser.feed(bytes(part[at : at + _AT_ONCE]))
        for event, element in cast(Iterator[tuple[str, ElementTree.Element]], parser.read_events()):
            called = _local(element.tag)
            if called in wanted and (event == "end") is not (called == "table"):
                yield element
            if event == "end" and called in ("row", "table-row", "comment"):
                element.clear()
    parser.close()


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _said(element: ElementTree.Element) -> dict[str, str]:
    return {_local(key): value for key, value in element.items()}


def _text(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _is_hidden(said: Mapping[str, str]) -> bool:
    """Whether a row or a column is hidden, or has no height or width."""
    return (
        said.get("hidden") in ("1", "true")
        or said.get("visibility") in ("collapse", "filter")
        or any(said.get(size) in ("0", "0.0") for size in ("ht", "width"))
    )


def _of_excel(packed: zipfile.ZipFile, sheet: str) -> _Beside:
    found = _Beside()
    styles, runs = _marked_styles(packed), _marked_runs(packed)
    sheets = map(_said, _parsed(packed, "xl/workbook.xml", "sheet"))
    ids = [said.get("id") for said in sheets if said.get("name") == sheet]
    part = next(target for id, _, target in _parts(packed, "xl/workbook.xml") if id in ids)
    hidden: set[int] = set()
    line = 0
    for element in _parsed(packed, part, "col", "row"):
        said = _said(element)
        if "min" in said:
            first, last = int(said["min"]), int(said["max"])
            hidden |= set(range(first, min(last, _MOST_COLUMNS) + 1)) if _is_hidden(said) else set()
            continue
        line = int(said.get("r", line + 1))
        is_hidden = _is_hidden(said)
        _note_marks(found, line, _texts_of_excel(element, styles, runs))
        for at, cell in enumerate(element, 1):
            parts = {_local(each.tag): each for each in cell}
            if not (hidden or is_hidden or "f" in parts or cell.get("t") == "e"):
                continue
            column = _column(cell.get("r", "")) or at
            value = _text(parts["v"]) if "v" in parts else _text(parts["is"]) if "is" in parts else ""
            if cell.get("t") == "e":
                found.wrong.append((f"{_letters(column)}{line}", value))
            elif "f" in parts and not value and cell.get("t") != "str":
                found.empty.append((f"{_letters(column)}{line}", ""))
            if value:
                _note(found, line if is_hidden else 0, column if column in hidden else 0)
    for _, kind, target in _parts(packed, part):
        if kind.endswith("/comments"):
            found.comments.extend((each.get("ref", ""), _text(each)) for each in _parsed(packed, target, "comment"))
    return found


def _marked_styles(packed: zipfile.ZipFile) -> frozenset[str]:
    """The styles of an Excel file that are bold, struck or filled."""
    names = packed.namelist()
    lists = {}
    for element in _parsed(packed, "xl/styles.xml", "fonts", "fills", "cellXfs") if "xl/styles.xml" in names else ():
        lists[_local(element.tag)] = [*element]
    bold = {str(at) for at, font in enumerate(lists.get("fonts", ())) if _is_marked(font)}
    kinds = [
        _local(part.tag) == "patternFill" and part.get("patternType")
        for fill in lists.get("fills", ())
        for part in fill
    ]
    filled = {str(at) for at, kind in enumerate(kinds) if kind == "solid"}
    styles = enumerate(lists.get("cellXfs", ()))
    return frozenset(str(at) for at, each in styles if each.get("fontId") in bold or each.get("fillId") in filled)


def _is_marked(element: ElementTree.Element) -> bool:
    """Whether the letters of a font, or of a piece of a text, are bold or struck."""
    return any(_local(each.tag) in ("b", "strike") and each.get("val") not in ("0", "false") for each in element)


def _marked_runs(packed: zipfile.ZipFile) -> dict[str, frozenset[bool]]:
    """Of each shared text that is parted into runs, whether one is marked, and whether one is not."""
    is_there = "xl/sharedStrings.xml" in packed.namelist()
    texts = _parsed(packed, "xl/sharedStrings.xml", "si") if is_there else ()
    return {str(at): found for at, text in enumerate(texts) if (found := _runs(text))}


def _runs(text: ElementTree.Element) -> frozenset[bool]:
    """Whether a run of a text is bold or struck, and whether one is not; a run without a letter says nothing."""
    runs = [run for run in text if _local(run.tag) == "r" and any(map(str.isalnum, _text(run)))]
    return frozenset(any(_is_marked(part) for part in run if _local(part.tag) == "rPr") for run in runs)


def _texts_of_excel(
    row: ElementTree.Element, styles: Collection[str], runs: Mapping[str, frozenset[bool]]
) -> Iterator[_Marked]:
    for at, cell in enumerate(row, 1):
        value = _text(cell)
        if cell.get("t") in ("s", "inlineStr") and value:
            inner = next((each for each in cell if _local(each.tag) == "is"), None)
            own = _runs(inner) if inner is not None else runs.get(value, frozenset())
            yield _column(cell.get("r", "")) or at, own or frozenset((cell.get("s", "0") in styles,))


def _note_marks(found: _Beside, line: int, texts: Iterable[_Marked]) -> None:
    """The texts of a row that are marked, and those that are not."""
    texts = tuple(texts)
    columns = tuple(column for column, _ in texts)
    if texts and all(marks == {True} for _, marks in texts):
        found.whole.append((line, columns))
        return
    found.others.append((line, columns))
    for column, marks in texts:
        if True in marks:
            found.marked.append((line, column, False in marks))
        else:
            found.plain.append(column)


def _parts(packed: zipfile.ZipFile, part: str) -> Iterator[tuple[str, str, str]]:
    """The id, the type and the name of each part that another one refers to."""
    folder, name = posixpath.split(part)
    relations = f"{folder}/_rels/{name}.rels"
    for each in _parsed(packed, relations, "Relationship") if relations in packed.namelist() else ():
        target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))[1:]
        yield each.get("Id", ""), each.get("Type", ""), target


def _of_opendocument(packed: zipfile.ZipFile, sheet: str) -> _Beside:
    found = _Beside()
    hidden: set[int] = set()
    styles: dict[str, _Style] = {}
    usual: list[str] = []
    line = 0
    is_ours = False
    if "styles.xml" in packed.namelist():
        styles |= {_name(each): _style(each) for each in _parsed(packed, "styles.xml", "style")}
    for element in _parsed(packed, "content.xml", "style", "table", "table-column", "table-row"):
        said = _said(element)
        match _local(element.tag):
            case "style":
                styles[_name(element)] = _style(element)
            case "table":
                is_ours = said.get("name") == sheet
            case "table-column" if is_ours:
                first = len(usual) + 1
                count = min(int(said.get("number-columns-repeated", "1")), _MOST_COLUMNS + 1 - first)
                hidden |= set(range(first, first + count)) if _is_hidden(said) else set()
                usual += [said.get("default-cell-style-name", "")] * count
            case "table-row" if is_ours:
                _of_row(found, element, line + 1, _is_hidden(said), hidden)
                _note_marks(found, line + 1, _texts_of_opendocument(element, usual, styles))
                line += int(said.get("number-rows-repeated", "1"))
    return found


def merged_cells(data: bytes, sheet: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The first and the last row and column of each merged cell of an OpenDocument sheet, counted from 0."""
    line = 0
    is_ours = False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for element in _parsed(packed, "content.xml", "table", "table-row"):
                said = _said(element)
                if _local(element.tag) == "table":
                    is_ours, line = said.get("name") == sheet, 0
                    continue
                for column, cell in _placed(element) if is_ours else ():
                    spans = (int(_said(cell).get(f"number-{each}-spanned", "1")) - 1 for each in ("rows", "columns"))
                    down, across = spans
                    if down or across:
                        yield (line, column), (line + down, column + across)
                line += int(said.get("number-rows-repeated", "1"))
    except _WRONG:
        return


def _placed(row: ElementTree.Element) -> Iterator[tuple[int, ElementTree.Element]]:
    """The cells of a row, each with its column."""
    column = 0
    for cell in row:
        yield column, cell
        column += int(_said(cell).get("number-columns-repeated", "1"))


def _name(style: ElementTree.Element) -> str:
    """What a style is called among those of its family: a cell and a text may have one of the same name."""
    said = _said(style)
    return f"{said.get('family')} {said.get('name')}"


def _style(style: ElementTree.Element) -> _Style:
    said = _said(style)
    marks = {mark: value for each in style for mark, value in _said(each).items() if mark in _USUAL}
    return f"{said.get('family')} {said.get('parent-style-name')}", marks


def _is_apart(name: str, styles: Mapping[str, _Style]) -> bool:
    """Whether a style is bold, struck or filled, by itself or by one that it is made from."""
    marks: dict[str, str] = {}
    for _ in range(_DEEPEST):
        name, own = styles.get(name, ("", {}))
        marks = {**own, **marks}
    return any(value not in _USUAL[mark] for mark, value in marks.items())


def _texts_of_opendocument(
    row: ElementTree.Element, usual: list[str], styles: Mapping[str, _Style]
) -> Iterator[_Marked]:
    for at, cell in _placed(row):
        said = _said(cell)
        name = said.get("style-name") or _said(row).get("default-cell-style-name") or "".join(usual[at : at + 1])
        is_apart = _is_apart(f"table-cell {name}", styles)
        runs = [
            is_apart or _is_apart(f"text {style}", styles)
            for paragraph in cell
            if _local(paragraph.tag) == "p"
            for text, style in _pieces(paragraph, "")
            if any(map(str.isalnum, text))
        ]
        if runs and said.get("value-type", "string") == "string":
            yield at + 1, frozenset(runs)


def _pieces(element: ElementTree.Element, style: str) -> Iterator[tuple[str, str]]:
    """The pieces of a paragraph, each with the style of its letters."""
    yield element.text or "", style
    for inner in element:
        yield from _pieces(inner, _said(inner).get("style-name", style))
        yield inner.tail or "", style


def _of_row(found: _Beside, row: ElementTree.Element, line: int, is_hidden: bool, hidden: set[int]) -> None:
    for column, cell in _placed(row):
        said = _said(cell)
        notes = [each for each in cell if _local(each.tag) == "annotation"]
        value = " ".join(_text(each) for each in cell if each not in notes)
        address = f"{_letters(column + 1)}{line}"
        if "error" in (value for key, value in cell.items() if _local(key) == "value-type"):
            found.wrong.append((address, value))
        elif "formula" in said and not value and "value-type" not in said:
            found.empty.append((address, ""))
        for note in notes:
            # Who wrote it, and when, stands before it.
            text = " ".join(_text(each) for each in note if _local(each.tag) not in ("creator", "date", "date-string"))
            found.comments.append((address, text))
        if value:
            _note(found, line if is_hidden else 0, column + 1 if column + 1 in hidden else 0)


def _note(found: _Beside, line: int, column: int) -> None:
    """A cell with a value that is hidden with its row, or with its column."""
    if line and found.rows[-1:] != [line]:
        found.rows.append(line)
    if column and column not in found.columns:
        found.columns.append(column)


def _column(address: str) -> int:
    """The number of the column of `B3`."""
    letters = address.rstrip("0123456789")
    return sum((ord(sign) - 64) * 26**at for at, sign in enumerate(reversed(letters.upper())))


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _told(path: str, found: _Beside) -> Iterator[Problem]:
    """The findings as warnings."""
    if found.rows:
        message = f"what the spreadsheet hides in lines {ranges(found.rows)} is read as the other lines are"
        hint = "delete those lines if they are not meant, or name them in a `[[skip]]`"
        yield Problem("hidden-cells", Span(path, found.rows[0]), message, hint, Level.WARNING)
    if found.columns:
        shown = ", ".join(map(_letters, sorted(found.columns)))
        message = f"what the spreadsheet hides in the columns {shown} is read as the others are"
        hint = "take nothing from them if they are not meant"
        yield Problem("hidden-cells", Span(path), message, hint, Level.WARNING)
    # What is called a column is plain where all below it may be bold.
    marked = [(line, column) for line, column, part in found.marked if part or found.plain.count(column) > 1]
    # The first row is what columns are called; a title, a sum and the like have texts in other columns than a result.
    top = min((line for line, columns in (*found.whole, *found.others) if columns), default=0)
    alike = {columns for line, columns in found.others if line != top}
    whole = [(line, columns[0]) for line, columns in found.whole if line != top and columns in alike]
    # Every second row may have a fill for the eye alone.
    marked += whole if len(whole) < _STRIPES or {below[0] - line[0] for line, below in pairwise(whole)} != {2} else []
    marked.sort()
    if marked:
        shown = ", ".join(f"{_letters(column)}{line}" for line, column in marked[:_SHOWN])
        more = f" and {len(marked) - _SHOWN} more" if len(marked) > _SHOWN else ""
        what = "bold or struck letters or a fill set some cells, or a part of one, apart"
        message = f"{what}: {shown}{more}; all are read alike"
        hint = "if that says who won, put it into a column of its own"
        yield Problem("uneven-emphasis", Span(path, marked[0][0]), message, hint, Level.WARNING)
    for code, cells, said, hint in (
        (
            "no-value",
            found.empty,
            "formulas without a value are read as empty",
            "open the file in a spreadsheet, and save it again",
        ),
        ("no-value", found.wrong, "cells that hold an error are read as empty", "correct them in the spreadsheet"),
        ("unread-comments", found.comments, "comments on cells are not read", "put into a column what is a fact"),
    ):
        if cells:
            first = cells[0][0]
            line = first[len(first.rstrip("0123456789")) :]
            shown = ", ".join(f'{cell} "{text}"' if text else cell for cell, text in cells[:_SHOWN])
            more = f" and {len(cells) - _SHOWN} more" if len(cells) > _SHOWN else ""
            yield Problem(code, Span(path, int(line or 1)), f"{said}: {shown}{more}", hint, Level.WARNING)
