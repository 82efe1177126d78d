"""Search entries of pages: title, spellings, facets."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TypeVar

from ...model import Article, Award, Edition, Function, Name, Note, Result
from ...sources.plaintext import in_latin
from ...statistics.coverage import label
from ...statistics.titles import winners
from ..context import Context

_R = TypeVar("_R")

INDEX = "index.js"
"""The file that the script searches, beside the page of the search."""

BUNDLE = "pagefind/"
"""The folder of Pagefind's files, beside the page of the search."""


class FindKind(StrEnum):
    """What can be found."""

    ORGANISATION = "organisation"
    PERSON = "person"
    TEAM = "team"
    WORK = "work"
    AWARD = "award"
    EDITION = "edition"
    CATEGORY = "category"
    YEAR = "year"
    ARTICLE = "article"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Facet:
    """What a search can be narrowed to: `award`, `year`, `category`, `distinction` or `kind`, and its values."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A page that can be found: its title, address and kind, what tells it from others, other spellings, its facets."""

    title: str
    url: str
    kind: FindKind
    detail: str = ""
    also: tuple[str, ...] = ()
    facets: tuple[Facet, ...] = ()


def findings(context: Context) -> Iterator[tuple[str, Callable[[], SearchEntry]]]:
    """Everything with a page of its own, by kind and key, names first: how its search entry is made."""
    archive = context.archive
    yield from _each(context, "name", archive.names, found_name)
    yield from _each(context, "award", archive.awards, found_award)
    yield from _each(context, "edition", archive.editions, found_edition)
    yield from ((f"category {key}", partial(found_category, context, key)) for key in archive.categories)
    yield from ((f"year {key}", partial(found_year, context, key)) for key in archive.years)
    yield from _each(context, "article", archive.articles, found_article)
    yield from _each(context, "note", archive.notes, found_note)


def _each(
    context: Context, kind: str, index: Mapping[str, _R], find: Callable[[Context, _R], SearchEntry]
) -> Iterator[tuple[str, Callable[[], SearchEntry]]]:
    def found(key: str) -> SearchEntry:
        return find(context, index[key])

    return ((f"{kind} {key}", partial(found, key)) for key in index)


def found_name(context: Context, name: Name) -> SearchEntry:
    """The search entry of a name: facets from its results and its functions."""
    archive = context.archive
    results = archive.results_of[name.id]
    parts = [m for m in archive.mentions_of.get(name.id, ()) if isinstance(m.how, Function)]
    editions = [result.edition for result in results] + [m.edition for m in parts if m.edition]
    awards = (*(key.split("/")[0] for key in editions), *(mention.award for mention in parts))
    facets = _facets(
        award=awards,
        year=_years(context, editions),
        category=_categories(context, (r.category_key for r in results)),
        distinction=(_distinction(context, result, name.id) for result in results),
    )
    written = (name.reading, *(dated.name for dated in name.names), *name.aliases, name.expansion)
    detail = name.disambiguation or name.description
    url = context.urls.name(name.id)
    return SearchEntry(name.name, url, FindKind(name.kind.value), detail, _others(name.name, written), facets)


def found_award(context: Context, award: Award) -> SearchEntry:
    facets = _facets(award=(award.id,), year=_years(context, context.archive.editions_of[award.id]))
    also = _others(award.name, (award.short, *(dated.name for dated in award.names)))
    return SearchEntry(award.name, context.urls.award(award.id), FindKind.AWARD, also=also, facets=facets)


def found_edition(context: Context, edition: Edition) -> SearchEntry:
    facets = _facets(
        award=(edition.award,),
        year=(str(edition.sort_year),),
        category=_categories(context, (entry.category_key for entry in edition.entries)),
    )
    title = label(context.archive, edition.key)
    also = _others(title, (context.archive.awards[edition.award].name,))
    return SearchEntry(title, context.urls.edition(edition.key), FindKind.EDITION, edition.theme, also, facets)


def found_category(context: Context, key: str) -> SearchEntry:
    """The search entry of a category, with the names that editions printed."""
    category = context.archive.categories[key]
    award = context.archive.awards[category.award]
    entries = context.archive.entries_of.get(key, ())
    years = _years(context, (result.edition for entry in entries for result in entry.results))
    facets = _facets(award=(award.id,), year=years, category=(key,))
    also = _others(category.name, (entry.printed_name for entry in entries))
    url = context.urls.category(key)
    return SearchEntry(category.name, url, FindKind.CATEGORY, award.label, also, facets)


def found_year(context: Context, year: int) -> SearchEntry:
    facets = _facets(award=(key.split("/")[0] for key in context.archive.years[year]), year=(str(year),))
    return SearchEntry(str(year), context.urls.year(year), FindKind.YEAR, facets=facets)


def found_article(context: Context, article: Article) -> SearchEntry:
    """The search entry of an article: facets from its kind and its subjects."""
    archive, about = context.archive, article.about
    editions = [ref.text for ref in about.editions if ref.text in archive.editions]
    categories = tuple(_categories(context, (ref.text for ref in about.categories)))
    awards = (*(key.split("/")[0] for key in (*editions, *categories)), *(ref.text for ref in about.awards))
    dated = (str(article.date).split("-")[0],) if article.date else ()
    facets = _facets(
        kind=(article.kind.value,),
        award=(id for id in awards if id in archive.awards),
        year=(*_years(context, editions), *dated),
        category=categories,
    )
    url = context.urls.article(article.id)
    also = _others(article.title, (ref.text for ref in article.tags))
    return SearchEntry(article.title, url, FindKind.ARTICLE, article.deck, also, facets)


def found_note(context: Context, note: Note) -> SearchEntry:
    return SearchEntry(note.title, context.urls.note(note.id), FindKind.NOTE, note.description, _others(note.title))


def _facets(**named: Iterable[str]) -> tuple[Facet, ...]:
    """Each value once, in a fixed order; a facet without values is left out."""
    facets = (Facet(name, tuple(sorted(set(values) - {""}))) for name, values in named.items())
    return tuple(facet for facet in facets if facet.values)


def _years(context: Context, editions: Iterable[str]) -> Iterator[str]:
    return (str(context.archive.editions[key].sort_year) for key in editions)


def _categories(context: Context, keys: Iterable[str]) -> Iterator[str]:
    return (key for key in keys if key in context.archive.categories)


def _distinction(context: Context, result: Result, name: str) -> str:
    """What a result gave this name; a title refused or withdrawn gave it none."""
    if name in winners(context.archive, result):
        return "winner"
    return "" if result.distinction.value == "winner" else result.distinction.value


def _others(title: str, written: Iterable[str] = ()) -> tuple[str, ...]:
    """Other spellings of a title, and in Latin letters what is written in others: not all can type those."""
    spelled = tuple(dict.fromkeys((title, *written)))
    return tuple(text for text in dict.fromkeys((*spelled, *map(in_latin, spelled))) if text and text != title)
