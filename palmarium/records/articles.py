"""Make the public record of an article: everything but its text.

Owns: what an article is about and what it cites.   Never: reads prose.
"""

from collections.abc import Iterable
from itertools import chain

from ..context import Context, public
from ..mentions import links
from ..model import Article, Ref
from . import things
from .claims import claims
from .pointers import every, made, maybe, named, picture


def article(context: Context, written: Article) -> things.Article:
    about = written.about
    stated = _subjects(context, chain(about.editions, about.names, about.categories, about.awards))
    cited = _subjects(context, links(written.body))
    return made(
        things.Article,
        written,
        picture=picture(context, written.picture),
        url=public(context, context.urls.article(written.id)),
        author=every(context, written.author),
        publication=maybe(context, written.publication),
        about=stated if stated != things.Subjects() else None,
        tags=tuple(ref.text for ref in written.tags),
        cites=cited if cited != things.Subjects() else None,
        words=written.body.words,
        claims=claims(context, written),
    )


def _subjects(context: Context, refs: Iterable[Ref]) -> things.Subjects:
    """What is pointed at, by kind, each once, in the order of the text."""
    found: dict[str, dict[str, Ref]] = {kind: {} for kind in ("edition", "name", "category", "award", "article")}
    for ref in refs:
        target = context.archive.target(ref.text)
        if target and target[0] in found:
            found[target[0]].setdefault(target[1], ref)
    return things.Subjects(
        editions=tuple(found["edition"]),
        names=tuple(named(context, ref) for ref in found["name"].values()),
        categories=tuple(found["category"]),
        awards=tuple(found["award"]),
        articles=tuple(found["article"]),
    )
