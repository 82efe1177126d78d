"""The page of a year: its editions in the order of their ceremonies."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import attrgetter

from ..model import Ceremony, Edition, Held
from ..statistics.count import Count
from ..statistics.holders import nameless
from ..statistics.titles import Scope, alphabetical, laureate_names, laureates, titles
from .context import Context, award_then
from .links import (
    ArticleLine,
    Brief,
    Head,
    Link,
    Occurrences,
    article_line,
    compare_page,
    crumbs,
    link_to_edition,
    link_to_name,
    section_link,
)
from .messages import Message
from .parts.facts import CoverageLine, coverage_line, label_differs
from .parts.linked_data import list_data
from .parts.ornament import Emblem, emblem
from .parts.pager import paged, shares
from .parts.palmares import PalmaresLine, palmares
from .parts.search_entries import found_year
from .plan import Page

TEMPLATE = "page/year.html"
EACH = "years"
_SHORT = 60
"""A palmarès of no more lines than this is printed here."""
_LINES, _CROSSINGS, _ARTICLES = 240, 80, 40
"""How many lines of editions, laureates of several awards, and articles stand on a page."""
_TOLD = 12
"""How many editions of the year before or after are named."""
_FIRST = 6
"""How many editions stand at the top."""


@dataclass(frozen=True, slots=True)
class YearEdition:
    """An edition of the year; `lines` are empty where its palmarès is too long or not known."""

    link: Link
    award_name: str
    label: str
    ordinal: int | None
    status: Held
    without_palmares: bool
    ceremony: Ceremony
    label_differs: bool
    titles: Count
    laureates: Count
    unknown: int
    categories: int
    coverage: CoverageLine
    emblem: Emblem | None
    lines: tuple[PalmaresLine, ...]


@dataclass(frozen=True, slots=True)
class View:
    """A year. `editions`, `count` in all, in the order of their ceremonies; `crossings` by name; the years around it.

    The `first` editions stand at the top, too. `compare` is the page that sets another year beside it, empty where
    there is none.
    """

    head: Head
    year: str
    compare: str
    count: int
    first: tuple[YearEdition, ...]
    editions: tuple[YearEdition, ...]
    crossings: tuple[Occurrences, ...]
    articles: tuple[ArticleLine, ...]
    earlier: Brief | None
    later: Brief | None


def pages(context: Context, key: int) -> Iterator[Page]:
    years = sorted(context.archive.years)
    place = years.index(key)
    earlier = years[place - 1] if place else None
    later = years[place + 1] if place + 1 < len(years) else None
    view = year_view(context, key, earlier, later)
    paths = (context.archive.editions[edition].span.path for edition in context.archive.years[key])
    yield from paged(
        context,
        Page(view.head.url, TEMPLATE, view, tuple(paths)),
        replace(view, first=(), editions=(), crossings=(), articles=()),
        editions=shares(view.editions, _LINES, lambda line: 4 + len(line.lines)),
        crossings=shares(view.crossings, _CROSSINGS),
        articles=shares(view.articles, _ARTICLES),
    )


def year_view(context: Context, year: int, earlier: int | None, later: int | None) -> View:
    editions = sorted((context.archive.editions[key] for key in context.archive.years[year]), key=attrgetter("moment"))
    about = (id for e in editions for id in context.archive.articles_about.get(f"edition:{e.key}", ()))
    lines = tuple(_line(context, edition) for edition in editions)
    return View(
        _head(context, year, earlier, later),
        str(year),
        compare_page(context, len(context.archive.years)),
        len(lines),
        lines[:_FIRST],
        lines,
        tuple(_crossings(context, editions)),
        tuple(article_line(context, id) for id in dict.fromkeys(about)),
        _neighbour(context, earlier),
        _neighbour(context, later),
    )


def _neighbour(context: Context, year: int | None) -> Brief | None:
    if year is None:
        return None
    keys = context.archive.years[year]
    told = ", ".join(str(link_to_edition(context, key).text) for key in keys[:_TOLD])
    return Brief(Link(str(year), context.urls.year(year)), told + ", …" * (len(keys) > _TOLD))


def _line(context: Context, edition: Edition) -> YearEdition:
    scope = Scope(edition=edition.key)
    lines = palmares(context, edition)
    won = titles(context.archive, scope)
    return YearEdition(
        link_to_edition(context, edition.key),
        award_then(context, edition),
        edition.label,
        edition.ordinal,
        edition.status,
        edition.without_palmares,
        edition.ceremony,
        label_differs(edition),
        won,
        laureates(context.archive, scope),
        nameless(edition),
        sum(bool(entry.category) for entry in edition.entries),
        coverage_line(context, edition),
        emblem(context, edition.award, (edition,), edition.ordinal or 1),
        lines if won.value and len(lines) <= _SHORT else (),
    )


def _crossings(context: Context, editions: list[Edition]) -> Iterator[Occurrences]:
    where: defaultdict[str, list[Link]] = defaultdict(list)
    for edition in editions:
        for name in laureate_names(context.archive, Scope(edition=edition.key)):
            where[name].append(link_to_edition(context, edition.key))
    for name in sorted(where, key=lambda name: alphabetical(context.archive, name)):
        if len(where[name]) > 1:
            yield Occurrences(link_to_name(context, name), tuple(where[name]))


def _head(context: Context, year: int, earlier: int | None, later: int | None) -> Head:
    links = (link_to_edition(context, key) for key in context.archive.years[year])
    url = context.urls.year(year)
    return Head(
        url=url,
        title=str(year),
        description=Message(
            "The awards of %(year)s: which were given, when, where and to whom.", (("year", str(year)),)
        ),
        crumbs=crumbs(section_link(context, "years")),
        section=context.urls.section("years"),
        previous=Link(str(earlier), context.urls.year(earlier)) if earlier else None,
        next=Link(str(later), context.urls.year(later)) if later else None,
        json_ld=list_data(context, str(year), url, links),
        found=found_year(context, year).also,
    )
