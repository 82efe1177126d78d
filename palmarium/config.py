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
        default=(), metadata={"says": "the main menu, as tables `[[navigation]]`; without it, a menu of all sections"}
    )
    theme_parameters: Mapping[str, str] = field(
        default_factory=lambda: MappingProxyType({}),
        metadata={"says": "settings of the theme, declared in its theme.toml"},
    )
    checks: Mapping[str, str] = field(
        default_factory=lambda: MappingProxyType({}),
        metadata={"says": "level of a check: `error`, `warning` or `off`, by its code"},
    )


def read(files: Mapping[str, bytes]) -> tuple[Config | None, tuple[Problem, ...]]:
    """The settings of a site; None, with all that is wrong, when they can't be used."""
    if PATH not in files:
        hint = "run this in the folder of a site, or start one with `new site`"
        return None, (Problem("no-site", Span(PATH), "there is no site.toml here", hint),)
    try:
        return parse(files[PATH].decode("utf-8-sig"))
    except UnicodeDecodeError:
        return None, (Problem("encoding", Span(PATH), "the file is not UTF-8", "save the file as UTF-8"),)


def output(files: Mapping[str, bytes]) -> str:
    """The folder that is built, even where the settings are wrong."""
    settings, _ = read(files)
    return settings.output if settings else "_site"


def parse(text: str) -> tuple[Config | None, tuple[Problem, ...]]:
    """The settings, or None when the text can't be used; unknown keys come with a suggestion."""
    try:
        written = tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        return None, (_syntax(error),)
    known = {f.name: f for f in fields(Config)}
    problems = [_unknown(key, known, text) for key in written if key not in known]
    values: dict[str, Any] = {}
    for name, setting in known.items():
        if name in written:
            values[name], wrong = _value(name, written[name], text)
            problems += wrong
        elif setting.default is MISSING and setting.default_factory is MISSING:
            problems.append(Problem("missing-key", Span(PATH), f'the key "{name}" is missing', f'write `{name} = "…"`'))
    if any(p.code != "unknown-key" for p in problems):
        return None, tuple(problems)
    return Config(**values), tuple(problems)


def _value(name: str, written: Any, text: str) -> tuple[Any, tuple[Problem, ...]]:
    if name == "navigation":
        return _navigation(written, text)
    if name in ("theme_parameters", "checks"):
        return _table(name, written, text)
    if not isinstance(written, str):
        return None, (_wrong(name, f'"{name}" must be a text', text),)
    return written, _RULES[name](written, text) if name in _RULES else ()


def _table(name: str, written: Any, text: str) -> tuple[Any, tuple[Problem, ...]]:
    if not isinstance(written, dict) or not all(isinstance(v, str | int | bool) for v in written.values()):
        return None, (_wrong(name, f'"{name}" must be a table of texts', text),)
    table = {key: str(value) for key, value in written.items()}
    levels = ("error", "warning", "off")
    problems = [
        _wrong(key, f'"{value}" is not a level of a check', text, "write error, warning or off")
        for key, value in table.items()
        if name == "checks" and value not in levels
    ]
    return MappingProxyType(table), tuple(problems)


def _navigation(written: Any, text: str) -> tuple[Any, tuple[Problem, ...]]:
    wanted = {f.name for f in fields(NavigationItem)}
    if not isinstance(written, list) or not all(isinstance(item, dict) and set(item) == wanted for item in written):
        hint = "write `[[navigation]]`, then `label = …` and `url = …`"
        return None, (_wrong("navigation", "each line of the navigation has a label and a url", text, hint),)
    items = tuple(NavigationItem(str(item["label"]), str(item["url"])) for item in written)
    wrong = [
        _wrong("navigation", f'"{item.url}" is not an address of this site', text, "write `/laureats/`, for instance")
        for item in items
        if not re.fullmatch(r"/(?:[^\s/?#\\]+/)*", item.url)
    ]
    return items, tuple(wrong)


def _base_url(value: str, text: str) -> tuple[Problem, ...]:
    parts = urlsplit(value)
    is_bare = not (parts.query or parts.fragment)
    if parts.scheme in ("http", "https") and parts.netloc and value.endswith("/") and is_bare:
        return ()
    hint = 'write `base_url = "https://example.org/"`, with the last slash'
    return (_wrong("base_url", f'"{value}" is not the address of a site', text, hint),)


def _language(value: str, text: str) -> tuple[Problem, ...]:
    if re.fullmatch(r"[a-z]{2}", value):
        return ()
    return (_wrong("language", f'"{value}" is not a language', text, 'write `language = "fr"`'),)


def _output(value: str, text: str) -> tuple[Problem, ...]:
    if re.fullmatch(r"[\w][\w.-]*", value) and value not in _SOURCES:
        return ()
    hint = 'write the name of a new folder: `output = "_site"`'
    return (_wrong("output", f'"{value}" can\'t be the output', text, hint),)


def _licence(name: str) -> Any:
    def rule(value: str, text: str) -> tuple[Problem, ...]:
        if value.startswith(("https://", "http://")):
            return ()
        return (_wrong(name, f'"{value}" is not an address', text, "write a full one, with https://"),)

    return rule


def _theme(value: str, text: str) -> tuple[Problem, ...]:
    if re.fullmatch(r"[a-z0-9][a-z0-9_-]*", value):
        return ()
    return (_wrong("theme", f'"{value}" is not the name of a theme', text, "write the name of a folder of themes/"),)


_SOURCES = ("content", "editions", "themes", "palmarium", "tests", "docs")
_RULES = MappingProxyType(
    {
        "base_url": _base_url,
        "language": _language,
        "output": _output,
        "theme": _theme,
        "data_licence": _licence("data_licence"),
        "text_licence": _licence("text_licence"),
    }
)


def _unknown(key: str, known: Mapping[str, object], text: str) -> Problem:
    hint = did_you_mean(key, known) or f"known are {', '.join(known)}"
    return Problem("unknown-key", _place(key, text), f'the key "{key}" is unknown', hint)


def _wrong(key: str, message: str, text: str, hint: str = "") -> Problem:
    return Problem("setting", _place(key, text), message, hint)


def _place(key: str, text: str) -> Span:
    """TOML values carry no place: the first line that sets this key."""
    for number, line in enumerate(text.split("\n"), 1):
        found = re.match(rf"\s*\[*\s*[\"']?({re.escape(key)})[\"']?\s*[\]=.]", line)
        if found:
            return Span(PATH, number, found.start(1) + 1)
    return Span(PATH)


def _syntax(error: tomllib.TOMLDecodeError) -> Problem:
    said = str(error)
    found = re.search(r"\(at line (\d+), column (\d+)\)", said)
    span = Span(PATH, int(found[1]), int(found[2])) if found else Span(PATH)
    return Problem("toml", span, f"this is not TOML: {said.split(' (at ')[0]}", "texts stand in double quotes")
