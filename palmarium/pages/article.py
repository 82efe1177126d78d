"""The page of an article: its text, its subjects and its sources."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from ..model import Article, ArticleKind, Comment, Date
from ..model.archive import Archive
from ..statistics.memoize import once
from ..statistics.titles import alphabetical
from .context import Context
from .links import (
    ArticleLine,
    Head,
    Link,
    article_line,
    crumbs,
    in_language,
    link_to_article,
    link_to_award,
    link_to_category,
    link_to_edition,
    link_to_name,
    recency,
    section_link,
    tag_links,
    versions,
)
from .messages import Message
from .parts.citation import PageCitation, cite_article
from .parts.linked_data import article_data
from .parts.ornament import card_of_article
from .parts.picture import PictureView, picture
from .parts.prose import Piece, prose_pieces
from .parts.search_entries import found_article
from .parts.sources import ClaimRow, SourceNote, claims, sources, verdict_summary
from .plan import Page

# Find what to read after an article, and say why.

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
    """Those that the editor names, then those about the same editions, then those with most names in common."""
    reasons: dict[str, Message] = {}
    own = context.archive.versions_of("article", article.id)
    for id, why in (*_stated(context, article), *_editions(context, article), *_shared(context, article)):
        if id not in own:
            reasons.setdefault(in_language(context, "article", id, article.language), why)
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


TEMPLATE = "page/article.html"
EACH = "articles"
_WORDS_A_MINUTE = 230


@dataclass(frozen=True, slots=True)
class NamedLine:
    """A name in the text, and its parts (laureate, juror…) in the editions the article is about."""

    name: Link
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """An article. `subjects` are editions, awards and categories it is about; `named` who appears, by name.

    `pieces` are stretches of text (`kind` is `text`) and blocks of data in turn; `minutes` is the time to read it.
    """

    head: Head
    title: str
    kind: ArticleKind
    deck: str
    date: Date | None
    time: str
    minutes: int
    authors: tuple[Link, ...]
    publication: Link | None
    disclosure: str
    picture: PictureView | None
    pieces: tuple[Piece, ...]
    subjects: tuple[Link, ...]
    named: tuple[NamedLine, ...]
    tags: tuple[Link, ...]
    claims: tuple[ClaimRow, ...]
    verdicts: tuple[Message, ...]
    comments: tuple[Comment, ...]
    related: tuple[RelatedLine, ...]
    sources: tuple[SourceNote, ...]
    citation: PageCitation


def page(context: Context, key: str) -> Page:
    article = context.archive.articles[key]
    later, earlier = _around(context.archive)[context.archive.first_version("article", key)]
    view = article_view(context, article, earlier, later)
    return Page(view.head.url, TEMPLATE, view, (article.span.path,))


@once
def _around(archive: Archive) -> Mapping[str, tuple[str, str]]:
    """The articles after and before each one; empty where there is none."""
    ids = ("", *archive.listed, "")
    return {id: (ids[place], ids[place + 2]) for place, id in enumerate(archive.listed)}


def article_view(context: Context, article: Article, earlier: str = "", later: str = "") -> View:
    url = context.urls.article(article.id)
    stated = claims(context, article, url)
    subjects = tuple(_about(context, article))
    ids = context.archive.ids
    publication = ids.get(article.publication.text) if article.publication else None
    return View(
        head=_head(context, article, subjects, earlier, later),
        title=article.title,
        kind=article.kind,
        deck=article.deck,
        date=article.date,
        time=article.time if article.date and article.date.day else "",
        minutes=max(1, round(article.body.words / _WORDS_A_MINUTE)),
        authors=tuple(link_to_name(context, ids[ref.text]) for ref in article.author if ref.text in ids),
        publication=link_to_name(context, publication) if publication else None,
        disclosure=article.disclosure,
        picture=picture(context, article.picture),
        pieces=prose_pieces(context, article, url),
        subjects=subjects,
        named=tuple(_named(context, article)),
        tags=tag_links(context, article),
        claims=stated,
        verdicts=verdict_summary(stated),
        comments=article.comments,
        related=related(context, article),
        sources=sources(article),
        citation=cite_article(context, article),
    )


def _about(context: Context, article: Article) -> Iterator[Link]:
    archive, about = context.archive, article.about
    yield from (link_to_edition(context, ref.text) for ref in about.editions if ref.text in archive.editions)
    yield from (link_to_award(context, ref.text) for ref in about.awards if ref.text in archive.awards)
    yield from (link_to_category(context, ref.text) for ref in about.categories if ref.text in archive.categories)


def _named(context: Context, article: Article) -> Iterator[NamedLine]:
    """Names that the article is about or links to, by name, with their parts in its editions."""
    archive = context.archive
    written = chain((ref.text for ref in article.about.names), (link.target for link in article.body.links))
    found = (archive.target(text) for text in written)
    ids = {target[1] for target in found if target and target[0] == "name"}
    editions = {ref.text for ref in article.about.editions}
    for id in sorted(ids, key=lambda id: alphabetical(archive, id)):
        parts = (str(mention.how) for mention in archive.mentions_of.get(id, ()) if mention.edition in editions)
        yield NamedLine(link_to_name(context, id), tuple(dict.fromkeys(parts)))


def _head(context: Context, article: Article, subjects: tuple[Link, ...], earlier: str, later: str) -> Head:
    told = Message("%(title)s: the text, its sources, and those it names.", (("title", article.title),))
    return Head(
        indexed=not article.draft,
        draft=article.draft,
        url=context.urls.article(article.id),
        title=article.title,
        description=article.deck or told,
        kind="article",
        crumbs=crumbs(section_link(context, "articles")),
        section=context.urls.section("articles"),
        previous=_beside(context, article, earlier),
        next=_beside(context, article, later),
        published=str(article.date) if article.date else "",
        json_ld=article_data(context, article, subjects),
        found=found_article(context, article).also,
        card=card_of_article(context, article),
        language=article.language,
        versions=versions(context, "article", article.id),
    )


def _beside(context: Context, article: Article, other: str) -> Link | None:
    """The article before or after one, in its language if there is one in it."""
    return link_to_article(context, in_language(context, "article", other, article.language)) if other else None
