"""One table from a file of any known format: repair, fill-down, wide columns, joins."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import takewhile
from types import ModuleType

from ...build.discovery import discover
from ...problems import Level, Problem, Span, did_you_mean, ranges
from .nested import levels, steps
from .repair import repair
from .table import Cell, JoinedColumns, Reading, Row, Table, WideColumns, is_full, places, texts_of

# Put the columns of other rows beside a table's own, where keys agree; keys that find nothing or several are told.

_Key = tuple[Cell, ...]


def joined(table: Table, other: Table, join: JoinedColumns) -> tuple[Table | None, tuple[Problem, ...], frozenset[int]]:
    """Every row with the cells of the matching row of `other`, or empty ones; and which rows of `other` match none."""
    above = () if join.file else tuple(_ancestors(other, table))
    pairs = (*join.on, *above)
    # What both rows repeat of the same parent is there already.
    kept = [at for at, name in enumerate(other.columns) if f"{_up(name)}#" not in dict(above)]
    added = tuple(join.prefix + other.columns[at] for at in kept)
    wrong = tuple(_unusable(table, other, join, added))
    if wrong:
        return None, wrong, frozenset()
    at = tuple(places(other)[name] for name, _ in pairs)
    theirs = _by_key(other, at)
    ours = tuple(places(table)[name] for _, name in pairs)
    rows, problems = [], []
    for row in table.rows:
        key = _key(row, ours)
        # Nothing agrees with nothing: a row without a key is not looked up.
        is_sought = all(key[: len(join.on)])
        found = theirs.get(key, ()) if is_sought else ()
        cells = (found[0].cells[at] for at in kept) if found else ("" for _ in kept)
        rows.append(Row(row.span, (*row.cells, *cells)))
        if is_sought and len(found) != 1:
            problems.append(_unpaired(row, join, key[: len(join.on)], found))
    used = {_key(row, ours) for row in table.rows}
    left = frozenset(number for number, row in enumerate(other.rows) if _key(row, at) not in used)
    return replace(table, columns=(*table.columns, *added), rows=tuple(rows)), tuple(problems), left


def _up(name: str) -> str:
    return "../" * name.count("../")


def _ancestors(other: Table, table: Table) -> Iterator[tuple[str, str]]:
    """Rows of one file whose paths start alike belong together only below the same item."""
    their, our = steps(other.how.rows), steps(table.how.rows)
    shared = "".join(one for one, two in takewhile(lambda pair: pair[0] == pair[1], zip(their, our, strict=False)))
    deep_their, deep_our = levels(other.how.rows), levels(table.how.rows)
    # The last item of a path is the row itself.
    for level in range(1, min(levels(shared), deep_their - 1, deep_our - 1) + 1):
        yield "../" * (deep_their - level) + "#", "../" * (deep_our - level) + "#"


def _unusable(table: Table, other: Table, join: JoinedColumns, added: tuple[str, ...]) -> Iterator[Problem]:
    span = Span(table.rows[0].span.path if table.rows else join.file)
    if not join.on:
        hint = 'on = { their_column = "our_column" }'
        yield Problem("join", span, "this join does not say which columns agree", hint)
    for their, our in join.on:
        for name, columns, whose in ((their, other.columns, "joined"), (our, table.columns, "imported")):
            if name not in columns:
                hint = did_you_mean(name, columns) or f"its columns are {', '.join(columns)}"
                yield Problem("join", span, f'the {whose} rows have no column "{name}"', hint)
    clash = next((name for name in added if name in table.columns), None)
    if clash:
        message = f'a join would add a column "{clash}" that is there already'
        yield Problem("join", span, message, 'prefix = "joined."')


def _by_key(other: Table, at: tuple[int, ...]) -> dict[_Key, tuple[Row, ...]]:
    found: dict[_Key, list[Row]] = {}
    for row in other.rows:
        found.setdefault(_key(row, at), []).append(row)
    return {key: tuple(rows) for key, rows in found.items()}


def _key(row: Row, at: tuple[int, ...]) -> _Key:
    return tuple(row.cells[place] for place in at)


def _unpaired(row: Row, join: JoinedColumns, key: _Key, found: tuple[Row, ...]) -> Problem:
    said = ", ".join(f"{our} = {_shown(cell)}" for (_, our), cell in zip(join.on, key, strict=True))
    where = join.file or join.rows or "the joined rows"
    if not found:
        message = f"nothing in {where} agrees with this row ({said}): its joined columns are empty"
        return Problem("join", row.span, message, level=Level.WARNING)
    lines = ", ".join(str(other.span.line) for other in found[:5])
    message = f"{len(found)} rows of {where} agree with this row ({said}), on lines {lines}: the first is read"
    return Problem("join", row.span, message, "add a column to `on` that tells them apart", Level.WARNING)


def _shown(cell: Cell) -> str:
    return f'"{", ".join(texts_of(cell))}"'


# Read a file of any known format into a table: its texts mended, empty cells filled, columns turned, files joined.

_LARGEST = 100_000_000
_SHOWN = 20
_LOOKED_AT = 200
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype\s+html|html|head|body|table|meta|div)[\s>]", re.I
)
"""How the text of a web page begins, whatever the file is called: some programs save one as .xls."""
_QUOTED = re.compile(rb'"[^"]*"')


def read_table(
    path: str, data: bytes, files: Mapping[str, bytes], how: Reading
) -> tuple[Table | None, tuple[Problem, ...]]:
    """A file as a table; `files` are those that joins refer to, by the name used there."""
    table, problems = _mended(path, data, how)
    if table is not None:
        table, wrong = _arranged(path, table, how)
        problems += wrong
    unused: dict[str, frozenset[int]] = {}
    for join in how.joins:
        if table is None:
            break
        source = _source(path, data, files, join)
        if isinstance(source, Problem):
            return None, (*few(problems), source)
        other, wrong = _mended(join.file or path, source, _of_join(how, join))
        # The same file has said already what is wrong with it.
        problems += tuple(each for each in wrong if join.file or other is None or each not in problems)
        if other is None:
            return None, tuple(few(problems))
        table, unpaired, left = joined(table, other, join)
        problems += unpaired
        # Of two joins to one list, each may need rows that the other leaves.
        source_of = join.file or join.rows
        unused[source_of] = unused.get(source_of, left) & left
    if table is None:
        return None, tuple(few(problems))
    return replace(table, rest=(*table.rest, *_unjoined(unused), *_unread(table, how))), tuple(few(problems))


def _unjoined(unused: Mapping[str, frozenset[int]]) -> Iterator[str]:
    """How many rows of each joined list no row of the table agrees with."""
    for where, left in unused.items():
        if left:
            yield f"{len(left)} row{'' if len(left) == 1 else 's'} of {where} that none of these agrees with"


def _unread(table: Table, how: Reading) -> Iterator[str]:
    """Lists of nested data that neither the rows, a join nor a row's cells include."""
    ways = (table.how.rows, *(join.rows for join in how.joins if not join.file))
    lost = [path for path in table.lists if not any(path.startswith(way) or way.startswith(path) for way in ways)]
    if lost:
        yield f"the lists {', '.join(lost)}"


