"""A chain of themes: the most particular file wins, catalogues and parameters merge."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from ..config import Config, is_setting, table_of
from ..pages.plan import Blob
from ..pages.urls import Words
from ..problems import Level, Problem, Span, nearest, nearest_or_all
from ..sources import plaintext, toml
from ..sources.layout import themes_in
from ..sources.nodes import Node
from ..sources.schema import meant
from ..sources.schema.meant import LANGUAGE
from ..sources.schema.reading import read
from ..sources.schema.written import String, StringRef, Written, pairs, sequence
from . import i18n
from .assets import ENDINGS, SHEET, assets, faults, is_sheet, joined, sheets, unread
from .i18n import Catalogue
from .properties import Settable, sheet, unset

_OF_SITE = "theme"
"""The setting that says which theme has the parameters."""
_ADDRESSES = "url"
"""The context of the words of addresses in a catalogue."""

_FOLDERS = ("templates", "assets", "locale")
_WHOLE = re.compile(rf"\basset\(\s*[\"']{re.escape(SHEET)}[\"']")
_CATALOGUE = re.compile(r"[a-z]{2}/LC_MESSAGES/(?:messages\.po|[^/]+\.(?:mo|pot))")
_REGIONAL = re.compile(r"[a-z]{2}[-_](?:[A-Za-z]{2}|[A-Z][a-z]{3})")
_SENTENCES = re.compile(r"([a-z]{2})/LC_MESSAGES/messages\.po")
# What a theme says about itself, and what programs keep beside it.
_BESIDE = re.compile(r"(?:readme|licen[cs]e|copying|changelog|contributing|notice|authors|screenshot)\b.*", re.I)


class Parameter(Written):
    """A setting of a theme."""

    default: String = Field(description="its value where site.toml gives none")
    says: String = Field(description="what it does, in a sentence")
    colour: StringRef | None = Field(
        None,
        description="the custom property that it sets, to one colour or to one by day and one by night",
        examples=["--gold"],
    )
    against: Annotated[tuple[StringRef, ...], BeforeValidator(sequence)] = Field(
        (),
        description="the custom properties of the colours that it stands on or that stand on it: it must have the "
        "contrast of a text with each",
        examples=[["--paper"]],
    )
    wash: StringRef | None = Field(
        None, description="the custom property that is set to a light tint of it", examples=["--gold-wash"]
    )
    font: StringRef | None = Field(
        None,
        description="the custom property that it sets, to a font before those that stand there",
        examples=["--serif"],
    )

    @classmethod
    def _origin(cls, node: Node) -> dict[str, Any]:
        return {"span": (node.get("default") or node).span}


class Declared(Written):
    """What a theme says of itself in theme.toml."""

    name: String = Field("", description="what it is called")
    extends: StringRef | None = Field(None, description="the theme that it goes on from", examples=["base"])
    description: String = Field("", description="what it looks like, in a sentence")
    styles: Annotated[tuple[StringRef, ...], BeforeValidator(sequence)] = Field(
        (), description="style sheets of `assets/`, in their order", examples=[["css/own.css"]]
    )
    parameters: Annotated[dict[str, Parameter], BeforeValidator(pairs)] = Field(
        default_factory=dict,
        description="settings that a site may give",
        examples=[{"motto": {"default": "", "says": "…"}}],
    )


@dataclass(frozen=True, slots=True)
class Template:
    """A template's own path and text; several names may reach it."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Theme:
    """Templates by name and by `theme:name`, assets by path, sentences, parameters.

    `sheets` are the style sheets of each kind of page, by the name of its template; `catalogues` are the files of the
    catalogue of each language, the most particular first.
    """

    chain: tuple[str, ...]
    templates: Mapping[str, Template]
    assets: Mapping[str, Blob]
    catalogue: Catalogue
    parameters: tuple[tuple[str, str], ...]
    digest: str
    places: Mapping[str, Span] = field(default_factory=lambda: MappingProxyType({}))
    """Where the value of each parameter is written."""
    sheets: Mapping[str, tuple[Blob, ...]] = field(default_factory=lambda: MappingProxyType({}))
    catalogues: Mapping[str, tuple[tuple[str, bytes], ...]] = field(default_factory=lambda: MappingProxyType({}))

    def files(self) -> tuple[Blob, ...]:
        """All that is published of it; the sheet of all sheets where a template asks for it."""
        texts = (template.text for template in self.templates.values())
        is_whole = any(SHEET in text and _WHOLE.search(text) for text in texts)
        single = (blob for name, blob in self.assets.items() if name != SHEET or is_whole)
        return tuple(dict.fromkeys((*single, *chain.from_iterable(self.sheets.values()))))


