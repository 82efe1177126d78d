"""What the archive does not know yet, and what would fill each gap.

Owns: the order and the numbers of gaps on their page, the table of coverage.   Never: finds a gap.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..context import Context
from ..model import Coverage, Edition
from ..plan import Page
from ..statistics.ranking import alphabetical
from ..views import (
    SECTIONS,
    Head,
    Link,
    Message,
    crumbs,
    link_to_award,
    link_to_edition,
    link_to_name,
)
from ..views.gaps import Hole, gaps, has_jury, precision
from ..views.profiles import contests

TEMPLATE = "page/gaps.html"
LONGEST = 60
"""How many lines of one kind are shown; the rest is counted."""


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
    kinds, count = _numbered(gaps(context))
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
    jury = covered.jury if has_jury(edition) else None
    link = link_to_edition(context, edition.key)
    return CoverageRow(
        link, covered.results, covered.categories, jury, precision(edition.ceremony.date), edition.ceremony.inferred
    )


def _is_whole(row: CoverageRow) -> bool:
    parts = (row.results, row.categories, row.jury or Coverage.COMPLETE)
    return row.precision == "day" and all(part is Coverage.COMPLETE for part in parts)
