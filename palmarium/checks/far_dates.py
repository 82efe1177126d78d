"""A date far from all others is a slip of the pen.

The year of an edition, a ceremony, an event, a deadline, an article or a source is compared with the other years of the
site. One that lies more than 75 years beyond them all, and among them once two digits are exchanged or one is another,
is questioned, and what would follow from it stands below. So is a ceremony, an event, a round, a deadline or a period
more than five years from its edition, a result given (`awarded_on`) more than two years after it, where the day of its
ceremony is known and no other result of the category was lost, and a ceremony or an event that lasts more than three
weeks. The year of a caption lies no more than five years behind all others. No clock is read: what is new is not wrong;
years from 2100 on of what has happened are told by `date-ahead`.

Passes:

```yaml
ceremony: 2021-10-04
```

Fails, in an archive of 2008 to 2024:

```yaml
ceremony: 1201-10-04
```
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Date, Edition, Status
from ..model.archive import Archive
from ..problems import Basis, Fix, Level, Problem, Span, exception
from ..sources.numerals import ANY_YEAR

CODE = "far-date"
LEVEL = Level.WARNING
BASIS = Basis.FIELD

_BEYOND = 75
_AHEAD = 2100
_FROM_EDITION = 5
_GIVEN_AFTER = 2
_LONGEST = 21


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date, what it is of, the year of its edition or 0, the edition of which it is the day, and when that began.

    It may lie `most` years from its edition; `key` is its own.
    """

    what: str
    date: Date
    span: Span
    own: int = 0
    edition: str = ""
    begun: Date | None = None
    most: int = _FROM_EDITION
    key: tuple[str, ...] = ("date",)


def check(archive: Archive) -> Iterator[Problem]:
    dated = tuple(_dated(archive))
    years = sorted({each.date.year for each in dated})
    for each in (each for each in dated if each.date.year < _AHEAD or _is_to_come(each, archive)):
        others = [year for year in years if year != each.date.year]
        away = abs(each.own - each.date.year) if each.own else 0
        if each.date.year < _AHEAD and _is_beyond(each.date.year, others):
            first, last = min(others) - _FROM_EDITION, max(others) + _FROM_EDITION
            if year := _slip(each.date.year, first, last):
                yield _problem(each, "far from every other date of this site", year)
        elif each.begun and (days := _days(each.begun, each.date)) > _LONGEST:
            meant = f"{each.begun}"[:7] + f"{each.date}"[7:]
            message = f"{each.what} lasts {days} days, until {each.date}"
            likely = Fix(each.span, str(each.date), meant)
            hint = f"did you mean {meant}?"
            yield Problem(CODE, each.span, message, hint, LEVEL, (str(each.date),), likely=likely, key=each.key)
        elif away > each.most and not _is_beyond(each.own, [year for year in years if year != each.own]):
            near = (_slip(each.date.year, each.own - by, each.own + by) for by in (0, 1))
            yield _problem(each, f"{away} years from its edition", next(filter(None, near), each.own))
    yield from _captions(archive, years)


def _captions(archive: Archive, years: list[int]) -> Iterator[Problem]:
    """Years behind all others in the captions of articles and names, where a digit is another or two are exchanged."""
    for owner in archive.with_pictures if years else ():
        for said in ANY_YEAR.findall(owner.picture.caption) if owner.picture else ():
            if int(said) > max(years) + _FROM_EDITION and (year := _slip(int(said), min(years), max(years))):
                span = owner.picture.span if owner.picture else owner.span
                message = f"the caption says {said}, and nothing of this site is later than {max(years)}"
                yield Problem(
                    CODE, span, message, f"did you mean {year}? If not, {exception(CODE, said)}", LEVEL, (said,)
                )


def _is_to_come(each: _Dated, archive: Archive) -> bool:
    """Whether it is the day of an edition without laureates, which may lie ahead, beside its edition."""
    return bool(each.edition) and not any(entry.results for entry in archive.editions[each.edition].entries)


def _dated(archive: Archive) -> Iterator[_Dated]:
    for edition in archive.editions.values():
        yield from _of_edition(edition)
    for article in archive.articles.values():
        if article.date:
            yield _Dated("the article", article.date, article.span)
    for source in (source for record in archive.sourced for source in record.sources):
        for key, date in (("date", source.date), ("accessed", source.accessed)):
            if date:
                yield _Dated(f'the source "{source.id}"', date, source.span, key=(key,))


def _of_edition(edition: Edition) -> Iterator[_Dated]:
    own = edition.sort_year
    yield _Dated("the edition", Date(own), edition.span, key=())
    held = edition.ceremony
    for date, begun, key in ((held.date, None, "date"), (held.until, held.date, "until")):
        if date:
            yield _Dated("the ceremony", date, held.span, own, edition.key, begun, key=(key,))
    if period := edition.period:
        for key, date in (("from", period.start), ("until", period.end)):
            if date:
                yield _Dated("the period", date, period.span, own, key=(key,))
    for event in edition.events:
        for date, begun, key in ((event.date, None, "date"), (event.until, event.date, "until")):
            if date:
                yield _Dated(f'the event "{event.name}"', date, event.span, own, begun=begun, key=(key,))
    for round in edition.rounds:
        if round.date:
            yield _Dated(f'the round "{round.id}"', round.date, round.span, own)
    for deadline in edition.deadlines:
        yield _Dated(f'the deadline "{deadline.what}"', deadline.date, deadline.span, own)
    for entry in edition.entries:
        # What another has lost is given to the next one years later.
        is_lost = any(result.status is not Status.ACTIVE for result in entry.results)
        # Where nobody says when it was held, it may have been given when it could be at last.
        given = ((result, result.awarded_on) for result in entry.results if held.date and not is_lost)
        dated = ((result.span, date) for result, date in given if date)
        yield from (_Dated("a result", date, span, own, most=_GIVEN_AFTER, key=("awarded_on",)) for span, date in dated)


def _days(begun: Date, until: Date) -> int:
    """How many days lie between two; none where a day is not known, or the order is wrong."""
    if not begun.day or not until.day:
        return 0
    return (datetime.date(*until.last) - datetime.date(*begun.last)).days


def _is_beyond(year: int, others: list[int]) -> bool:
    return bool(others) and (year > max(others) + _BEYOND or year < min(others) - _BEYOND)


def _slip(year: int, first: int, last: int) -> int:
    """The year that was meant, between two: two digits exchanged or one other; 0 where there is none."""
    digits = f"{year:04}"
    swapped = (digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :] for at in range(3))
    changed = (digits[:at] + digit + digits[at + 1 :] for at in range(4) for digit in "0123456789")
    return next((int(each) for each in (*swapped, *changed) if first <= int(each) <= last), 0)


def _problem(each: _Dated, how: str, year: int) -> Problem:
    message = f"{each.what} is dated {each.date}, {how}"
    meant = f"{year:04}{str(each.date)[4:]}"
    hides = (("date", each.edition),) if each.edition else ()
    doubts = (("label", each.edition),) if each.edition else ()
    likely = Fix(each.span, str(each.date), meant)
    hint = f"did you mean {meant}?"
    return Problem(CODE, each.span, message, hint, LEVEL, (str(each.date),), doubts, hides, likely=likely, key=each.key)
