"""Charts of lanes over columns, and the same in a table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from ...statistics import coverage
from ..charts import Stroke, Tick, runs, stretch, ticks
from ..context import Context
from ..links import Link

LATEST = 12
"""How many editions such a chart shows, the latest ones."""
BESIDE, BELOW = 120, 260
"""Pixels on a phone of a lane that stands beside its name, and of one below it."""
_EACH = 3
"""So many missing editions in a row have a column each; more of them share one."""


class LaneForm(StrEnum):
    """What a stroke stands for; a theme gives each a look of its own, which does not rest on colour alone."""

    HELD = "held"  # a category, by a laureate who is known
    SHARED = "shared"
    PLACED = "placed"
    UNKNOWN = "unknown"
    NONE = "none"
    TITLE = "title"  # of one name
    PLACE = "place"
    JURY = "jury"
    FUNCTION = "function"
    UNSURE = "unsure"
    WHOLE = "whole"  # what the archive holds of an edition
    PART = "part"
    SILENT = "silent"
    MISSING = "missing"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class LaneColumn:
    """An edition (key) or a year, with its page; or editions that are missing, so many, and have none."""

    edition: str
    label: str
    url: str = ""
    missing: int = 0


@dataclass(frozen=True, slots=True)
class LaneCell:
    """What stands in one column of a lane; neighbours that are equal are drawn as one, `text` on them."""

    form: LaneForm
    names: tuple[Link, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class LanePeriod:
    """A line of the table: from when to when, in how many editions, who or what (`form`)."""

    first: Link
    last: Link | None
    editions: int
    form: LaneForm
    names: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane: whose it is, its strokes from back to front, its periods from old to new; `here` is what a page is of."""

    link: Link
    strokes: tuple[Stroke, ...]
    periods: tuple[LanePeriod, ...]
    here: bool = False


@dataclass(frozen=True, slots=True)
class Track:
    """Lanes over the same columns; `forms` are those that occur, `left` lanes and `earlier` columns are not shown.

    Where the columns are years, one column may stand for a stretch of years in which nothing happened.

    A track `flows` where a lane hands on to another.
    """

    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]
    forms: tuple[LaneForm, ...]
    left: int = 0
    earlier: int = 0
    flows: bool = False


def columns(context: Context, award: str) -> tuple[LaneColumn, ...]:
    """The editions of an award from old to new, those that are missing between them included."""
    steps = {step.edition: step for step in coverage.timeline(context.archive, award)}
    found: list[LaneColumn] = []
    for key in context.archive.editions_of[award]:
        lost = steps[key].missing_before if key in steps else 0
        found += [LaneColumn("", "?", missing=1)] * lost if lost <= _EACH else [LaneColumn("", "…", missing=lost)]
        found.append(LaneColumn(key, context.archive.editions[key].label, context.urls.edition(key)))
    return tuple(found)


def lane(link: Link, shown: Sequence[LaneColumn], cells: Sequence[LaneCell | None], narrow: int) -> Lane:
    found = tuple(runs(cells))
    count = len(shown)
    drawn = (stretch(cell.form, first, last, count, cell.text, narrow) for first, last, cell in found)
    periods = tuple(_period(shown[first : last + 1], cell) for first, last, cell in found)
    return Lane(link, tuple(drawn), periods)


def track(shown: Sequence[LaneColumn], lanes: Iterable[Lane], narrow: int, every: int = 0, most: int = 0) -> Track:
    """`every` counts all columns, of which the latest are `shown`; of more lanes than `most` the first stay."""
    rows = tuple(lanes)
    kept = rows[: most or len(rows)]
    found = {period.form for row in kept for period in row.periods}
    forms = tuple(form for form in LaneForm if form in found)
    axis = ticks(tuple(column.label for column in shown), narrow)
    return Track(axis, kept, forms, len(rows) - len(kept), max(0, every - len(shown)))


def behind(row: Lane, strokes: Iterable[Stroke]) -> Lane:
    """The lane with strokes behind its own."""
    return replace(row, strokes=(*strokes, *row.strokes))


def _period(over: Sequence[LaneColumn], cell: LaneCell) -> LanePeriod:
    first, last = over[0], over[-1] if len(over) > 1 else None
    end = Link(last.label, last.url) if last else None
    return LanePeriod(
        Link(first.label, first.url), end, sum(column.missing or 1 for column in over), cell.form, cell.names
    )
