"""Gaps of the archive: facts missing from an edition, and years without an edition."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import inf
from types import MappingProxyType

from ..model import Coverage, Date, Edition, Held
from ..model.archive import Archive, results_in
from . import coverage
from .memoize import once
from .titles import ALL, Scope, awards, laureates

# Find the years in which the archive holds no edition, between two in which it does.


@dataclass(frozen=True, slots=True)
class EmptyYears:
    """A stretch of years without an edition; `certain` where the numbers of editions say that there was none."""

    first: int
    last: int
    certain: bool


@once
def empty_years(archive: Archive) -> tuple[EmptyYears, ...]:
    """The stretches of years without an edition, from old to new."""
    unsure = tuple(stretch for award in archive.editions_of for stretch in _unsure(archive, award))
    return tuple(
        EmptyYears(before + 1, after - 1, not any(a < after and b > before for a, b in unsure))
        for before, after in pairwise(sorted(archive.years))
        if after - before > 1
    )


def _unsure(archive: Archive, award: str) -> Iterator[tuple[float, float]]:
    """The stretches of years in which an award may have held an edition that is not here."""
    record = archive.awards.get(award)
    begun = record.founded.year if record and record.founded else -inf
    ended = record.ended.year if record and record.ended else inf
    steps = coverage.timeline(archive, award)
    if not steps:
        if award in awards(archive, ALL):
            yield begun, ended
        return
    years = [archive.editions[step.edition].sort_year for step in steps]
    if steps[0].missing_before or coverage.open_start(archive, steps):
        yield begun, years[0]
    for at, step in enumerate(steps[1:]):
        if not step.follows:
            yield years[at], years[at + 1]
    yield years[-1], ended


# What the archive lacks of an edition: the one answer of its page, the page of gaps, the home page and the API.

NAMED = 4
"""How many categories without a laureate are named; more of them are counted."""


class Area(StrEnum):
    """The part of an edition that has a gap."""

    LAUREATES = "laureates"
    CATEGORIES = "categories"
    JURY = "jury"
    FACTS = "facts"


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that an edition lacks: `what` is a key of `LACKS`, the rest fills its sentence.

    `category` is a key, empty where the gap is of several or of none.
    """

    area: Area
    what: str
    count: int | None = None
    category: str = ""
    date: Date | None = None


LACKS: MappingProxyType[str, tuple[str, str]] = MappingProxyType(
    {
        "all-laureates": ("all the laureates", ""),
        "some-laureates": ("part of the laureates", ""),
        "other-laureates": (
            "others perhaps, besides the %(num)s laureate known",
            "others perhaps, besides the %(num)s laureates known",
        ),
        "laureate": ("the laureate of “%(category)s”", ""),
        "another-laureate": ("another laureate of “%(category)s”", ""),
        "laureates": ("the laureate of %(num)s known category", "the laureates of %(num)s known categories"),
        "places": ("the nominees and the places", ""),
        "category": ("the category of %(num)s title", "the category of %(num)s titles"),
        "all-categories": ("the list of categories", ""),
        "some-categories": ("part of the categories", ""),
        "jury": ("the jury", ""),
        "some-jurors": ("perhaps part of the jury", ""),
        "organisations": ("the organisation of %(num)s juror", "the organisation of %(num)s jurors"),
        "date": ("the date of the ceremony", ""),
        "month": ("the day and the month, in %(date)s", ""),
        "day": ("the day, in %(date)s", ""),
        "source-of-date": ("a source for the date: %(date)s is deduced", ""),
        "place": ("the place of the ceremony", ""),
        "ordinal": ("its number in the series of editions", ""),
        "method": ("how the laureates were chosen", ""),
    }
)
"""What may be missing, for one and for several, in English: msgids of the catalogue."""


def gaps(archive: Archive, edition: str) -> tuple[Gap, ...]:
    """The gaps of an edition (key), part by part."""
    record = archive.editions[edition]
    return tuple(_gaps(archive, record)) if record.is_held else ()


