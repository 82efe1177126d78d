"""The days of an edition: its ceremony, the events inside it, its deadlines."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from ...model import Date, Edition, Held
from ...model.archive import Archive
from ...statistics.coverage import label
from ...statistics.memoize import once
from ..context import Context
from ..messages import Message


@dataclass(frozen=True, slots=True)
class Day:
    """A day, or several: `id` is unique in its edition; `is_off` where it did not take place."""

    id: str
    title: str
    first: date
    last: date
    place: str = ""
    note: str = ""
    is_off: bool = False


def days(context: Context, edition: Edition) -> Iterator[Day]:
    """What is known to the day; a month is never its first day."""
    named = label(context.archive, edition.key)
    off = edition.status is Held.CANCELLED
    ceremony = edition.ceremony
    place = ", ".join(ceremony.place)
    span = _span(ceremony.date, ceremony.until)
    if span and edition.status is not Held.POSTPONED:
        yield Day("ceremony", named, *span, place, edition.theme, off)
    for number, event in enumerate(edition.events, 1):
        if span := _span(event.date, event.until):
            yield Day(f"event-{number}", f"{named} – {event.name}", *span, ", ".join(event.place), event.note, off)
    for number, deadline in enumerate(edition.deadlines, 1):
        if span := _span(deadline.date, None):
            values = (("edition", named), ("what", deadline.what))
            title = context.say(Message("%(edition)s – deadline: %(what)s", values))
            yield Day(f"deadline-{number}", title, *span, "", deadline.note, off)


@once
def without_a_day(archive: Archive) -> int:
    """How many of these are known to the month or the year alone, and stand in no calendar."""
    return sum(1 for edition in archive.editions.values() for known in _dates(edition) if not known.day)


def _dates(edition: Edition) -> Iterator[Date]:
    events = (event.date for event in edition.events)
    return filter(None, chain((edition.ceremony.date,), events, (each.date for each in edition.deadlines)))


def _span(first: Date | None, last: Date | None) -> tuple[date, date] | None:
    if not first or not first.day:
        return None
    begun = date(first.year, first.month, first.day)
    ended = date(last.year, last.month, last.day) if last and last.day else begun
    return begun, max(begun, ended)
