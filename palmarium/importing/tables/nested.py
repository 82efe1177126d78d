"""Nested data (JSON, YAML) as objects with places, and as a table."""

import json
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from ...problems import Level, Problem, Span, did_you_mean
from ...sources import syntax
from .table import SEASON, Cell, Reading, Row, Table, texts_of

# JSON as objects that know where they start.

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|([{}])', re.S)


@dataclass(frozen=True, slots=True)
class Object:
    """A mapping of the file; its values are Objects, lists, texts, or None. Numbers are as they are written."""

    span: Span
    members: Mapping[str, object]


def parse(path: str, text: str, line: int = 1) -> tuple[object, tuple[Problem, ...]]:
    """What a JSON text says; `line` is where it starts in its file."""
    starts = iter(_starts(text))
    ends = [found.start() for found in re.finditer("\n", text)]
    problems: list[Problem] = []

    # Objects are handed over as they close: in the order in which their starts were put.
    def made(pairs: list[tuple[str, object]]) -> Object:
        span = _place(path, next(starts), ends, line)
        members = dict(pairs)
        if len(members) < len(pairs):
            problems.append(_twice(span, pairs))
        return Object(span, MappingProxyType(members))

    try:
        value = json.loads(
            text, object_pairs_hook=made, parse_int=str, parse_float=str, parse_constant=str, strict=False
        )
    except json.JSONDecodeError as error:
        fault = syntax.json_fault(text, error.pos)
        span = _place(path, fault.place, ends, line)
        return None, (Problem("json", span, f"this is no JSON: {fault.message}", fault.hint),)
    except RecursionError:
        return None, (Problem("json", Span(path, line), "brackets are nested too deep here", "flatten the data"),)
    return value, tuple(problems)


def written(value: object) -> str:
    """A scalar as JSON writes it; null is empty."""
    if isinstance(value, str):
        return value
    return "" if value is None else str(value).lower()


def _starts(text: str) -> list[int]:
    """The offset of each object, in the order in which the objects end."""
    opened: list[int] = []
    closed: list[int] = []
    for found in _TOKEN.finditer(text):
        if found[1] == "{":
            opened.append(found.start())
        elif found[1] and opened:
            closed.append(opened.pop())
    return closed


def _place(path: str, offset: int, ends: list[int], line: int) -> Span:
    before = bisect_left(ends, offset)
    return Span(path, before + line, offset - (ends[before - 1] if before else -1))


def _twice(span: Span, pairs: list[tuple[str, object]]) -> Problem:
    seen: set[str] = set()
    key = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
    message = f'the key "{key}" stands twice in this object: the last is read'
    return Problem("duplicate-key", span, message, "give one of them another name", Level.WARNING)


# Make a table of nested data: which lists hold its rows, what of their parents each row repeats.

_STEP = re.compile(r"\[\]|\{\}|[^.\[\]{}]+")
_INDEX = re.compile(r"\[\d")
_EACH = ("[]", "{}")
_INDEXED = 8
_MOST_COLUMNS = 1_000
_DEEPEST = 40
_SHOWN = 12
_SEASON = re.compile(SEASON)


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
        hint = did_you_mean(wanted, lists) or f"lists of this file: {', '.join(lists[:_SHOWN]) or 'none'}"
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
    others = tuple(found for found in lists if found != "".join(_joined(way)))
    made = tuple(Row(span, tuple(cells.get(name, "") for name in names)) for span, cells in rows)
    return Table(names, made, replace(how, rows=wanted), lists=others), problems


def _joined(way: tuple[str, ...]) -> Iterator[str]:
    for at, step in enumerate(way):
        yield f".{step}" if at and step not in _EACH else step


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
    """The items below a step of a path; a single value counts as a list of one."""
    if step == "[]" and isinstance(value, list):
        yield from ((str(at), child) for at, child in enumerate(value, 1))
    elif step == "{}" and isinstance(value, Object):
        yield from value.members.items()
    elif value is not None:
        yield "", value


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
    keys: list[str | None] = []
    before: list[str] = []
    for step in path:
        if step in _EACH:
            keys.append("".join(before[:1]) if step == "{}" else None)
            before = []
        else:
            before.append(step)
    return (*keys, None)


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
    """The cells that a row repeats from its parent: no lists of objects, no mapping that the path traverses."""
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
    return tuple(text for cell in cells for text in texts_of(cell))


def _lists(root: object) -> tuple[str, ...]:
    """The paths of all lists of objects, and of all mappings whose keys are data; those with most items first."""
    counts: Counter[str] = Counter()
    level: dict[str, list[object]] = {"": [root]}
    for _ in range(_DEEPEST):
        below: defaultdict[str, list[object]] = defaultdict(list)
        for path, values in level.items():
            elements = [child for value in values if isinstance(value, list) for child in value]
            below[f"{path}[]"] += elements
            counts[f"{path}[]"] += sum(1 for child in elements if isinstance(child, Object | list))
            objects = [value for value in values if isinstance(value, Object)]
            members = [pair for value in objects for pair in value.members.items()]
            if _are_keyed(members, inside=path.endswith("{}")):
                below[f"{path}{{}}"] += [child for _, child in members]
                counts[f"{path}{{}}"] += len(members)
                continue
            for key, child in members:
                below[f"{path}.{key}" if path else key].append(child)
        level = below
    return tuple(path for path, count in counts.most_common() if count)


def _are_keyed(members: list[tuple[str, object]], inside: bool) -> bool:
    """Whether the keys of mappings are data: years; or several, all of objects that have a key in common."""
    if members and all(_SEASON.fullmatch(key) for key, _ in members):
        return True
    inner = [child.members.keys() for _, child in members if isinstance(child, Object)]
    if len(inner) < (1 if inside else 2) or len(inner) < len(members):
        return False
    return bool(frozenset(inner[0]).intersection(*inner[1:]))


def _chosen(path: str, root: object, lists: tuple[str, ...]) -> tuple[str, tuple[Problem, ...]]:
    """The default path of the rows: the outermost list with data of its own; of several, the longest."""
    if not lists:
        return ("[]" if isinstance(root, list) else ""), ()
    chosen = min(lists, key=lambda found: (levels(found), lists.index(found)))
    while len(deeper := [found for found in lists if _is_below(found, chosen)]) == 1 and not _speaks(root, chosen):
        chosen = deeper[0]
    others = tuple(found for found in lists if found != chosen and not chosen.startswith(found))
    if not others:
        return chosen, ()
    message = f'rows are read from "{chosen}"; other lists are {", ".join(others[:_SHOWN])}'
    return chosen, (Problem("rows", Span(path), message, f'rows = "{others[0]}"', Level.WARNING),)


def _is_below(path: str, above: str) -> bool:
    return path.startswith(above) and levels(path) == levels(above) + 1


def _speaks(root: object, path: str) -> bool:
    """Whether the value at a path holds text."""
    for value in _reached([root], steps(path)):
        for child in _own(value):
            if any(not isinstance(each, Object) for each in (child if isinstance(child, list) else [child])):
                return True
    return False


def _own(value: object) -> Iterator[object]:
    if isinstance(value, Object):
        yield from value.members.values()
    else:
        yield value


def levels(path: str) -> int:
    """How many lists and mappings a path goes through."""
    return path.count("[]") + path.count("{}")
