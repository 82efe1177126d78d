"""The search page, with links for readers without scripts."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import TypeVar

from ..model import ArticleKind, Distinction
from .context import Context
from .links import Choice, Head, Link, award_choices, link_to_award, section_head, section_link
from .messages import Message
from .parts.alphabet import Letter, alphabet, index
from .parts.search_entries import BUNDLE, INDEX, FindKind, SearchEntry, findings
from .plan import Page

TEMPLATE = "page/search.html"
_CHOICES = 500
"""Of more categories than this none is offered: nobody reads such a list, and typing finds them."""
_WAYS = 300
"""How many awards are listed."""
_Word = TypeVar("_Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Year:
    """A year with editions."""

    link: Link
    editions: int


@dataclass(frozen=True, slots=True)
class CategoryGroup:
    """The categories of one award."""

    award: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class SearchFilters:
    """The filters of a search: only values that find something."""

    kinds: tuple[FindKind, ...]
    article_kinds: tuple[ArticleKind, ...]
    awards: tuple[Choice, ...]
    years: tuple[str, ...]
    categories: tuple[CategoryGroup, ...]
    distinctions: tuple[Distinction, ...]


@dataclass(frozen=True, slots=True)
class View:
    """The form, and ways in without it: letters of the index of names (`names`), years, awards, articles.

    `index` is the file that the script searches; `bundle` the folder of Pagefind's files, "" where the site has none.
    """

    head: Head
    index: str
    bundle: str
    narrowing: SearchFilters
    names: Link
    alphabet: tuple[Letter, ...]
    laureates: Link
    awards: tuple[Link, ...]
    awards_left: int
    all_awards: Link
    years: tuple[Year, ...]
    articles: Link


def pages(context: Context) -> Iterator[Page]:
    view = search_view(context)
    yield Page(view.head.url, TEMPLATE, view)


def search_view(context: Context) -> View:
    archive, urls = context.archive, context.urls
    url = urls.section("search")
    return View(
        head=section_head(context, "search", Message("Find a laureate, a person, an award, a category or an article.")),
        index=f"{url}{INDEX}",
        bundle=f"{url}{BUNDLE}" if context.config.search == "pagefind" else "",
        narrowing=_narrowing(context),
        names=section_link(context, "names"),
        alphabet=alphabet(context, index(context, "names", archive.names)),
        laureates=section_link(context, "laureates"),
        awards=tuple(link_to_award(context, id) for id in islice(archive.awards, _WAYS)),
        awards_left=max(0, len(archive.awards) - _WAYS),
        all_awards=section_link(context, "awards"),
        years=tuple(Year(Link(str(year), urls.year(year)), len(keys)) for year, keys in sorted(archive.years.items())),
        articles=section_link(context, "articles"),
    )


def _narrowing(context: Context) -> SearchFilters:
    archive, found = context.archive, tuple(find() for _, find in findings(context))
    kinds, awards, categories = {each.kind for each in found}, _values(found, "award"), _values(found, "category")
    return SearchFilters(
        kinds=tuple(kind for kind in FindKind if kind in kinds),
        article_kinds=_among(ArticleKind, _values(found, "kind")),
        awards=award_choices(archive, awards),
        years=tuple(sorted(_values(found, "year"), reverse=True)),
        categories=tuple(_groups(context, categories)) if len(categories) <= _CHOICES else (),
        distinctions=_among(Distinction, _values(found, "distinction")),
    )


def _groups(context: Context, keys: set[str]) -> Iterator[CategoryGroup]:
    found: dict[str, list[Choice]] = {}
    categories = (context.archive.categories[key] for key in sorted(keys))
    for category in sorted(categories, key=lambda category: category.name):
        found.setdefault(category.award, []).append(Choice(category.key, category.name))
    for award in context.archive.awards.values():
        if award.id in found:
            yield CategoryGroup(award.name, tuple(found[award.id]))


def _values(found: tuple[SearchEntry, ...], name: str) -> set[str]:
    return {value for each in found for facet in each.facets if facet.name == name for value in facet.values}


def _among(every: type[_Word], values: set[str]) -> tuple[_Word, ...]:
    return tuple(value for value in every if value in values)
