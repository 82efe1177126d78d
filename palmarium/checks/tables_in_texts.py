"""A table of places in an article says what the palmarès says.

In an article about one edition, a table whose column of numbers gives places to names of that edition is held against
its results: two lines of it exchanged are the commonest slip. Told are names that have results with a place in that
edition, and none with the place of the table, where at least two lines name laureates of it. A table of points is none
of places, nor are numbers that begin above 1; told is the line of it that gives a laureate another mark than the
results, where two lines or more, and most of them, give the same.

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
from collections.abc import Iterator, Mapping, Set

from ..model import Article
from ..model.archive import Archive, results_in
from ..problems import Basis, Level, Problem
from ..sources.markdown import place
from ..sources.numerals import decimal

CODE = "table-differs"
LEVEL = Level.WARNING
BASIS = Basis.ARCHIVE

EACH = ("articles",)

_ROW = re.compile(r"^[ ]{0,3}\|(.+)\|[ \t]*$", re.M)
_PLACE = re.compile(r"\**(\d{1,2})(?:st|nd|rd|th|er?|re|ème|\.|º|°)?\**")
_MARK = re.compile(r"\d{1,4}(?:[.,]\d{1,2})?")
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
    yield from _of_marks(archive, article, about[0])


def _of_marks(archive: Archive, article: Article, edition: str) -> Iterator[Problem]:
    """Lines of a table of marks that give a laureate another one, where most lines give the right one."""
    ranks, marks = _ranks(archive, edition), _marks(archive, edition)
    found = [(at, name, mark, marks[archive.ids[name]]) for at, name, mark in _marked(archive, article, marks, ranks)]
    right = sum(mark in known for _, _, mark, known in found)
    for at, name, mark, known in found if right >= _LINES and right > len(found) - right else ():
        if mark not in known:
            said = " and ".join(f"{each:g}" for each in sorted(known))
            message = f"this line gives {name} {mark:g}, and {edition} gives {said}"
            hint = "correct the table, or the `score` of the result"
            yield Problem(CODE, place(article.body, at), message, hint, LEVEL, (name, edition))


def _marks(archive: Archive, edition: str) -> dict[str, set[float]]:
    """The marks of each name of an edition; none where a result has none that is a number."""
    marks: dict[str, set[float]] = {}
    unsure: set[str] = set()
    for result in results_in(archive.editions[edition]):
        mark = decimal(result.score)
        for id in (archive.ids.get(holder.name.text, "") for holder in result.holders):
            if mark is None:
                unsure.add(id)
            else:
                marks.setdefault(id, set()).add(mark)
    return {id: known for id, known in marks.items() if id not in unsure}


def _marked(
    archive: Archive, article: Article, marks: Mapping[str, Set[float]], ranks: Mapping[str, Set[int]]
) -> Iterator[tuple[int, str, float]]:
    """Each line of a table with one laureate and one number that is not the laureate's place: where, the name, that."""
    for row in _ROW.finditer(article.body.text):
        cells = [cell.strip("* \t") for cell in _LINK.sub(r"\1", row[1]).split("|")]
        names = [cell for cell in cells if archive.ids.get(cell, "") in marks]
        if len(names) == 1:
            places = ranks.get(archive.ids[names[0]], frozenset())
            numbers = [decimal(cell) for cell in cells if _MARK.fullmatch(cell) and decimal(cell) not in places]
            if len(numbers) == 1 and numbers[0] is not None:
                yield row.start(), names[0], numbers[0]


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
