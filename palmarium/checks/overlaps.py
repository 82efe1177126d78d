"""A name over time is one name after the other.

Where an award or a name says from when and until when it was called so, one name ends before the next begins. Dates are
compared as far as they are known: `until: 2011` and `from: 2011` are in order. One without `from` was in use before all
others: two such names, or two that begin on one day and never end, are one too many.

Passes:

```yaml
names:
  - {name: Prix de la Tarte, from: 2008, until: 2011}
  - {name: Prix du Gâteau, from: 2011}
```

Fails:

```yaml
names:
  - {name: Prix de la Tarte, from: 2008, until: 2013}
  - {name: Prix du Gâteau, from: 2011}
```
"""

from collections.abc import Iterator, Sequence
from itertools import chain, combinations

from ..model import Date, DatedName
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, plain

CODE = "period-overlap"
LEVEL = Level.WARNING
BASIS = Basis.FIELD


def check(archive: Archive) -> Iterator[Problem]:
    yield from chain.from_iterable(_among(award.names) for award in archive.awards.values())
    yield from chain.from_iterable(_among(name.names) for name in archive.names.values())


def _among(names: Sequence[DatedName]) -> Iterator[Problem]:
    dated = sorted((name for name in names if name.since or name.until), key=lambda name: _first(name.since))
    for earlier, later in combinations(dated, 2):
        end, begins = earlier.until, later.since
        if end and begins and _first(end) > begins.last:
            message = f'"{earlier.name}" is in use until {end}, and "{later.name}" from {begins}'
            hint = f"write `until: {begins}` for the first, or correct one of the dates"
            yield Problem(CODE, later.span, message, hint, LEVEL, (earlier.name, later.name))
        elif not (earlier.since or begins) or (earlier.since == begins and not (end or later.until)):
            since = f"from {begins} on" if begins else "from the beginning"
            message = f'"{earlier.name}" and "{later.name}" are both in use {since}'
            hint = "correct one of the dates" if begins else _ordered(earlier, later)
            yield Problem(CODE, later.span, message, hint, LEVEL, (earlier.name, later.name))


def _ordered(one: DatedName, other: DatedName) -> str:
    """Which of two names without a beginning comes after the other."""
    first, second = sorted((one, other), key=lambda name: _first(name.until))
    return f"write `from: {first.until}` for {plain(second.name)}"


def _first(date: Date | None) -> tuple[int, int, int]:
    """What is not known is 0, before every day it may be."""
    return (date.year, date.month, date.day) if date else (0, 0, 0)
