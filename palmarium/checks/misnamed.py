"""The file of an edition is called by the year of what is dated in it, as those of the other editions are.

The file's name is the edition's label, its address and its place in the order: where `2062.yaml` was typed for
`2012.yaml`, every date in it seems wrong. Told is a file whose dates (two or more, or one where the year is more than
five away from those of all other editions) are all of one other year that no edition of the award has; within two
years, only where all other editions (three or more) were held in the year of their file. A `note` of the ceremony, or a
`status_note`, says that it was held in another year. Told is also a file such as `13.yaml` beside `2012.yaml` and
`2014.yaml`, unless it has a `label`.

Passes:

```yaml
# editions/pie/2012.yaml
ceremony: 2012-10-01
sources: {s1: {title: Our winners, date: 2012-10-02}}
```

Fails:

```yaml
# editions/pie/2062.yaml
ceremony: 2012-10-01
sources: {s1: {title: Our winners, date: 2012-10-02}}
```
"""

import re
from collections.abc import Iterator
from itertools import chain

from ..model import Award, Date, Edition
from ..model.archive import Archive
from ..problems import Basis, Level, Problem
from .dates import Of, in_edition, in_sources

CODE = "misnamed-edition"
LEVEL = Level.ERROR
BASIS = Basis.FILE

EACH = ("awards",)

_DATES = 2
_AWAY = 5
_NEAR = 2
_OTHERS = 3


def each(archive: Archive, award: Award) -> Iterator[Problem]:
    editions = archive.award_editions(award.id)
    yearly = [edition for edition in editions if re.fullmatch(r"\d{4}", edition.id)]
    for edition in editions:
        others = [other for other in yearly if other is not edition]
        if edition in yearly:
            yield from _of_another_year(edition, others)
        elif re.fullmatch(r"\d+", edition.id) and edition.label == edition.id and len(others) >= _DATES:
            yield from _of_another_form(edition, others, editions)


def _of_another_year(edition: Edition, others: list[Edition]) -> Iterator[Problem]:
    dated = list(_dates(edition))
    years, own = {date.year for date in dated}, int(edition.id)
    is_explained = edition.status_note or edition.ceremony.note or own not in _label_years(edition)
    if len(years) != 1 or own in years or is_explained:
        return
    year = min(years)
    taken = {int(other.id) for other in others} | {other.sort_year for other in others}
    is_alone = bool(taken) and all(abs(own - other) > _AWAY for other in taken)
    usual = [other.ceremony.date.year == int(other.id) for other in others if other.ceremony.date]
    is_near = abs(own - year) <= _NEAR
    if year in taken or not (len(dated) >= _DATES or is_alone) or (is_near and not _always(usual)):
        return
    count = f"{len(dated)} dates are" if len(dated) > 1 else "date is"
    message = f"the file is called {edition.id}, and its {count} of {year}"
    hint = f"rename it to {year}.yaml; if it was held in another year, say why: `ceremony: {{date: …, note: …}}`"
    hides = (("label", edition.key), ("date", edition.key), ("edition", f"{edition.award}/{year}"))
    yield Problem(CODE, edition.span, message, hint, LEVEL, (edition.key, str(year)), hides=hides)


def _always(usual: list[bool]) -> bool:
    return len(usual) >= _OTHERS and all(usual)


def _of_another_form(edition: Edition, others: list[Edition], editions: list[Edition]) -> Iterator[Problem]:
    """A number that is no year, where the others are years."""
    if len(editions) - len(others) > 1:
        return
    held = edition.ceremony.date
    century = others[-1].id[:2]
    meant = f"{held.year:04}" if held else f"{century}{edition.id}" if len(edition.id) == _DATES else ""
    there = {other.id for other in others}
    message = f'the file is called "{edition.id}", and the others are by a year of four digits'
    to = f"rename it to {meant}.yaml" if meant and meant not in there else "rename it to its year"
    known = f"; {meant}.yaml is there: is it a copy?" if meant in there else ""
    hint = f"{to}{known}; if a source calls it otherwise, write that as its `label`"
    hides = (("label", edition.key), *((("edition", f"{edition.award}/{meant}"),) if meant else ()))
    yield Problem(CODE, edition.span, message, hint, LEVEL, (edition.key,), hides=hides)


def _label_years(edition: Edition) -> set[int]:
    return {int(year) for year in re.findall(r"(?<!\d)\d{4}(?!\d)", edition.label)} or {edition.sort_year}


def _dates(edition: Edition) -> Iterator[Date]:
    """The dates in a file that are of the edition itself."""
    later = (Of.LOSS, Of.AMENDMENT, Of.READING)
    return (dated.date for dated in chain(in_edition(edition), in_sources(edition)) if dated.of not in later)
