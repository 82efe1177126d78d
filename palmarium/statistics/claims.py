"""Claims (numbers that a source states), each with its verdict: what counting again gives."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from ..model import Article, Award, Claim, Edition, Name, Note, Source
from ..model.archive import Archive
from .count import Reason
from .counting import COUNTS, Bound, ClaimScope, Finding
from .memoize import once


class ClaimOutcome(StrEnum):
    """What became of a claim."""

    AGREES = "agrees"
    DIFFERS = "differs"
    NOT_COMPUTABLE = "not-computable"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A claim and what the archive finds; plain values, so that a view may hold it.

    `says`, `count`, `value`, `source` (an id), `note` and `disputed` are the claim's; `award`, `edition`, `until`,
    `category` (keys) and `of` (a name's id) what it speaks of, resolved, empty where nothing. `found` is the archive's
    own number, None where there is none worth telling; with `at_least` there may be more, with `at_most` fewer.
    """

    says: str
    count: str
    value: int
    outcome: ClaimOutcome
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
    award: str = ""
    until: str = ""


Owner = Award | Edition | Article | Name | Note
"""Whatever may hold claims."""


def is_in_text(owner: Owner, claim: Claim) -> bool:
    """Whether a claim stands inside a text, in brackets, and not among the `claims` of a file."""
    return not isinstance(owner, Award | Edition) and claim in owner.body.claims


_OWN = ("titles", "rank")
"""What is counted for one name: in its own biography, for the name it tells of."""


def owners(archive: Archive) -> Iterator[Owner]:
    """Everything that may hold claims, awards first."""
    yield from archive.sourced
    yield from archive.notes.values()


def claims_of(owner: Owner) -> tuple[Claim, ...]:
    """The claims listed in a file, then those inside its text."""
    listed = () if isinstance(owner, Name | Note) else owner.claims
    return listed if isinstance(owner, Award | Edition) else (*listed, *owner.body.claims)


def verdicts(archive: Archive, owner: Owner) -> tuple[Verdict, ...]:
    """A verdict for each claim of a record, in the order of `claims_of`."""
    return tuple(verdict(archive, owner, claim) for claim in claims_of(owner))


@once
def all_verdicts(archive: Archive) -> tuple[tuple[Owner, int, Verdict], ...]:
    """Every claim of the archive: where it stands, its number there from 0, and its verdict.

    What a translation of an article repeats is no claim more.
    """
    return tuple(
        (owner, number, verdict)
        for owner in owners(archive)
        if not isinstance(owner, Article) or archive.first_version("article", owner.id) == owner.id
        for number, verdict in enumerate(verdicts(archive, owner))
    )


def verdict(archive: Archive, owner: Owner, claim: Claim) -> Verdict:
    """Agrees or differs where the archive's number allows it, else why it can't be computed."""
    asked, lost = _asked(archive, owner, claim)
    rule = COUNTS.get(claim.count)
    if rule is None:
        finding = Finding(None, Bound.NONE, Reason("unknown-count"))
    elif lost and rule is not COUNTS["stated"]:
        finding = Finding(None, Bound.NONE, Reason("unresolved"))
    else:
        finding = rule.find(archive, asked)
    return _verdict(claim, asked, finding)


def right_until(archive: Archive, owner: Owner, claim: Claim) -> str:
    """The edition (key) up to which an award has what a claim counts over all of it; empty where there is none.

    Of several, the one that its text is about, or else the last.
    """
    asked, lost = _asked(archive, owner, claim)
    rule = COUNTS.get(claim.count)
    if lost or asked.edition or not rule or not rule.by_time:
        return ""

    def found(key: str) -> int:
        return rule.find(archive, replace(asked, until=archive.editions[key])).value or 0

    keys = archive.editions_of.get(asked.award, ())
    own = _edition_of(owner)
    if own in keys and found(own) == claim.value:
        return own
    place = bisect_right(keys, claim.value, key=found)
    return keys[place - 1] if place and found(keys[place - 1]) == claim.value else ""


