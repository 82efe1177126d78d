"""Ornaments and medals, drawn by the theme's parameters."""

import math
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from ..images.ornaments import SHAPES, number, point
from ..model import Kind
from ..pages.parts.ornament import Emblem
from ..problems import Problem, did_you_mean, nearest_or_all
from .theme import Theme

# The shape of an emblem, by the theme's parameters `ornament` and `ornaments`, and its drawing.

NONE = "none"
_PLAIN = "dots"
_FEWEST = 6
"""Fewer dots than that are specks beside a title."""


def draw(emblem: Emblem, parameters: Mapping[str, str]) -> str:
    """The SVG of an emblem, or nothing where its shape is `none`."""
    shape = dict(_shapes(parameters.get("ornaments", ""))).get(emblem.of) or parameters.get("ornament", _PLAIN)
    if shape not in SHAPES or (shape == _PLAIN and len(emblem.leaves) < _FEWEST):
        return ""
    return SHAPES[shape](emblem.leaves, emblem.bands)


def unfit_shapes(theme: Theme, awards: Collection[str]) -> Iterator[Problem]:
    """Shapes that do not exist, and shapes of awards that do not, where the parameters are written."""
    parameters = dict(theme.parameters)
    for name in ("ornament", "ornaments"):
        written, place = parameters.get(name), theme.places.get(name)
        if written is None or place is None:
            continue
        pairs = [("", written.strip())] if name == "ornament" else _shapes(written)
        for award, shape in pairs:
            if shape not in (*SHAPES, NONE):
                hint = did_you_mean(shape, SHAPES) or f"there are {', '.join(SHAPES)} and {NONE}"
                if not shape:
                    hint = f'write `{name} = "{_PLAIN}"`' if name == "ornament" else f"write `{award}: {_PLAIN}`"
                yield Problem("setting", place, f'there is no ornament "{shape}"', hint, subject=(shape,))
            if name == "ornaments" and award not in awards:
                hint = nearest_or_all(award, awards)
                message = f'"{award}" is not an award'
                yield Problem("setting", place, message, hint, subject=(award,), needs=(("award", award),))


@lru_cache(maxsize=4)
def _shapes(written: str) -> tuple[tuple[str, str], ...]:
    """`palmes: palm, podium: leaves` as pairs."""
    parts = (part.partition(":") for part in written.split(",") if part.strip())
    return tuple((award.strip(), shape.strip()) for award, _, shape in parts)


# Strike a medal: the initials of a name inside a shape that says what it is the name of.

_MOST = 3


@lru_cache(maxsize=2048)
def medal(name: str, kind: Kind) -> str:
    """An SVG without a word for a screen reader; nothing where a name has no letter."""
    letters = initials(name)
    if not letters:
        return ""
    text = f'<text x="50" y="50" class="of-{len(letters)}">{letters}</text>'
    return f'<svg class="medal" viewBox="0 0 100 100" aria-hidden="true" focusable="false">{_shape(kind)}{text}</svg>'


def initials(name: str) -> str:
    """`MB` of Mercedes-Benz, `UP` of Union nationale des PIMMS: of capitals first, three letters at most."""
    words = ["".join(c for c in word if c.isalnum()) for word in name.replace("-", " ").replace("’", " ").split()]
    proper = [word for word in words if word and not word[0].islower()] or [word for word in words if word]
    if len(proper) == 1 and proper[0].isupper() and len(proper[0]) <= _MOST + 1:
        return proper[0]
    return "".join(word[0] for word in proper[:_MOST]).upper()[:_MOST]


def _shape(kind: Kind) -> str:
    match kind:
        case Kind.PERSON:
            return _scallop()
        case Kind.WORK:
            return _octagon()
        case Kind.TEAM:
            return _shield()
        case _:
            return _disc()


def _disc() -> str:
    return '<circle cx="50" cy="50" r="48"/><circle class="rim" cx="50" cy="50" r="41"/>'


def _octagon() -> str:
    return '<path d="M30 2H70L98 30V70L70 98H30L2 70V30Z"/><path class="rim" d="M33 9H67L91 33V67L67 91H33L9 67V33Z"/>'


def _shield() -> str:
    return '<path d="M6 4H94V56Q94 82 50 98Q6 82 6 56Z"/><path class="rim" d="M13 11H87V56Q87 76 50 90Q13 76 13 56Z"/>'


@lru_cache(maxsize=1)
def _scallop() -> str:
    """Sixteen arcs around a rim."""
    corners = [point(50, 50, 360 * n / 16, 46) for n in range(17)]
    x, y = corners[0]
    arcs = "".join(f"A9.4 9.4 0 0 1 {number(a)} {number(b)}" for a, b in corners[1:])
    radius = number(46 * math.cos(math.pi / 16) - 7)
    return f'<path d="M{number(x)} {number(y)}{arcs}Z"/><circle class="rim" cx="50" cy="50" r="{radius}"/>'
