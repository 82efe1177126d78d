"""The index of articles: all of them year by year, then by kind and by tag."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from ..model import Article, ArticleKind
from ..model.archive import Archive
from .context import Context
from .links import ArticleLine, Head, article_line, link_to_article, section_head, tag_anchor
from .messages import Message
from .parts.linked_data import list_data
from .parts.pager import Shares, paged, shares_of_groups
from .parts.pager import lines as weight
from .plan import Page

TEMPLATE = "page/articles.html"
_LINES, _TITLES = 160, 150
"""How many articles stand on a page, year by year, and how many titles by kind or by tag."""


@dataclass(frozen=True, slots=True)
class YearGroup:
    """Articles of a year, the latest first; `year` is empty for those without a date."""

    year: str
    articles: tuple[ArticleLine, ...]


@dataclass(frozen=True, slots=True)
class ArticleGroup:
    """Articles of a kind or with a tag; `anchor` is the id to point at."""

    word: ArticleKind | str
    anchor: str
    articles: tuple[ArticleLine, ...]


_Group = TypeVar("_Group", YearGroup, ArticleGroup)


@dataclass(frozen=True, slots=True)
class TopicLink:
    """A kind or a tag, how many articles have it, and where they stand; with an `anchor` where that is another page."""

    word: ArticleKind | str
    count: int
    url: str
    anchor: str


@dataclass(frozen=True, slots=True)
class View:
    """All articles, `count` of them: by year, those without a date last; by kind and by tag, each the latest first.

    `by_kind` and `by_tag` lead to all groups. A group of one article has no list: its anchor, in `alone`, stands there.
    """

    head: Head
    count: int
    by_kind: tuple[TopicLink, ...]
    by_tag: tuple[TopicLink, ...]
    years: tuple[YearGroup, ...]
    kinds: tuple[ArticleGroup, ...]
    tags: tuple[ArticleGroup, ...]
    alone: tuple[ArticleGroup, ...]


def pages(context: Context) -> Iterator[Page]:
    articles = tuple(context.archive.listed.values())
    url = context.urls.section("articles")
    lines = {article.id: article_line(context, article.id) for article in articles}
    kinds = tuple(ArticleGroup(kind, f"kind-{kind}", found) for kind, found in _kinds(articles, lines))
    kinds = kinds if len(kinds) > 1 else ()
    tagged = sorted(_grouped(_tags(context.archive, articles), lines))
    tags = tuple(ArticleGroup(tag, tag_anchor(tag), found) for tag, found in tagged)
    years = (YearGroup(year, found) for year, found in _grouped(_years(articles), lines))
    by_year = shares_of_groups(years, _LINES, lambda group: [weight(line.deck) for line in group.articles], _cut)
    by_kind, by_tag = (
        shares_of_groups(_listed(groups), _TITLES, lambda group: (1,) * len(group.articles), _cut)
        for groups in (kinds, tags)
    )
    alone = tuple(tuple(_alone((*kinds, *tags), part)) for part in by_year)
    at = _places(by_kind) | _places(by_tag) | _places(alone)
    by_kinds, by_tags = (tuple(_way(context, group, at[group.anchor]) for group in groups) for groups in (kinds, tags))
    view = View(_head(context, url), len(articles), by_kinds, by_tags, by_year[0], by_kind[0], by_tag[0], alone[0])
    page = Page(url, TEMPLATE, view, tuple(article.span.path for article in articles))
    rest = replace(view, by_kind=(), by_tag=(), years=(), kinds=(), tags=(), alone=())
    yield from paged(context, page, rest, years=by_year, kinds=by_kind, tags=by_tag, alone=alone)


def _way(context: Context, group: ArticleGroup, page: int) -> TopicLink:
    there = f"{context.urls.sheet(context.urls.section('articles'), page + 1)}#{group.anchor}"
    return TopicLink(group.word, len(group.articles), there, group.anchor if page else "")


def _listed(groups: Iterable[ArticleGroup]) -> Iterator[ArticleGroup]:
    return (group for group in groups if len(group.articles) > 1)


def _alone(groups: Iterable[ArticleGroup], years: Iterable[YearGroup]) -> Iterator[ArticleGroup]:
    """Groups of one article that is among these."""
    here = {line.link.url for year in years for line in year.articles}
    return (group for group in groups if len(group.articles) == 1 and group.articles[0].link.url in here)


def _cut(group: _Group, first: int, end: int) -> _Group:
    return replace(group, articles=group.articles[first:end])


def _places(parts: Shares[ArticleGroup]) -> dict[str, int]:
    """The page, counted from 0, on which each group begins, by its anchor."""
    return {group.anchor: page for page, part in reversed([*enumerate(parts)]) for group in part}


def _head(context: Context, url: str) -> Head:
    links = (link_to_article(context, id) for id in context.archive.listed)
    return section_head(
        context,
        "articles",
        Message("Reports, interviews and opinions about the awards, each with its sources."),
        json_ld=list_data(context, context.config.title, url, links),
    )


def _years(articles: Iterable[Article]) -> Iterator[tuple[str, str]]:
    return ((str(article.date.year) if article.date else "", article.id) for article in articles)


def _tags(archive: Archive, articles: Iterable[Article]) -> Iterator[tuple[str, str]]:
    """Each tag of an article, in whichever of its languages."""
    for article in articles:
        texts = (archive.articles[id] for id in archive.versions_of("article", article.id))
        tags = (ref.text for text in texts for ref in text.tags)
        yield from ((tag, article.id) for tag in dict.fromkeys(tags))


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
