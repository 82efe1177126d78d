"""League tables, streaks, newcomers, juries: what can be counted, and how far.

Owns: which records are shown, and how long a table is.   Never: counts (that is `statistics`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..archive import Archive
from ..context import Context
from ..plan import Page
from ..statistics import coverage, jurors, titles
from ..statistics.holders import Group, Holders, holders
from ..statistics.renewal import renewal
from ..statistics.scope import ALL, Scope, contests
from ..views import SECTIONS, Head, Link, Message, crumbs, link_to_award, link_to_edition
from ..views.heat import HeatMap, YearMap, heat_map, year_map
from ..views.league import CrossTable, cross_table
from ..views.makeups import Makeups, makeups
from ..views.portions import FamilyLine, PortionTable, TogetherLine, countries, families, kinds, together
from ..views.profiles import basis
from ..views.proof import CountLine, counted
from ..views.rankings import Ranking, RankLine, ranking, ranking_of_places
from ..views.reigns import Durations, durations

TEMPLATE = "page/records.html"
_DRAWN, _EDITIONS = 5, 12
"""Of how many awards, and of how many editions each, the titles are drawn."""
_MOVED = 200
"""Editions told one by one: a row for each of thousands would be most of the page."""
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
class GroupCount:
    """How many laureates came to their title so; more where not `whole`, perhaps others where not `certain`."""

    number: int
    certain: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class Movement:
    """Newcomers and returning laureates of an edition against the editions before.

    Where an edition is missing between, nobody is said to have kept or regained a title: all who had one are
    `returning`. `renewed` titles of `titles` went to others than before; both are None where that can't be told.
    """

    edition: Link
    laureates: CountLine
    first: GroupCount
    retained: GroupCount | None
    regained: GroupCount | None
    returning: GroupCount | None
    lost: GroupCount
    renewed: int | None
    titles: int | None


@dataclass(frozen=True, slots=True)
class Juries:
    """Seats on juries: how many people, on how many juries, and who sat on most of them; `left` sat twice as well."""

    people: int
    juries: int
    lines: tuple[RankLine, ...]
    left: int
    because: Message | None


@dataclass(frozen=True, slots=True)
class View:
    """Records. `known` editions of `held` are whole in the archive; `once` laureates have one title only."""

    head: Head
    known: int
    held: int
    overall: Ranking
    once: int
    together: tuple[TogetherLine, ...]
    together_left: int
    years: YearMap
    awards: tuple[AwardRecords, ...]
    families: tuple[FamilyLine, ...]
    durations: Durations
    makeups: tuple[Makeups, ...]
    makeups_left: int
    movements: tuple[Movement, ...]
    movements_left: int
    countries: PortionTable
    kinds: PortionTable
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
    drawn, moved, joined = _makeups(context), tuple(_movements(context)), together(context, ALL)
    return View(
        head=_head(context),
        known=sum(each.known for each in rests),
        held=sum(each.held for each in rests),
        overall=ranking(context, (tally for tally in table if tally.titles > 1), TOP, doubt),
        once=sum(tally.titles == 1 for tally in table),
        together=joined[: 2 * TOP],
        together_left=max(0, len(joined) - 2 * TOP),
        years=year_map(context),
        awards=tuple(_award(context, award) for award in won),
        families=families(context, ALL, TOP),
        durations=durations(context, ALL, 2 * TOP),
        makeups=drawn[:_DRAWN],
        makeups_left=max(0, len(drawn) - _DRAWN),
        movements=moved[:_MOVED],
        movements_left=max(0, len(moved) - _MOVED),
        countries=countries(context, ALL, 2 * TOP),
        kinds=kinds(context, ALL),
        placed=ranking_of_places(context, TOP),
        juries=_juries(context),
        cross=cross_table(context, ALL, 2 * TOP),
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


def _makeups(context: Context) -> tuple[Makeups, ...]:
    """Of every award that has them, in the order of awards."""
    found = (makeups(context, award, _EDITIONS) for award in contests(context.archive))
    return tuple(made for made in found if made)


def _movements(context: Context) -> Iterator[Movement]:
    """Editions with known laureates and an edition before them in which others are known."""
    archive = context.archive
    for key in reversed(tuple(archive.editions)):
        group = holders(archive, key)
        here, there = (titles.laureate_names(archive, Scope(edition=each)) for each in (key, group.before or key))
        if group.before and here and there:
            yield _movement(context, key, group)


def _movement(context: Context, edition: str, group: Holders) -> Movement:
    adjacent = group.retained.certain
    back = GroupCount(len(group.retained.names) + len(group.regained.names), certain=True, whole=False)
    rate = renewal(context.archive, edition)
    return Movement(
        edition=link_to_edition(context, edition),
        laureates=counted(titles.laureates(context.archive, Scope(edition=edition))),
        first=_count(group.first),
        retained=_count(group.retained) if adjacent else None,
        regained=_count(group.regained) if adjacent else None,
        returning=None if adjacent else back,
        lost=_count(group.lost),
        renewed=rate.renewed if rate else None,
        titles=rate.titles if rate else None,
    )


def _count(group: Group) -> GroupCount:
    return GroupCount(len(group.names), group.certain, group.whole)


def _juries(context: Context) -> Juries:
    archive = context.archive
    every = jurors.seats(archive)
    most = ranking(context, (seat for seat in every if seat.seats > 1), TOP)
    sat = {key for seat in every for key in seat.editions}
    doubt = next((gap for award in archive.awards if (gap := coverage.gaps_of(archive, award, "jury")).any), None)
    because = Message("not every jury is known to the archive") if doubt else None
    return Juries(len(every), len(sat), most.lines, most.left, because)


def _faithful(archive: Archive) -> Iterator[str]:
    """Names with results in two editions or more, most titles first."""
    ordered = (*titles.most_titled(archive, ALL), *titles.most_placed(archive, ALL))
    for tally in ordered:
        if len({result.edition for result in archive.results_of[tally.name]}) > 1:
            yield tally.name
