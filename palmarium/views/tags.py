"""Shape the tags of an article: each leads to the others that have it.

Owns: where a tag leads.   Never: gathers articles (that is `pages/articles`).
"""

from ..context import Context
from ..model import Article
from ..urls import slug
from . import Link


def tag_anchor(tag: str) -> str:
    """Where the index of articles gathers a tag."""
    return f"tag-{slug(tag)}"


def tag_links(context: Context, article: Article) -> tuple[Link, ...]:
    index = context.urls.section("articles")
    return tuple(Link(ref.text, f"{index}#{tag_anchor(ref.text)}") for ref in article.tags)
