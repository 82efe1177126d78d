"""Columns of equal width, and as many of their labels as there is room for.

Owns: where a column stands, the room that a text takes.   Never: lets two labels meet, or one leave the drawing.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from unicodedata import east_asian_width

from . import Tick, hundredths

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
    """Where a column begins."""
    return hundredths(column, count)


@lru_cache(maxsize=4096)
def room(text: str) -> int:
    """How many pixels a text takes in small type, rather too many than too few."""
    return round(sum(_width(letter) for letter in text))


@lru_cache(maxsize=512)
def ticks(labels: tuple[str, ...], narrow: int, wide: int = WIDE) -> tuple[Tick, ...]:
    """Every label, or each second, third… counted from the last, of a drawing with so many pixels on a phone.

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
    """A label in the middle of its column, unless it would leave the drawing there by more than a little."""
    middle, half = (n + 0.5) * width / len(labels), room(labels[n]) / 2 - OVERHANG
    if middle < half:
        return "start"
    return "end" if middle + half > width else "middle"


def _width(letter: str) -> float:
    if east_asian_width(letter) in "WF":
        return 16
    return 5 if letter in _SLIM else 11 if letter.isupper() or letter in "mwMW—…" else 7.5


def starts(column: int, count: int) -> float:
    """Where what stands in a column begins."""
    return round(100 * (column + INSET) / count, 2)


def ends(column: int, count: int) -> float:
    return round(100 * (column + 1 - INSET) / count, 2)


def _fits(labels: Sequence[str], step: int, width: int) -> bool:
    shown = range((len(labels) - 1) % step, len(labels), step)
    spans = [_span(labels, n, width) for n in shown]
    return all(before[1] + _GAP <= after[0] for before, after in pairwise(spans))


def _span(labels: Sequence[str], n: int, width: int) -> tuple[float, float]:
    """From where to where a label reaches, in pixels."""
    size, anchor = room(labels[n]), _anchor(labels, n, width)
    if anchor == "start":
        return 0, size
    if anchor == "end":
        return width - size, width
    middle = (n + 0.5) * width / len(labels)
    return middle - size / 2, middle + size / 2
