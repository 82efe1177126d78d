"""Show what facts rest on: numbered sources, other sources' values, claims and what became of them.

Owns: SourceNote, Cite, DisputeRow, ClaimRow, the sentence of a reason.
Never: judges a fact (that is `statistics`), knows a template.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ..context import Context
from ..model import Article, Award, Date, Dispute, Edition, Name, Ref, Source
from ..statistics.claims import Outcome, Verdict, verdicts
from ..statistics.count import REASONS, Count, Reason
from . import Link, Message, link_to_category, link_to_edition, link_to_name

Record = Award | Edition | Name | Article
"""Whatever has sources of its own."""


@dataclass(frozen=True, slots=True)
class Cite:
    """A reference to a numbered source: the number, and the address of its note."""

    number: int
    url: str


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A source as a numbered note; `anchor` is the id to point at."""

    number: int
    anchor: str
    title: str
    author: str = ""
    publisher: str = ""
    date: Date | None = None
    url: str = ""
    accessed: Date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """The sources of one field, such as `ceremony.date`."""

    field: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """A value that another source gives for a field."""

    field: str
    value: str
    cites: tuple[Cite, ...]
    note: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A number that somebody stated, and what the archive finds.

    `count` is the rule (`laureates`, `rank`…); `found` is the archive's own number, None where it has none worth
    telling; `at_least` says that there may be more, `at_most` that there may be fewer. `reason` is a sentence
    without a full stop.
    """

    anchor: str
    says: str
    count: str
    stated: int
    outcome: Outcome
    found: int | None = None
    at_least: bool = False
    at_most: bool = False
    reason: Message | None = None
    subjects: tuple[Link, ...] = ()
    note: str = ""
    disputed: bool = False
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class CountLine:
    """How many the archive counts: at least so many where it is not `exact`, `because` of this."""

    value: int
    exact: bool = True
    because: Message | None = None


def sources(record: Record) -> tuple[SourceNote, ...]:
    """The sources of a record, numbered from 1 in the order written."""
    return tuple(
        SourceNote(number, _anchor(source), source.title or source.publisher or source.url, source.author,
                   source.publisher if source.title else "", source.date, source.url, source.accessed, source.note)
        for number, source in enumerate(record.sources, 1)
    )


def cites(refs: Iterable[Ref | None], record: Record, url: str) -> tuple[Cite, ...]:
    """References to sources of the record that stands at `url`; an unknown id is a check's business."""
    numbers = {source.id: (number, source) for number, source in enumerate(record.sources, 1)}
    known = (numbers[ref.text] for ref in refs if ref and ref.text in numbers)
    return tuple(Cite(number, f"{url}#{_anchor(source)}") for number, source in known)


def cited(record: Award | Edition, url: str) -> tuple[Cited, ...]:
    """The provenance of single fields."""
    return tuple(Cited(citation.field, cites(citation.sources, record, url)) for citation in record.cited)


def disputes(record: Award | Edition, url: str) -> tuple[DisputeRow, ...]:
    return tuple(_dispute(dispute, record, url) for dispute in record.disputes)


def claims(context: Context, owner: Award | Edition | Article, url: str) -> tuple[ClaimRow, ...]:
    """The claims of an award, an edition or an article that stands at `url`, with their verdicts."""
    found = enumerate(verdicts(context.archive, owner), 1)
    return tuple(_claim(context, f"claim-{number}", verdict, owner, url) for number, verdict in found)


def verdict_summary(rows: tuple[ClaimRow, ...]) -> tuple[Message, ...]:
    """`7 claims`, `5 agree`, `2 can't be computed`: how many there are, then how each kind fares."""
    agreeing, differing, unclear = (
        sum(row.outcome is outcome for row in rows)
        for outcome in (Outcome.AGREES, Outcome.DIFFERS, Outcome.NOT_COMPUTABLE)
    )
    parts = (
        Message("%(num)s claim", plural="%(num)s claims", count=len(rows)),
        Message("%(num)s agrees", plural="%(num)s agree", count=agreeing),
        Message("%(num)s differs", plural="%(num)s differ", count=differing),
        Message("%(num)s can't be computed", plural="%(num)s can't be computed", count=unclear),
    )
    return tuple(part for part in parts if part.count)


def counted(count: Count) -> CountLine:
    return CountLine(count.value, count.exact, because(count.because))


def because(reason: Reason | None) -> Message | None:
    """The sentence of a reason, with its values."""
    return Message(REASONS[reason.code], reason.values) if reason else None


def _claim(context: Context, anchor: str, verdict: Verdict, owner: Award | Edition | Article, url: str) -> ClaimRow:
    ref = next((s for s in owner.sources if s.id == verdict.source), None)
    return ClaimRow(
        anchor=anchor,
        says=verdict.says,
        count=verdict.count,
        stated=verdict.value,
        outcome=verdict.outcome,
        found=verdict.found,
        at_least=verdict.at_least,
        at_most=verdict.at_most,
        reason=because(verdict.reason),
        subjects=_subjects(context, verdict, owner),
        note=verdict.note,
        disputed=verdict.disputed,
        cites=cites((Ref(ref.id, ref.span),), owner, url) if ref else (),
    )


def _subjects(context: Context, verdict: Verdict, owner: Award | Edition | Article) -> tuple[Link, ...]:
    """What a claim speaks of, where that is not the page it stands on."""
    links = []
    if verdict.of:
        links.append(link_to_name(context, verdict.of))
    if verdict.category in context.archive.categories:
        links.append(link_to_category(context, verdict.category))
    elsewhere = not isinstance(owner, Edition) or owner.key != verdict.edition
    if elsewhere and verdict.edition in context.archive.editions:
        links.append(link_to_edition(context, verdict.edition))
    return tuple(links)


def _dispute(dispute: Dispute, record: Award | Edition, url: str) -> DisputeRow:
    return DisputeRow(dispute.field, dispute.value, cites((dispute.source,), record, url), dispute.note)


def _anchor(source: Source) -> str:
    return f"source-{source.id}"
