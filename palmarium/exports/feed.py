"""Write what is newest in the archive as a feed, Atom and JSON: articles, and editions.

The articles in another language than that of the site have a feed of their own beside it.
"""

from collections.abc import Iterator, Mapping

from ..pages.context import Context
from ..pages.parts.feeds import feed_in, of_language, of_site
from ..pages.plan import Blob, Listed
from .records.feed_forms import Feed, both

OUTPUT = "feed"


def export(context: Context, pages: Mapping[str, Listed]) -> Iterator[Blob]:
    config, urls = context.config, context.urls
    says = config.description or config.subtitle
    yield from both(
        context, Feed(urls.feed(), urls.home(), f"{context.feeds}#feed", config.title, says, of_site(context))
    )
    for language in context.archive.languages:
        url, id = feed_in(context, language), f"{context.feeds}#feed-{language}"
        told = of_language(context, language)
        yield from (
            both(context, Feed(url, urls.home(), id, f"{config.title} ({language})", says, told, language))
            if url
            else ()
        )
