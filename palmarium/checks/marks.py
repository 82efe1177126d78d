"""Marks and places tell the same order.

Who has a better mark has a better place, and a winner a better one than a finalist or a nominee. In some contests the
higher mark is the better one, in others, such as a race or a count of faults, the lower. Which it is, `out_of` tells,
or what most rows of the category say, in all its editions; what goes against that is told. Where two rows are all that
an award has, the higher mark is expected to be first. Equal marks may have other places, and marks that are more than
a number are not compared. Each scope, track and round is a ranking of its own.

Passes:

```yaml
results:
  pie:
    - {rank: 1, laureate: Ann Crust, score: 18}
    - {rank: 2, laureate: Ben Crumble, score: 15}
    - {rank: 3, laureate: Cleo Custard, score: 12}
```

Fails:

```yaml
results:
  pie:
    - {rank: 1, laureate: Ann Crust, score: 18}
    - {rank: 2, laureate: Ben Crumble, score: 12}
    - {rank: 3, laureate: Cleo Custard, score: 15}
```
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise, product

from ..model import Distinction, Entry, Result, Status
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, exception
from ..sources.numerals import decimal

CODE = "marks-against-places"
LEVEL = Level.WARNING
BASIS = Basis.FILE

_BEHIND = (Distinction.FINALIST, Distinction.NOMINEE, Distinction.SHORTLISTED, Distinction.LONGLISTED)
"""Distinctions of those who did not win and have no rank."""
_LAST = 1_000_000


@dataclass(frozen=True, slots=True)
class _Marked:
    """A rank, its words, and the mark for which it was given."""

    place: int
    called: str
    mark: float
    result: Result


@dataclass(frozen=True, slots=True)
class _Neighbours:
    """Two adjacent rows of a ranking with different marks."""

    entry: Entry
    before: _Marked
    after: _Marked

    @property
    def falls(self) -> bool:
        return self.before.mark > self.after.mark


def check(archive: Archive) -> Iterator[Problem]:
    awards: defaultdict[str, defaultdict[str, list[_Neighbours]]] = defaultdict(lambda: defaultdict(list))
    for edition in archive.editions.values():
        for entry in edition.entries:
            awards[edition.award][entry.category].extend(_pairs(entry))
    for categories in awards.values():
        rises = sum(not pair.falls for pairs in categories.values() for pair in pairs)
        for pairs in categories.values():
            yield from _told(pairs, alone=len(pairs) == rises == 1)


def _pairs(entry: Entry) -> Iterator[_Neighbours]:
    rankings: defaultdict[object, list[_Marked]] = defaultdict(list)
    for result in entry.results:
        marked = _marked(result)
        if marked and result.status is Status.ACTIVE:
            rankings[result.ranking, result.out_of].append(marked)
    for marks in rankings.values():
        ordered = sorted(marks, key=lambda each: each.place)
        places = [list(group) for _, group in groupby(ordered, key=lambda each: each.place)]
        for better, worse in pairwise(places):
            pairs = (_Neighbours(entry, *pair) for pair in product(better, worse))
            yield from (pair for pair in pairs if pair.before.mark != pair.after.mark)


def _marked(result: Result) -> _Marked | None:
    mark = decimal(result.score)
    if mark is None:
        return None
    if result.rank:
        return _Marked(result.rank, f"place {result.rank}", mark, result)
    if result.distinction is Distinction.WINNER:
        return _Marked(1, "a winner", mark, result)
    return _Marked(_LAST, f"a {result.distinction}", mark, result) if result.distinction in _BEHIND else None


def _told(pairs: list[_Neighbours], alone: bool) -> Iterator[Problem]:
    """The first row of each edition that goes against the order that most others keep, or against the usual one."""
    falling = [pair for pair in pairs if pair.falls]
    rising = [pair for pair in pairs if not pair.falls]
    is_falling = len(rising) <= len(falling) or alone or any(pair.after.result.out_of for pair in rising)
    told: set[str] = set()
    for pair in rising if is_falling else falling:
        if pair.entry.edition not in told:
            told.add(pair.entry.edition)
            yield _problem(pair, alone)


def _problem(pair: _Neighbours, alone: bool) -> Problem:
    before, after = pair.before, pair.after
    where = pair.entry.category or "this list"
    order = "less" if pair.falls else "more"
    message = (
        f"{after.called} of {where} has a mark of {after.mark:g}, {order} than {before.called} with {before.mark:g}"
    )
    hint = "correct a `rank` or a `score`"
    if alone:
        line = before.result.span.line
        places = f"`rank: {before.place}` here, and `rank: {after.place}` in line {line}"
        won = f"`distinction: winner` here, and `distinction: {after.result.distinction}` in line {line}"
        other = places if after.result.rank else won
        hint = f"if the higher mark is the better one, write {other}; if the lower is, {exception(CODE, where)}"
    return Problem(CODE, after.result.span, message, hint, LEVEL, (where,))
