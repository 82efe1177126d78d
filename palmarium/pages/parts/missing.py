"""Gaps as pieces of view."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import MappingProxyType

from ...model import Award, Edition
from ...statistics import coverage
from ...statistics.claims import ClaimOutcome
from ...statistics.gaps import LACKS, Area, Gap, empty_years, had_jury
from ...statistics.gaps import gaps as gaps_of
from ...statistics.titles import contests
from ..context import Context
from ..links import Link, link_to_article, link_to_award, link_to_edition, page_of, section_link
from ..messages import Message, Text, Value
from .sources import because, every_claim
from .year_table import stretch


@dataclass(frozen=True, slots=True)
class GapLine:
    """One gap: where it is and what is missing; `field` is what a dispute is about."""

    where: Link
    what: Text
    field: str = ""


@dataclass(frozen=True, slots=True)
class EditionGaps:
    """What one edition lacks, part by part; a part of which nothing is missing is empty.

    `no_jury` where none sat; every gap stands here once, and nowhere else on the page.
    """

    edition: Link
    laureates: tuple[Link, ...]
    categories: tuple[Link, ...]
    jury: tuple[Link, ...]
    no_jury: bool
    facts: tuple[Link, ...]


def gaps(context: Context) -> tuple[tuple[str, tuple[GapLine, ...]], ...]:
    """Every gap that is not one edition's, by kind, in the order in which the page shows them."""
    return tuple((kind, tuple(find(context))) for kind, find in _KINDS.items())


def edition_gaps(context: Context, award: str) -> tuple[EditionGaps, ...]:
    """What each held edition of an award lacks, from old to new; complete ones are there too."""
    editions = context.archive.award_editions(award)
    return tuple(_of_edition(context, edition) for edition in editions if edition.is_held)


def gap_count(context: Context) -> int:
    apart = sum(len(found) for _, found in gaps(context))
    editions = (each for award in context.archive.awards for each in edition_gaps(context, award))
    return apart + sum(map(lacking, editions))


def lacking(edition: EditionGaps) -> int:
    """How many gaps an edition has."""
    return sum(len(part) for part in (edition.laureates, edition.categories, edition.jury, edition.facts))


def lack(context: Context, gap: Gap) -> Message:
    """A gap as a noun phrase."""
    one, several = LACKS[gap.what]
    values: tuple[tuple[str, Value], ...] = ()
    if gap.category:
        values += (("category", context.archive.categories[gap.category].name),)
    if gap.date:
        values += (("date", gap.date),)
    return Message(one, values, several, gap.count)


def _missing(context: Context) -> Iterator[GapLine]:
    """Awards without an edition, and editions known only by the numbers of others."""
    archive = context.archive
    for award in contests(archive):
        link = link_to_award(context, award)
        if not archive.editions_of[award]:
            yield GapLine(link, Message("every edition"))
            continue
        gaps = coverage.gaps_of(archive, award)
        missing = because(coverage.reason(archive, coverage.Gaps(gaps.missing_count, gaps.missing)))
        if missing:
            yield GapLine(link, missing)
        if gaps.open_start:
            yield GapLine(link, Message("which edition was the first"))


def _years(context: Context) -> Iterator[GapLine]:
    """Years between two editions in which there may have been another."""
    where = section_link(context, "years")
    for empty in empty_years(context.archive):
        if not empty.certain:
            years = stretch(empty.first, empty.last)
            yield GapLine(where, Message("%(years)s: no edition of any award", (("years", years),)))


def _of_edition(context: Context, edition: Edition) -> EditionGaps:
    found: dict[Area, list[Link]] = {area: [] for area in Area}
    for gap in gaps_of(context.archive, edition.key):
        url = context.urls.entry(edition.key, gap.category.partition("/")[2]) if gap.category else ""
        found[gap.area].append(Link(lack(context, gap), url))
    return EditionGaps(
        edition=link_to_edition(context, edition.key),
        laureates=tuple(found[Area.LAUREATES]),
        categories=tuple(found[Area.CATEGORIES]),
        jury=tuple(found[Area.JURY]),
        no_jury=not had_jury(context.archive, edition),
        facts=tuple(found[Area.FACTS]),
    )


def _claims(context: Context) -> Iterator[GapLine]:
    for row in every_claim(context):
        if row.verdict.outcome is ClaimOutcome.NOT_COMPUTABLE and row.where:
            why = because(row.verdict.reason)
            told = (
                Message("“%(claim)s”: %(reason)s", (("claim", row.verdict.says), ("reason", why)))
                if why
                else row.verdict.says
            )
            yield GapLine(row.where, told)


def _disputes(context: Context) -> Iterator[GapLine]:
    disputed: tuple[Award | Edition, ...] = (*context.archive.awards.values(), *context.archive.editions.values())
    for owner in disputed:
        for dispute in owner.disputes:
            text = Message("another source says “%(value)s”", (("value", dispute.value),))
            yield GapLine(page_of(context, owner), text, dispute.field.split(".")[0])


def _articles(context: Context) -> Iterator[GapLine]:
    for article in context.archive.listed.values():
        about = article.about
        if not (about.editions or about.names or about.categories or about.awards):
            yield GapLine(link_to_article(context, article.id), Message("what it is about"))


_KINDS: MappingProxyType[str, Callable[[Context], Iterator[GapLine]]] = MappingProxyType(
    {
        "missing": _missing,
        "years": _years,
        "claims": _claims,
        "disputes": _disputes,
        "articles": _articles,
    }
)
"""Every kind of gap that is not one edition's, in the order of the page."""
