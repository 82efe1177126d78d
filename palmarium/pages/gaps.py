"""The page of gaps: missing facts, editions and names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..statistics.titles import alphabetical
from .context import Context
from .links import Head, Link, link_to_award, link_to_name, section_head, section_link
from .messages import Message
from .parts.coverage_chart import coverage_chart
from .parts.lane_chart import Track
from .parts.missing import EditionGaps, GapLine, edition_gaps, gap_count, gaps, lacking
from .parts.pager import paged, shares, shares_of_groups
from .plan import Page

TEMPLATE = "page/gaps.html"
LONGEST = 60
"""How many lines of one kind are shown; the rest is counted."""
_UNFOLDED = 24
"""How many editions stand there at once; where there are more, those of each award are folded."""
_STROKES, _EDITIONS, _HOLES = 300, 500, 100
"""How many strokes of the chart, gaps of editions and other gaps stand on a page."""


@dataclass(frozen=True, slots=True)
class GapGroup:
    """Gaps of one kind, such as `missing` or `claims`; `left` are not listed."""

    kind: str
    lines: tuple[GapLine, ...]
    left: int


@dataclass(frozen=True, slots=True)
class AwardGaps:
    """Editions of one award of which something is missing; `left` are not listed, `whole` others are complete.

    `gaps` are what is missing of all `incomplete` ones together.
    """

    award: Link
    editions: tuple[EditionGaps, ...]
    left: int
    whole: int
    incomplete: int
    gaps: int


@dataclass(frozen=True, slots=True)
class View:
    """All known gaps; `count` is their number. The editions of each award are `folded` where there are many in all."""

    head: Head
    count: int
    coverage_chart: Track | None
    awards: tuple[AwardGaps, ...]
    kinds: tuple[GapGroup, ...]
    names: tuple[Link, ...]
    names_left: int
    folded: bool
    conventions: Link
    claims: Link


def pages(context: Context) -> Iterator[Page]:
    view = gaps_view(context)
    rest = replace(view, coverage_chart=None, awards=(), kinds=(), names=())
    yield from paged(
        context,
        Page(view.head.url, TEMPLATE, view),
        rest,
        coverage_chart=_tracks(view.coverage_chart),
        awards=shares_of_groups(view.awards, _EDITIONS, _weigh, _cut),
        kinds=shares_of_groups(view.kinds, _HOLES, lambda kind: (1,) * len(kind.lines), _cut_kind),
    )


def _tracks(whole: Track | None) -> Sequence[Track | None]:
    """What each page shows of the chart: some of its lanes."""
    if whole is None:
        return (None,)
    parts = shares(whole.lanes, _STROKES, lambda lane: 1 + len(lane.strokes) + 2 * len(lane.periods))
    return [replace(whole, lanes=part) for part in parts]


def _weigh(award: AwardGaps) -> tuple[int, ...]:
    return tuple(2 + sum(map(len, (each.laureates, each.categories, each.jury, each.facts))) for each in award.editions)


def _cut(award: AwardGaps, first: int, end: int) -> AwardGaps:
    """Some of the editions; what is told of the others stands after the last."""
    if end == len(award.editions):
        return replace(award, editions=award.editions[first:])
    return replace(award, editions=award.editions[first:end], left=0, whole=0)


def _cut_kind(kind: GapGroup, first: int, end: int) -> GapGroup:
    if end == len(kind.lines):
        return replace(kind, lines=kind.lines[first:])
    return replace(kind, lines=kind.lines[first:end], left=0)


def gaps_view(context: Context) -> View:
    bare = sorted(
        (name.id for name in context.archive.names.values() if not name.registered),
        key=lambda id: alphabetical(context.archive, id),
    )
    awards = tuple(_awards(context))
    return View(
        head=section_head(
            context,
            "gaps",
            Message("Every known gap of the archive: silent editions, missing categories, dates, numbers."),
            title=Message("What the archive does not know"),
        ),
        count=gap_count(context),
        coverage_chart=coverage_chart(context),
        awards=awards,
        kinds=tuple(_kinds(context)),
        names=tuple(link_to_name(context, id) for id in bare[:LONGEST]),
        names_left=max(0, len(bare) - LONGEST),
        folded=sum(len(award.editions) for award in awards) > _UNFOLDED,
        conventions=section_link(context, "conventions"),
        claims=section_link(context, "claims"),
    )


def _awards(context: Context) -> Iterator[AwardGaps]:
    for award in context.archive.awards:
        every = edition_gaps(context, award)
        partial = tuple(each for each in every if lacking(each))
        if partial:
            left, whole = max(0, len(partial) - LONGEST), len(every) - len(partial)
            missing = sum(map(lacking, partial))
            yield AwardGaps(link_to_award(context, award), partial[:LONGEST], left, whole, len(partial), missing)


def _kinds(context: Context) -> Iterator[GapGroup]:
    """The kinds of gap that occur."""
    for kind, found in gaps(context):
        if found:
            yield GapGroup(kind, found[:LONGEST], max(0, len(found) - LONGEST))
