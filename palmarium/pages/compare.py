"""The page that sets two names, awards or years side by side; without a script, tables of many of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ..model import Award, Date, Distinction
from ..model.archive import Archive
from ..statistics.count import Count
from ..statistics.titles import ALL, Scope, Tally, laureates, most_titled, titles
from .context import Context, makes
from .links import (
    Choice,
    Head,
    Link,
    award_choices,
    link_to_award,
    link_to_edition,
    link_to_name,
    section_head,
    section_link,
)
from .messages import Message
from .parts.search_entries import INDEX
from .plan import Page

TEMPLATE = "page/compare.html"
_ROWS, _CHOICES, _LINES = 12, 200, 40
"""How many names stand side by side at once, how many are offered to choose from; how many awards or years stand."""


@dataclass(frozen=True, slots=True)
class ComparedName:
    """A name with its titles, the number of its awards, and the first and last edition in which it won."""

    name: Link
    titles: int
    awards: int
    first: Link
    last: Link


@dataclass(frozen=True, slots=True)
class ComparedAward:
    """An award with the numbers of its editions, categories, titles and laureates."""

    award: Link
    founded: Date | None
    editions: int
    categories: int
    titles: Count
    laureates: Count


@dataclass(frozen=True, slots=True)
class ComparedYear:
    """A year with the numbers of its editions and of their titles."""

    year: Link
    editions: int
    titles: Count


@dataclass(frozen=True, slots=True)
class YearChoice:
    """A year to choose; `records` are the files of its editions in the API."""

    year: int
    url: str
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """Names to compare. `choices`, `awards` and `years` are offered where a reader types.

    `names` are those with most titles; they, `all_awards` and `latest_years` are tables that need no script.

    A script reads `records`, the folder of the API with a file for each name, and `index`, the titles of the search,
    where those below `folder` are names.
    `kinds` are words.
    """

    head: Head
    names: tuple[ComparedName, ...]
    all_awards: tuple[ComparedAward, ...]
    latest_years: tuple[ComparedYear, ...]
    choices: tuple[Choice, ...]
    awards: tuple[Choice, ...]
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
    awards = tuple(_award(context, award) for award in archive.awards.values())
    years = _by_year(archive)
    return View(
        head=section_head(
            context, "compare", Message("Two names side by side: titles, awards, and year by year what each received.")
        ),
        names=tuple(_compared(context, tally) for tally in islice(table, _ROWS)),
        all_awards=tuple(sorted(awards, key=lambda line: -line.titles.value)[:_LINES]) if len(awards) > 1 else (),
        latest_years=tuple(_year(context, *year) for year in years[:_LINES]) if len(years) > 1 else (),
        choices=tuple(Choice(tally.name, archive.names[tally.name].name) for tally in islice(table, _CHOICES)),
        awards=award_choices(archive, archive.awards),
        years=tuple(_choice(context, *year) for year in years),
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


def _award(context: Context, award: Award) -> ComparedAward:
    archive, scope = context.archive, Scope(award=award.id)
    return ComparedAward(
        link_to_award(context, award.id),
        award.founded,
        len(archive.editions_of[award.id]),
        len(archive.categories_of[award.id]),
        titles(archive, scope),
        laureates(archive, scope),
    )


def _year(context: Context, year: int, keys: list[str]) -> ComparedYear:
    counts = [titles(context.archive, Scope(edition=key)) for key in keys]
    return ComparedYear(
        Link(str(year), context.urls.year(year)),
        len(keys),
        Count(sum(count.value for count in counts), all(count.exact for count in counts)),
    )


def _choice(context: Context, year: int, keys: list[str]) -> YearChoice:
    files = (context.urls.record("edition", key).rpartition("/")[2] for key in keys)
    return YearChoice(year, context.urls.year(year), tuple(file.removesuffix(".json") for file in files))


def _by_year(archive: Archive) -> list[tuple[int, list[str]]]:
    """The editions of each year, from the latest to the first."""
    found: dict[int, list[str]] = {}
    for key, edition in archive.editions.items():
        found.setdefault(edition.sort_year, []).append(key)
    return sorted(found.items(), reverse=True)
