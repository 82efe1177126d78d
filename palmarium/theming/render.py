"""Render pages through Jinja: an environment per build, a fingerprint and the bytes per page."""

import contextlib
import hashlib
import re
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Any
from urllib.parse import quote, urlsplit

import jinja2
from markupsafe import Markup, escape

from ..config import SLOTS
from ..model import Date
from ..pages import urls
from ..pages.links import Head, Html, Site
from ..pages.messages import Message
from ..pages.plan import Page
from ..problems import Problem, Span
from ..sources.markdown.typography import typeset
from ..sources.site_toml import PATH
from . import i18n
from .drawing import draw, medal
from .i18n import Catalogue, say, word
from .sandbox import Spend, TooMuch, open_environment, scalar
from .theme import Theme, spoken, words

_OPEN, _CLOSE = "\ue010", "\ue011"
_LINK = re.compile(f"{_OPEN}([^{_OPEN}{_CLOSE}]*){_CLOSE}")
_MARKS = re.compile(f"[{_OPEN}{_CLOSE}]")
_PLAIN = re.compile("[a-zA-Z0-9/._~-]*")
_ID = re.compile(r'<[a-zA-Z][^<>]*?\sid="([^"]*)"')
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w|%\()")
_REFERENCE = re.compile(r"{%-?\+?\s*(?:extends|include|import|from)[\s(]+[\"']([^\"']+)[\"']")
_SLOT = re.compile(rf"{{({'|'.join(SLOTS)})}}")
_THEIRS = (
    *(jinja2.TemplateError, TooMuch, TypeError, ValueError, ArithmeticError, LookupError, AttributeError),
    # What Python says of a template whose blocks or brackets nest too deeply for it.
    *(RecursionError, SyntaxError, MemoryError),
    # Jinja's own filters say so of numbers that they can't use.
    AssertionError,
)


@dataclass(frozen=True, slots=True)
class Renderer:
    """Templates ready to render; `closures` are the templates that each one reaches, `digests` what they all say.

    `styles` are the addresses of the style sheets of each kind of page; `others` render the pages in each other
    language.
    """

    environment: jinja2.Environment
    spend: Spend
    paths: Mapping[str, str]
    closures: Mapping[str, tuple[str, ...]]
    digests: Mapping[str, str]
    styles: Mapping[str, tuple[str, ...]]
    base: str
    site: Site
    others: "Mapping[str, Renderer]" = field(default_factory=lambda: MappingProxyType({}))


def open_renderer(
    theme: Theme,
    site: Site,
    engine: str,
    cards: Mapping[str, str] = MappingProxyType({}),
    others: Mapping[str, Site] = MappingProxyType({}),
) -> Renderer:
    """An environment whose templates see `page`, `site` and the functions below, nothing else.

    `cards` are the addresses of the pictures that stand for single pages; `others` is what pages in each other language
    see as `site`.
    """
    environment, spend = open_environment(theme.templates, partial(_printed, speech=theme.catalogue))
    environment.globals.update(_functions(theme, site), **_speaking(theme.catalogue))
    environment.globals.update(site=site, shared=_shared(theme, site, cards))
    assets = repr(sorted((name, blob.url) for name, blob in theme.assets.items()))
    sentences = sorted(theme.catalogue.forms.items())
    common = _hash(repr((engine, sentences, theme.catalogue.plural, theme.catalogue.locale, assets, site)))
    closures = _closures(theme)
    styles = {name: tuple(blob.url for blob in blobs) for name, blobs in theme.sheets.items()}
    texts = {name: _hash(template.text) for name, template in theme.templates.items()}
    digests = {
        name: _hash(common, *styles.get(name, ()), *(texts[part] for part in parts)) for name, parts in closures.items()
    }
    paths = {name: template.path for name, template in theme.templates.items()}
    more = {
        language: open_renderer(spoken(theme, language)[0], each, engine, cards) for language, each in others.items()
    }
    base = urlsplit(site.base_url).path
    shown = MappingProxyType(paths), closures, digests, styles, base, site, MappingProxyType(more)
    return Renderer(environment, spend, *shown)


def sites(renderer: Renderer) -> tuple[Site, ...]:
    """What every page shows: of those in the language of the site, then of those in each other one."""
    return renderer.site, *(each.site for each in renderer.others.values())


def _speaking_as(renderer: Renderer, page: Page) -> Renderer:
    """The renderer of the language of a page."""
    return renderer.others.get(page.view.head.language, renderer)


def compile_all(renderer: Renderer, templates: Iterable[str]) -> None:
    """Have the code of templates, and of all that they reach, ready before it is asked for; what fails, fails then."""
    parts = dict.fromkeys(part for template in templates for part in renderer.closures.get(template, ()))
    for part in parts:
        with contextlib.suppress(*_THEIRS):
            renderer.environment.get_template(part)


def fingerprint(renderer: Renderer, page: Page) -> str:
    """The hash of all that the page's bytes depend on."""
    renderer = _speaking_as(renderer, page)
    return _hash(renderer.digests.get(page.template, ""), page.url, repr(page.view))


