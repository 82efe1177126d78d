"""Put the columns of other rows beside a table's own, where keys agree; keys that find nothing or several are told."""

from collections.abc import Iterator
from dataclasses import replace

from .problems import Level, Problem, Span, did_you_mean
from .table import Cell, Join, Row, Table, places
from .unnest import steps

_EACH = ("[]", "{}")
_Key = tuple[Cell, ...]


def joined(table: Table, other: Table, join: Join) -> tuple[Table | None, tuple[Problem, ...]]:
    """Every row as it was, with the cells of the row of `other` that it agrees with, or empty ones."""
    above = () if join.file else tuple(_ancestors(other, table))
    pairs = (*join.on, *above)
    # What both rows repeat of the same parent is there already.
    kept = [at for at, name in enumerate(other.columns) if f"{_up(name)}#" not in dict(above)]
    added = tuple(join.prefix + other.columns[at] for at in kept)
    wrong = tuple(_unusable(table, other, join, added))
    if wrong:
        return None, wrong
    theirs = _by_key(other, tuple(places(other)[name] for name, _ in pairs))
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
    lost = sum(len(those) for key, those in theirs.items() if key not in used)
    where = join.file or join.rows
    rest = (f"{lost} row{'' if lost == 1 else 's'} of {where} that none of these agrees with",) if lost else ()
    made = replace(table, columns=(*table.columns, *added), rows=tuple(rows), rest=(*table.rest, *rest))
    return made, tuple(problems)


def _up(name: str) -> str:
    return "../" * name.count("../")


def _ancestors(other: Table, table: Table) -> Iterator[tuple[str, str]]:
    """Rows of one file whose paths start alike belong together only below the same item."""
    their, our = steps(other.how.rows), steps(table.how.rows)
    levels, deep_their, deep_our = 0, _levels(their), _levels(our)
    for one, two in zip(their, our, strict=False):
        if one != two:
            break
        levels += one in _EACH
    # The last item of a path is the row itself.
    for level in range(1, min(levels, deep_their - 1, deep_our - 1) + 1):
        yield "../" * (deep_their - level) + "#", "../" * (deep_our - level) + "#"


def _levels(path: tuple[str, ...]) -> int:
    return sum(1 for step in path if step in _EACH)


def _unusable(table: Table, other: Table, join: Join, added: tuple[str, ...]) -> Iterator[Problem]:
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


def _unpaired(row: Row, join: Join, key: _Key, found: tuple[Row, ...]) -> Problem:
    said = ", ".join(f"{our} = {_shown(cell)}" for (_, our), cell in zip(join.on, key, strict=True))
    where = join.file or join.rows or "the joined rows"
    if not found:
        message = f"nothing in {where} agrees with this row ({said}): its joined columns are empty"
        return Problem("join", row.span, message, level=Level.WARNING)
    lines = ", ".join(str(other.span.line) for other in found[:5])
    message = f"{len(found)} rows of {where} agree with this row ({said}), on lines {lines}: the first is read"
    return Problem("join", row.span, message, "add a column to `on` that tells them apart", Level.WARNING)


def _shown(cell: Cell) -> str:
    return f'"{cell}"' if isinstance(cell, str) else f'"{", ".join(cell)}"'
