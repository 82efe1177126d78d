"""The style sheets of the themes that come with the program, and what each kind of page may have of them."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from palmarium.pages.plan import Blob
from palmarium.theming import rules
from palmarium.theming.assets import joined, sheets
from palmarium.theming.classes import by_kind

THEMES = Path(__file__).parent.parent / "themes"


def chain(theme: str) -> tuple[str, ...]:
    return (theme, "base") if theme != "base" else ("base",)


def styles(theme: str) -> list[str]:
    listed = (tomllib.loads((THEMES / name / "theme.toml").read_text("utf-8")) for name in reversed(chain(theme)))
    return [style for each in listed for style in each["styles"]]


@cache
def published(theme: str) -> Mapping[str, tuple[Blob, ...]]:
    """Its sheets by kind of page."""
    found = _found(theme, "assets")
    templates = _templates(theme)
    return sheets(
        {name: name for name in found}, {n: p.read_bytes() for n, p in found.items()}, styles(theme), templates
    )


@cache
def classes(theme: str) -> tuple[frozenset[str], Mapping[str, frozenset[str]]]:
    """All classes that its sheets ask for, and those that each kind of page may have."""
    found = {name: path.read_bytes() for name, path in _found(theme, "assets").items()}
    asked = rules.classes(rules.taken_apart(joined({name: name for name in found}, found, styles(theme))))
    scripts = {name: data.decode() for name, data in found.items() if name.endswith(".js")}
    return asked, by_kind(_templates(theme), scripts, asked)


def _templates(theme: str) -> dict[str, str]:
    own = {
        f"{name}:{path}": file.read_text("utf-8")
        for name in chain(theme)
        for path, file in _of(name, "templates").items()
    }
    return own | {path: file.read_text("utf-8") for path, file in _found(theme, "templates").items()}


def _found(theme: str, folder: str) -> dict[str, Path]:
    return {path: file for name in reversed(chain(theme)) for path, file in _of(name, folder).items()}


def _of(name: str, folder: str) -> dict[str, Path]:
    root = THEMES / name / folder
    return {path.relative_to(root).as_posix(): path for path in sorted(root.rglob("*")) if path.is_file()}
