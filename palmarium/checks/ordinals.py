"""The numbers of an award's editions agree with their order and their years.

The third edition comes after the second. A number may be left out, where the archive lacks an edition; two editions
can't have one number, a later one can't have a lower one, and an award that has one edition a year can't have held more
of them than years have passed. Of numbers that contradict each other, the one that most others are against is reported,
with the number that the editions before and after it leave, where that is one. Where sources differ, keep ours and
write theirs under `disputes`, or as a claim.

Passes: 2010 is no. 3, 2011 no. 4, 2014 no. 7.

Fails: 2010 is no. 3, 2011 no. 4, 2012 no. 4.

```yaml
# editions/pie/2012.yaml
ordinal: 4
```
"""

from collections.abc import Iterator
from itertools import pairwise

from ..model import Edition
from ..model.archive import Archive
from ..problems import Basis, Fix, Level, Problem
from ..statistics.coverage import misfits, neighbours

CODE = "ordinal-sequence"
LEVEL = Level.WARNING
BASIS = Basis.ARCHIVE

_ORDINAL = ("ordinal",)


def check(archive: Archive) -> Iterator[Problem]:
    for award, keys in archive.editions_of.items():
        wrong = misfits(archive, award)
        for key in wrong:
            yield _misfit(archive, archive.editions[key])
        sure = [archive.editions[key] for key in keys if key not in wrong and archive.editions[key].ordinal is not None]
        if _yearly(archive, keys):
            yield from _too_many(sure)


def _misfit(archive: Archive, edition: Edition) -> Problem:
    message = f"no. {edition.ordinal} does not fit: {' and '.join(_against(archive, edition))}"
    sure = _between(archive, edition)
    asked = f"write `ordinal: {sure}`" if sure else "correct one of them"
    hint = f"{asked}; if sources differ, write the other number under `disputes`"
    fix = Fix(edition.span, str(edition.ordinal), str(sure), "ordinal") if sure else None
    hides = (("ordinal", edition.key), ("ordinal", edition.award))
    subject = (str(edition.ordinal),)
    return Problem(CODE, edition.span, message, hint, LEVEL, subject, hides=hides, fix=fix, key=_ORDINAL)


def _between(archive: Archive, edition: Edition) -> int | None:
    """The number that the neighbours before and after leave for an edition, where it is one alone."""
    order = archive.editions_of[edition.award]
    keys = [key for key in neighbours(archive, edition.key) if key]
    numbers = {(archive.editions[key].ordinal or 0) + order.index(edition.key) - order.index(key) for key in keys}
    return numbers.pop() if len(keys) > 1 and len(numbers) == 1 else None


def _against(archive: Archive, edition: Edition) -> Iterator[str]:
    """The neighbours whose numbers, with the editions between, leave no room for this one."""
    order = archive.editions_of[edition.award]
    here, number = order.index(edition.key), edition.ordinal or 0
    held = sum(archive.editions[key].is_held for key in order[:here])
    if number <= held:
        yield f"the archive holds {held} earlier editions"
    for key in neighbours(archive, edition.key):
        if key:
            other = archive.editions[key]
            away = order.index(key) - here
            further = f", {abs(away)} editions {'later' if away > 0 else 'earlier'}" if abs(away) > 1 else ""
            yield f"{other.label} is no. {other.ordinal}{further}"


def _yearly(archive: Archive, keys: tuple[str, ...]) -> bool:
    """No year has two editions."""
    years = [archive.editions[key].sort_year for key in keys]
    return len(set(years)) == len(years)


def _too_many(editions: list[Edition]) -> Iterator[Problem]:
    """Between two editions lie fewer years than editions."""
    for earlier, later in pairwise(editions):
        years = later.sort_year - earlier.sort_year
        if (later.ordinal or 0) - (earlier.ordinal or 0) > years:
            told = f"{earlier.label}, {_years(years)} before, is no. {earlier.ordinal}"
            message = f"no. {later.ordinal} does not fit: {told}"
            subject = (str(later.ordinal),)
            yield Problem(CODE, later.span, message, "correct one of the two", LEVEL, subject, key=_ORDINAL)


def _years(years: int) -> str:
    return "a year" if years == 1 else f"{years} years"
