"""List what a search can find: a line for each thing that has a page.

Owns: Finding, the words by which a thing is found.   Never: searches.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..context import Context
from ..model import Kind, Name
from ..statistics.coverage import label

INDEX = "index.js"
"""The file of the index, beside the page of the search."""


class FindKind(StrEnum):
    """What can be found."""

    ORGANISATION = "organisation"
    PERSON = "person"
    TEAM = "team"
    WORK = "work"
    AWARD = "award"
    EDITION = "edition"
    CATEGORY = "category"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Finding:
    """A thing: its title, address and kind, what tells it from others, and other spellings that lead to it."""

    title: str
    url: str
    kind: FindKind
    detail: str = ""
    also: tuple[str, ...] = ()


def findings(context: Context) -> Iterator[Finding]:
    """Everything with a page of its own, names first."""
    archive, urls = context.archive, context.urls
    for name in archive.names.values():
        detail = name.disambiguation or name.description
        yield Finding(name.name, urls.name(name.id), _kind(name.kind), detail, _spellings(name))
    for award in archive.awards.values():
        others = dict.fromkeys((award.short, *(dated.name for dated in award.names)))
        yield Finding(award.name, urls.award(award.id), FindKind.AWARD, also=_others(award.name, others))
    for edition in archive.editions.values():
        said = archive.awards[edition.award].name
        yield Finding(label(archive, edition.key), urls.edition(edition.key), FindKind.EDITION, edition.theme, (said,))
    for category in archive.categories.values():
        award = archive.awards[category.award]
        url = urls.category(category.key)
        yield Finding(category.name, url, FindKind.CATEGORY, award.short or award.name, _printed(context, category.key))
    for article in archive.articles.values():
        yield Finding(article.title, urls.article(article.id), FindKind.ARTICLE, article.deck, article.tags)


def _kind(kind: Kind) -> FindKind:
    return FindKind(kind.value)


def _spellings(name: Name) -> tuple[str, ...]:
    written = (*(dated.name for dated in name.names), *name.aliases, name.expansion)
    return _others(name.name, dict.fromkeys(written))


def _printed(context: Context, category: str) -> tuple[str, ...]:
    """The names under which editions printed a category."""
    name = context.archive.categories[category].name
    entries = context.archive.entries_of.get(category, ())
    return _others(name, dict.fromkeys(entry.printed_name for entry in entries))


def _others(title: str, written: dict[str, None]) -> tuple[str, ...]:
    return tuple(text for text in written if text and text != title)
