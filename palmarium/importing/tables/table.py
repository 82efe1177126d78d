"""A table ready for import: columns, rows with their line numbers, and how it was read."""

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from ...problems import Span

YEAR = r"(?:1[5-9]|20|21)\d\d"
SEASON = rf"{YEAR}(?:\s?[/–-]\s?(?:\d{{4}}|\d\d))?"
"""A year, or two that follow each other, as a text states them."""

Cell = str | tuple[str, ...]
"""A tuple where the file itself holds a list."""


@dataclass(frozen=True, slots=True)
class Row:
    """The first line of a row (in a spreadsheet, its number), and a cell for every column."""

    span: Span
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class JoinedColumns:
    """Columns of other rows, added under a prefix where `on` agrees: pairs of their column and ours."""

    rows: str = ""
    file: str = ""
    on: tuple[tuple[str, str], ...] = ()
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class WideColumns:
    """Columns of one kind, to become rows: `name` is the column of what each is called, `value` that of its cells.

    In `columns` and `but` a `*` stands for any letters.
    """

    columns: tuple[str, ...]
    but: tuple[str, ...] = ()
    name: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is to be read; empty fields are detected.

    `header` is the row of the column names: 0 finds it, -1 is none (columns are "1", "2", …); `header_rows` says in how
    many rows it stands. `fill_down` are columns
    whose empty cells mean the one above.
    `rows` says where the rows of nested data are, such as `prizes[].laureates[]`. `keep` names repairs not to make.
    """

    format: str = ""
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    header: int = 0
    header_rows: int = 0
    rows: str = ""
    joins: tuple[JoinedColumns, ...] = ()
    keep: tuple[str, ...] = ()
    fill_down: tuple[str, ...] = ()
    wide: tuple[WideColumns, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """The contents of a file, row by row; `how` is how it was read.

    `rest` says what of the file is in no row; `lists` are other places of nested data that could be its rows.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    how: Reading = Reading()
    rest: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()


def places(table: Table) -> MappingProxyType[str, int]:
    """Where each column stands in a row's cells."""
    return MappingProxyType({name: at for at, name in enumerate(table.columns)})


def texts_of(cell: Cell | list[str]) -> Iterable[str]:
    """The texts of a cell, or of a value that is made of it: one, or those of its list."""
    return (cell,) if isinstance(cell, str) else cell


def is_full(cell: Cell) -> bool:
    """Whether a cell is not blank."""
    return any(map(str.strip, texts_of(cell)))


def column_texts(table: Table, column: str) -> list[str]:
    """All texts of a column that say something, each as often as it stands there."""
    at = table.columns.index(column)
    return [text.strip() for row in table.rows for text in texts_of(row.cells[at]) if text.strip()]


def numbered(names: tuple[str, ...]) -> tuple[str, ...]:
    """The same names, where a repeated one has its number behind it: `Prize`, `Prize (2)`."""
    said, taken, counts = frozenset(names), set[str](), dict[str, int]()
    result = []
    for name in names:
        new = name
        while new in taken or (new != name and new in said):
            counts[name] = counts.get(name, 1) + 1
            new = f"{name} ({counts[name]})"
        taken.add(new)
        result.append(new)
    return tuple(result)
