"""Render pages through Jinja: an environment per build, a fingerprint and the bytes per page.

Owns: the jinja2 library (with `lint`, its other half); what a template may call; errors of a theme.
Never: plans, writes, or knows what a page is about.
"""

import hashlib
import re
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import quote, urlsplit

import jinja2
from jinja2 import meta
from markupsafe import Markup, escape

from . import catalogue, urls
from .model import Date
from .plan import Page
from .problems import Problem, Span
from .theme import Theme
from .typography import typeset
from .views import Html, Message, Ordinal, Site, Text, Value

_OPEN, _CLOSE = "\ue010", "\ue011"
_LINK = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")
_THEIRS = (jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Renderer:
    """Templates ready to render; `digests` is the closure of each page's template."""

    environment: jinja2.Environment
    digests: Mapping[str, str]
    base: str
    site: Site


def open_renderer(theme: Theme, site: Site, engine: str) -> Renderer:
    """An environment whose templates see `page`, `site` and the functions below, nothing else."""
    environment = new_environment(theme)
    environment.globals.clear()
    environment.globals.update(_functions(theme, site), site=site)
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        theme.catalogue.gettext,
        theme.catalogue.ngettext,
        newstyle=True,
        pgettext=theme.catalogue.pgettext,
        npgettext=theme.catalogue.npgettext,
    )
    assets = repr(sorted((name, blob.url) for name, blob in theme.assets.items()))
    common = repr((engine, theme.digest, assets, site))
    closures = _closures(environment, theme)
    digests = {name: _hash(common, *(theme.templates[part].text for part in parts)) for name, parts in closures.items()}
    return Renderer(environment, digests, urlsplit(site.base_url).path, site)


def new_environment(theme: Theme) -> jinja2.Environment:
    """Jinja as this project uses it: autoescape, strict, typeset, no reloading."""
    language = theme.catalogue.language

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        found = theme.templates.get(name)
        return (found.text, found.path, lambda: True) if found else None

    return jinja2.Environment(
        loader=jinja2.FunctionLoader(load),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
        finalize=lambda value: _printed(value, language),
    )


def fingerprint(renderer: Renderer, page: Page) -> str:
    """The hash of all that the page's bytes depend on."""
    return _hash(renderer.digests.get(page.template, ""), page.url, repr(page.view))


def render(renderer: Renderer, page: Page) -> tuple[bytes, tuple[Problem, ...]]:
    """The page's bytes; a template that fails is a problem with its line."""
    try:
        text = renderer.environment.get_template(page.template).render(page=page.view)
    except _THEIRS as error:
        return b"", (_failed(error, page, renderer.environment),)
    if page.url.endswith("/"):
        return _LINK.sub(lambda found: _relative(found[1], page.url), text).encode(), ()
    return _LINK.sub(lambda found: renderer.base + found[1][1:], text).encode(), ()


def _relative(url: str, page: str) -> str:
    """`url`, quoted, as seen from a page; a place on the page itself is its fragment alone."""
    address, hash, fragment = url.partition("#")
    if hash and address == _quoted(page):
        return hash + fragment
    return ("../" * (page.count("/") - 1) + url[1:]) or "./"


def _functions(theme: Theme, site: Site) -> dict[str, Any]:
    language = theme.catalogue.language
    parameters = dict(site.parameters)
    assets = {name: blob.url for name, blob in theme.assets.items()}

    def say(message: Text) -> str:
        if not isinstance(message, Message):
            return message
        values = {name: spoken(value) for name, value in message.values}
        if message.plural:
            count = message.count or 0
            values = {"num": catalogue.number(count, language), **values}
            return theme.catalogue.ngettext(message.id, message.plural, count) % values
        return theme.catalogue.gettext(message.id) % values if values else theme.catalogue.gettext(message.id)

    def spoken(value: Value) -> str:
        match value:
            case Message():
                return say(value)
            case Date():
                return catalogue.date(value, language)
            case Ordinal():
                return "".join(catalogue.ordinal(value.value, language, value.gender))
            case StrEnum():
                return theme.catalogue.pgettext("word", str(value))
            case int():
                return catalogue.number(value, language)
        return value

    def ordinal(value: int, gender: str = "m") -> Markup:
        figure, raised = catalogue.ordinal(value, language, gender)
        return Markup("{}<sup>{}</sup>").format(figure, raised) if raised else Markup(escape(figure))

    return {
        "say": say,
        "word": lambda value: theme.catalogue.pgettext("word", str(value)),
        "href": lambda url: Markup(_OPEN + _quoted(url) + _CLOSE),
        "asset": lambda name: Markup(_OPEN + assets[name] + _CLOSE),
        "absolute": lambda url: urls.absolute(url, site.base_url),
        "external": _external,
        "date": lambda value: catalogue.date(value, language),
        "weekday": lambda value: catalogue.weekday(value, language),
        "iso": lambda value: str(value),
        "number": lambda value: catalogue.number(value, language),
        "ordinal": ordinal,
        "html": lambda value: Markup(value.html if isinstance(value, Html) else value),
        "param": parameters.__getitem__,
    }


def _quoted(url: str) -> str:
    address, hash, fragment = url.partition("#")
    return quote(address, safe="/:") + (hash + quote(fragment) if hash else "")


def _external(url: str) -> str:
    """An address from data, whose scheme was checked when it was read; checked again before it is a link."""
    if urlsplit(url).scheme not in ("http", "https", "mailto"):
        raise ValueError(f'"{url}" is not an outside address')
    return url


def _printed(value: Any, language: str) -> Any:
    """Typeset every plain text on its way out; what holds tags or links is done already."""
    if value is None:
        raise TypeError("None is printed; test for it first")
    if isinstance(value, Date):
        return catalogue.date(value, language)
    if isinstance(value, Markup):
        return value if "<" in value or _OPEN in value else Markup(typeset(value, language))
    return typeset(value, language) if isinstance(value, str) else value


def _closures(environment: jinja2.Environment, theme: Theme) -> dict[str, tuple[str, ...]]:
    """For each template, all the templates that it reaches; a dynamic name is lint's to refuse."""
    direct = {}
    for name, template in theme.templates.items():
        try:
            found = meta.find_referenced_templates(environment.parse(template.text))
            direct[name] = tuple(part for part in found if part and part in theme.templates)
        except jinja2.TemplateSyntaxError:
            direct[name] = ()
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


def _failed(error: Exception, page: Page, environment: jinja2.Environment) -> Problem:
    """The place in the template, which Jinja puts into the traceback."""
    path, line = _template_path(page.template, environment), 1
    if isinstance(error, jinja2.TemplateSyntaxError):
        path, line = error.filename or path, error.lineno
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename.startswith("themes/"):
            path, line = frame.filename, frame.lineno or 1
    said = str(error) or type(error).__name__
    return Problem("template", Span(path, line), f"this template fails on {page.url}: {said}")


def _template_path(name: str, environment: jinja2.Environment) -> str:
    try:
        return environment.loader.get_source(environment, name)[1] or name  # type: ignore[union-attr]
    except jinja2.TemplateNotFound:
        return "site.toml"


def _hash(*parts: str) -> str:
    digest = hashlib.blake2b(digest_size=12)
    for part in parts:
        digest.update(f"{len(part)}:".encode())
        digest.update(part.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
