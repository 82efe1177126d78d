"""What has a beginning and an end begins first.

The period of tests, a ceremony of several days, an event inside an edition, a name in use for a time, a life, an
award's years: where both ends are known, the end is not before the beginning. Dates are compared as far as they are
known: `2017-05` to `2017` is in order.

Passes:

```yaml
period: {from: 2017-05, until: 2017-07}
```

Fails:

```yaml
period: {from: 2017-07, until: 2017-05}
```
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from ..archive import Archive
from ..model import Award, Date, DatedName, Edition, Name
from ..problems import Level, Problem, Span

CODE = "period-order"
LEVEL = Level.ERROR

_Stretch = tuple[str, Date | None, Date | None]


def check(archive: Archive) -> Iterator[Problem]:
    awards = ((award.span, _of_award(award)) for award in archive.awards.values())
    editions = ((edition.span, _of_edition(edition)) for edition in archive.editions.values())
    names = ((name.span, _of_name(name)) for name in archive.names.values() if name.registered)
    for span, stretches in chain(awards, editions, names):
        yield from _in_order(span, stretches)


def _in_order(span: Span, stretches: Iterable[_Stretch]) -> Iterator[Problem]:
    for what, start, end in stretches:
        if start and end and end.last < (start.year, start.month or 1, start.day or 1):
            message = f"{what} ends ({end}) before it begins ({start})"
            yield Problem(CODE, span, message, "exchange the two, or correct one", LEVEL)


def _of_award(award: Award) -> Iterator[_Stretch]:
    yield "the award", award.founded, award.ended
    yield from _named(award.names)


def _of_edition(edition: Edition) -> Iterator[_Stretch]:
    if edition.period:
        yield "the period", edition.period.start, edition.period.end
    yield "the ceremony", edition.ceremony.date, edition.ceremony.until
    for event in edition.events:
        yield f'the event "{event.name}"', event.date, event.until


def _of_name(name: Name) -> Iterator[_Stretch]:
    yield "the life" if name.kind == "person" else "the existence", name.born, name.died
    yield from _named(name.names)


def _named(names: Iterable[DatedName]) -> Iterator[_Stretch]:
    for dated in names:
        yield f'the name "{dated.name}"', dated.since, dated.until