def open_theme(files: Mapping[str, bytes], config: Config) -> tuple[Theme | None, tuple[Problem, ...]]:
    """The site's theme with all that it extends, or None with what is wrong."""
    chain, declared, problems = _chain(files, config.theme, config.place("theme"))
    if problems:
        return None, problems
    speech, mute = _catalogue(files, chain, config)
    if speech is None:
        return None, mute
    parameters, places, wrong = _parameters(declared, config)
    templates, unreadable = _templates(files, chain)
    found = _found(files, chain)
    styles = tuple(style.text for settings in reversed(declared) for style in settings.styles)
    own, unreadably_set = _set(declared, dict(parameters), places, joined(found, files, styles))
    theme = Theme(
        chain=chain,
        templates=MappingProxyType(templates),
        assets=MappingProxyType(assets(found, files, styles, own)),
        sheets=sheets(found, files, styles, {name: each.text for name, each in templates.items()}, own),
        catalogue=speech,
        parameters=parameters,
        digest=_digest(speech, templates, (*found, *dict(parameters))),
        places=places,
        catalogues=_catalogues(files, chain),
    )
    listed = _unstyled(declared, found)
    unfit = tuple(faults(found, files, f"themes/{chain[0]}/theme.toml"))
    sound = {name: path for name, path in found.items() if all(path != each.span.path for each in unfit)}
    idle = unread(sound, files, [name for name in chain if name != "base"])
    return theme, (*mute, *wrong, *unreadable, *_strays(files), *idle, *listed, *unfit, *unreadably_set)


def spoken(theme: Theme, language: str) -> tuple[Theme, tuple[Problem, ...]]:
    """The theme in another of its languages, and what is wrong with its catalogue; addresses stay those of the site."""
    if not language or language == theme.catalogue.language:
        return theme, ()
    other, wrong = _other(theme.catalogues.get(language, ()), language)
    if other is None:
        return theme, wrong
    forms = {key: said for key, said in other.forms.items() if key[0] != _ADDRESSES}
    forms |= {key: said for key, said in theme.catalogue.forms.items() if key[0] == _ADDRESSES}
    return replace(theme, catalogue=replace(other, forms=MappingProxyType(forms))), wrong


@lru_cache(maxsize=16)
def _other(files: tuple[tuple[str, bytes], ...], language: str) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    read = [i18n.parse(path, data, language) for path, data in files]
    found = [catalogue for catalogue, _ in read if catalogue]
    problems = tuple(problem for _, wrong in read for problem in wrong)
    return (i18n.merged(found) if found else None), problems


def words(speech: Catalogue) -> Words:
    """The words of addresses, in the language of the site."""
    return Words(**{name: speech.pgettext(_ADDRESSES, name) for name in Words.__dataclass_fields__})


def _chain(
    files: Mapping[str, bytes], first: str, asked: Span
) -> tuple[tuple[str, ...], tuple[Declared, ...], tuple[Problem, ...]]:
    """The themes and what each one's theme.toml says, the site's own first."""
    chain: list[str] = []
    declared: list[Declared] = []
    name = first
    while name:
        path = f"themes/{name}/theme.toml"
        if name in chain:
            return (), (), (Problem("theme", asked, f'the theme "{name}" extends itself', "delete `extends`"),)
        if path not in files:
            return (), (), (_absent(files, name, path, asked),)
        settings, wrong = _read(path, files[path])
        if settings is None or wrong:
            return (), (), wrong
        chain.append(name)
        declared.append(settings)
        name, asked = (settings.extends.text, settings.extends.span) if settings.extends else ("", asked)
    return tuple(chain), tuple(declared), ()


