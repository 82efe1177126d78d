"""Open a chain of themes: the most particular file wins, catalogues and parameters merge.

Owns: theme.toml, the chain, what it lists.   Never: renders a template, or knows a page.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from . import catalogue, plaintext
from .assets import SHEET, assets
from .catalogue import Catalogue
from .config import PATH, Config, place, toml
from .plan import Blob
from .problems import Problem, Span, did_you_mean
from .urls import Words

_KEYS = ("name", "extends", "description", "styles", "parameters")
_IMPORT = re.compile(rb"^[ \t]*@import", re.M)
_STYLES = 'write `styles = ["css/main.css"]`, files of `assets/`'


@dataclass(frozen=True, slots=True)
class Template:
    """A template's own path and text; several names may reach it."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Theme:
    """Templates by name and by `theme:name`, assets by path, sentences, parameters."""

    chain: tuple[str, ...]
    templates: Mapping[str, Template]
    assets: Mapping[str, Blob]
    catalogue: Catalogue
    parameters: tuple[tuple[str, str], ...]
    digest: str


def open_theme(files: Mapping[str, bytes], config: Config) -> tuple[Theme | None, tuple[Problem, ...]]:
    """The site's theme with all that it extends, or None with what is wrong."""
    written = files.get(PATH, b"").decode("utf-8-sig", "replace")
    chain, declared, problems = _chain(files, config.theme, place("theme", written))
    if problems:
        return None, problems
    speech, mute = _catalogue(files, chain, config.language, place("language", written))
    if speech is None:
        return None, mute
    parameters, wrong = _parameters(_merged(declared), config, written)
    templates, unreadable = _templates(files, chain)
    found = _found(files, chain)
    styles = tuple(style for settings in reversed(declared) for style in settings.get("styles", ()))
    theme = Theme(
        chain=chain,
        templates=MappingProxyType(templates),
        assets=MappingProxyType(assets(found, files, styles)),
        catalogue=speech,
        parameters=parameters,
        digest=_digest(speech, templates),
    )
    return theme, (*mute, *wrong, *unreadable, *_unstyled(files, chain, declared, found))


def words(speech: Catalogue) -> Words:
    """The words of addresses, in the language of the site."""
    return Words(**{name: speech.pgettext("url", name) for name in Words.__dataclass_fields__})


def _chain(
    files: Mapping[str, bytes], first: str, asked: Span
) -> tuple[tuple[str, ...], tuple[Mapping[str, Any], ...], tuple[Problem, ...]]:
    """The themes and what each one's theme.toml says, the site's own first."""
    chain: list[str] = []
    declared: list[Mapping[str, Any]] = []
    name = first
    while name:
        path = f"themes/{name}/theme.toml"
        if name in chain:
            return (), (), (Problem("theme", asked, f'the theme "{name}" extends itself', "delete `extends`"),)
        if path not in files:
            known = sorted({p.split("/")[1] for p in files if re.fullmatch(r"themes/[^/]+/theme\.toml", p)})
            hint = did_you_mean(name, known) or f"there are {', '.join(known)}"
            return (), (), (Problem("theme", asked, f'there is no theme "{name}" ({path})', hint),)
        settings, wrong = _settings(path, files[path])
        if wrong:
            return (), (), wrong
        chain.append(name)
        declared.append(settings)
        name, asked = settings.get("extends", ""), place("extends", files[path].decode("utf-8-sig", "replace"), path)
    return tuple(chain), tuple(declared), ()


def _merged(declared: tuple[Mapping[str, Any], ...]) -> dict[str, Any]:
    return {name: each for settings in reversed(declared) for name, each in settings.get("parameters", {}).items()}


def _settings(path: str, data: bytes) -> tuple[Mapping[str, Any], tuple[Problem, ...]]:
    text, undecoded = plaintext.decode(path, data)
    settings, unread = toml(path, text)
    if undecoded or settings is None:
        return {}, undecoded or unread
    problems = [
        Problem("unknown-key", place(key, text, path), f'the key "{key}" is unknown', did_you_mean(key, _KEYS))
        for key in settings
        if key not in _KEYS
    ]
    problems += [
        Problem("theme", place(key, text, path), f'"{key}" must be a text')
        for key in ("name", "extends", "description")
        if not isinstance(settings.get(key, ""), str)
    ]
    styles = settings.get("styles", [])
    if not isinstance(styles, list) or not all(isinstance(style, str) for style in styles):
        problems.append(Problem("theme", place("styles", text, path), '"styles" must be a list of texts', _STYLES))
    parameters = settings.get("parameters", {})
    if not isinstance(parameters, dict):
        problems.append(Problem("theme", place("parameters", text, path), '"parameters" must be a table'))
        return {}, tuple(problems)
    for name, parameter in parameters.items():
        if not isinstance(parameter, dict) or set(parameter) != {"default", "says"}:
            hint = f'write `{name} = {{default = "…", says = "…"}}`'
            message = f'the parameter "{name}" needs a default and a sentence'
            problems.append(Problem("theme", place(name, text, path), message, hint))
    return settings, tuple(problems)


