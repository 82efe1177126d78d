"""A chain of themes: the most particular file wins, catalogues and parameters merge."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from ..config import PATH, Config, place, toml
from ..pages.plan import Blob
from ..pages.urls import Words
from ..problems import Level, Problem, Span, did_you_mean, nearest
from ..sources import plaintext
from . import i18n
from .assets import ENDINGS, SHEET, assets, faults
from .i18n import Catalogue

_KEYS = ("name", "extends", "description", "styles", "parameters")
_FOLDERS = ("templates", "assets", "locale")
_CATALOGUE = re.compile(r"[^/]+/LC_MESSAGES/(?:messages\.po|[^/]+\.(?:mo|pot))")
# What a theme says about itself, and what programs keep beside it.
_BESIDE = re.compile(r"(?:readme|licen[cs]e|copying|changelog|contributing|notice|authors|screenshot)\b.*", re.I)
_STYLES = 'write `styles = ["css/own.css"]`, files of `assets/`'


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
    places: Mapping[str, Span] = field(default_factory=lambda: MappingProxyType({}))
    """Where the value of each parameter is written."""


def open_theme(files: Mapping[str, bytes], config: Config) -> tuple[Theme | None, tuple[Problem, ...]]:
    """The site's theme with all that it extends, or None with what is wrong."""
    written = files.get(PATH, b"").decode("utf-8-sig", "replace")
    chain, declared, problems = _chain(files, config.theme, place("theme", written))
    if problems:
        return None, problems
    speech, mute = _catalogue(files, chain, config.language, place("language", written))
    if speech is None:
        return None, mute
    parameters, places, wrong = _parameters(files, chain, declared, config)
    templates, unreadable = _templates(files, chain)
    found = _found(files, chain)
    styles = tuple(style for settings in reversed(declared) for style in settings.get("styles", ()))
    theme = Theme(
        chain=chain,
        templates=MappingProxyType(templates),
        assets=MappingProxyType(assets(found, files, styles)),
        catalogue=speech,
        parameters=parameters,
        digest=_digest(speech, templates, (*found, *dict(parameters))),
        places=places,
    )
    listed = _unstyled(files, chain, declared, found)
    unfit = faults(found, files, f"themes/{chain[0]}/theme.toml")
    return theme, (*mute, *wrong, *unreadable, *_strays(files), *listed, *unfit)


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
            return (), (), (_absent(files, name, path, asked),)
        settings, wrong = _settings(path, files[path])
        if wrong:
            return (), (), wrong
        chain.append(name)
        declared.append(settings)
        name, asked = settings.get("extends", ""), place("extends", files[path].decode("utf-8-sig", "replace"), path)
    return tuple(chain), tuple(declared), ()


def _absent(files: Iterable[str], name: str, path: str, asked: Span) -> Problem:
    known = sorted({p.split("/")[1] for p in files if re.fullmatch(r"themes/[^/]+/theme\.toml", p)})
    hint = did_you_mean(name, known) or f"there are {', '.join(known)}"
    if any(each.startswith(f"themes/{name}/") for each in files):
        hint = f'write {path}: `extends = "base"`'
        if name == "base":
            # A folder of this name takes the place of the whole theme that comes with the program.
            hint = 'rename the folder themes/base, for it hides all of that theme, and write `extends = "base"` in it'
    return Problem("theme", asked, f'there is no theme "{name}" ({path})', hint, subject=(name,))


def _settings(path: str, data: bytes) -> tuple[Mapping[str, Any], tuple[Problem, ...]]:
    text, undecoded = plaintext.decode(path, data)
    settings, unread = toml(path, text)
    if undecoded or settings is None:
        return {}, undecoded or unread

    def wrong(key: str, message: str, hint: str, code: str = "theme") -> Problem:
        return Problem(code, place(key, text, path), message, hint, subject=(key,))

    problems = [
        wrong(key, f'the key "{key}" is unknown', did_you_mean(key, _KEYS) or _known_keys(), "unknown-key")
        for key in settings
        if key not in _KEYS
    ]
    problems += [
        wrong(key, f'"{key}" must be a text', f'write `{key} = "{"base" if key == "extends" else "…"}"`')
        for key in ("name", "extends", "description")
        if not isinstance(settings.get(key, ""), str)
    ]
    styles = settings.get("styles", [])
    if not isinstance(styles, list) or not all(isinstance(style, str) for style in styles):
        problems.append(wrong("styles", '"styles" must be a list of texts', _STYLES))
    parameters = settings.get("parameters", {})
    if not isinstance(parameters, dict):
        hint = 'write `[parameters]`, then `motto = {default = "", says = "…"}`'
        return {}, (*problems, wrong("parameters", '"parameters" must be a table', hint))
    for name, parameter in parameters.items():
        said = parameter if isinstance(parameter, dict) else {}
        if set(said) != {"default", "says"} or not all(isinstance(each, str) for each in said.values()):
            hint = f'write `{name} = {{default = "…", says = "…"}}`'
            problems.append(wrong(name, f'the parameter "{name}" needs a default and a sentence, both texts', hint))
    return settings, tuple(problems)


def _known_keys() -> str:
    return f"known are {', '.join(_KEYS)}"


