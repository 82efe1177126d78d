"""The index of articles: all of them year by year, then by kind and by tag."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import Article, ArticleKind
from .context import Context
from .links import ArticleLine, Head, article_line, crumbs, link_to_article, section_link, tag_anchor
from .messages import Message
from .parts.linked_data import list_data
from .plan import Page

TEMPLATE = "page/articles.html"


@dataclass(frozen=True, slots=True)
class YearGroup:
    """Articles of a year, the latest first; `year` is empty for those without a date."""

    year: str
    articles: tuple[ArticleLine, ...]


@dataclass(frozen=True, slots=True)
class KindGroup:
    """Articles of a kind; `anchor` is the id to point at."""

    kind: ArticleKind
    anchor: str
    articles: tuple[ArticleLine, ...]


@dataclass(frozen=True, slots=True)
class TagGroup:
    """Articles with a tag; `anchor` is the id to point at."""

    tag: str
    anchor: str
    articles: tuple[ArticleLine, ...]


@dataclass(frozen=True, slots=True)
class View:
    """All articles, `count` of them: by year, those without a date last; by kind and by tag, each the latest first."""

    head: Head
    count: int
    years: tuple[YearGroup, ...]
    kinds: tuple[KindGroup, ...]
    tags: tuple[TagGroup, ...]


def pages(context: Context) -> Iterator[Page]:
    articles = tuple(context.archive.articles.values())
    url = context.urls.section("articles")
    head = Head(
        url=url,
        title=section_link(context, "articles").text,
        description=Message("Reports, interviews and opinions about the awards, each with its sources."),
        crumbs=crumbs(),
        section=url,
        json_ld=list_data(context, context.config.title, url, (link_to_article(context, each.id) for each in articles)),
    )
    lines = {article.id: article_line(context, article.id) for article in articles}
    view = View(
        head,
        len(articles),
        tuple(YearGroup(year, found) for year, found in _grouped(_years(articles), lines)),
        tuple(KindGroup(kind, f"kind-{kind}", found) for kind, found in _kinds(articles, lines)),
        tuple(TagGroup(tag, tag_anchor(tag), found) for tag, found in sorted(_grouped(_tags(articles), lines))),
    )
    yield Page(url, TEMPLATE, view, tuple(article.span.path for article in articles))


def _years(articles: Iterable[Article]) -> Iterator[tuple[str, str]]:
    return ((str(article.date.year) if article.date else "", article.id) for article in articles)


def _tags(articles: Iterable[Article]) -> Iterator[tuple[str, str]]:
    return ((ref.text, article.id) for article in articles for ref in article.tags)


def _kinds(
    articles: Iterable[Article], lines: dict[str, ArticleLine]
) -> Iterator[tuple[ArticleKind, tuple[ArticleLine, ...]]]:
    """In the order of the vocabulary."""
    found = dict(_grouped(((str(article.kind), article.id) for article in articles), lines))
    return ((kind, found[kind]) for kind in ArticleKind if kind in found)


def _grouped(
    pairs: Iterable[tuple[str, str]], lines: dict[str, ArticleLine]
) -> Iterator[tuple[str, tuple[ArticleLine, ...]]]:
    """Lines by key, in the order of the first of each."""
    groups: defaultdict[str, list[ArticleLine]] = defaultdict(list)
    for key, id in pairs:
        groups[key].append(lines[id])
    return ((key, tuple(found)) for key, found in groups.items())
