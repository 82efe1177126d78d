"""Two keys of a result do not exclude each other.

What was declined was not had, and so is not taken back: a result has `status: revoked`, or `acceptance: declined`. The
dead decline nothing. One who shares a place has another beside it: a `tie` alone in a category of which every result is
known is none.

Passes:

```yaml
results: {pie: {laureate: Ann Crust, acceptance: declined}}
```

Fails:

```yaml
results: {pie: {laureate: Ann Crust, acceptance: declined, status: revoked}}
```
"""

from collections.abc import Iterator

from ..model import Acceptance, Coverage, Edition, Entry, Result, Status
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, exception

CODE = "at-odds"
LEVEL = Level.WARNING
BASIS = Basis.FILE

EACH = ("editions",)


def each(archive: Archive, edition: Edition) -> Iterator[Problem]:
    for entry in edition.entries:
        for result in entry.results:
            for message, hint in _at_odds(edition, entry, result):
                who = result.who or entry.category
                right = f"if both are right, {exception(CODE, who, edition.key)}"
                yield Problem(CODE, result.span, message, f"{hint}; {right}", LEVEL, (who, edition.key))


def _at_odds(edition: Edition, entry: Entry, result: Result) -> Iterator[tuple[str, str]]:
    if result.acceptance is Acceptance.DECLINED and result.status is not Status.ACTIVE:
        message = f"this result is {result.status}, and was declined: what was never had is not taken back"
        yield message, "delete `status` or `acceptance`"
    if result.acceptance is Acceptance.DECLINED and result.posthumous:
        yield "this result is posthumous, and was declined", "delete `posthumous` or `acceptance`"
    is_whole = edition.covered.results is Coverage.COMPLETE
    if result.tie and is_whole and sum(each.place == result.place for each in entry.results) == 1:
        yield "this result is a tie, and nobody is beside it", "delete `tie`, or add who had the same place"
