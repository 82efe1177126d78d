"""Nothing is dated before what it is about.

A result is given, revoked or amended in the year of its edition or later, and revoked or amended no more than half a
year before the ceremony, nor before it was given; an event or a round is a year earlier at most, and so is what a
source says of the edition, and an article, which may announce it; a report comes after the day, unless nothing was
held. A source of a result (or `cited` for the results), a comment on an article, and the day on which a source was
read, come after what they speak of. Dates are compared as far as they are known, and an edition begins with the year of
its label or of its ceremony, whichever is earlier. A ceremony comes after its period has begun. A deadline has a check
of its own.

Passes:

```yaml
ceremony: 2012-05-04
results: {pie: {laureate: Ann Crust, awarded_on: 2012-06-01}}
```

Fails:

```yaml
ceremony: 2012-05-04
results: {pie: {laureate: Ann Crust, awarded_on: 2011-06-01}}
```
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from ..model import Article, ArticleKind, Award, Date, Edition, Name, Ref, Result
from ..model.archive import Archive, results_in
from ..model.pieces import exact_day
from ..problems import Basis, Level, Problem
from .dates import Dated, Of, in_edition, in_sources, of_result

CODE = "dated-before"
LEVEL = Level.WARNING
BASIS = Basis.FILE

EACH = ("awards", "editions", "articles", "profiles")

_ANNOUNCED = 6
"""Months by which laureates may be known before the ceremony."""
_BESIDE = 7
"""Days between a report of a ceremony and that, or a source of the same news."""


@dataclass(frozen=True, slots=True)
class _Compared:
    """A date, and the date of its subject; `edition` is the one whose year decides, if one does."""

    dated: Dated
    about: str
    since: Date
    edition: str = ""
    hint: str = "correct one of the two dates"


def each(archive: Archive, record: Award | Edition | Article | Name) -> Iterator[Problem]:
    for compared in _in_record(archive, record):
        dated = compared.dated
        if dated.date.last < compared.since.first:
            message = f"{dated.what} is dated {dated.date}, before {compared.about}"
            doubts = (("date", compared.edition),) if compared.edition else ()
            yield Problem(CODE, dated.span, message, compared.hint, LEVEL, (str(dated.date),), doubts, key=dated.key)


def _in_record(archive: Archive, record: Award | Edition | Article | Name) -> Iterator[_Compared]:
    if isinstance(record, Edition):
        yield from _of_edition(record)
    if isinstance(record, Article):
        yield from _of_article(archive, record)
    appeared = {source.span: source.date for source in record.sources}
    for dated in in_sources(record):
        if dated.of is Of.READING and (date := appeared[dated.span]):
            yield _Compared(dated, f"it appeared ({date})", date)


def _start(edition: Edition) -> Date:
    """The earliest year of an edition; without a dated ceremony, its label may be one year ahead."""
    held = edition.ceremony.date
    return Date(min(edition.sort_year, held.year) if held else edition.sort_year - 1)


def _of_edition(edition: Edition) -> Iterator[_Compared]:
    start = _start(edition)
    about = f"its edition ({edition.key})"
    held, period = edition.ceremony, edition.period
    if held.date and period and period.start and not (held.note or period.note or edition.status_note):
        what = f"the period began ({period.start})"
        hint = "correct one of the two dates; what was otherwise is told in a `note` of the period"
        yield _Compared(Dated(Of.CEREMONY, "the ceremony", held.date, held.span), what, period.start, hint=hint)
    for dated in in_edition(edition):
        if dated.of in (Of.EVENT, Of.ROUND) and not dated.begun:
            yield _Compared(dated, about, Date(start.year - 1), edition.key)
    sources = {source.id: source for source in edition.sources}
    of_results = {
        ref.text for each in edition.cited if each.field.partition(".")[0] == "results" for ref in each.sources
    }
    for ref in _of_facts(edition):
        date = sources[ref.text].date if ref.text in sources else None
        if date:
            since = start if ref.text in of_results else Date(start.year - 1)
            dated = Dated(Of.SOURCE, f'the source "{ref.text}" of this edition', date, ref.span, ())
            yield _Compared(dated, about, since, edition.key)
    for result in results_in(edition):
        for dated in of_result(result):
            compared = _Compared(dated, about, start, edition.key)
            yield compared
            if dated.of is not Of.RESULT and dated.date.last >= (start.year, 0, 0):
                yield from _after_it_was_given(edition, result, compared)
        for ref in result.sources:
            source = sources.get(ref.text)
            date = (source.date or source.accessed) if source else None
            if date:
                dated = Dated(Of.SOURCE, f'the source "{ref.text}" of a result', date, ref.span, ())
                yield _Compared(dated, about, start, edition.key)


def _after_it_was_given(edition: Edition, result: Result, compared: _Compared) -> Iterator[_Compared]:
    """The date of a later change, and the day the result was given; it may be announced half a year earlier."""
    held, given = edition.ceremony.date, result.awarded_on
    if given:
        yield replace(compared, about=f"it was given ({given})", since=given)
    elif held and held.month:
        months = held.year * 12 + held.month - 1 - _ANNOUNCED
        about = f"its edition was held ({held})"
        yield replace(compared, about=about, since=Date(months // 12, months % 12 + 1))


def _of_facts(edition: Edition) -> Iterator[Ref]:
    """The sources of facts that were known when an edition was held or announced, each once."""
    refs = chain(
        (ref for each in edition.cited for ref in each.sources),
        (claim.source for claim in edition.claims if claim.source),
        (ref for part in edition.parts for ref in part.sources),
        (ref for event in edition.events for ref in event.sources),
        (ref for people in edition.attendance for ref in people.sources),
    )
    yield from {ref.text: ref for ref in reversed(list(refs))}.values()


def _of_article(archive: Archive, article: Article) -> Iterator[_Compared]:
    """The date of an article and of the earliest edition that it is about; it may look ahead to the others."""
    first = min(archive.editions_about(article), key=lambda edition: _start(edition), default=None)
    if article.date and first:
        about = f"the edition it is about ({first.key})"
        held = first.ceremony.date if first.is_held else None
        if held and article.kind in (ArticleKind.REPORT, ArticleKind.PALMARES):
            other = _right_before(archive, article.date, first) if len(article.about.editions) == 1 else ""
            hint = _correct(article.date, held, first)
            hint = (
                f"write `editions: {other}` inside `about`: it appeared right after that; or {hint}" if other else hint
            )
            key = ("about", "editions") if other else ("date",)
            dated = Dated(Of.ARTICLE, f"this {article.kind}", article.date, article.span, key)
            yield _Compared(dated, about, held, first.key, hint)
        else:
            dated = Dated(Of.ARTICLE, "this article", article.date, article.span)
            yield _Compared(dated, about, Date(_start(first).year - 1), first.key)
    for comment in article.comments:
        if comment.date and article.date:
            dated = Dated(Of.COMMENT, "a comment", comment.date, comment.span)
            yield _Compared(dated, f"the article appeared ({article.date})", article.date)


def _right_before(archive: Archive, date: Date, edition: Edition) -> str:
    """The other edition of an award (a key) that was held a few days before a day; empty where there is none."""
    day = exact_day(date)
    for other in archive.award_editions(edition.award) if day else ():
        held = exact_day(other.ceremony.date)
        if day and held and other is not edition and 0 <= (day - held).days <= _BESIDE:
            return other.key
    return ""


def _correct(date: Date, held: Date, edition: Edition) -> str:
    """Which of two days to correct: that of the ceremony, where a source is as old as the report that is too early."""
    day, last = exact_day(date), exact_day(held)
    for source in edition.sources if day and last else ():
        appeared = exact_day(source.date)
        if day and last and appeared and appeared < last and abs((appeared - day).days) <= _BESIDE:
            return (
                f'the source "{source.id}" ({source.date}) is before the ceremony ({held}), too: '
                f"correct the date of that in {edition.span.path}, or both others"
            )
    return "correct the `date`; what announces an edition is `kind: brief`, and without a `kind` it is a report"
