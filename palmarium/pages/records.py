"""League tables, streaks, newcomers, juries: what can be counted, and how far.

Owns: which records are shown, and how long a table is.   Never: counts (that is `statistics`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..archive import Archive
from ..context import Context
from ..plan import Page
from ..statistics import coverage, jurors, points, streaks, titles
from ..statistics.holders import Group, holders
from ..statistics.ranking import alphabetical
from ..statistics.scope import ALL, Scope
from ..views import SECTIONS, Head, Link, Message, crumbs, link_to_award, link_to_edition, link_to_name
from ..views.heat import HeatMap, YearMap, heat_map, year_map
from ..views.profiles import StreakLine, basis, contests, streak_line
from ..views.proof import CountLine, counted
from ..views.rankings import Ranking, RankLine, ranking

TEMPLATE = "page/records.html"
TOP = 10
"""The last place that a table shows."""


@dataclass(frozen=True, slots=True)
class AwardRecords:
    """Records of one award. `most` have two titles or more; `known` editions of `held` have all their laureates."""

    award: Link
    titles: CountLine
    laureates: CountLine
    known: int
    held: int
    open: bool
    most: Ranking


@dataclass(frozen=True, slots=True)
class StreakRow:
    """A streak in one award."""

    award: Link
    name: Link
    streak: StreakLine


@dataclass(frozen=True, slots=True)
class GroupCount:
    """How many laureates came to their title so; more where not `whole`, perhaps others where not `certain`."""

    number: int
    certain: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class Movement:
    """Newcomers and returning laureates of an edition against the editions before."""

    edition: Link
    laureates: CountLine
    first: GroupCount
    retained: GroupCount
    regained: GroupCount
    lost: GroupCount


@dataclass(frozen=True, slots=True)
class Juries:
    """Seats on juries: how many people, on how many juries, and who sat on most of them."""

    people: int
    juries: int
    lines: tuple[RankLine, ...]
    because: Message | None


@dataclass(frozen=True, slots=True)
class CrossLine:
    """One name across awards: its titles in each of the awards of the table, and its points."""

    place: int
    link: Link
    titles: tuple[int, ...]
    points: int


@dataclass(frozen=True, slots=True)
class CrossTable:
    """Names with points in two awards or more; a title is `title` points, a place `second` or `third`."""

    awards: tuple[Link, ...]
    lines: tuple[CrossLine, ...]
    title: int
    second: int
    third: int


@dataclass(frozen=True, slots=True)
class View:
    """Records. `known` editions of `held` are whole in the archive; `once` laureates have one title only."""

    head: Head
    known: int
    held: int
    overall: Ranking
    once: int
    years: YearMap
    awards: tuple[AwardRecords, ...]
    streaks: tuple[StreakRow, ...]
    movements: tuple[Movement, ...]
    placed: Ranking
    juries: Juries
    cross: CrossTable
    heat: HeatMap | None
    gaps: Link
    conventions: Link


def pages(context: Context) -> Iterator[Page]:
    view = records_view(context)
    yield Page(view.head.url, TEMPLATE, view)


def records_view(context: Context) -> View:
    archive = context.archive
    rests = [basis(archive, award) for award in contests(archive)]
    table = titles.most_titled(archive, ALL)
    won = (award for award in archive.awards if titles.titles(archive, Scope(award=award)).value)
    doubt = titles.certainty(archive, ALL).because
    return View(
        head=_head(context),
        known=sum(each.known for each in rests),
        held=sum(each.held for each in rests),
        overall=ranking(context, (tally for tally in table if tally.titles > 1), TOP, doubt),
        once=sum(tally.titles == 1 for tally in table),
        years=year_map(context),
        awards=tuple(_award(context, award) for award in won),
        streaks=tuple(_streaks(context)),
        movements=tuple(_movements(context)),
        placed=ranking(context, titles.most_placed(archive, ALL), TOP, doubt),
        juries=_juries(context),
        cross=_cross(context),
        heat=heat_map(context, _faithful(archive)),
        gaps=Link(SECTIONS["gaps"], context.urls.section("gaps")),
        conventions=Link(SECTIONS["conventions"], context.urls.section("conventions")),
    )


def _head(context: Context) -> Head:
    url = context.urls.section("records")
    return Head(
        url=url,
        title=Message("Records and statistics"),
        description=Message("Most titles, streaks, newcomers and juries, each number with what it rests on."),
        crumbs=crumbs(),
        section=url,
    )


def _award(context: Context, award: str) -> AwardRecords:
    archive, scope = context.archive, Scope(award=award)
    rests = basis(archive, award)
    several = (tally for tally in titles.most_titled(archive, scope) if tally.titles > 1)
    return AwardRecords(
        link_to_award(context, award),
        counted(titles.titles(archive, scope)),
        counted(titles.laureates(archive, scope)),
        rests.known,
        rests.held,
        rests.open,
        ranking(context, several, TOP, titles.certainty(archive, scope).because),
    )


def _streaks(context: Context) -> Iterator[StreakRow]:
    """The longest first, whatever the award."""
    archive = context.archive
    found = [streak for award in archive.awards for _, streak in streaks.longest(archive, award)]
    found.sort(key=lambda streak: (-streak.length, alphabetical(archive, streak.name)))
    for streak in found[: 2 * TOP]:
        award = link_to_award(context, streak.award)
        yield StreakRow(award, link_to_name(context, streak.name), streak_line(context, streak))


def _movements(context: Context) -> Iterator[Movement]:
    """Editions with known laureates and an edition before them in which others are known."""
    archive = context.archive
    for key in reversed(tuple(archive.editions)):
        group = holders(archive, key)
        here, there = (titles.laureate_names(archive, Scope(edition=each)) for each in (key, group.before or key))
        if group.before and here and there:
            yield Movement(
                link_to_edition(context, key),
                counted(titles.laureates(archive, Scope(edition=key))),
                *(_count(each) for each in (group.first, group.retained, group.regained, group.lost)),
            )


def _count(group: Group) -> GroupCount:
    return GroupCount(len(group.names), group.certain, group.whole)


def _juries(context: Context) -> Juries:
    archive = context.archive
    every = jurors.seats(archive)
    lines = ranking(context, (seat for seat in every if seat.seats > 1), TOP).lines
    sat = {key for seat in every for key in seat.editions}
    doubt = next((gap for award in archive.awards if (gap := coverage.gaps_of(archive, award, "jury")).any), None)
    return Juries(len(every), len(sat), lines, Message("not every jury is known to the archive") if doubt else None)


def _cross(context: Context) -> CrossTable:
    scores = points.across(context.archive)
    held = {award for score in scores for award, _ in score.titles}
    awards = tuple(award for award in context.archive.awards if award in held)
    lines = tuple(
        CrossLine(
            score.place,
            link_to_name(context, score.name),
            tuple(dict(score.titles).get(award, 0) for award in awards),
            score.points,
        )
        for score in scores
        if score.place <= 2 * TOP
    )
    named = ((context.archive.awards[award], context.urls.award(award)) for award in awards)
    links = tuple(Link(award.short or award.name, url) for award, url in named)
    return CrossTable(links, lines, points.TITLE, points.PLACES[2], points.PLACES[3])


def _faithful(archive: Archive) -> Iterator[str]:
    """Names with results in two editions or more, most titles first."""
    ordered = (*titles.most_titled(archive, ALL), *titles.most_placed(archive, ALL))
    for tally in ordered:
        if len({result.edition for result in archive.results_of[tally.name]}) > 1:
            yield tally.name
