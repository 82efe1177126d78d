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

from ..model import Award, Date, DatedName, Edition, Kind, Name
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, Span

CODE = "period-order"
LEVEL = Level.ERROR
BASIS = Basis.FIELD

_Stretch = tuple[str, Date | None, Date | None, Span, str]
"""What it is, when it begins and ends, its place, and the key of its end."""


def check(archive: Archive) -> Iterator[Problem]:
    awards = chain.from_iterable(_of_award(award) for award in archive.awards.values())
    editions = chain.from_iterable(_of_edition(edition) for edition in archive.editions.values())
    names = chain.from_iterable(_of_name(name) for name in archive.names.values())
    for what, start, end, span, key in chain(awards, editions, names):
        if start and end and end.last < start.first:
            message = f"{what} ends ({end}) before it begins ({start})"
            yield Problem(
                CODE, span, message, "exchange the two, or correct one", LEVEL, (str(end), str(start)), key=(key,)
            )


def _of_award(award: Award) -> Iterator[_Stretch]:
    yield "the award", award.founded, award.ended, award.span, "ended"
    yield from _named(award.names)


def _of_edition(edition: Edition) -> Iterator[_Stretch]:
    if edition.period:
        yield "the period", edition.period.start, edition.period.end, edition.period.span, "until"
    yield "the ceremony", edition.ceremony.date, edition.ceremony.until, edition.ceremony.span, "until"
    for event in edition.events:
        yield f'the event "{event.name}"', event.date, event.until, event.span, "until"


def _of_name(name: Name) -> Iterator[_Stretch]:
    yield "the life" if name.kind is Kind.PERSON else "the existence", name.born, name.died, name.span, "died"
    yield from _named(name.names)


def _named(names: Iterable[DatedName]) -> Iterator[_Stretch]:
    for dated in names:
        yield f'the name "{dated.name}"', dated.since, dated.until, dated.span, "until"
