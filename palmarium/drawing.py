"""Choose the shape of an emblem by the theme's parameters, and draw it.

Owns: the parameters `ornament` and `ornaments`, discovery of shapes.   Never: has a colour, or says a word.
"""

import importlib
import pkgutil
from collections.abc import Mapping
from functools import lru_cache

from . import ornaments
from .problems import did_you_mean
from .views.emblem import Emblem

NONE = "none"
_PLAIN = "dots"


def draw(emblem: Emblem, parameters: Mapping[str, str]) -> str:
    """The SVG of an emblem, or nothing where its shape is `none`; a shape that does not exist is a ValueError."""
    shape = _shapes(parameters.get("ornaments", "")).get(emblem.of) or parameters.get("ornament", _PLAIN)
    if shape == NONE:
        return ""
    known = _known()
    if shape not in known:
        hint = did_you_mean(shape, known) or f"there are {', '.join(known)} and {NONE}"
        raise ValueError(f'there is no ornament "{shape}"; {hint}')
    drawn: str = importlib.import_module(f"{ornaments.__name__}.{shape}").draw(emblem.leaves, emblem.bands)
    return drawn


@lru_cache(maxsize=4)
def _shapes(written: str) -> Mapping[str, str]:
    """`palmes: palm, podium: leaves` as a mapping; what is no pair is a ValueError."""
    pairs = [part.split(":") for part in written.split(",") if part.strip()]
    wrong = next((part for part in pairs if len(part) != 2), None)
    if wrong:
        raise ValueError(f'"{":".join(wrong).strip()}" is no shape of an award; write `palmes: palm, podium: leaves`')
    return {award.strip(): shape.strip() for award, shape in pairs}


@lru_cache(maxsize=1)
def _known() -> tuple[str, ...]:
    return tuple(sorted(found.name for found in pkgutil.iter_modules(ornaments.__path__)))
