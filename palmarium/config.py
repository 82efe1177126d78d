"""Settings of a site: site.toml as one validated value."""

import re
import shlex
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType
from typing import Annotated, Any
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones, reset_tzpath

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from .model import Distinction
from .problems import Level, Problem, Span, did_you_mean, nearest
from .sources import plaintext, toml
from .sources.nodes import Node
from .sources.numerals import numbers
from .sources.schema.meant import LANGUAGE, Bare, language, number, truth, word
from .sources.schema.reading import read as read_form
from .sources.schema.written import (
    Date_,
    Raw,
    String,
    StringRef,
    Written,
    described,
    known,
    one_of,
    pairs,
    sequence,
    wrong,
)
from .sources.site_toml import NO_SITE, OUTPUT, PATH, SITE, WAY_IN, host, why_no_output


def _visible(text: str) -> str:
    if not plaintext.is_visible(text):
        raise wrong("a text is expected here, not an empty one", "write it", "…")
    return text


def _switch(node: Any) -> Any:
    if isinstance(node, Node) and node.toml != "truth":
        meant = truth(node.value or "") or "true"
        raise wrong(f"true or false is expected here, not {described(node)}", "", meant == "true")
    return node.value == "true" if isinstance(node, Node) else node


def _level(node: Any) -> Any:
    """The level of a check, or the one that was meant."""
    level = node.value if isinstance(node, Node) else node
    if level in _LEVELS or node is None:
        return level
    likely = nearest(level or "", _LEVELS) or word(level or "", _LEVELS) or None
    what = described(node) if isinstance(node, Node) else level
    raise wrong(f"{what} is not a level of a check", f"write {', '.join(_LEVELS[:-1])} or {_LEVELS[-1]}", likely)


def _pointed(key: str) -> str:
    """What may have points: a rank, or a distinction."""
    if number(key.removeprefix("rank-")) == "1":
        raise wrong(f'"{key}" has no points: who is first has won', "write `winner`")
    if not re.fullmatch(rf"rank-[1-9][0-9]*|{'|'.join(Distinction)}", key):
        rank = re.fullmatch(r"\D*([1-9]\d{0,2})\D*", key)
        likely = f"write `rank-{rank[1]}`" if rank else did_you_mean(key, Distinction)
        hint = likely or f"write rank-2, rank-3… or one of {', '.join(Distinction)}"
        raise wrong(f'"{key}" is nothing that has points', hint)
    return key


def _whole(node: Any) -> Any:
    if not isinstance(node, Node):
        return node
    if node.toml == "number" and re.fullmatch(r"[0-9]{1,12}", node.value or ""):
        return int(node.value or "")
    found = re.fullmatch(r"[^\d-]*(\d{1,12})(?:[.,]\d*)?[^\d.,]*", node.value or "")
    spelled = numbers(node.value or "") if not found else ()
    likely = found[1] if found and int(found[1]) else str(spelled[0]) if len(spelled) == 1 else "3"
    raise wrong(
        f"a whole number is expected here, not {described(node)}",
        "",
        Bare(likely),
    )


def _menu_address(url: str) -> str:
    if not re.fullmatch(r"/(?:[^\s/?#\\]+/)*", url):
        path = re.sub(r"^https?://[^/]*", "", url).partition("#")[0].partition("?")[0]
        path = re.sub(r"^/?content/pages/|\.(?:md|html?)$", "", path)
        likely = "" if "//" in path else re.sub(r"[\s?#\\]+", "-", path).strip("/")
        message = f'"{url}" is not an address of this site: it begins and ends with a slash'
        raise wrong(message, "", f"/{likely or 'laureats'}/")
    return url


def _old_address(url: str) -> str:
    """What led somewhere once; `*` stands for anything."""
    if not re.fullmatch(r"/[^\s?#\\]*", url) or "//" in url:
        likely = re.sub(r"[\s?#\\]+.*|/{2,}", "", url.partition("://")[2].partition("/")[2] or url).strip("/")
        raise wrong(f'"{url}" is not an address of this site, from its root', f'write "/{likely}/"')
    return url


def _new_address(url: str) -> str:
    return _old_address(url) if url else ""


