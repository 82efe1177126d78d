"""Facts of an edition: ceremony, period, method, rounds, coverage."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...model import Attendance, Ceremony, Coverage, Deadline, Edition, Gathering, Held, Method, Period, Round
from ...statistics.coverage import known_results
from ...statistics.gaps import had_jury
from ..context import Context
from ..links import Link, link_to_name
from .rows import ResultRow, result_row
from .sources import Sourced, cites


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """How much the archive holds, by part; no word of a jury where nothing says that there was one."""

    results: Coverage
    categories: Coverage
    jury: Coverage | None


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round, and the results given in it."""

    round: Round
    results: tuple[ResultRow, ...]


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """What is known of an edition besides its results and its people; `providers` carried its method out.

    `label_differs` where the label bears another year than the ceremony; `without_palmares` where nothing was given.
    """

    status: Held
    status_note: str
    without_palmares: bool
    ceremony: Ceremony
    label_differs: bool
    period: Period | None
    validity: str
    wikidata: str
    theme: str
    coverage: CoverageLine
    attendance: tuple[Sourced[Attendance], ...]
    deadlines: tuple[Sourced[Deadline], ...]
    events: tuple[Sourced[Gathering], ...]
    method: Sourced[Method] | None
    providers: tuple[Link, ...]
    rounds: tuple[RoundLine, ...]
    announcements: str
    note: str


def facts(context: Context, edition: Edition) -> EditionFacts:
    """The facts of an edition; references to sources lead to its page."""
    url = context.urls.edition(edition.key)
    return EditionFacts(
        status=edition.status,
        status_note=edition.status_note,
        without_palmares=edition.without_palmares,
        ceremony=edition.ceremony,
        label_differs=label_differs(edition),
        period=edition.period,
        validity=edition.validity,
        wikidata=edition.wikidata,
        theme=edition.theme,
        coverage=coverage_line(context, edition),
        attendance=tuple(Sourced(each, cites(each.sources, edition, url)) for each in edition.attendance),
        deadlines=tuple(Sourced(each, cites(each.sources, edition, url)) for each in edition.deadlines),
        events=tuple(Sourced(each, cites(each.sources, edition, url)) for each in edition.events),
        method=Sourced(edition.method, cites(edition.method.sources, edition, url)) if edition.method else None,
        providers=tuple(_providers(context, edition.method)),
        rounds=tuple(_round(context, line, edition) for line in edition.rounds),
        announcements=edition.announcements,
        note=edition.note,
    )


def label_differs(edition: Edition) -> bool:
    """Whether the label bears a year other than that of the ceremony (edge case 1)."""
    date = edition.ceremony.date
    return date is not None and edition.label.isdecimal() and int(edition.label) != date.year


def coverage_line(context: Context, edition: Edition) -> CoverageLine:
    covered = edition.covered
    # A jury of which nobody is listed is not known in part.
    jury = covered.jury if edition.jurors or covered.jury is Coverage.COMPLETE else Coverage.NONE
    sat = had_jury(context.archive, edition)
    return CoverageLine(known_results(edition), covered.categories, jury if sat else None)


def _round(context: Context, round: Round, edition: Edition) -> RoundLine:
    given = (result for entry in edition.entries for result in entry.results if result.round == round.id)
    return RoundLine(round, tuple(result_row(context, result) for result in given))


def _providers(context: Context, method: Method | None) -> Iterator[Link]:
    ids = context.archive.ids
    return (link_to_name(context, ids[ref.text]) for ref in (method.provider if method else ()) if ref.text in ids)
