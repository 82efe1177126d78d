"""A table of places in an article says what the palmarès says.

In an article about one edition, a table whose column of numbers gives places to names of that edition is held against
its results: two lines of it exchanged are the commonest slip. Told are names that have results with a place in that
edition, and none with the place of the table, where at least two lines name laureates of it. A table of points is none
of places, nor are numbers that begin above 1.

Passes:

```markdown
| Place | Pie |
|---|---|
| 1 | Ann Crust |
| 2 | Ben Crumble |
```

Fails, where Ben Crumble was first and Ann Crust second.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from ..model import Article
from ..model.archive import Archive
from ..problems import Basis, Level, Problem
from ..sources.markdown import place

CODE = "table-differs"
LEVEL = Level.WARNING
BASIS = Basis.ARCHIVE

EACH = ("articles",)

_ROW = re.compile(r"^[ ]{0,3}\|(.+)\|[ \t]*$", re.M)
_PLACE = re.compile(r"\**(\d{1,2})(?:st|nd|rd|th|er?|re|ème|\.|º|°)?\**")
_LINK = re.compile(r"\[\[([^\[\]|]+)(?:\|[^\[\]]*)?\]\]")
_SCORED = re.compile(
    r"^[ ]{0,3}\|(?![^\n]*\b(?:places?|rank|rang|pos)\b)"
    r"[^\n]*\b(?:points|pts|score|marks?|notes?|votes|voix|titles|titres)\b[^\n]*\n[ ]{0,3}\|[ :|-]+$",
    re.I | re.M,
)
_LINES = 2


def each(archive: Archive, article: Article) -> Iterator[Problem]:
    about = [ref.text for ref in article.about.editions]
    if len(about) != 1 or about[0] not in archive.editions or "|" not in article.body.text:
        return
    found = list(_placed(archive, article, _ranks(archive, about[0])))
    # Places begin at 1; what does not is points, or years of age.
    is_ranking = min((said for _, _, said, _ in found), default=0) <= 1 and not _SCORED.search(article.body.text)
    for at, name, said, ranks in found if len(found) >= _LINES and is_ranking else ():
        if said not in ranks:
            known = " and ".join(map(str, sorted(ranks)))
            message = f"this line puts {name} in place {said}, and {about[0]} in place {known}"
            span = place(article.body, at)
            yield Problem(CODE, span, message, "correct the table or the results", LEVEL, (name, about[0]))


def _ranks(archive: Archive, edition: str) -> dict[str, set[int]]:
    """The places of each name of an edition; a winner without one is first."""
    ranks: defaultdict[str, set[int]] = defaultdict(set)
    for entry in archive.editions[edition].entries:
        for result in entry.results:
            number = result.rank or (1 if result.is_title else 0)
            for holder in result.holders if number else ():
                ranks[archive.ids.get(holder.name.text, "")].add(number)
    return dict(ranks)


def _placed(archive: Archive, article: Article, ranks: dict[str, set[int]]) -> Iterator[tuple[int, str, int, set[int]]]:
    """Each line of a table that gives a place to a laureate: where it stands, the name, the place, those it has."""
    for row in _ROW.finditer(article.body.text):
        cells = [cell.strip() for cell in _LINK.sub(r"\1", row[1]).split("|")]
        places = [int(found[1]) for cell in cells if (found := _PLACE.fullmatch(cell))]
        names = [cell.strip("* ") for cell in cells if archive.ids.get(cell.strip("* "), "") in ranks]
        if len(places) == len(names) == 1:
            yield row.start(), names[0], places[0], ranks[archive.ids[names[0]]]
