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
from ..problems import Basis, Level, Problem, Span, plain

CODE = "shares-sum"
LEVEL = Level.ERROR
BASIS = Basis.FILE

EACH = ("editions",)


_Silent = tuple[str, Span]
"""A laureate without a share, and where."""


@dataclass(frozen=True, slots=True)
class _Share:
    """A share of the prize, whether its result still stands, what is written at its place, and who has none there."""

    value: Fraction
    span: Span
    active: bool
    written: Fraction
    silent: tuple[_Silent, ...] = ()


def each(archive: Archive, edition: Edition) -> Iterator[Problem]:
    for entry in edition.entries:
        yield from _in_entry(entry)


def _in_entry(entry: Entry) -> Iterator[Problem]:
    winners = [result for result in entry.results if result.distinction is Distinction.WINNER]
    for scope in dict.fromkeys((result.scope, result.track) for result in winners):
        prize = [result for result in winners if (result.scope, result.track) == scope]
        shares = [share for result in prize if (share := _share(result))]
        silent = [_silent(result) for result in prize if _share(result) is None and result.status is Status.ACTIVE]
        yield from _sum(entry.category or "this category", shares, silent)
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
    silent = tuple((holder.name.text, holder.name.span) for holder in result.holders if holder.share is None)
    return _Share(sum((share for share, _ in parts), Fraction(0)), parts[-1][1], active, parts[-1][0], silent)


def _silent(result: Result) -> _Silent:
    return (result.holders[0].name.text if result.holders else "unknown"), result.span


def _sum(what: str, shares: Sequence[_Share], silent: Sequence[_Silent]) -> Iterator[Problem]:
    if not shares:
        return
    standing = [share for share in shares if share.active]
    sums = [sum((share.value for share in some), Fraction(0)) for some in (standing, shares)]
    if 1 not in sums:
        last = (standing or shares)[-1]
        without = [*silent, *(each for share in standing or shares for each in share.silent)]
        yield _problem(what, sums[0] or sums[1], last, without)


def _inside(entry: Entry, result: Result) -> Iterator[Problem]:
    """The laureates of a joint result share all of it, or the part of the prize that it has."""
    parts = [(holder.share, holder.name.span) for holder in result.holders if holder.share is not None]
    total = sum((share for share, _ in parts), Fraction(0))
    if parts and result.share is not None and total not in (1, result.share):
        message = f"the laureates' shares of {entry.category} add up to {total}, not {result.share} or 1"
        hint, where = "correct one, or delete the share of the result", parts[-1][1]
        silent = [holder.name for holder in result.holders if holder.share is None]
        if len(silent) == 1 and total < result.share:
            hint, where = f"write `share: {result.share - total}` for {plain(silent[0].text)}", silent[0].span
        yield Problem(CODE, where, message, hint, LEVEL, (entry.category,))


def _problem(what: str, total: Fraction, last: _Share, silent: Sequence[_Silent]) -> Problem:
    message = f"shares of {what} add up to {total}, not 1"
    if silent:
        left = (1 - total) / len(silent)
        who, *others = (plain(name) for name, _ in silent)
        alike = f", and for {' and '.join(others)}" if others else ""
        hint = f"write `share: {left}` for {who}{alike}" if left > 0 else "write the share of every laureate"
        message = f"{message}; {len(silent)} more without a share"
        return Problem(CODE, silent[0][1], message, hint, LEVEL, (what, *(name for name, _ in silent)))
    rest = last.written + 1 - total
    other = f", or is somebody missing who has the other {1 - total}" if total < 1 else ""
    hint = f"did you mean {rest} here{other}?" if rest > 0 else "correct one of them"
    return Problem(CODE, last.span, message, hint, LEVEL, (what,))
