"""Geometry of charts, one shape a file: values to strokes, as numbers that a template writes.

Owns: Stroke, Tick, what a hundredth is.   Never: counts, has a colour or says a word (a view and a theme do).

Across, everything is in hundredths of the drawing, so that it is as wide as its page; text is never scaled.
"""

from dataclasses import dataclass


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
