"""The chart of coverage, by award and year."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from ...model import Coverage
from ...model.archive import Archive
from ...statistics import coverage
from ...statistics.memoize import once
from ...statistics.titles import contests
from ..charts import stretch
from ..context import Context
from ..links import Link
from .lane_chart import BELOW, Lane, LaneCell, LaneColumn, LaneForm, Track, lane, track

_DEGREES = (LaneForm.OFF, LaneForm.WHOLE, LaneForm.PART, LaneForm.SILENT)
"""Of two editions in one year the one that is known worse speaks."""
_APART = 30
"""Up to so many years each is drawn on its own."""


def coverage_chart(context: Context) -> Track | None:
    """A lane for each award, a column for each year; None where there is but one year, or all is known."""
    archive = context.archive
    by_award = {award: years_known(archive, award) for award in contests(archive)}
    every = sorted({year for known in by_award.values() for year in known})
    degrees = {degree for known in by_award.values() for degree in known.values()}
    if len(every) < 2 or degrees <= {LaneForm.WHOLE, LaneForm.OFF}:
        return None
    span = range(every[0], every[-1] + 1)
    shown = tuple(LaneColumn("", str(n), context.urls.year(n) if n in archive.years else "") for n in span)
    return track(shown, (_lane(context, award, known, shown) for award, known in by_award.items() if known), BELOW)


def years_known(archive: Archive, award: str) -> Mapping[int, LaneForm]:
    """The degree of each year in which an award was held, or may have been."""
    return _years(archive)[award]


def _lane(context: Context, award: str, known: Mapping[int, LaneForm], shown: tuple[LaneColumn, ...]) -> Lane:
    record = context.archive.awards[award]
    found = [known.get(int(column.label)) for column in shown]
    cells = [LaneCell(degree) if degree else None for degree in found]
    made = lane(Link(record.label, context.urls.award(award)), shown, cells, BELOW)
    if len(shown) > _APART:
        return made
    each = tuple(stretch(degree, n, n, len(shown)) for n, degree in enumerate(found) if degree)
    return replace(made, strokes=each)


@once
def _years(archive: Archive) -> Mapping[str, Mapping[int, LaneForm]]:
    return {award: MappingProxyType(dict(sorted(_of_award(archive, award)))) for award in archive.awards}


def _of_award(archive: Archive, award: str) -> Iterator[tuple[int, LaneForm]]:
    found: dict[int, LaneForm] = {}
    for key in archive.editions_of[award]:
        year, degree = archive.editions[key].sort_year, _degree(archive, key)
        found[year] = max(found.get(year, LaneForm.OFF), degree, key=_DEGREES.index)
    yield from found.items()
    for year in _missing(archive, award):
        if year not in found:
            yield year, LaneForm.MISSING


def _degree(archive: Archive, key: str) -> LaneForm:
    edition = archive.editions[key]
    if edition.without_palmares or not edition.is_held:
        return LaneForm.OFF
    if coverage.holds(archive, key, "laureates"):
        return LaneForm.WHOLE
    return LaneForm.PART if edition.covered.results is not Coverage.NONE or edition.entries else LaneForm.SILENT


def _missing(archive: Archive, award: str) -> Iterator[int]:
    """Years between two editions, or since the foundation, in which editions that are not here took place."""
    founded = archive.awards[award].founded
    begun = founded.year - 1 if founded and founded.year else None
    for step in coverage.timeline(archive, award):
        year = archive.editions[step.edition].sort_year
        if step.missing_before and begun is not None:
            yield from range(begun + 1, year)
        begun = year
