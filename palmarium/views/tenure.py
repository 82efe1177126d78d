"""Shape who held a category, edition by edition, gaps included; and all categories of an award together.

Owns: Tenure, Absence, Lattice; the editions in which a category could have been given.
Never: counts, or fills a gap.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..context import Context
from ..model import Award, Category, Coverage, Date, Edition, Entry
from . import Link, Mark, Sign, link_to_category, link_to_edition
from .entries import CategoryEntry, entry_view
from .rows import ResultRow

_EDITIONS = 12
"""How many editions a lattice shows, the latest ones."""


class Standing(StrEnum):
    """How an edition stands in a category's row."""

    WON = "won"
    PLACED = "placed"  # places are known, no title
    GAP = "gap"  # awarded to somebody unknown, or nothing is known
    NONE = "none"  # not awarded, cancelled, or without the category


class Absence(StrEnum):
    """Why a category has no entry in an edition."""

    ABSENT = "absent"  # the edition's categories are known, and this one is not among them
    UNDOCUMENTED = "undocumented"
    NOT_HELD = "not-held"


@dataclass(frozen=True, slots=True)
class Tenure:
    """One edition of a category: its entry, or why there is none; `edition` leads to the entry itself.

    `changed_method` is how it was decided, where that differs from the edition before.
    """

    edition: Link
    label: str
    date: Date | None
    standing: Standing
    mark: Mark
    entry: CategoryEntry | None = None
    titles: tuple[ResultRow, ...] = ()
    places: tuple[ResultRow, ...] = ()
    absence: Absence | None = None
    changed_method: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LatticeCell:
    """A category in one edition; `edition` leads to its entry there."""

    standing: Standing
    mark: Mark
    edition: Link


@dataclass(frozen=True, slots=True)
class LatticeRow:
    """A category; `depth` says how many steps of descent lie above it, in the rows before."""

    category: Link
    depth: int
    cells: tuple[LatticeCell | None, ...]


@dataclass(frozen=True, slots=True)
class Lattice:
    """The categories of an award against its latest editions, old to new; heirs stand below what they come from."""

    editions: tuple[Link, ...]
    rows: tuple[LatticeRow, ...]


def lattice(context: Context, award: Award) -> Lattice | None:
    """None where fewer than two editions have a category: there is nothing to compare."""
    archive = context.archive
    keys = [key for key in archive.editions_of[award.id] if any(e.category for e in archive.editions[key].entries)]
    if len(keys) < 2:
        return None
    shown = [archive.editions[key] for key in keys[-_EDITIONS:]]
    heads = tuple(Link(edition.label, context.urls.edition(edition.key)) for edition in shown)
    rows = (_row(context, category, depth, shown) for category, depth in _descent(award))
    return Lattice(heads, tuple(row for row in rows if any(row.cells)))


def _row(context: Context, category: Category, depth: int, editions: Iterable[Edition]) -> LatticeRow:
    known = {t.edition.url.partition("#")[0]: t for t in tenures(context, category) if t.entry}
    found = (known.get(context.urls.edition(edition.key)) for edition in editions)
    cells = tuple(LatticeCell(t.standing, t.mark, t.edition) if t else None for t in found)
    return LatticeRow(link_to_category(context, category.key), depth, cells)


def _descent(award: Award) -> Iterator[tuple[Category, int]]:
    """Categories in the order of the file, except that heirs follow the first of those they come from."""
    heirs: defaultdict[str, list[Category]] = defaultdict(list)
    ids = {category.id for category in award.categories}
    for category in award.categories:
        origin = next((ref.text for step in category.lineage for ref in step.origin), "")
        heirs[origin if origin in ids and origin != category.id else ""].append(category)
    told: set[str] = set()

    def below(id: str, depth: int) -> Iterator[tuple[Category, int]]:
        for category in heirs[id]:
            if category.id not in told:
                told.add(category.id)
                yield category, depth
                yield from below(category.id, depth + 1)

    yield from below("", 0)
    # Two categories that say they come from each other would have no beginning.
    yield from ((category, 0) for category in award.categories if category.id not in told)


def tenures(context: Context, category: Category) -> tuple[Tenure, ...]:
    """From the edition before the first that has the category to the latest of the award, old to new; else none."""
    return tuple(_tenures(context, category))


def _tenures(context: Context, category: Category) -> Iterator[Tenure]:
    by_edition = {entry.edition: entry for entry in context.archive.entries_of.get(category.key, ())}
    if not by_edition:
        return
    keys = context.archive.editions_of[category.award]
    first = next((place for place, key in enumerate(keys) if key in by_edition), 0)
    before: tuple[str, ...] = ()
    for key in keys[max(0, first - 1) :]:
        edition = context.archive.editions[key]
        if key not in by_edition:
            yield _without(context, edition)
            continue
        how = by_edition[key].method or category.method
        yield _with(context, by_edition[key], edition, how if before and how != before else ())
        before = how or before


def _with(context: Context, entry: Entry, edition: Edition, changed: tuple[str, ...]) -> Tenure:
    shown = entry_view(context, entry, edition)
    is_title = {result.id: result.is_title for result in entry.results}
    titles = tuple(row for row in shown.results if is_title[row.id])
    places = tuple(row for row in shown.results if not is_title[row.id])
    mark = shown.mark or (titles or places)[0].mark
    link = link_to_edition(context, edition.key)
    return Tenure(
        Link(link.text, f"{link.url}#{shown.anchor}"),
        edition.label,
        edition.ceremony.date,
        _standing(mark, bool(titles)),
        mark,
        shown,
        titles,
        places,
        changed_method=changed,
    )


def _standing(mark: Mark, has_title: bool) -> Standing:
    if has_title:
        return Standing.WON
    if mark.sign is Sign.UNKNOWN:
        return Standing.GAP
    return Standing.NONE if mark.sign in (Sign.NOT_AWARDED, Sign.CANCELLED) else Standing.PLACED


def _without(context: Context, edition: Edition) -> Tenure:
    if not edition.is_held:
        absence = Absence.NOT_HELD
    elif edition.covered.categories is Coverage.COMPLETE:
        absence = Absence.ABSENT
    else:
        absence = Absence.UNDOCUMENTED
    gap = absence is Absence.UNDOCUMENTED
    return Tenure(
        link_to_edition(context, edition.key),
        edition.label,
        edition.ceremony.date,
        Standing.GAP if gap else Standing.NONE,
        Mark(Sign.UNKNOWN if gap else Sign.NOT_AWARDED),
        absence=absence,
    )
