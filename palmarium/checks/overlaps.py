"""A name over time is one name after the other.

Where an award or a name says from when and until when it was called so, one name ends before the next begins. Dates are
compared as far as they are known: `until: 2011` and `from: 2011` are in order.

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

from ..model import DatedName
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, Span

CODE = "period-overlap"
LEVEL = Level.WARNING
BASIS = Basis.FIELD


def check(archive: Archive) -> Iterator[Problem]:
    yield from chain.from_iterable(_among(award.names, award.span) for award in archive.awards.values())
    yield from chain.from_iterable(_among(name.names, name.span) for name in archive.names.values())


def _among(names: Sequence[DatedName], span: Span) -> Iterator[Problem]:
    dated = sorted((name for name in names if name.since), key=lambda name: str(name.since))
    for earlier, later in combinations(dated, 2):
        end = earlier.until
        if end and later.since and (end.year, end.month, end.day) > later.since.last:
            message = f'"{earlier.name}" is in use until {earlier.until}, and "{later.name}" from {later.since}'
            hint = f"write `until: {later.since}` for the first, or correct one of the dates"
            yield Problem(CODE, span, message, hint, LEVEL, (earlier.name, later.name))
