"""Find what to read after an article, and say why.

Owns: RelatedLine, the order of reasons.   Never: reads a text.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ..archive import Archive
from ..context import Context
from ..model import Article
from . import ArticleLine, Message, article_line, link_to_category, link_to_edition, link_to_name, recency

MOST = 4
"""How many articles are offered: more is an index, and there is one."""

_COMMON = 100
"""A name that more articles speak of says nothing about two of them."""


@dataclass(frozen=True, slots=True)
class RelatedLine:
    """An article to read next, and what it shares with this one."""

    line: ArticleLine
    why: Message


def related(context: Context, article: Article) -> tuple[RelatedLine, ...]:
    """Those the editor names, then those about the same editions, then those that share most names and categories."""
    reasons: dict[str, Message] = {}
    for id, why in (*_stated(context, article), *_editions(context, article), *_shared(context, article)):
        if id != article.id:
            reasons.setdefault(id, why)
    return tuple(RelatedLine(article_line(context, id), why) for id, why in tuple(reasons.items())[:MOST])


def _stated(context: Context, article: Article) -> Iterator[tuple[str, Message]]:
    for ref in article.related:
        if ref.text in context.archive.articles:
            yield ref.text, Message("chosen by the editors")


def _editions(context: Context, article: Article) -> Iterator[tuple[str, Message]]:
    for ref in article.about.editions:
        for id in context.archive.articles_about.get(f"edition:{ref.text}", ()):
            about = str(link_to_edition(context, ref.text).text)
            yield id, Message("also about %(name)s", (("name", about),))


def _shared(context: Context, article: Article) -> Iterator[tuple[str, Message]]:
    """Articles by how many names and categories they share, with the first of these; equals stay in their order."""
    archive = context.archive
    shared: Counter[str] = Counter()
    first: dict[str, tuple[str, str]] = {}
    for kind, key in _subjects(archive, article):
        about = archive.articles_about.get(f"{kind}:{key}", ())
        for id in about if len(about) <= _COMMON else ():
            shared[id] += 1
            first.setdefault(id, (kind, key))
    for id in sorted(shared, key=lambda id: (-shared[id], recency(archive)[id])):
        kind, key = first[id]
        link = link_to_name(context, key) if kind == "name" else link_to_category(context, key)
        others = shared[id] - 1
        values = (("name", str(link.text)),)
        more = Message(
            "also about %(name)s and %(num)s other subject",
            values,
            plural="also about %(name)s and %(num)s other subjects",
            count=others,
        )
        yield id, more if others else Message("also about %(name)s", values)


def _subjects(archive: Archive, article: Article) -> tuple[tuple[str, str], ...]:
    """Names and categories that the article is about, then those it links to, each once."""
    refs = (*article.about.names, *article.about.categories)
    texts = (*(ref.text for ref in refs), *(link.target for link in article.body.links))
    targets = (archive.target(text) for text in texts)
    return tuple(dict.fromkeys(target for target in targets if target and target[0] in ("name", "category")))
