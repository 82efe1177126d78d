"""Shape what changed since the edition before: categories, laureates, jury.

Owns: Comparison and its rows.   Never: compares itself (that is `statistics`).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ..context import Context
from ..model import Edition, Event
from ..statistics.changes import Categories, CategoryChange, changes
from ..statistics.coverage import missing_before
from ..statistics.holders import Group, Holders
from ..statistics.jurors import Renewal
from ..statistics.ranking import alphabetical
from ..statistics.renewal import renewal
from . import Link, Message, link_to_category, link_to_edition, link_to_name
from .proof import because

KEPT, RETURNING = "kept", "returning"


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """Categories before, what happened to them (an event, or `kept`), and categories after."""

    before: tuple[Link, ...]
    event: str
    after: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class LaureateGroup:
    """Laureates that are there for the first time, kept or regained their title, or lost it.

    `standing` is `first-time`, `retained`, `regained` or `lost`; across a missing edition, who kept a title can't be
    told from who regained it: both are `returning`. Where it is not `certain`, each is so only in this archive; where
    it is not `whole`, some may be missing; `because` of this.
    """

    standing: str
    names: tuple[Link, ...]
    certain: bool
    whole: bool
    because: Message | None


@dataclass(frozen=True, slots=True)
class Stage:
    """A stretch of the bar of renewal, in hundredths of its width."""

    standing: str
    start: float
    length: float


@dataclass(frozen=True, slots=True)
class JuryChange:
    """How many jurors came, stayed and left; exact only when both juries are known."""

    size: int
    arrived: tuple[Link, ...]
    stayed: tuple[Link, ...]
    left: tuple[Link, ...]
    exact: bool
    because: Message | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """An edition against the one before in the archive; `between` says what is missing between the two, if anything.

    `stages` draw the renewal where every laureate's standing is known, else there are none. `renewed` titles of
    `titles` went to others than before; both are None where that can't be told.
    """

    before: Link
    between: Message | None
    categories: tuple[CategoryRow, ...]
    categories_because: Message | None
    laureates: tuple[LaureateGroup, ...]
    laureates_because: tuple[Message, ...]
    stages: tuple[Stage, ...]
    renewed: int | None
    titles: int | None
    jury: JuryChange | None


def comparison(context: Context, edition: Edition) -> Comparison | None:
    """None where there is no edition before, or nothing of either to compare."""
    found = changes(context.archive, edition.key)
    if found is None:
        return None
    groups, rate = tuple(_groups(context, found.laureates)), renewal(context.archive, edition.key)
    made = Comparison(
        before=link_to_edition(context, found.before),
        between=None if found.certain else _between(missing_before(context.archive, edition.key)),
        categories=tuple(_rows(context, found.categories)),
        categories_because=because(found.categories.because),
        laureates=groups,
        laureates_because=tuple(dict.fromkeys(group.because for group in groups if group.because)),
        stages=tuple(_stages(groups)),
        renewed=rate.renewed if rate else None,
        titles=rate.titles if rate else None,
        jury=_jury(context, found.jury),
    )
    return made if made.categories or made.laureates or made.jury else None


def _between(missing: int) -> Message:
    if not missing:
        return Message("An edition may be missing between the two.")
    return Message(
        "%(num)s edition is missing between the two.",
        plural="%(num)s editions are missing between the two.",
        count=missing,
    )


def _groups(context: Context, held: Holders) -> Iterable[LaureateGroup]:
    """The four groups, where anything can be compared: with no laureate before, all would be new."""
    comparable = any((held.retained.names, held.regained.names, held.lost.names)) or held.first.certain
    if comparable and any((held.first.names, held.retained.names, held.regained.names, held.lost.names)):
        if held.retained.certain:
            yield _group(context, "retained", held.retained)
            yield _group(context, "regained", held.regained)
        else:
            yield _group(context, RETURNING, _returning(context, held))
        yield _group(context, "first-time", held.first)
        yield _group(context, "lost", held.lost)


def _returning(context: Context, held: Holders) -> Group:
    """Across a missing edition all that is known is that they had a title before."""
    names = sorted((*held.retained.names, *held.regained.names), key=lambda name: alphabetical(context.archive, name))
    return Group(tuple(names), certain=True, whole=False, because=held.retained.because)


def _stages(groups: tuple[LaureateGroup, ...]) -> Iterable[Stage]:
    present = [group for group in groups if group.standing != "lost"]
    whole = sum(len(group.names) for group in present)
    if whole < 2 or not all(group.certain and group.whole for group in present):
        return
    start = 0.0
    for group in present:
        length = round(100 * len(group.names) / whole, 2)
        yield Stage(group.standing, start, length)
        start = round(start + length, 2)


def _rows(context: Context, categories: Categories) -> Iterable[CategoryRow]:
    """Changes first, those of one origin together; then what stayed."""
    origins = {key for change in categories.changed for key in change.origin}
    grouped: dict[tuple[Event, tuple[str, ...]], list[str]] = {}
    for change in categories.changed:
        if change.event is Event.DROPPED or (_ended(change) and change.category not in origins):
            yield CategoryRow((link_to_category(context, change.category),), change.event, ())
        elif change.origin or not _ended(change):
            grouped.setdefault((change.event, change.origin or (change.category,)), []).append(change.category)
    for (event, origin), after in grouped.items():
        before = () if event in (Event.NEW, Event.REVIVED) else _links(context, origin)
        yield CategoryRow(before, event, _links(context, after))
    for key in categories.kept:
        yield CategoryRow(_links(context, (key,)), KEPT, _links(context, (key,)))


def _ended(change: CategoryChange) -> bool:
    """A category that was split or merged away, and says so without an origin."""
    return change.event in (Event.SPLIT, Event.MERGED, Event.REPLACED) and not change.origin


def _links(context: Context, keys: Iterable[str]) -> tuple[Link, ...]:
    return tuple(link_to_category(context, key) for key in keys if key in context.archive.categories)


def _group(context: Context, standing: str, group: Group) -> LaureateGroup:
    names = tuple(link_to_name(context, id) for id in group.names)
    return LaureateGroup(standing, names, group.certain, group.whole, because(group.because))


def _jury(context: Context, renewal: Renewal) -> JuryChange | None:
    if renewal.before is None or not renewal.size:
        return None
    arrived, stayed, left = (
        tuple(link_to_name(context, id) for id in ids) for ids in (renewal.arrived, renewal.stayed, renewal.left)
    )
    return JuryChange(renewal.size, arrived, stayed, left, renewal.exact, because(renewal.because))
