"""A name over time is one name after the other.

Where an award or a name says from when and until when it was called so, one name ends before the next begins. Dates are
compared as far as they are known: `until: 2011` and `from: 2011` are in order. One without `from` was in use before all
others: two such names, or two that begin on one day and never end, are one too many. The one that has begun and not
ended is the `name` of the record: that of today.

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
from itertools import combinations

from ..model import Award, Date, DatedName, Name
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, plain
from ..statistics.as_of import data_as_of

CODE = "period-overlap"
LEVEL = Level.WARNING
BASIS = Basis.FIELD


def check(archive: Archive) -> Iterator[Problem]:
    records: tuple[Award | Name, ...] = (*archive.awards.values(), *archive.names.values())
    for record in records:
        yield from _exchanged(record) or [*_among(record.names, data_as_of(archive)), *_of_today(record)]


def _exchanged(record: Award | Name) -> list[Problem]:
    """A former name that begins where that of today ends, because `from` and `until` changed places."""
    if len(record.names) != 2:
        return []
    former, today = sorted(record.names, key=lambda dated: dated.name == record.name)
    is_alone = former.since and not former.until and today.until and not today.since
    if today.name != record.name or not (is_alone and former.since and today.until):
        return []
    message = (
        f'"{today.name}", the name of today, is in use until {today.until}, and "{former.name}" from {former.since}'
    )
    ended, begun = sorted((former.since, today.until), key=_first)
    lines = (f"`{{name: {plain(former.name)}, until: {ended}}}`", f"`{{name: {plain(today.name)}, from: {begun}}}`")
    hint = f"exchange the two: {' and '.join(lines)}; or write `name: {plain(former.name)}`"
    return [Problem(CODE, former.span, message, hint, LEVEL, (former.name, today.name))]


def _of_today(record: Award | Name) -> Iterator[Problem]:
    """The one name that has begun and not ended, where the record is called otherwise."""
    lasting = [dated for dated in record.names if dated.since and not dated.until]
    if len(lasting) != 1 or lasting[0].name == record.name:
        return
    dated = lasting[0]
    ended = next((each for each in record.names if each.name == record.name and each.until), None)
    until = f", which is in use until {ended.until}" if ended else ""
    message = f'"{dated.name}" is in use from {dated.since} on, and `name` is "{record.name}"{until}'
    other = (
        "exchange the two below `names`"
        if ended
        else f"end it: `{{name: {plain(dated.name)}, from: {dated.since}, until: …}}`"
    )
    hint = f"write `name: {plain(dated.name)}`, or {other}"
    yield Problem(CODE, dated.span, message, hint, LEVEL, (dated.name, record.name))


def _among(names: Sequence[DatedName], newest: Date | None) -> Iterator[Problem]:
    """Two names in use at once, told at the second, or at the first where nothing of the site is as new as its end."""
    dated = sorted((name for name in names if name.since or name.until), key=lambda name: _first(name.since))
    for earlier, later in combinations(dated, 2):
        end, begins = earlier.until, later.since
        if end and begins and newest and _first(end) > newest.last > begins.last:
            message = f'"{earlier.name}" is in use until {end}, ahead of all there is, and "{later.name}" from {begins}'
            hint = f"correct the year, to {begins.year} or before"
            yield Problem(CODE, earlier.span, message, hint, LEVEL, (earlier.name, later.name), key=("until",))
        elif end and begins and _first(end) > begins.last:
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
    """The earliest day that a date may mean; unknown parts are 0."""
    return date.first if date else (0, 0, 0)
