"""Write what has changed from one publication to the next as a feed, Atom and JSON: an entry for each fact."""

from collections.abc import Iterator, Mapping

from ..pages.changes import changes_view, entries, spoken
from ..pages.context import Context
from ..pages.plan import Blob, Listed
from .records.feed_forms import Feed, both

OUTPUT = "feed"


def export(context: Context, pages: Mapping[str, Listed]) -> Iterator[Blob]:
    if context.changes is None:
        return
    head = changes_view(context).head
    says, title = spoken(context, head.description), f"{spoken(context, head.title)} – {context.config.title}"
    yield from both(context, Feed(head.feed, head.url, f"{context.feeds}#changes", title, says, entries(context)))
