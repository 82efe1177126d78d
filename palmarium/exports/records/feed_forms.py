"""The forms of a feed: Atom (RFC 4287) and JSON Feed 1.1."""

import json
import re
from dataclasses import dataclass
from xml.etree import ElementTree as xml

from ...pages.context import Context, public
from ...pages.parts.feeds import FeedEntry
from ...pages.plan import Blob

_NAMESPACE = "http://www.w3.org/2005/Atom"
_BEGINNING = "1970-01-01T00:00:00Z"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its address as Atom, the page that it tells of, and its id, which never changes.

    Its `language` is empty for that of the site.
    """

    url: str
    page: str
    id: str
    title: str
    says: str
    entries: tuple[FeedEntry, ...]
    language: str = ""


def both(context: Context, feed: Feed) -> tuple[Blob, Blob]:
    """The files of a feed."""
    return Blob(feed.url, atom(context, feed)), Blob(as_json(feed.url), json_feed(context, feed))


def as_json(url: str) -> str:
    """The address of the same feed as JSON."""
    return url.removesuffix(".xml") + ".json"


def atom(context: Context, of: Feed) -> bytes:
    config = context.config
    feed = xml.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": of.language or config.language})
    _text(feed, "title", of.title)
    _text(feed, "subtitle", of.says)
    _text(feed, "id", of.id)
    _link(feed, "self", public(context, of.url), "application/atom+xml")
    _link(feed, "alternate", public(context, of.page), "text/html")
    if config.text_licence:
        xml.SubElement(feed, "link", {"rel": "license", "href": config.text_licence})
    _text(feed, "updated", max((entry.updated for entry in of.entries), default=_BEGINNING))
    _text(xml.SubElement(feed, "author"), "name", config.publisher or config.title)
    _text(feed, "generator", "palmarium")
    for entry in of.entries:
        said = {"xml:lang": entry.language} if entry.language not in ("", of.language or config.language) else {}
        _write(context, xml.SubElement(feed, "entry", said), entry)
    xml.indent(feed)
    text: bytes = xml.tostring(feed, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def json_feed(context: Context, of: Feed) -> bytes:
    config = context.config
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": of.title,
        "home_page_url": public(context, of.page),
        "feed_url": public(context, as_json(of.url)),
        "description": of.says,
        "authors": [{"name": config.publisher or config.title}],
        "language": of.language or config.language,
    }
    items = [
        {
            "id": entry.id,
            "url": public(context, entry.url),
            "title": entry.title,
            "content_text": entry.summary or entry.title,
            "date_published": entry.published,
            "date_modified": entry.updated,
            "authors": [{"name": name} for name in entry.authors],
            "language": entry.language,
        }
        for entry in of.entries
    ]
    shown = {key: value for key, value in told.items() if value}
    shown["items"] = [{key: value for key, value in item.items() if value} for item in items]
    return f"{json.dumps(shown, ensure_ascii=False, indent=1)}\n".encode()


def _write(context: Context, element: xml.Element, entry: FeedEntry) -> None:
    _text(element, "title", entry.title)
    _text(element, "id", entry.id)
    _link(element, "alternate", public(context, entry.url), "text/html")
    for each in entry.versions:
        _link(element, "alternate", public(context, each.url), "text/html", each.language)
    _text(element, "updated", entry.updated)
    _text(element, "published", entry.published)
    for author in entry.authors:
        _text(xml.SubElement(element, "author"), "name", author)
    _text(element, "summary", entry.summary)


def _text(parent: xml.Element, tag: str, text: str) -> None:
    """Add an element with a text, without characters that XML does not allow; no element for an empty text."""
    if text:
        xml.SubElement(parent, tag).text = _NOT_XML.sub("", text)


def _link(parent: xml.Element, rel: str, address: str, kind: str, language: str = "") -> None:
    there = {"hreflang": language} if language else {}
    xml.SubElement(parent, "link", {"rel": rel, "type": kind, **there, "href": address})
