"""Changes since the previous edition: categories, laureates, jury."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ..model import Event, Lineage, Outcome
from ..model.archive import Archive
from . import coverage
from .count import Reason
from .holders import Holders, holders
from .juries import Renewal, renewal


@dataclass(frozen=True, slots=True)
class CategoryChange:
    """What happened to a category (key): new, dropped, revived, or an event of its lineage with its origins (keys)."""

    category: str
    event: Event
    origin: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Categories:
    """The categories of an edition against the edition before; not exact `because` of this, where one is not whole.

    `changed` holds only what is sure: nothing is new where the edition before is not whole, nor dropped where this
    one is not; what a lineage states is always told.
    """

    kept: tuple[str, ...]
    changed: tuple[CategoryChange, ...]
    because: Reason | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """An edition against the one `before` (key); `certain` when no edition is missing between the two."""

    before: str
    certain: bool
    categories: Categories
    laureates: Holders
    jury: Renewal | None


def changes(archive: Archive, edition: str) -> Changes | None:
    """Changes since the previous held edition; None where the archive has none, or this one was not held."""
    before, certain = coverage.edition_before(archive, edition)
    if before is None:
        return None
    categories = _categories(archive, edition, before, certain)
    return Changes(before, certain, categories, holders(archive, edition), renewal(archive, edition))


def category_keys(archive: Archive, edition: str) -> tuple[str, ...]:
    """The categories of an edition (keys), without cancelled ones and awards outside the categories."""
    record = archive.editions[edition]
    entries = (e for e in record.entries if e.category and e.outcome is not Outcome.CANCELLED)
    keys = (entry.category_key for entry in entries)
    return tuple(key for key in keys if key not in archive.categories or not archive.categories[key].special)


def _categories(archive: Archive, edition: str, before: str, certain: bool) -> Categories:
    here, there = (dict.fromkeys(category_keys(archive, key)) for key in (edition, before))
    added = [key for key in here if key not in there]
    declared = {key: step for key in added if (step := _declared(archive, edition, key, there))}
    gone_into = {origin for change in declared.values() for origin in change.origin}
    dropped = [key for key in there if key not in here and key not in gone_into]
    changed = [declared.get(key) or _arrival(archive, edition, key) for key in added]
    changed += [CategoryChange(key, Event.DROPPED) for key in dropped]
    whole = {key: certain and coverage.known(archive.editions[key]).categories for key in (edition, before)}
    sure = (c for c in changed if c.category in declared or whole[edition if c.event is Event.DROPPED else before])
    because = coverage.doubt_of_two(archive, edition, before, certain, "categories", lambda known: known.categories)
    return Categories(tuple(key for key in here if key in there), tuple(sure), because)


def _declared(archive: Archive, edition: str, category: str, there: Collection[str]) -> CategoryChange | None:
    """The event that the lineage of a category declares for this edition."""
    award = archive.editions[edition].award
    for step in _steps(archive, edition, category):
        origin = tuple(f"{award}/{ref.text}" for ref in step.origin)
        # A step without a time is that of the first edition that has the category, where its origin was there before.
        now = step.edition or (any(key in there for key in origin) and not _was_there(archive, edition, category))
        if step.event is not Event.DROPPED and now:
            return CategoryChange(category, step.event, origin)
    return None


def _arrival(archive: Archive, edition: str, category: str) -> CategoryChange:
    """The event of a category that the previous edition lacks and whose lineage is not declared: revived, or new."""
    return CategoryChange(category, Event.REVIVED if _was_there(archive, edition, category) else Event.NEW)


def _was_there(archive: Archive, edition: str, category: str) -> bool:
    here = archive.places[edition]
    return any(archive.places[entry.edition] < here for entry in archive.entries_of.get(category, ()))


def _steps(archive: Archive, edition: str, category: str) -> Iterator[Lineage]:
    """The steps of a category's lineage in this edition, or without an edition."""
    lineage = archive.categories[category].lineage if category in archive.categories else ()
    id = archive.editions[edition].id
    return (step for step in lineage if step.edition in ("", id, edition))
