"""Binary workbooks of Excel (`.xls`): the records of a sheet, in the streams of a compound file."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA
"""From here on numbers of sectors are none: the end of a chain, or what is free."""

_SMALL, _SMALL_SECTOR = 4096, 64
_ENTRY = 128
_FONT, _STYLE, _SHEET, _LOCKED, _EOF = 0x31, 0xE0, 0x85, 0x2F, 0x0A
_COLUMNS, _ROW, _NOTE, _TEXT = 0x7D, 0x208, 0x1C, 0xFD
_CELLS = (_TEXT, 0x06, 0x203, 0x204, 0x205, 0x27E, 0xBD)
"""Records of cells that hold something: each begins with its row and its column."""

_BOLD = 600


@dataclass(frozen=True, slots=True)
class SheetMarks:
    """Rows and columns that are hidden, the cells that hold something, texts with their style, and cells with a note.

    Rows and columns are counted from 1.
    """

    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    cells: tuple[tuple[int, int], ...]
    texts: tuple[tuple[int, int, bool], ...]
    notes: tuple[tuple[int, int], ...]


def sheet(data: bytes, wanted: str) -> SheetMarks:
    """What a sheet holds beside its values; raises ValueError where that can't be read."""
    try:
        return _read(_stream(data), wanted)
    except (struct.error, IndexError) as error:
        raise ValueError("this is no binary workbook to its end") from error


def _stream(data: bytes) -> bytes:
    """The stream of the workbook."""
    if not data.startswith(_MAGIC):
        raise ValueError("this is no compound file")
    size = 1 << min(_number(data, 30, "H"), 16)

    def sector(number: int) -> bytes:
        return data[size * (number + 1) : size * (number + 2)]

    of_table = [number for number in struct.unpack_from("<109I", data, 76) if number < _END]
    further, seen = _number(data, 68), 0
    while further < _END and seen * size < len(data):
        *numbers, further = struct.unpack(f"<{size // 4}I", sector(further))
        of_table += [number for number in numbers if number < _END]
        seen += 1
    table = _numbers(b"".join(map(sector, of_table[: len(data) // size + 1])))
    directory = b"".join(map(sector, _chain(table, _number(data, 48))))
    entries = [directory[at : at + _ENTRY] for at in range(0, len(directory), _ENTRY)]
    called = {each[: max(_number(each, 64, "H") - 2, 0)].decode("utf-16-le", "replace"): each for each in entries}
    entry = called.get("Workbook")
    if entry is None:
        raise ValueError("there is no workbook in it")
    start, length = _number(entry, 116), _number(entry, 120)
    if length >= _SMALL:
        return b"".join(map(sector, _chain(table, start)))[:length]
    small = b"".join(map(sector, _chain(table, _number(called["Root Entry"], 116))))
    way = _chain(_numbers(b"".join(map(sector, _chain(table, _number(data, 60))))), start)
    return b"".join(small[_SMALL_SECTOR * at : _SMALL_SECTOR * (at + 1)] for at in way)[:length]


def _number(data: bytes, at: int, form: str = "I") -> int:
    return int(struct.unpack_from(f"<{form}", data, at)[0])


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _chain(table: tuple[int, ...], start: int) -> list[int]:
    """The sectors of a stream, in order; a chain that comes back to itself ends."""
    found: dict[int, None] = {}
    while start < _END and start not in found:
        found[start] = None
        start = table[start]
    return [*found]


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The kind and the body of each record up to the end of a part."""
    kind = 0
    while kind != _EOF and at + 4 <= len(stream):
        kind, size = struct.unpack_from("<2H", stream, at)
        yield kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _read(stream: bytes, wanted: str) -> SheetMarks:
    fonts: list[bool] = []
    marked: list[bool] = []
    start = None
    for kind, body in _records(stream, 0):
        if kind == _LOCKED:
            raise ValueError("it is locked with a password")
        if kind == _FONT:
            fonts.append(_number(body, 6, "H") >= _BOLD or bool(body[2] & 0x08))
        elif kind == _STYLE:
            # There is no fifth font.
            font = _number(body, 0, "H")
            marked.append(fonts[font - (font > 4)] or _number(body, 14) >> 26 == 1)
        elif kind == _SHEET and _name(body) == wanted:
            start = _number(body, 0)
    if start is None:
        raise ValueError("the sheet is not there")
    return _of_sheet(stream, start, marked)


def _name(body: bytes) -> str:
    is_wide = body[7] & 1
    return body[8 : 8 + body[6] * (1 + is_wide)].decode("utf-16-le" if is_wide else "latin-1", "replace")


def _of_sheet(stream: bytes, start: int, marked: list[bool]) -> SheetMarks:
    rows, columns = set[int](), set[int]()
    cells, texts, notes = list[tuple[int, int]](), list[tuple[int, int, bool]](), list[tuple[int, int]]()
    for kind, body in _records(stream, start):
        if kind == _COLUMNS and (body[8] & 1 or not _number(body, 4, "H")):
            first, last = struct.unpack_from("<2H", body)
            columns |= set(range(first + 1, last + 2))
        elif kind == _ROW and body[12] & 0x20:
            rows.add(_number(body, 0, "H") + 1)
        elif kind == _NOTE or kind in _CELLS:
            row, column = struct.unpack_from("<2H", body)
            (notes if kind == _NOTE else cells).append((row + 1, column + 1))
            if kind == _TEXT:
                texts.append((row + 1, column + 1, marked[_number(body, 4, "H")]))
    return SheetMarks(frozenset(rows), frozenset(columns), tuple(cells), tuple(texts), tuple(notes))
