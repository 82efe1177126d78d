"""The number of a claim is the one in its words.

`is` says which number was stated where the words hold none, or several. Where they do hold some, in figures or
letters, and not that one, readers see one number and the archive is held against another. A year is no number of a
claim, nor are "twice" and "one of", "un record" and "a few"; a place in a series (`fourth`) is one where the claim
counts places or editions.

Passes:

```yaml
claims:
  - {says: four or five titles, count: titles, is: 5}
```

Fails:

```yaml
claims:
  - {says: four laureates, count: laureates, is: 3}
```
"""

import re
from collections.abc import Iterator

from ..model import Award, Claim, Edition
from ..model.archive import Archive
from ..problems import Basis, Level, Problem
from ..sources.numerals import IN_A_SERIES, numbers, ordinals
from ..statistics.claims import Owner, claims_of, owners

CODE = "claim-words"
LEVEL = Level.WARNING
BASIS = Basis.FIELD

_YEARS = range(1800, 2101)
# "deux fois plus", "un sur trois": what is multiplied or divided is not counted.
_PARTS = re.compile(
    r"(?<![\w,.])[\w,.]+\s+(?:fois|times|tiers|thirds|quarts|quarters|pour cent|per cent|percent|%)|\b(?:sur|out of)\s+\w+", re.I
)
_ARTICLE = re.compile(r"^\W*(?:une?|an?|one of)\s", re.I)
"""What would be read as one."""


def check(archive: Archive) -> Iterator[Problem]:
    for owner in owners(archive):
        for claim in claims_of(owner):
            found = _numbers(claim)
            if found and claim.value not in found:
                said = " and ".join(map(str, found))
                message = f'"{claim.says}" holds {said}, and the claim is {claim.value}'
                yield Problem(CODE, claim.span, message, _hint(owner, claim, found[0]), LEVEL, (claim.says,))


def _numbers(claim: Claim) -> list[int]:
    text = _ARTICLE.sub("", _PARTS.sub(" ", claim.says))
    found = (*numbers(text), *(ordinals(text) if claim.count in IN_A_SERIES else ()))
    return [number for number in found if number not in _YEARS]


def _hint(owner: Owner, claim: Claim, number: int) -> str:
    listed = () if isinstance(owner, Award | Edition) else owner.body.claims
    written = f"is={number}" if claim in listed else f"is: {number}"
    return f"write `{written}`, or correct the words"