def _parameters(
    files: Mapping[str, bytes], chain: Iterable[str], declared: tuple[Mapping[str, Any], ...], config: Config
) -> tuple[tuple[tuple[str, str], ...], Mapping[str, Span], tuple[Problem, ...]]:
    """The value of each parameter and where it is written: in site.toml, or in the theme.toml that declares it."""
    values: dict[str, str] = {}
    places: dict[str, Span] = {}
    for theme, settings in reversed(tuple(zip(chain, declared, strict=True))):
        path = f"themes/{theme}/theme.toml"
        for name, parameter in settings.get("parameters", {}).items():
            values[name] = parameter["default"]
            places[name] = place(name, files[path].decode("utf-8-sig", "replace"), path)
    written = files.get(PATH, b"").decode("utf-8-sig", "replace")
    problems = []
    for name, value in config.theme_parameters.items():
        if name not in values:
            hint = did_you_mean(name, values) or f"there are {', '.join(sorted(values)) or 'none'}"
            message = f'the theme has no parameter "{name}"'
            problems.append(Problem("unknown-key", place(name, written), message, hint, subject=(name,)))
        else:
            values[name], places[name] = value, place(name, written)
    emphasis = values.get("emphasis", "")
    if not config.title.endswith(emphasis):
        message = f'the title does not end with "{emphasis}"'
        hint = f'write the last words of "{config.title}": `emphasis = "{config.title.split()[-1]}"`'
        problems.append(Problem("setting", places["emphasis"], message, hint, subject=(emphasis,)))
    return tuple(sorted(values.items())), MappingProxyType(places), tuple(problems)


def _catalogue(
    files: Mapping[str, bytes], chain: Iterable[str], language: str, asked: Span
) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    found: list[Catalogue] = []
    problems: list[Problem] = []
    for name in chain:
        path = f"themes/{name}/locale/{language}/LC_MESSAGES/messages.po"
        if path in files:
            read, wrong = i18n.parse(path, files[path], language)
            problems += wrong
            found += [read] if read else []
    if not found and not problems:
        hint = f"write themes/{next(iter(chain))}/locale/{language}/LC_MESSAGES/messages.po"
        problems.append(Problem("catalogue", asked, f'the theme does not speak "{language}"', hint))
    return (i18n.merged(found) if found else None), tuple(problems)


def _templates(files: Mapping[str, bytes], chain: Iterable[str]) -> tuple[dict[str, Template], tuple[Problem, ...]]:
    templates: dict[str, Template] = {}
    problems: list[Problem] = []
    for theme, name, path in _below(files, chain, "templates"):
        text, undecoded = plaintext.decode(path, files[path])
        problems += undecoded
        if undecoded:
            continue
        template = Template(path, text)
        templates[f"{theme}:{name}"] = template
        templates.setdefault(name, template)
    return templates, tuple(problems)


def _found(files: Mapping[str, bytes], chain: Iterable[str]) -> dict[str, str]:
    """The file of each asset: the most particular."""
    found: dict[str, str] = {}
    for _, name, path in _below(files, chain, "assets"):
        found.setdefault(name, path)
    return found


def _strays(files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Files of themes that nothing reads, of a folder the first."""
    told: set[tuple[str, str]] = set()
    themes = sorted({path.split("/")[1] for path in files if path.startswith("themes/") and path.count("/") > 1})
    for theme, name, path in _below(files, themes, ""):
        folder, _, rest = name.partition("/")
        is_read = name == "theme.toml" or (rest and folder in _FOLDERS) or _BESIDE.fullmatch(name)
        if folder == "locale" and rest and not _CATALOGUE.fullmatch(rest):
            hint = f"move it to themes/{theme}/locale/fr/LC_MESSAGES/messages.po, with the language of your site"
        elif not is_read:
            hint = _whither(theme, folder, rest)
        else:
            continue
        if (theme, folder) not in told:
            told.add((theme, folder))
            yield Problem("stray-file", Span(path), "nothing reads this file", hint, Level.WARNING, (path,))


def _whither(theme: str, folder: str, rest: str) -> str:
    meant = nearest(folder, _FOLDERS) if rest else None
    ending = (rest or folder).rpartition(".")[2].lower()
    if meant:
        return f"rename the folder: themes/{theme}/{meant}"
    if ending in ("html", "htm"):
        return f"move it to themes/{theme}/templates/page or part"
    if ending in ENDINGS:
        kind = ending if ending in ("css", "js") else "img"
        return f"move it to themes/{theme}/assets/{kind}"
    return "delete it; a theme is theme.toml, templates, assets and locale"


def _unstyled(
    files: Mapping[str, bytes], chain: Iterable[str], declared: Iterable[Mapping[str, Any]], found: Mapping[str, str]
) -> Iterator[Problem]:
    """Sheets that are listed and are not there."""
    sheets = [name for name in found if name.endswith(".css")]
    for theme, settings in zip(chain, declared, strict=True):
        path = f"themes/{theme}/theme.toml"
        for style in settings.get("styles", ()):
            if style not in sheets:
                span = _quoted(style, files[path].decode("utf-8-sig", "replace"), path)
                hint = did_you_mean(style, sheets) or f"there are {', '.join(sheets) or 'none'}"
                yield Problem("theme", span, f'there is no style sheet "{style}" in assets/', hint, subject=(style,))
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
        prefix = f"themes/{theme}/{folder}/".replace("//", "/")
        for path in files:
            if path.startswith(prefix):
                yield theme, path.removeprefix(prefix), path


def _digest(speech: Catalogue, templates: Mapping[str, Template], names: Iterable[str]) -> str:
    """Of all that lint looks at."""
    texts = sorted((name, found.text) for name, found in templates.items())
    whole = repr((sorted(speech.forms.items()), texts, sorted(names)))
    return hashlib.blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
