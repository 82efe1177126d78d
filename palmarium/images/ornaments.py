"""Ornaments: drawings made from data, in which a leaf is a title and a band an edition."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType


class LeafKind(StrEnum):
    """What is known of a title: who and in what; who, but not in what; not even who."""

    KNOWN = "known"
    HALF = "half"
    UNKNOWN = "unknown"


def number(value: float) -> str:
    """A coordinate, to a tenth: nobody sees more."""
    return f"{round(value, 1):g}"


def point(x: float, y: float, angle: float, length: float) -> tuple[float, float]:
    """Where a line of this length ends that leaves (x, y) at an angle in degrees, 0 to the right, -90 up."""
    turn = math.radians(angle)
    return x + length * math.cos(turn), y + length * math.sin(turn)


def leaf(kind: LeafKind, x: float, y: float, angle: float, length: float, width: float, side: int = 1) -> str:
    """A leaf that grows from (x, y); of a half-known one only one side is filled."""
    one, other = _edges(x, y, angle, length, width)
    if kind is not LeafKind.HALF:
        return path(kind, f"{''.join(one)}{other[1]}Z")
    filled, empty = (one, other) if side > 0 else (other, one)
    return path("known", f"{''.join(filled)}Z") + path("line", "".join(empty))


def outline(x: float, y: float, angle: float, length: float, width: float) -> str:
    """A leaf that stands for no title."""
    one, other = _edges(x, y, angle, length, width)
    return path("line", f"{''.join(one)}{other[1]}Z")


def _edges(x: float, y: float, angle: float, length: float, width: float) -> tuple[tuple[str, str], tuple[str, str]]:
    """The edge from the foot of a leaf to its tip, and the one back: where each starts, and its arc."""
    x2, y2 = point(x, y, angle, length)
    radius = number((length * length / 4 + width * width / 4) / width)
    foot, tip = f"{number(x)} {number(y)}", f"{number(x2)} {number(y2)}"
    return (f"M{foot}", f"A{radius} {radius} 0 0 1 {tip}"), (f"M{tip}", f"A{radius} {radius} 0 0 1 {foot}")


def arc(x1: float, y1: float, x2: float, y2: float, height: float) -> str:
    """The arc from one point to another that rises so high above their chord; below it where negative."""
    chord = math.hypot(x2 - x1, y2 - y1)
    radius = (chord * chord / 4 + height * height) / (2 * abs(height) or 1)
    return f"A{number(radius)} {number(radius)} 0 0 {int(height > 0)} {number(x2)} {number(y2)}"


def circle(x: float, y: float, radius: float) -> str:
    return f'<circle class="line" cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"/>'


def path(kind: str, way: str) -> str:
    return f'<path class="{kind}" d="{way}"/>'


def picture(width: int, height: int, parts: Iterable[str]) -> str:
    """A drawing that says nothing to a screen reader: its caption says it in words."""
    # Lines are about as thick in a large drawing as in a small one, once both are shown at one size.
    lines = f'stroke-width="{number(width / 300)}"'
    frame = f'class="drawn" viewBox="0 0 {width} {height}" {lines} aria-hidden="true" focusable="false"'
    return f"<svg {frame}>{''.join(parts)}</svg>"


def pairs(leaves: tuple[LeafKind, ...]) -> tuple[tuple[tuple[int, int, LeafKind], ...], LeafKind | None]:
    """Leaves on two sides, from the outside in as (step, side, leaf), and the one in the middle of an odd number."""
    beside = tuple((n // 2, -1 if n % 2 == 0 else 1, each) for n, each in enumerate(leaves[: len(leaves) // 2 * 2]))
    return beside, leaves[-1] if len(leaves) % 2 else None


_BOUGH_X, _BOUGH_Y, _BOUGH_RADIUS = -195, 1048, 930
_BOUGH_FROM, _BOUGH_TO = -2.0, -66.0


def _bough(leaves: tuple[LeafKind, ...], bands: int) -> str:
    """One long palm leaf for a whole archive: a leaflet for each title, along a bending stem."""
    return picture(1055, 1108, _bough_parts(leaves))


def _bough_parts(leaves: tuple[LeafKind, ...]) -> Iterator[str]:
    x1, y1, _ = _on_stem(0)
    x2, y2, turn = _on_stem(1)
    yield path("line", f"M{number(x1)} {number(y1)}{arc(x1, y1, x2, y2, -_BOUGH_RADIUS * 0.152)}")
    beside, middle = pairs(leaves)
    steps = max(1, len(leaves) // 2)
    few = 1.12 if steps < 8 else 1
    crowd = few * min(1.0, (22 / steps) ** 0.8)
    for step, side, kind in beside:
        along = 0.1 + 0.88 * (step / (steps - 1) if steps > 1 else 0.5)
        x, y, forward = _on_stem(along)
        length = (60 + 285 * math.sin(math.pi * min(1.0, 0.1 + 0.8 * (1 - along) ** 0.62))) * few
        opening = 57 - 38 * along**1.4
        yield leaf(kind, x, y, forward + side * opening, length * (1 - 0.15 * along), 26 * crowd, side)
    if middle:
        yield leaf(middle, x2, y2, turn, 165 * few, 26 * crowd)


def _on_stem(along: float) -> tuple[float, float, float]:
    """A point of the stem, 0 at its foot and 1 at its tip, and the direction in which it grows there."""
    angle = _BOUGH_FROM + (_BOUGH_TO - _BOUGH_FROM) * along
    x, y = point(_BOUGH_X, _BOUGH_Y, angle, _BOUGH_RADIUS)
    return x, y, angle - 90


_CREST_X, _CREST_Y = 300, 468


def _crest(leaves: tuple[LeafKind, ...], bands: int) -> str:
    """A crest: leaves that stand up from arcs, a leaf for each title, an arc for each edition."""
    return picture(600, 480, _crest_parts(leaves, min(bands, 12)))


def _crest_parts(leaves: tuple[LeafKind, ...], bands: int) -> Iterator[str]:
    beside, middle = pairs(leaves)
    steps = max(1, len(leaves) // 2)
    width = max(8.0, min(74.0, 330 / steps))
    upright = (36 if middle else 24) / max(2, steps)
    for step, side, kind in beside:
        inward = step / (steps - 1) if steps > 1 else 0.5
        yield leaf(
            kind, _CREST_X, _CREST_Y, -90 + side * (56 - (56 - upright) * inward), 330 + 120 * inward, width, side
        )
    if middle:
        yield leaf(middle, _CREST_X, _CREST_Y, -90, 455, width)
    for band in range(max(1, bands)):
        half = 150 + band * 11
        x = number(_CREST_X - half)
        yield path("line", f"M{x} {_CREST_Y}{arc(_CREST_X - half, _CREST_Y, _CREST_X + half, _CREST_Y, half * 0.72)}")


_DIAL_CENTRE, _DIAL_HOURS = 300, 24


def _dial(leaves: tuple[LeafKind, ...], bands: int) -> str:
    """A dial of twenty-four hours, or more where there are more titles; each title is a leaf at its hour."""
    return picture(600, 600, _dial_parts(leaves, min(bands, 12)))


def _dial_parts(leaves: tuple[LeafKind, ...], bands: int) -> Iterator[str]:
    hours = max(_DIAL_HOURS, len(leaves))
    width = min(26.0, 620 / hours)
    yield from (circle(_DIAL_CENTRE, _DIAL_CENTRE, 168 - band * 11) for band in range(bands))
    for hour in range(hours):
        angle = -90 + 360 * hour / hours
        if hour < len(leaves):
            yield leaf(leaves[hour], *point(_DIAL_CENTRE, _DIAL_CENTRE, angle, 180), angle, 105, width)
        else:
            yield outline(*point(_DIAL_CENTRE, _DIAL_CENTRE, angle, 214), angle, 38, 8)


_DOTS_ROW = 20
_DOTS_STEP = 15


def _dots(leaves: tuple[LeafKind, ...], bands: int) -> str:
    """A field of dots, a title each, in rows: filled, half filled, open."""
    rows = -(-len(leaves) // _DOTS_ROW)
    return picture(_DOTS_ROW * _DOTS_STEP, max(1, rows) * _DOTS_STEP, (_dot(n, kind) for n, kind in enumerate(leaves)))


def _dot(n: int, kind: LeafKind) -> str:
    x, y = n % _DOTS_ROW * _DOTS_STEP + 2, n // _DOTS_ROW * _DOTS_STEP + _DOTS_STEP // 2
    whole = f"M{x} {y}a5 5 0 0 1 10 0a5 5 0 0 1-10 0Z"
    if kind is not LeafKind.HALF:
        return path(kind, whole)
    return path("known", f"M{x} {y}a5 5 0 0 0 10 0Z") + path("line", f"M{x} {y}a5 5 0 0 1 10 0")


_LEAVES_WIDTH, _LEAVES_GROUND = 600, 470


def _leaves(leaves: tuple[LeafKind, ...], bands: int) -> str:
    """Upright leaves side by side, a title each, the middle ones highest; behind each an outline for every edition."""
    return picture(_LEAVES_WIDTH, 480, _leaves_parts(leaves, min(bands, 10)))


def _leaves_parts(leaves: tuple[LeafKind, ...], bands: int) -> Iterator[str]:
    if not leaves:
        return
    room = (_LEAVES_WIDTH - 80) / max(3, len(leaves))
    left = (_LEAVES_WIDTH - room * len(leaves)) / 2
    for place, kind in enumerate(leaves):
        x = left + room * (place + 0.5)
        off = abs(place - (len(leaves) - 1) / 2) / max(1, (len(leaves) - 1) / 2)
        length = 430 - 200 * off * off
        outlines = bands if len(leaves) <= 12 else 0
        for band in range(1, outlines + 1):
            yield outline(x, _LEAVES_GROUND, -90, length, min(90.0, room * 0.55) + band * min(9.0, room * 0.05))
        yield leaf(kind, x, _LEAVES_GROUND, -90, length, min(90.0, room * 0.55))
    yield path("line", f"M{number(left)} {_LEAVES_GROUND}H{number(_LEAVES_WIDTH - left)}")


_PALM_X, _PALM_Y = 300, 490
_PALM_STROKES = 150


def _palm(leaves: tuple[LeafKind, ...], bands: int) -> str:
    """A fan of hanging leaves, a title each; each leaf is cut into as many bands as the edition's ordinal."""
    return picture(600, 500, _palm_parts(leaves, max(1, min(bands, 8, _PALM_STROKES // max(1, len(leaves))))))


def _palm_parts(leaves: tuple[LeafKind, ...], bands: int) -> Iterator[str]:
    beside, middle = pairs(leaves)
    steps = len(leaves) // 2
    crowd = min(1.0, (4 / max(1, steps)) ** 0.75)
    upright = (84 if middle else 60) / max(2, steps)
    for step, side, kind in beside:
        inward = step / (steps - 1) if steps > 1 else 0.5
        angle = -90 + side * (88 - (88 - upright) * inward)
        length = min(285 + 185 * inward**0.85, _PALM_X / max(0.01, abs(math.cos(math.radians(angle)))))
        yield from _hanging(kind, side, angle, length, (118 - 58 * inward) * crowd, bands)
    if middle:
        yield leaf(middle, _PALM_X, _PALM_Y, -90, 470, 88 * crowd)


def _hanging(kind: LeafKind, side: int, angle: float, length: float, width: float, bands: int) -> Iterator[str]:
    """A leaf whose two edges bend the same way, in bands from its back to its belly."""
    x, y = point(_PALM_X, _PALM_Y, angle, length)
    back, belly = width, width * 0.3
    if kind is not LeafKind.KNOWN:
        yield path(kind if kind is LeafKind.UNKNOWN else "line", _between(x, y, side * back, side * belly))
    if kind is LeafKind.HALF:
        yield path("known", _between(x, y, side * (back + belly) / 2, side * belly))
    if kind is LeafKind.KNOWN:
        step = (back - belly) / bands
        for band in range(bands):
            outer = back - step * band
            inner = belly if band == bands - 1 else outer - step * 0.78
            yield path("known", _between(x, y, side * outer, side * inner))


def _between(x: float, y: float, outer: float, inner: float) -> str:
    there, back = arc(_PALM_X, _PALM_Y, x, y, outer), arc(x, y, _PALM_X, _PALM_Y, -inner)
    return f"M{_PALM_X} {_PALM_Y}{there}L{number(x)} {number(y)}{back}Z"


_WREATH_CENTRE, _WREATH_RADIUS = 300, 178


def _wreath(leaves: tuple[LeafKind, ...], bands: int) -> str:
    """A wreath of leaves, a title each, around as many circles as the edition's ordinal."""
    return picture(600, 560, _wreath_parts(leaves, min(bands, 12)))


def _wreath_parts(leaves: tuple[LeafKind, ...], bands: int) -> Iterator[str]:
    gap = min(11.0, 110 / max(1, bands))
    yield from (circle(_WREATH_CENTRE, _WREATH_CENTRE, _WREATH_RADIUS - 20 - band * gap) for band in range(bands))
    beside, middle = pairs(leaves)
    steps = max(1, len(leaves) // 2)
    length, width = max(46.0, min(128.0, 1150 / steps)), max(7.0, min(44.0, 360 / steps))
    for step, side, kind in beside:
        along = (step + 0.5) / steps
        angle = 90 - side * (7 + 158 * along)
        x, y = point(_WREATH_CENTRE, _WREATH_CENTRE, angle, _WREATH_RADIUS)
        yield leaf(kind, x, y, angle - side * 44, length * (0.8 + 0.2 * math.sin(math.pi * along)), width, -side)
    if middle:
        yield leaf(middle, _WREATH_CENTRE, _WREATH_CENTRE - _WREATH_RADIUS, -90, min(112, length), width)


Draw = Callable[[tuple[LeafKind, ...], int], str]
"""Draws leaves and a number of bands."""

SHAPES: Mapping[str, Draw] = MappingProxyType(
    {
        "bough": _bough,
        "crest": _crest,
        "dial": _dial,
        "dots": _dots,
        "leaves": _leaves,
        "palm": _palm,
        "wreath": _wreath,
    }
)
"""Every shape by the word for it in a theme's parameters."""