def _base_url(value: str) -> str:
    meant = site_address(value)
    if meant == value:
        return value
    why = ": the last slash is missing" if f"{value}/" == meant else ""
    raise wrong(f'"{value}" is not the address of a site{why}', "", meant)


_SCHEME = re.compile(r"^(?:https?[:;.]?|\w+:)/+", re.I)
"""How an address begins, also where a sign of it is another or missing."""


def site_address(value: str) -> str:
    """The public address of a site, as it was probably meant; the same text where it is one.

    It holds nothing that only its owner knows, no way that leads up again, and its last slash.
    """
    path = urlsplit(value).path if host(value) else ""
    # A browser reads `%2e%2e` as `..`, and a server may read `%2f` as a slash.
    is_plain = "//" not in path and all(_is_step(part) for part in path.split("/"))
    if SITE.fullmatch(value) and host(value) and "@" not in host(value) and is_plain:
        return value
    way = _SCHEME.sub("", re.split(r"[?#\s]", value)[0]).rpartition("@")[2]
    parts = [part for part in way.split("/") if part]
    meant = "/".join(part for part in parts if _is_step(part))
    is_site = SITE.fullmatch(f"https://{meant}/") and host(f"https://{meant}/") and "." in meant.split("/")[0]
    return f"{'http' if re.match('http(?!s)', value) else 'https'}://{meant if is_site else 'example.org'}/"


def _is_step(part: str) -> bool:
    """Whether a part of a path leads one step down, however it is spelled."""
    plain = unquote(part)
    return plain not in (".", "..") and not re.search(r"[/\\\x00-\x1f\x7f]", plain)


def _language(value: str) -> str:
    if not LANGUAGE.fullmatch(value):
        raise wrong(f'"{value}" is not a language', "", language(value) or "en")
    return value


def _region(value: str) -> str:
    if not re.fullmatch(r"[A-Z]{2}", value):
        likely = value.strip().upper()
        likely = {"UK": "GB", "USA": "US"}.get(likely, likely)
        raise wrong(f'"{value}" is not the code of a country', "", likely if re.fullmatch("[A-Z]{2}", likely) else "GB")
    return value


def zone(name: str) -> ZoneInfo:
    """A time zone of the package tzdata, the same on every machine; the system's where that lacks."""
    try:
        reset_tzpath(to=())
        return ZoneInfo(name)
    except ZoneInfoNotFoundError:
        reset_tzpath()
        return ZoneInfo(name)