def _verdict(claim: Claim, asked: ClaimScope, finding: Finding) -> Verdict:
    outcome = judge(claim.value, finding)
    least = finding.bound in (Bound.AT_LEAST, Bound.LISTED) and outcome is not ClaimOutcome.AGREES
    shown = finding.value if outcome is not ClaimOutcome.NOT_COMPUTABLE or (least and finding.value) else None
    return Verdict(
        says=claim.says,
        count=claim.count,
        value=claim.value,
        outcome=outcome,
        found=shown,
        at_least=least and shown is not None,
        at_most=finding.bound is Bound.AT_MOST and shown is not None,
        reason=None if outcome is ClaimOutcome.AGREES else finding.because,
        edition=asked.edition.key if asked.edition else "",
        category=asked.category,
        of=asked.name,
        source=claim.source.text if claim.source else "",
        note=claim.note,
        disputed=claim.disputed,
        award=asked.award,
        until=asked.until.key if asked.until else "",
    )


def judge(claimed: int, finding: Finding) -> ClaimOutcome:
    """The verdict on a number: an exact count agrees or differs; a bound can only refute."""
    found = finding.value
    if found is None or finding.bound is Bound.NONE:
        return ClaimOutcome.DIFFERS if finding.refuted else ClaimOutcome.NOT_COMPUTABLE
    if found == claimed and finding.bound in (Bound.EXACT, Bound.LISTED):
        return ClaimOutcome.AGREES
    overstepped = {
        Bound.EXACT: True,
        Bound.AT_LEAST: found > claimed,
        Bound.LISTED: found > claimed,
        Bound.AT_MOST: found < claimed,
    }[finding.bound]
    return ClaimOutcome.DIFFERS if overstepped else ClaimOutcome.NOT_COMPUTABLE


def _asked(archive: Archive, owner: Owner, claim: Claim) -> tuple[ClaimScope, bool]:
    """What the claim speaks of, and whether any of it can't be found."""
    key = claim.edition.text if claim.edition else "" if claim.home else _edition_of(owner)
    edition = archive.editions.get(key)
    award = claim.home or (edition.award if edition else _award_of(owner))
    until = archive.editions.get(claim.until.text) if claim.until else None
    category = _category(archive, award, claim.category.text) if claim.category else ""
    award = award or category.split("/")[0]
    name = archive.ids.get(claim.of.text, "") if claim.of else _name_of(owner, claim)
    unknown = claim.award and claim.award.text not in archive.awards
    untimed = claim.until and (not until or edition or until.award != award)
    lost = bool(
        (key and not edition) or (claim.category and not category) or (claim.of and not name) or unknown or untimed
    )
    return ClaimScope(
        claim.value,
        award,
        edition,
        until,
        owner if isinstance(owner, Article) else None,
        category,
        name,
        claim.scope,
        _sources(owner, claim),
    ), lost


def _sources(owner: Owner, claim: Claim) -> tuple[Source, ...]:
    """Where the number was stated; an article that names no source has it from its own."""
    if isinstance(owner, Note):
        return ()
    if claim.source is None:
        return owner.sources if isinstance(owner, Article | Name) else ()
    return tuple(source for source in owner.sources if source.id == claim.source.text)


def _edition_of(owner: Owner) -> str:
    """The edition that a claim speaks of when it names none: its own, or the only one its article is about."""
    if isinstance(owner, Edition):
        return owner.key
    about = owner.about.editions if isinstance(owner, Article) else ()
    return about[0].text if len(about) == 1 else ""


def _award_of(owner: Owner) -> str:
    """The award that a claim without an edition speaks of: its own, or the only one its article is about."""
    if isinstance(owner, Article):
        return owner.about.awards[0].text if len(owner.about.awards) == 1 else ""
    if isinstance(owner, Name | Note):
        return ""
    return owner.id if isinstance(owner, Award) else owner.award


def _name_of(owner: Owner, claim: Claim) -> str:
    return owner.id if isinstance(owner, Name) and claim.count in _OWN else ""


def _category(archive: Archive, award: str, text: str) -> str:
    """The key of a category that is written as its id, or as `award/id`."""
    return next((key for key in (f"{award}/{text}", text) if key in archive.categories), "")
