"""The categories of an award as a chart of who held each and which came of which."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ...model import Award, Category
from ...statistics.lineage import line
from ..charts import flow, runs
from ..context import Context
from ..links import Link, Sign, link_to_category
from .category_history import CategoryState, Tenure, WhyAbsent, tenures
from .lane_chart import BESIDE, LATEST, LaneCell, LaneColumn, LaneForm, Track, behind, columns, lane, track

_LANES, _FEWEST, _CELLS = 40, 5, 30
"""A chart has no more cells than that, unless it would have too few columns: names make a page long."""


def lineage_chart(context: Context, award: Award) -> Track | None:
    """All categories of an award; None where there is nothing to follow.

    That is where fewer than two editions have a category, and where nobody held the only one of all twice in a row.
    """
    return _track(context, award, tuple(_descent(award)), "")


def branch(context: Context, category: Category) -> Track | None:
    """A category with all that it comes from and all that came of it; None where it stands alone."""
    award = context.archive.awards.get(category.award)
    keys = line(context.archive, category.key)
    if award is None or len(keys) < 2:
        return None
    kept = tuple(each for each in _descent(award) if each.key in keys)
    return _track(context, award, kept, category.key)


def cell(tenure: Tenure) -> LaneCell | None:
    """What a category's lane shows of one edition; nothing where it was known not to be there."""
    if tenure.absence:
        return LaneCell(LaneForm.UNSURE) if tenure.absence is WhyAbsent.UNDOCUMENTED else None
    if tenure.standing is CategoryState.WON:
        names = tuple(dict.fromkeys(each.link for row in tenure.titles for each in row.laureates))
        # A name on a doubled bar could not be read: its table has it.
        shared = len(tenure.titles) > 1 or tenure.mark.sign in (Sign.TIE, Sign.JOINT)
        text = ", ".join(str(name.text) for name in names) if len(names) < 3 and not shared else ""
        return LaneCell(LaneForm.SHARED if shared else LaneForm.HELD, names, text)
    return LaneCell(
        {CategoryState.PLACED: LaneForm.PLACED, CategoryState.GAP: LaneForm.UNKNOWN}.get(tenure.standing, LaneForm.NONE)
    )


def cells(held: Iterable[Tenure], shown: Sequence[LaneColumn]) -> tuple[LaneCell | None, ...]:
    """The lane of a category: nothing before its first entry; after its last, only what is not known."""
    known = {tenure.edition.url.partition("#")[0]: tenure for tenure in held}
    found = [known.get(column.url) if column.url else None for column in shown]
    first = next((place for place, tenure in enumerate(found) if tenure and tenure.entry), len(found))
    every = [_at(column, tenure) for column, tenure in zip(shown[first:], found[first:], strict=True)]
    return (*(None for _ in found[:first]), *every)


def _at(column: LaneColumn, tenure: Tenure | None) -> LaneCell | None:
    return cell(tenure) if tenure else LaneCell(LaneForm.UNSURE) if column.missing else None


def _track(context: Context, award: Award, categories: Sequence[Category], here: str) -> Track | None:
    every = columns(context, award.id)
    known = {entry.edition for each in categories for entry in context.archive.entries_of.get(each.key, ())}
    first = next((place for place, column in enumerate(every) if column.edition in known), len(every))
    shown = every[max(first, len(every) - max(_FEWEST, min(LATEST, _CELLS // max(1, len(categories))))) :]
    rows = [(category, cells(tenures(context, category), shown)) for category in categories]
    rows = [(category, row) for category, row in rows if entered(row)]
    alone = len(rows) == 1 and not _held_on(rows[0][1])
    if sum(column.edition in known for column in shown) < 2 or not rows or alone:
        return None
    lanes = [
        replace(lane(link_to_category(context, category.key), shown, row, BESIDE), here=category.key == here)
        for category, row in rows
    ]
    spans = [_span(row) for _, row in rows]
    links = tuple(_links([category for category, _ in rows], spans, shown))
    drawn = (behind(each, strokes) for each, strokes in zip(lanes, flow(spans, links, len(shown)), strict=True))
    return replace(track(shown, drawn, BESIDE, len(every) - first, _LANES), flows=bool(links))


def _held_on(row: Sequence[LaneCell | None]) -> bool:
    return any(last > first for first, last, _ in runs(row))


def entered(row: Sequence[LaneCell | None]) -> list[int]:
    """The columns in which a category has an entry."""
    return [place for place, each in enumerate(row) if each and each.form is not LaneForm.UNSURE]


def _span(row: Sequence[LaneCell | None]) -> tuple[int, int]:
    """The columns from the first entry of a category to its last."""
    there = entered(row)
    return there[0], there[-1]


def _links(
    categories: Sequence[Category], spans: Sequence[tuple[int, int]], shown: Sequence[LaneColumn]
) -> Iterator[tuple[int, int, int]]:
    """Where each category takes over, from the categories that it says it comes from."""
    places = {category.id: place for place, category in enumerate(categories)}
    labels = {column.edition.partition("/")[2]: place for place, column in enumerate(shown) if column.edition}
    for place, category in enumerate(categories):
        for step in category.lineage:
            for origin in step.origin:
                at = labels.get(step.edition, spans[place][0])
                if origin.text in places and origin.text != category.id and at >= spans[place][0]:
                    yield places[origin.text], place, at


def _descent(award: Award) -> Iterator[Category]:
    """Categories in the order of the file, except that heirs follow the first of those they come from."""
    heirs: defaultdict[str, list[Category]] = defaultdict(list)
    ids = {category.id for category in award.categories}
    for category in award.categories:
        origin = next((ref.text for step in category.lineage for ref in step.origin), "")
        heirs[origin if origin in ids and origin != category.id else ""].append(category)
    told: dict[str, Category] = {}
    waiting = heirs[""][::-1]
    while waiting:
        category = waiting.pop()
        if category.id not in told:
            told[category.id] = category
            waiting += heirs.get(category.id, ())[::-1]
    yield from told.values()
    # Two categories that say they come from each other would have no beginning.
    yield from (category for category in award.categories if category.id not in told)


def titled(cells: Iterable[LaneCell | None]) -> Iterator[Link]:
    """The names with a title in a lane, each once, from old to new."""
    return iter(dict.fromkeys(name for each in cells if each for name in each.names))
