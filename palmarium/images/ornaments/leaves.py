"""Upright leaves side by side, a title each, the middle ones highest; behind each an outline for every edition."""

from collections.abc import Iterator

from . import Leaf, leaf, number, outline, path, picture

_WIDTH, _GROUND = 600, 470


def draw(leaves: tuple[Leaf, ...], bands: int) -> str:
    return picture(_WIDTH, 480, _drawn(leaves, min(bands, 10)))


def _drawn(leaves: tuple[Leaf, ...], bands: int) -> Iterator[str]:
    if not leaves:
        return
    room = (_WIDTH - 80) / max(3, len(leaves))
    left = (_WIDTH - room * len(leaves)) / 2
    for place, kind in enumerate(leaves):
        x = left + room * (place + 0.5)
        off = abs(place - (len(leaves) - 1) / 2) / max(1, (len(leaves) - 1) / 2)
        length = 430 - 200 * off * off
        outlines = bands if len(leaves) <= 12 else 0
        for band in range(1, outlines + 1):
            yield outline(x, _GROUND, -90, length, min(90.0, room * 0.55) + band * min(9.0, room * 0.05))
        yield leaf(kind, x, _GROUND, -90, length, min(90.0, room * 0.55))
    yield path("line", f"M{number(left)} {_GROUND}H{number(_WIDTH - left)}")
