"""Read a file of any known format into a table: its texts mended, empty cells filled, columns turned, files joined."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import ModuleType

from .joins import joined
from .problems import Level, Problem, Span, did_you_mean
from .repair import repair
from .stages import discover
from .table import Cell, Join, Reading, Row, Table, Wide, places

_LARGEST = 100_000_000
_SHOWN = 20
_LOOKED_AT = 200


def read_table(
    path: str, data: bytes, files: Mapping[str, bytes], how: Reading
) -> tuple[Table | None, tuple[Problem, ...]]:
    """`files` are the others that a join may name, as the join names them."""
    table, problems = _mended(path, data, how)
    if table is not None:
        table, wrong = _arranged(table, how)
        problems += wrong
    for join in how.joins:
        if table is None:
            break
        source = _source(path, data, files, join)
        if isinstance(source, Problem):
            return None, (*few(problems), source)
        other, wrong = _mended(join.file or path, source, _of_join(how, join))
        # The same file has said already what is wrong with it.
        problems += wrong if join.file or other is None else ()
        if other is None:
            return None, tuple(few(problems))
        table, unpaired = joined(table, other, join)
        problems += unpaired
    return replace(table, rest=(*table.rest, *_unread(table, how))) if table else None, tuple(few(problems))


def _unread(table: Table, how: Reading) -> Iterator[str]:
    """Lists of nested data that neither the rows nor a join go through, nor lie inside a row."""
    ways = (table.how.rows, *(join.rows for join in how.joins if not join.file))
    lost = [path for path in table.lists if not any(path.startswith(way) or way.startswith(path) for way in ways)]
    if lost:
        yield f"the lists {', '.join(lost)}"


def formats() -> tuple[str, ...]:
    return tuple(_name(importer) for importer in discover("importers"))


def endings() -> tuple[str, ...]:
    return tuple(ending for importer in discover("importers") for ending in importer.ENDINGS)


def few(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first of each kind, and one that tells the lines of the rest: a wrong delimiter spoils every row."""
    counts: dict[tuple[str, str], int] = {}
    rest: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        kind = (problem.code, problem.span.path)
        counts[kind] = counts.get(kind, 0) + 1
        if counts[kind] <= _SHOWN:
            yield problem
        else:
            rest.setdefault(kind, []).append(problem)
    for more in rest.values():
        lines = ", ".join(str(problem.span.line) for problem in more[:200])
        lines += ", …" if len(more) > 200 else ""
        yield replace(more[0], message=f"{len(more)} more like the ones above, on lines {lines}", hint="")


def _mended(path: str, data: bytes, how: Reading) -> tuple[Table | None, tuple[Problem, ...]]:
    if len(data) > _LARGEST:
        message = f"this file is {len(data) // 1_000_000} MB; 100 MB are read at most"
        return None, (Problem("too-large", Span(path), message, "cut it into several files, and import one by one"),)
    wanted, told = (how.format, ()) if how.format or not _is_table(path, data) else ("csv", (_no_list(path),))
    importer = _importer(path, wanted)
    if isinstance(importer, Problem):
        return None, (importer,)
    table, problems = importer.read(path, data, how)
    if table is None:
        return None, (*told, *problems)
    mended, mends = repair(table)
    return mended, (*told, *problems, *mends)


def _is_table(path: str, data: bytes) -> bool:
    """Whether a text file holds a table and no list of names: a delimiter stands as often in each line."""
    lines = [line for line in data.splitlines() if line.strip()][:_LOOKED_AT]
    if not path.lower().endswith((".txt", ".text")) or len(lines) < 2:
        return False
    # Names may be turned round at one comma: "Crumb, Ann".
    delimiters = ((b"\t", 1), (b";", 1), (b"|", 1), (b",", 2))
    return any(lines[0].count(mark) >= least and _are_even(lines, mark) for mark, least in delimiters)


def _are_even(lines: list[bytes], mark: bytes) -> bool:
    even = sum(1 for line in lines if line.count(mark) == lines[0].count(mark))
    return even * 10 >= len(lines) * 9


def _no_list(path: str) -> Problem:
    message = "this text file holds a table and no list of names: it is read as CSV"
    return Problem("format", Span(path), message, 'if it is a list of names: format = "names"', Level.WARNING)


