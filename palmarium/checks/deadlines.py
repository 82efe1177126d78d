"""Deadlines come before the ceremony.

One enters first and wins later. A deadline after the ceremony has a wrong year, or belongs to the next edition.
Dates are compared as far as they are known: a deadline in 2010-10 may be before a ceremony on 2010-10-04.

Passes:

```yaml
ceremony: 2010-10-04
deadlines: {what: entries, date: 2010-07-30}
```

Fails:

```yaml
ceremony: 2010-10-04
deadlines: {what: entries, date: 2011-07-30}
```
"""

from collections.abc import Iterator

from ..model import Date, Edition
from ..model.archive import Archive
from ..problems import Basis, Level, Problem

CODE = "deadline-after-ceremony"
LEVEL = Level.WARNING
BASIS = Basis.FIELD

EACH = ("editions",)


def each(archive: Archive, edition: Edition) -> Iterator[Problem]:
    del archive
    ceremony = edition.ceremony.until or edition.ceremony.date
    for deadline in edition.deadlines:
        if ceremony and _earliest(deadline.date) > ceremony.last:
            doubts = (("date", edition.key),)
            message = f'the deadline "{deadline.what}" ({deadline.date}) is after the ceremony ({ceremony})'
            yield Problem(CODE, deadline.span, message, "look at the year of both", LEVEL, (deadline.what,), doubts)


def _earliest(date: Date) -> tuple[int, int, int]:
    """What is not known is 0, before every day it may be."""
    return date.year, date.month, date.day
