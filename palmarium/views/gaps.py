"""Find everything the archive knows that it does not know.

Owns: the kinds of gap, where each is found, its sentence.
Never: estimates, or calls unknown what no edition could have.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import MappingProxyType

from ..archive import results_in
from ..context import Context
from ..model import Award, Coverage, Edition, Function, Outcome
from ..statistics import coverage
from ..statistics.claims import Outcome as Fate
from ..statistics.scope import Scope
from ..statistics.titles import laureates
from ..statistics.years import empty_years
from . import Link, Message, Text, link_to_article, link_to_award, link_to_edition, page_of, section_link
from .annals import stretch
from .profiles import contests
from .proof import because, every_claim


@dataclass(frozen=True, slots=True)
class Hole:
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


def gaps(context: Context) -> tuple[tuple[str, tuple[Hole, ...]], ...]:
    """Every gap that is not one edition's, by kind, in the order in which the page shows them."""
    return tuple((kind, tuple(find(context))) for kind, find in _KINDS.items())


def edition_gaps(context: Context, award: str) -> tuple[EditionGaps, ...]:
    """What each held edition of an award lacks, from old to new; complete ones are there too."""
    editions = (context.archive.editions[key] for key in context.archive.editions_of[award])
    return tuple(_of_edition(context, edition) for edition in editions if edition.is_held)


def gap_count(context: Context) -> int:
    apart = sum(len(found) for _, found in gaps(context))
    editions = (each for award in contests(context.archive) for each in edition_gaps(context, award))
    return apart + sum(map(lacking, editions))


def lacking(edition: EditionGaps) -> int:
    """How many gaps an edition has."""
    return sum(len(part) for part in (edition.laureates, edition.categories, edition.jury, edition.facts))


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


def _years(context: Context) -> Iterator[Hole]:
    """Years between two known ones, where nobody can say that there was no edition."""
    where = section_link(context, "years")
    for empty in empty_years(context.archive):
        if not empty.certain:
            years = stretch(empty.first, empty.last)
            yield Hole(where, Message("%(years)s: no edition of any award", (("years", years),)))


def _of_edition(context: Context, edition: Edition) -> EditionGaps:
    return EditionGaps(
        edition=link_to_edition(context, edition.key),
        laureates=(*map(Link, _laureates(context, edition)), *_without_laureate(context, edition)),
        categories=tuple(map(Link, _categories(edition))),
        jury=tuple(map(Link, _jury(edition))),
        no_jury=not has_jury(edition),
        facts=tuple(map(Link, _facts(edition))),
    )


def _laureates(context: Context, edition: Edition) -> Iterator[Message]:
    """Nobody is known, or not all are."""
    if edition.without_palmares:
        return
    nameless = any(entry.outcome is Outcome.UNKNOWN for entry in edition.entries)
    if not results_in(edition):
        if not nameless and edition.covered.results is not Coverage.COMPLETE:
            yield Message("all the laureates")
    elif edition.covered.results is Coverage.PARTIAL:
        yield Message(
            "others perhaps, besides the %(num)s laureate known",
            plural="others perhaps, besides the %(num)s laureates known",
            count=laureates(context.archive, Scope(edition=edition.key)).value,
        )


def _without_laureate(context: Context, edition: Edition) -> tuple[Link, ...]:
    """Categories that are known to have had one: by name, or how many where that would be a list of its own."""
    url = context.urls.edition(edition.key)
    unknown = [entry.category for entry in edition.entries if entry.outcome is Outcome.UNKNOWN]
    names = {id: context.archive.categories.get(f"{edition.award}/{id}") for id in unknown}
    if len(unknown) > _NAMED or not all(names.values()):
        text = Message(
            "the laureate of %(num)s known category",
            plural="the laureates of %(num)s known categories",
            count=len(unknown),
        )
        return (Link(text),)
    named = ((id, category.name) for id, category in names.items() if category)
    return tuple(
        Link(Message("the laureate of “%(category)s”", (("category", name),)), f"{url}#{id}") for id, name in named
    )


def _categories(edition: Edition) -> Iterator[Message]:
    loose = sum(result.count for result in results_in(edition) if not result.category and result.is_title)
    if loose:
        yield Message("the category of %(num)s title", plural="the category of %(num)s titles", count=loose)
    if edition.covered.categories is Coverage.NONE:
        yield Message("the list of categories")
    elif edition.covered.categories is Coverage.PARTIAL:
        yield Message("part of the categories")


def _jury(edition: Edition) -> Iterator[Message]:
    """A jury that sat and is not known, and jurors of whom nobody says where they came from."""
    jurors = [part for part in edition.parts if part.function is Function.JUROR]
    loose = sum(not any(post.org for post in part.posts) for part in jurors)
    if not jurors and has_jury(edition):
        yield Message("the jury")
    elif edition.covered.jury is Coverage.PARTIAL and jurors:
        yield Message("perhaps part of the jury")
    if loose:
        yield Message("the organisation of %(num)s juror", plural="the organisation of %(num)s jurors", count=loose)


def _facts(edition: Edition) -> Iterator[Message]:
    """The date, as precise as it should be, and the number."""
    date = edition.ceremony.date
    if date is None:
        yield Message("the date of the ceremony")
    elif not date.month:
        yield Message("the day and the month, in %(date)s", (("date", date),))
    elif not date.day:
        yield Message("the day, in %(date)s", (("date", date),))
    if edition.ceremony.inferred and date:
        yield Message("a source for the date: %(date)s is deduced", (("date", date),))
    if edition.ordinal is None:
        yield Message("its number in the series of editions")


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


_NAMED = 4
"""How many categories without a laureate are named; more of them are counted."""

_KINDS: MappingProxyType[str, Callable[[Context], Iterator[Hole]]] = MappingProxyType(
    {
        "missing": _missing,
        "years": _years,
        "claims": _claims,
        "disputes": _disputes,
        "articles": _articles,
    }
)
"""Every kind of gap that is not one edition's, in the order of the page."""