def methods(archive: Archive, edition: Edition) -> tuple[str, ...]:
    """How laureates were chosen: by the edition, by each category (its award's file unless it says more), in rounds."""
    of_edition = edition.method.how if edition.method else ()
    of_entries = (way for entry in edition.entries for way in archive.method(entry))
    return tuple(dict.fromkeys((*of_edition, *of_entries, *(way for each in edition.rounds for way in each.method))))


def had_jury(archive: Archive, edition: Edition) -> bool:
    """Whether there was a jury, by the edition's method or its list of jurors."""
    return "jury" in methods(archive, edition) or bool(edition.jurors)


def _gaps(archive: Archive, edition: Edition) -> Iterator[Gap]:
    if not edition.without_palmares:
        yield from _laureates(archive, edition)
        yield from _categories(edition)
    yield from _jury(archive, edition)
    yield from _facts(edition)
    if not edition.without_palmares and edition.method is None and not methods(archive, edition):
        yield Gap(Area.FACTS, "method")


def _laureates(archive: Archive, edition: Edition) -> Iterator[Gap]:
    covered = edition.covered.results
    lacking = [entry for entry in edition.entries if entry.lacks_winner]
    if not results_in(edition) and not lacking and covered is not Coverage.COMPLETE:
        yield Gap(Area.LAUREATES, "all-laureates")
    elif covered is Coverage.PARTIAL and results_in(edition):
        known = laureates(archive, Scope(edition=edition.key)).value
        yield Gap(Area.LAUREATES, "other-laureates", known) if known else Gap(Area.LAUREATES, "some-laureates")
    keys = [entry.category_key for entry in lacking]
    if len(keys) > NAMED or any(key not in archive.categories for key in keys):
        yield Gap(Area.LAUREATES, "laureates", len(keys))
    else:
        for key, entry in zip(keys, lacking, strict=True):
            known_too = any(result.is_title and result.holders for result in entry.results)
            yield Gap(Area.LAUREATES, "another-laureate" if known_too else "laureate", category=key)
    if covered is Coverage.WINNERS_ONLY:
        yield Gap(Area.LAUREATES, "places")


def _categories(edition: Edition) -> Iterator[Gap]:
    loose = sum(result.count for result in results_in(edition) if not result.category and result.is_title)
    if loose:
        yield Gap(Area.CATEGORIES, "category", loose)
    if edition.covered.categories in (Coverage.NONE, Coverage.PARTIAL):
        whole = edition.covered.categories is Coverage.NONE
        yield Gap(Area.CATEGORIES, "all-categories" if whole else "some-categories")


def _jury(archive: Archive, edition: Edition) -> Iterator[Gap]:
    """Gaps of the jury: unknown although there was one, and jurors without an organisation."""
    if not edition.jurors and had_jury(archive, edition) and edition.covered.jury is not Coverage.COMPLETE:
        yield Gap(Area.JURY, "jury")
    elif edition.jurors and edition.covered.jury is Coverage.PARTIAL:
        yield Gap(Area.JURY, "some-jurors")
    free = sum(not any(post.org for post in part.posts) for part in edition.jurors)
    if free:
        yield Gap(Area.JURY, "organisations", free)


def _facts(edition: Edition) -> Iterator[Gap]:
    """Gaps of the facts: the full date, the place and the ordinal."""
    ceremony = edition.ceremony
    if ceremony.date is None:
        yield Gap(Area.FACTS, "date")
    elif not ceremony.date.day:
        yield Gap(Area.FACTS, "day" if ceremony.date.month else "month", date=ceremony.date)
    if ceremony.inferred and ceremony.date:
        yield Gap(Area.FACTS, "source-of-date", date=ceremony.date)
    if not (ceremony.venue or ceremony.city or edition.status is Held.ONLINE):
        yield Gap(Area.FACTS, "place")
    if edition.ordinal is None:
        yield Gap(Area.FACTS, "ordinal")
