"""Nobody wins the same category of an edition twice without it being said.

A laureate who is listed twice was most often copied twice. Who did receive two trophies has one result with
`count: 2`. Different scopes, tracks and rounds are different things to win.

Passes:

```yaml
results:
  pie:
    - {laureate: Ann Crust, count: 2}
    - Ben Crumble
```

Fails:

```yaml
results:
  pie: [Ann Crust, Ben Crumble, Ann Crust]
```
"""

from collections.abc import Iterator

from ..archive import Archive
from ..model import Entry, Holder, Result
from ..problems import Basis, Level, Problem

CODE = "laureate-twice"
LEVEL = Level.WARNING
BASIS = Basis.FILE


def check(archive: Archive) -> Iterator[Problem]:
    for edition in archive.editions.values():
        for entry in edition.entries:
            yield from _in_entry(archive, entry)


def _in_entry(archive: Archive, entry: Entry) -> Iterator[Problem]:
    seen: dict[tuple[str, str, str, str], Holder] = {}
    for result in entry.results:
        for holder in result.holders if result.is_title else ():
            name = archive.ids.get(holder.name.text, holder.name.text)
            first = seen.setdefault((name, result.scope, result.track, result.round), holder)
            if first is not holder:
                yield _problem(entry, result, first, holder)


def _problem(entry: Entry, result: Result, first: Holder, holder: Holder) -> Problem:
    where = entry.category or "the laureates without a category"
    message = f'"{holder.name.text}" wins {where} twice; the first is on line {first.name.span.line}'
    joint = len(result.holders) > 1
    hint = "delete one" if joint else "delete one; for two trophies, write `count: 2` in the other"
    return Problem(CODE, holder.name.span, message, hint, LEVEL, (holder.name.text, where))
