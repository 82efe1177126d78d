"""Recompute the numbers that somebody stated.

Owns: Verdict, and the rule by which a claim agrees, differs or can't be computed.
Never: counts itself (that is `counts`), or changes what was claimed.
"""

from dataclasses import dataclass
from enum import StrEnum

from ..archive import Archive
from ..model import Article, Award, Claim, Edition
from .count import Reason


class Outcome(StrEnum):
    """What became of a claim."""

    AGREES = "agrees"
    DIFFERS = "differs"
    NOT_COMPUTABLE = "not-computable"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A claim and what the archive finds; plain values, so that a view may hold it.

    `says`, `count`, `value`, `source` (an id), `note` and `disputed` are the claim's; `edition`, `category` (keys)
    and `of` (a name's id) what it speaks of, resolved, empty where nothing. `found` is the archive's own number,
    None where there is none worth telling; with `at_least` there may be more, with `at_most` fewer.
    """

    says: str
    count: str
    value: int
    outcome: Outcome
    found: int | None = None
    at_least: bool = False
    at_most: bool = False
    reason: Reason | None = None
    edition: str = ""
    category: str = ""
    of: str = ""
    source: str = ""
    note: str = ""
    disputed: bool = False


def verdicts(archive: Archive, owner: Award | Edition | Article) -> tuple[Verdict, ...]:
    """A verdict for each claim of an award, an edition or an article, in the order of `owner.claims`."""
    raise NotImplementedError