def _parameters(
    declared: Mapping[str, Any], config: Config, written: str
) -> tuple[tuple[tuple[str, str], ...], tuple[Problem, ...]]:
    given = config.theme_parameters
    problems = [
        Problem(
            "unknown-key", place(name, written), f'the theme has no parameter "{name}"', did_you_mean(name, declared)
        )
        for name in given
        if name not in declared
    ]
    values = {name: str(given.get(name, parameter["default"])) for name, parameter in declared.items()}
    return tuple(sorted(values.items())), tuple(problems)


def _catalogue(
    files: Mapping[str, bytes], chain: Iterable[str], language: str, asked: Span
) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    found: list[Catalogue] = []
    problems: list[Problem] = []
    for name in chain:
        path = f"themes/{name}/locale/{language}/LC_MESSAGES/messages.po"
        if path in files:
            read, wrong = catalogue.parse(path, files[path], language)
            problems += wrong
            found += [read] if read else []
    if not found and not problems:
        hint = f"write themes/{next(iter(chain))}/locale/{language}/LC_MESSAGES/messages.po"
        problems.append(Problem("catalogue", asked, f'the theme does not speak "{language}"', hint))
    return (catalogue.merged(found) if found else None), tuple(problems)


def _templates(
    files: Mapping[str, bytes], chain: Iterable[str]
) -> tuple[dict[str, Template], tuple[Problem, ...]]:
    templates: dict[str, Template] = {}
    problems: list[Problem] = []
    for theme, name, path in _below(files, chain, "templates"):
        try:
            template = Template(path, files[path].decode("utf-8-sig"))
        except UnicodeDecodeError:
            problems.append(Problem("encoding", Span(path), "the template is not UTF-8", "save it as UTF-8"))
            continue
        templates[f"{theme}:{name}"] = template
        templates.setdefault(name, template)
    return templates, tuple(problems)


def _found(files: Mapping[str, bytes], chain: Iterable[str]) -> dict[str, str]:
    """The file of each asset: the most particular."""
    found: dict[str, str] = {}
    for _, name, path in _below(files, chain, "assets"):
        found.setdefault(name, path)
    return found


def _unstyled(
    files: Mapping[str, bytes], chain: Iterable[str], declared: Iterable[Mapping[str, Any]], found: Mapping[str, str]
) -> Iterator[Problem]:
    """Sheets that are listed and can't be joined."""
    sheets = [name for name in found if name.endswith(".css")]
    for theme, settings in zip(chain, declared, strict=True):
        path = f"themes/{theme}/theme.toml"
        for style in settings.get("styles", ()):
            if style not in sheets:
                span = _quoted(style, files[path].decode("utf-8-sig", "replace"), path)
                hint = did_you_mean(style, sheets) or f"there are {', '.join(sheets) or 'none'}"
                yield Problem("theme", span, f'there is no style sheet "{style}" in assets/', hint)
            elif asks := _IMPORT.search(files[found[style]]):
                message = "`@import` does nothing in a sheet that is joined to others"
                hint = f"list what it asks for in `styles` of {path}"
                line = files[found[style]].count(b"\n", 0, asks.end()) + 1
                yield Problem("theme", Span(found[style], line), message, hint)
    if SHEET in found and any(settings.get("styles") for settings in declared):
        message = f'"{SHEET}" is the name of all sheets together'
        yield Problem("theme", Span(found[SHEET]), message, "give the file another name")


def _quoted(value: str, text: str, path: str) -> Span:
    """The first line that holds a value in quotes."""
    for number, line in enumerate(text.split("\n"), 1):
        if f'"{value}"' in line:
            return Span(path, number, line.index(f'"{value}"') + 1)
    return place("styles", text, path)


def _below(files: Mapping[str, bytes], chain: Iterable[str], folder: str) -> Iterator[tuple[str, str, str]]:
    for theme in chain:
        prefix = f"themes/{theme}/{folder}/"
        for path in files:
            if path.startswith(prefix):
                yield theme, path.removeprefix(prefix), path


def _digest(speech: Catalogue, templates: Mapping[str, Template]) -> str:
    """Of all that lint looks at."""
    whole = repr((sorted(speech.forms.items()), sorted((name, found.text) for name, found in templates.items())))
    return hashlib.blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
