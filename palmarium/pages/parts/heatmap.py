"""Heat maps: names by edition, awards by year."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ...model.archive import Archive, results_in
from ...statistics import coverage, titles
from ...statistics.count import Count
from ...statistics.titles import ALL, Scope, contests, results
from ..context import Context, makes
from ..links import Link, link_to_edition, link_to_name
from .coverage_chart import years_known
from .lane_chart import LaneForm

ROWS = 40
COLUMNS = 30


@dataclass(frozen=True, slots=True)
class HeatCell:
    """`form` is `won`, `placed`, `none` (known, and nothing), `hidden` (not known) or `apart` (no edition).

    `number` counts titles, or is a rank, 0 for a place without one; there may be more titles where it is `at_least`.
    """

    form: str
    number: int = 0
    at_least: bool = False
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A row: whose it is, its cells, and how many titles in all."""

    link: Link
    cells: tuple[HeatCell, ...]
    total: Count


@dataclass(frozen=True, slots=True)
class Columns:
    """Editions of one award, as columns that stand together."""

    award: str
    editions: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Names against editions; `left` names are not shown."""

    columns: tuple[Columns, ...]
    rows: tuple[HeatRow, ...]
    left: int


@dataclass(frozen=True, slots=True)
class YearMap:
    """Awards against years; `earlier` years are not shown."""

    years: tuple[int, ...]
    rows: tuple[HeatRow, ...]
    earlier: int


def heat_map(context: Context, names: Iterable[str]) -> HeatMap | None:
    """None where there is nobody to show, or more editions than a page can hold."""
    archive = context.archive
    every = tuple(names)
    rows = every[:ROWS]
    awards = {archive.editions[r.edition].award for name in rows for r in archive.results_of.get(name, ())}
    keys = {award: _held(archive, award) for award in archive.awards if award in awards}
    if not rows or sum(len(editions) for editions in keys.values()) > COLUMNS:
        return None
    return HeatMap(
        tuple(Columns(_short(archive, award), tuple(_label(context, k) for k in keys[award])) for award in keys),
        tuple(_name_row(context, name, [key for editions in keys.values() for key in editions], ALL) for name in rows),
        len(every) - len(rows),
    )


def award_map(context: Context, award: str) -> HeatMap | None:
    """Those with results in two editions of one award; None for fewer than two of them, or too many editions."""
    keys = _held(context.archive, award)
    return _faithful(context, award, keys) if len(keys) <= COLUMNS else None


def history(context: Context, award: str) -> HeatMap | None:
    """The same of its latest editions, where there are more."""
    return _faithful(context, award, _held(context.archive, award)[-COLUMNS:])


def picture_of(context: Context, award: str) -> str:
    """The address of the picture of an award's history; nothing where there is none."""
    return f"{context.urls.award(award)}history.svg" if makes(context, "pictures") and history(context, award) else ""


def _faithful(context: Context, award: str, keys: tuple[str, ...]) -> HeatMap | None:
    archive, scope, shown = context.archive, Scope(award=award), frozenset(keys)
    ordered = (*titles.most_titled(archive, scope), *titles.most_placed(archive, scope))
    held = ((tally.name, results(archive, Scope(award=award, name=tally.name))) for tally in ordered)
    faithful = [name for name, found in held if len({result.edition for result in found} & shown) > 1]
    if len(faithful) < 2:
        return None
    heads = Columns(_short(archive, award), tuple(_label(context, key) for key in keys))
    rows = tuple(_name_row(context, name, keys, scope) for name in faithful[:ROWS])
    return HeatMap((heads,), rows, len(faithful) - len(rows))


def year_map(context: Context) -> YearMap:
    """Titles known of each award in each year."""
    archive = context.archive
    kept = [key for award in contests(archive) for key in _held(archive, award)]
    found = sorted({archive.editions[key].sort_year for key in kept})
    years = tuple(range(min(found), max(found) + 1))[-COLUMNS:] if found else ()
    rows = tuple(_award_row(context, award, years) for award in contests(archive) if _held(archive, award))
    return YearMap(years, rows, sum(year < years[0] for year in found) if years else 0)


def _name_row(context: Context, name: str, editions: Iterable[str], scope: Scope) -> HeatRow:
    count = titles.titles(context.archive, replace(scope, name=name))
    cells = tuple(_name_cell(context.archive, name, key) for key in editions)
    return HeatRow(link_to_name(context, name), cells, count)


def _name_cell(archive: Archive, name: str, key: str) -> HeatCell:
    here = tuple(results(archive, Scope(edition=key, name=name)))
    won = sum(result.count for result in here if name in titles.winners(archive, result))
    known = coverage.known(archive.editions[key]).laureates
    if won:
        return HeatCell("won", won, not known)
    places = [result.place for result in here if name in titles.placed(archive, result)]
    if places:
        return HeatCell("placed", min((place for place in places if place), default=0))
    return HeatCell("none" if known else "hidden")


def _award_row(context: Context, award: str, years: tuple[int, ...]) -> HeatRow:
    archive = context.archive
    by_year: dict[int, list[str]] = {}
    for key in _held(archive, award):
        by_year.setdefault(archive.editions[key].sort_year, []).append(key)
    count = titles.titles(archive, Scope(award=award))
    known = years_known(archive, award)
    cells = tuple(
        _year_cell(context, by_year[year])
        if year in by_year
        else HeatCell("hidden" if known.get(year) is LaneForm.MISSING else "apart")
        for year in years
    )
    return HeatRow(Link(_short(archive, award), context.urls.award(award)), cells, count)


def _year_cell(context: Context, keys: list[str]) -> HeatCell:
    archive = context.archive
    counts = [titles.titles(archive, Scope(edition=key)) for key in keys]
    number, exact = sum(count.value for count in counts), all(count.exact for count in counts)
    link = link_to_edition(context, keys[-1])
    if number:
        return HeatCell("won", number, not exact, link)
    if any(results_in(archive.editions[key]) for key in keys):
        return HeatCell("placed", 0, False, link)
    return HeatCell("none" if exact else "hidden", link=link)


def _held(archive: Archive, award: str) -> tuple[str, ...]:
    return tuple(key for key in archive.editions_of[award] if archive.editions[key].is_held)


def _label(context: Context, key: str) -> Link:
    return Link(context.archive.editions[key].label, context.urls.edition(key))


def _short(archive: Archive, award: str) -> str:
    record = archive.awards[award]
    return record.label
