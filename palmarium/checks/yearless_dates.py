"""A day has its year.

"On 28 November" says nothing to who reads it ten years later. Told is the first such day of an article that has no
date of its own and has not named a year before, neither in its title nor below it; what follows is then clear to a
reader. Where the article is about an edition whose ceremony was that day, the hint gives its year.

Passes:

```markdown
On 28 November 2012 the ovens were lit. They went out on 29 November.
```

Fails:

```markdown
On 28 November the ovens were lit.
```
"""

import re
from collections.abc import Iterator

from ..model import Article
from ..model.archive import Archive
from ..problems import Basis, Fix, Level, Problem
from ..sources.markdown import own_words, place, unquoted
from ..sources.numerals import ANY_RECENT_YEAR, DAY, MONTH_NUMBERS, MONTHS

CODE = "date-without-year"
LEVEL = Level.WARNING
BASIS = Basis.FILE

_MONTH = "|".join((*MONTHS["fr"], *MONTHS["en"]))
_DAY = re.compile(
    rf"(?<!\w)(?:{DAY}\s+(?P<month>{_MONTH})(?!,?\s+\d|\w)"
    rf"|(?P<second>{_MONTH})\s+(?P<after>\d{{1,2}})(?:st|nd|rd|th)?(?!\w|,?\s+\d{{4}}))"
)


EACH = ("articles",)


def each(archive: Archive, article: Article) -> Iterator[Problem]:
    above = unquoted(f"{article.title} {article.deck}")
    if article.date is None and not ANY_RECENT_YEAR.search(above):
        yield from _first(archive, article)


def _first(archive: Archive, article: Article) -> Iterator[Problem]:
    text = own_words(article.body)
    found = _DAY.search(text)
    if found and not ANY_RECENT_YEAR.search(text[: found.start()]):
        said = " ".join(found[0].split())
        year = _year(archive, article, found)
        hint = f'did you mean "{said} {year}"?' if year else "write the year, or the `date` of the article"
        span = place(article.body, found.start())
        message, likely = f'"{said}" has no year, and none stands before it', Fix(span, said, f"{said} {year}")
        yield Problem(CODE, span, message, hint, LEVEL, (said,), likely=likely if year else None)


def _year(archive: Archive, article: Article, found: re.Match[str]) -> int:
    """The year in which an edition that the article is about was held on that day; 0 where none was."""
    day = int(found["day"] or found["after"])
    month = MONTH_NUMBERS[(found["month"] or found["second"]).lower()]
    dates = (edition.ceremony.date for edition in archive.editions_about(article))
    return next((date.year for date in dates if date and (date.month, date.day) == (month, day)), 0)
