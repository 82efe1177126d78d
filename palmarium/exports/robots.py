"""Write robots.txt: every page may be crawled; the address of the sitemap."""

from collections.abc import Iterator, Mapping

from ..pages.context import Context
from ..pages.plan import Blob, Listed
from ..pages.urls import absolute


def export(context: Context, pages: Mapping[str, Listed]) -> Iterator[Blob]:
    sitemap = absolute("/sitemap.xml", context.config.base_url)
    yield Blob("/robots.txt", f"User-agent: *\nDisallow:\n\nSitemap: {sitemap}\n".encode())
