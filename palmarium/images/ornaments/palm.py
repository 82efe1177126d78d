"""A fan of hanging leaves, a title each; each leaf is cut into as many bands as the edition's ordinal."""

from collections.abc import Iterator
from math import cos, radians

from . import Leaf, arc, leaf, number, pairs, path, picture, point

_X, _Y = 300, 490
_STROKES = 150


def draw(leaves: tuple[Leaf, ...], bands: int) -> str:
    return picture(600, 500, _drawn(leaves, max(1, min(bands, 8, _STROKES // max(1, len(leaves))))))


def _drawn(leaves: tuple[Leaf, ...], bands: int) -> Iterator[str]:
    beside, middle = pairs(leaves)
    steps = len(leaves) // 2
    crowd = min(1.0, (4 / max(1, steps)) ** 0.75)
    upright = (84 if middle else 60) / max(2, steps)
    for step, side, kind in beside:
        inward = step / (steps - 1) if steps > 1 else 0.5
        angle = -90 + side * (88 - (88 - upright) * inward)
        length = min(285 + 185 * inward**0.85, _X / max(0.01, abs(cos(radians(angle)))))
        yield from _hanging(kind, side, angle, length, (118 - 58 * inward) * crowd, bands)
    if middle:
        yield leaf(middle, _X, _Y, -90, 470, 88 * crowd)


def _hanging(kind: Leaf, side: int, angle: float, length: float, width: float, bands: int) -> Iterator[str]:
    """A leaf whose two edges bend the same way, in bands from its back to its belly."""
    x, y = point(_X, _Y, angle, length)
    back, belly = width, width * 0.3
    if kind is not Leaf.KNOWN:
        yield path(kind if kind is Leaf.UNKNOWN else "line", _between(x, y, side * back, side * belly))
    if kind is Leaf.HALF:
        yield path("known", _between(x, y, side * (back + belly) / 2, side * belly))
    if kind is Leaf.KNOWN:
        step = (back - belly) / bands
        for band in range(bands):
            outer = back - step * band
            inner = belly if band == bands - 1 else outer - step * 0.78
            yield path("known", _between(x, y, side * outer, side * inner))


def _between(x: float, y: float, outer: float, inner: float) -> str:
    return f"M{_X} {_Y}{arc(_X, _Y, x, y, outer)}L{number(x)} {number(y)}{arc(x, y, _X, _Y, -inner)}Z"
