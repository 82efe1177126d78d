"""The chart of titles by origin: new, kept, regained, nameless."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...statistics.holders import Origin, OriginCounts, origin_counts
from ..charts import ChartBlock, ChartLevel, Stroke, Tick, levels, stack, stretch, ticks, top_of
from ..context import Context
from ..links import Link
from .lane_chart import BELOW, LaneColumn, LaneForm, columns

_LATEST = 20


@dataclass(frozen=True, slots=True)
class OriginsLine:
    """A line of the table: titles by the origins that occur in the chart; `missing` editions have none."""

    edition: Link
    numbers: tuple[int, ...]
    total: int
    at_least: bool
    missing: int


@dataclass(frozen=True, slots=True)
class TitleOrigins:
    """The columns and their table, old to new; `earlier` editions are not shown.

    `totals` stand over the columns, at the heights of their `tops`, as far as there is room; `holes` are missing
    editions, and those of which no title is known.
    """

    award: Link
    ticks: tuple[Tick, ...]
    totals: tuple[Tick, ...]
    tops: tuple[float, ...]
    levels: tuple[ChartLevel, ...]
    blocks: tuple[ChartBlock, ...]
    holes: tuple[Stroke, ...]
    origins: tuple[Origin, ...]
    piles: tuple[OriginsLine, ...]
    earlier: int


def title_origins(context: Context, award: str, latest: int = _LATEST) -> TitleOrigins | None:
    """None where fewer than two editions have titles, or each has one and all are of one origin."""
    every = columns(context, award)
    shown = every[-latest:]
    made = tuple(origin_counts(context.archive, column.edition) if column.edition else None for column in shown)
    top = max((each.titles for each in made if each), default=0)
    origins = tuple(kind for kind in Origin if any(kind in dict(each.parts) for each in made if each))
    if sum(each is not None and each.titles > 0 for each in made) < 2 or (top, len(origins)) == (1, 1):
        return None
    record, count = context.archive.awards[award], len(shown)
    piles = tuple(_pile(column, each, origins) for column, each in zip(shown, made, strict=True))
    totals = ticks(tuple(_total(pile) for pile in piles), BELOW)
    return TitleOrigins(
        award=Link(record.label, context.urls.award(award)),
        ticks=ticks(tuple(column.label for column in shown), BELOW),
        totals=totals if len(totals) == count else (),
        tops=tuple(top_of(pile.total, top) for pile in piles),
        levels=levels(top),
        blocks=tuple(block for n, each in enumerate(made) if each for block in stack(each.parts, n, count, top)),
        holes=tuple(stretch(LaneForm.MISSING, n, n, count) for n, pile in enumerate(piles) if _is_hole(pile)),
        origins=origins,
        piles=piles,
        earlier=len(every) - count,
    )


def _pile(column: LaneColumn, made: OriginCounts | None, origins: Sequence[Origin]) -> OriginsLine:
    parts = dict(made.parts) if made else {}
    return OriginsLine(
        Link(column.label, column.url),
        tuple(parts.get(kind, 0) for kind in origins),
        made.titles if made else 0,
        bool(made and made.because),
        column.missing,
    )


def _is_hole(pile: OriginsLine) -> bool:
    return bool(pile.missing) or (pile.at_least and not pile.total)


def _total(pile: OriginsLine) -> str:
    """Over its column; nothing where there is none."""
    return (f"≥ {pile.total}" if pile.at_least else str(pile.total)) if pile.total else "?" if _is_hole(pile) else "0"
