"""No award is held within itself, nor comes after itself.

`part_of` leads from an award up to the one it is held within, `succeeds` back to its predecessor. Where a chain of
them comes back to its beginning, there is no topmost award, and the list of awards would show none of them.

Passes, where `pie` says nothing of `tart`:

```yaml
# editions/tart/award.yaml
name: Fictional Tart Award
part_of: pie
```

Fails, where the award of the file is `pie`:

```yaml
name: Fictional Pie Award
part_of: pie
```
"""

from collections.abc import Callable, Iterator

from ..archive import Archive
from ..model import Award, Ref
from ..problems import Basis, Level, Problem

CODE = "award-cycle"
LEVEL = Level.ERROR
BASIS = Basis.FIELD

_Up = Callable[[Award], Ref | None]


def check(archive: Archive) -> Iterator[Problem]:
    yield from _along(archive, lambda award: award.part_of, "is held within", "part_of")
    yield from _along(archive, lambda award: award.succeeds, "comes after", "succeeds")


def _along(archive: Archive, up: _Up, says: str, key: str) -> Iterator[Problem]:
    """Each circle once, told at the first of its awards."""
    told: set[str] = set()
    for award in archive.awards.values():
        circle = _circle(archive, award, up)
        ref = up(award)
        if ref and circle and not told.intersection(circle):
            told.update(circle)
            chain = f" {says} ".join((*circle, award.id))
            yield Problem(CODE, ref.span, chain, f"delete `{key}` in one of them", LEVEL, circle)


def _circle(archive: Archive, award: Award, up: _Up) -> tuple[str, ...]:
    """The awards on the way from this one back to itself; none where the way ends, or ends in another circle."""
    way = [award.id]
    ref = up(award)
    while ref and ref.text in archive.awards and ref.text not in way:
        way.append(ref.text)
        ref = up(archive.awards[ref.text])
    return tuple(way) if ref and ref.text == award.id else ()
