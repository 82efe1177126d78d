"""The weekday that a source states is that of the date.

A wrong year or month often shows in the day of the week: copy it from the source, and let the calendar say whether
both can be right. French and English names are understood, with a small or a capital letter.

Passes:

```yaml
ceremony: {date: 2011-10-03, weekday: lundi}
```

Fails, because 16 December 2014 was a Tuesday:

```yaml
ceremony: {date: 2014-12-16, weekday: jeudi}
```
"""

import calendar
from collections.abc import Iterator

from ..model import Date, Edition
from ..model.archive import Archive
from ..problems import Basis, Fix, Level, Problem, did_you_mean, nearest, only
from ..sources.numerals import WEEKDAYS

CODE = "weekday"
LEVEL = Level.WARNING
BASIS = Basis.FILE

_WEEKDAY = ("weekday",)
_FRENCH, _ENGLISH = WEEKDAYS["fr"], tuple(map(str.lower, WEEKDAYS["en"]))

EACH = ("editions",)


def each(archive: Archive, edition: Edition) -> Iterator[Problem]:
    if edition.ceremony.weekday:
        yield from _in_edition(edition)


def _in_edition(edition: Edition) -> Iterator[Problem]:
    stated, date = edition.ceremony.weekday, edition.ceremony.date
    said = stated.casefold()
    days = _FRENCH if said in _FRENCH else _ENGLISH
    if said not in days:
        meant = _abridged(said, date)
        written = meant.capitalize() if stated[0].isupper() else meant
        hint = did_you_mean(stated, (*_FRENCH, *_ENGLISH)) or "write it in French or English: lundi, Monday"
        hint = f"write `weekday: {written}`" if meant else hint
        right = written or only(stated, (*_FRENCH, *_ENGLISH))
        span, message = edition.ceremony.span, f'"{stated}" is not a day of the week'
        near = nearest(stated, (*_FRENCH, *_ENGLISH))
        fix, likely = (Fix(span, stated, each, "weekday") if each else None for each in (right, near))
        yield Problem(CODE, span, message, hint, LEVEL, (stated,), fix=fix, likely=likely, key=_WEEKDAY)
    elif date is None or not date.day:
        message = f'the weekday "{stated}" can\'t be checked: the ceremony has no day'
        hint = "write the full date, or delete the weekday"
        yield Problem(CODE, edition.ceremony.span, message, hint, LEVEL, (stated,), key=_WEEKDAY)
    elif (found := days[calendar.weekday(date.year, date.month, date.day)]) != said:
        told = found.capitalize() if stated[0].isupper() else found
        message = f'{date} was not a "{stated}": it was a "{told}"'
        hint = "look at the source again: day, month or year"
        doubts = (("date", edition.key),)
        yield Problem(CODE, edition.ceremony.span, message, hint, LEVEL, (stated, str(date)), doubts, key=_WEEKDAY)


def _abridged(said: str, date: Date | None) -> str:
    """The day that a few letters stand for; of two, the one that the date is."""
    bare = said.strip(" .,")
    found = [day for days in (_FRENCH, _ENGLISH) for day in days if len(bare) > 1 and day.startswith(bare)]
    number = calendar.weekday(date.year, date.month, date.day) if date and date.day else -1
    right = next((day for day in found if number in (_index(day), -1)), "")
    return right or (found[0] if found else "")


def _index(day: str) -> int:
    return _FRENCH.index(day) if day in _FRENCH else _ENGLISH.index(day)
