"""A day that a text names is a day.

There is no 31 November, and 18 November 2016 was a Friday: where a text says otherwise, the day, the month or the year
is wrong. So is a time such as 25:70, and the day of one ceremony with the year of another, in an article about an
edition of that award. In an article about one edition that names one day of the month of its ceremony, with its year,
and not that of the ceremony, the digits of the two exchanged, or one of two other, are a slip, where nothing else is
known of that day; so is any other day that its sentence calls that of the ceremony, or puts into its venue, also of
another month or without its year ("the ceremony was held on 3 June"), or for which one that was cancelled was planned.
Quotations are somebody else's.

Passes:

```markdown
On Monday 3 October 2011, at 19:30, the doors opened.
```

Fails, because it was a Monday:

```markdown
On Tuesday 3 October 2011, at 19:70, the doors opened.
```
"""

import calendar
import re
from collections.abc import Iterator

from ..model import Article, Date, Edition, Held, Name, Note
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, Span, exception
from ..sources.markdown import own_words, place
from ..sources.numerals import ANY_YEAR, DAY, MONTH, MONTH_NUMBERS, WEEKDAY_NUMBERS
from .dates import in_edition, in_sources
from .sentences import OTHER_TIME, paragraphs

CODE = "day-in-text"
LEVEL = Level.WARNING
BASIS = Basis.FILE

EACH = ("articles", "profiles", "notes")

_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_NAMED = rf"(?:(?P<named>{'|'.join(WEEKDAY_NUMBERS)}),?\s+(?:the\s+|le\s+)?)?"
_YEAR = r"(?P<year>(?:1[5-9]|20|21)\d\d)(?!\d)"
_DATED = tuple(
    re.compile(rf"(?<![\w–-]){_NAMED}{form}", re.I)
    for form in (
        rf"{DAY}\s+(?:of\s+)?{MONTH}\b(?:,?\s+{_YEAR})?",
        rf"{MONTH}\s+{DAY}(?!\d),\s+{_YEAR}",
        r"(?P<year>(?:1[5-9]|20|21)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])",
    )
)
_STOP = re.compile(r"[.!?…](?=\s)|\n\s*\n")
_OF_CEREMONY = re.compile(
    r"\b(?:ceremony|gala|awards? (?:night|evening)|edition|prizes|awards|trophies)\b[^,;]{0,20}"
    r" (?:(?:was|were|is|are) (?:held|given|presented|handed)|took place|takes place)\b"
    r"|\b(?:cérémonie|gala|remise des prix|édition|prix|trophées)\b[^,;]{0,20}"
    r" (?:(?:s['’]est|se sont) (?:tenu|déroulé)|a eu lieu|eut lieu|(?:ont été|a été|furent|fut) (?:remis|décern|donn))",
    re.I,
)
_HELD_ON = re.compile(
    r"(?:\b(?:held|took place|given|presented|handed out)(?: on)?(?: the)?"
    r"|\b(?:(?:tenu|déroulé|remis|décern|donn)\w*|(?:eu|eut) lieu)(?: le)?) *$",
    re.I,
)
_PLANNED = re.compile(
    r"\b(?:planned|scheduled|due|prévue?s?|programmée?s?|fixée?s?)(?: (?:for|on|the|le|pour|au))* *$", re.I
)
_OF_ELSE = re.compile(
    r"\b(?:rehears\w*|deadlines?|entries|until|till|from|before|after|between|since|vot(?:es?|ing)|announc\w*|published"
    r"|postponed|moved|instead|planned|originally|final|semi\w*|jury|m[ae]et\w*|met|workshop|exhibition|opening"
    r"|shortlist\w*|tickets?|dinner|concert|lecture|reception|talk|party|conference|ball|other|another|also|sister"
    r"|répétition\w*|clôture|jusqu\w*|avant|après|depuis|entre|annonc\w*|publi\w*|reporté\w*|prévue?|initialement"
    r"|finale|demi-\w+|réuni\w*|atelier\w*|exposition|vernissage|billets?|candidatures?|dîner|banquet|conférence"
    r"|réception|bal|autres?|aussi|également)\b",
    re.I,
)
"""Words that date something other than the ceremony."""
_FIGURE = re.compile(r"\d")
"""A digit: every day and time has one."""

