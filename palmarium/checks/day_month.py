"""Day and month are not exchanged.

`03/10/2011` is the third of October or the tenth of March. Told is a day that is right only the other way round: that
of a ceremony, where all other editions of the award (two or more) were held within three weeks of the turned day, and
none within two months of the written one; and that of a source of an edition, or of a report about it, which would be
of the weeks right after the ceremony, and is of no time near it as it is written. A `weekday` that agrees says that
the day is right.

Passes, with a ceremony on 2011-10-03:

```yaml
sources:
  s1: {title: A night of pies, date: 2011-10-04}
```

Fails:

```yaml
sources:
  s1: {title: A night of pies, date: 2011-04-10}
```
"""

import datetime
from collections.abc import Iterator, Mapping

from ..model import Article, Award, Date, Edition
from ..model.archive import Archive
from ..model.pieces import exact_day
from ..problems import Basis, Fix, Level, Problem, Span

CODE = "day-for-month"
LEVEL = Level.WARNING
BASIS = Basis.FILE

_OTHERS = 2
_NEAR, _FAR = 21, 60
_BEFORE, _AFTER, _SOON = 30, 90, 30
_YEAR = 365


EACH = ("awards", "articles")


def each(archive: Archive, record: Award | Article) -> Iterator[Problem]:
    if isinstance(record, Award):
        editions = archive.award_editions(record.id)
        held = {edition.key: day for edition in editions if (day := exact_day(edition.ceremony.date))}
        for edition in editions:
            yield from _held(edition, held)
            for source in edition.sources:
                yield from _after(f'the source "{source.id}"', source.date, edition, source.span)
        return
    about = archive.editions_about(record)
    if len(about) == 1:
        yield from _after("this article", record.date, about[0], record.span)


def _held(edition: Edition, held: Mapping[str, datetime.date]) -> Iterator[Problem]:
    date, turned = edition.ceremony.date, _turned(edition.ceremony.date)
    if not date or not turned or edition.ceremony.weekday:
        return
    days = [day for key, day in held.items() if key != edition.key]
    is_near = all(_apart(turned, day) <= _NEAR for day in days)
    if len(days) >= _OTHERS and is_near and all(_apart(exact_day(date), day) > _FAR for day in days):
        yield _problem("the ceremony", date, turned, "as other editions are", edition.ceremony.span)


def _after(what: str, date: Date | None, edition: Edition, span: Span) -> Iterator[Problem]:
    held, day, turned = exact_day(edition.ceremony.date), exact_day(date), _turned(date)
    if date and held and day and turned:
        is_far = not -_BEFORE <= (day - held).days <= _AFTER
        if is_far and 0 <= (turned - held).days <= _SOON:
            yield _problem(what, date, turned, f"right after {edition.key}", span)


def _problem(what: str, date: Date, turned: datetime.date, why: str, span: Span) -> Problem:
    message = f"{what} is dated {date}; with day and month exchanged it would be {why}"
    meant = turned.isoformat()
    likely = Fix(span, str(date), meant)
    return Problem(CODE, span, message, f"did you mean {meant}?", LEVEL, (str(date),), likely=likely, key=("date",))


def _turned(date: Date | None) -> datetime.date | None:
    """A day with day and month exchanged; None if that is no day, or the same."""
    is_other = date and date.day and date.day <= 12 and date.day != date.month
    return datetime.date(date.year, date.day, date.month) if date and is_other else None


def _apart(one: datetime.date | None, other: datetime.date) -> int:
    """The number of days between two days, whatever their years."""
    days = abs(one.timetuple().tm_yday - other.timetuple().tm_yday) if one else 0
    return min(days, _YEAR - days)
