"""Make a table of nested data: which lists hold its rows, what of their parents each row repeats.

Owns: paths such as `prizes[].laureates[]`; the names of columns made of keys (`../year`, `names[0].first`).
Never: reads JSON, joins.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from .nested import Object, written
from .problems import Level, Problem, Span, did_you_mean
from .table import Cell, Reading, Row, Table

_STEP = re.compile(r"\[\]|\{\}|[^.\[\]{}]+")
_INDEX = re.compile(r"\[\d")
_EACH = ("[]", "{}")
_INDEXED = 8
_MOST_COLUMNS = 1_000
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class _Item:
    """An element of a list or mapping that a path goes through: its number or key, and itself."""

    mark: str
    value: object


def table(path: str, root: object, how: Reading) -> tuple[Table | None, tuple[Problem, ...]]:
    """A row for each item that `how.rows` leads to, and one for each parent without any."""
    lists = _lists(root)
    wanted, problems = (how.rows, ()) if how.rows else _chosen(path, root, lists)
    way = _steps(wanted, root)
    if way is None:
        hint = did_you_mean(wanted, lists) or f"lists of this file: {', '.join(lists) or 'none'}"
        return None, (*problems, Problem("rows", Span(path), f'nothing stands at "{wanted}" in this file', hint))
    columns: dict[str, None] = {}
    rows = []
    parents: dict[int, dict[str, Cell]] = {}
    top = (_Item("", root),) if isinstance(root, Object) else ()
    keyed = _keyed(way)[1 - len(top) :]
    for chain in _walk(top, root, way, False):
        cells = _cells(chain, keyed, parents)
        columns |= dict.fromkeys(cells)
        if len(columns) > _MOST_COLUMNS:
            message = f'the rows at "{wanted}" have more than {_MOST_COLUMNS} different keys'
            hint = 'a mapping whose keys are data is read with {}: rows = "years{}"'
            return None, (*problems, Problem("too-wide", Span(path), message, hint))
        rows.append((_span(path, chain), cells))
    if not rows:
        return None, (*problems, Problem("no-rows", Span(path), "this file holds no rows", 'rows = "…[]"'))
    names = tuple(sorted(columns, key=lambda name: (name.endswith("#"), name.count("../"))))
    made = tuple(Row(span, tuple(cells.get(name, "") for name in names)) for span, cells in rows)
    return Table(names, made, replace(how, rows=wanted)), problems


def steps(path: str) -> tuple[str, ...]:
    """`prizes[].laureates[]` as `prizes`, `[]`, `laureates`, `[]`."""
    return tuple(_STEP.findall(path))


def _steps(path: str, root: object) -> tuple[str, ...] | None:
    """The steps of a path where something stands at their end; a list at the end is gone through."""
    said = steps(path)
    found = _reached([root], said)
    if found and all(isinstance(value, list) for value in found):
        said, found = (*said, "[]"), [child for value in found for _, child in _children(value, "[]")]
    return said if found else None


def _reached(values: list[object], path: tuple[str, ...]) -> list[object]:
    for step in path:
        if step in _EACH:
            values = [child for value in values for _, child in _children(value, step)]
        else:
            values = [v.members[step] for v in values if isinstance(v, Object) and step in v.members]
    return values


def _children(value: object, step: str) -> Iterator[tuple[str, object]]:
    if step == "[]" and isinstance(value, list):
        yield from ((str(at), child) for at, child in enumerate(value, 1))
    elif step == "{}" and isinstance(value, Object):
        yield from value.members.items()


def _walk(chain: tuple[_Item, ...], value: object, path: tuple[str, ...], inside: bool) -> Iterator[tuple[_Item, ...]]:
    """Every row as the items that lead to it, the outermost first; without any, a parent gives one empty row."""
    for at, step in enumerate(path):
        if step in _EACH:
            children = tuple(_children(value, step))
            for mark, child in children:
                yield from _walk((*chain, _Item(mark, child)), child, path[at + 1 :], True)
            if not children and inside:
                yield (*chain, *(_Item("", None) for left in path[at:] if left in _EACH))
            return
        value = value.members.get(step) if isinstance(value, Object) else None
    yield chain if chain else (_Item("", value),)


def _span(path: str, chain: tuple[_Item, ...]) -> Span:
    return next((item.value.span for item in reversed(chain) if isinstance(item.value, Object)), Span(path))


def _keyed(path: tuple[str, ...]) -> tuple[str | None, ...]:
    """For each level the key of the mapping that the path goes through there: "" for the item itself, else None."""
    levels: list[str | None] = []
    before: list[str] = []
    for step in path:
        if step in _EACH:
            levels.append("".join(before[:1]) if step == "{}" else None)
            before = []
        else:
            before.append(step)
    return (*levels, None)


def _cells(
    chain: tuple[_Item, ...], keyed: tuple[str | None, ...], parents: dict[int, dict[str, Cell]]
) -> dict[str, Cell]:
    """A row's own keys, its parents' behind `../`, and the number or key of each."""
    *above, own = chain
    cells = dict(_flat(own.value))
    marks: dict[str, Cell] = {"#": own.mark} if own.mark else {}
    for level, item in enumerate(reversed(above), 1):
        known = parents.get(id(item.value))
        if known is None:
            known = parents[id(item.value)] = _of_parent(item.value, keyed[len(above) - level])
        up = "../" * level
        cells |= {up + name: cell for name, cell in known.items()}
        if item.mark:
            marks[f"{up}#"] = item.mark
    return cells | marks


def _of_parent(value: object, keyed: str | None) -> dict[str, Cell]:
    """What a row repeats of its parent: no lists of objects, and no mapping that the path goes through."""
    if not isinstance(value, Object) or keyed == "":
        return {}
    return {
        name: cell
        for key, member in value.members.items()
        if key != keyed
        for name, cell in _member(key, member)
        if "[" not in name
    }


def _flat(value: object) -> Iterator[tuple[str, Cell]]:
    if isinstance(value, Object):
        for key, member in value.members.items():
            yield from _member(key, member)
    elif value is not None:
        yield from _member("value", value)


def _member(name: str, value: object, depth: int = 0) -> Iterator[tuple[str, Cell]]:
    """The columns of one key: an object's joined with dots, a list's texts together, its objects by number."""
    if depth > _DEEPEST:
        yield name, "…"
    elif isinstance(value, Object):
        for key, member in value.members.items():
            yield from _member(f"{name}.{key}", member, depth + 1)
    elif isinstance(value, list):
        inner = [child for child in value if isinstance(child, Object | list) and child != []]
        if not inner or len(inner) < len(value):
            yield name, tuple(written(child) for child in value if not isinstance(child, Object | list))
        if inner:
            yield from _listed(name, inner, depth + 1)
    else:
        yield name, written(value)


def _listed(name: str, items: Sequence[object], depth: int) -> Iterator[tuple[str, Cell]]:
    """Each key of a list's objects over all of them, and of the first few by number; never two numbers in a name."""
    flat = [dict(_member("", item, depth)) for item in items]
    for key in dict.fromkeys(key for cells in flat for key in cells):
        if not _INDEX.search(key):
            yield f"{name}[]{key}", _together(cells.get(key, "") for cells in flat)
    for at, cells in enumerate(flat[:_INDEXED]):
        yield from ((f"{name}[{at}]{key}", cell) for key, cell in cells.items() if "[" not in key)


