"""Numbered sources, citations, disputes, and claims with their verdicts and counts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Generic, TypeVar

from ...model import Article, Award, Claim, Coverage, Dispute, Edition, Name, Note, Ref, Source
from ...model.archive import Archive
from ...model.ids import distinct, slug
from ...statistics.claims import ClaimOutcome, Owner, Verdict, all_verdicts, claims_of, verdicts
from ...statistics.count import REASONS, Reason
from ...statistics.counting import COUNTS
from ...statistics.coverage import known, known_results
from ...statistics.memoize import once
from ..context import Context
from ..links import Link, link_to_award, link_to_category, link_to_edition, link_to_name, page_of
from ..messages import Message

# Say how the archive's own number was found: what was counted, over which editions, with what coverage.


def how_counted(context: Context, verdict: Verdict) -> Message | None:
    """`Counted: distinct names with a title, Palmes 2011. The palmarès is complete.`; None where nothing is."""
    rule = COUNTS.get(verdict.count)
    if rule is None or not rule.counted:
        return None
    what = Message(rule.counted)
    where = ", ".join(_where(context, verdict)) if verdict.count != "comments" else ""
    counted: Message = what
    if where:
        counted = Message("%(what)s, %(where)s", (("what", what), ("where", where)))
    if until := _until(context, verdict):
        counted = Message("%(what)s, %(where)s", (("what", counted), ("where", until.text)))
    coverage = _coverage(context, verdict)
    if coverage:
        return Message("Counted: %(counted)s. %(coverage)s", (("counted", counted), ("coverage", coverage)))
    return Message("Counted: %(counted)s.", (("counted", counted),))


def _where(context: Context, verdict: Verdict) -> list[str]:
    """The edition or else the award, the category and the name that it is narrowed to."""
    archive = context.archive
    places = []
    if verdict.edition in archive.editions:
        places.append(str(link_to_edition(context, verdict.edition).text))
    elif verdict.award in archive.awards:
        places.append(archive.awards[verdict.award].label)
    if verdict.category in archive.categories:
        places.append(str(link_to_category(context, verdict.category).text))
    return [*places, archive.names[verdict.of].name] if verdict.of in archive.names else places


def _until(context: Context, verdict: Verdict) -> Link | None:
    """The last edition that a claim counts, where it says so."""
    if verdict.until not in context.archive.editions:
        return None
    link = link_to_edition(context, verdict.until)
    return replace(link, text=Message("up to %(edition)s", (("edition", link.text),)))


def _coverage(context: Context, verdict: Verdict) -> Message | None:
    """How much the archive holds of what was counted."""
    edition = context.archive.editions.get(verdict.edition)
    if COUNTS[verdict.count].of_results and edition:
        return RESULTS[known_results(edition)]
    if COUNTS[verdict.count].of_results or verdict.count == "editions":
        return _editions(context, verdict)
    if verdict.count in ("jurors", "categories") and edition:
        part = edition.covered.jury if verdict.count == "jurors" else edition.covered.categories
        return Message("The list is complete.") if part is Coverage.COMPLETE else Message("The list may not be whole.")
    return None


def _editions(context: Context, verdict: Verdict) -> Message | None:
    archive = context.archive
    last = archive.places.get(verdict.until)
    every = (edition for edition in archive.award_editions(verdict.award) if edition.is_held)
    held = [edition for edition in every if last is None or archive.places[edition.key] <= last]
    if not held:
        return None
    whole_ones = sum(known(edition).laureates for edition in held)
    editions = Message("%(num)s edition", plural="%(num)s editions", count=len(held))
    whole = Message("%(num)s with all its winners", plural="%(num)s with all their winners", count=whole_ones)
    whole = whole if whole_ones else Message("none with all its winners")
    return Message("The archive holds %(editions)s, %(whole)s.", (("editions", editions), ("whole", whole)))


RESULTS = MappingProxyType(
    {
        Coverage.COMPLETE: Message("The palmarès is complete."),
        Coverage.PARTIAL: Message("The palmarès is known in part."),
        Coverage.WINNERS_ONLY: Message("All winners are known, the other places are not."),
        Coverage.NAMES_ONLY: Message("We know who won, not in which category."),
        Coverage.NONE: Message("No laureate is known."),
    }
)
"""What an edition's coverage of its results means, in a sentence."""


