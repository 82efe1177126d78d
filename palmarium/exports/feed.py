"""Write what is newest in the archive as a feed, Atom and JSON: articles, and editions."""

from collections.abc import Iterator, Mapping

from ..pages.context import Context
from ..pages.parts.feeds import of_site
from ..pages.plan import Blob, Listed
from .records.feed_forms import Feed, both

OUTPUT = "feed"


def export(context: Context, pages: Mapping[str, Listed]) -> Iterator[Blob]:
    del pages
    config, urls = context.config, context.urls
    says = config.description or config.subtitle
    yield from both(
        context, Feed(urls.feed(), urls.home(), f"{context.feeds}#feed", config.title, says, of_site(context))
    )