def render(renderer: Renderer, page: Page) -> tuple[bytes, tuple[Problem, ...]]:
    """The page's bytes; a template that fails is a problem with its line."""
    renderer = _speaking_as(renderer, page)
    renderer.spend()
    try:
        styles = renderer.styles.get(page.template, ())
        text = renderer.environment.get_template(page.template).render(page=page.view, styles=styles)
        twice = tuple(_twice(text, page, renderer.paths))
        return b"" if twice else _closed(text, renderer, page).encode(), twice
    except _THEIRS as error:
        return b"", (_failed(error, page, renderer.paths),)


def _twice(text: str, page: Page, paths: Mapping[str, str]) -> Iterator[Problem]:
    """An id that two things on a page have: a link would lead to the first of them."""
    likely = [part.partition('"')[0] for part in text.split(' id="')[1:]]
    if len(likely) == len(set(likely)):
        return
    for id, times in Counter(_ID.findall(text)).items():
        if times > 1:
            template = paths.get(page.template, page.template)
            message = f'the id "{id}" stands twice on {page.url}'
            hint = f"give one of the two another: in the text, or in {template} and what it includes"
            path = page.sources[0] if len(page.sources) == 1 else template
            yield Problem("duplicate-id", Span(path), message, hint, subject=(id,))


def _closed(text: str, renderer: Renderer, page: Page) -> str:
    """The page with its links relative; from the root where it may be shown at any address."""
    if page.url.endswith("/"):
        here, up = _quoted(page.url), "../" * (page.url.count("/") - 1)
        return _LINK.sub(lambda found: _relative(found[1], here, up), text)
    return _LINK.sub(lambda found: renderer.base + found[1][1:], text)


def _relative(url: str, page: str, up: str) -> str:
    """`url` as seen from a page, both quoted, and the way `up` from it; a place on it is its fragment alone."""
    if url.startswith(page) and url[len(page) : len(page) + 1] == "#":
        return url[len(page) :]
    return (up + url[1:]) or "./"


def _functions(theme: Theme, site: Site) -> dict[str, Any]:
    speech = theme.catalogue
    parameters = dict(site.parameters)
    assets = {name: blob.url for name, blob in theme.assets.items()}

    def ordinal(value: int, gender: str = "m") -> Markup:
        figure, raised = i18n.ordinal(scalar(value), speech.language, gender)
        return Markup("{}<sup>{}</sup>").format(figure, raised) if raised else Markup(escape(figure))

    return {
        "say": lambda text: say(speech, text),
        "word": lambda value: word(speech, scalar(value)),
        "href": lambda url: Markup(_OPEN + _quoted(_inner(url)) + _CLOSE),
        "asset": lambda name: Markup(_OPEN + _named(assets, name, "file of assets/") + _CLOSE),
        "srcset": lambda files: Markup(", ".join(f"{_OPEN}{_quoted(_inner(f.url))}{_CLOSE} {f.width}w" for f in files)),
        "absolute": lambda url: urls.absolute(str(scalar(url)).strip(_OPEN + _CLOSE), site.base_url),
        "report": _reporting(speech, site),
        "external": _external,
        "date": lambda value: i18n.date(_dated(value), speech.locale),
        "weekday": lambda value: i18n.weekday(_dated(value), speech.locale),
        "iso": lambda value: str(value if isinstance(value, Date) else scalar(value)),
        "number": lambda value: i18n.number(scalar(value), speech.locale),
        "money": lambda amount, currency: i18n.money(str(scalar(amount)), str(scalar(currency)), speech.locale),
        "language": lambda code: i18n.called(scalar(code)),
        "locale": lambda code: spoken(theme, scalar(code))[0].catalogue.pgettext("open graph", i18n.OPEN_GRAPH),
        "ordinal": ordinal,
        "html": _html,
        "param": lambda name: _named(parameters, name, "parameter of theme.toml"),
        "medal": lambda name, kind: Markup(medal(scalar(name), scalar(kind))),
        "ornament": lambda emblem: Markup(draw(emblem, parameters)),
    }


def _shared(theme: Theme, site: Site, cards: Mapping[str, str]) -> Callable[[Head], str]:
    """The picture that stands for a page: its own card, or the site's, or the theme's."""
    of_theme = theme.assets.get("img/card.png")
    other = site.card or (of_theme.url if of_theme else "/")
    return lambda head: Markup(_OPEN + cards.get(head.url, other) + _CLOSE)


def _reporting(speech: Catalogue, site: Site) -> Callable[[Head, str, str], Markup]:
    """The address at which an error of a page, or of a place on it, is reported: all that is said of it filled in."""
    owner = urls.Urls(words(speech)).owner
    asked = say(speech, Message("What is wrong, and how do you know?"))

    def report(head: Head, place: str, text: str) -> Markup:
        kind, key, below = owner(head.url) or ("", "", "")
        title, url = say(speech, head.title), urls.absolute(head.url, site.base_url) + place
        id = (f"{kind} {key}" if key and not below else head.url) + place
        body = f"{url}\n{id}\n{text}\n\n{asked}\n"
        said = {"title": title, "url": url, "id": id, "text": text, "body": body}
        # A slot that a script fills later stays one.
        filled = {slot: quote(said[slot], safe="{}") for slot in SLOTS}
        return Markup(escape(_external(_SLOT.sub(lambda found: filled[found[1]], site.corrections))))

    return report


