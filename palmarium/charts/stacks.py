"""Columns of parts on each other, and the lines to read their height by.

Owns: how high a part is drawn.   Never: draws nothing for something: one of a thousand is still seen.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from . import hundredths
from .axis import edge

HEIGHT = 120
"""The pixels of the highest column."""
_INSET = 0.14


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a column: across in hundredths, up in pixels from the top of the drawing."""

    form: str
    x: float
    width: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Level:
    """A line across the drawing, and what it stands for."""

    y: float
    value: int


def stack(parts: Iterable[tuple[str, int]], column: int, count: int, top: int) -> tuple[Block, ...]:
    """The parts of one column from the bottom up; `top` is the highest column of all."""
    found, height = [], 0
    for form, size in parts:
        if size:
            y1, y2 = top_of(height + size, top), top_of(height, top)
            inset = 100 * _INSET / count
            x, width = round(edge(column, count) + inset, 2), round(hundredths(1, count) - 2 * inset, 2)
            found.append(Block(form, x, width, y1, round(y2 - y1, 2)))
            height += size
    return tuple(found)


def top_of(size: int, top: int) -> float:
    """The upper edge of a column."""
    return round(HEIGHT - HEIGHT * size / top, 2)


def levels(top: int) -> tuple[Level, ...]:
    """Two or three round numbers up to the highest."""
    step = next((n for power in range(9) for n in _steps(10**power) if top // n <= 3), top)
    return tuple(Level(top_of(n, top), n) for n in range(step, top + 1, step)) if top else ()


def _steps(power: int) -> Sequence[int]:
    return power, 2 * power, 5 * power
