"""Write sitemap.xml: every page that search engines may list, by its public address."""

from collections.abc import Iterable, Iterator, Mapping
from xml.etree import ElementTree as xml

from ..pages.context import Context
from ..pages.plan import Blob, Listed
from ..pages.urls import absolute

MOST = 50_000
"""Addresses that the protocol allows in one file."""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def export(context: Context, pages: Mapping[str, Listed]) -> Iterator[Blob]:
    base = context.config.base_url
    listed = [absolute(page.url, base) for page in sorted(pages.values(), key=lambda page: page.url) if page.indexed]
    if len(listed) <= MOST:
        yield Blob("/sitemap.xml", _file("urlset", "url", listed))
        return
    parts = [listed[start : start + MOST] for start in range(0, len(listed), MOST)]
    names = [f"/sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield Blob("/sitemap.xml", _file("sitemapindex", "sitemap", (absolute(name, base) for name in names)))
    for name, part in zip(names, parts, strict=True):
        yield Blob(name, _file("urlset", "url", part))


def _file(root: str, each: str, addresses: Iterable[str]) -> bytes:
    made = xml.Element(root, {"xmlns": _NAMESPACE})
    for address in addresses:
        xml.SubElement(xml.SubElement(made, each), "loc").text = address
    xml.indent(made)
    text: bytes = xml.tostring(made, encoding="utf-8", xml_declaration=True)
    return text + b"\n"
