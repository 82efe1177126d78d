"""Write an Atom feed (RFC 4287) of what is newest in the archive: articles, and editions.

A moment is the article's or ceremony's date; where it is known only to the month or year, the first day of that.
An edition without a date is dated by its year, an article without one by the first edition it is about. The time of an
article is in the zone that site.toml names, or else in UTC. What has no date at all is not in the feed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from xml.etree import ElementTree as xml

from ..config import zone
from ..model import Article, Date, Edition
from ..model.archive import results_in
from ..pages.context import Context, lasting_id
from ..pages.plan import Blob, Listed
from ..pages.urls import absolute
from ..statistics.coverage import label
from ..statistics.titles import winners

NEWEST = 50
"""How many entries a feed holds."""

_NAMESPACE = "http://www.w3.org/2005/Atom"
_BEGINNING = "1970-01-01T00:00:00Z"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class _Entry:
    """An article or edition; `published` only where the day is known."""

    updated: str
    id: str
    url: str
    title: str
    summary: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""


def export(context: Context, pages: Mapping[str, Listed]) -> Iterator[Blob]:
    del pages
    found = sorted((*_articles(context), *_editions(context)), key=lambda entry: entry.url)
    newest = sorted(found, key=lambda entry: entry.updated, reverse=True)[:NEWEST]
    yield Blob(context.urls.feed(), _feed(context, newest))


def _articles(context: Context) -> Iterator[_Entry]:
    for article in context.archive.articles.values():
        about = (context.archive.editions.get(ref.text) for ref in article.about.editions)
        date = article.date or next((_held(edition) for edition in about if edition), None)
        if date and 0 < date.year < 10_000:
            url = context.urls.article(article.id)
            id, authors = lasting_id(context, article), _authors(context, article)
            entry = _entry(id, url, article.title, date, article.deck, authors)
            if article.date and article.date.day and article.time and 1 < date.year < 9_999:
                moment = _moment(context, date, article.time)
                entry = replace(entry, updated=moment, published=moment)
            yield entry


def _editions(context: Context) -> Iterator[_Entry]:
    for edition in context.archive.editions.values():
        date = _held(edition)
        if 0 < date.year < 10_000:
            title = label(context.archive, edition.key)
            title = f"{title} – {edition.theme}" if edition.theme else title
            yield _entry(
                lasting_id(context, edition),
                context.urls.edition(edition.key),
                title,
                date,
                _palmares(context, edition),
            )


def _held(edition: Edition) -> Date:
    return edition.ceremony.date or Date(edition.sort_year)


def _moment(context: Context, date: Date, time: str) -> str:
    """A time of a day in the zone of the site, as universal time."""
    there = datetime.fromisoformat(f"{date}T{time}").replace(tzinfo=zone(context.config.timezone or "UTC"))
    return f"{there.astimezone(UTC).replace(tzinfo=None).isoformat()}Z"


def _entry(id: str, url: str, title: str, date: Date, summary: str, authors: tuple[str, ...] = ()) -> _Entry:
    moment = f"{date.year:04}-{date.month or 1:02}-{date.day or 1:02}T00:00:00Z"
    return _Entry(moment, id, url, title, summary, authors, moment if date.day else "")


def _authors(context: Context, article: Article) -> tuple[str, ...]:
    refs = article.author or ((article.publication,) if article.publication else ())
    ids = (context.archive.ids.get(ref.text) for ref in refs)
    return tuple(context.archive.names[id].name for id in ids if id)


def _palmares(context: Context, edition: Edition) -> str:
    """The laureates with a title, each after the name of the category if it is known."""
    archive = context.archive
    lines = []
    for result in results_in(edition):
        names = ", ".join(archive.names[id].name for id in winners(archive, result))
        category = archive.category(result)
        if names:
            lines.append(f"{category.name} – {names}" if category else names)
    return " · ".join(lines)


def _feed(context: Context, entries: list[_Entry]) -> bytes:
    config = context.config
    feed = xml.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": config.language})
    _text(feed, "title", config.title)
    _text(feed, "subtitle", config.description or config.subtitle)
    _text(feed, "id", f"{context.feeds}#feed")
    _link(feed, "self", absolute(context.urls.feed(), config.base_url), "application/atom+xml")
    _link(feed, "alternate", absolute(context.urls.home(), config.base_url), "text/html")
    if config.text_licence:
        xml.SubElement(feed, "link", {"rel": "license", "href": config.text_licence})
    _text(feed, "updated", max((entry.updated for entry in entries), default=_BEGINNING))
    _text(xml.SubElement(feed, "author"), "name", config.publisher or config.title)
    _text(feed, "generator", "palmarium")
    for entry in entries:
        _write(xml.SubElement(feed, "entry"), entry, absolute(entry.url, config.base_url))
    xml.indent(feed)
    text: bytes = xml.tostring(feed, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _write(element: xml.Element, entry: _Entry, address: str) -> None:
    _text(element, "title", entry.title)
    _text(element, "id", entry.id)
    _link(element, "alternate", address, "text/html")
    _text(element, "updated", entry.updated)
    _text(element, "published", entry.published)
    for author in entry.authors:
        _text(xml.SubElement(element, "author"), "name", author)
    _text(element, "summary", entry.summary)


def _text(parent: xml.Element, tag: str, text: str) -> None:
    """Add an element with a text, without characters that XML does not allow; no element for an empty text."""
    if text:
        xml.SubElement(parent, tag).text = _NOT_XML.sub("", text)


def _link(parent: xml.Element, rel: str, address: str, kind: str) -> None:
    xml.SubElement(parent, "link", {"rel": rel, "type": kind, "href": address})
