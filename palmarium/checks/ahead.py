"""What has happened is not dated ahead.

Told are articles, their comments, ceremonies with laureates, when a result was given, lost or amended, sources, births,
deaths and the years of an award that are dated 2100 or later: somebody has slipped on a key. The command `check`, which
knows what day it is, tells of every date after today. A build does not: it makes the same pages on every day, and
publishes an article whatever its date.

Passes:

```yaml
title: A night of pies
date: 2011-10-04
```

Fails:

```yaml
title: A night of pies
date: 2201-10-04
```
"""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from ..model import Article, Award, Date, Edition, Name
from ..model.archive import Archive
from ..problems import Basis, Fix, Level, Problem
from .dates import Dated, Of, in_edition, in_sources

CODE = "date-ahead"
LEVEL = Level.WARNING
BASIS = Basis.FIELD

EACH = ("articles", "editions", "awards", "profiles")

_FAR = 2100


def each(archive: Archive, record: Article | Award | Edition | Name) -> Iterator[Problem]:
    for dated in _passed(record):
        if dated.date.year >= _FAR:
            year = _year(archive, record, dated.of)
            meant = Date(year, dated.date.month, dated.date.day)
            hint = f"did you mean {meant}?" if year else "correct the year"
            likely = Fix(dated.span, str(dated.date), str(meant)) if year else None
            yield replace(_problem(record, dated, f"{dated.what} is dated {dated.date}", hint), likely=likely)


def after(archive: Archive, today: datetime.date) -> Iterator[Problem]:
    """What is dated after a day."""
    for record in chain.from_iterable(getattr(archive, index).values() for index in EACH):
        for dated in _passed(record):
            first = (dated.date.year, dated.date.month or 1, dated.date.day or 1)
            if (today.year, today.month, today.day) < first < (_FAR, 0, 0):
                hint = "correct the date; if it is right, a build publishes this all the same"
                yield _problem(record, dated, f"{dated.what} is dated {dated.date}, which is ahead", hint)


def _problem(record: Article | Award | Edition | Name, dated: Dated, message: str, hint: str) -> Problem:
    # What else is told of the day of a ceremony follows from this.
    hides = (("date", record.key),) if isinstance(record, Edition) and dated.of is Of.CEREMONY else ()
    return Problem(CODE, dated.span, message, hint, LEVEL, (str(dated.date),), hides=hides, key=dated.key)


def _year(archive: Archive, record: Article | Award | Edition | Name, of: Of) -> int:
    """The year that was probably meant; 0 if unknown."""
    if isinstance(record, Article) and of is Of.ARTICLE:
        return next((edition.sort_year for edition in archive.editions_about(record)), 0)
    is_held = isinstance(record, Edition) and of is Of.CEREMONY
    return record.sort_year if isinstance(record, Edition) and is_held and record.sort_year < _FAR else 0


def _passed(record: Article | Award | Edition | Name) -> Iterator[Dated]:
    """Dates that must have passed if they are right."""
    match record:
        case Article():
            if record.date:
                yield Dated(Of.ARTICLE, "this article", record.date, record.span)
            written = ((comment.date, comment.span) for comment in record.comments)
            yield from (Dated(Of.COMMENT, "a comment", date, span) for date, span in written if date)
        case Edition():
            yield from _of_edition(record)
        case Award():
            lasted = ((f"the {what} of an award", date, (key,)) for what, date, key in _ends(record))
            yield from (Dated(Of.LIFE, what, date, record.span, key) for what, date, key in lasted if date)
        case Name():
            since = record.hidden.since if record.hidden else None
            lived = (("birth or beginning", record.born, ("born",)), ("death or end", record.died, ("died",)))
            for what, date, way in (*lived, ("withholding", since, ("hidden", "since"))):
                if date:
                    yield Dated(Of.LIFE, f"the {what} of {record.name}", date, record.span, way)
    yield from in_sources(record)


def _ends(award: Award) -> tuple[tuple[str, Date | None, str], ...]:
    return ("founding", award.founded, "founded"), ("end", award.ended, "ended")


def _of_edition(edition: Edition) -> Iterator[Dated]:
    is_over = any(entry.results for entry in edition.entries)
    for dated in in_edition(edition):
        if dated.of is Of.CEREMONY and is_over and not dated.begun:
            yield replace(dated, what="a ceremony with laureates")
        elif dated.of in (Of.RESULT, Of.LOSS, Of.AMENDMENT):
            yield dated
