"""A category decided by another award's result has that laureate.

`derived_from` says that whoever holds a place there receives this prize here. Where the archive knows who held that
place, the laureate must be the same one; otherwise one of the two palmarès is wrong, or the rule was not followed
(edge case 54): then write no `derived_from`, and say so in a `note`.

Passes, where Ann Crust is first of `pie/2011`:

```yaml
results:
  golden-pie: {laureate: Ann Crust, derived_from: pie/2011}
```

Fails:

```yaml
results:
  golden-pie: {laureate: Ben Crumble, derived_from: pie/2011}
```
"""

from collections.abc import Iterator

from ..model import Derived, Edition, Entry, Result, Status
from ..model.archive import Archive, results_in
from ..problems import Basis, Level, Problem

CODE = "derived-differs"
LEVEL = Level.WARNING
BASIS = Basis.ARCHIVE

EACH = ("editions",)


def each(archive: Archive, edition: Edition) -> Iterator[Problem]:
    for entry in edition.entries:
        source = archive.editions.get(entry.derived_from.edition.text) if entry.derived_from else None
        if entry.derived_from and source:
            yield from _in_entry(archive, entry, source, entry.derived_from)


def _in_entry(archive: Archive, entry: Entry, source: Edition, derived: Derived) -> Iterator[Problem]:
    there = {name for result in results_in(source) if _decides(result, derived) for name in _names(archive, result)}
    here = [result for result in entry.results if result.is_title]
    for result in here if there else ():
        if not there.intersection(_names(archive, result)):
            found = [archive.names[name].name for name in sorted(there)]
            went = f"place {derived.rank} of {source.key} went to {' and '.join(found)}"
            message = f"{went}, not to this laureate of {entry.category}"
            hint = "correct one of the two, or delete `derived_from` and say why in a `note`"
            yield Problem(CODE, result.span, message, hint, LEVEL, (source.key, *found, entry.category))


def _decides(result: Result, derived: Derived) -> bool:
    """A place without a scope is one of all."""
    inside = derived.category is None or derived.category.text == result.category
    standing = result.status is Status.ACTIVE
    return standing and inside and result.place == derived.rank and derived.scope in (result.scope or "overall", "")


def _names(archive: Archive, result: Result) -> tuple[str, ...]:
    return tuple(archive.ids[holder.name.text] for holder in result.holders if holder.name.text in archive.ids)