# Show what facts rest on: numbered sources, other sources' values, claims and what became of them.

T = TypeVar("T")
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
    source: Source


@dataclass(frozen=True, slots=True)
class Sourced(Generic[T]):
    """A value of the archive as it was written, and the sources it rests on."""

    value: T
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """The sources of one field, such as `ceremony.date`."""

    field: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A number that somebody stated, and what the archive finds.

    `how` says what was counted. `place` is the id of its mark in a text, if it stands in one; `url` is the address of
    its row; `where` leads to the words, where they are in a text or on another page.
    """

    anchor: str
    verdict: Verdict
    how: Message | None = None
    subjects: tuple[Link, ...] = ()
    cites: tuple[Cite, ...] = ()
    place: str = ""
    url: str = ""
    where: Link | None = None


def sources(record: Record) -> tuple[SourceNote, ...]:
    """The sources of a record, numbered from 1 in the order written."""
    return tuple(
        SourceNote(number, _anchor(source), _titled(source)) for number, source in enumerate(record.sources, 1)
    )


def _titled(source: Source) -> Source:
    """A source without a title is called by its publisher or its address."""
    title = source.publisher or source.url or source.archived
    return source if source.title else replace(source, title=title, publisher="")


def cites(refs: Iterable[Ref | None], record: Record, url: str) -> tuple[Cite, ...]:
    """References to sources of the record that stands at `url`; an unknown id is a check's business."""
    known = (_numbers(record).get(ref.text) for ref in refs if ref)
    return tuple(Cite(each[0], f"{url}#{_anchor(each[1])}") for each in known if each)


@once
def _numbers(record: Record) -> Mapping[str, tuple[int, Source]]:
    return {source.id: (number, source) for number, source in enumerate(record.sources, 1)}


def cited(record: Award | Edition, url: str) -> tuple[Cited, ...]:
    """The provenance of single fields."""
    return tuple(Cited(citation.field, cites(citation.sources, record, url)) for citation in record.cited)


def disputes(record: Award | Edition, url: str) -> tuple[Sourced[Dispute], ...]:
    return tuple(Sourced(dispute, cites((dispute.source,), record, url)) for dispute in record.disputes)


def claims(context: Context, owner: Owner, url: str) -> tuple[ClaimRow, ...]:
    """The claims of a record whose page stands at `url`, with their verdicts: those listed, then those in its text."""
    found = enumerate(verdicts(context.archive, owner))
    return tuple(
        replace(
            _claim(context, verdict, owner, url),
            anchor=anchor,
            place=(place := _place(owner, number, anchor)),
            url=_row(context, owner, anchor, url),
            where=Link(Message("the text"), f"{url}#{place}") if place else None,
        )
        for (number, verdict), anchor in zip(found, claim_anchors(owner), strict=True)
    )


@once
def claim_anchors(owner: Owner) -> tuple[str, ...]:
    """The id of each claim on the page of its record, made of what it says."""
    return distinct(f"claim--{slug(claim.says)}" for claim in claims_of(owner))


def claim_url(context: Context, owner: Owner, number: int) -> str:
    """Where a claim is listed, on the page of its record, or among all claims."""
    return _row(context, owner, claim_anchors(owner)[number], page_of(context, owner).url)


def claims_about(context: Context, edition: Edition, url: str) -> tuple[ClaimRow, ...]:
    """The claims of an edition, then those that other files make about it, with where they stand."""
    about = (each for each in _by_edition(context.archive).get(edition.key, ()) if each[0] is not edition)
    rows = enumerate((_listed(context, *each) for each in about), 1)
    here = tuple(
        replace(row, anchor=f"elsewhere-{at}", subjects=tuple(link for link in row.subjects if link.url != url))
        for at, row in rows
    )
    return (*claims(context, edition, url), *here)


@once
def _by_edition(archive: Archive) -> Mapping[str, list[tuple[Owner, int, Verdict]]]:
    """The claims about each edition, wherever they stand."""
    found: defaultdict[str, list[tuple[Owner, int, Verdict]]] = defaultdict(list)
    for each in all_verdicts(archive):
        found[each[2].edition].append(each)
    return found


def every_claim(context: Context) -> tuple[ClaimRow, ...]:
    """Every claim of the archive, with where it stands."""
    return tuple(
        replace(_listed(context, *each), anchor=_among_all(each[0], claim_anchors(each[0])[each[1]]))
        for each in all_verdicts(context.archive)
    )


