"""The history of a name: its results, the gaps between them, tallies by award."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ...model import Coverage, Date, NamedAs, Result
from ...model.archive import Archive
from ...statistics import coverage, holders, streaks, titles
from ...statistics.count import Count, Reason
from ...statistics.coverage import Gaps, Step
from ...statistics.memoize import once
from ...statistics.titles import Places, Scope
from ..context import Context
from ..links import Brief, Link, link_to_award, link_to_edition
from ..messages import Message
from .palmares import result_url
from .rows import LaureateLink, ResultRow, result_row
from .sources import because


class Share(StrEnum):
    """The relation of a name to a result."""

    OWN = "own"  # it is the laureate, or got the place
    EMPLOYER = "employer"  # the laureate worked there then
    REPRESENTATIVE = "representative"  # it stood for the laureate


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One result of a moment; `place` is where it stands in the palmarès, `others` those who share it."""

    share: Share
    row: ResultRow
    place: Link
    others: tuple[LaureateLink, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """An edition in which a name has results, its own or through somebody.

    `form` is `won`, `placed` or `none`; `standing` how it came to its title (`first-time`, `retained`, `regained`,
    empty without one), which holds only in this archive where it is not `certain`, `because` of that. It has `kept` or
    regained a title where that is of a category, or of the line of one, in which it had one before.
    """

    year: int
    edition: Link
    date: Date | None
    form: str
    lines: tuple[HistoryLine, ...]
    standing: str = ""
    certain: bool = True
    because: Reason | None = None
    kept: bool = False
    kind: str = "moment"


@dataclass(frozen=True, slots=True)
class HistoryGap:
    """Editions of the awards of a name that could hold a title which the archive does not know.

    `silent` have no known laureate, `partial` some; `years` is a year or a stretch of them, empty if not known.
    """

    years: str
    silent: tuple[Link, ...]
    partial: tuple[Link, ...]
    missing: tuple[Brief, ...]
    kind: str = "gap"


@dataclass(frozen=True, slots=True)
class StreakLine:
    """Titles in editions that follow each other; `at_least` where there may be more, `because` of this."""

    length: int
    first: Link
    last: Link
    current: bool
    at_least: bool
    because: Reason | None


@dataclass(frozen=True, slots=True)
class HistoryBasis:
    """On how many editions of an award a statistic rests.

    `known` editions of `held` have all their laureates in the archive; `open` says that there may be more before.
    """

    known: int
    held: int
    open: bool


@dataclass(frozen=True, slots=True)
class AwardTally:
    """What a name has in one award, and on how many editions the numbers rest."""

    award: Link
    titles: Count
    places: Places
    basis: HistoryBasis
    streak: StreakLine | None


def timeline(context: Context, name: str) -> tuple[Moment | HistoryGap, ...]:
    """What a name has, and what is not known of the awards in which it has results, from old to new."""
    places = titles.order(context.archive)
    there = _moments(context, name)
    placed: list[tuple[_Place, Moment | HistoryGap]] = [(places[key], moment) for key, moment in there.items()]
    placed += _gaps(context, name, [places[key] for key in there])
    return tuple(item for _, item in sorted(placed, key=lambda each: each[0]))


def tallies(context: Context, name: str) -> tuple[AwardTally, ...]:
    """Titles and places by award, in the order of awards."""
    archive = context.archive
    awards = {archive.editions[result.edition].award for result in archive.results_of.get(name, ())}
    return tuple(_tally(context, name, award) for award in archive.awards if award in awards)


def basis(archive: Archive, award: str) -> HistoryBasis:
    """How many editions of an award were held as far as the archive can tell, and how many it knows whole."""
    return _bases(archive)[award]


def streak_line(context: Context, streak: streaks.Streak) -> StreakLine:
    return StreakLine(
        streak.length,
        link_to_edition(context, streak.first),
        link_to_edition(context, streak.last),
        streak.current,
        streak.at_least,
        streak.because,
    )


def link_to_result(context: Context, result: Result) -> Link:
    """A link to a result in its palmarès."""
    text = link_to_edition(context, result.edition).text
    return Link(text, result_url(context, result))


def _moments(context: Context, name: str) -> dict[str, Moment]:
    """By the key of each edition in which a name has results."""
    found: dict[str, list[tuple[Share, Result]]] = {}
    for share, result in _results(context.archive, name):
        found.setdefault(result.edition, []).append((share, result))
    return {key: _moment(context, name, key, held) for key, held in found.items()}


def _results(archive: Archive, name: str) -> Iterator[tuple[Share, Result]]:
    """Its own results, then those of others in which it has a part, each once."""
    own = archive.results_of.get(name, ())
    yield from ((Share.OWN, result) for result in own)
    seen = {(result.edition, result.id) for result in own}
    for mention in archive.mentions_of.get(name, ()):
        key = mention.edition, mention.result
        if mention.how in (NamedAs.EMPLOYER, NamedAs.REPRESENTATIVE) and key not in seen and key in _by_id(archive):
            seen.add(key)
            yield Share(mention.how), _by_id(archive)[key]


@once
def _by_id(archive: Archive) -> Mapping[tuple[str, str], Result]:
    """Every result by its edition and its id there."""
    return {(result.edition, result.id): result for result in archive.results}


def _moment(context: Context, name: str, key: str, held: list[tuple[Share, Result]]) -> Moment:
    edition = context.archive.editions[key]
    own = [result for share, result in held if share is Share.OWN]
    won = any(name in titles.winners(context.archive, result) for result in own)
    placed = any(name in titles.placed(context.archive, result) for result in own)
    standing = holders.standing(context.archive, name, key) if won else None
    return Moment(
        edition.sort_year,
        link_to_edition(context, key),
        edition.ceremony.date,
        "won" if won else "placed" if placed else "none",
        tuple(_line(context, name, share, result) for share, result in held),
        standing[0] if standing else "",
        standing[1] if standing else True,
        standing[2] if standing else None,
        bool(standing) and holders.is_same(context.archive, name, key),
    )


def _line(context: Context, name: str, share: Share, result: Result) -> HistoryLine:
    row = result_row(context, result)
    own = context.urls.name(name)
    others = tuple(other for other in row.laureates if other.link.url != own)
    return HistoryLine(share, row, link_to_result(context, result), others)


_Place = tuple[Any, ...]
"""What all editions are ordered by, the year first; missing editions come before those of their first year."""


@dataclass(frozen=True, slots=True)
class _Hole:
    """An edition that is not whole, or the ones missing before it; `place` orders it among all editions."""

    place: _Place
    award: str
    years: tuple[int, ...]
    edition: str = ""
    missing: Message | None = None


@once
def _bases(archive: Archive) -> Mapping[str, HistoryBasis]:
    return {award: _basis(archive, award) for award in archive.awards}


def _basis(archive: Archive, award: str) -> HistoryBasis:
    steps = coverage.timeline(archive, award)
    known = sum(coverage.holds(archive, step.edition, "laureates") for step in steps)
    unsure = coverage.open_start(archive, steps) or any(step.apart for step in steps)
    return HistoryBasis(known, len(steps) + sum(step.missing_before for step in steps), unsure)


@once
def _holes(archive: Archive) -> Mapping[str, tuple[_Hole, ...]]:
    """What is not known of each award, from old to new."""
    return {award: tuple(_holes_of(archive, award)) for award in archive.awards}


def _holes_of(archive: Archive, award: str) -> Iterator[_Hole]:
    before: Step | None = None
    founded = archive.awards[award].founded
    for step in coverage.timeline(archive, award):
        year = archive.editions[step.edition].sort_year
        if step.missing_before:
            lost = because(coverage.reason(archive, Gaps(step.missing_before, step.missing)))
            known = archive.editions[before.edition].sort_year + 1 if before else founded.year if founded else year
            first = min(known, year)
            yield _Hole((first, -1), award, (first, year - 1) if first < year else (), missing=lost)
        if not coverage.holds(archive, step.edition, "laureates"):
            yield _Hole(titles.order(archive)[step.edition], award, (year,), step.edition)
        before = step


def _gaps(context: Context, name: str, taken: list[_Place]) -> Iterator[tuple[_Place, HistoryGap]]:
    """Holes in a row make one gap, as long as nothing stands between them; each with the place of its first."""
    archive = context.archive
    own = dict.fromkeys(result.edition for result in archive.results_of.get(name, ()))
    awards = dict.fromkeys(archive.editions[key].award for key in own)
    holes = [hole for award in awards for hole in _holes(archive)[award] if hole.edition not in own]
    run: list[_Hole] = []
    between = sorted(taken)
    for hole in sorted(holes, key=lambda hole: hole.place):
        if run and bisect_left(between, run[-1].place) < bisect_left(between, hole.place):
            yield run[0].place, _gap(context, run)
            run = []
        run.append(hole)
    if run:
        yield run[0].place, _gap(context, run)


def _gap(context: Context, run: list[_Hole]) -> HistoryGap:
    archive = context.archive
    silent = [h.edition for h in run if h.edition and archive.editions[h.edition].covered.results is Coverage.NONE]
    partial = [h.edition for h in run if h.edition and h.edition not in silent]
    return HistoryGap(
        _stretch([year for hole in run for year in hole.years]),
        tuple(link_to_edition(context, key) for key in silent),
        tuple(link_to_edition(context, key) for key in partial),
        tuple(Brief(link_to_award(context, hole.award), hole.missing) for hole in run if hole.missing),
    )


def _stretch(years: list[int]) -> str:
    if not years:
        return ""
    first, last = min(years), max(years)
    return str(first) if first == last else f"{first}–{last}"


def _tally(context: Context, name: str, award: str) -> AwardTally:
    archive = context.archive
    scope = Scope(award=award, name=name)
    best = max(streaks.streaks(archive, scope), key=lambda streak: streak.length, default=None)
    return AwardTally(
        link_to_award(context, award),
        titles.titles(archive, scope),
        titles.places(archive, scope),
        basis(archive, award),
        streak_line(context, best) if best and best.length > 1 else None,
    )