def _arranged(table: Table, how: Reading) -> tuple[Table | None, tuple[Problem, ...]]:
    """Empty cells filled, and columns of one kind turned into rows."""
    span = Span(table.rows[0].span.path if table.rows else "", max(table.how.header, 1))
    wrong = [_no_column(span, name, table.columns) for name in how.fill_down if name not in table.columns]
    if wrong:
        return None, tuple(wrong)
    table = _filled_down(table, tuple(places(table)[name] for name in how.fill_down))
    for wide in how.wide:
        named = [(pattern, _named(pattern, table.columns)) for pattern in (*wide.columns, *wide.but)]
        wrong = [_no_column(span, pattern, table.columns) for pattern, found in named if not found]
        turned = {name for pattern in wide.columns for name in _named(pattern, table.columns)}
        turned -= {name for pattern in wide.but for name in _named(pattern, table.columns)}
        kept = [name for name in table.columns if name not in turned]
        for name in (wide.name, wide.value):
            if name in kept or wide.name == wide.value:
                message = f'a column "{name}" is there already'
                wrong.append(Problem("wide", span, message, "give `name` and `value` other names"))
        if wrong:
            return None, tuple(dict.fromkeys(wrong))
        table = _turned(table, frozenset(turned), wide)
    return table, ()


def _filled_down(table: Table, at: tuple[int, ...]) -> Table:
    """Where a column has a value of its own, those behind it in the list start anew."""
    last: list[Cell] = [""] * len(at)
    rows = []
    for row in table.rows if at else ():
        cells = list(row.cells)
        for order, place in enumerate(at):
            if _is_full(cells[place]):
                last[order:] = [cells[place], *[""] * (len(at) - order - 1)]
            cells[place] = last[order]
        rows.append(Row(row.span, tuple(cells)))
    return replace(table, rows=tuple(rows)) if at else table


def _named(pattern: str, columns: Iterable[str]) -> list[str]:
    """The columns that a name means, or a pattern with `*`."""
    meant = re.compile(".*".join(map(re.escape, pattern.split("*"))))
    return [name for name in columns if name == pattern or ("*" in pattern and meant.fullmatch(name))]


def _turned(table: Table, turned: frozenset[str], wide: Wide) -> Table:
    """A row for each cell that is not empty; one without a value, where all of them are."""
    kept = [at for at, name in enumerate(table.columns) if name not in turned]
    there = [at for at, name in enumerate(table.columns) if name in turned]
    rows = []
    for row in table.rows:
        own = tuple(row.cells[at] for at in kept)
        full = [(table.columns[at], row.cells[at]) for at in there if _is_full(row.cells[at])]
        rows += [Row(row.span, (*own, name, cell)) for name, cell in full or [("", "")]]
    columns = (*(table.columns[at] for at in kept), wide.name, wide.value)
    return replace(table, columns=columns, rows=tuple(rows))


def _is_full(cell: Cell) -> bool:
    return bool(cell.strip() if isinstance(cell, str) else cell)


def _no_column(span: Span, name: str, columns: tuple[str, ...]) -> Problem:
    hint = did_you_mean(name, columns) or f"columns are {', '.join(columns)}"
    return Problem("unknown-column", span, f'there is no column "{name}"', hint)


def _importer(path: str, wanted: str) -> ModuleType | Problem:
    importers = discover("importers")
    if wanted:
        named = next((found for found in importers if wanted == _name(found) or f".{wanted}" in found.ENDINGS), None)
        hint = did_you_mean(wanted, formats()) or f"formats are {', '.join(formats())}"
        return named or Problem("format", Span(path), f'"{wanted}" is not a format that can be read', hint)
    name = path.rpartition("/")[2].lower()
    ending = f".{name.rpartition('.')[2]}" if "." in name else ""
    found = next((importer for importer in importers if ending in importer.ENDINGS), None)
    said = f'the ending "{ending}" says no format that can be read' if ending else "this file's name has no ending"
    hint = did_you_mean(ending, endings()) or f'say it: format = "csv" (formats are {", ".join(formats())})'
    return found or Problem("format", Span(path), said, hint)


def _name(importer: ModuleType) -> str:
    return importer.__name__.rpartition(".")[2]


def _source(path: str, data: bytes, files: Mapping[str, bytes], join: Join) -> bytes | Problem:
    if not join.file:
        return data
    found = files.get(join.file)
    hint = did_you_mean(join.file, files) or "put it beside the imported file"
    return Problem("join", Span(path), f'there is no file "{join.file}" to join', hint) if found is None else found


def _of_join(how: Reading, join: Join) -> Reading:
    """Another file is found out anew; the same one is read as it was."""
    return Reading(rows=join.rows) if join.file else replace(how, rows=join.rows, joins=())
