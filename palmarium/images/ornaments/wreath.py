"""A wreath of leaves, a title each, around as many circles as the edition's ordinal."""

from collections.abc import Iterator
from math import pi, sin

from . import Leaf, circle, leaf, pairs, picture, point

_CENTRE, _RADIUS = 300, 178


def draw(leaves: tuple[Leaf, ...], bands: int) -> str:
    return picture(600, 560, _drawn(leaves, min(bands, 12)))


def _drawn(leaves: tuple[Leaf, ...], bands: int) -> Iterator[str]:
    gap = min(11.0, 110 / max(1, bands))
    yield from (circle(_CENTRE, _CENTRE, _RADIUS - 20 - band * gap) for band in range(bands))
    beside, middle = pairs(leaves)
    steps = max(1, len(leaves) // 2)
    length, width = max(46.0, min(128.0, 1150 / steps)), max(7.0, min(44.0, 360 / steps))
    for step, side, kind in beside:
        along = (step + 0.5) / steps
        angle = 90 - side * (7 + 158 * along)
        x, y = point(_CENTRE, _CENTRE, angle, _RADIUS)
        yield leaf(kind, x, y, angle - side * 44, length * (0.8 + 0.2 * sin(pi * along)), width, -side)
    if middle:
        yield leaf(middle, _CENTRE, _CENTRE - _RADIUS, -90, min(112, length), width)