def _absent(files: Iterable[str], name: str, path: str, asked: Span) -> Problem:
    known = sorted({p.split("/")[1] for p in files if re.fullmatch(r"themes/[^/]+/theme\.toml", p)})
    hint = nearest_or_all(name, known)
    if any(each.startswith(f"themes/{name}/") for each in files):
        hint = f'write {path}: `extends = "base"`'
        if name == "base":
            # A folder of this name takes the place of the whole theme that comes with the program.
            hint = 'rename the folder themes/base, for it hides all of that theme, and write `extends = "base"` in it'
    return Problem("theme", asked, f'there is no theme "{name}" ({path})', hint, subject=(name,))


def _read(path: str, data: bytes) -> tuple[Declared | None, tuple[Problem, ...]]:
    text, undecoded = plaintext.decode(path, data)
    node, unread = (None, undecoded) if undecoded else toml.parse(path, text)
    if node is None:
        return None, unread
    declared, wrong = read(Declared, node, path, "theme")
    return declared, (*wrong, *toml.unprintable(node))


def _parameters(
    declared: tuple[Declared, ...], config: Config
) -> tuple[tuple[tuple[str, str], ...], Mapping[str, Span], tuple[Problem, ...]]:
    """The value of each parameter and where it is written: in site.toml, or in the theme.toml that declares it."""
    values: dict[str, str] = {}
    places: dict[str, Span] = {}
    for settings in reversed(declared):
        for name, parameter in settings.parameters.items():
            values[name], places[name] = parameter.default, parameter.span
    problems = []
    unknown = [name for name in config.theme_parameters if name not in values]
    # Where the theme that is meant is another one, it may have the rest.
    told = [_OF_SITE] if _OF_SITE in unknown else unknown
    for name, value in config.theme_parameters.items():
        if name in told:
            home = "" if nearest(name, values) else table_of(name)
            hint = f"write `[{home}]` on a line above it" if home else nearest_or_all(name, values)
            hint = "move the line above the first [table] of site.toml" if is_setting(name) else hint
            message = f'the theme has no parameter "{name}"'
            problems.append(
                Problem("unknown-key", config.place("theme_parameters", name), message, hint, subject=(name,))
            )
        elif name not in unknown:
            values[name], places[name] = value, config.place("theme_parameters", name)
    emphasis = values.get("emphasis", "")
    if not config.title.endswith(emphasis):
        message = f'the title does not end with "{emphasis}"'
        hint = f'write the last words of "{config.title}": `emphasis = "{config.title.split()[-1]}"`'
        problems.append(Problem("setting", places["emphasis"], message, hint, subject=(emphasis,)))
    return tuple(sorted(values.items())), MappingProxyType(places), tuple(problems)


def _set(
    declared: tuple[Declared, ...], values: Mapping[str, str], places: Mapping[str, Span], style: str
) -> tuple[str, tuple[Problem, ...]]:
    """The rules for what parameters set of the style sheets, and what is wrong with those that do."""
    asked: dict[str, Parameter] = {}
    for settings in reversed(declared):
        # A theme that only gives another default to a parameter says no more of it.
        asked |= {name: each for name, each in settings.parameters.items() if name not in asked or _sets(each)}
    settable = [
        Settable(
            name,
            values[name],
            places[name],
            each.colour.text if each.colour else "",
            tuple(ground.text for ground in each.against),
            each.wash.text if each.wash else "",
            each.font.text if each.font else "",
        )
        for name, each in sorted(asked.items())
        if _sets(each)
    ]
    named = [
        (ref.text, ref.span)
        for each in asked.values()
        for ref in (each.colour, each.wash, each.font, *each.against)
        if ref
    ]
    rules, wrong = sheet(settable, style)
    return rules, (*unset(named, style), *wrong)


def _sets(parameter: Parameter) -> bool:
    return bool(parameter.colour or parameter.font)


