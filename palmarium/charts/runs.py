"""Neighbours of a kind, drawn as one stretch over their columns.

Owns: where a stretch begins and ends, whether its text has room on it.   Never: bridges an empty column.
"""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from . import Stroke
from .axis import WIDE, ends, room, starts

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
