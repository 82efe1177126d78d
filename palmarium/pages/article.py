"""The page of an article: its text, what it is about, and what it rests on.

Owns: the order of what surrounds a text, who is named in it.   Never: converts a text.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from ..context import Context
from ..model import Article, ArticleKind, Comment, Date
from ..plan import Page
from ..statistics.ranking import alphabetical
from ..views import (
    Head,
    Link,
    Message,
    crumbs,
    link_to_article,
    link_to_award,
    link_to_category,
    link_to_edition,
    link_to_name,
    section_link,
)
from ..views.card import card_of_article
from ..views.citation import Citation, cite_article
from ..views.findings import found_article
from ..views.linked_data import article_data
from ..views.picture import Picture, picture
from ..views.proof import ClaimRow, SourceNote, claims, sources, verdict_summary
from ..views.prose_view import Piece, prose_pieces
from ..views.related import RelatedLine, related
from ..views.tags import tag_links

TEMPLATE = "page/article.html"
_WORDS_A_MINUTE = 230


@dataclass(frozen=True, slots=True)
class CommentLine:
    """A reader's comment; `interest` is the tie its author declared or is known to have."""

    text: str
    author: str
    date: Date | None
    interest: str


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
    picture: Picture | None
    pieces: tuple[Piece, ...]
    subjects: tuple[Link, ...]
    named: tuple[NamedLine, ...]
    tags: tuple[Link, ...]
    claims: tuple[ClaimRow, ...]
    verdicts: tuple[Message, ...]
    comments: tuple[CommentLine, ...]
    related: tuple[RelatedLine, ...]
    sources: tuple[SourceNote, ...]
    citation: Citation


def pages(context: Context) -> Iterator[Page]:
    articles = tuple(context.archive.articles.values())
    for place, article in enumerate(articles):
        later = articles[place - 1].id if place else ""
        earlier = articles[place + 1].id if place + 1 < len(articles) else ""
        view = article_view(context, article, earlier, later)
        yield Page(view.head.url, TEMPLATE, view, (article.span.path,))


def article_view(context: Context, article: Article, earlier: str = "", later: str = "") -> View:
    url = context.urls.article(article.id)
    stated = claims(context, article, url)
    subjects = tuple(_subjects(context, article))
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
        comments=tuple(_comment(comment) for comment in article.comments),
        related=related(context, article),
        sources=sources(article),
        citation=cite_article(context, article),
    )


def _subjects(context: Context, article: Article) -> Iterator[Link]:
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


def _comment(comment: Comment) -> CommentLine:
    return CommentLine(comment.text, comment.author, comment.date, comment.interest)


def _head(context: Context, article: Article, subjects: tuple[Link, ...], earlier: str, later: str) -> Head:
    told = Message("%(title)s: the text, its sources, and those it names.", (("title", article.title),))
    return Head(
        url=context.urls.article(article.id),
        title=article.title,
        description=article.deck or told,
        kind="article",
        crumbs=crumbs(section_link(context, "articles")),
        section=context.urls.section("articles"),
        previous=link_to_article(context, earlier) if earlier else None,
        next=link_to_article(context, later) if later else None,
        published=str(article.date) if article.date else "",
        json_ld=article_data(context, article, subjects),
        found=found_article(context, article).also,
        card=card_of_article(context, article),
    )
