"""What a claim counts up to an edition can be counted so.

`until` names the last edition of an award that counts. It goes with what is counted over all editions of an award
(`laureates`, `titles`, `categories`, `editions`); a claim that counts in one edition has no other end. Nor can it be an
edition of another award than the one that the claim names, or whose file it stands in.

Passes:

```yaml
claims:
  - {says: five titles up to 2011, count: titles, is: 5, until: pie/2011}
```

Fails:

```yaml
claims:
  - {says: five jurors, count: jurors, is: 5, until: pie/2011}
```
"""

from collections.abc import Iterator

from ..model import Award, Edition
from ..model.archive import Archive
from ..problems import Basis, Level, Problem
from ..statistics.claims import Owner, claims_of, is_in_text
from ..statistics.counting import COUNTS

CODE = "claim-until"
LEVEL = Level.ERROR
BASIS = Basis.FIELD

EACH = ("awards", "editions", "articles", "profiles", "notes")

_TIMED = tuple(name for name, rule in COUNTS.items() if rule.by_time)


def each(archive: Archive, owner: Owner) -> Iterator[Problem]:
    for claim in claims_of(owner):
        if not claim.until or claim.count not in COUNTS:
            continue
        home = _award(owner) if claim.until.text in archive.editions else ""
        counted = claim.award.text if claim.award else home
        is_inside = is_in_text(owner, claim)
        sign = "=" if is_inside else ": "
        until = f"until{sign}{claim.until.text}"
        if claim.count not in _TIMED:
            message = f"`{until}` means nothing for {claim.count}: that is not counted over several editions"
            edition = claim.until.text if is_inside else f"edition: {claim.until.text}"
            hint = f"write `{edition}` for those of that edition, or count {', '.join(_TIMED)}"
        elif claim.edition:
            message = f"`{until}` stands beside the edition {claim.edition.text}, which alone is counted"
            hint = f"delete `{until}`, or the edition"
        elif counted and counted != claim.until.text.partition("/")[0]:
            message = f"`{until}` is no edition of {counted}, which is counted"
            last = next(reversed(archive.editions_of.get(counted, ())), f"{counted}/2011")
            hint = f"write an edition of {counted}, such as `until{sign}{last}`"
        else:
            continue
        yield Problem(CODE, claim.until.span, message, hint, LEVEL, (claim.says, claim.until.text))


def _award(owner: Owner) -> str:
    """The award whose file a claim stands in, where it names none itself."""
    if isinstance(owner, Award):
        return owner.id
    return owner.award if isinstance(owner, Edition) else ""
