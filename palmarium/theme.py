"""Open a chain of themes: the most particular file wins, catalogues and parameters merge.

Owns: theme.toml, the chain, names of assets.   Never: renders a template, or knows a page.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from . import catalogue
from .catalogue import Catalogue
from .config import PATH, Config, no_toml, place
from .plan import Blob
from .problems import Problem, Span, did_you_mean
from .urls import Words

_CSS_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)[\"']?\s*\)")
_KEYS = ("name", "extends", "description", "parameters")


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
    parameters, wrong = _parameters(declared, config, written)
    templates, unreadable = _templates(files, chain)
    theme = Theme(
        chain=chain,
        templates=MappingProxyType(templates),
        assets=MappingProxyType(_assets(files, chain)),
        catalogue=speech,
        parameters=parameters,
        digest=_digest(speech, templates),
    )
    return theme, (*mute, *wrong, *unreadable)


def words(speech: Catalogue) -> Words:
    """The words of addresses, in the language of the site."""
    return Words(**{name: speech.pgettext("url", name) for name in Words.__dataclass_fields__})


def _chain(
    files: Mapping[str, bytes], first: str, asked: Span
) -> tuple[tuple[str, ...], dict[str, Any], tuple[Problem, ...]]:
    chain: list[str] = []
    declared: dict[str, Any] = {}
    name = first
    while name:
        path = f"themes/{name}/theme.toml"
        if name in chain:
            return (), {}, (Problem("theme", asked, f'the theme "{name}" extends itself', "delete `extends`"),)
        if path not in files:
            known = sorted({p.split("/")[1] for p in files if re.fullmatch(r"themes/[^/]+/theme\.toml", p)})
            hint = did_you_mean(name, known) or f"there are {', '.join(known)}"
            return (), {}, (Problem("theme", asked, f'there is no theme "{name}" ({path})', hint),)
        settings, wrong = _settings(path, files[path])
        if wrong:
            return (), {}, wrong
        chain.append(name)
        declared = {**settings.get("parameters", {}), **declared}
        name, asked = settings.get("extends", ""), place("extends", files[path].decode("utf-8-sig", "replace"), path)
    return tuple(chain), declared, ()


def _settings(path: str, data: bytes) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    text = data.decode("utf-8-sig", "replace")
    try:
        settings = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return {}, (no_toml(path, text, error),)
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


def _assets(files: Mapping[str, bytes], chain: Iterable[str]) -> dict[str, Blob]:
    """Each asset under a name that changes with its content, so that a browser may keep it for ever."""
    sources: dict[str, str] = {}
    for _, name, path in _below(files, chain, "assets"):
        sources.setdefault(name, path)
    plain = {n: _asset(n, files[p], p) for n, p in sources.items() if not n.endswith(".css")}
    styles = {
        n: _asset(n, _linked(n, files[p], plain), p) for n, p in sources.items() if n.endswith(".css")
    }
    return {**plain, **styles}


def _asset(name: str, data: bytes, source: str) -> Blob:
    stem, dot, ending = name.rpartition(".")
    mark = hashlib.blake2b(data, digest_size=5).hexdigest()
    return Blob(f"/assets/{stem}.{mark}{dot}{ending}", data, (source,))


def _linked(name: str, style: bytes, assets: Mapping[str, Blob]) -> bytes:
    """A style sheet whose `url(…)` reach assets under their new names."""
    folder = name.split("/")[:-1]

    def link(found: re.Match[str]) -> str:
        steps = list(folder)
        for step in found[1].split("/"):
            steps = steps[:-1] if step == ".." else [*steps, step]
        asset = assets.get("/".join(steps))
        up = "../" * len(folder)
        return f"url({up}{asset.url.removeprefix('/assets/')})" if asset else found[0]

    return _CSS_URL.sub(link, style.decode("utf-8", "replace")).encode()


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
