"""Make the public record of claims, with what recomputing them gave.

Owns: the English sentence of a reason.   Never: recomputes (that is `statistics.claims`).
"""

from ..context import Context
from ..model import Ref
from ..statistics.claims import Owner, Verdict, claims_of, verdicts
from ..statistics.count import REASONS, Reason
from . import pieces
from .pointers import made, named


def claims(context: Context, owner: Owner) -> tuple[pieces.Claim, ...]:
    """Every claim of a record with its verdict, in the order written."""
    return tuple(
        _claim(context, verdict, claim.of or (Ref(verdict.of, claim.span) if verdict.of else None), claim.scope)
        for claim, verdict in zip(claims_of(owner), verdicts(context.archive, owner), strict=True)
    )


def _claim(context: Context, verdict: Verdict, of: Ref | None, scope: str) -> pieces.Claim:
    return made(
        pieces.Claim,
        verdict,
        verdict=verdict.outcome,
        reason=_reason(verdict.reason) if verdict.reason else None,
        of=named(context, of) if of else None,
        scope=scope,
    )


def _reason(reason: Reason) -> pieces.Because:
    sentence = REASONS.get(reason.code, reason.code)
    return pieces.Because(code=reason.code, sentence=sentence % dict(reason.values))
