"""Places follow each other: after two at place 1 comes place 3.

Equal places are written with the same number, and the next number leaves room for them (1, 1, 3). A number too low is
always wrong; numbers left out are wrong where the edition claims to be complete, and are told once. Each scope, track
and round is a ranking of its own, and so are mentions, and finalists or nominees who are numbered from 1; a place that
was revoked may stay empty. A laureate without a place beside one who has `rank: 1` would be a second winner: who shares
the first place has `rank: 1`, too. Nor does a later place win beside it. So would several without a place be, in a list
that in all other editions, three or more, has places and one winner.

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

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby, pairwise

from ..model import Edition, Entry, Result, Status
from ..model.archive import Archive
from ..problems import Basis, Fix, Level, Problem, exception
from ..statistics.coverage import known

CODE = "rank-gap"
LEVEL = Level.WARNING
BASIS = Basis.FILE

_OTHERS = 3

EACH = ("editions",)


def each(archive: Archive, edition: Edition) -> Iterator[Problem]:
    complete = known(edition).places
    rounds = {"", *(each.id for each in edition.rounds)}
    for entry in edition.entries:
        # A round that there is not is told by itself, and makes a ranking of its own.
        if all(result.round in rounds for result in entry.results):
            yield from _in_entry(entry, complete)
        yield from _unlike_the_others(archive, edition, entry)


def _unlike_the_others(archive: Archive, edition: Edition, entry: Entry) -> Iterator[Problem]:
    """Several winners without a place, where every other edition has one first, and places below it."""
    winners = [result for result in entry.results if result.is_title and not result.rank and not result.tie]
    if len(winners) < 2 or len(winners) != len(entry.results):
        return
    key = entry.category_key
    others = [each for each in archive.entries_of.get(key, ()) if each.edition != edition.key and each.results]
    if len(others) >= _OTHERS and all(_is_ranking(other) for other in others):
        message = f"{entry.category} has {len(winners)} winners without a place, and places in all other editions"
        hint = f"write `rank: 1`, `rank: 2`…; if all of them won, {exception(CODE, entry.category, edition.key)}"
        yield Problem(CODE, entry.span, message, hint, LEVEL, (entry.category, edition.key))


def _is_ranking(entry: Entry) -> bool:
    ranks = [result.rank for result in entry.results]
    return len(ranks) > 1 and None not in ranks and ranks.count(1) == 1


def _in_entry(entry: Entry, complete: bool) -> Iterator[Problem]:
    rankings: defaultdict[object, list[tuple[int, Result]]] = defaultdict(list)
    for result in entry.results:
        place = result.place or result.rank
        if place:
            rankings[result.ranking].append((place, result))
    for written in rankings.values():
        if any(result.rank for _, result in written):
            yield from _without_place([result for _, result in written], entry.category or "this list")
            yield from _second_title(written, entry.category or "this list")
            yield from _in_ranking(written, entry.category or "this list", complete)


def _without_place(results: list[Result], category: str) -> Iterator[Problem]:
    """Who counts as a winner beside a first place, because nothing is said."""
    first = next((result for result in results if result.rank == 1), None)
    for result in results:
        unplaced = result.holders and result.is_title and not result.rank
        if first and unplaced and not (result.tie or first.tie):
            line = first.span.line
            message = (
                f"{result.who} has no place in {category} beside `rank: 1` in line {line}, and counts as a winner, too"
            )
            hint = "write `rank: …` or a `distinction`; where both won, `rank: 1` in both"
            yield Problem(CODE, result.span, message, hint, LEVEL, (category, result.who))


def _second_title(written: list[tuple[int, Result]], category: str) -> Iterator[Problem]:
    """Who has a later place and wins all the same, beside one who has the first."""
    first = next((result for place, result in written if place == 1 and result.is_title), None)
    for place, result in written:
        if first and place > 1 and result.is_title and result.holders and not result.apart:
            message = (
                f"{result.who} has place {place} of {category} and wins it, beside place 1 in line {first.span.line}"
            )
            hint = "delete `distinction: winner`; where both won, write `rank: 1` in both"
            yield Problem(CODE, result.span, message, hint, LEVEL, (category, result.who))


def _in_ranking(written: list[tuple[int, Result]], category: str, complete: bool) -> Iterator[Problem]:
    """At most as many as all the places before, at least as many as those that still stand."""
    left_out = before = standing = 0
    ordered = sorted(written, key=lambda pair: pair[0])
    for place, equals in groupby(ordered, key=lambda pair: pair[0]):
        results = [result for _, result in equals]
        for result in results:
            if place <= standing:
                message = f"place {place} of {category} comes after {standing} others"
                hint = f"write `rank: {standing + 1}`"
                likely = Fix(result.span, str(result.rank), str(standing + 1), "rank") if result.rank else None
                yield Problem(CODE, result.span, message, hint, LEVEL, (category,), likely=likely)
        if complete and place > before + left_out + 1:
            yield _hole(written, (place, results[0]), range(before + left_out + 1, place), category)
            # What is left out moves every place after it: it is told once.
            left_out = place - before - 1
        before += len(results)
        standing += sum(result.status is Status.ACTIVE for result in results)


def _hole(written: list[tuple[int, Result]], found: tuple[int, Result], missing: range, category: str) -> Problem:
    """Where a list runs 1, 4, 3, its second line is wrong and not its third: places are written in their order."""
    place, result = found
    pairs = pairwise(written)
    wrong, culprit = next((own for own, after in pairs if place <= after[0] < own[0]), found)
    where = f"place {wrong} of {category}" + (f" is written before place {place}" if culprit is not result else "")
    several = f"places {missing[0]} {'and' if len(missing) == 2 else 'to'} {missing[-1]} are"
    lost = several if len(missing) > 1 else f"place {missing[0]} is"
    hint = f"write `rank: {missing[0]}`, or add who is missing"
    return Problem(CODE, culprit.span, f"{where}: {lost} left out", hint, LEVEL, (category,))
