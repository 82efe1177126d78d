"""Icons of the site and its web manifest."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from ..config import Config
from ..images import FOLDER, PictureShape
from ..images.icons import ROOMY, SAFE, WHOLE, Icon
from ..pages.links import Icons
from ..pages.plan import Blob, Recipe
from ..problems import Level, Problem, did_you_mean
from ..sources.site_toml import PATH
from .social_cards import colours, emblem_of_site
from .theme import Theme

MANIFEST = "/manifest.webmanifest"
_SIZES = MappingProxyType({"favicon": 32, "apple-touch-icon": 180, "icon-192": 192, "icon-512": 512, "maskable": 512})
_NO_ICONS = ("dots", "none")
_SHORT = 12
_BEST = 512


def unfit(config: Config, shapes: Mapping[str, PictureShape]) -> Iterator[Problem]:
    """An icon that is no picture of this site, or a poor one."""
    if not config.icon:
        return
    shape = shapes.get(config.icon.removeprefix(FOLDER)) if config.icon.startswith(FOLDER) else None
    span = config.place("icon")
    if shape is None:
        name = config.icon.rpartition("/")[2]
        there = [f'write `icon = "{FOLDER}{path}"`' for path in shapes if path.rpartition("/")[2] == name]
        near = there[0] if there else did_you_mean(config.icon, [FOLDER + path for path in shapes])
        hint = near or f'write `icon = "{FOLDER}icon.png"`'
        yield Problem("setting", span, f'there is no picture "{config.icon}"', hint)
    elif shape.form != "svg" and min(shape.width, shape.height) < _BEST:
        message = f"this icon is {shape.width} × {shape.height} pixels: home screens want {_BEST} × {_BEST}"
        yield Problem("picture", span, message, "larger icons are left out until it is larger", Level.WARNING)


def icons(config: Config, theme: Theme, shapes: Mapping[str, PictureShape]) -> tuple[tuple[Recipe, ...], Blob, Icons]:
    """The icons to be made, the manifest that lists them, and what a page links to."""
    shape = shapes.get(config.icon.removeprefix(FOLDER)) if config.icon else None
    recipes = {name: _recipe(name, making) for name, making in _makings(config, theme, shape)}
    svg = _svg(theme, shape)
    links = Icons(svg, *(recipes[name].url if name in recipes else "" for name in ("favicon", "apple-touch-icon")))
    return tuple(recipes.values()), _manifest(config, theme, recipes, svg), links


def _makings(config: Config, theme: Theme, shape: PictureShape | None) -> Iterator[tuple[str, Icon]]:
    ground, _, ink = colours(theme)
    # A strip of dots is no icon.
    drawing = "" if dict(theme.parameters).get("ornament", "none") in _NO_ICONS else emblem_of_site(config, theme)
    for name, size in _SIZES.items():
        share = SAFE if name == "maskable" else WHOLE
        if shape and shape.form != "svg":
            share = ROOMY if name == "apple-touch-icon" and shape.is_clear else share
            if min(shape.width, shape.height) >= size * share // 100:
                yield name, Icon(size, share, "", shape.path, shape.mark, is_ico=name == "favicon")
        elif not shape and drawing:
            room = {"maskable": SAFE, "favicon": 88}.get(name, 74)
            yield name, Icon(size, room, ground, ornament=drawing, ink=ink, is_ico=name == "favicon")


def _recipe(name: str, making: Icon) -> Recipe:
    mark = hashlib.blake2b(repr(making).encode(), digest_size=4).hexdigest()
    sources = (FOLDER + making.path,) if making.path else (PATH,)
    # These two are asked for by their names alone.
    named = {"favicon": "/favicon.ico", "apple-touch-icon": "/apple-touch-icon.png"}
    return Recipe(named.get(name, f"/icons/{name}.{mark}.png"), making, sources)


def _svg(theme: Theme, shape: PictureShape | None) -> str:
    """The drawing that a browser prefers; the theme's own where the site has no picture."""
    if shape:
        return f"/media/{shape.path}" if shape.form == "svg" else ""
    of_theme = theme.assets.get("img/icon.svg")
    return of_theme.url if of_theme else ""


def _manifest(config: Config, theme: Theme, recipes: Mapping[str, Recipe], svg: str) -> Blob:
    """Addresses as seen from the manifest, which stands at the root of the site."""
    listed: list[dict[str, str]] = [{"src": svg[1:], "sizes": "any", "type": "image/svg+xml"}] if svg else []
    for name in ("icon-192", "icon-512", "maskable"):
        if name in recipes:
            side = f"{_SIZES[name]}x{_SIZES[name]}"
            purpose = {"purpose": "maskable"} if name == "maskable" else {}
            listed.append({"src": recipes[name].url[1:], "sizes": side, "type": "image/png", **purpose})
    ground, _, _ = colours(theme)
    said: dict[str, Any] = {
        "name": config.title,
        "short_name": _short(config.title),
        "description": config.description,
        "lang": config.language,
        "start_url": "./",
        "display": "minimal-ui",
        "theme_color": ground,
        "background_color": ground,
        "icons": listed,
        "generator": "palmarium",
    }
    text = json.dumps({key: value for key, value in said.items() if value}, ensure_ascii=False, indent=2)
    return Blob(MANIFEST, f"{text}\n".encode(), (PATH,))


def _short(title: str) -> str:
    """As many of the first words as stand below an icon."""
    words = title.split()
    fits = [" ".join(words[:end]) for end in range(1, len(words) + 1) if len(" ".join(words[:end])) <= _SHORT]
    return fits[-1] if fits else title[:_SHORT]
