"""Read site.toml into one documented value.

Owns: every setting, its type, default and sentence; the tomllib library.
Never: reads an environment variable, the clock or another file.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from .problems import Problem, Span, did_you_mean

PATH = "site.toml"
"""Where the settings are, below the root of a site."""


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """A line of the main menu."""

    label: str = field(metadata={"says": "what it says"})
    url: str = field(metadata={"says": "where it leads, from the root: `/laureats/`"})


@dataclass(frozen=True, slots=True)
class Config:
    """A site's settings."""

    title: str = field(metadata={"says": "title of the site"})
    base_url: str = field(metadata={"says": "public address of the root, with its path, ending in `/`"})
    subtitle: str = field(default="", metadata={"says": "second line of the title on the home page"})
    description: str = field(default="", metadata={"says": "a sentence or two for search engines and feeds"})
    language: str = field(default="en", metadata={"says": "language of texts, words and addresses: `fr` or `en`"})
    publisher: str = field(default="", metadata={"says": "who publishes the site"})
    theme: str = field(default="base", metadata={"says": "name of the theme, a folder of `themes/`"})
    output: str = field(default="_site", metadata={"says": "folder that is built, below the root"})
    data_licence: str = field(default="", metadata={"says": "address of the licence of the data"})
    text_licence: str = field(default="", metadata={"says": "address of the licence of the texts"})
    navigation: tuple[NavigationItem, ...] = field(
        default=(), metadata={"says": "the main menu, as tables `[[navigation]]`; a menu of all sections without it"}
    )
    theme_parameters: Mapping[str, str] = field(
        default=MappingProxyType({}), metadata={"says": "settings of the theme, declared in its theme.toml"}
    )
    checks: Mapping[str, str] = field(
        default=MappingProxyType({}), metadata={"says": "level of a check: `error`, `warning` or `off`, by its code"}
    )
