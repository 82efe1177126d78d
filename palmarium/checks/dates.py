"""Dates of records: what each is of, its place and its key."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import chain

from ..model import Article, Award, Ceremony, Date, Edition, Gathering, Name, Result
from ..model.archive import results_in
from ..problems import Span


class Of(Enum):
    """What a date is of; a loss is when a result was revoked, a reading when a source was read.

    A life is when a name or an award began or ended.
    """

    EDITION = auto()
    CEREMONY = auto()
    PERIOD = auto()
    EVENT = auto()
    ROUND = auto()
    DEADLINE = auto()
    RESULT = auto()
    LOSS = auto()
    AMENDMENT = auto()
    SOURCE = auto()
    READING = auto()
    ARTICLE = auto()
    COMMENT = auto()
    LIFE = auto()


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with what it is of, in words too, its place and its key there; of a last day also the first one."""

    of: Of
    what: str
    date: Date
    span: Span
    key: tuple[str, ...] = ("date",)
    begun: Date | None = None


def in_edition(edition: Edition) -> Iterator[Dated]:
    """Every date of an edition but those of its sources."""
    gatherings: list[tuple[Of, str, Ceremony | Gathering]] = [(Of.CEREMONY, "the ceremony", edition.ceremony)]
    gatherings += ((Of.EVENT, f'the event "{each.name}"', each) for each in edition.events)
    for of, what, held in gatherings:
        if held.date:
            yield Dated(of, what, held.date, held.span)
        if held.until:
            yield Dated(of, what, held.until, held.span, ("until",), held.date)
    if period := edition.period:
        ends = (("from", period.start), ("until", period.end))
        yield from (Dated(Of.PERIOD, "the period", date, period.span, (key,)) for key, date in ends if date)
    for round in edition.rounds:
        if round.date:
            yield Dated(Of.ROUND, f'the round "{round.id}"', round.date, round.span)
    for deadline in edition.deadlines:
        yield Dated(Of.DEADLINE, f'the deadline "{deadline.what}"', deadline.date, deadline.span)
    yield from chain.from_iterable(map(of_result, results_in(edition)))


def of_result(result: Result) -> Iterator[Dated]:
    """When a result was given, lost and amended."""
    if result.awarded_on:
        yield Dated(Of.RESULT, "a result", result.awarded_on, result.span, ("awarded_on",))
    if result.status_on:
        yield Dated(Of.LOSS, f"a result that is {result.status}", result.status_on, result.span, ("status_on",))
    changed = ((each.on, each.span) for each in result.amendments)
    yield from (Dated(Of.AMENDMENT, "an amendment", date, span, ("on",)) for date, span in changed if date)


def in_sources(record: Article | Award | Edition | Name) -> Iterator[Dated]:
    """When each source of a record appeared, and when it was read."""
    for source in record.sources:
        said = f'the source "{source.id}"'
        if source.date:
            yield Dated(Of.SOURCE, said, source.date, source.span)
        if source.accessed:
            yield Dated(Of.READING, f"the reading of {said}", source.accessed, source.span, ("accessed",))
