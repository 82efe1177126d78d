"""Places follow each other: after two at place 1 comes place 3.

Equal places are written with the same number, and the next number leaves room for them (1, 1, 3). A number too low
is always wrong; a number left out is wrong where the edition claims to be complete, and is told once. Each scope, track
and round is a ranking of its own; a place that was revoked may stay empty.

Passes:

```yaml
results:
  pie:
    - {rank: 1, laureate: Ann Crust}
    - {rank: 1, laureate: Ben Crumble}
    - {rank: 3, laureate: Cleo Custard}
```

Fails, because two are before Cleo Custard:

```yaml
results:
  pie:
    - {rank: 1, laureate: Ann Crust}
    - {rank: 1, laureate: Ben Crumble}
    - {rank: 2, laureate: Cleo Custard}
```
"""

from collections.abc import Iterator
from itertools import pairwise

from ..archive import Archive
from ..model import Distinction, Entry, Result, Status
from ..problems import Basis, Level, Problem
from ..statistics.coverage import known

CODE = "rank-gap"
LEVEL = Level.WARNING
BASIS = Basis.FILE


def check(archive: Archive) -> Iterator[Problem]:
    for edition in archive.editions.values():
        complete = known(edition).places
        for entry in edition.entries:
            yield from _in_entry(entry, complete)


def _in_entry(entry: Entry, complete: bool) -> Iterator[Problem]:
    rankings: dict[tuple[str, str, str], list[Result]] = {}
    for result in entry.results:
        rankings.setdefault((result.scope, result.track, result.round), []).append(result)
    for results in rankings.values():
        written = [(_place(result), result) for result in results if _place(result)]
        if any(result.rank for result in results):
            yield from _in_ranking(written, entry.category, complete)


def _place(result: Result) -> int:
    """A winner without a number stands at place 1."""
    return result.rank or (1 if result.distinction is Distinction.WINNER else 0)


def _in_ranking(written: list[tuple[int, Result]], category: str, complete: bool) -> Iterator[Problem]:
    """At most as many as all the places before, at least as many as those that still stand."""
    left_out = 0
    for place, result in sorted(written, key=lambda pair: pair[0]):
        before = sum(1 for other, _ in written if other < place)
        standing = sum(1 for other, each in written if other < place and each.status is Status.ACTIVE)
        if place <= standing:
            message = f"place {place} of {category or 'this list'} comes after {standing} others"
            yield Problem(
                CODE, result.span, message, f"write `rank: {standing + 1}`", LEVEL, (category or "this list",)
            )
        elif complete and place > before + left_out + 1:
            yield _hole(written, (place, result), before + left_out + 1, category or "this list")
            # What is left out moves every place after it: it is told once.
            left_out = place - before - 1


def _hole(written: list[tuple[int, Result]], found: tuple[int, Result], missing: int, category: str) -> Problem:
    """Where a list runs 1, 4, 3, its second line is wrong and not its third: places are written in their order."""
    place, result = found
    pairs = pairwise(written)
    wrong, culprit = next((own for own, after in pairs if place <= after[0] < own[0]), found)
    where = f"place {wrong} of {category}" + (f" is written before place {place}" if culprit is not result else "")
    hint = f"write `rank: {missing}`, or add who is missing"
    return Problem(CODE, culprit.span, f"{where}: place {missing} is left out", hint, LEVEL, (category,))
