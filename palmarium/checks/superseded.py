"""Who has a title in the place of another one is there.

`superseded_by` says who has now what a laureate has lost. That is somebody of the same category, in the same edition,
who stands there with as much as was lost: else the title is in no count any more.

Passes:

```yaml
results:
  pie:
    - {laureate: Ann Crust, status: superseded, superseded_by: Ben Crumble}
    - Ben Crumble
```

Fails:

```yaml
results:
  pie:
    - {laureate: Ann Crust, status: superseded, superseded_by: Ben Crumble}
    - {laureate: Ben Crumble, rank: 2}
```
"""

from collections.abc import Iterator

from ..model import Edition, Entry, Ref, Result, Status
from ..model.archive import Archive
from ..problems import Basis, Level, Problem, plain

CODE = "superseded-by"
LEVEL = Level.WARNING
BASIS = Basis.FILE

EACH = ("editions",)


def each(archive: Archive, edition: Edition) -> Iterator[Problem]:
    for entry in edition.entries:
        for lost in entry.results:
            # Nobody is known by an unknown or ambiguous text, and that is told.
            if lost.superseded_by and lost.superseded_by.text in archive.ids:
                yield from _in_entry(archive, entry, lost, lost.superseded_by)


def _in_entry(archive: Archive, entry: Entry, lost: Result, heir: Ref) -> Iterator[Problem]:
    id = archive.ids[heir.text]
    theirs = [
        result
        for result in entry.results
        if result.status is Status.ACTIVE and any(archive.ids.get(h.name.text) == id for h in result.holders)
    ]
    if any(_is_as_much(result, lost) for result in theirs):
        return
    category = entry.category or "this list"
    what = f"place {lost.place} of {category}" if lost.place else f"what was lost in {category}"
    if theirs:
        line = theirs[0].span.line
        message = f'"{heir.text}" has {what} now, and stands in line {line} with less'
        hint = f"write there what it is now: {f'`rank: {lost.place}`' if lost.rank else '`distinction: winner`'}"
    else:
        message = f'"{heir.text}" has {what} now, and no result there'
        hint = f"add `- {plain(heir.text)}` to {category}, or correct `superseded_by`"
    yield Problem(CODE, heir.span, message, hint, LEVEL, (heir.text, category))


def _is_as_much(result: Result, lost: Result) -> bool:
    """Whether a result is at least what was lost; what has no place is compared by its distinction."""
    if result.place and lost.place:
        return result.place <= lost.place
    return result.is_title or result.distinction is lost.distinction
