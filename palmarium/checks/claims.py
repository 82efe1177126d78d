"""A number that somebody stated agrees with what the archive counts.

Every claim is counted again at each build. Where the archive knows enough to say that the number is another one,
either the claim was copied wrongly, or the data is wrong, or the source is: then say so with `disputed: true` and a
note, and readers see both numbers; where they are the same, nothing is disputed. A claim that can't be computed is no
problem here; the page says why. Claims inside a text, such as `[26 laureates]{laureates}`, are counted too; there
`disputed` stands in the braces. What was counted over a whole award changes with its next edition; with
`until` it counts up to one, and the hint names the edition for which the number is right, if there is one.

Passes, with 26 laureates in the edition:

```yaml
claims:
  - {says: 26 laureates, count: laureates, is: 26}
```

Fails:

```yaml
claims:
  - {says: 27 laureates, count: laureates, is: 27}
```
"""

from collections.abc import Iterator

from ..model import Article, Award, Claim, Edition
from ..model.archive import Archive
from ..problems import Basis, Key, Level, Problem
from ..statistics.claims import ClaimOutcome, Owner, Verdict, claims_of, is_in_text, owners, right_until, verdicts
from ..statistics.count import REASONS

CODE = "claim-differs"
LEVEL = Level.WARNING
BASIS = Basis.ARCHIVE


def check(archive: Archive) -> Iterator[Problem]:
    for owner in owners(archive):
        for claim, verdict in zip(claims_of(owner), verdicts(archive, owner), strict=True):
            if verdict.outcome is ClaimOutcome.AGREES and claim.disputed:
                message = f'"{claim.says}" is disputed, and the archive finds {verdict.value}, too'
                yield Problem(CODE, claim.span, message, "delete `disputed`", LEVEL, (claim.says,))
            if verdict.outcome is ClaimOutcome.DIFFERS and not claim.disputed:
                message, hint = _message(claim, verdict), _hint(archive, owner, claim)
                yield Problem(CODE, claim.span, message, hint, LEVEL, (claim.says,), _needs(owner, claim))


def _needs(owner: Owner, claim: Claim) -> tuple[Key, ...]:
    """The number of an edition, those of an award, or what an article is about, on which a count rests."""
    if isinstance(owner, Article) and not claim.edition and not claim.award:
        return (("about", claim.span.path),)
    if claim.count == "ordinal":
        own = owner.key if isinstance(owner, Edition) else ""
        key = claim.edition.text if claim.edition else own
    elif claim.count == "editions":
        own = owner.award if isinstance(owner, Edition) else owner.id if isinstance(owner, Award) else ""
        key = claim.award.text if claim.award else own
    else:
        key = ""
    return (("ordinal", key),) if key else ()


def _hint(archive: Archive, owner: Owner, claim: Claim) -> str:
    is_inside = is_in_text(owner, claim)
    known = '`disputed note="…"` in the braces' if is_inside else "`disputed: true` and a `note`"
    otherwise = f"correct the claim or the data; if the source is wrong, write {known}"
    if until := right_until(archive, owner, claim):
        line = f"`until={until}` in the braces" if is_inside else f"`until: {until}`"
        return f"if it was counted up to {until}, write {line}; else {otherwise}"
    return otherwise


def _message(claim: Claim, verdict: Verdict) -> str:
    bound = "at least " if verdict.at_least else "at most " if verdict.at_most else ""
    there = f" in {claim.edition.text}" if claim.edition else f" up to {claim.until.text}" if claim.until else ""
    found = f"the archive finds {bound}{verdict.found}{there}, not {verdict.value}" if verdict.found is not None else ""
    reason = REASONS[verdict.reason.code] % dict(verdict.reason.values) if verdict.reason else ""
    return f'"{verdict.says}": {"; ".join(text for text in (found, reason) if text)}'