def listed_here(context: Context) -> tuple[str, ...]:
    """The ids, in the list of all, of the claims of names and pages: those have no list of their own."""
    every = ((owner, number) for owner, number, _ in all_verdicts(context.archive) if isinstance(owner, Name | Note))
    return tuple(_among_all(owner, claim_anchors(owner)[number]) for owner, number in every)


def _among_all(owner: Owner, anchor: str) -> str:
    """The id of a claim in the list of all."""
    key = owner.key if isinstance(owner, Edition) else owner.id
    return f"claim--{slug(f'{type(owner).__name__} {key}')}--{anchor.partition('--')[2]}"


def _listed(context: Context, owner: Owner, number: int, verdict: Verdict) -> ClaimRow:
    """A claim in a list that is not its own page's: it links to where it stands."""
    page = page_of(context, owner)
    anchor = claim_anchors(owner)[number]
    where = Link(page.text, f"{page.url}#{_place(owner, number, anchor) or anchor}")
    return replace(_claim(context, verdict, owner, page.url), where=where, url=where.url, cites=())


def _place(owner: Owner, number: int, anchor: str) -> str:
    """The id of a claim's mark; only those inside a text have one."""
    return f"said{anchor.removeprefix('claim')}" if number >= len(claims_of(owner)) - len(_inside(owner)) else ""


def _row(context: Context, owner: Owner, anchor: str, url: str) -> str:
    """The address of a claim's row: names and pages have no table of their own, the list of all claims has it."""
    if not isinstance(owner, Name | Note):
        return f"{url}#{anchor}"
    return f"{context.urls.section('claims')}#{_among_all(owner, anchor)}"


def _inside(owner: Owner) -> tuple[Claim, ...]:
    return () if isinstance(owner, Award | Edition) else owner.body.claims


def verdict_summary(rows: tuple[ClaimRow, ...]) -> tuple[Message, ...]:
    """`7 claims`, `5 agree`, `2 can't be computed`: how many there are, then how each kind fares."""
    agreeing, differing, unclear = (
        sum(row.verdict.outcome is outcome for row in rows)
        for outcome in (ClaimOutcome.AGREES, ClaimOutcome.DIFFERS, ClaimOutcome.NOT_COMPUTABLE)
    )
    parts = (
        Message("%(num)s claim", plural="%(num)s claims", count=len(rows)),
        Message("%(num)s agrees", plural="%(num)s agree", count=agreeing),
        Message("%(num)s differs", plural="%(num)s differ", count=differing),
        Message("%(num)s can't be computed", plural="%(num)s can't be computed", count=unclear),
    )
    return tuple(part for part in parts if part.count)


def because(reason: Reason | None) -> Message | None:
    """The sentence of a reason, with its values."""
    return Message(REASONS[reason.code], reason.values) if reason else None


def _claim(context: Context, verdict: Verdict, owner: Owner, url: str) -> ClaimRow:
    known = () if isinstance(owner, Note) else owner.sources
    ref = next((s for s in known if s.id == verdict.source), None)
    return ClaimRow(
        anchor="",
        verdict=verdict,
        how=how_counted(context, verdict),
        subjects=_subjects(context, verdict, owner),
        cites=cites((Ref(ref.id, ref.span),), owner, url) if ref and not isinstance(owner, Note) else (),
    )


def _subjects(context: Context, verdict: Verdict, owner: Owner) -> tuple[Link, ...]:
    """What a claim speaks of, where that is not the page it stands on."""
    links = []
    if verdict.of and not (isinstance(owner, Name) and owner.id == verdict.of):
        links.append(link_to_name(context, verdict.of))
    if verdict.category in context.archive.categories:
        links.append(link_to_category(context, verdict.category))
    elsewhere = not isinstance(owner, Edition) or owner.key != verdict.edition
    if elsewhere and verdict.edition in context.archive.editions:
        links.append(link_to_edition(context, verdict.edition))
    elif elsewhere and verdict.award in context.archive.awards and not isinstance(owner, Award):
        links.append(link_to_award(context, verdict.award))
    until = _until(context, verdict)
    if until and not (isinstance(owner, Edition) and owner.key == verdict.until):
        links.append(until)
    return tuple(links)


def _anchor(source: Source) -> str:
    return f"source-{source.id}"
