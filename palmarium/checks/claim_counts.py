"""A claim names a statistic that exists.

`count` says how a stated number is counted again. The list is closed; `stated` is for a number that nothing in the
archive can recompute.

Passes:

```yaml
claims:
  - {says: 26 laureates, count: laureates, is: 26}
```

Fails:

```yaml
claims:
  - {says: 26 laureates, count: laureats, is: 26}
```
"""

from collections.abc import Iterator

from ..model.archive import Archive
from ..problems import Basis, Fix, Level, Problem, did_you_mean, nearest, only
from ..statistics.claims import claims_of, owners
from ..statistics.counting import COUNTS

CODE = "unknown-count"
LEVEL = Level.ERROR
BASIS = Basis.FIELD


def check(archive: Archive) -> Iterator[Problem]:
    for owner in owners(archive):
        for claim in claims_of(owner):
            if claim.count not in COUNTS:
                hint = did_you_mean(claim.count, COUNTS) or f"counts are {', '.join(sorted(COUNTS))}"
                sure, near = only(claim.count, COUNTS), nearest(claim.count, COUNTS)
                fix, likely = (Fix(claim.span, claim.count, each) if each else None for each in (sure, near))
                message = f'"{claim.count}" is not something a claim can count'
                yield Problem(CODE, claim.span, message, hint, LEVEL, (claim.count,), fix=fix, likely=likely)
