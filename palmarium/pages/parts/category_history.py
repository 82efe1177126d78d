"""The holders of a category, edition by edition, with gaps."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from ...model import Category, Coverage, Date, Edition, Entry, Outcome
from ..context import Context
from ..links import Link, Mark, Sign, link_to_edition
from .palmares import CategoryEntry, entry_view
from .rows import ResultRow, weigh_row


class CategoryState(StrEnum):
    """The state of a category in an edition."""

    WON = "won"
    PLACED = "placed"  # places are known, no title
    GAP = "gap"  # awarded to somebody unknown, or nothing is known of who won
    NONE = "none"  # not awarded, cancelled, or without the category


class WhyAbsent(StrEnum):
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
    year: int
    date: Date | None
    standing: CategoryState
    mark: Mark
    entry: CategoryEntry | None = None
    titles: tuple[ResultRow, ...] = ()
    places: tuple[ResultRow, ...] = ()
    absence: WhyAbsent | None = None
    changed_method: tuple[str, ...] = ()


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


def weigh_tenure(tenure: Tenure) -> tuple[int, ...]:
    """How many lines each of its results takes; the first stands beside the edition."""
    weights = [weigh_row(row) for row in (*tenure.titles, *tenure.places)] or [0]
    return (weights[0] + 1, *weights[1:])


def cut_tenure(tenure: Tenure, first: int, end: int) -> Tenure:
    """The tenure with some of its results, counted from the first title to the last place."""
    wins = len(tenure.titles)
    titles, places = tenure.titles[first:end], tenure.places[max(0, first - wins) : max(0, end - wins)]
    return replace(tenure, titles=titles, places=places)


def _with(context: Context, entry: Entry, edition: Edition, changed: tuple[str, ...]) -> Tenure:
    shown = entry_view(context, entry, edition)
    is_title = {result.id: result.is_title for result in entry.results}
    titles = tuple(row for row in shown.results if is_title[row.result.id])
    places = tuple(row for row in shown.results if not is_title[row.result.id])
    mark = shown.mark or (titles or places)[0].mark
    return Tenure(
        Link(link_to_edition(context, edition.key).text, context.urls.entry(edition.key, entry.category)),
        edition.label,
        edition.sort_year,
        edition.ceremony.date,
        _standing(entry.outcome, any(row.laureates for row in titles)),
        mark,
        shown,
        titles,
        places,
        changed_method=changed,
    )


def _standing(outcome: Outcome, has_title: bool) -> CategoryState:
    if has_title:
        return CategoryState.WON
    if outcome in (Outcome.UNKNOWN, Outcome.UNRECORDED):
        return CategoryState.GAP
    return CategoryState.PLACED if outcome is Outcome.AWARDED else CategoryState.NONE


def _without(context: Context, edition: Edition) -> Tenure:
    if not edition.is_held:
        absence = WhyAbsent.NOT_HELD
    elif edition.covered.categories is Coverage.COMPLETE:
        absence = WhyAbsent.ABSENT
    else:
        absence = WhyAbsent.UNDOCUMENTED
    gap = absence is WhyAbsent.UNDOCUMENTED
    return Tenure(
        link_to_edition(context, edition.key),
        edition.label,
        edition.sort_year,
        edition.ceremony.date,
        CategoryState.GAP if gap else CategoryState.NONE,
        Mark(Sign.UNKNOWN if gap else Sign.NOT_AWARDED),
        absence=absence,
    )
