"""The index of years: every edition of every award, in a table of years."""

from collections.abc import Iterator
from dataclasses import dataclass

from .context import Context
from .links import Head, Link, crumbs, section_link
from .messages import Message
from .parts.linked_data import list_data
from .parts.year_table import Annals, annals
from .plan import Page

TEMPLATE = "page/years.html"


@dataclass(frozen=True, slots=True)
class View:
    """All years of the archive, new to old."""

    head: Head
    annals: Annals
    editions: int
    first: str
    last: str


def pages(context: Context) -> Iterator[Page]:
    years = sorted(context.archive.years)
    first, last = (str(years[0]), str(years[-1])) if years else ("", "")
    editions = context.archive.editions
    view = View(_head(context, years), annals(context), len(editions), first, last)
    yield Page(view.head.url, TEMPLATE, view, tuple(edition.span.path for edition in editions.values()))


def _head(context: Context, years: list[int]) -> Head:
    url = context.urls.section("years")
    links = (Link(str(year), context.urls.year(year)) for year in years)
    return Head(
        url=url,
        title=section_link(context, "years").text,
        description=Message("Year by year, every edition that the archive knows, and what it lacks."),
        crumbs=crumbs(),
        section=url,
        json_ld=list_data(context, context.config.title, url, links),
    )
