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
from collections.abc import Container, Iterator, Mapping, Set

from ..model import Article, Result
from ..model.archive import Archive, results_in
from ..problems import Basis, Level, Problem
from ..sources.markdown import place
from ..sources.numerals import decimal
from .wording import listed

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
    ranks = _ranks(archive, about[0])
    yield from _of_places(archive, article, about[0], ranks)
    yield from _of_marks(archive, article, about[0], ranks)


def _of_places(archive: Archive, article: Article, edition: str, ranks: Mapping[str, Set[int]]) -> Iterator[Problem]:
    """Lines that put a laureate in another place."""
    found = []
    for at, name, id, cells in _lines(archive, article, ranks):
        places = [int(number[1]) for cell in cells if (number := _PLACE.fullmatch(cell))]
        if len(places) == 1:
            found.append((at, name, places[0], ranks[id]))
    # Places begin at 1; what does not is points, or years of age.
    is_ranking = min((said for _, _, said, _ in found), default=0) <= 1 and not _SCORED.search(article.body.text)
    for at, name, said, known in found if len(found) >= _LINES and is_ranking else ():
        if said not in known:
            message = f"this line puts {name} in place {said}, and {edition} in place {listed(known)}"
            hint = "correct the table or the results"
            yield Problem(CODE, place(article.body, at), message, hint, LEVEL, (name, edition))


def _of_marks(archive: Archive, article: Article, edition: str, ranks: Mapping[str, Set[int]]) -> Iterator[Problem]:
    """Lines of a table of marks that give a laureate another one, where most lines give the right one."""
    found, marks = [], _marks(archive, edition)
    for at, name, id, cells in _lines(archive, article, marks):
        numbers = [decimal(cell) for cell in cells if _MARK.fullmatch(cell) and decimal(cell) not in ranks.get(id, ())]
        if len(numbers) == 1 and numbers[0] is not None:
            found.append((at, name, numbers[0], marks[id]))
    right = sum(mark in known for _, _, mark, known in found)
    for at, name, mark, known in found if right >= _LINES and right > len(found) - right else ():
        if mark not in known:
            message = f"this line gives {name} {mark:g}, and {edition} gives {listed(known)}"
            hint = "correct the table, or the `score` of the result"
            yield Problem(CODE, place(article.body, at), message, hint, LEVEL, (name, edition))


def _lines(archive: Archive, article: Article, known: Container[str]) -> Iterator[tuple[int, str, str, list[str]]]:
    """Each line of a table with one known laureate: where it stands, the name and its id, the cells."""
    for row in _ROW.finditer(article.body.text):
        cells = [cell.strip("* \t") for cell in _LINK.sub(r"\1", row[1]).split("|")]
        names = [(cell, id) for cell in cells if (id := archive.ids.get(cell, "")) and id in known]
        if len(names) == 1:
            yield row.start(), *names[0], cells


def _ranks(archive: Archive, edition: str) -> dict[str, set[int]]:
    """The places of each name of an edition; a winner without one is first."""
    ranks: defaultdict[str, set[int]] = defaultdict(set)
    for result in results_in(archive.editions[edition]):
        number = result.rank or (1 if result.is_title else 0)
        for id in _ids(archive, result) if number else ():
            ranks[id].add(number)
    return dict(ranks)


def _marks(archive: Archive, edition: str) -> dict[str, set[float]]:
    """The marks of each name of an edition; none where a result has none that is a number."""
    marks: defaultdict[str, set[float | None]] = defaultdict(set)
    for result in results_in(archive.editions[edition]):
        for id in _ids(archive, result):
            marks[id].add(decimal(result.score))
    return {id: {each for each in known if each is not None} for id, known in marks.items() if None not in known}


def _ids(archive: Archive, result: Result) -> Iterator[str]:
    """The laureates of a result, less those whose name is not known or that of several."""
    return (id for holder in result.holders if (id := archive.ids.get(holder.name.text, "")))
