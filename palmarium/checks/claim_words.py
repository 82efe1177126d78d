"""The number of a claim is the one in its words.

`is` says which number was stated where the words hold none, or several. Where they do hold some, in figures or
letters, and not that one, readers see one number and the archive is held against another. A year is no number of a
claim, nor are "twice" and "one of", "un record" and "a few"; a place in a series (`fourth`) is one where the claim
counts places or editions. Nor do the words speak of one thing, such as the jury, where `count` says another, such as
laureates.

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
from types import MappingProxyType

from ..model import Award, Claim, Edition
from ..model.archive import Archive
from ..problems import Basis, Fix, Level, Problem
from ..sources.numerals import IN_A_SERIES, numbers, ordinals
from ..statistics.claims import ClaimOutcome, Owner, claims_of, verdict

CODE = "claim-words"
LEVEL = Level.WARNING
BASIS = Basis.FIELD

_YEARS = range(1800, 2101)
# "deux fois plus", "un sur trois": what is multiplied or divided is not counted.
_PARTS = re.compile(
    r"(?<![\w,.])[\w,.]+\s+(?:fois|times|tiers|thirds|quarts|quarters|pour cent|per cent|percent|%)"
    r"|\b(?:sur|out of)\s+\w+",
    re.I,
)
_ARTICLE = re.compile(r"^\W*(?:une?|an?|one of)\s", re.I)
"""What would be read as one."""


_THINGS = MappingProxyType(
    {
        "jurors": ("the jury", re.compile(r"\bjur(?:y|ors?|és?|ées?|ys)\b", re.I)),
        "categories": ("categories", re.compile(r"\bcat[ée]gor(?:y|ies?)\b", re.I)),
        "laureates": ("laureates", re.compile(r"\b(?:laur[ée]at[es]*|winners?|gagnante?s?)\b", re.I)),
        "editions": ("editions", re.compile(r"\b[ée]ditions\b", re.I)),
        "attendance": ("those who came", re.compile(r"\b(?:spectat(?:or|eur|rice)s|guests|invités)\b", re.I)),
        "partners": ("partners", re.compile(r"\bpart(?:n|en)[ae]i?r(?:e?s)\b", re.I)),
        "comments": ("comments", re.compile(r"\bcomment(?:aire)?s\b", re.I)),
    }
)
"""What words of a claim speak of, by the count that counts it."""


EACH = ("awards", "editions", "articles", "profiles", "notes")


def each(archive: Archive, owner: Owner) -> Iterator[Problem]:
    for claim in claims_of(owner):
        found = _numbers(claim)
        if found and claim.value not in found:
            said = " and ".join(map(str, found))
            message = f'"{claim.says}" holds {said}, and the claim is {claim.value}'
            # Where the archive finds what the claim says, the words are wrong.
            is_right = verdict(archive, owner, claim).outcome is ClaimOutcome.AGREES
            is_one = len(found) == 1 and not is_right
            likely = Fix(claim.span, str(claim.value), str(found[0]), "is") if is_one else None
            right = f"correct the words: the archive finds {claim.value}, too"
            hint = right if is_right else _hint(owner, claim, found[0])
            yield Problem(CODE, claim.span, message, hint, LEVEL, (claim.says,), likely=likely)
        other = _counted(claim)
        if other:
            message = f'"{claim.says}" speaks of {_THINGS[other][0]}, and the claim counts {claim.count}'
            written = f"{{{other} …}}" if _is_inside(owner, claim) else f"`count: {other}`"
            hint = f"write {written}, or correct the words"
            likely = Fix(claim.span, claim.count, other, "count")
            yield Problem(CODE, claim.span, message, hint, LEVEL, (claim.says, claim.count), likely=likely)


def _numbers(claim: Claim) -> list[int]:
    text = _ARTICLE.sub("", _PARTS.sub(" ", claim.says))
    found = (*numbers(text), *(ordinals(text) if claim.count in IN_A_SERIES else ()))
    return [number for number in found if number not in _YEARS]


def _counted(claim: Claim) -> str:
    """The only thing that the words speak of, where the claim counts another; nothing where it can't be told."""
    said = [count for count, (_, sign) in _THINGS.items() if sign.search(claim.says)]
    return said[0] if len(said) == 1 and claim.count in _THINGS and claim.count != said[0] else ""


def _is_inside(owner: Owner, claim: Claim) -> bool:
    return not isinstance(owner, Award | Edition) and claim in owner.body.claims


def _hint(owner: Owner, claim: Claim, number: int) -> str:
    written = f"is={number}" if _is_inside(owner, claim) else f"is: {number}"
    return f"write `{written}`, or correct the words"
