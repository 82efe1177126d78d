"""A theme of a few lines, with one kind of page, for tests of what reads templates."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from palmarium.model import Date, Kind
from palmarium.pages.links import Head, Html, Link, Site
from palmarium.pages.messages import Message, Ordinal
from palmarium.pages.plan import Blob, Page
from palmarium.problems import Problem
from palmarium.theming import i18n
from palmarium.theming.render import Renderer, open_renderer, render
from palmarium.theming.theme import Template, Theme

PO = """\
msgid ""
msgstr ""
"Language: fr\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

msgid "Home"
msgstr "Accueil"

msgid "%(num)s title"
msgid_plural "%(num)s titles"
msgstr[0] "%(num)s titre"
msgstr[1] "%(num)s titres"

msgid "held by %(who)s"
msgstr "tenu par %(who)s"

msgid "<script>alert(1)</script>"
msgstr "a"

msgctxt "word"
msgid "person"
msgstr "personne"
"""
PAGE = "page/tiny.html"
PATH = f"themes/tiny/templates/{PAGE}"


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class View:
    head: Head
    title: str
    body: Html
    rows: tuple[Row, ...]
    date: Date
    kind: Kind
    message: Message
    nth: Ordinal
    nobody: str | None
    url: str


VIEW = View(
    head=Head("/noms/ann/", "Ann", ""),
    title="L'été ?",
    body=Html("<b>l'un ?</b>"),
    rows=(Row("Ann", Link("Ann", "/noms/ann/")), Row("<b>Ben")),
    date=Date(2010, 10),
    kind=Kind.PERSON,
    message=Message("%(num)s title", plural="%(num)s titles", count=1500),
    nth=Ordinal(4),
    nobody=None,
    url="https://example.org/?a='b'&c",
)
SITE = Site(
    title="Prix",
    subtitle="",
    description="",
    language="fr",
    publisher="",
    base_url="https://example.org/archives/",
    data_licence="",
    text_licence="",
    navigation=(),
    sections=(),
    notes=(),
    parameters=(("ornament", "palm"),),
    version="1",
)


def theme(text: str, po: str = PO, **more: str) -> Theme:
    """`part__row` names the template `part/row.html`."""
    speech, problems = i18n.parse("messages.po", po.encode(), "fr")
    assert speech
    assert po != PO or problems == ()
    texts = {PAGE: text, **{f"{name.replace('__', '/')}.html": each for name, each in more.items()}}
    templates = {name: Template(f"themes/tiny/templates/{name}", each) for name, each in texts.items()}
    templates |= {f"tiny:{name}": template for name, template in templates.items()}
    assets = {"css/main.css": Blob("/assets/css/main.0123456789.css", b"")}
    return Theme(("tiny",), MappingProxyType(templates), MappingProxyType(assets), speech, SITE.parameters, "digest")


def renderer(
    text: str, more: Mapping[str, str] = MappingProxyType({}), *, site: Site = SITE, engine: str = "engine"
) -> Renderer:
    return open_renderer(theme(text, **more), site, engine)


def page(url: str = "/noms/ann/", view: View = VIEW) -> Page:
    return Page(url, PAGE, replace(view, head=Head(url, "Ann", "")))


def rendered(text: str, url: str = "/noms/ann/", view: View = VIEW, **more: str) -> str:
    data, problems = render(renderer(text, more), page(url, view))
    assert problems == ()
    return data.decode()


def failed(text: str, **more: str) -> Problem:
    data, [problem] = render(renderer(text, more), page())
    assert data == b""
    return problem