def _speaking(speech: Catalogue) -> dict[str, Callable[..., Markup]]:
    """Sentences of the catalogue with their slots filled; `%(num)s` is printed as the language prints numbers."""

    def filled(sentence: str, values: Mapping[str, object]) -> Markup:
        return _sentence(sentence) % {name: scalar(value) for name, value in values.items()}

    def gettext(sentence: str, **values: object) -> Markup:
        return filled(speech.gettext(sentence), values)

    def pgettext(context: str, sentence: str, **values: object) -> Markup:
        return filled(speech.pgettext(context, sentence), values)

    def ngettext(one: str, many: str, count: int, **values: object) -> Markup:
        num = i18n.number(scalar(count), speech.locale)
        return filled(speech.ngettext(one, many, count), {"num": num, **values})

    def npgettext(context: str, one: str, many: str, count: int, **values: object) -> Markup:
        num = i18n.number(scalar(count), speech.locale)
        return filled(speech.npgettext(context, one, many, count), {"num": num, **values})

    return {"_": gettext, "gettext": gettext, "pgettext": pgettext, "ngettext": ngettext, "npgettext": npgettext}


@lru_cache(maxsize=4096)
def _sentence(text: str) -> Markup:
    """A sentence to be filled: a text like any other, whoever translated it; apostrophes are set before escaping."""
    return escape(_APOSTROPHE.sub("’", i18n.fillable(text)))


@lru_cache(maxsize=4096)
def _quoted(url: str) -> str:
    """An address as it stands in HTML."""
    if _PLAIN.fullmatch(url):
        return url
    address, hash, fragment = url.partition("#")
    return quote(address, safe="/:") + (hash + quote(fragment) if hash else "")


def _named(known: Mapping[str, str], name: str, what: str) -> str:
    if scalar(name) not in known:
        raise ValueError(f'there is no {what} "{name}"')
    return known[name]


def _dated(value: Date) -> Date:
    """A date; anything else might be of any length, which what remembers dates would look through."""
    if not isinstance(value, Date):
        raise TypeError(f"this is no date but a {type(value).__name__}")
    return value


def _inner(url: str) -> str:
    if not url.startswith("/"):
        raise ValueError(f'"{url}" is not an address of this site')
    return url


def _html(value: Html) -> Markup:
    """Mark-up that the program made; a text of somebody's never passes for it."""
    if not isinstance(value, Html):
        raise TypeError(f"html() prints an Html, not a {type(value).__name__}")
    return Markup(_MARKS.sub("", value.html))


def _external(url: str) -> str:
    """An address from data, whose scheme was checked when it was read; checked again before it is a link."""
    if urlsplit(scalar(url)).scheme not in ("http", "https", "mailto"):
        raise ValueError(f'"{url}" is not an outside address')
    return url


def _printed(value: Any, speech: Catalogue) -> Any:
    """Typeset every plain text on its way out; what holds tags or links is done already."""
    if value is None:
        raise TypeError("None is printed; test for it first")
    if isinstance(value, Date):
        return i18n.date(value, speech.locale)
    if isinstance(value, Markup):
        return value if "<" in value or _OPEN in value else Markup(typeset(value, speech.language))
    return typeset(_MARKS.sub("", value), speech.language) if isinstance(value, str) else scalar(value)


def _closures(theme: Theme) -> dict[str, tuple[str, ...]]:
    """For each template, all the templates that it reaches; lint has refused computed names."""
    direct = {
        name: tuple(part for part in _REFERENCE.findall(template.text) if part in theme.templates)
        for name, template in theme.templates.items()
    }
    return {name: _reached(name, direct) for name in direct}


def _reached(name: str, direct: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    seen: dict[str, None] = {}
    pending = [name]
    while pending:
        part = pending.pop()
        if part not in seen:
            seen[part] = None
            pending += direct.get(part, ())
    return tuple(sorted(seen))


def _failed(error: Exception, page: Page, paths: Mapping[str, str]) -> Problem:
    """The place in the template, which Jinja puts into the traceback."""
    path, line = paths.get(page.template, PATH), 1
    if isinstance(error, jinja2.TemplateSyntaxError | SyntaxError):
        path, line = error.filename or path, error.lineno or 1
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename.startswith("themes/"):
            path, line = frame.filename, frame.lineno or 1
    said = str(error).rstrip(".") or type(error).__name__
    return Problem("template", Span(path, line), f"this template fails: {said}", f"seen on {page.url}")


def _hash(*parts: str) -> str:
    digest = hashlib.blake2b(digest_size=12)
    for part in parts:
        digest.update(f"{len(part)}:".encode())
        digest.update(part.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
