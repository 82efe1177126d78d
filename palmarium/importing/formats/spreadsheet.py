"""Spreadsheets: a sheet of an Excel or OpenDocument file."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from ...problems import Level, Problem, Span, did_you_mean
from ..tables import grid
from ..tables.grid import Line
from ..tables.table import Reading, Table
from ..tables.workbook import Unreadable, beside_values, merged_cells, spanned

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

ENDINGS = (".xlsx", ".xlsm", ".xlsb", ".ods", ".xls")
_MOST_UNPACKED = 1_000_000_000
_MOST_CELLS = 20_000_000
_UNPACKABLE = (zipfile.BadZipFile, ValueError, OSError, NotImplementedError)
_ROW, _CELLS = 0, range(1, 12)
"""Records of a binary sheet: a row, and the kinds of cells."""
_HINT = "open it in a spreadsheet, save it again, or save it as CSV"
_Range = tuple[tuple[int, int], tuple[int, int]]


def read(path: str, data: bytes, how: Reading) -> tuple[Table | None, tuple[Problem, ...]]:
    if _unpacked(data) > _MOST_UNPACKED:
        message = "this file is more than a gigabyte when unpacked"
        return None, (Problem("too-large", Span(path), message, "save the one sheet that is needed"),)
    try:
        wide = next(_too_wide(data), None)
    except Unreadable as error:
        return None, (_unreadable(path, error),)
    if wide:
        # The library makes room for all of a sheet before it tells how much that is.
        message = f"a sheet here ({wide[0]}) is {wide[1]} rows high and {wide[2]} columns wide"
        return None, (Problem("too-large", Span(path), message, "delete what is empty, and save it again"),)
    try:
        return _read(path, data, how)
    except Exception as error:  # noqa: BLE001  the library has an exception for every part of every format
        return None, (_unreadable(path, error),)


def _unreadable(path: str, error: Exception) -> Problem:
    return Problem("unreadable", Span(path), f"this is no spreadsheet that can be read: {error}", _HINT)


def _unpacked(data: bytes) -> int:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return sum(part.file_size for part in packed.infolist())
    except _UNPACKABLE:
        return 0


def _too_wide(data: bytes) -> Iterator[tuple[str, int, int]]:
    """The sheets whose cells span more than is read, by their addresses, and how often they are repeated."""
    try:
        packed = zipfile.ZipFile(io.BytesIO(data))
    except _UNPACKABLE:
        return
    with packed:
        for name in packed.namelist():
            # A workbook may call its sheets as it likes.
            is_part = not name.startswith(("xl/media/", "Pictures/"))
            rows, columns = _spanned(packed, name) if is_part else (0, 0)
            if rows * columns > _MOST_CELLS:
                yield name.rpartition("/")[2], rows, columns


def _spanned(packed: zipfile.ZipFile, name: str) -> tuple[int, int]:
    """The rows and columns from the first to the last cell of a part; of one that can't be unpacked, none."""
    try:
        data = packed.read(name)
    except (*_UNPACKABLE, RuntimeError, zlib.error, EOFError):
        return 0, 0
    return _spanned_by_records(data) if name.endswith(".bin") else spanned(name, data)


def _spanned_by_records(data: bytes) -> tuple[int, int]:
    """The rows and columns of a binary sheet, whose parts are records: a number, a length, and so many bytes."""
    at, row = 0, 0
    rows: list[int] = []
    columns: list[int] = []
    while at < len(data):
        kind, at = _number(data, at, 2)
        size, at = _number(data, at, 4)
        first = int.from_bytes(data[at : at + 4], "little")
        if kind == _ROW:
            row = first
        elif kind in _CELLS:
            rows, columns = (
                [*rows[:1], row],
                [min(*columns, first), max(*columns, first)] if columns else [first, first],
            )
        at += size
    return (rows[-1] - rows[0] + 1, columns[1] - columns[0] + 1) if rows else (0, 0)


def _number(data: bytes, at: int, most: int) -> tuple[int, int]:
    """A number of seven bits a byte, and where it ends."""
    value = 0
    for place, byte in enumerate(data[at : at + most]):
        value |= (byte & 0x7F) << (7 * place)
        at += 1
        if byte < 0x80:
            break
    return value, at


