from xml.etree import ElementTree as xml

import pytest

from palmarium.exports import sitemap
from tests.exports.exported import PIE, context, files, page

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def listed(text: bytes) -> list[str]:
    return [found.text or "" for found in xml.fromstring(text).iter(f"{SITEMAP}loc")]


def test_pages_are_listed_by_their_public_address_in_order() -> None:
    written = files(sitemap, context(PIE), page("/noms/屠呦呦/"), page("/"))
    assert listed(written["/sitemap.xml"]) == [
        "https://example.org/pies/",
        "https://example.org/pies/noms/%E5%B1%A0%E5%91%A6%E5%91%A6/",
    ]


def test_a_page_that_asks_not_to_be_listed_is_not() -> None:
    written = files(sitemap, context(PIE), page("/404.html", indexed=False), page("/"))
    assert listed(written["/sitemap.xml"]) == ["https://example.org/pies/"]


def test_too_many_addresses_are_divided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "MOST", 2)
    written = files(sitemap, context(PIE), *(page(f"/{n}/") for n in range(5)))
    assert listed(written["/sitemap.xml"]) == [f"https://example.org/pies/sitemap-{n}.xml" for n in (1, 2, 3)]
    assert xml.fromstring(written["/sitemap.xml"]).tag == f"{SITEMAP}sitemapindex"
    assert listed(written["/sitemap-3.xml"]) == ["https://example.org/pies/4/"]