_TIME = re.compile(
    r"\b(?:at|from|until|till|by|around|à|dès|vers|jusqu['’]à)\s+(?P<hour>\d{1,2})(?:\s?h\s?|:)(?P<minute>\d\d)(?!\d)",
    re.I,
)


def each(archive: Archive, record: Article | Name | Note) -> Iterator[Problem]:
    text = own_words(record.body)
    if not _FIGURE.search(text):
        return
    about = record.about.editions if isinstance(record, Article) else ()
    awards = {archive.editions[ref.text].award for ref in about if ref.text in archive.editions}
    held = [archive.editions[key] for award in sorted(awards) for key in archive.editions_of[award]]
    days = {edition.key: date for edition in held if (date := edition.ceremony.date) and date.day}
    lower = text.casefold()
    # Most numbers stand beside no month.
    forms = _DATED if any(month in lower for month in MONTH_NUMBERS) else _DATED[-1:]
    for form in forms:
        for found in form.finditer(text):
            what = _wrong(found) or _exchanged(found, days)
            if what:
                yield _problem(place(record.body, found.start()), found, *what)
    if isinstance(record, Article) and len(about) == 1 and about[0].text in archive.editions:
        edition = archive.editions[about[0].text]
        slipped = list(_slipped(record, edition, text, days, forms))
        yield from slipped or _of_another_day(record, edition, text, forms)
    for found in _TIME.finditer(text):
        if int(found["hour"]) > 24 or int(found["minute"]) > 59:
            span = place(record.body, found.start("hour"))
            message = f"there is no time {text[found.start('hour') : found.end()]}"
            yield Problem(CODE, span, message, "look at the source again", LEVEL, (found[0],))


def _numbers(found: re.Match[str]) -> tuple[int, int, int]:
    month = found["month"].casefold()
    return int(found["year"] or 0), MONTH_NUMBERS[month] if month in MONTH_NUMBERS else int(month), int(found["day"])


def _wrong(found: re.Match[str]) -> tuple[str, str] | None:
    """The impossible part of a day, and a hint."""
    year, month, day = _numbers(found)
    if not 1 <= month <= 12:
        return "is no day", f"there is no month {month}"
    last = Date(year, month).last[2] if year else _LENGTHS[month - 1]
    if not 1 <= day <= last:
        return "is no day", f"the month has {last} days: look at the source again"
    named = found.groupdict().get("named")
    if not named or not year:
        return None
    was = calendar.weekday(year, month, day)
    if was == WEEKDAY_NUMBERS[named.casefold()]:
        return None
    days = list(WEEKDAY_NUMBERS)[:7] if named.casefold() in list(WEEKDAY_NUMBERS)[:7] else list(WEEKDAY_NUMBERS)[7:]
    right = days[was].capitalize() if named[0].isupper() else days[was]
    return f"was a {right}", "look at the source again: day, month or year"


def _exchanged(found: re.Match[str], days: dict[str, Date]) -> tuple[str, str] | None:
    """The day of one ceremony with the year of another one."""
    year, month, day = _numbers(found)
    if Date(year, month, day) in days.values():
        return None
    own = next((key for key, date in days.items() if date.year == year), "")
    other = next((key for key, date in days.items() if (date.month, date.day) == (month, day)), "")
    if not own or not other:
        return None
    return f"is the day of {other} with the year of {own}", f"{own} was on {days[own]}, and {other} on {days[other]}"


