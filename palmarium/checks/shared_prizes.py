"""What several share is one prize.

Who share a prize, by the `share` of each or by the same place, share one title of a work, one printed name of the
category and, where their parts are equal, one amount of money. Told is the later of two that differ: titles only where
they are one but for a letter, an article or capitals, for two works may be honoured together.

Passes:

```yaml
results:
  pie:
    - {laureate: Ann Crust, share: 1/2, money: 500 €}
    - {laureate: Ben Crumble, share: 1/2, money: 500 €}
```

Fails:

```yaml
results:
  pie:
    - {laureate: Ann Crust, share: 1/2, money: 500 €}
    - {laureate: Ben Crumble, share: 1/2, money: 800 €}
```
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from ..model import Edition, Entry, Result, Status
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, exception, nearest, plain
from ..sources.plaintext import bare

CODE = "shared-prize"
LEVEL = Level.WARNING
BASIS = Basis.FIELD

EACH = ("editions",)

_SHORTEST = 4
_LIKE = 0.8


def each(archive: Archive, edition: Edition) -> Iterator[Problem]:
    for entry in edition.entries:
        yield from _in_entry(entry)


def _in_entry(entry: Entry) -> Iterator[Problem]:
    together: defaultdict[object, list[Result]] = defaultdict(list)
    for result in entry.results:
        if result.status is Status.ACTIVE and (result.share or (result.tie and result.rank)):
            together[result.ranking, result.rank or (1 if result.share else 0)].append(result)
    for results in together.values():
        for first, other in pairwise(results):
            yield from _of_two(entry.category or "this list", first, other)


def _of_two(where: str, first: Result, other: Result) -> Iterator[Problem]:
    pair = " and ".join(result.holders[0].name.text for result in (first, other) if result.holders)
    line = first.span.line
    one, two = first.money, other.money
    if first.share == other.share and one and two and (one.amount, one.currency) != (two.amount, two.currency):
        said = f"{one.amount} {one.currency}"
        message = f"{pair} have equal parts of {where}, and {two.amount} {two.currency} here, {said} in line {line}"
        hint = "correct one of the two, or write the `share` of each"
        yield Problem(CODE, other.span, message, hint, LEVEL, (where, two.amount, one.amount))
    if (
        first.share
        and other.share
        and first.printed_category
        and other.printed_category not in ("", first.printed_category)
    ):
        message = f'{pair} share {where}, printed as "{other.printed_category}" here, and otherwise in line {line}'
        hint = f"write `printed_category: {plain(first.printed_category)}`; if both are right, {exception(CODE, where)}"
        yield Problem(CODE, other.span, message, hint, LEVEL, (where, other.printed_category))
    for work in other.works:
        near = next((each.title for each in first.works if _are_near(each.title, work.title)), "")
        if near:
            message = f'{pair} share {where}, for "{work.title}" here, and for "{near}" in line {line}'
            hint = f"write {plain(near)} in both; if they are two works, {exception(CODE, work.title)}"
            yield Problem(CODE, other.span, message, hint, LEVEL, (where, work.title, near))


def _are_near(title: str, other: str) -> bool:
    """Whether two titles differ, and only by an article, by capitals and signs, or by one letter of a long word."""
    words, others = bare(title)[1], bare(other)[1]
    odd = [pair for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
    is_slip = all(max(map(len, pair)) >= _SHORTEST and nearest(pair[0], [pair[1]], _LIKE) for pair in odd)
    return (
        title != other and len(words) == len(others) and len(odd) < 2 and is_slip and "".join(words + others).isalpha()
    )
