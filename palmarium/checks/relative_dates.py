"""An article says when, not how long ago.

"Last night" was true for a day; an archive is read for years. Words that count from the day of writing are told:
yesterday, tonight, last year, next Monday, three weeks ago, hier soir, l'an dernier, en mai prochain, il y a deux
ans. Inside quotation marks, in a quoted paragraph and in archived comments they are somebody else's and may stay.
Where the article has a date, the hint says what was meant.

Passes:

```markdown
On 12 October 2017 the hall was full. "See you tomorrow", said the baker.
```

Fails:

```markdown
Last night the hall was full.
```
"""

import datetime
import re
from collections.abc import Iterator
from types import MappingProxyType

from ..model import Article, Date
from ..model.archive import Archive
from ..problems import Basis, Fix, Level, Problem, Span
from ..sources.markdown import own_words, place, unquoted
from ..sources.numerals import MONTHS, WEEKDAYS, numbers

CODE = "relative-date"
LEVEL = Level.WARNING
BASIS = Basis.FIELD

_MONTHS = MappingProxyType({language: "|".join(names) for language, names in MONTHS.items()})
_DAYS = MappingProxyType({language: "|".join(names) for language, names in WEEKDAYS.items()})
_MANY = "un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix"
_SEVERAL = "a|an|one|two|three|four|five|six|seven|eight|nine|ten"
_SIDE = "dernier|dernière|passé|passée|prochain|prochaine"
# A tilde is a space or the end of a line.
_PHRASES = MappingProxyType(
    {
        "fr": (
            r"avant-hier(?:~soir)?|(?<!d['’])hier(?:~soir|~matin)?",
            r"après-demain|(?<!\bde\s)(?<!\bdu\s)demain(?:~soir|~matin)?",
            r"(?:ce~(?:soir|matin|week-end)|cet~après-midi|cette~(?:nuit|semaine))(?!-là)|ce~mois-ci",
            rf"l['’](?:an|année|automne|hiver|été)~(?:{_SIDE})|(?:le~mois|la~semaine|(?:le|au)~printemps)~(?:{_SIDE})",
            rf"(?:{_DAYS['fr']}|(?:\d{{1,2}}|1er|en|début|fin)~(?:{_MONTHS['fr']}))~(?:dernier|prochain)",
            rf"il~y~a~(?:\d+|{_MANY})~(?:jours?|semaines?|mois|ans?)(?!~d['’e])",
        ),
        "en": (
            r"(?<!\bof\s)yesterday(?:~morning|~evening|~night)?|last~night|tonight",
            r"(?<!\bof\s)tomorrow(?:~morning|~evening|~night)?(?!['’])",
            rf"(?<!the\s)(?:last|next)~(?:week|month|year|spring|summer|autumn|winter|{_DAYS['en']}|{_MONTHS['en']})",
            r"this~(?:morning|evening|afternoon|weekend)",
            rf"(?:\d+|{_SEVERAL})~(?:days?|weeks?|months?|years?)~ago",
        ),
    }
)


def _compiled(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)".replace("~", r"\s+"), re.IGNORECASE)


_WORDS = MappingProxyType({language: _compiled(phrases) for language, phrases in _PHRASES.items()})
_AWAY = (
    (re.compile("avant-hier"), -2),
    (re.compile("après-demain"), 2),
    (re.compile("hier|yesterday|last night"), -1),
    (re.compile("demain|tomorrow"), 1),
    (re.compile("ce (?:soir|matin)|cet après-midi|cette nuit|tonight|this (?:morning|evening|afternoon)"), 0),
)
_YEARS = (
    (re.compile(r"l['’](?:an|année) (?:dernier|dernière|passé|passée)|last year"), -1),
    (re.compile(r"l['’](?:an|année) (?:prochain|prochaine)|next year"), 1),
)
_AGO = re.compile(r"(?:il y a )?(.+) (?:ans?|years?)(?: ago)?")


EACH = ("articles",)


def each(archive: Archive, article: Article) -> Iterator[Problem]:
    for text in (article.title, article.deck):
        for found, language in _found(unquoted(text)):
            yield _problem(found, language, article, article.span)
    for found, language in _found(own_words(article.body)):
        yield _problem(found, language, article, place(article.body, found.start()))


def _found(text: str) -> Iterator[tuple[re.Match[str], str]]:
    for language, words in _WORDS.items():
        yield from ((found, language) for found in words.finditer(text))


def _problem(found: re.Match[str], language: str, article: Article, span: Span) -> Problem:
    said = " ".join(found[0].split())
    meant = _meant(said.lower(), language, article.date) if article.date else ""
    hint = f'did you mean "{meant}"?' if meant else "write the date or the year."
    message = f'"{said}" counts from the day of writing'
    hint = f"{hint} What another says may stay, in quotation marks"
    return Problem(CODE, span, message, hint, LEVEL, (said,), likely=Fix(span, said, meant) if meant else None)


def _meant(said: str, language: str, date: Date) -> str:
    """The day or the year that was meant, where the date of the article is precise enough to tell."""
    away = next((days for words, days in _AWAY if words.match(said)), None)
    if away is not None:
        return _day(date, away, language) if date.day else ""
    years = next((count for words, count in _YEARS if words.fullmatch(said)), 0)
    ago = _AGO.fullmatch(said)
    if ago and not years:
        years = -numbers(ago[1])[0]
    return f"{'en' if language == 'fr' else 'in'} {date.year + years}" if years else ""


def _day(date: Date, away: int, language: str) -> str:
    day = datetime.date(date.year, date.month, date.day) + datetime.timedelta(days=away)
    month = MONTHS[language][day.month - 1]
    if language == "fr":
        return f"le {'1er' if day.day == 1 else day.day} {month} {day.year}"
    return f"on {day.day} {month} {day.year}"
