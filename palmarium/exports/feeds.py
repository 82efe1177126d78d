"""Write a feed of each award and category, and of each name that has a file, beside its page: Atom and JSON."""

from collections.abc import Iterator, Mapping
from functools import partial

from ..pages.context import Context, lasting_id
from ..pages.parts.feeds import OF, feed_of
from ..pages.plan import Blob, Listed, Part
from .records.feed_forms import Feed, both

OUTPUT = "feeds"
_INDEXES = (("award", "awards"), ("category", "categories"), ("name", "names"))


def parts(context: Context, pages: Mapping[str, Listed]) -> Iterator[Part]:
    for kind, index in _INDEXES:
        for key in getattr(context.archive, index):
            yield f"{kind} {key}", partial(_feed, context, kind, index, key)


def _feed(context: Context, kind: str, index: str, key: str) -> Iterator[Blob]:
    url = feed_of(context, kind, key)
    if url:
        record = getattr(context.archive, index)[key]
        page = context.urls.target(kind, key)
        title = f"{record.name} – {context.config.title}"
        feed = Feed(url, page, lasting_id(context, record), title, record.description, OF[kind](context, key))
        yield from both(context, feed)
