"""Geometry of charts: strokes, ticks and blocks as numbers for a template."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar
from unicodedata import east_asian_width

# Geometry of charts, one shape a file: values to strokes, as numbers that a template writes.
#
# Across, everything is in hundredths of the drawing, so that it is as wide as its page; text is never scaled.


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line from left to right or from top to bottom, in hundredths of its lane; its `form` says how it looks.

    `text` stands on it; where it is `minor`, there is room for it on a wide screen only.
    """

    form: str
    x1: float
    x2: float
    y1: float = 50
    y2: float = 50
    text: str = ""
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A label of a column; its `anchor` (start, middle, end) keeps it inside; a `minor` one needs a wide screen."""

    at: float
    text: str
    anchor: str
    minor: bool


def hundredths(part: float, whole: float) -> float:
    """A share of a whole, fine enough for the widest screen."""
    return round(100 * part / whole, 2) if whole else 0.0


# Columns of equal width, and as many of their labels as there is room for.

WIDE = 430
"""How many pixels a drawing has at least on a wide screen."""
INSET = 0.06
"""The part of a column that what stands in it leaves free at each end."""
_GAP, OVERHANG = 8, 8
"""Pixels between two labels, and how far one may reach into the margin of the page."""
_SLIM = "fijlrtI1.,;:’'()[] -"


def centre(column: int, count: int) -> float:
    return hundredths(column + 0.5, count)


def edge(column: int, count: int) -> float:
    """The left edge of a column."""
    return hundredths(column, count)


@lru_cache(maxsize=4096)
def room(text: str) -> int:
    """The width of a text in small type in pixels, an upper estimate."""
    return round(sum(_width(letter) for letter in text))


@lru_cache(maxsize=512)
def ticks(labels: tuple[str, ...], narrow: int, wide: int = WIDE) -> tuple[Tick, ...]:
    """The labels that have room: all, or each second, third… counted from the last, on a phone with so many pixels.

    Remembered: thousands of names have the same years.
    """
    count = len(labels)
    fine = next((step for step in range(1, count) if _fits(labels, step, wide)), max(1, count))
    coarse = next((step for step in range(fine, count, fine) if _fits(labels, step, narrow)), count)
    found = []
    for n in range((count - 1) % fine, count, fine):
        minor = (count - 1 - n) % coarse != 0
        found.append(_tick(labels[n], n, count, _anchor(labels, n, wide if minor else narrow), minor))
    return tuple(found)


def _tick(label: str, n: int, count: int, anchor: str, minor: bool) -> Tick:
    at = centre(n, count) if anchor == "middle" else 0.0 if anchor == "start" else 100.0
    return Tick(at, label, anchor, minor)


def _anchor(labels: Sequence[str], n: int, width: int) -> str:
    """How a label is anchored: in the middle of its column, unless it would stick out of the drawing."""
    middle, half = (n + 0.5) * width / len(labels), room(labels[n]) / 2 - OVERHANG
    if middle < half:
        return "start"
    return "end" if middle + half > width else "middle"


def _width(letter: str) -> float:
    if east_asian_width(letter) in "WF":
        return 16
    return 5 if letter in _SLIM else 11 if letter.isupper() or letter in "mwMW—…" else 7.5


def starts(column: int, count: int) -> float:
    """The left edge of the content of a column."""
    return round(100 * (column + INSET) / count, 2)


def ends(column: int, count: int) -> float:
    return round(100 * (column + 1 - INSET) / count, 2)


def _fits(labels: Sequence[str], step: int, width: int) -> bool:
    shown = range((len(labels) - 1) % step, len(labels), step)
    spans = [_span(labels, n, width) for n in shown]
    return all(before[1] + _GAP <= after[0] for before, after in pairwise(spans))


def _span(labels: Sequence[str], n: int, width: int) -> tuple[float, float]:
    """The left and right end of a label, in pixels."""
    size, anchor = room(labels[n]), _anchor(labels, n, width)
    if anchor == "start":
        return 0, size
    if anchor == "end":
        return width - size, width
    middle = (n + 0.5) * width / len(labels)
    return middle - size / 2, middle + size / 2


# Neighbours of a kind, drawn as one stretch over their columns.

_T = TypeVar("_T")
_PADDING = 12


def runs(cells: Sequence[_T | None]) -> Iterator[tuple[int, int, _T]]:
    """The first and the last column of each stretch of equal cells, and what it holds; None is nothing."""
    start = 0
    for place, cell in enumerate(cells):
        if cell != cells[start]:
            start = place
        if cell is not None and (place + 1 == len(cells) or cells[place + 1] != cell):
            yield start, place, cell


def stretch(form: str, first: int, last: int, count: int, text: str = "", narrow: int = 0) -> Stroke:
    """A stroke over columns; `text` only where it has room, `narrow` being the pixels of the drawing on a phone."""
    x1, x2 = starts(first, count), ends(last, count)
    share, needed = (x2 - x1) / 100, room(text) + _PADDING
    said = text if text and needed <= share * WIDE else ""
    return Stroke(form, x1, x2, text=said, minor=bool(said) and needed > share * narrow)


# Lanes that come of each other: the threads through each lane, and the steps from one lane to another.

Lane = tuple[int, int]
"""The first and the last column of a lane."""
Link = tuple[int, int, int]
"""A lane that hands on, the lane that takes over, and the column in which it does."""
_APART = 0.05
"""How far two steps at one column stand from each other, in columns."""


def flow(lanes: Sequence[Lane], links: Sequence[Link], count: int) -> tuple[tuple[Stroke, ...], ...]:
    """The strokes of each lane: its thread, up to where it hands on, and every step that runs through it."""
    found: defaultdict[int, dict[Stroke, None]] = defaultdict(dict)
    for row, (first, last) in enumerate(lanes):
        if last > first:
            found[row][Stroke("thread", starts(first, count), ends(last, count))] = None
    for (origin, column), heirs in _steps(links).items():
        x = round(edge(column, count) + _shift(links, origin, column) * 100 / count, 2)
        for row, stroke in _step(lanes, origin, heirs, x, count):
            found[row][stroke] = None
    return tuple(tuple(found[row]) for row in range(len(lanes)))


def _steps(links: Sequence[Link]) -> dict[tuple[int, int], list[int]]:
    """The lanes that take over from each lane in each column."""
    found: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for origin, heir, column in links:
        found[origin, column].append(heir)
    return found


def _shift(links: Sequence[Link], origin: int, column: int) -> float:
    """How far a step stands aside: steps at one column stand side by side, unless they lead to the same lane."""
    heirs = {heir for lane, heir, at in links if (lane, at) == (origin, column)}
    others = sorted({lane for lane, heir, at in links if at == column and heir not in heirs and lane < origin})
    return (0, -_APART, _APART)[len(others) % 3]


def _step(lanes: Sequence[Lane], origin: int, heirs: Sequence[int], x: float, count: int) -> list[tuple[int, Stroke]]:
    """The strokes that lead from the end of one lane into each of those that take over from it."""
    end = ends(lanes[origin][1], count)
    found = [(origin, Stroke("thread", min(end, x), max(end, x)))] if end != x else []
    top, bottom = min(origin, *heirs), max(origin, *heirs)
    for row in range(top, bottom + 1):
        found.append((row, Stroke("thread", x, x, 50 if row == top else 0, 50 if row == bottom else 100)))
    for heir in heirs:
        start = starts(lanes[heir][0], count)
        if start > x:
            found.append((heir, Stroke("thread", x, start)))
    return found


# Columns of parts on each other, and the lines to read their height by.

HEIGHT = 120
"""The pixels of the highest column."""
_INSET = 0.14


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """A part of a column: across in hundredths, up in pixels from the top of the drawing."""

    form: str
    x: float
    width: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class ChartLevel:
    """A line across the drawing, and what it stands for."""

    y: float
    value: int


def stack(parts: Iterable[tuple[str, int]], column: int, count: int, top: int) -> tuple[ChartBlock, ...]:
    """The parts of one column from the bottom up; `top` is the highest column of all."""
    found, height = [], 0
    for form, size in parts:
        if size:
            y1, y2 = top_of(height + size, top), top_of(height, top)
            inset = 100 * _INSET / count
            x, width = round(edge(column, count) + inset, 2), round(hundredths(1, count) - 2 * inset, 2)
            found.append(ChartBlock(form, x, width, y1, round(y2 - y1, 2)))
            height += size
    return tuple(found)


def top_of(size: int, top: int) -> float:
    """The upper edge of a column."""
    return round(HEIGHT - HEIGHT * size / top, 2)


def levels(top: int) -> tuple[ChartLevel, ...]:
    """Two or three round numbers up to the highest."""
    step = next((n for power in range(9) for n in _ticks(10**power) if top // n <= 3), top)
    return tuple(ChartLevel(top_of(n, top), n) for n in range(step, top + 1, step)) if top else ()


def _ticks(power: int) -> Sequence[int]:
    return power, 2 * power, 5 * power


# Bars in the middle of each other, each as long as those who were left.

_LEAST = 1.0
"""One of thousands is still seen."""


def funnel(left: Sequence[int | None]) -> tuple[Stroke, ...]:
    """A bar for each stage: `known`, or `unknown` and then no longer than the one before."""
    most = max((number for number in left if number is not None), default=0)
    bars, bound = [], most
    for number in left:
        bound = bound if number is None else number
        half = max(_LEAST, hundredths(bound, most)) / 2
        bars.append(Stroke("unknown" if number is None else "known", round(50 - half, 2), round(50 + half, 2)))
    return tuple(bars)


# Brackets beside rows: lines at the left of those that they join, and where one of them arrives at a row.

_APART_MOST, _WITHIN = 20.0, 95.0
"""How far two brackets stand from each other at most, and how far all of them reach, in hundredths."""


@dataclass(frozen=True, slots=True)
class Bracket:
    """What joins some rows: its form, the rows, and those of them to which it points."""

    form: str
    rows: tuple[int, ...]
    pointed: tuple[int, ...] = ()


def brackets(joined: Sequence[Bracket], count: int) -> tuple[tuple[tuple[Stroke, ...], tuple[float, ...]], ...]:
    """The strokes of each row, and the heights at which an arrow arrives; short brackets stand next to the rows."""
    columns = _columns(joined)
    step = min(_APART_MOST, _WITHIN / max(1, *columns, 1))
    found: list[list[Stroke]] = [[] for _ in range(count)]
    points: list[list[float]] = [[] for _ in range(count)]
    heights = {row: _heights(joined, columns, row) for row in range(count)}
    for at, bracket in enumerate(joined):
        x = round(100 - step * columns[at], 2)
        top, bottom = min(bracket.rows), max(bracket.rows)
        for row in range(top, bottom + 1):
            y = heights[row].get(at, 50.0)
            found[row].append(Stroke(bracket.form, x, x, y if row == top else 0, y if row == bottom else 100))
            if row in bracket.rows:
                found[row].append(Stroke(bracket.form, x, 100, y, y))
            if row in bracket.pointed:
                points[row].append(y)
    return tuple((tuple(strokes), tuple(sorted(ys))) for strokes, ys in zip(found, points, strict=True))


def _columns(joined: Sequence[Bracket]) -> list[int]:
    """The column of each bracket, counted from the rows: the first where no other runs beside it."""
    columns = [0] * len(joined)
    taken: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for at in sorted(range(len(joined)), key=lambda at: max(joined[at].rows) - min(joined[at].rows)):
        top, bottom = min(joined[at].rows), max(joined[at].rows)
        column = 1
        while any(top < end and start < bottom for start, end in taken[column]):
            column += 1
        taken[column].append((top, bottom))
        columns[at] = column
    return columns


def _heights(joined: Sequence[Bracket], columns: Sequence[int], row: int) -> dict[int, float]:
    """Where each bracket arrives at a row, so that no two lines cross there that need not."""

    def order(at: int) -> tuple[int, int]:
        rows, column = joined[at].rows, columns[at]
        return (0, column) if row == max(rows) else (2, -column) if row == min(rows) else (1, column)

    here = sorted((at for at, bracket in enumerate(joined) if row in bracket.rows), key=order)
    return {at: round(100 * (place + 1) / (len(here) + 1), 2) for place, at in enumerate(here)}
