"""A category decided by another award's result has that laureate.

`derived_from` says that whoever holds a place there receives this prize here. Where the archive knows who held that
place, the laureate must be the same one; otherwise one of the two palmarès is wrong, or the rule was not followed
(edge case 54): then write no `derived_from`, and say so in a `note`. What decides has been decided before: not in an
edition held later, and in a ranking that is there.

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
    held, before = archive.editions[entry.edition].ceremony.date, source.ceremony.date
    if held and before and held.last < before.first:
        message = f"{entry.category} was given on {held}, and {source.key}, which decides it, was held on {before}"
        hint = "name the edition that decided it, or correct one of the two dates"
        yield Problem(CODE, derived.edition.span, message, hint, LEVEL, (source.key, entry.category))
    inside = [each for each in results_in(source) if _is_inside(each, derived)]
    if inside and not any(_is_counted(each, derived) for each in inside):
        message = f'nothing in {source.key} is ranked in "{derived.scope}"'
        scopes = sorted({each.scope for each in inside if each.scope})
        hint = f"its scopes are {', '.join(scopes)}" if scopes else "delete `scope`: its places have none"
        yield Problem(CODE, derived.edition.span, message, hint, LEVEL, (source.key, derived.scope))
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
    """Whether a result is the one that decides; a result without a scope is overall."""
    standing = result.status is Status.ACTIVE
    return standing and _is_inside(result, derived) and _is_counted(result, derived) and result.place == derived.rank


def _is_inside(result: Result, derived: Derived) -> bool:
    return derived.category is None or derived.category.text == result.category


def _is_counted(result: Result, derived: Derived) -> bool:
    return derived.scope in (result.scope or "overall", "")


def _names(archive: Archive, result: Result) -> tuple[str, ...]:
    return tuple(archive.ids[holder.name.text] for holder in result.holders if holder.name.text in archive.ids)
