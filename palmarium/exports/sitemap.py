"""Write sitemap.xml: every page that search engines may list, by its public address, with its other languages."""

from collections.abc import Iterable, Iterator, Mapping
from xml.etree import ElementTree as xml

from ..pages.context import Context
from ..pages.plan import Blob, Listed
from ..pages.urls import absolute

MOST = 50_000
"""Addresses that the protocol allows in one file."""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def export(context: Context, pages: Mapping[str, Listed]) -> Iterator[Blob]:
    base = context.config.base_url
    listed = [page for page in sorted(pages.values(), key=lambda page: page.url) if page.indexed]
    if len(listed) <= MOST:
        yield Blob("/sitemap.xml", _pages(listed, base))
        return
    parts = [listed[start : start + MOST] for start in range(0, len(listed), MOST)]
    names = [f"/sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    index = xml.Element("sitemapindex", {"xmlns": _NAMESPACE})
    for name in names:
        _address(index, "sitemap", absolute(name, base))
    yield Blob("/sitemap.xml", _file(index))
    for name, part in zip(names, parts, strict=True):
        yield Blob(name, _pages(part, base))


def _pages(listed: Iterable[Listed], base: str) -> bytes:
    pages = tuple(listed)
    spaces = {"xmlns": _NAMESPACE} | ({"xmlns:xhtml": _XHTML} if any(page.versions for page in pages) else {})
    made = xml.Element("urlset", spaces)
    for page in pages:
        element = _address(made, "url", absolute(page.url, base))
        for language, url in (*page.versions, *(("x-default", url) for _, url in page.versions[:1])):
            there = {"rel": "alternate", "hreflang": language, "href": absolute(url, base)}
            xml.SubElement(element, "xhtml:link", there)
    return _file(made)


def _address(parent: xml.Element, tag: str, address: str) -> xml.Element:
    element = xml.SubElement(parent, tag)
    xml.SubElement(element, "loc").text = address
    return element


def _file(made: xml.Element) -> bytes:
    xml.indent(made)
    text: bytes = xml.tostring(made, encoding="utf-8", xml_declaration=True)
    return text + b"\n"
