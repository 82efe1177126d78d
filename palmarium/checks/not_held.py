"""An edition that did not take place has no laureates.

An edition with `status: cancelled` or `postponed` counts neither among the editions nor in any record, and what it gave
is in no count either. Where there are laureates all the same, either it took place, online for instance, or only its
ceremony did not: then the status is wrong, and a `status_note` says what happened. Who had been named before may stand
as a finalist or nominee. Nor has one that was held online a venue, unless a note of the ceremony or a `status_note`
says what was there.

Passes:

```yaml
status: online
status_note: No ceremony that year.
results: {pie: Ann Crust}
```

Fails:

```yaml
status: cancelled
results: {pie: Ann Crust}
```
"""

from collections.abc import Iterator

from ..model import Edition, Held
from ..model.archive import Archive, results_in
from ..problems import Basis, Level, Problem

CODE = "not-held"
LEVEL = Level.WARNING
BASIS = Basis.FILE

EACH = ("editions",)


def each(archive: Archive, edition: Edition) -> Iterator[Problem]:
    ceremony = edition.ceremony
    if edition.status is Held.ONLINE and ceremony.venue and not (ceremony.note or edition.status_note):
        message = f"this edition is online, and its ceremony has a venue, {ceremony.venue}"
        hint = "delete one of the two; if it was sent from there, `status_note: …` says so"
        yield Problem(CODE, ceremony.span, message, hint, LEVEL, (str(edition.status), ceremony.venue), key=("venue",))
    titles = [result for result in results_in(edition) if result.is_title]
    if edition.status in (Held.CANCELLED, Held.POSTPONED) and titles:
        has = "a laureate" if len(titles) == 1 else f"{len(titles)} laureates"
        message = f"this edition is {edition.status}, and has {has}, the first in line {titles[0].span.line}"
        hint = "if only the ceremony was called off, write `status: online` or `status: held`, and why in `status_note`"
        yield Problem(CODE, edition.span, message, hint, LEVEL, (str(edition.status),), key=("status",))
