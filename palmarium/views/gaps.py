"""Find everything the archive knows that it does not know.

Owns: the kinds of gap, where each is found, its sentence.
Never: estimates, or calls unknown what no edition could have.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import MappingProxyType

from ..archive import Archive, results_in
from ..context import Context
from ..model import Award, Coverage, Date, Edition, Function, Outcome
from ..statistics import coverage
from ..statistics.claims import Outcome as Fate
from ..statistics.scope import Scope
from ..statistics.titles import laureates
from . import (
    Link,
    Message,
    Text,
    link_to_article,
    link_to_award,
    link_to_category,
    link_to_edition,
    page_of,
)
from .profiles import contests
from .proof import because, every_claim


@dataclass(frozen=True, slots=True)
class Hole:
    """One gap: where it is, what is missing, its number on the page; `field` is what a dispute is about."""

    where: Link
    what: Text
    field: str = ""
    number: int = 0


def gaps(context: Context) -> tuple[tuple[str, tuple[Hole, ...]], ...]:
    """Every gap, by kind, in the order in which the page shows them."""
    return tuple((kind, tuple(find(context))) for kind, find in _KINDS.items())


def gap_count(context: Context) -> int:
    return sum(len(found) for _, found in gaps(context))


def precision(date: Date | None) -> str:
    if date is None:
        return "none"
    return "day" if date.day else "month" if date.month else "year"


def has_jury(edition: Edition) -> bool:
    """Whether there was a jury, as far as its method or its own list tells."""
    ways = (*(edition.method.how if edition.method else ()), *(way for each in edition.entries for way in each.method))
    return "jury" in ways or any(part.function is Function.JUROR for part in edition.parts)


def _missing(context: Context) -> Iterator[Hole]:
    """Awards without an edition here, and editions that only their number tells of."""
    archive = context.archive
    for award in contests(archive):
        link = link_to_award(context, award)
        if not archive.editions_of[award]:
            yield Hole(link, Message("every edition"))
            continue
        gaps = coverage.gaps_of(archive, award)
        missing = because(coverage.reason(archive, coverage.Gaps(gaps.missing_count, gaps.missing)))
        if missing:
            yield Hole(link, missing)
        if gaps.open_start:
            yield Hole(link, Message("which edition was the first"))


def _silent(context: Context) -> Iterator[Hole]:
    for edition in _held(context.archive):
        if not results_in(edition):
            unknown = _unknown(edition)
            if unknown:
                text = Message(
                    "the laureate of %(num)s known category",
                    plural="the laureates of %(num)s known categories",
                    count=unknown,
                )
            else:
                text = Message("all the laureates")
            yield Hole(link_to_edition(context, edition.key), text)


def _partial(context: Context) -> Iterator[Hole]:
    for edition in _held(context.archive):
        if results_in(edition) and edition.covered.results is Coverage.PARTIAL:
            known = laureates(context.archive, Scope(edition=edition.key)).value
            text = Message(
                "others perhaps, besides the %(num)s laureate known",
                plural="others perhaps, besides the %(num)s laureates known",
                count=known,
            )
            yield Hole(link_to_edition(context, edition.key), text)


def _without_category(context: Context) -> Iterator[Hole]:
    for edition in _held(context.archive):
        loose = sum(result.count for result in results_in(edition) if not result.category and result.is_title)
        if loose:
            text = Message("the category of %(num)s title", plural="the category of %(num)s titles", count=loose)
            yield Hole(link_to_edition(context, edition.key), text)


def _categories(context: Context) -> Iterator[Hole]:
    for edition in _held(context.archive):
        if edition.covered.categories is Coverage.NONE:
            yield Hole(link_to_edition(context, edition.key), Message("the list of categories"))
        elif edition.covered.categories is Coverage.PARTIAL:
            yield Hole(link_to_edition(context, edition.key), Message("part of the categories"))


def _without_laureate(context: Context) -> Iterator[Hole]:
    """Categories that are known in an edition of which other results are."""
    for edition in _held(context.archive):
        for entry in edition.entries if results_in(edition) else ():
            category = context.archive.categories.get(f"{edition.award}/{entry.category}")
            if entry.outcome is Outcome.UNKNOWN and category:
                link = link_to_category(context, category.key)
                edition_link = link_to_edition(context, edition.key)
                place = Link(edition_link.text, f"{edition_link.url}#{entry.category}")
                yield Hole(place, Message("the laureate of “%(category)s”", (("category", str(link.text)),)))


def _juries(context: Context) -> Iterator[Hole]:
    """Juries that sat and are not known, and jurors of whom nobody says where they came from."""
    for edition in _held(context.archive):
        jurors = [part for part in edition.parts if part.function is Function.JUROR]
        loose = sum(not any(post.org for post in part.posts) for part in jurors)
        if not jurors and has_jury(edition):
            yield Hole(link_to_edition(context, edition.key), Message("the jury"))
        elif edition.covered.jury is Coverage.PARTIAL and jurors:
            yield Hole(link_to_edition(context, edition.key), Message("perhaps part of the jury"))
        if loose:
            text = Message(
                "the organisation of %(num)s juror", plural="the organisation of %(num)s jurors", count=loose
            )
            yield Hole(link_to_edition(context, edition.key), text)


def _dates(context: Context) -> Iterator[Hole]:
    for edition in _held(context.archive):
        date = edition.ceremony.date
        link = link_to_edition(context, edition.key)
        if date is None:
            yield Hole(link, Message("the date of the ceremony"))
        elif not date.month:
            yield Hole(link, Message("the day and the month, in %(date)s", (("date", date),)))
        elif not date.day:
            yield Hole(link, Message("the day, in %(date)s", (("date", date),)))
        if edition.ceremony.inferred and date:
            yield Hole(link, Message("a source for the date: %(date)s is deduced", (("date", date),)))


def _ordinals(context: Context) -> Iterator[Hole]:
    for edition in _held(context.archive):
        if edition.ordinal is None:
            yield Hole(link_to_edition(context, edition.key), Message("its number in the series of editions"))


def _claims(context: Context) -> Iterator[Hole]:
    for row in every_claim(context):
        if row.outcome is Fate.NOT_COMPUTABLE and row.where:
            says: tuple[tuple[str, str], ...] = (("claim", row.says),)
            reason = Message("“%(claim)s”: %(reason)s", (*says, ("reason", row.reason))) if row.reason else row.says
            yield Hole(row.where, reason)


def _disputes(context: Context) -> Iterator[Hole]:
    disputed: tuple[Award | Edition, ...] = (*context.archive.awards.values(), *context.archive.editions.values())
    for owner in disputed:
        for dispute in owner.disputes:
            text = Message("another source says “%(value)s”", (("value", dispute.value),))
            yield Hole(page_of(context, owner), text, dispute.field.split(".")[0])


def _articles(context: Context) -> Iterator[Hole]:
    for article in context.archive.articles.values():
        about = article.about
        if not (about.editions or about.names or about.categories or about.awards):
            yield Hole(link_to_article(context, article.id), Message("what it is about"))


def _held(archive: Archive) -> Iterator[Edition]:
    """Editions in which something could be won, by award, from old to new."""
    for award in contests(archive):
        editions = (archive.editions[key] for key in archive.editions_of[award])
        yield from (edition for edition in editions if edition.is_held)


def _unknown(edition: Edition) -> int:
    return sum(entry.outcome is Outcome.UNKNOWN for entry in edition.entries)


_KINDS: MappingProxyType[str, Callable[[Context], Iterator[Hole]]] = MappingProxyType(
    {
        "missing": _missing,
        "silent": _silent,
        "partial": _partial,
        "without-category": _without_category,
        "without-laureate": _without_laureate,
        "categories": _categories,
        "juries": _juries,
        "dates": _dates,
        "ordinals": _ordinals,
        "claims": _claims,
        "disputes": _disputes,
        "articles": _articles,
    }
)
"""Every kind of gap, in the order of the page."""