def _together(cells: Iterable[Cell]) -> tuple[str, ...]:
    return tuple(text for cell in cells for text in ((cell,) if isinstance(cell, str) else cell))


def _lists(root: object) -> tuple[str, ...]:
    """The paths of all lists of objects, those with most items first."""
    counts: Counter[str] = Counter()
    pending: list[tuple[str, object, int]] = [("", root, 0)]
    while pending:
        path, value, depth = pending.pop()
        if depth > _DEEPEST:
            continue
        if isinstance(value, list):
            objects = [child for child in value if isinstance(child, Object | list)]
            counts[f"{path}[]"] += len(objects)
            pending += [(f"{path}[]", child, depth + 1) for child in objects]
        elif isinstance(value, Object) and _is_keyed(value):
            counts[f"{path}{{}}"] += len(value.members)
            pending += [(f"{path}{{}}", child, depth + 1) for child in value.members.values()]
        elif isinstance(value, Object):
            pending += [
                (f"{path}.{key}" if path else key, child, depth + 1)
                for key, child in value.members.items()
                if isinstance(child, Object | list)
            ]
    return tuple(path for path, count in counts.most_common(12) if count)


def _is_keyed(value: Object) -> bool:
    """Whether the keys of a mapping are data: several, all of objects that have a key in common."""
    inner = [child.members.keys() for child in value.members.values() if isinstance(child, Object)]
    if len(inner) < 2 or len(inner) < len(value.members):
        return False
    return bool(frozenset(inner[0]).intersection(*inner[1:]))


def _chosen(path: str, root: object, lists: tuple[str, ...]) -> tuple[str, tuple[Problem, ...]]:
    """Where rows are when nobody says: in the outermost list, of several the longest."""
    if not lists:
        return ("[]" if isinstance(root, list) else ""), ()
    chosen = min(lists, key=lambda found: (_levels(found), lists.index(found)))
    others = tuple(found for found in lists if found != chosen)
    if not others:
        return chosen, ()
    message = f'rows are read from "{chosen}"; other lists are {", ".join(others)}'
    return chosen, (Problem("rows", Span(path), message, f'rows = "{others[0]}"', Level.WARNING),)


def _levels(path: str) -> int:
    return path.count("[]") + path.count("{}")
