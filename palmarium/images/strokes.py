"""Draw the shapes of an SVG that this program made: leaves, arcs, circles and medals, filled or as lines."""

import math
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

Points = list[tuple[float, float]]

_SHAPE = re.compile(
    r'<path(?: class="(\w+)")? d="([^"]+)"/>|<circle(?: class="(\w+)")? cx="([^"]+)" cy="([^"]+)" r="([^"]+)"/>'
)
_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_TOKEN = re.compile(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)")
_FINE = 2
_FAINT = 150
_STEP = 12.0


def drawn(svg: str, width: int, height: int) -> "Image.Image":
    """How much each point is covered, from 0 to 255, in a box of its own proportions no larger than asked for."""
    from PIL import Image, ImageDraw

    box = _BOX.search(svg)
    across, down = (float(box[1]), float(box[2])) if box else (1.0, 1.0)
    scale = min(width / across, height / down)
    size = (max(1, round(across * scale)), max(1, round(down * scale)))
    image = Image.new("L", (size[0] * _FINE, size[1] * _FINE), 0)
    pen = ImageDraw.Draw(image)
    for kind, points, is_closed in _shapes(svg):
        at = [(x * scale * _FINE, y * scale * _FINE) for x, y in points]
        if kind == "known":
            pen.polygon(at, fill=255)
        elif kind == "rim":
            pen.line([*at, at[0], at[1]], fill=0, width=3 * _FINE, joint="curve")
        else:
            pen.line([*at, at[0]] if is_closed else at, fill=_FAINT, width=round(1.6 * _FINE), joint="curve")
    return image.reduce(_FINE)


def _shapes(svg: str) -> Iterator[tuple[str, Points, bool]]:
    for found in _SHAPE.finditer(svg):
        if found[2]:
            yield found[1] or "known", _way(found[2]), found[2].endswith("Z")
        else:
            yield found[3] or "known", _circle(float(found[4]), float(found[5]), float(found[6])), True


def _circle(x: float, y: float, radius: float) -> Points:
    turns = (2 * math.pi * n / 90 for n in range(90))
    return [(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns]


def _way(path: str) -> Points:
    """The corners of a path, its arcs as short chords."""
    tokens = iter(_TOKEN.findall(path))
    points: Points = []
    for command in tokens:
        x, y = points[-1] if points else (0.0, 0.0)
        match command:
            case "M" | "L":
                points.append((float(next(tokens)), float(next(tokens))))
            case "H":
                points.append((float(next(tokens)), y))
            case "V":
                points.append((x, float(next(tokens))))
            case "Q":
                over_x, over_y, to_x, to_y = (float(next(tokens)) for _ in range(4))
                points += _bend((x, y), (over_x, over_y), (to_x, to_y))
            case "A" | "a":
                radius, _, _, _, sweep, to_x, to_y = (float(next(tokens)) for _ in range(7))
                end = (to_x, to_y) if command == "A" else (x + to_x, y + to_y)
                points += _arc((x, y), end, radius, sweep > 0)
    return points


def _bend(start: tuple[float, float], over: tuple[float, float], end: tuple[float, float]) -> Points:
    """A curve that one point draws to itself."""
    weights = (((1 - n / 8) ** 2, 2 * (1 - n / 8) * n / 8, (n / 8) ** 2) for n in range(1, 9))
    return [(a * start[0] + b * over[0] + c * end[0], a * start[1] + b * over[1] + c * end[1]) for a, b, c in weights]


def _arc(start: tuple[float, float], end: tuple[float, float], radius: float, is_clockwise: bool) -> Points:
    """The shorter arc of a circle between two points."""
    chord = math.dist(start, end)
    if chord == 0:
        return [end]
    radius = max(radius, chord / 2)
    height = math.sqrt(max(0.0, radius * radius - chord * chord / 4))
    side = 1 if is_clockwise else -1
    x = (start[0] + end[0]) / 2 - side * height * (end[1] - start[1]) / chord
    y = (start[1] + end[1]) / 2 + side * height * (end[0] - start[0]) / chord
    first = math.atan2(start[1] - y, start[0] - x)
    turn = 2 * math.asin(min(1.0, chord / (2 * radius))) * side
    steps = max(6, math.ceil(abs(turn) * radius / _STEP))
    return [
        *(
            (x + radius * math.cos(first + turn * n / steps), y + radius * math.sin(first + turn * n / steps))
            for n in range(1, steps)
        ),
        end,
    ]
