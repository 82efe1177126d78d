"""Bars in the middle of each other, each as long as those who were left.

Owns: how long a bar is.   Never: makes up a number: where none is known, a bar is hatched up to the last known one.
"""

from collections.abc import Sequence

from . import Stroke, hundredths

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
