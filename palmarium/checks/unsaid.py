"""Who writes "other" says what.

`other` is the word for what no other word of a list says: a reason why nobody won, a distinction that is none of the
usual ones. Alone it tells a reader nothing; a `note` beside it does.

Passes:

```yaml
results:
  pie: {not_awarded: {reason: other, note: The oven was on strike.}}
```

Fails:

```yaml
results:
  pie: {not_awarded: other}
```
"""

from collections.abc import Iterator

from ..model import Distinction, Edition, WhyNotAwarded
from ..model.archive import Archive
from ..problems import Basis, Level, Problem

CODE = "other-unsaid"
LEVEL = Level.WARNING
BASIS = Basis.FIELD

EACH = ("editions",)


def each(archive: Archive, edition: Edition) -> Iterator[Problem]:
    for entry in edition.entries:
        where = entry.category or "these results"
        if entry.reason is WhyNotAwarded.OTHER and not entry.note:
            hint = "write `not_awarded: {reason: other, note: …}`, or one of the other reasons"
            yield Problem(CODE, entry.span, f"{where}: `other` does not say why nobody won", hint, LEVEL, (where,))
        for result in entry.results:
            if result.distinction is Distinction.OTHER and not (result.note or result.printed_category or entry.note):
                message = f"{where}: `other` does not say which distinction it is"
                yield Problem(CODE, result.span, message, "write it in a `note` beside it", LEVEL, (where,))
