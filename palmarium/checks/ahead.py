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
from itertools import chain

from ..model import Article, Award, Date, Edition, Name
from ..model.archive import Archive, results_in
from ..problems import Basis, Fix, Level, Problem, Span

CODE = "date-ahead"
LEVEL = Level.WARNING
BASIS = Basis.FIELD

EACH = ("articles", "editions", "awards", "profiles")

_FAR = 2100


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date that has passed, if it is right; `year` is the one that was probably meant, 0 where nothing says.

    `edition` is the one of which it is the day: what else is told of that day follows from this. `key` is its own.
    """

    what: str
    date: Date
    span: Span
    year: int = 0
    edition: str = ""
    key: tuple[str, ...] = ("date",)


def each(archive: Archive, record: Article | Award | Edition | Name) -> Iterator[Problem]:
    for dated in _dated(archive, record):
        if dated.date.year >= _FAR:
            meant = Date(dated.year, dated.date.month, dated.date.day)
            hint = f"did you mean {meant}?" if dated.year else "correct the year"
            likely = Fix(dated.span, str(dated.date), str(meant)) if dated.year else None
            yield replace(_problem(dated, f"{dated.what} is dated {dated.date}", hint), likely=likely)


def after(archive: Archive, today: datetime.date) -> Iterator[Problem]:
    """What is dated after a day."""
    records = chain.from_iterable(getattr(archive, index).values() for index in EACH)
    for dated in chain.from_iterable(_dated(archive, record) for record in records):
        first = (dated.date.year, dated.date.month or 1, dated.date.day or 1)
        if (today.year, today.month, today.day) < first < (_FAR, 0, 0):
            hint = "correct the date; if it is right, a build publishes this all the same"
            yield _problem(dated, f"{dated.what} is dated {dated.date}, which is ahead", hint)


def _problem(dated: _Dated, message: str, hint: str) -> Problem:
    hides = (("date", dated.edition),) if dated.edition else ()
    return Problem(CODE, dated.span, message, hint, LEVEL, (str(dated.date),), hides=hides, key=dated.key)


def _dated(archive: Archive, record: Article | Award | Edition | Name) -> Iterator[_Dated]:
    match record:
        case Article():
            yield from _of_article(archive, record)
        case Edition():
            yield from _of_edition(record)
        case Award():
            years = (("founding", record.founded, "founded"), ("end", record.ended, "ended"))
            for what, date, key in years:
                if date:
                    yield _Dated(f"the {what} of an award", date, record.span, key=(key,))
        case Name():
            since = record.hidden.since if record.hidden else None
            lived = (("birth or beginning", record.born, ("born",)), ("death or end", record.died, ("died",)))
            for what, date, way in (*lived, ("withholding", since, ("hidden", "since"))):
                if date:
                    yield _Dated(f"the {what} of {record.name}", date, record.span, key=way)
    for source in record.sources:
        for key, date in (("date", source.date), ("accessed", source.accessed)):
            if date:
                yield _Dated(f'the source "{source.id}"', date, source.span, key=(key,))


def _of_article(archive: Archive, article: Article) -> Iterator[_Dated]:
    if article.date:
        year = next((edition.sort_year for edition in archive.editions_about(article)), 0)
        yield _Dated("this article", article.date, article.span, year)
    for comment in article.comments:
        if comment.date:
            yield _Dated("a comment", comment.date, comment.span)


def _of_edition(edition: Edition) -> Iterator[_Dated]:
    if edition.ceremony.date and any(entry.results for entry in edition.entries):
        year = edition.sort_year if edition.sort_year < _FAR else 0
        yield _Dated("a ceremony with laureates", edition.ceremony.date, edition.span, year, edition.key)
    for result in results_in(edition):
        is_now = f"a result that is {result.status}"
        dates = (("a result", result.awarded_on, "awarded_on"), (is_now, result.status_on, "status_on"))
        yield from (_Dated(what, date, result.span, key=(key,)) for what, date, key in dates if date)
        amended = ((change.on, change.span) for change in result.amendments)
        yield from (_Dated("an amendment", date, span, key=("on",)) for date, span in amended if date)