def _read(path: str, data: bytes, how: Reading) -> tuple[Table | None, tuple[Problem, ...]]:
    import python_calamine

    book = python_calamine.load_workbook(io.BytesIO(data))
    name, problems = _sheet(path, book, how.sheet)
    if name is None:
        return None, problems
    sheet = book.get_sheet_by_name(name)
    if sheet.total_height * sheet.total_width > _MOST_CELLS:
        message = f'the sheet "{name}" is {sheet.total_height} rows high and {sheet.total_width} columns wide'
        return None, (*problems, Problem("too-large", Span(path), message, "delete what is empty, and save it again"))
    cells, merged = _cells(path, sheet, sheet.merged_cell_ranges or (*merged_cells(data, name),))
    how = replace(how, format="spreadsheet", sheet=name)
    table, misfits = grid.table(path, (Line(at, row) for at, row in enumerate(cells, 1)), how)
    others = [other for other in book.sheet_names if other != name and _is_filled(book, other)]
    rest = (f"the sheets {', '.join(others)}",) if others else ()
    beside = beside_values(path, data, name)
    return replace(table, rest=(*table.rest, *rest)) if table else None, (*problems, *merged, *beside, *misfits)


def _sheet(path: str, book: "CalamineWorkbook", wanted: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The given sheet, or the first that is not empty, hidden ones last; other sheets are reported."""
    import python_calamine

    names = book.sheet_names
    hidden = {each.name for each in book.sheets_metadata if each.visible != python_calamine.SheetVisibleEnum.Visible}
    if wanted and wanted not in names:
        hint = did_you_mean(wanted, names) or f"its sheets are {', '.join(names)}"
        return None, (Problem("sheet", Span(path), f'this file has no sheet "{wanted}"', hint),)
    filled = sorted((name for name in names if _is_filled(book, name)), key=hidden.__contains__)
    if not filled and not wanted:
        return None, (Problem("no-rows", Span(path), "this file holds no rows", "check that it is the one meant"),)
    name = wanted or filled[0]
    told: tuple[Problem, ...] = ()
    if name in hidden and not wanted:
        message = f'the sheet "{name}", which is read, is hidden in the spreadsheet'
        told = (Problem("sheet", Span(path), message, f'if it is meant: sheet = "{name}"', Level.WARNING),)
    if wanted or len(filled) == 1:
        return name, told
    others = ", ".join(f"{other} (hidden)" if other in hidden else other for other in filled[1:])
    message = f'of {len(filled)} sheets "{name}" is read; the others are {others}'
    return name, (*told, Problem("sheet", Span(path), message, f'sheet = "{filled[1]}"', Level.WARNING))


def _is_filled(book: "CalamineWorkbook", name: str) -> bool:
    # The total height of a sheet with its first cell alone is none.
    return bool(book.get_sheet_by_name(name).height)


def _cells(
    path: str, sheet: "CalamineSheet", ranges: Sequence[_Range]
) -> tuple[list[tuple[str, ...]], tuple[Problem, ...]]:
    rows = [[_text(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    across = tuple(_across(path, rows, ranges))
    filled = [found for found in ranges if _spread(rows, found)]
    cells = [tuple(row) for row in rows]
    if not filled:
        return cells, across
    count = "1 merged cell: it stands" if len(filled) == 1 else f"{len(filled)} merged cells: each stands"
    message = f"{count} in every row that it covers"
    line = min(top for (top, _), _ in filled) + 1
    return cells, (Problem("merged-cells", Span(path, line), message, level=Level.WARNING), *across)


def _across(path: str, rows: list[list[str]], ranges: Iterable[_Range]) -> Iterator[Problem]:
    """Warnings for cells merged across columns: whether the other columns are meant too is unknown."""
    header = next((at for at, row in enumerate(rows) if sum(map(bool, row)) > 1), len(rows))
    for (top, left), (_, right) in ranges:
        if right <= left or not header < top < len(rows) or left >= len(rows[top]) or not rows[top][left]:
            continue
        if any(rows[top][:left]) or any(rows[top][right + 1 :]):
            count = right - left + 1
            message = f'"{rows[top][left]}" stands in a cell merged across {count} columns: read in the first alone'
            hint = "if it is meant in each of them, unmerge the cell and write it in each"
            yield Problem("merged-cells", Span(path, top + 1, left + 1), message, hint, Level.WARNING)


def _spread(rows: list[list[str]], found: _Range) -> bool:
    """Copy a merged cell into every row it covers; across columns it stays in the first, as a heading does."""
    (top, left), (bottom, _) = found
    if bottom <= top or top >= len(rows) or left >= len(rows[top]) or not rows[top][left]:
        return False
    for row in rows[top + 1 : bottom + 1]:
        row[left] = rows[top][left]
    return True


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        is_day = (value.hour, value.minute, value.second, value.microsecond) == (0, 0, 0, 0)
        return value.date().isoformat() if is_day else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    return str(value)
