"""A number that changes little from edition to edition has no nought more or less in one of them.

The attendance of an edition, and the prize of a category, are held against those of the other editions of the award:
where these, four or more, are near each other, and one is ten, a hundred or a thousand times as much as the middle of
them, or as little, a nought was typed too often or forgotten. So is told an attendance that is the year of its edition,
and far from all others. One that comes first or last may be the new usual one of a prize, and passes; an edition that
was online or broke off, or says why in a `note`, does too.

Passes, where other editions drew 180 to 260 people:

```yaml
attendance: 210
```

Fails:

```yaml
attendance: 2100
```
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from ..model import Award, Edition, Held
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, Span, if_right
from ..sources.numerals import amount

CODE = "noughts"
LEVEL = Level.WARNING
BASIS = Basis.FILE

EACH = ("awards",)

_OTHERS = 4
_NEAR = 3
"""How many times the least of the others the most of them may be."""
_SLIPS = (10, 100, 1000)
_ABOUT = 1.5
"""How far from such a multiple a number may be."""


@dataclass(frozen=True, slots=True)
class _Number:
    """A number of one edition, as it is written, and where; `year` is the edition's where it may have been typed."""

    value: float
    said: str
    span: Span
    key: tuple[str, ...]
    year: int = 0


def each(archive: Archive, award: Award) -> Iterator[Problem]:
    editions = archive.award_editions(award.id)
    came = [number for edition in editions for number in _came(edition)]
    yield from _odd("the attendance", came, [each.value for each in came])
    for category, prizes in _prizes(editions).items():
        yield from _odd(f"the prize of {category}", prizes[1:-1], [each.value for each in prizes])


def _came(edition: Edition) -> Iterator[_Number]:
    counted = [people for people in edition.attendance if not people.forecast]
    if len(counted) == 1 and edition.status is Held.HELD and not (counted[0].note or edition.status_note):
        value = counted[0].value
        yield _Number(value, str(value), edition.span, ("attendance",), edition.sort_year)


def _prizes(editions: list[Edition]) -> dict[str, list[_Number]]:
    """The prizes of each category in one currency, from old to new."""
    found: defaultdict[tuple[str, str], list[_Number]] = defaultdict(list)
    for entry in (entry for edition in editions for entry in edition.entries if entry.category and not entry.note):
        value = amount(entry.prize.amount) if entry.prize else None
        if entry.prize and value:
            said = f"{entry.prize.amount} {entry.prize.currency}"
            found[entry.category, entry.prize.currency].append(_Number(value, said, entry.span, ("prize",)))
    return {category: numbers for (category, _), numbers in found.items()}


def _odd(what: str, numbers: list[_Number], every: list[float]) -> Iterator[Problem]:
    for number in numbers:
        others = list(every)
        others.remove(number.value)
        if len(others) < _OTHERS or max(others) > _NEAR * min(others):
            continue
        usual = median(others)
        away = max(number.value / usual, usual / number.value) if number.value else 0
        is_year = number.year and number.value == number.year and away > _NEAR
        if is_year or any(slip / _ABOUT <= away <= slip * _ABOUT for slip in _SLIPS):
            message = f"{what} is {number.said}, and about {usual:g} in {len(others)} other editions"
            why = "this is the year; " if is_year else ""
            hint = f"{why}correct it; {if_right(CODE, number.said)}, or say why in a `note`"
            yield Problem(CODE, number.span, message, hint, LEVEL, (number.said,), key=number.key)