def _slipped(
    article: Article, edition: Edition, text: str, days: dict[str, Date], forms: tuple[re.Pattern[str], ...]
) -> Iterator[Problem]:
    """The only day in the month of the ceremony that a text names, if it is a misprint of that of the ceremony."""
    held = edition.ceremony.date
    if not held or not held.day or edition.ceremony.until:
        return
    named = [found for form in forms for found in form.finditer(text) if not _wrong(found)]
    near = [found for found in named if _numbers(found)[:2] == (held.year, held.month)]
    there = {_numbers(found)[2] for found in near}
    if len(there) != 1 or (day := Date(held.year, held.month, min(there))) in _days(edition):
        return
    said, right = f"{min(there):02}", f"{held.day:02}"
    is_slip = said == right[::-1] or ("0" not in (said[0], right[0]) and sum(map(str.__ne__, said, right)) == 1)
    if (is_slip and day not in _read(article, edition)) or any(_is_of_ceremony(edition, text, found) for found in near):
        if _exchanged(near[0], days):
            return
        words = " ".join(near[0][0].split())
        span = place(article.body, near[0].start())
        message = f'"{words}" is in the month of the ceremony of {edition.key}, which was on {held}'
        hint = f"correct one of the two; if it is another day, {exception(CODE, words, article.id)}"
        yield Problem(CODE, span, message, hint, LEVEL, (words, article.id))


def _of_another_day(
    article: Article, edition: Edition, text: str, forms: tuple[re.Pattern[str], ...]
) -> Iterator[Problem]:
    """The first day on which a sentence says that the ceremony was held, or planned where it was cancelled."""
    held = edition.ceremony.date
    if not held or not held.day or edition.ceremony.until or edition.status is Held.POSTPONED:
        return
    for found in (each for form in forms for each in form.finditer(text) if not _wrong(each)):
        year, month, day = _numbers(found)
        start, end = _sentence(text, found)
        before, said = text[start : found.start()], text[start:end]
        planned = _PLANNED.search(before) if edition.status is Held.CANCELLED else None
        is_held = planned or (_HELD_ON.search(before) and _OF_CEREMONY.search(said))
        rest = said.replace(planned[0], " ", 1) if planned else said
        is_known = Date(held.year, month, day) in _days(edition) or _OF_ELSE.search(rest)
        if not is_held or is_known or not (year == held.year or (not year and _is_then(edition, text[:end]))):
            continue
        words = " ".join(found[0].split())
        span = place(article.body, found.start())
        message = f'"{words}" is said of the ceremony of {edition.key}, which is dated {held}'
        hint = f"correct one of the two; if it is another day, {exception(CODE, words, article.id)}"
        yield Problem(CODE, span, message, hint, LEVEL, (words, article.id))
        return


def _is_then(edition: Edition, text: str) -> bool:
    """Whether the paragraph at the end of a text speaks of no other year than that of an edition."""
    *_, (start, end) = paragraphs(text)
    paragraph = text[start:end]
    return not OTHER_TIME.search(paragraph) and {int(year) for year in ANY_YEAR.findall(paragraph)} <= edition.years


def _sentence(text: str, found: re.Match[str]) -> tuple[int, int]:
    """The start and end of the sentence around a place."""
    start = max((each.end() for each in _STOP.finditer(text, 0, found.start())), default=0)
    return start, next((each.start() for each in _STOP.finditer(text, found.end())), len(text))


def _is_of_ceremony(edition: Edition, text: str, found: re.Match[str]) -> bool:
    """Whether a sentence dates the ceremony, or names its venue."""
    start, end = _sentence(text, found)
    said, venue = text[start:end], edition.ceremony.venue
    is_there = bool(_OF_CEREMONY.search(said) or (venue and venue in said))
    return is_there and not _OF_ELSE.search(said)


def _days(edition: Edition) -> set[Date | None]:
    """All days of an edition: the ceremony, events, deadlines, rounds and results."""
    return {dated.date for dated in in_edition(edition)}


def _read(article: Article, edition: Edition) -> set[Date | None]:
    """The days on which an article, and what it and its edition rest on, appeared or were read."""
    return {article.date, *(dated.date for record in (article, edition) for dated in in_sources(record))}


def _problem(span: Span, found: re.Match[str], what: str, hint: str) -> Problem:
    said = " ".join(found[0].split())
    return Problem(CODE, span, f'"{said}" {what}', hint, LEVEL, (said,))
