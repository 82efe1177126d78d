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
from dataclasses import dataclass, replace

from ..model import Date
from ..model.archive import Archive, results_in
from ..problems import Basis, Fix, Level, Problem, Span

CODE = "date-ahead"
LEVEL = Level.WARNING
BASIS = Basis.FIELD

_FAR = 2100


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date that has passed, if it is right; `year` is the one that was probably meant, 0 where nothing says.

    `edition` is the one of which it is the day: what else is told of that day follows from this.
    """

    what: str
    date: Date
    span: Span
    year: int = 0
    edition: str = ""


def check(archive: Archive) -> Iterator[Problem]:
    for each in _dated(archive):
        if each.date.year >= _FAR:
            meant = Date(each.year, each.date.month, each.date.day)
            hint = f"did you mean {meant}?" if each.year else "correct the year"
            likely = Fix(each.span, str(each.date), str(meant)) if each.year else None
            yield replace(_problem(each, f"{each.what} is dated {each.date}", hint), likely=likely)


def after(archive: Archive, today: datetime.date) -> Iterator[Problem]:
    """What is dated after a day."""
    for each in _dated(archive):
        first = (each.date.year, each.date.month or 1, each.date.day or 1)
        if (today.year, today.month, today.day) < first < (_FAR, 0, 0):
            hint = "correct the date; if it is right, a build publishes this all the same"
            yield _problem(each, f"{each.what} is dated {each.date}, which is ahead", hint)


def _problem(each: _Dated, message: str, hint: str) -> Problem:
    hides = (("date", each.edition),) if each.edition else ()
    return Problem(CODE, each.span, message, hint, LEVEL, (str(each.date),), hides=hides)


def _dated(archive: Archive) -> Iterator[_Dated]:
    for article in archive.articles.values():
        if article.date:
            year = next((each.sort_year for each in archive.editions_about(article)), 0)
            yield _Dated("this article", article.date, article.span, year)
        for comment in article.comments:
            if comment.date:
                yield _Dated("a comment", comment.date, comment.span)
    for edition in archive.editions.values():
        if edition.ceremony.date and any(entry.results for entry in edition.entries):
            year = edition.sort_year if edition.sort_year < _FAR else 0
            yield _Dated("a ceremony with laureates", edition.ceremony.date, edition.span, year, edition.key)
        for result in results_in(edition):
            dates = (("a result", result.awarded_on), (f"a result that is {result.status}", result.status_on))
            yield from (_Dated(what, date, result.span) for what, date in dates if date)
            yield from (_Dated("an amendment", each.on, each.span) for each in result.amendments if each.on)
    for award in archive.awards.values():
        for what, date in (("the founding of an award", award.founded), ("the end of an award", award.ended)):
            if date:
                yield _Dated(what, date, award.span)
    for name in archive.names.values():
        since = name.hidden.since if name.hidden else None
        lived = (("the birth or beginning", name.born), ("the death or end", name.died), ("the withholding", since))
        for what, date in lived:
            if date:
                yield _Dated(f"{what} of {name.name}", date, name.span)
    for owner in archive.sourced:
        for source in owner.sources:
            for date in (source.date, source.accessed):
                if date:
                    yield _Dated(f'the source "{source.id}"', date, source.span)
