"""Marks and places tell the same order.

Who has a better mark has a better place. In some contests the higher mark is the better one, in others, such as a race
or a count of faults, the lower: so a list is only questioned where it keeps neither order. Equal marks may have other
places, and marks that are more than a number are not compared. Each scope, track and round is a ranking of its own.

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
from itertools import pairwise

from ..model import Entry, Result, Status
from ..model.archive import Archive
from ..problems import Basis, Level, Problem
from ..sources.numerals import decimal

CODE = "marks-against-places"
LEVEL = Level.WARNING
BASIS = Basis.FILE

_Marked = tuple[int, float, Result]


def check(archive: Archive) -> Iterator[Problem]:
    for edition in archive.editions.values():
        for entry in edition.entries:
            rankings: defaultdict[object, list[_Marked]] = defaultdict(list)
            for result in entry.results:
                mark = decimal(result.score)
                if result.rank and mark is not None and result.status is Status.ACTIVE:
                    rankings[result.ranking, result.out_of].append((result.rank, mark, result))
            for marked in rankings.values():
                yield from _in_ranking(entry, sorted(marked, key=lambda each: each[0]))


def _in_ranking(entry: Entry, marked: list[_Marked]) -> Iterator[Problem]:
    """The first place that goes against the order that most others keep."""
    falling = [pair for pair in pairwise(marked) if pair[0][1] > pair[1][1] and pair[0][0] < pair[1][0]]
    rising = [pair for pair in pairwise(marked) if pair[0][1] < pair[1][1] and pair[0][0] < pair[1][0]]
    if falling and rising:
        (place, mark, _), (after, other, result) = (rising if len(rising) <= len(falling) else falling)[0]
        order = "more" if len(rising) <= len(falling) else "less"
        where = entry.category or "this list"
        message = f"place {after} of {where} has a mark of {other:g}, {order} than place {place} with {mark:g}"
        yield Problem(CODE, result.span, message, "correct a `rank` or a `score`", LEVEL, (where,))
