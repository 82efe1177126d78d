"""Drawings made from data, one shape a file: a leaf is a title, a band an edition."""

import math
from collections.abc import Iterable
from enum import StrEnum


class Leaf(StrEnum):
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


def leaf(kind: Leaf, x: float, y: float, angle: float, length: float, width: float, side: int = 1) -> str:
    """A leaf that grows from (x, y); of a half-known one only one side is filled."""
    one, other = _edges(x, y, angle, length, width)
    if kind is not Leaf.HALF:
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


def pairs(leaves: tuple[Leaf, ...]) -> tuple[tuple[tuple[int, int, Leaf], ...], Leaf | None]:
    """Leaves on two sides, from the outside in as (step, side, leaf), and the one in the middle of an odd number."""
    beside = tuple((n // 2, -1 if n % 2 == 0 else 1, each) for n, each in enumerate(leaves[: len(leaves) // 2 * 2]))
    return beside, leaves[-1] if len(leaves) % 2 else None
