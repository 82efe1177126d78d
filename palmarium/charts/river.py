"""Lanes that come of each other: the threads through each lane, and the steps from one lane to another.

Owns: how a step of descent runs through the lanes between.   Never: knows what a lane is.
"""

from collections import defaultdict
from collections.abc import Sequence

from . import Stroke
from .axis import edge, ends, starts

Lane = tuple[int, int]
"""The first and the last column of a lane."""
Link = tuple[int, int, int]
"""A lane that hands on, the lane that takes over, and the column in which it does."""
_APART = 0.05
"""How far two steps at one column stand from each other, in columns."""


def river(lanes: Sequence[Lane], links: Sequence[Link], count: int) -> tuple[tuple[Stroke, ...], ...]:
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
    """Steps from several lanes at one column stand side by side, unless they lead to the same lane."""
    heirs = {heir for lane, heir, at in links if (lane, at) == (origin, column)}
    others = sorted({lane for lane, heir, at in links if at == column and heir not in heirs and lane < origin})
    return (0, -_APART, _APART)[len(others) % 3]


def _step(
    lanes: Sequence[Lane], origin: int, heirs: Sequence[int], x: float, count: int
) -> list[tuple[int, Stroke]]:
    """From the end of one lane, up and down to all that take over, and into each of them."""
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
