"""Shape the facts around a palmarès: when, where, how, before how many."""

from dataclasses import dataclass

from ...model import (
    Attendance,
    Ceremony,
    Coverage,
    Date,
    Deadline,
    Edition,
    Function,
    Gathering,
    Held,
    Method,
    Period,
    Round,
)
from ...statistics.coverage import known_results
from ...statistics.gaps import had_jury
from ..context import Context
from ..links import Link, link_to_name
from .rows import ResultRow, result_row
from .sources import Cite, cites


@dataclass(frozen=True, slots=True)
class CeremonyLine:
    """When and where; `weekday` is what a source says, `inferred` that the date is deduced."""

    date: Date | None
    until: Date | None
    weekday: str
    inferred: bool
    venue: str
    city: str
    country: str
    note: str


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """A span of time, open where an end is not known."""

    start: Date | None
    end: Date | None
    note: str


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """How much the archive holds, by part; no word of a jury where nothing says that there was one."""

    results: Coverage
    categories: Coverage
    jury: Coverage | None


@dataclass(frozen=True, slots=True)
class AttendanceLine:
    """How many came, or were expected (`forecast`), and who is counted."""

    value: int
    qualifier: str
    forecast: bool
    what: str
    note: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class DeadlineLine:
    """A last day for something."""

    what: str
    date: Date
    note: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class EventLine:
    """One of several events inside the edition; `place` from the venue to the region."""

    name: str
    date: Date | None
    until: Date | None
    place: tuple[str, ...]
    note: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class RoundLine:
    """One round: who entered, how many go on (`per` city or region), and the results given in it."""

    name: str
    level: str
    date: Date | None
    entrants: int | None
    qualifier: str
    qualify: int | None
    per: str
    method: tuple[str, ...]
    note: str
    results: tuple[ResultRow, ...]


@dataclass(frozen=True, slots=True)
class Weight:
    """What counts for how much."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class MethodCard:
    """How laureates were chosen; `channel_count` where channels are counted and not named."""

    how: tuple[str, ...]
    provider: tuple[Link, ...]
    channels: tuple[str, ...]
    channel_count: int | None
    tests: str
    threshold: str
    weights: tuple[Weight, ...]
    fee: str
    eligibility: str
    criteria: tuple[str, ...]
    note: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an edition besides its results and its people.

    `label_differs` where the label bears another year than the ceremony; `without_palmares` where nothing was given.
    """

    status: Held
    status_note: str
    without_palmares: bool
    ceremony: CeremonyLine
    label_differs: bool
    period: PeriodLine | None
    validity: str
    theme: str
    coverage: CoverageLine
    attendance: tuple[AttendanceLine, ...]
    deadlines: tuple[DeadlineLine, ...]
    events: tuple[EventLine, ...]
    method: MethodCard | None
    rounds: tuple[RoundLine, ...]
    announcements: str
    note: str


def facts(context: Context, edition: Edition) -> Facts:
    """The facts of an edition; references to sources lead to its page."""
    url = context.urls.edition(edition.key)
    return Facts(
        status=edition.status,
        status_note=edition.status_note,
        without_palmares=edition.without_palmares,
        ceremony=ceremony_line(edition.ceremony),
        label_differs=label_differs(edition),
        period=period_line(edition.period),
        validity=edition.validity,
        theme=edition.theme,
        coverage=coverage_line(context, edition),
        attendance=tuple(_attendance(line, edition, url) for line in edition.attendance),
        deadlines=tuple(_deadline(line, edition, url) for line in edition.deadlines),
        events=tuple(_event(line, edition, url) for line in edition.events),
        method=_method(context, edition.method, edition, url) if edition.method else None,
        rounds=tuple(_round(context, line, edition) for line in edition.rounds),
        announcements=edition.announcements,
        note=edition.note,
    )


def label_differs(edition: Edition) -> bool:
    """Whether the label bears a year other than that of the ceremony (edge case 1)."""
    date = edition.ceremony.date
    return date is not None and edition.label.isdecimal() and int(edition.label) != date.year


def ceremony_line(written: Ceremony) -> CeremonyLine:
    return CeremonyLine(
        written.date,
        written.until,
        written.weekday,
        written.inferred,
        written.venue,
        written.city,
        written.country,
        written.note,
    )


def coverage_line(context: Context, edition: Edition) -> CoverageLine:
    covered = edition.covered
    listed = any(part.function is Function.JUROR for part in edition.parts)
    # A jury of which nobody is listed is not known in part.
    jury = covered.jury if listed or covered.jury is Coverage.COMPLETE else Coverage.NONE
    sat = had_jury(context.archive, edition)
    return CoverageLine(known_results(edition), covered.categories, jury if sat else None)


def period_line(written: Period | None) -> PeriodLine | None:
    return PeriodLine(written.start, written.end, written.note) if written else None


def _attendance(line: Attendance, edition: Edition, url: str) -> AttendanceLine:
    cited = cites(line.sources, edition, url)
    return AttendanceLine(line.value, line.qualifier, line.forecast, line.what, line.note, cited)


def _deadline(line: Deadline, edition: Edition, url: str) -> DeadlineLine:
    return DeadlineLine(line.what, line.date, line.note, cites(line.sources, edition, url))


def _event(line: Gathering, edition: Edition, url: str) -> EventLine:
    place = tuple(part for part in (line.venue, line.city, line.region) if part)
    return EventLine(line.name, line.date, line.until, place, line.note, cites(line.sources, edition, url))


def _round(context: Context, line: Round, edition: Edition) -> RoundLine:
    given = (result for entry in edition.entries for result in entry.results if result.round == line.id)
    return RoundLine(
        line.name or line.id,
        line.level,
        line.date,
        line.entrants,
        line.qualifier,
        line.qualify,
        line.per,
        line.method,
        line.note,
        tuple(result_row(context, result) for result in given),
    )


def _method(context: Context, method: Method, edition: Edition, url: str) -> MethodCard:
    ids = context.archive.ids
    return MethodCard(
        method.how,
        tuple(link_to_name(context, ids[ref.text]) for ref in method.provider if ref.text in ids),
        method.channels,
        method.channel_count,
        method.tests,
        method.threshold,
        tuple(Weight(weight.label, weight.value) for weight in method.weights),
        method.fee,
        method.eligibility,
        method.criteria,
        method.note,
        cites(method.sources, edition, url),
    )
