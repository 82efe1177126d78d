"""Deadlines come before the ceremony.

One enters first and wins later. A deadline after the ceremony has a wrong year, or belongs to the next edition. Dates
are compared as far as they are known: a deadline in 2010-10 may be before a ceremony on 2010-10-04. Nor is one more
than a year before it, or the same thing due on two days, nor does a period end two years before. So come the rounds of
a contest, one after the other.

Passes:

```yaml
ceremony: 2010-10-04
deadlines: {what: entries, date: 2010-07-30}
```

Fails:

```yaml
ceremony: 2010-10-04
deadlines: {what: entries, date: 2011-07-30}
```
"""

from collections.abc import Iterator

from ..model import Date, Deadline, Edition
from ..model.archive import Archive
from ..model.editions import Round
from ..problems import Basis, Fix, Level, Problem
from ..sources.plaintext import folded

CODE = "deadline-after-ceremony"
LEVEL = Level.WARNING
BASIS = Basis.FIELD

EACH = ("editions",)


def each(archive: Archive, edition: Edition) -> Iterator[Problem]:
    ceremony = edition.ceremony.until or edition.ceremony.date
    first: dict[str, Deadline] = {}
    for deadline in edition.deadlines:
        before = first.setdefault(folded(deadline.what), deadline)
        if before.date != deadline.date:
            message = f'"{deadline.what}" is due on {deadline.date}, and on {before.date} in line {before.span.line}'
            hint = f"delete one, or say what differs: `what: {deadline.what} (…)`"
            yield Problem(CODE, deadline.span, message, hint, LEVEL, (deadline.what,))
        early = edition.ceremony.date
        if early and deadline.date.last < (early.year - 1, early.month, early.day):
            meant = f"{early.year}{str(deadline.date)[4:]}"
            message = (
                f'the deadline "{deadline.what}" ({deadline.date}) is more than a year before the ceremony ({early})'
            )
            likely = Fix(deadline.span, str(deadline.date), meant)
            hint = f"did you mean {meant}?"
            yield Problem(CODE, deadline.span, message, hint, LEVEL, (deadline.what,), likely=likely, key=("date",))
        if ceremony and deadline.date.first > ceremony.last:
            doubts = (("date", edition.key),)
            message = f'the deadline "{deadline.what}" ({deadline.date}) is after the ceremony ({ceremony})'
            hint = "look at the year of both"
            yield Problem(CODE, deadline.span, message, hint, LEVEL, (deadline.what,), doubts, key=("date",))
    period, since = edition.period, min(edition.sort_year, ceremony.year if ceremony else edition.sort_year)
    if period and period.end and period.end.year < since - 1:
        message = f"the period ends in {period.end}, and the edition is of {since}"
        hint = "look at the year of both"
        yield Problem(CODE, period.span, message, hint, LEVEL, (str(period.end),), key=("until",))
    yield from _of_rounds(edition, ceremony)


def _of_rounds(edition: Edition, ceremony: Date | None) -> Iterator[Problem]:
    before: Round | None = None
    for round in (round for round in edition.rounds if round.date):
        if ceremony and round.date and round.date.first > ceremony.last:
            doubts = (("date", edition.key),)
            message = f'the round "{round.id}" ({round.date}) is after the ceremony ({ceremony})'
            hint = "look at the year and the month of both"
            yield Problem(CODE, round.span, message, hint, LEVEL, (round.id,), doubts, key=("date",))
        if before and before.date and round.date and round.date.last < before.date.first:
            message = f'the round "{round.id}" ({round.date}) is before "{before.id}" ({before.date}), above it'
            hint = "correct one of the two, or write them in their order"
            yield Problem(CODE, round.span, message, hint, LEVEL, (round.id, before.id), key=("date",))
        before = round
