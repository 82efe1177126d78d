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

from ..model import Date, Edition, Status
from ..model.archive import Archive
from ..problems import Basis, Fix, Level, Problem, exception
from ..sources.numerals import ANY_YEAR
from .dates import Dated, Of, in_edition, in_sources

CODE = "far-date"
LEVEL = Level.WARNING
BASIS = Basis.FIELD

_BEYOND = 75
_AHEAD = 2100
_FROM_EDITION = 5
_GIVEN_AFTER = 2
_LONGEST = 21


def check(archive: Archive) -> Iterator[Problem]:
    every = tuple(_dated(archive))
    years = sorted({dated.date.year for dated, _ in every})
    for dated, edition in every:
        if dated.date.year >= _AHEAD and not _is_to_come(dated, edition):
            continue
        year, own = dated.date.year, edition.sort_year if edition else 0
        away = abs(own - year) if own else 0
        if year < _AHEAD and _is_beyond(year, years):
            others = [other for other in years if other != year]
            first, last = min(others) - _FROM_EDITION, max(others) + _FROM_EDITION
            if meant := _slip(year, first, last):
                yield _problem(dated, edition, "far from every other date of this site", meant)
        elif dated.begun and (days := _days(dated.begun, dated.date)) > _LONGEST:
            right = f"{dated.begun}"[:7] + f"{dated.date}"[7:]
            message = f"{dated.what} lasts {days} days, until {dated.date}"
            likely, hint = Fix(dated.span, str(dated.date), right), f"did you mean {right}?"
            subject = (str(dated.date),)
            yield Problem(CODE, dated.span, message, hint, LEVEL, subject, likely=likely, key=dated.key)
        elif away > (_GIVEN_AFTER if dated.of is Of.RESULT else _FROM_EDITION) and not _is_beyond(own, years):
            near = (_slip(year, own - by, own + by) for by in (0, 1))
            yield _problem(dated, edition, f"{away} years from its edition", next(filter(None, near), own))
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


def _is_to_come(dated: Dated, edition: Edition | None) -> bool:
    """Whether it is the day of an edition without laureates, which may lie ahead, beside its edition."""
    is_held = edition is not None and dated.of is Of.CEREMONY
    return is_held and not any(entry.results for entry in edition.entries) if edition else False


def _dated(archive: Archive) -> Iterator[tuple[Dated, Edition | None]]:
    """Dates, each with the edition near which it should be."""
    for edition in archive.editions.values():
        yield Dated(Of.EDITION, "the edition", Date(edition.sort_year), edition.span, ()), None
        yield from ((dated, edition) for dated in _near(edition))
    for article in archive.articles.values():
        if article.date:
            yield Dated(Of.ARTICLE, "the article", article.date, article.span), None
    for record in archive.sourced:
        yield from ((dated, None) for dated in in_sources(record))


def _near(edition: Edition) -> Iterator[Dated]:
    # What another has lost is given to the next one years later.
    lost = (entry for entry in edition.entries if any(each.status is not Status.ACTIVE for each in entry.results))
    late = {result.span for entry in lost for result in entry.results}
    for dated in in_edition(edition):
        # Where nobody says when it was held, it may have been given when it could be at last.
        is_given = dated.of is Of.RESULT and edition.ceremony.date and dated.span not in late
        if is_given or dated.of not in (Of.RESULT, Of.LOSS, Of.AMENDMENT):
            yield dated


def _days(begun: Date, until: Date) -> int:
    """The number of days between two dates; None if a day is unknown, or the order is wrong."""
    if not begun.day or not until.day:
        return 0
    return (datetime.date(*until.last) - datetime.date(*begun.last)).days


def _is_beyond(year: int, years: list[int]) -> bool:
    """Whether a year is far from all others."""
    others = [other for other in years if other != year]
    return bool(others) and (year > max(others) + _BEYOND or year < min(others) - _BEYOND)


def _slip(year: int, first: int, last: int) -> int:
    """The year between two limits that differs by one digit, or by two exchanged ones; 0 if there is none."""
    digits = f"{year:04}"
    swapped = (digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :] for at in range(3))
    changed = (digits[:at] + digit + digits[at + 1 :] for at in range(4) for digit in "0123456789")
    return next((int(each) for each in (*swapped, *changed) if first <= int(each) <= last), 0)


def _problem(dated: Dated, edition: Edition | None, how: str, year: int) -> Problem:
    message = f"{dated.what} is dated {dated.date}, {how}"
    meant = f"{year:04}{str(dated.date)[4:]}"
    is_held = edition is not None and dated.of is Of.CEREMONY
    hides = (("date", edition.key),) if edition and is_held else ()
    doubts = (("label", edition.key),) if edition and is_held else ()
    likely, hint = Fix(dated.span, str(dated.date), meant), f"did you mean {meant}?"
    subject = (str(dated.date),)
    return Problem(CODE, dated.span, message, hint, LEVEL, subject, doubts, hides, likely=likely, key=dated.key)