def formats() -> tuple[str, ...]:
    return tuple(_name(importer) for importer in discover("importing.formats"))


def endings() -> tuple[str, ...]:
    return tuple(ending for importer in discover("importing.formats") for ending in importer.ENDINGS)


def few(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first problem of each kind, and one that lists the lines of the rest: a wrong delimiter affects every row."""
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
        lines = ranges(sorted({problem.span.line for problem in more}))
        yield replace(more[0], message=f"{len(more)} more like the ones above, on lines {lines}", hint="")


def _mended(path: str, data: bytes, how: Reading) -> tuple[Table | None, tuple[Problem, ...]]:
    if len(data) > _LARGEST:
        message = f"this file is {len(data) // 1_000_000} MB; 100 MB are read at most"
        return None, (Problem("too-large", Span(path), message, "cut it into several files, and import one by one"),)
    if _HTML.match(data):
        hint = "open it in a browser, select its table, paste it into a spreadsheet, and save that as .ods or .csv"
        return None, (Problem("format", Span(path), "this file is a web page (HTML), which can't be read", hint),)
    is_text = not how.format and path.lower().endswith((".txt", ".text"))
    wanted, told = ("csv", (_no_list(path),)) if is_text and is_table(data) else (how.format, ())
    importer = _importer(path, wanted)
    if isinstance(importer, Problem):
        return None, (importer,)
    table, problems = importer.read(path, data, how)
    if table is None:
        return None, (*told, *problems)
    mended, mends = repair(table)
    return mended, (*told, *problems, *mends)


def is_table(data: bytes) -> bool:
    """Whether a text holds a table and no list of names: a delimiter stands as often in most of its lines."""
    lines = [line for line in data.splitlines() if line.strip()][:_LOOKED_AT]
    if len(lines) < 2:
        return False
    bare = [_QUOTED.sub(b"", line) for line in lines]
    # Names may be turned round at one comma, or stand beside each other: "Crumb, Ann", "Ann Crumb, Bo Rye".
    commas = 2 if any(b", " in line for line in bare) else 1
    delimiters = ((b"\t", 1), (b";", 1), (b"|", 1), (b",", commas))
    return any(_are_even(bare, mark, least) for mark, least in delimiters)


def _are_even(lines: list[bytes], mark: bytes, least: int) -> bool:
    """Whether a delimiter stands equally often in most lines; a title above and a note below have none."""
    count, even = Counter(line.count(mark) for line in lines).most_common(1)[0]
    is_even = even * 10 >= len(lines) * (9 if lines[0].count(mark) == count else 6)
    return count >= least and is_even


def _no_list(path: str) -> Problem:
    message = "this text file holds a table and no list of names: it is read as CSV"
    return Problem("format", Span(path), message, 'if it is a list of names: format = "names"', Level.WARNING)


def _arranged(path: str, table: Table, how: Reading) -> tuple[Table | None, tuple[Problem, ...]]:
    """Empty cells filled, and columns of one kind turned into rows."""
    span = Span(path, max(table.how.header, 1))
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
    """Fill empty cells from above; a value in a column resets the columns after it in the list."""
    last: list[Cell] = [""] * len(at)
    rows = []
    for row in table.rows if at else ():
        cells = list(row.cells)
        for order, place in enumerate(at):
            if is_full(cells[place]):
                last[order:] = [cells[place], *[""] * (len(at) - order - 1)]
            cells[place] = last[order]
        rows.append(Row(row.span, tuple(cells)))
    return replace(table, rows=tuple(rows)) if at else table


def _named(pattern: str, columns: Iterable[str]) -> list[str]:
    """The columns that a name means, or a pattern with `*`."""
    meant = re.compile(".*".join(map(re.escape, pattern.split("*"))))
    return [name for name in columns if name == pattern or ("*" in pattern and meant.fullmatch(name))]


def _turned(table: Table, turned: frozenset[str], wide: WideColumns) -> Table:
    """A row for each filled cell of the wide columns; one without a value if all are empty."""
    kept = [at for at, name in enumerate(table.columns) if name not in turned]
    there = [at for at, name in enumerate(table.columns) if name in turned]
    rows = []
    for row in table.rows:
        own = tuple(row.cells[at] for at in kept)
        full = [(table.columns[at], row.cells[at]) for at in there if is_full(row.cells[at])]
        rows += [Row(row.span, (*own, name, cell)) for name, cell in full or [("", "")]]
    columns = (*(table.columns[at] for at in kept), wide.name, wide.value)
    return replace(table, columns=columns, rows=tuple(rows))


def _no_column(span: Span, name: str, columns: tuple[str, ...]) -> Problem:
    hint = did_you_mean(name, columns) or f"columns are {', '.join(columns)}"
    return Problem("unknown-column", span, f'there is no column "{name}"', hint)


def _importer(path: str, wanted: str) -> ModuleType | Problem:
    importers = discover("importing.formats")
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


def _source(path: str, data: bytes, files: Mapping[str, bytes], join: JoinedColumns) -> bytes | Problem:
    if not join.file:
        return data
    found = files.get(join.file)
    hint = did_you_mean(join.file, files) or "put it beside the imported file"
    return Problem("join", Span(path), f'there is no file "{join.file}" to join', hint) if found is None else found


def _of_join(how: Reading, join: JoinedColumns) -> Reading:
    """How to read the file of a join: detected anew for another file, unchanged for the same one."""
    return Reading(rows=join.rows) if join.file else replace(how, rows=join.rows, joins=())
