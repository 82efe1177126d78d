"""The page that sets two names, awards or years side by side; without a script, the names with most titles."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ..model import Distinction
from ..statistics.titles import ALL, Tally, most_titled
from .context import Context, makes
from .links import Head, Link, link_to_edition, link_to_name, section_head, section_link
from .messages import Message
from .parts.search_entries import INDEX
from .plan import Page

TEMPLATE = "page/compare.html"
_ROWS, _CHOICES = 12, 200
"""How many names stand side by side at once, and how many are offered to choose from."""


@dataclass(frozen=True, slots=True)
class ComparedName:
    """A name with its titles, the number of its awards, and the first and last edition in which it won."""

    name: Link
    titles: int
    awards: int
    first: Link
    last: Link


@dataclass(frozen=True, slots=True)
class NameChoice:
    """A name or an award to choose, by its id."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class YearChoice:
    """A year to choose; `records` are the files of its editions in the API."""

    year: int
    url: str
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """Names to compare. `names` have most titles; `choices`, `awards` and `years` are offered where a reader types.

    A script reads `records`, the folder of the API with a file for each name, and `index`, the titles of the search,
    where those below `folder` are names.
    `kinds` are words.
    """

    head: Head
    names: tuple[ComparedName, ...]
    choices: tuple[NameChoice, ...]
    awards: tuple[NameChoice, ...]
    years: tuple[YearChoice, ...]
    records: str
    index: str
    folder: str
    kinds: tuple[Distinction, ...]
    indexes: tuple[Link, ...]


def pages(context: Context) -> Iterator[Page]:
    """None where the site makes no API: there would be nothing to compare by."""
    if makes(context, "api"):
        view = compare_view(context)
        yield Page(view.head.url, TEMPLATE, view)


def compare_view(context: Context) -> View:
    archive = context.archive
    table = most_titled(archive, ALL)
    return View(
        head=section_head(
            context, "compare", Message("Two names side by side: titles, awards, and year by year what each received.")
        ),
        names=tuple(_compared(context, tally) for tally in islice(table, _ROWS)),
        choices=tuple(NameChoice(tally.name, archive.names[tally.name].name) for tally in islice(table, _CHOICES)),
        awards=tuple(NameChoice(award.id, award.name) for award in archive.awards.values()),
        years=tuple(_years(context)),
        records=context.urls.api("names/"),
        index=f"{context.urls.section('search')}{INDEX}",
        folder=context.urls.section("names"),
        kinds=tuple(Distinction),
        indexes=tuple(section_link(context, word) for word in ("awards", "years", "records", "laureates", "names")),
    )


def _compared(context: Context, tally: Tally) -> ComparedName:
    awards = {context.archive.editions[key].award for key in tally.editions}
    first, last = (link_to_edition(context, key) for key in (tally.editions[0], tally.editions[-1]))
    return ComparedName(link_to_name(context, tally.name), tally.titles, len(awards), first, last)


def _years(context: Context) -> Iterator[YearChoice]:
    """From the latest to the first."""
    by_year: dict[int, list[str]] = {}
    for key, edition in context.archive.editions.items():
        by_year.setdefault(edition.sort_year, []).append(key)
    for year in sorted(by_year, reverse=True):
        files = (context.urls.record("edition", key).rpartition("/")[2] for key in by_year[year])
        yield YearChoice(year, context.urls.year(year), tuple(file.removesuffix(".json") for file in files))
