"""A dial of twenty-four hours, or more where there are more titles; each title is a leaf at its hour."""

from collections.abc import Iterator

from . import Leaf, circle, leaf, outline, picture, point

_CENTRE, _HOURS = 300, 24


def draw(leaves: tuple[Leaf, ...], bands: int) -> str:
    return picture(600, 600, _drawn(leaves, min(bands, 12)))


def _drawn(leaves: tuple[Leaf, ...], bands: int) -> Iterator[str]:
    hours = max(_HOURS, len(leaves))
    width = min(26.0, 620 / hours)
    yield from (circle(_CENTRE, _CENTRE, 168 - band * 11) for band in range(bands))
    for hour in range(hours):
        angle = -90 + 360 * hour / hours
        if hour < len(leaves):
            yield leaf(leaves[hour], *point(_CENTRE, _CENTRE, angle, 180), angle, 105, width)
        else:
            yield outline(*point(_CENTRE, _CENTRE, angle, 214), angle, 38, 8)
