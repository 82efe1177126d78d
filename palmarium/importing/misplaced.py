"""Cells in the wrong column: exchanged with another of their row, moved by one column, or of another kind than all."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, groupby
from types import MappingProxyType

from ..problems import Level, Problem, Span
from ..sources.schema.words import nobody
from ..sources.schema.written import Written
from . import mapping as written
from .cells import clean, columns_of
from .mapping import literal
from .profiles import FLAG, value_said
from .tables.table import Row, Table

IF_EXCHANGED = "if cells of this row are exchanged, correct it"
_FEWEST, _LONGEST, _ENOUGH = 5, 100, 3
_VALUES = ("a date", "an address", "an amount", "a year")
"""What a text is that has a column of its own; of numbers there are several."""

_ABOUT = MappingProxyType(
    {
        "holders": "laureate",
        "works": "work",
        "country": "place",
        "city": "place",
        "venue": "place",
        "citation": "reason",
    }
)
"""What a key says: a text of one is none of another. Of two keys that name people, each may have those of the other."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column that a mapping takes from: the first rows of each of its texts, and how many are a date and the like."""

    name: str
    about: str
    rows: dict[str, list[Span]] = field(default_factory=dict)
    shapes: Counter[str] = field(default_factory=Counter)

    def add(self, text: str, row: Span) -> None:
        rows = self.rows.setdefault(text, [])
        if len(rows) <= _ENOUGH and row not in rows:
            rows.append(row)
            self.shapes[_shape(text)] += 1

    def elsewhere(self, text: str, row: Span) -> int:
        """In how many other rows a text stands, up to a few."""
        return sum(1 for each in self.rows.get(text, ()) if each != row)

    @property
    def shape(self) -> str:
        """What nearly all of its texts are: a date and the like, or words, or nothing of these."""
        ((shape, often),) = self.shapes.most_common(1) or [("", 0)]
        others = self.shapes.total() - often
        return (shape or "words") if often >= _FEWEST and others <= max(1, often // 10) else ""


_Columns = Mapping[int, _Column]


@dataclass(frozen=True, slots=True)
class _Moved:
    """A text that stands elsewhere in another column of the table alone: in how many rows, up to a few."""

    at: int
    home: int
    text: str
    often: int


_Suspects = list[tuple[Row, tuple[_Moved, ...]]]


def misplaced(how: written.Mapping, table: Table) -> Iterator[Problem]:
    """Warnings for cells that stand elsewhere in another column only; where several columns share texts, for none."""
    columns = _columns(how, table)
    firsts = {row.span: row for row in reversed(table.rows)}
    shared: defaultdict[str, list[int]] = defaultdict(list)
    for at, column in columns.items():
        for text in column.rows:
            shared[text].append(at)
    crossing = {text: those for text, those in shared.items() if len(those) > 1}
    odd = [(row, moved) for row in table.rows if (moved := tuple(_moved(row, columns, crossing)))]
    exchanged, shifted = ([(row, found) for row, moved in odd if (found := of(moved))] for of in (_exchanged, _shifted))
    sure = {(row.span, each.at) for row, those in (*exchanged, *shifted) for each in those}
    mixed = _mixed(columns, crossing, sure)
    told: set[Span] = set()
    for row, those in _few(exchanged, mixed, len(firsts)):
        told.add(row.span)
        (first, second), names = those, [columns[each.at].name for each in those]
        message = (
            f"{literal(first.text)} stands in {names[0]}, and {literal(second.text)} in {names[1]}:"
            " in other rows it is the other way round"
        )
        yield _warning(row.span, message, "exchange the two in the table", first.text)
    for row, those in _few([each for each in shifted if each[0].span not in told], mixed, len(firsts)):
        told.add(row.span)
        side = "left" if those[0].home < those[0].at else "right"
        shown = " and ".join(f"{literal(each.text)} in {columns[each.at].name}" for each in those[:2])
        more = f", as {len(those) - 2} more of this row," if len(those) > 2 else ""
        message = f"{shown}{more} stand one column further to the {side} in other rows"
        outer = columns[those[0].at if side == "left" else those[-1].at].name
        yield _warning(row.span, message, f"move what stands in this row to the {side}, from {outer} on", those[0].text)
    rest = [each for each in odd if each[0].span not in told]
    sure |= {(row.span, each.at) for row, those in rest for each in those}
    yield from _alone(rest, columns, _mixed(columns, crossing, sure))


def _warning(row: Span, message: str, hint: str, text: str) -> Problem:
    return Problem("odd-value", row, message, hint, Level.WARNING, (text,))


def _columns(how: written.Mapping, table: Table) -> _Columns:
    """The columns from which a mapping takes something, by their place."""
    about: defaultdict[str, set[str]] = defaultdict(set)
    for part, name in (
        (how.category, "category"),
        (how.edition, ""),
        (how.entry, ""),
        (how.result, ""),
        (how.name, ""),
    ):
        for key, names in _taken(part):
            for column in names:
                about[column].add(name or _ABOUT.get(key, ""))
    found = {
        at: _Column(name, next(iter(about[name])) if len(about[name]) == 1 else "")
        for at, name in enumerate(table.columns)
        if name in about
    }
    for row in table.rows:
        for at, of in found.items():
            if text := _text(row, at):
                of.add(text, row.span)
    return found


def _taken(part: object) -> Iterator[tuple[str, frozenset[str]]]:
    """The keys of a part of a mapping, at any depth, with the columns that each is made from."""
    for key in type(part).model_fields if isinstance(part, Written) else ():
        found = getattr(part, key)
        if isinstance(found, written.Value):
            yield key, columns_of(found)
        elif key == "holders":
            for holder in found or ():
                for own, columns in _taken(holder):
                    yield key if own == "name" else own, columns
        elif isinstance(found, Written):
            inner = tuple(_taken(found))
            yield from inner if key == "ceremony" else ((key, columns) for _, columns in inner)


def _text(row: Row, at: int) -> str:
    cell = row.cells[at]
    return clean(cell) if isinstance(cell, str) and cell and len(cell) <= _LONGEST else ""


def _shape(text: str) -> str:
    """What a text is that is no name; quick, for most have no digit."""
    return value_said(text) if not text.isalpha() and any(c.isdigit() or c == "/" for c in text) else ""


def _fits(row: Row, at: int, shape: str) -> bool:
    return _shape(_text(row, at)) == shape


def _moved(row: Row, columns: _Columns, crossing: Mapping[str, Iterable[int]]) -> Iterator[_Moved]:
    """The cells of a row that stand in no other row of their column, and in other rows of another one."""
    for at, column in columns.items():
        text = _text(row, at)
        if not text or column.elsewhere(text, row.span):
            continue
        shape = _shape(text)
        if shape in _VALUES and column.shape not in ("", shape):
            homes = [home for home, other in columns.items() if other.shape == shape]
            homes = homes or ([at] if column.about == "place" else [])
            yield from (_Moved(at, home, text, _ENOUGH) for home in homes if at == home or not _fits(row, home, shape))
        if text in crossing and not shape and len(text) >= _ENOUGH and not FLAG.fullmatch(text) and not nobody(text):
            often = {home: columns[home].elsewhere(text, row.span) for home in crossing[text] if home != at}
            yield from (_Moved(at, home, text, count) for home, count in often.items() if count)


def _exchanged(moved: tuple[_Moved, ...]) -> tuple[_Moved, ...]:
    """Two cells of a row that each stand where the other does elsewhere; nothing where there are several such pairs."""
    pairs = [
        (one, other)
        for one, other in combinations(moved, 2)
        if (one.at, one.home) == (other.home, other.at) and one.often + other.often >= _ENOUGH
    ]
    return pairs[0] if len(pairs) == 1 else ()


def _shifted(moved: tuple[_Moved, ...]) -> tuple[_Moved, ...]:
    """Cells beside each other that all stand elsewhere one column further on the same side."""
    for step in (-1, 1):
        those = [each for each in moved if each.home - each.at == step]
        for _, run in groupby(enumerate(those), lambda pair: pair[1].at - pair[0]):
            found = tuple(each for _, each in run)
            if len(found) > 1 and sum(each.often for each in found) > len(found):
                return found
    return ()


def _mixed(
    columns: _Columns, crossing: Mapping[str, Iterable[int]], sure: set[tuple[Span, int]]
) -> frozenset[frozenset[int]]:
    """Pairs of columns that share texts by their nature, as those of winners and of losers do."""
    counts: Counter[frozenset[int]] = Counter()
    for text, those in crossing.items():
        owned = [at for at in those if any((row, at) not in sure for row in columns[at].rows[text])]
        counts.update(map(frozenset, combinations(owned, 2)))
    fewest = {pair: min(len(columns[at].rows) for at in pair) for pair in counts}
    return frozenset(pair for pair, count in counts.items() if count > fewest[pair] // 20)


def _few(suspects: _Suspects, mixed: frozenset[frozenset[int]], rows: int) -> Iterator[tuple[Row, tuple[_Moved, ...]]]:
    """The suspects, one for each row, between columns that share nothing else, where they are few."""
    apart = {row.span: (row, those) for row, those in suspects if not any(_pair(each) in mixed for each in those)}
    yield from apart.values() if len(apart) * 10 <= rows or len(apart) == 1 else ()


def _pair(moved: _Moved) -> frozenset[int]:
    return frozenset((moved.at, moved.home))


def _alone(suspects: _Suspects, columns: _Columns, mixed: frozenset[frozenset[int]]) -> Iterator[Problem]:
    """Cells for which nothing else of the row speaks: the only one of its kind between two columns of other things."""
    by_pair: defaultdict[frozenset[int], dict[tuple[Span, str], _Moved]] = defaultdict(dict)
    for row, those in suspects:
        for each in those:
            by_pair[_pair(each)].setdefault((row.span, each.text), each)
    told: set[tuple[Span, str]] = set()
    for pair, found in by_pair.items():
        ((span, text), moved), *others = found.items()
        own, home = columns[moved.at], columns[moved.home]
        if others or (span, text) in told or (own.about == home.about and moved.at != moved.home):
            continue
        shape = _shape(text)
        if shape and own.about not in ("laureate", "category") and own.shapes[shape] == 1:
            told.add((span, text))
            message = f"{literal(text)} in {own.name} is {shape}, and no other cell of that column is"
            yield _warning(span, message, IF_EXCHANGED, text)
        elif not shape and own.about and home.about and moved.often > 1 and pair not in mixed:
            told.add((span, text))
            message = f"{literal(text)} in {own.name} stands in no other row of it, and elsewhere in {home.name}"
            yield _warning(span, message, IF_EXCHANGED, text)
