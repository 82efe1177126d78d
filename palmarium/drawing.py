"""The shape of an emblem, by the theme's parameters `ornament` and `ornaments`, and its drawing."""

import importlib
import pkgutil
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from . import ornaments
from .problems import Problem, did_you_mean
from .theme import Theme
from .views.emblem import Emblem

NONE = "none"
_PLAIN = "dots"


def draw(emblem: Emblem, parameters: Mapping[str, str]) -> str:
    """The SVG of an emblem, or nothing where its shape is `none`."""
    shape = dict(_shapes(parameters.get("ornaments", ""))).get(emblem.of) or parameters.get("ornament", _PLAIN)
    if shape == NONE or shape not in _known():
        return ""
    drawn: str = importlib.import_module(f"{ornaments.__name__}.{shape}").draw(emblem.leaves, emblem.bands)
    return drawn


def unfit_shapes(theme: Theme, awards: Collection[str]) -> Iterator[Problem]:
    """Shapes that do not exist, and shapes of awards that do not, where the parameters are written."""
    parameters = dict(theme.parameters)
    for name in ("ornament", "ornaments"):
        written, place = parameters.get(name), theme.places.get(name)
        if written is None or place is None:
            continue
        pairs = [("", written.strip())] if name == "ornament" else _shapes(written)
        for award, shape in pairs:
            if shape not in (*_known(), NONE):
                hint = did_you_mean(shape, _known()) or f"there are {', '.join(_known())} and {NONE}"
                if not shape:
                    hint = f"write `{name} = \"{_PLAIN}\"`" if name == "ornament" else f"write `{award}: {_PLAIN}`"
                yield Problem("setting", place, f'there is no ornament "{shape}"', hint, subject=(shape,))
            if name == "ornaments" and award not in awards:
                hint = did_you_mean(award, awards) or f"there are {', '.join(sorted(awards)) or 'none'}"
                message = f'"{award}" is not an award'
                yield Problem("setting", place, message, hint, subject=(award,), needs=(("award", award),))


@lru_cache(maxsize=4)
def _shapes(written: str) -> tuple[tuple[str, str], ...]:
    """`palmes: palm, podium: leaves` as pairs."""
    parts = (part.partition(":") for part in written.split(",") if part.strip())
    return tuple((award.strip(), shape.strip()) for award, _, shape in parts)


@lru_cache(maxsize=1)
def _known() -> tuple[str, ...]:
    return tuple(sorted(found.name for found in pkgutil.iter_modules(ornaments.__path__)))
