"""An edition lies within the years of its award.

One held before its award was founded, or after it ended, is told once for the award: either the year of the award is
wrong, or the edition's. One year is left for labels that look back or ahead. An award that had another name before
still began then; `names` says so.

Passes:

```yaml
# editions/pie/award.yaml
founded: 1990
```

Fails, where the archive holds editions from 1990 on:

```yaml
# editions/pie/award.yaml
founded: 2090
```
"""

from collections.abc import Iterator

from ..model import Award
from ..model.archive import Archive
from ..problems import Basis, Level, Problem

CODE = "outside-years"
LEVEL = Level.WARNING
BASIS = Basis.ARCHIVE

# An award may be named after the year it looks back on, or ahead to.
_BESIDE = 1


def check(archive: Archive) -> Iterator[Problem]:
    for award in archive.awards.values():
        years = [
            archive.editions[key].sort_year for key in archive.editions_of[award.id] if archive.editions[key].is_held
        ]
        if years:
            yield from _of(award, min(years), max(years))


def _of(award: Award, first: int, last: int) -> Iterator[Problem]:
    if award.founded and award.founded.year > first + _BESIDE:
        message = f"the award was founded in {award.founded.year}, and has an edition of {first}"
        hint = f"correct `founded`, or the year of the edition {first}"
        yield Problem(CODE, award.span, message, hint, LEVEL, (str(award.founded.year), str(first)))
    if award.ended and award.ended.year < last - _BESIDE:
        message = f"the award ended in {award.ended.year}, and has an edition of {last}"
        hint = f"correct `ended`, or the year of the edition {last}"
        yield Problem(CODE, award.span, message, hint, LEVEL, (str(award.ended.year), str(last)))
