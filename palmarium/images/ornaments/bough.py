"""One long palm leaf for a whole archive: a leaflet for each title, along a bending stem."""

from collections.abc import Iterator
from math import pi, sin

from . import Leaf, arc, leaf, number, pairs, path, picture, point

_X, _Y, _RADIUS = -195, 1048, 930
_FROM, _TO = -2.0, -66.0


def draw(leaves: tuple[Leaf, ...], bands: int) -> str:
    del bands
    return picture(1055, 1108, _drawn(leaves))


def _drawn(leaves: tuple[Leaf, ...]) -> Iterator[str]:
    x1, y1, _ = _on_stem(0)
    x2, y2, turn = _on_stem(1)
    yield path("line", f"M{number(x1)} {number(y1)}{arc(x1, y1, x2, y2, -_RADIUS * 0.152)}")
    beside, middle = pairs(leaves)
    steps = max(1, len(leaves) // 2)
    few = 1.12 if steps < 8 else 1
    crowd = few * min(1.0, (22 / steps) ** 0.8)
    for step, side, kind in beside:
        along = 0.1 + 0.88 * (step / (steps - 1) if steps > 1 else 0.5)
        x, y, forward = _on_stem(along)
        length = (60 + 285 * sin(pi * min(1.0, 0.1 + 0.8 * (1 - along) ** 0.62))) * few
        opening = 57 - 38 * along**1.4
        yield leaf(kind, x, y, forward + side * opening, length * (1 - 0.15 * along), 26 * crowd, side)
    if middle:
        yield leaf(middle, x2, y2, turn, 165 * few, 26 * crowd)


def _on_stem(along: float) -> tuple[float, float, float]:
    """A point of the stem, 0 at its foot and 1 at its tip, and the direction in which it grows there."""
    angle = _FROM + (_TO - _FROM) * along
    x, y = point(_X, _Y, angle, _RADIUS)
    return x, y, angle - 90
