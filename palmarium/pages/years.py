"""The index of years: every edition of every award, in a table of years."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from .context import Context
from .links import Head, Link, section_head
from .messages import Message
from .parts.linked_data import list_data
from .parts.pager import paged, shares
from .parts.year_table import YearTable, weigh_year, year_table
from .plan import Page

TEMPLATE = "page/years.html"
_CELLS, _OTHERS = 220, 60
"""How many editions stand on a page, and how many of the other awards in one year."""


@dataclass(frozen=True, slots=True)
class View:
    """All years of the archive, new to old."""

    head: Head
    year_table: YearTable
    editions: int
    first: str
    last: str


def pages(context: Context) -> Iterator[Page]:
    years = sorted(context.archive.years)
    first, last = (str(years[0]), str(years[-1])) if years else ("", "")
    editions = context.archive.editions
    view = View(_head(context, years), year_table(context, _OTHERS), len(editions), first, last)
    page = Page(view.head.url, TEMPLATE, view, tuple(edition.span.path for edition in editions.values()))
    parts = shares(view.year_table.rows, _CELLS, weigh_year)
    tables = [replace(view.year_table, rows=part) for part in parts]
    yield from paged(context, page, view, year_table=tables)


def _head(context: Context, years: list[int]) -> Head:
    url = context.urls.section("years")
    links = (Link(str(year), context.urls.year(year)) for year in years)
    return section_head(
        context,
        "years",
        Message("Year by year, every edition that the archive knows, and what it lacks."),
        json_ld=list_data(context, context.config.title, url, links),
    )
