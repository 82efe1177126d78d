"""What the archive does not know yet, and what would fill each gap.

Owns: the kinds of gap, where each is found, its sentence.
Never: estimates, or calls unknown what no edition could have.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType

from ..archive import Archive, results_in
from ..context import Context
from ..model import Article, Award, Coverage, Date, Edition, Function, Outcome
from ..plan import Page
from ..statistics import coverage
from ..statistics.claims import Outcome as Fate
from ..statistics.claims import owners
from ..statistics.ranking import alphabetical
from ..statistics.scope import Scope
from ..statistics.titles import laureates
from ..views import (
    SECTIONS,
    Head,
    Link,
    Message,
    Text,
    crumbs,
    link_to_article,
    link_to_award,
    link_to_category,
    link_to_edition,
    link_to_name,
)
from ..views.profiles import contests
from ..views.proof import because, claims

TEMPLATE = "page/gaps.html"
LONGEST = 60
"""How many lines of one kind are shown; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Hole:
    """One gap: where it is, what is missing, its number on the page; `field` is what a dispute is about."""

    where: Link
    what: Text
    field: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Holes:
    """Gaps of one kind, such as `silent` or `dates`; `left` are not listed."""

    kind: str
    holes: tuple[Hole, ...]
    left: int


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """What the archive holds of an edition, by part; `precision` is that of its date: day, month, year or none."""

    edition: Link
    results: Coverage
    categories: Coverage
    jury: Coverage | None
    precision: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class AwardCoverage:
    """Editions of one award of which something is missing; `whole` others are complete."""

    award: Link
    editions: tuple[CoverageRow, ...]
    whole: int


@dataclass(frozen=True, slots=True)
class View:
    """Everything the archive knows that it does not know; `count` is how many gaps there are."""

    head: Head
    count: int
    coverage: tuple[AwardCoverage, ...]
    kinds: tuple[Holes, ...]
    names: tuple[Link, ...]
    names_left: int
    conventions: Link


def pages(context: Context) -> Iterator[Page]:
    view = gaps_view(context)
    yield Page(view.head.url, TEMPLATE, view)


def gaps_view(context: Context) -> View:
    url = context.urls.section("gaps")
    kinds, count = _numbered((kind, tuple(find(context))) for kind, find in _KINDS.items())
    bare = sorted(
        (name.id for name in context.archive.names.values() if not name.registered),
        key=lambda id: alphabetical(context.archive, id),
    )
    return View(
        head=Head(
            url=url,
            title=Message("What the archive does not know"),
            description=Message("Every known gap of the archive: silent editions, missing categories, dates, numbers."),
            crumbs=crumbs(),
            section=url,
        ),
        count=count,
        coverage=tuple(_coverage(context)),
        kinds=kinds,
        names=tuple(link_to_name(context, id) for id in bare[:LONGEST]),
        names_left=max(0, len(bare) - LONGEST),
        conventions=Link(SECTIONS["conventions"], context.urls.section("conventions")),
    )


def _numbered(kinds: Iterable[tuple[str, tuple[Hole, ...]]]) -> tuple[tuple[Holes, ...], int]:
    """The gaps of each kind that has any, numbered through, and how many there are."""
    made: list[Holes] = []
    count = 0
    for kind, found in kinds:
        if found:
            holes = tuple(replace(hole, number=count + n) for n, hole in enumerate(found[:LONGEST], 1))
            made.append(Holes(kind, holes, max(0, len(found) - LONGEST)))
            count += len(found)
    return tuple(made), count


def _coverage(context: Context) -> Iterator[AwardCoverage]:
    for award in contests(context.archive):
        held = [context.archive.editions[key] for key in context.archive.editions_of[award]]
        rows = {edition.key: _row(context, edition) for edition in held if edition.is_held}
        partial = tuple(row for row in rows.values() if not _is_whole(row))
        if partial:
            yield AwardCoverage(link_to_award(context, award), partial, len(rows) - len(partial))


def _row(context: Context, edition: Edition) -> CoverageRow:
    covered = edition.covered
    jury = covered.jury if _has_jury(edition) else None
    link = link_to_edition(context, edition.key)
    return CoverageRow(
        link, covered.results, covered.categories, jury, _precision(edition.ceremony.date), edition.ceremony.inferred
    )


def _is_whole(row: CoverageRow) -> bool:
    parts = (row.results, row.categories, row.jury or Coverage.COMPLETE)
    return row.precision == "day" and all(part is Coverage.COMPLETE for part in parts)


def _precision(date: Date | None) -> str:
    if date is None:
        return "none"
    return "day" if date.day else "month" if date.month else "year"


def _has_jury(edition: Edition) -> bool:
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
        if not jurors and _has_jury(edition):
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
    for owner in owners(context.archive):
        link = _link(context, owner)
        for row in claims(context, owner, link.url):
            if row.outcome is Fate.NOT_COMPUTABLE:
                says: tuple[tuple[str, str], ...] = (("claim", row.says),)
                reason = Message("“%(claim)s”: %(reason)s", (*says, ("reason", row.reason))) if row.reason else row.says
                yield Hole(Link(link.text, f"{link.url}#{row.anchor}"), reason)


def _disputes(context: Context) -> Iterator[Hole]:
    disputed: tuple[Award | Edition, ...] = (*context.archive.awards.values(), *context.archive.editions.values())
    for owner in disputed:
        for dispute in owner.disputes:
            text = Message("another source says “%(value)s”", (("value", dispute.value),))
            yield Hole(_link(context, owner), text, dispute.field.split(".")[0])


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


def _link(context: Context, owner: Award | Edition | Article) -> Link:
    if isinstance(owner, Award):
        return link_to_award(context, owner.id)
    return link_to_edition(context, owner.key) if isinstance(owner, Edition) else link_to_article(context, owner.id)


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