def _timezone(value: str) -> str:
    try:
        zone(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        what, found = f'"{value}" is not a time zone', _zone_meant(value)
        if found:
            raise wrong(what, "", found) from None
        some = " or ".join(
            f'`timezone = "{each}"`' for each in _ZONES.get(value.partition("/")[0].casefold(), _ZONES[""])
        )
        raise wrong(what, f"write that of the country, which is called by a large city of it, such as {some}") from None
    return value


_LIKE_A_CITY = 0.82
_ZONES: MappingProxyType[str, tuple[str, ...]] = MappingProxyType(
    {
        "": ("Europe/Paris", "America/New_York"),
        "africa": ("Africa/Dakar", "Africa/Lagos"),
        "america": ("America/New_York", "America/Los_Angeles"),
        "asia": ("Asia/Tokyo", "Asia/Kolkata"),
        "australia": ("Australia/Sydney", "Australia/Perth"),
        "europe": ("Europe/London", "Europe/Paris"),
    }
)
"""What the zones of a region look like."""


def _zone_meant(value: str) -> str | None:
    """The zone whose city was written without its region, or spelt almost so; none that only resembles it."""
    region, _, city = (part.casefold() for part in value.replace(" ", "_").rpartition("/"))
    known = sorted(available_timezones(), reverse=True)
    cities = {each.rpartition("/")[2].casefold(): each for each in known}
    if city in cities:
        return cities[city]
    there = [each for each, zone in cities.items() if region and zone.casefold().startswith(f"{region}/")]
    found = nearest(city, there, _LIKE_A_CITY) or nearest(city, cities, _LIKE_A_CITY)
    return cities[found] if found else None


def _output(value: str) -> str:
    why = why_no_output(value)
    if why:
        shown = value if value.isprintable() else value.encode("unicode_escape").decode()
        last = re.sub(r"[^\w.-]+", "-", value.replace("\\", "/").rstrip("/").rpartition("/")[2]).strip(".-")
        name = last if last and not why_no_output(last) else OUTPUT
        raise wrong(f'"{shown}" can\'t be the output: {why}', "", name)
    return value.rstrip("/")


def _licence(value: str) -> str:
    if not value.startswith(("https://", "http://")) or not host(value) or re.search(r"[\s<>\"']", value):
        bare = re.sub(r"^\W*(?:https?:)?/*", "", value.strip())
        is_host = re.fullmatch(r"[\w-]+(?:\.[\w-]+)+(?:/[^\s<>\"']*)?", bare)
        likely = bare if is_host else "creativecommons.org/licenses/by/4.0/"
        raise wrong(f'"{value}" is not an address', "", f"https://{likely}")
    if host(value) == "creativecommons.org" and not _COMMONS.search(value):
        message = f'Creative Commons has no licence at "{value}"'
        raise wrong(message, "", nearest(value, _LICENCES, 0.5) or _LICENCES[0])
    return value


_COMMONS = re.compile(
    r"org/(?:licenses/(?:by|by-sa|by-nc|by-nd|by-nc-sa|by-nc-nd)/(?:1\.0|2\.0|2\.1|2\.5|3\.0|4\.0)(?![\w.])"
    r"|publicdomain/(?:zero|mark)/1\.0(?![\w.]))"
)
_LICENCES = (
    *(f"https://creativecommons.org/licenses/{kind}/4.0/" for kind in ("by", "by-sa", "by-nc", "by-nc-sa")),
    "https://creativecommons.org/publicdomain/zero/1.0/",
)


def _corrections(value: str) -> str:
    """Where readers report an error, with slots for what they report it of; a mailbox needs none written."""
    if re.fullmatch(r"[^\s@:/?]+@[^\s@:/?]+\.[^\s@:/?]+", value):
        raise wrong(f'"{value}" is not an address', "", f"mailto:{value}")
    head, _, query = value.partition("?")
    is_mailbox = re.fullmatch(r"mailto:[^\s@{}<>\"',]+@[^\s@{}<>\"',]+", head)
    is_form = re.fullmatch(r"https?://[^\s{}<>\"']+", head) and host(head)
    if not (is_mailbox or is_form) or re.search(r"[\s<>\"']", query):
        raise wrong(f'"{value}" is not an address to which readers can write', "", f"mailto:{_MAILBOX}")
    slots = re.findall(r"\{([^{}]*)\}", query)
    for slot in slots:
        if slot not in SLOTS:
            near = nearest(slot, SLOTS) or "body"
            message = f'"{{{slot}}}" is nothing that can be filled in: {", ".join(SLOTS)} can'
            raise wrong(message, "", value.replace(f"{{{slot}}}", f"{{{near}}}"))
    if "body" in slots or "url" in slots:
        return value
    if is_mailbox and not query:
        return f"{head}?subject={{title}}&body={{body}}"
    title = "subject" if is_mailbox else "title"
    asked = "&".join(part for part in query.split("&") if part and not re.match(rf"(?:{title}|body)=", part))
    likely = f"{head}?{asked}{'&' if asked else ''}{title}={{title}}&body={{body}}"
    raise wrong(f'"{value}" would not say of which page an error is reported', "", likely)


def _domain(value: str) -> str:
    if not re.fullmatch(r"(?=.{1,253}$)(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]*", value):
        bare = (
            re.split(r"[/\s?#]", value.partition("://")[2] or value)[0].rpartition("@")[2].partition(":")[0].strip(".")
        )
        raise wrong(f'"{value}" is not a domain', "", bare if bare != value and "." in bare else "prix.example")
    return value.lower()


def _git_name(value: str) -> str:
    """A name that git takes for a branch or a remote, and that is no option of its."""
    is_odd = re.search(r"[\s~^:?*\[\\\x00-\x1f\x7f]|\.\.|@\{|//|\.lock(?:/|$)|/\.", value)
    if is_odd or not value or value[0] in "-/." or value[-1] in "/.":
        raise wrong(f'"{value}" can\'t be the name of a branch', "", "gh-pages")
    return value


def _remote(value: str) -> str:
    if not value or value.startswith("-") or re.search(r"[\x00-\x1f\x7f]|::", value):
        raise wrong(f'"{value}" is not where git could send anything', "", "origin")
    return value


def _words(values: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a command: a list as it is, a text as a shell would take it apart."""
    try:
        words = shlex.split(values[0]) if len(values) == 1 else list(values)
    except ValueError:
        raise wrong("a quote is not closed in this command", "", [*values[0].replace('"', "").split()]) from None
    if values and not any(words):
        raise wrong("a command is expected here, not an empty text", "", ["rsync", "-a", "_site/", "…"])
    return tuple(words)


def _theme(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]*", value):
        raise wrong(f'"{value}" is not the name of a theme', "", "base")
    return value


def _conformity(node: Any) -> Any:
    found = _of(tuple(Conformity))(node)
    return found.value if isinstance(found, Node) else found


SEARCHES = ("script", "pagefind")
"""What can answer a search."""

SLOTS = ("title", "body", "url", "id", "text")
"""What of a page or a fact can be put into the address to which readers report an error of it."""

MOST_CARDS = 2000
"""Of more names than this a card is drawn only where a site asks for it: it takes longer than all the rest."""

_MAILBOX = "corrections@example.org"

COMPRESSIONS = ("br", "gz")
"""How a copy of a file may be compressed; it bears the name of the file with this ending."""

HOSTS = ("github-pages", "cloudflare", "netlify", "gitlab", "apache", "nginx", "caddy", "none")
"""Who may serve a site: each wants what it should know in files or lines of its own."""

_OWN_MACHINE = re.compile(r"(?:[\w-]+\.)?localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\]")
_LEVELS = ("error", "warning", "off")


def _of(words: tuple[str, ...]) -> Callable[[Any], Any]:
    """One of these words, in quotes; anything else is told with one of them."""

    def read(node: Any) -> Any:
        if isinstance(node, Node) and node.toml != "text":
            likely = word(node.value or "", words) or words[0]
            raise wrong(f"a text in quotes is expected here, not {described(node)}", "", likely)
        one_of(words)((node.value or "") if isinstance(node, Node) else node)
        return node

    return read


_Address = Annotated[String, AfterValidator(_licence)]
_Switch = Annotated[bool, BeforeValidator(_switch)]
_Visible = Annotated[String, AfterValidator(_visible)]
_Points = dict[Annotated[str, AfterValidator(_pointed)], Annotated[int, BeforeValidator(_whole)]]


class NavigationItem(Written):
    """A line of the main menu."""

    label: _Visible = Field(description="what it says")
    url: Annotated[String, AfterValidator(_menu_address)] = Field(
        description="where it leads, from the root: `/laureats/`", examples=["/…/"]
    )

    @classmethod
    def _origin(cls, node: Node) -> dict[str, Any]:
        return {"span": (node.get("url") or node).span}


class Accepted(Written):
    """What a check tells and an editor has looked at: it is as it should be."""

    texts: Annotated[tuple[_Visible, ...], BeforeValidator(sequence)] = Field(
        (), description="names, ids or values that the message is about, or words of them: all of these"
    )
    file: String = Field("", description="the file, where the words could stand in several")
    reason: _Visible = Field(description="why it is right, for those who come after", examples=["why it is right"])

    @model_validator(mode="after")
    def _names_something(self) -> "Accepted":
        if not self.texts and not self.file:
            message = "an exception names texts of the message, a file, or both"
            raise wrong(message, "", self._sample())
        return self

    @classmethod
    def _sample(cls, node: Node | None = None) -> Mapping[str, object]:
        """A bare text is what the message is about."""
        texts = [each.value for each in node.elements or (node,) if each.toml == "text"] if node else []
        return {"texts": texts or ["…"], "reason": "…"}

    @classmethod
    def _origin(cls, node: Node) -> dict[str, Any]:
        texts = node.get("texts")
        first = next(iter(texts.elements), texts) if texts else node.get("file")
        return {"span": (first or node).span}


class Pictures(Written):
    """How pictures are published."""

    originals: _Switch = Field(
        False,
        description="whether pictures are also published as they are, beside the sizes made from them, with all that a "
        "camera wrote into them",
        examples=[True],
    )


class Outputs(Written):
    """What a site makes beside its pages."""

    badges: _Switch = Field(
        True, description="a badge of each title, as a drawing, and the lines to paste on the page of each name"
    )
    pictures: _Switch = Field(
        True,
        description="history.svg and family.svg beside each award: its names and editions, its relatives, to share",
    )
    citations: _Switch = Field(True, description="how each edition and article is cited, for reference managers")
    palmares: _Switch = Field(True, description="palmares.txt beside each edition: its palmarès as plain text")
    feed: _Switch = Field(True, description="what is new in the whole archive, and what has changed: Atom and JSON")
    feeds: _Switch = Field(True, description="a feed of each award and category, and of each name that has a file")
    calendar: _Switch = Field(True, description="calendar.ics: ceremonies, events and deadlines")
    api: _Switch = Field(
        True,
        description="records as JSON, with schemas and OpenAPI; and the page that compares names by these",
    )
    tables: _Switch = Field(True, description="the data as CSV, with a Data Package and a README")
    database: _Switch = Field(True, description="the data as one file for SQLite")
    quickstatements: _Switch = Field(True, description="awards received, as lines for Wikidata")


class Conformity(StrEnum):
    """What whoever publishes a site says of how far it conforms to a standard of accessibility."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class Accessibility(Written):
    """What was tested of how everybody can use the site."""

    tested: Date_ = Field(description="when it was tested last", examples=["2026-11"])
    standard: _Visible = Field(description="what it was tested against", examples=["WCAG 2.2 AA"])
    by: String = Field("", description="who tested it")
    means: Annotated[tuple[_Visible, ...], BeforeValidator(sequence)] = Field(
        (),
        description="with what: programs, browsers, screen readers",
        examples=[["axe-core 4.10", "NVDA and Firefox"]],
    )
    pages: Annotated[tuple[StringRef, ...], BeforeValidator(sequence)] = Field(
        (), description="addresses of the pages that were tested, from the root", examples=[["/"]]
    )
    conformity: Annotated[Conformity | None, BeforeValidator(_conformity)] = Field(
        None,
        description="what whoever publishes the site states: `full`, `partial` or `none`; without it the page says "
        "that nothing is stated",
        examples=["partial"],
    )
    faults: Annotated[tuple[_Visible, ...], BeforeValidator(sequence)] = Field(
        (), description="what is known not to work, a sentence for each"
    )

    @model_validator(mode="after")
    def _states_what_it_knows(self) -> "Accessibility":
        if self.faults and self.conformity == Conformity.FULL:
            message = f"a site with {len(self.faults)} known fault{'s' * (len(self.faults) > 1)} does not conform fully"
            likely = {"tested": str(self.tested), "standard": self.standard, "conformity": "partial"}
            raise wrong(message, "", {**likely, "faults": list(self.faults)})
        return self


class Host(Written):
    """Who serves the site, and how it gets there."""

    SHORT = "name"

    name: Annotated[String, BeforeValidator(_of(HOSTS))] = Field(
        "none", description="who serves the site", examples=["github-pages"]
    )
    domain: Annotated[String, AfterValidator(_domain)] = Field(
        "", description="a domain of your own, where it is not the one of `base_url`"
    )
    branch: Annotated[String, AfterValidator(_git_name)] = Field(
        "",
        description="`palmarium deploy` puts the site into this branch and pushes it; `gh-pages` on GitHub Pages, "
        "where nothing else is said",
        examples=["gh-pages"],
    )
    remote: Annotated[String, AfterValidator(_remote)] = Field(
        "origin", description="where the branch is pushed: a remote of the repository, or an address"
    )
    folder: String = Field("", description="`palmarium deploy` puts the site into this folder", examples=["/srv/www/…"])
    command: Annotated[tuple[String, ...], BeforeValidator(sequence), AfterValidator(_words)] = Field(
        (),
        description="`palmarium deploy` runs this command beside site.toml, without a shell",
        examples=[["rsync", "-a", "--delete", "_site/", "…"]],
    )

    @model_validator(mode="after")
    def _leads_one_way(self) -> "Host":
        ways = [key for key in ("branch", "folder", "command") if getattr(self, key)]
        if len(ways) > 1:
            message = f"a site is deployed one way, and here are {' and '.join(f'`{way}`' for way in ways)}"
            keep = {key: getattr(self, key) for key in ("name", ways[0])}
            raise wrong(message, "", {**keep, "command": list(self.command)} if ways[0] == "command" else keep)
        return self


def _host(node: Any) -> Any:
    """A host by its name alone; a wrong name is told as that of the setting."""
    return _of(HOSTS)(node) if isinstance(node, Node) and node.form == "scalar" else node


class Config(Written):
    """A site's settings."""

    title: _Visible = Field(description="title of the site")
    base_url: Annotated[String, AfterValidator(_base_url)] = Field(
        description="public address of the root, with its path, ending in `/`", examples=["https://example.org/"]
    )
    subtitle: String = Field("", description="second line of the title on the home page")
    description: String = Field("", description="a sentence or two for search engines and feeds")
    language: Annotated[String, AfterValidator(_language)] = Field(
        "en",
        description="language of texts, words and addresses: `en`, `fr`, `de`, `es`, `it`, `ar`, or another of a theme",
    )
    region: Annotated[String, AfterValidator(_region)] = Field(
        "", description="country whose dates and numbers these are: `GB` for 3 October 2011, `US` for October 3, 2011"
    )
    timezone: Annotated[String, AfterValidator(_timezone)] = Field(
        "", description="time zone of the times of articles, such as `Europe/Paris`; without it they are universal"
    )
    publisher: String = Field("", description="who publishes the site")
    theme: Annotated[String, AfterValidator(_theme)] = Field(
        "base", description="name of the theme, a folder of `themes/`"
    )
    output: Annotated[String, AfterValidator(_output)] = Field(
        OUTPUT, description="folder that is built, beside site.toml: `docs`, `public`"
    )
    search: Annotated[String, BeforeValidator(_of(SEARCHES))] = Field(
        "script",
        description="what the search page searches: `script`, titles and other spellings; `pagefind`, every word of "
        "every page, in files that the program Pagefind makes; under a content security policy its WebAssembly needs "
        "`script-src 'self' 'wasm-unsafe-eval'` on that one page, and where it can't run the script answers",
    )
    compress: Annotated[
        tuple[Annotated[String, BeforeValidator(_of(COMPRESSIONS))], ...],
        BeforeValidator(sequence),
        AfterValidator(lambda ways: tuple(dict.fromkeys(ways))),
    ] = Field(
        (),
        description="compressed copies of text files, put beside them: `br`, `gz` or both, for the servers named below",
    )
    data_licence: _Address = Field("", description="address of the licence of the data")
    text_licence: _Address = Field("", description="address of the licence of the texts")
    corrections: Annotated[String, AfterValidator(_corrections)] = Field(
        "",
        description="where readers report an error, as a link on every page and beside every fact: "
        "`mailto:corrections@example.org`, or the form of a tracker, "
        "`https://example.org/issues/new?title={title}&body={body}`, where `{title}`, `{url}`, `{id}`, `{text}` (as "
        "shown) and `{body}`, which holds them all, are filled in; without it there is no such link",
        examples=["mailto:corrections@example.org"],
    )
    navigation: Annotated[tuple[NavigationItem, ...], BeforeValidator(sequence)] = Field(
        (), description="the main menu, as tables `[[navigation]]`; without it, a menu of all sections"
    )
    pictures: Pictures = Field(
        default_factory=Pictures,
        description="below `[pictures]`, `originals = true` publishes pictures as they are beside the sizes made from "
        "them, with all that a camera wrote into them",
        examples=[{"originals": True}],
    )
    cards: Annotated[bool | None, BeforeValidator(_switch)] = Field(
        None,
        description="whether a card is drawn for each edition, article and name, for where it is shared: `true` for "
        f"all of them, `false` for none; without it, none for names where there are more than {MOST_CARDS:,}",
        examples=[True],
    )
    outputs: Outputs = Field(
        default_factory=Outputs,
        description="below `[outputs]`, what is made beside the pages: `badges = false` leaves badges out",
        examples=[{"badges": False}],
    )
    accessibility: Accessibility | None = Field(
        None,
        description="below `[accessibility]`, what was tested of how everybody can use the site: a page says it, which "
        "is absent without this",
        examples=[{"tested": "2026-11", "standard": "WCAG 2.2 AA"}],
    )
    icon: String = Field(
        "", description="a square picture below content/media, for tabs and home screens: `content/media/icon.png`"
    )
    theme_parameters: Annotated[dict[str, Raw], BeforeValidator(pairs)] = Field(
        default_factory=dict,
        description="settings of the theme, declared in its theme.toml",
        examples=[{"<parameter>": "…"}],
    )
    checks: Annotated[dict[str, Annotated[str, BeforeValidator(_level)]], BeforeValidator(pairs)] = Field(
        default_factory=dict,
        description="level of a check: `error`, `warning` or `off`, by its code",
        examples=[{"weekday": "off"}],
    )
    exceptions: Annotated[
        dict[str, Annotated[tuple[Accepted, ...], BeforeValidator(sequence)]], BeforeValidator(pairs)
    ] = Field(
        default_factory=dict,
        description="what checks need not tell again, as lists below `[exceptions]`, by code",
        examples=[{"near-duplicate": [{"texts": ["Ann", "Anne"], "reason": "…"}]}],
    )
    points: Annotated[_Points, BeforeValidator(pairs)] = Field(
        default_factory=dict,
        description="points of the table across awards: of `winner`, of a rank without a title such as `rank-2`, or of "
        "another distinction; without it, the archive's own: 3, 2 for a second place, 1 for a third",
        examples=[{"winner": 3}],
    )
    moved: Annotated[
        dict[Annotated[str, AfterValidator(_old_address)], Annotated[String, AfterValidator(_new_address)]],
        BeforeValidator(pairs),
    ] = Field(
        default_factory=dict,
        description="below `[moved]`, where published addresses lead that nothing else accounts for: "
        '`"/old/" = "/new/"`, `"/old/*" = "/new/*"`, `"/old/" = ""` for what is gone for good',
        examples=[{"/old/": "/new/"}],
    )
    host: Annotated[Host, BeforeValidator(_host)] = Field(
        default_factory=Host,
        description=f"who serves the site: {', '.join(f'`{name}`' for name in HOSTS[:-1])} or `none`; below `[host]`, "
        "how `palmarium deploy` gets it there",
        examples=["github-pages"],
    )
    places: dict[tuple[str, ...], Span] = Field(default_factory=dict, exclude=True, repr=False)

    @classmethod
    def _origin(cls, node: Node) -> dict[str, Any]:
        return {"span": node.span, "places": dict(_places(node, ()))}

    def place(self, *keys: str) -> Span:
        """Where a setting is written: `place("checks", "weekday")`; the head of the file where it is not."""
        return self.places.get(keys, Span(PATH))


UNSET = Config(title="?", base_url="https://site.example/")
"""What stands in for settings that can't be read, so that the rest of a site is checked all the same."""


def _places(node: Node, above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Span]]:
    for pair in node.pairs:
        is_table = pair.value.form == "mapping"
        # Below a heading it is the key that may be wrong: it names a check, or a parameter.
        yield (*above, pair.key), pair.span if above or pair.value.form != "scalar" else pair.value.span
        if is_table and not above:
            yield from _places(pair.value, (pair.key,))


def read(files: Mapping[str, bytes]) -> tuple[Config | None, tuple[Problem, ...]]:
    """The settings of a site; None, with all that is wrong, when they can't be used."""
    if PATH not in files:
        return None, (Problem("no-site", Span(PATH), NO_SITE, WAY_IN, subject=(PATH,)),)
    text, problems = plaintext.decode(PATH, files[PATH])
    return (None, problems) if problems else parse(text)


def parse(text: str) -> tuple[Config | None, tuple[Problem, ...]]:
    """The settings less what is wrong in them, so that later stages see the rest; None where this is no TOML."""
    node, unread = toml.parse(PATH, text)
    if node is None:
        return None, unread
    settings, problems = read_form(Config, node, PATH, "setting")
    return settings, (*problems, *toml.unprintable(node), *_marked(node), *_doubtful(node, settings))


def table_of(key: str) -> str:
    """The table of site.toml whose key this is, where it stands in one that may hold any."""
    if re.fullmatch(rf"rank-\d+|{'|'.join(Distinction)}", key):
        return "points"
    tables: dict[str, type[Written]] = {"pictures": Pictures, "outputs": Outputs}
    tables |= {"accessibility": Accessibility, "host": Host}
    return next((name for name, form in tables.items() if key in known(form)), "")


def is_setting(key: str) -> bool:
    """Whether a key of site.toml stands above its tables."""
    return key in known(Config)


def _doubtful(root: Node, settings: Config | None) -> Iterator[Problem]:
    """What can be, and is not meant: an address of one machine or nearly the site's, fewer points for more, a gap."""
    address = root.get("base_url")
    at = re.sub(r":\d+$", "", host(address.value or "")) if address else ""
    if address and _OWN_MACHINE.fullmatch(at):
        message = f'"{address.value}" is the address of one machine: nobody else gets there'
        hint = 'write the public one, such as `base_url = "https://example.org/"`; `palmarium serve` needs none'
        yield Problem("setting", address.span, message, hint, Level.WARNING, ("base_url",))
    mailbox = root.get("corrections")
    written = (mailbox.value or "") if mailbox else ""
    own, there = at.removeprefix("www."), written.partition("@")[2].partition("?")[0]
    if mailbox and _is_slip(there, own):
        message = f'"{there}" is written almost like "{own}", the host of `base_url`'
        written = written.replace(f"@{there}", f"@{own}")
        hint = f'write `corrections = "{written}"`, or correct `base_url`'
        yield Problem("setting", mailbox.span, message, hint, Level.WARNING, ("corrections",))
    points = settings.points if settings else {}
    order = ["winner", *sorted((key for key in points if key.startswith("rank-")), key=lambda key: int(key[5:]))]
    known = [key for key in order if key in points]
    for better, worse in pairwise(known):
        if points[worse] > points[better] and settings:
            message = f"{worse} has more points ({points[worse]}) than {better} ({points[better]})"
            hint = f"write `{better} = {points[worse]}` and `{worse} = {points[better]}`, or correct one"
            yield Problem("setting", settings.place("points", worse), message, hint, Level.WARNING, (worse, better))
    ranks = [key for key in known if key != "winner" and points[key]]
    for before, key in pairwise(["rank-1", *ranks]):
        missing = f"rank-{int(before[5:]) + 1}"
        if key != missing and settings:
            message = f"{key} has points, and {missing} has none"
            hint = f"write `{missing} = {points[key]}`, or give points to each place before {key}"
            yield Problem("setting", settings.place("points", key), message, hint, Level.WARNING, (key, missing))
            break


def _is_slip(host: str, other: str) -> bool:
    """Whether a host is nearly another one, and neither a part of it nor the same elsewhere (`.org`)."""
    is_as_long = abs(len(host) - len(other)) <= 1 and host.rpartition(".")[2] == other.rpartition(".")[2]
    is_part = host.endswith(f".{other}") or other.endswith(f".{host}")
    return is_as_long and not is_part and host != other and nearest(host, [other], 0.9) is not None


def _marked(root: Node) -> Iterator[Problem]:
    """Signs of Markdown and HTML in what is printed as it stands."""
    shown = [root.get(key) for key in ("title", "subtitle", "description", "publisher")]
    menu = root.get("navigation")
    for node in (*shown, *(item.get("label") for item in (menu.elements if menu else ()))):
        sign, hint = plaintext.markup(node.value or "") if node else ("", "")
        if node and sign:
            message = f'"{sign}" is printed as it stands: a setting is no Markdown'
            yield Problem("markup", node.span, message, hint, Level.WARNING, (sign,))
