"""No mark is above the highest, and no place behind the last.

Where a score says out of how much it is, it is no higher; a place is no further than the number of those who entered
the category; nobody is one of more nominees than entered.

Passes:

```yaml
results:
  pie: {entrants: 12, results: [{laureate: Ann Crust, score: 18, out_of: 20}]}
```

Fails:

```yaml
results:
  pie: {entrants: 12, results: [{rank: 13, laureate: Ann Crust, score: 25, out_of: 20}]}
```
"""

import re
from collections.abc import Iterator

from ..model import Entry, Result
from ..model.archive import Archive
from ..problems import Basis, Level, Problem

CODE = "beyond-last"
LEVEL = Level.WARNING
BASIS = Basis.FIELD


def check(archive: Archive) -> Iterator[Problem]:
    for edition in archive.editions.values():
        for entry in edition.entries:
            yield from _of_entry(entry)
            for result in entry.results:
                yield from _of_result(entry, result)


def _of_entry(entry: Entry) -> Iterator[Problem]:
    if entry.entrants is not None and entry.nominees is not None and entry.nominees > entry.entrants:
        message = f"{entry.nominees} were nominated, and {entry.entrants} entered"
        yield Problem(CODE, entry.span, message, "exchange the two, or correct one", LEVEL, (str(entry.nominees),))


def _of_result(entry: Entry, result: Result) -> Iterator[Problem]:
    score, most = _number(result.score), _number(result.out_of)
    if score is not None and most is not None and score > most:
        message = f"the mark {result.score} is out of {result.out_of}"
        yield Problem(CODE, result.span, message, "exchange the two, or correct one", LEVEL, (result.score,))
    if result.rank and entry.entrants is not None and result.rank > entry.entrants:
        message = f"place {result.rank} of {entry.entrants} who entered"
        yield Problem(CODE, result.span, message, "correct `rank`, or `entrants`", LEVEL, (str(result.rank),))


def _number(text: str) -> float | None:
    """A plain number, with a point or a comma; nothing where more is written."""
    return float(text.replace(",", ".")) if re.fullmatch(r"\d{1,9}(?:[.,]\d{1,9})?", text) else None
