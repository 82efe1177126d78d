"""Write robots.txt: everything may be read, and here is the map.

Owns: robots.txt.   Never: hides a page (a page says so itself).
"""

from collections.abc import Iterator

from ..context import Context
from ..plan import Blob, Page
from ..urls import absolute


def export(context: Context, pages: tuple[Page, ...]) -> Iterator[Blob]:
    del pages
    sitemap = absolute("/sitemap.xml", context.config.base_url)
    yield Blob("/robots.txt", f"User-agent: *\nDisallow:\n\nSitemap: {sitemap}\n".encode())
