"""The page of records: league tables, streaks, newcomers, juries."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..model import Distinction, Kind
from ..model.archive import Archive
from ..statistics import comparisons, coverage, juries, titles
from ..statistics.comparisons import Portion
from ..statistics.count import Count, Reason
from ..statistics.holders import Group, Holders, holders, renewal
from ..statistics.titles import ALL, Identity, Scope, alphabetical, awards, certainty, contests, members
from .context import Context
from .links import Head, Link, link_to_award, link_to_edition, link_to_name, section_head, section_link
from .messages import Message
from .parts.heatmap import HeatMap, HeatRow, YearMap, heat_map, year_map
from .parts.name_history import HistoryBasis, basis
from .parts.pager import paged, shares
from .parts.rankings import Ranking, RankLine, ranking, ranking_of_places
from .parts.reigns import Durations, durations
from .parts.title_origins import TitleOrigins, title_origins
from .plan import Page

# Shape what names have across awards: points by a declared scheme, titles by award, from when to when.


@dataclass(frozen=True, slots=True)
class CrossLine:
    """One name across awards: its titles in each of the awards of the table, and its points.

    `first` and `last` are the editions of its first and last title, where it has titles in two awards or more.
    """

    link: Link
    titles: tuple[int, ...]
    points: int
    first: Link | None = None
    last: Link | None = None


@dataclass(frozen=True, slots=True)
class Worth:
    """Points of a rank without a title, or of a distinction."""

    rank: int
    distinction: Distinction | None
    points: int


@dataclass(frozen=True, slots=True)
class CrossTable:
    """Names with points in two awards or more; `awards_left` have no column.

    A title is worth `title`, others `worths`; `declared` in site.toml.
    """

    awards: tuple[Link, ...]
    lines: tuple[CrossLine, ...]
    left: int
    awards_left: int
    title: int
    worths: tuple[Worth, ...]
    declared: bool
    because: Reason | None


def cross_table(context: Context, scope: Scope, most: int) -> CrossTable:
    """Names up to this place; an award without a title of theirs has no column, of many those with most have one."""
    archive = context.archive
    scheme = comparisons.scheme(context.config.points)
    scores = comparisons.across(archive, scheme, scope)
    shown = [score for score in scores if score.place <= most][:_CROSSING]
    held = {award for score in scores for award, number in score.titles if number}
    won: Counter[str] = Counter()
    for score in shown:
        won.update(dict(score.titles))
    columns = held if len(held) <= _COLUMNS else {award for award, _ in won.most_common(_COLUMNS)}
    awards = tuple(award for award in archive.awards if award in columns)
    careers = comparisons.careers(archive, scope)
    named = ((archive.awards[award], context.urls.award(award)) for award in awards)
    return CrossTable(
        awards=tuple(Link(award.label, url) for award, url in named),
        lines=tuple(_line(context, score, awards, careers.get(score.name, ())) for score in shown),
        left=len(scores) - len(shown),
        awards_left=len(held) - len(awards),
        title=scheme.winner,
        worths=_worths(scheme),
        declared=scheme.declared,
        because=certainty(archive, scope).because,
    )


def _line(context: Context, score: comparisons.Score, awards: tuple[str, ...], career: tuple[str, ...]) -> CrossLine:
    return CrossLine(
        link_to_name(context, score.name),
        tuple(dict(score.titles).get(award, 0) for award in awards),
        score.points,
        link_to_edition(context, career[0]) if career else None,
        link_to_edition(context, career[-1]) if career else None,
    )


def _worths(scheme: comparisons.Scheme) -> tuple[Worth, ...]:
    ranks = (Worth(rank, None, number) for rank, number in scheme.ranks)
    return (*ranks, *(Worth(0, kind, number) for kind, number in scheme.distinctions))


# Shape how titles are shared out: by country, by kind of name, by family of awards, and with names counted together.


@dataclass(frozen=True, slots=True)
class PortionTable:
    """Portions, largest first, and how many are `left`; `unknown` counts what belongs to none."""

    lines: tuple[Portion, ...]
    left: int
    unknown: Portion | None


@dataclass(frozen=True, slots=True)
class FamilyLine:
    """Sister awards counted as one."""

    awards: tuple[Link, ...]
    titles: Count
    laureates: Count
    most: Ranking


@dataclass(frozen=True, slots=True)
class TogetherLine:
    """A name, its own titles, and those with its predecessors and as a group; `others` count for it.

    A number is 0 where the name itself counts for another one.
    """

    link: Link
    others: tuple[Link, ...]
    own: int
    with_predecessors: int
    as_group: int


def countries(context: Context, scope: Scope, most: int) -> PortionTable:
    return _table(comparisons.by_country(context.archive, scope), most)


def kinds(context: Context, scope: Scope) -> PortionTable:
    return _table(comparisons.by_kind(context.archive, scope), len(Kind))


def families(context: Context, scope: Scope, last: int) -> tuple[FamilyLine, ...]:
    """Families of two awards or more in which something can be won."""
    words = dict.fromkeys(award.family for award in context.archive.awards.values() if award.family)
    inside = (replace(scope, family=word) for word in words)
    return tuple(_family(context, each, last) for each in inside if len(awards(context.archive, each)) > 1)


def together(context: Context, scope: Scope) -> tuple[TogetherLine, ...]:
    """Names that have more titles with others than alone, two or more, most first."""

    def order(found: tuple[str, TogetherLine]) -> tuple[int, tuple[str, ...]]:
        name, line = found
        return -max(line.with_predecessors, line.as_group), alphabetical(context.archive, name)

    return tuple(line for _, line in sorted(_together(context, scope), key=order))


def _table(portions: Iterable[Portion], most: int) -> PortionTable:
    every = tuple(portions)
    known = tuple(each for each in every if each.label)
    unknown = next((each for each in every if not each.label), None)
    return PortionTable(known[:most], max(0, len(known) - most), unknown)


def _family(context: Context, scope: Scope, last: int) -> FamilyLine:
    archive = context.archive
    several = (tally for tally in titles.most_titled(archive, scope) if tally.titles > 1)
    return FamilyLine(
        tuple(link_to_award(context, award) for award in awards(archive, scope)),
        titles.titles(archive, scope),
        titles.laureates(archive, scope),
        ranking(context, several, last, titles.certainty(archive, scope).because),
    )


def _together(context: Context, scope: Scope) -> Iterator[tuple[str, TogetherLine]]:
    archive = context.archive
    counts = {
        identity: {tally.name: tally.titles for tally in titles.most_titled(archive, replace(scope, identity=identity))}
        for identity in Identity
    }
    own, *joint = (counts[identity] for identity in Identity)
    for name in dict.fromkeys(name for table in joint for name in table):
        numbers = [own.get(name, 0), *(table.get(name, 0) for table in joint)]
        if max(numbers) > max(numbers[0], 1):
            joined = (other for way in Identity for other in members(archive, name, way)[1:])
            links = tuple(link_to_name(context, other) for other in dict.fromkeys(joined) if other in own)
            yield name, TogetherLine(link_to_name(context, name), links, *numbers)


TEMPLATE = "page/records.html"
_DRAWN, _EDITIONS = 5, 12
"""Of how many awards, and of how many editions each, the titles are drawn."""
_MOVED = 200
"""Editions told one by one: a row for each of thousands would be most of the page."""
_CELLS, _AWARDS, _ROWS = 100, 40, 25
"""How many cells of the map of years, lines of awards, and editions told one by one stand on a page."""
_COLUMNS, _CROSSING = 12, 25
"""How many awards, and names, the cross table has at most."""
_EMPTY = Ranking((), 0, None)
TOP = 10
"""The last place that a table shows."""


@dataclass(frozen=True, slots=True)
class AwardRecords:
    """Records of one award, and on how many editions they rest; `most` have two titles or more."""

    award: Link
    titles: Count
    laureates: Count
    basis: HistoryBasis
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
    laureates: Count
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
    title_origins: tuple[TitleOrigins, ...]
    title_origins_left: int
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

    @property
    def sections(self) -> tuple[str, ...]:
        """The ids of the sections that the first page shows, in their order."""
        shown = {
            "most": True,
            "together": self.together,
            "streaks": True,
            "reigns": self.durations.reigns,
            "across": True,
            "absences": self.durations.absences,
            "placed": self.placed.lines,
            "map": self.heat,
            "awards": self.awards,
            "families": self.families,
            "years": self.years.rows,
            "makeup": self.title_origins,
            "movement": True,
            "kinds": len(self.kinds.lines) > 1,
            "countries": self.countries.lines,
            "juries": True,
        }
        return tuple(id for id, has in shown.items() if has)


def pages(context: Context) -> Iterator[Page]:
    view = records_view(context)
    rest = replace(
        view,
        overall=_EMPTY,
        together=(),
        together_left=0,
        years=replace(view.years, rows=()),
        awards=(),
        families=(),
        durations=Durations((), 0, (), 0, (), 0),
        title_origins=(),
        title_origins_left=0,
        movements=(),
        countries=PortionTable((), 0, None),
        kinds=PortionTable((), 0, None),
        placed=_EMPTY,
        juries=Juries(0, 0, (), 0, None),
        cross=replace(view.cross, lines=(), awards=()),
        heat=None,
    )
    yield from paged(
        context,
        Page(view.head.url, TEMPLATE, view),
        rest,
        years=[replace(view.years, rows=part) for part in shares(view.years.rows, _CELLS, _weigh_years)],
        awards=shares(view.awards, _AWARDS, lambda award: 1 + len(award.most.lines) // 3),
        movements=shares(view.movements, _ROWS),
    )


def _weigh_years(row: HeatRow) -> int:
    return 2 + sum(cell.form != "apart" for cell in row.cells)


def records_view(context: Context) -> View:
    archive = context.archive
    rests = [basis(archive, award) for award in contests(archive)]
    table = titles.most_titled(archive, ALL)
    won = (award for award in archive.awards if titles.titles(archive, Scope(award=award)).value)
    doubt = titles.certainty(archive, ALL).because
    drawn, moved, joined = _title_origins(context), tuple(_movements(context)), together(context, ALL)
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
        title_origins=drawn[:_DRAWN],
        title_origins_left=max(0, len(drawn) - _DRAWN),
        movements=moved[:_MOVED],
        movements_left=max(0, len(moved) - _MOVED),
        countries=countries(context, ALL, 2 * TOP),
        kinds=kinds(context, ALL),
        placed=ranking_of_places(context, TOP),
        juries=_juries(context),
        cross=cross_table(context, ALL, 2 * TOP),
        heat=heat_map(context, _faithful(archive)),
        gaps=section_link(context, "gaps"),
        conventions=section_link(context, "conventions"),
    )


def _head(context: Context) -> Head:
    return section_head(
        context,
        "records",
        Message("Most titles, streaks, newcomers and juries, each number with what it rests on."),
        title=Message("Records and statistics"),
    )


def _award(context: Context, award: str) -> AwardRecords:
    archive, scope = context.archive, Scope(award=award)
    several = (tally for tally in titles.most_titled(archive, scope) if tally.titles > 1)
    return AwardRecords(
        link_to_award(context, award),
        titles.titles(archive, scope),
        titles.laureates(archive, scope),
        basis(archive, award),
        ranking(context, several, TOP, titles.certainty(archive, scope).because),
    )


def _title_origins(context: Context) -> tuple[TitleOrigins, ...]:
    """Of every award that has them, in the order of awards."""
    found = (title_origins(context, award, _EDITIONS) for award in contests(context.archive))
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
        laureates=titles.laureates(context.archive, Scope(edition=edition)),
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
    every = juries.seats(archive)
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
