"""A category of all other editions is not forgotten in one that is said to hold all.

Where a category is in every edition of an award but one, seven others or more, three of them before it and three after,
and the coverage of that one says that all its categories are there, it was probably left out. Where it was not given,
the edition says so; what a lineage tells of it there is a reason, too.

Passes:

```yaml
coverage: complete
results: {pie: Ann Crust, tart: {not_awarded: not-held}}
```

Fails, where all other editions have a tart:

```yaml
coverage: complete
results: {pie: Ann Crust}
```
"""

from collections.abc import Iterator

from ..model import Award, Category, Edition
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, exception
from ..statistics.coverage import known

CODE = "missing-category"
LEVEL = Level.WARNING
BASIS = Basis.ARCHIVE

EACH = ("awards",)

_OTHERS = 7
_BESIDE = 3


def each(archive: Archive, award: Award) -> Iterator[Problem]:
    held = [edition for edition in archive.award_editions(award.id) if edition.is_held]
    for category in award.categories if len(held) > _OTHERS else ():
        there = {entry.edition for entry in archive.entries_of.get(category.key, ())}
        lacking = [place for place, edition in enumerate(held) if edition.key not in there]
        if len(lacking) == 1 and _BESIDE <= lacking[0] < len(held) - _BESIDE:
            yield from _forgotten(held[lacking[0]], category, len(held) - 1)


def _forgotten(edition: Edition, category: Category, others: int) -> Iterator[Problem]:
    is_told = any(step.edition == edition.id for step in category.lineage)
    if known(edition).categories and edition.entries and not is_told:
        message = f"{category.id} is in all {others} other editions, and this one is said to hold all its categories"
        given = f"`{category.id}: …`, or `{category.id}: {{not_awarded: not-held}}` where it was not given"
        hint = f"write {given}; if all is here, {exception(CODE, edition.key, category.id)}"
        yield Problem(CODE, edition.span, message, hint, LEVEL, (edition.key, category.id), key=("results",))
