"""A table of years: each award's editions in a row, gaps included."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...model import Award, Coverage, Edition, Held
from ...statistics.coverage import known_results
from ...statistics.gaps import empty_years
from ...statistics.holders import nameless
from ...statistics.titles import Scope, titles
from ..context import Context
from ..links import Link, Mark, Sign, link_to_edition

_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class EditionCell:
    """An edition in short: the mark bears the number of titles known; `unknown` counts those without a name."""

    link: Link
    mark: Mark
    ordinal: int | None
    label: str
    results: Coverage
    titles: int
    unknown: int
    is_held: bool
    without_palmares: bool


@dataclass(frozen=True, slots=True)
class AwardYear:
    """Editions of one award in one year; `gap` says that there was one, of which the archive has nothing."""

    cells: tuple[EditionCell, ...]
    gap: bool


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year: a column for each award that has one, then other editions; those `left` stand on its own page alone.

    `without` is the year or the stretch of years right before it without an edition here; there was none at all where
    that is `certain`.
    """

    link: Link
    columns: tuple[AwardYear, ...]
    others: tuple[EditionCell, ...]
    left: int = 0
    without: str = ""
    certain: bool = False


@dataclass(frozen=True, slots=True)
class YearTable:
    """Years from new to old; `awards` head the columns, `others` says that there is a last one."""

    awards: tuple[Link, ...]
    rows: tuple[YearRow, ...]
    others: bool


def year_table(context: Context, most: int) -> YearTable:
    """The awards with most editions have a column; the rest share the last, with `most` editions a year."""
    archive = context.archive
    ranked = sorted(archive.awards.values(), key=lambda award: -len(archive.editions_of[award.id]))
    own = [award for award in ranked if len(archive.editions_of[award.id]) > 1][:_COLUMNS] or ranked[:1]
    rows = tuple(_row(context, year, keys, own, most) for year, keys in sorted(archive.years.items(), reverse=True))
    heads = tuple(Link(award.label, context.urls.award(award.id)) for award in own)
    return YearTable(heads, rows, any(row.others for row in rows))


def weigh_year(row: YearRow) -> int:
    """How many lines a year takes."""
    return 1 + len(row.others) + sum(len(column.cells) for column in row.columns)


def cell(context: Context, edition: Edition) -> EditionCell:
    known = titles(context.archive, Scope(edition=edition.key)).value
    return EditionCell(
        link_to_edition(context, edition.key),
        _mark(edition, known),
        edition.ordinal,
        edition.label,
        known_results(edition),
        known,
        nameless(edition),
        edition.is_held,
        edition.without_palmares,
    )


def _mark(edition: Edition, known: int) -> Mark:
    if edition.status in (Held.CANCELLED, Held.POSTPONED):
        return Mark(Sign.CANCELLED)
    if edition.without_palmares:
        return Mark(Sign.NOT_AWARDED)
    return Mark(Sign.TITLE, known) if known else Mark(Sign.UNKNOWN)


def _row(context: Context, year: int, keys: Iterable[str], own: Iterable[Award], most: int) -> YearRow:
    editions = [context.archive.editions[key] for key in keys]
    columns = tuple(_column(context, award, year, editions) for award in own)
    shown = {award.id for award in own}
    rest = [edition for edition in editions if edition.award not in shown]
    others = tuple(cell(context, edition) for edition in rest[:most])
    empty = next((each for each in empty_years(context.archive) if each.last + 1 == year), None)
    link, without = Link(str(year), context.urls.year(year)), stretch(empty.first, empty.last) if empty else ""
    return YearRow(link, columns, others, max(0, len(rest) - most), without, bool(empty and empty.certain))


def stretch(first: int, last: int) -> str:
    """`2013–2017`, or one year."""
    return str(first) if first == last else f"{first}–{last}"


def _column(context: Context, award: Award, year: int, editions: Iterable[Edition]) -> AwardYear:
    cells = tuple(cell(context, edition) for edition in editions if edition.award == award.id)
    begun = award.founded is not None and award.founded.year <= year
    lasting = award.ended is None or year <= award.ended.year
    return AwardYear(cells, not cells and begun and lasting)
