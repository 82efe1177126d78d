"""Tables from lines of cells: header detection, column names, rows that do not fit."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ...problems import Level, Problem, Span, ranges
from ..column_words import is_heading
from .table import Reading, Row, Table, numbered

_WIDEST = 2_000


@dataclass(frozen=True, slots=True)
class Line:
    """The cells of a row, and its first line in the file."""

    number: int
    cells: tuple[str, ...]


def table(path: str, lines: Iterable[Line], how: Reading) -> tuple[Table | None, tuple[Problem, ...]]:
    """A table from lines of cells; empty lines are skipped."""
    filled = [line for line in lines if any(cell.strip() for cell in line.cells)]
    if not filled:
        hint = "check that this is the file that was meant"
        return None, (Problem("no-rows", Span(path), "this file holds no rows", hint),)
    head = _found(filled) if not how.header else _header(filled, how.header)
    if head is None:
        hint = f"header = {filled[0].number}"
        return None, (Problem("header", Span(path, how.header), "there is no row on the line said", hint),)
    heads = _heads(filled, filled.index(head), how)
    first, head = heads[0], _joined(heads)
    rest = filled if how.header < 0 else [line for line in filled if line.number > head.number]
    side_by_side = _blocks(head) if how.header >= 0 else []
    if side_by_side:
        head, rest = _part(head, side_by_side[0]), [_part(line, block) for block in side_by_side for line in rest]
        rest = [line for line in rest if any(cell.strip() for cell in line.cells)]
    again: dict[int, bool] = {}
    head, body = _below_headers(head, heads, rest, again) if how.header >= 0 else (head, rest)
    widest = max((_width(line.cells) for line in body), default=0)
    if max(widest, len(head.cells)) > _WIDEST:
        said = f"a row here has more than {_WIDEST} cells"
        return None, (Problem("too-wide", Span(path, head.number), said, 'say the delimiter: delimiter = ","'),)
    width = _width(head.cells) if how.header < 0 else _named_width(head, body)
    columns, unnamed = _columns(path, head, how, max(width, widest))
    rows = tuple(Row(Span(path, line.number), _fitted(line.cells, len(columns))) for line in body)
    above = [line for line in filled if how.header >= 0 and line.number < first.number]
    told = () if how.header else (*_above(path, above, first), *_several(path, heads, head))
    told = (*told, *_again(path, again), *_put_below(path, head, len(side_by_side)))
    unread = (f"what stands above the header, in lines {ranges(line.number for line in above)}",) if above else ()
    how = replace(how, header=-1 if how.header < 0 else first.number, header_rows=len(heads))
    return Table(columns, rows, how, unread), (*told, *unnamed, *_ragged(path, head.number, body, width))


def _blocks(head: Line) -> list[range]:
    """Where tables of the same columns stand side by side, with or without an empty column between them."""
    names = [cell.strip() for cell in head.cells]
    full = [at for at, name in enumerate(names) if name]
    for count in range(2, len(full) // 2 + 1) if len(set(full)) > len({*filter(None, names)}) else ():
        starts = full[::count]
        blocks = [range(start, start + count) for start in starts]
        called = {tuple(names[block.start : block.stop]) for block in blocks}
        if len(called) == 1 and all(len({*each}) == count for each in called):
            return blocks
    return []


def _part(line: Line, block: range) -> Line:
    return Line(line.number, line.cells[block.start : block.stop])


def _put_below(path: str, head: Line, count: int) -> Iterator[Problem]:
    if count:
        message = f"{count} tables with the same columns stand side by side: they are read one below the other"
        yield Problem("header", Span(path, head.number), message, "give each column a name of its own", Level.WARNING)


def _heads(filled: list[Line], at: int, how: Reading) -> list[Line]:
    """The lines of a header: two where a name stands over several others, as merged cells do.

    Fewer names may stand in the upper one than in most rows, where those below it come twice.
    """
    if how.header or how.header_rows:
        return filled[at : at + max(how.header_rows, 1)] if how.header >= 0 else [filled[at]]
    head = filled[at]
    over = filled[at - 1] if at else Line(0, ())
    names = [cell.strip() for cell in head.cells if cell.strip()]
    if len(set(names)) < len(names) and sum(1 for cell in over.cells if cell.strip()) > 1:
        return [over, head]
    below = filled[at + 1 : at + 2 + _LOOKED_AT]
    return [head, below[0]] if len(below) > 1 and _goes_on(head, *below) else [head]


def _goes_on(head: Line, line: Line, *rows: Line) -> bool:
    """Whether a header goes on in the line below it: with names under headings, the rest of names, or units."""
    width = max(len(head.cells), len(line.cells))
    above, names = ([cell.strip() for cell in _fitted(each.cells, width)] for each in (head, line))
    own = list(filter(None, names))
    if names == above or any(map(_HOLDS_DIGIT, own)):
        return False
    if all(map(_UNIT.fullmatch, own)) or (is_heading(own) and len(own) > 1):
        return True
    spread = [name for over, name in zip(above, names, strict=True) if not over]
    if not spread or not all(spread):
        return False
    named = [name for over, name in zip(above, names, strict=True) if over]
    # Names under one heading come back under the next; or there is none under what has a column of its own.
    again = len(set(spread)) < len(spread) or any(name in named for name in spread)
    return (bool(above[0]) and (again or not all(named))) or _stand_over_numbers(names, rows)


def _stand_over_numbers(names: list[str], rows: tuple[Line, ...]) -> bool:
    """Whether below a name without a digit most cells hold one, as below `Year`."""
    columns = zip(names, zip(*(_fitted(row.cells, len(names)) for row in rows), strict=True), strict=True)
    return any(name and sum(map(bool, map(_HOLDS_DIGIT, cells))) * 3 >= len(cells) * 2 for name, cells in columns)


_HOLDS_DIGIT = re.compile(r"\d").search
_WORD = re.compile(r"[^\W\d_]{3}")
_UNIT = re.compile(r"[(\[].*[)\]]|[€$£%]")
_LOOKED_AT = 20


def _joined(heads: list[Line]) -> Line:
    """One line of names: `2020` above `Winner` is `2020 Winner`; `Results` above names that differ says nothing."""
    *upper, last = heads
    width = max(len(line.cells) for line in heads)
    names = [cell.strip() for cell in _fitted(last.cells, width)]
    for line in reversed(upper):
        over = ""
        own = list(filter(None, names))
        adds = len(set(own)) < len(own)
        cells = [cell.strip() for cell in _fitted(line.cells, width + 1)]
        for at, name in enumerate(names[:width]):
            over = cells[at] or (over if name else "")
            is_alone = bool(cells[at]) and not (at + 1 < width and names[at + 1] and not cells[at + 1])
            # A cell that is merged with the one above it says the same.
            if over != name and (adds or is_alone or _HOLDS_DIGIT(over) or not name):
                names[at] = f"{over} {name}".strip()
    return Line(last.number, tuple(names) if upper else last.cells)


def _several(path: str, heads: list[Line], head: Line) -> Iterator[Problem]:
    if len(heads) > 1:
        shown = ", ".join(f'"{name}"' for name in head.cells if name)
        message = (
            f"the header is taken to be in lines {heads[0].number}–{heads[-1].number}, one above the other: {shown}"
        )
        hint = f"if the first alone is the header: header = {heads[0].number}"
        yield Problem("header", Span(path, heads[0].number), message, hint, Level.WARNING)


def _below_headers(head: Line, heads: list[Line], lines: list[Line], again: dict[int, bool]) -> tuple[Line, list[Line]]:
    """A header with the names that a later one adds, and the rows, each read by the last header above it.

    A header stands in the table once more where tables were put one below the other. `again` is given the line of each,
    and whether its names are others, or in another order.
    """
    columns, body = [*head.cells], list[Line]()
    order: Sequence[int] = ()
    firsts = [_in_small_letters(line.cells) for line in heads]
    for line in lines:
        said, names = _in_small_letters(line.cells), _in_small_letters(tuple(columns))
        if said in firsts:
            order, again[line.number] = (), False
        elif len(heads) == 1 and _is_header(said, names):
            order, again[line.number] = _order(line.cells, said, names, columns), True
        elif order:
            cells = dict(zip(order, line.cells, strict=False))
            beyond = line.cells[len(order) :]
            body.append(Line(line.number, (*(cells.get(at, "") for at in range(len(columns))), *beyond)))
        else:
            body.append(line)
    added = ("",) * (len(columns) - len(head.cells))
    body = [Line(line.number, line.cells + added) if len(line.cells) == len(head.cells) else line for line in body]
    return Line(head.number, tuple(columns)), body


def _order(cells: tuple[str, ...], said: tuple[str, ...], names: tuple[str, ...], columns: list[str]) -> list[int]:
    """The column of each cell below a later header; one without a column takes that of no name, or is added."""
    order = []
    for at, (cell, name) in enumerate(zip(cells, said, strict=True)):
        if name and name in names:
            order.append(names.index(name))
        elif at < len(columns) and not columns[at].strip():
            columns[at] = cell
            order.append(at)
        else:
            order.append(len(columns))
            columns.append(cell)
    return order


def _is_header(said: tuple[str, ...], names: tuple[str, ...]) -> bool:
    """Whether most cells of a row, two at least, are names of different columns; a number or a code may be data."""
    filled = list(filter(None, said))
    known = [name for name in filled if name in names and _WORD.search(name)]
    own = [name for name in names if name]
    return 1 < len(known) == len({*known}) and len(known) * 3 >= len(filled) * 2 and len({*own}) == len(own)


def _in_small_letters(cells: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(" ".join(cell.split()).casefold() for cell in cells)


def _again(path: str, again: dict[int, bool]) -> Iterator[Problem]:
    others = [number for number, is_other in again.items() if is_other]
    if same := [number for number in again if number not in others]:
        message = f"the header stands again in lines {ranges(same)}: it is not read as a row"
        yield Problem("header", Span(path, same[0]), message, level=Level.WARNING)
    if others:
        message = f"another header with the same names stands in lines {ranges(others)}: what is below it is read by it"
        yield Problem("header", Span(path, others[0]), message, level=Level.WARNING)


def _found(filled: list[Line]) -> Line:
    """The header: the first line as full as most; a title above the table fills only a cell or two."""
    fullness = [sum(1 for cell in line.cells if cell.strip()) for line in filled]
    usual = sorted(fullness)[len(fullness) // 2]
    return next(line for line, full in zip(filled, fullness, strict=True) if full * 2 > usual)


def _above(path: str, above: list[Line], head: Line) -> Iterator[Problem]:
    if above:
        said = " ".join(cell.strip() for line in above for cell in line.cells if cell.strip())
        message = f'the header is taken to be in line {head.number}; above it stands "{said[:80]}"'
        hint = f"if that is right: header = {head.number}; if not: header = {above[0].number}"
        yield Problem("header", Span(path, above[0].number), message, hint, Level.WARNING)


def _header(filled: list[Line], wanted: int) -> Line | None:
    if wanted < 0:
        return filled[0]
    return next((line for line in filled if line.number == wanted), None)


def _width(cells: tuple[str, ...]) -> int:
    """The number of cells up to the last that is not empty."""
    return next((at for at in range(len(cells), 0, -1) if cells[at - 1].strip()), 0)


def _named_width(head: Line, body: list[Line]) -> int:
    """The width of the header without trailing empty columns."""
    last = _width(head.cells)
    below = max((_width(line.cells) for line in body), default=0)
    return max(last, min(below, len(head.cells)))


def _columns(path: str, head: Line, how: Reading, width: int) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    if how.header < 0:
        return tuple(str(at) for at in range(1, width + 1)), ()
    written = tuple(" ".join(cell.split()) for cell in _fitted(head.cells, width))
    names = numbered(tuple(name or str(at) for at, name in enumerate(written, 1)))
    return names, tuple(_misnamed(Span(path, head.number), written, names, len(head.cells)))


def _misnamed(span: Span, written: tuple[str, ...], names: tuple[str, ...], width: int) -> Iterator[Problem]:
    for at, (name, new) in enumerate(zip(written[:width], names[:width], strict=True), 1):
        if not name:
            message = f'column {at} has no name: it is called "{new}"'
            yield Problem("header", span, message, "write a name above it", Level.WARNING)
        elif name != new:
            message = f'there are several columns "{name}": column {at} is called "{new}"'
            yield Problem("header", span, message, "give each column a name of its own", Level.WARNING)


def _fitted(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*cells, *("",) * (width - len(cells)))[:width]


def _ragged(path: str, header: int, body: list[Line], width: int) -> Iterator[Problem]:
    wrong = [line for line in body if len(line.cells) < width or _width(line.cells) > width]
    if len(wrong) > 3 and len(wrong) * 2 > len(body):
        message = f"{len(wrong)} of {len(body)} rows do not have the {_cells(width)} of the header"
        is_wider = _width(wrong[0].cells) > width
        hint = f"if the names of the columns stand on another line: header = {wrong[0].number}" if is_wider else ""
        yield Problem("ragged-rows", Span(path, header), message, hint, Level.WARNING)
    for line in wrong:
        found = len(line.cells)
        if found < width:
            said, hint = "the missing ones are read as empty", "write the delimiter for an empty cell too"
        else:
            said = f'what is too much stands in column "{width + 1}" and after'
            hint = "put quotes around a cell that holds the delimiter"
        message = f"this row has {_cells(found)}, the header {width}: {said}"
        yield Problem("ragged-row", Span(path, line.number), message, hint, Level.WARNING)


def _cells(count: int) -> str:
    return "1 cell" if count == 1 else f"{count} cells"
