"""A crest: leaves that stand up from arcs, a leaf for each title, an arc for each edition."""

from collections.abc import Iterator

from . import Leaf, arc, leaf, number, pairs, path, picture

_X, _Y = 300, 468


def draw(leaves: tuple[Leaf, ...], bands: int) -> str:
    return picture(600, 480, _drawn(leaves, min(bands, 12)))


def _drawn(leaves: tuple[Leaf, ...], bands: int) -> Iterator[str]:
    beside, middle = pairs(leaves)
    steps = max(1, len(leaves) // 2)
    width = max(8.0, min(74.0, 330 / steps))
    upright = (36 if middle else 24) / max(2, steps)
    for step, side, kind in beside:
        inward = step / (steps - 1) if steps > 1 else 0.5
        yield leaf(kind, _X, _Y, -90 + side * (56 - (56 - upright) * inward), 330 + 120 * inward, width, side)
    if middle:
        yield leaf(middle, _X, _Y, -90, 455, width)
    for band in range(max(1, bands)):
        half = 150 + band * 11
        x = number(_X - half)
        yield path("line", f"M{x} {_Y}{arc(_X - half, _Y, _X + half, _Y, half * 0.72)}")
