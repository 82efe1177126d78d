"""Shares of a prize add up to 1.

A prize may be divided: a fraction stands on each result of a category, or on each laureate of a joint result.
Fractions that add up to something else are a slip of the pen, or a laureate is missing. Revoked results may be left
out or counted. Without any share nothing is checked: laureates then share alike.

Passes:

```yaml
results:
  pie:
    - {laureate: Ann Crust, share: 1/2}
    - {laureate: Ben Crumble, share: 1/4}
    - {laureate: Cleo Custard, share: 1/4}
```

Fails, because 1/2 and 1/3 make 5/6:

```yaml
results:
  pie:
    - {laureate: Ann Crust, share: 1/2}
    - {laureate: Ben Crumble, share: 1/3}
```
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ..model import Distinction, Edition, Entry, Result, Status
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, Span

CODE = "shares-sum"
LEVEL = Level.ERROR
BASIS = Basis.FILE

EACH = ("editions",)


@dataclass(frozen=True, slots=True)
class _Share:
    """A share of the prize, whether its result still stands, and what is written at its place."""

    value: Fraction
    span: Span
    active: bool
    written: Fraction


def each(archive: Archive, edition: Edition) -> Iterator[Problem]:
    del archive
    for entry in edition.entries:
        yield from _in_entry(entry)


def _in_entry(entry: Entry) -> Iterator[Problem]:
    winners = [result for result in entry.results if result.distinction is Distinction.WINNER]
    for scope in dict.fromkeys((result.scope, result.track) for result in winners):
        prize = [result for result in winners if (result.scope, result.track) == scope]
        shares = [share for result in prize if (share := _share(result))]
        yield from _sum(entry.category or "this category", shares, len(prize))
    for result in winners:
        yield from _inside(entry, result)


def _share(result: Result) -> _Share | None:
    """The part of the prize that one result has: stated, or the sum of its laureates' parts."""
    active = result.status is Status.ACTIVE
    if result.share is not None:
        return _Share(result.share, result.span, active, result.share)
    parts = [(holder.share, holder.name.span) for holder in result.holders if holder.share is not None]
    if not parts:
        return None
    return _Share(sum((share for share, _ in parts), Fraction(0)), parts[-1][1], active, parts[-1][0])


def _sum(what: str, shares: Sequence[_Share], results: int) -> Iterator[Problem]:
    if not shares:
        return
    standing = [share for share in shares if share.active]
    sums = [sum((share.value for share in some), Fraction(0)) for some in (standing, shares)]
    if 1 not in sums:
        last = (standing or shares)[-1]
        yield _problem(what, sums[0] or sums[1], last, results - len(shares))


def _inside(entry: Entry, result: Result) -> Iterator[Problem]:
    """The laureates of a joint result share all of it, or the part of the prize that it has."""
    parts = [(holder.share, holder.name.span) for holder in result.holders if holder.share is not None]
    total = sum((share for share, _ in parts), Fraction(0))
    if parts and result.share is not None and total not in (1, result.share):
        message = f"the laureates' shares of {entry.category} add up to {total}, not {result.share} or 1"
        yield Problem(
            CODE, parts[-1][1], message, "correct one, or delete the share of the result", LEVEL, (entry.category,)
        )


def _problem(what: str, total: Fraction, last: _Share, silent: int) -> Problem:
    message = f"shares of {what} add up to {total}, not 1"
    if silent:
        hint = "write the share of every result"
        return Problem(CODE, last.span, f"{message}; {silent} more without a share", hint, LEVEL, (what,))
    rest = last.written + 1 - total
    hint = f"did you mean {rest} here?" if rest > 0 else "correct one of them"
    return Problem(CODE, last.span, message, hint, LEVEL, (what,))