def _known(files: Mapping[str, bytes]) -> frozenset[i18n.Key]:
    """Every sentence that the program and its own theme say: those of the one catalogue that has all of them."""
    path = "themes/base/locale/fr/LC_MESSAGES/messages.po"
    read, _ = i18n.parse(path, files[path], "fr") if path in files else (None, ())
    return frozenset(read.forms if read else ())


def _catalogue(
    files: Mapping[str, bytes], chain: Iterable[str], config: Config
) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    language, region = config.language, config.region
    found: list[Catalogue] = []
    problems: list[Problem] = []
    for name in chain:
        path = f"themes/{name}/locale/{language}/LC_MESSAGES/messages.po"
        if path in files:
            read, wrong = i18n.parse(path, files[path], language)
            problems += wrong
            found += [read] if read else []
    own = [each for each in found if each.places and next(iter(each.places.values())).path.split("/")[1] != "base"]
    if own:
        known = {key for each in found if each not in own for key in each.forms} | _known(files)
        texts = [
            files[path].decode("utf-8", "replace")
            for theme, name, path in _below(files, chain, "templates")
            if theme != "base" and name.endswith(".html")
        ]
        problems += [problem for each in own for problem in i18n.unsaid(each, known, texts)]
    if not found and not problems:
        hint = f"write themes/{next(iter(chain))}/locale/{language}/LC_MESSAGES/messages.po"
        asked = config.place("language")
        problems.append(Problem("catalogue", asked, f'the theme does not speak "{language}"', hint))
    if region and not i18n.is_region(language, region):
        message = f'there are no dates and numbers of "{language}" as in "{region}"'
        hint = "write the code of a country where it is spoken, such as GB or US for English; or delete it"
        problems.append(Problem("setting", config.place("region"), message, hint, subject=(region,)))
        return None, tuple(problems)
    return (i18n.merged(found, region) if found else None), tuple(problems)


def _catalogues(files: Mapping[str, bytes], chain: Iterable[str]) -> Mapping[str, tuple[tuple[str, bytes], ...]]:
    found: dict[str, tuple[tuple[str, bytes], ...]] = {}
    for _, name, path in _below(files, chain, "locale"):
        if read := _SENTENCES.fullmatch(name):
            found[read[1]] = (*found.get(read[1], ()), (path, files[path]))
    return MappingProxyType(found)


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
    themes = sorted(themes_in(files))
    for theme, name, path in _below(files, themes, ""):
        folder, _, rest = name.partition("/")
        is_read = name == "theme.toml" or (rest and folder in _FOLDERS) or _BESIDE.fullmatch(name)
        if folder == "locale" and rest and not _CATALOGUE.fullmatch(rest):
            hint = _whither_catalogue(theme, rest)
        elif not is_read:
            hint = _whither(theme, folder, rest)
        else:
            continue
        if (theme, folder) not in told:
            told.add((theme, folder))
            yield Problem("stray-file", Span(path), "nothing reads this file", hint, Level.WARNING, (path,))


def _whither_catalogue(theme: str, rest: str) -> str:
    """Where a catalogue is read, in the language that its folder or its name tells."""
    parts = rest.rpartition(".")[0].split("/")
    language = next((part for part in parts if LANGUAGE.fullmatch(part)), "")
    language = language or next((part[:2] for part in parts if _REGIONAL.fullmatch(part)), "")
    language = language or next(filter(None, map(meant.language, parts)), "")
    asked = "" if language else ", with the language of your site"
    return f"move it to themes/{theme}/locale/{language or 'fr'}/LC_MESSAGES/messages.po{asked}"


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


def _unstyled(declared: Iterable[Declared], found: Mapping[str, str]) -> Iterator[Problem]:
    """Sheets that are listed and are not there."""
    sheets = [name for name in found if is_sheet(name)]
    for settings in declared:
        for style in settings.styles:
            if style.text not in sheets:
                hint = nearest_or_all(style.text, sheets)
                message = f'there is no style sheet "{style.text}" in assets/'
                yield Problem("theme", style.span, message, hint, subject=(style.text,))
    if SHEET in found and any(settings.styles for settings in declared):
        message = f'"{SHEET}" is the name of all sheets together'
        yield Problem("theme", Span(found[SHEET]), message, "give the file another name")


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
