"""The index of articles, new to old.

Owns: its title.   Never: reads a text.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..context import Context
from ..plan import Page
from ..views import ArticleLine, Head, Message, article_line, crumbs, link_to_article, section_link
from ..views.linked_data import list_data

TEMPLATE = "page/articles.html"


@dataclass(frozen=True, slots=True)
class View:
    """All articles, those without a date last."""

    head: Head
    articles: tuple[ArticleLine, ...]


def pages(context: Context) -> Iterator[Page]:
    articles = context.archive.articles
    url = context.urls.section("articles")
    head = Head(
        url=url,
        title=section_link(context, "articles").text,
        description=Message("Reports, interviews and opinions about the awards, each with its sources."),
        crumbs=crumbs(),
        section=url,
        json_ld=list_data(context, context.config.title, url, (link_to_article(context, id) for id in articles)),
    )
    view = View(head, tuple(article_line(context, id) for id in articles))
    yield Page(url, TEMPLATE, view, tuple(article.span.path for article in articles.values()))
