"""The page of a category: its holders, edition by edition, and its lineage."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..model import Category, Kind, Outcome
from ..model.archive import Archive
from ..statistics.count import Count
from ..statistics.lineage import line
from ..statistics.memoize import once
from ..statistics.streaks import reigns_in
from ..statistics.titles import ALL, Scope, most_titled, titles
from .context import Context
from .links import (
    ArticleLine,
    Head,
    Link,
    articles_about,
    crumbs,
    link_to_award,
    link_to_category,
    link_to_name,
    section_link,
)
from .messages import Message, Text
from .parts.category_history import CategoryState, Tenure, cut_tenure, tenures, weigh_tenure
from .parts.decades import Decade, decades
from .parts.feeds import feed_of
from .parts.lane_chart import BELOW, Lane, LaneCell, LaneColumn, LaneForm, Track, columns, lane, track
from .parts.lineage_chart import branch, cells, entered, titled
from .parts.linked_data import list_data, term
from .parts.pager import paged, shares, shares_of_groups
from .parts.palmares import LineageStep, steps
from .parts.rankings import TallyLine, tally_lines
from .parts.reigns import ReignRow, reign_rows
from .parts.rows import LaureateLink, named
from .parts.search_entries import found_category
from .parts.sources import Cite, SourceNote, cites, sources
from .plan import Page

# Shape a category with all that it comes from and all that came of it.


@dataclass(frozen=True, slots=True)
class LineTenure:
    """One edition of one category of a line: who has its titles, or what became of it."""

    edition: Link
    label: str
    category: Link
    laureates: tuple[LaureateLink, ...]
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Descent:
    """All categories of a line, their editions from old to new, and their titles together."""

    categories: tuple[Link, ...]
    tenures: tuple[LineTenure, ...]
    titles: Count
    tallies: tuple[TallyLine, ...]


def descent(context: Context, category: Category) -> Descent | None:
    """None for a category that declares no descent and of which nothing came."""
    archive, scope = context.archive, Scope(lineage=category.key)
    keys = line(archive, category.key)
    if len(keys) < 2:
        return None
    alone = {tally.name: tally.titles for tally in most_titled(archive, Scope(category=category.key))}
    more = (tally for tally in most_titled(archive, scope) if tally.titles > max(1, alone.get(tally.name, 0)))
    return Descent(
        tuple(link_to_category(context, key) for key in keys),
        tuple(_in_order(context, keys)),
        titles(archive, scope),
        tally_lines(context, more),
    )


def _in_order(context: Context, keys: tuple[str, ...]) -> Iterator[LineTenure]:
    """By edition, and in an edition by category."""
    archive = context.archive
    found = [(tenure, key) for key in keys for tenure in tenures(context, archive.categories[key]) if tenure.entry]
    award = archive.categories[keys[0]].award
    places = {context.urls.edition(key): place for place, key in enumerate(archive.editions_of[award])}
    for tenure, key in sorted(found, key=lambda pair: places[pair[0].edition.url.partition("#")[0]]):
        yield _tenure(context, tenure, key)


def _tenure(context: Context, tenure: Tenure, key: str) -> LineTenure:
    return LineTenure(
        tenure.edition,
        tenure.label,
        link_to_category(context, key),
        tuple(named(laureate) for row in tenure.titles for laureate in row.laureates),
        tenure.entry.outcome if tenure.entry else Outcome.UNKNOWN,
    )


# Shape who held one category and when: a lane for each laureate, and one for what is not known.

_MOST = 16
_EDITIONS = 40


def holdings(context: Context, category: Category, held: Iterable[Tenure]) -> Track | None:
    """`held` are the category's tenures. None where there is no more to see than names: where nobody held it twice."""
    every = columns(context, category.award)
    whole = cells(held, every)
    there = entered(whole)
    if len(there) < 2:
        return None
    first = max(there[0], there[-1] + 1 - _EDITIONS)
    shown, row = every[first : there[-1] + 1], whole[first : there[-1] + 1]
    names = tuple(titled(row))
    again = tuple(name for name in names if sum(name in each.names for each in row if each) > 1)
    # Where hardly anybody comes back, a lane for each would be a staircase: those who do are shown.
    told = names if again and len(names) <= _MOST else again
    if not again:
        return None
    lanes = [_lane(name, shown, row) for name in told]
    unknown = lane(Link(Message("Laureate unknown")), shown, _gaps(row), BELOW)
    made = track(shown, lanes[:_MOST] + [unknown] * bool(unknown.periods), BELOW, there[-1] + 1 - there[0])
    return Track(made.ticks, made.lanes, made.forms, len(names) - len(lanes[:_MOST]), made.earlier)


def _lane(name: Link, shown: Sequence[LaneColumn], row: Sequence[LaneCell | None]) -> Lane:
    own = [LaneCell(each.form, (name,)) if each and name in each.names else None for each in row]
    return lane(name, shown, own, BELOW)


def _gaps(row: Sequence[LaneCell | None]) -> tuple[LaneCell | None, ...]:
    return tuple(each if each and each.form in (LaneForm.UNKNOWN, LaneForm.UNSURE) else None for each in row)


TEMPLATE = "page/category.html"
EACH = "categories"
_LINES, _ARTICLES = 300, 60
"""How many lines of holders, and how many articles, stand on a page."""
_OFTEN, _LONGEST = 60, 12
"""How many of those who held it more than once, and of those who held it longest, stand on the card."""
_LATEST = 4
"""How many titles of its latest edition stand below its name."""


@dataclass(frozen=True, slots=True)
class View:
    """A category. `tenures` run from new to old, where it `is_known`; `tallies` name those with more than one title.

    `latest` is the last edition whose titles are known, with the first of them; `latest_left` more stand below.

    `steps` are those of its descent, `line` what it comes from and what came of it; `reigns` are the longest, by this
    category and by its line; `cites` and `sources` are those of the category as such.
    """

    head: Head
    name: str
    award: Link
    description: str
    special: bool
    many: bool
    once: bool
    honours: Kind | None
    sector: str
    method: tuple[str, ...]
    criteria: tuple[str, ...]
    partners: tuple[Link, ...]
    wikidata: str
    parent: Link | None
    parts: tuple[Link, ...]
    steps: tuple[LineageStep, ...]
    titles: Count
    is_known: bool
    tenures: tuple[Tenure, ...]
    latest: Tenure | None
    latest_left: int
    holdings: Track | None
    tallies: tuple[TallyLine, ...]
    tallies_left: int
    reigns: tuple[ReignRow, ...]
    reigns_left: int
    line: Descent | None
    branch: Track | None
    articles: tuple[ArticleLine, ...]
    note: str
    cites: tuple[Cite, ...]
    sources: tuple[SourceNote, ...]

    @property
    def decades(self) -> tuple[Decade[Tenure], ...]:
        """The editions by decade, where there are many; older ones are folded, with the names of who won."""
        return decades(self.tenures, lambda tenure: tenure.year, _winners)


def _winners(tenure: Tenure) -> Iterator[Text]:
    return (laureate.link.text for row in tenure.titles for laureate in row.laureates)


def pages(context: Context, key: str) -> Iterator[Page]:
    category = context.archive.categories[key]
    view = category_view(context, category)
    rest = replace(
        view,
        tenures=(),
        holdings=None,
        tallies=(),
        reigns=(),
        steps=(),
        parent=None,
        parts=(),
        line=replace(view.line, tenures=(), tallies=()) if view.line else None,
        branch=None,
        articles=(),
        note="",
        sources=(),
    )
    yield from paged(
        context,
        Page(view.head.url, TEMPLATE, view, (category.span.path,)),
        rest,
        tenures=shares_of_groups(view.tenures, _LINES, weigh_tenure, cut_tenure),
        line=_shares_of_line(view.line),
        articles=shares(view.articles, _ARTICLES),
    )


def _shares_of_line(line: Descent | None) -> tuple[Descent | None, ...]:
    """What each page tells of a line of categories: all its tallies, and its share of the tenures."""
    parts = shares(line.tenures, _LINES // 2) if line else ((),)
    return tuple(replace(line, tenures=part) for part in parts) if line else (None,)


def category_view(context: Context, category: Category) -> View:
    award = context.archive.awards[category.award]
    url = context.urls.category(category.key)
    cited = {ref.text for ref in category.sources}
    ids = context.archive.ids
    held = tenures(context, category)
    latest = next((each for each in reversed(held) if each.standing is CategoryState.WON), None)
    table = most_titled(context.archive, Scope(category=category.key))
    several = [tally for tally in table if tally.titles > 1]
    longest = reign_rows(context, reigns_in(context.archive, category.key, ALL))
    return View(
        head=_head(context, category, url),
        name=category.name,
        award=link_to_award(context, award.id),
        description=category.description,
        special=category.special,
        many=category.many,
        once=category.once,
        honours=category.honours,
        sector=category.sector,
        method=category.method,
        criteria=category.criteria,
        partners=tuple(link_to_name(context, ids[ref.text]) for ref in category.partners if ref.text in ids),
        wikidata=category.wikidata,
        parent=link_to_category(context, f"{award.id}/{category.parent}") if category.parent else None,
        parts=tuple(link_to_category(context, key) for key in _parts(context.archive).get(category.key, ())),
        steps=steps(context, category),
        titles=titles(context.archive, Scope(category=category.key)),
        is_known=bool(held),
        tenures=held[::-1],
        latest=replace(latest, entry=None, titles=latest.titles[:_LATEST], places=()) if latest else None,
        latest_left=max(0, len(latest.titles) - _LATEST) if latest else 0,
        holdings=holdings(context, category, held),
        tallies=tally_lines(context, several[:_OFTEN]),
        tallies_left=max(0, len(several) - _OFTEN),
        reigns=longest[:_LONGEST],
        reigns_left=max(0, len(longest) - _LONGEST),
        line=descent(context, category),
        branch=branch(context, category),
        articles=articles_about(context, "category", category.key),
        note=category.note,
        cites=cites(category.sources, award, url),
        sources=tuple(note for note in sources(award) if note.anchor.removeprefix("source-") in cited) if cited else (),
    )


def _head(context: Context, category: Category, url: str) -> Head:
    award = context.archive.awards[category.award]
    earlier, later = _neighbours(context.archive).get(category.key, ("", ""))
    tallies = most_titled(context.archive, Scope(category=category.key))
    winners = (link_to_name(context, tally.name) for tally in tallies)
    return Head(
        url=url,
        title=f"{category.name}, {award.label}",
        description=Message(
            "%(name)s, %(award)s: its laureates from edition to edition, how they are chosen, and where it comes from.",
            (("name", category.name), ("award", award.name)),
        ),
        crumbs=crumbs(section_link(context, "awards"), link_to_award(context, award.id)),
        section=context.urls.section("awards"),
        previous=link_to_category(context, earlier) if earlier else None,
        next=link_to_category(context, later) if later else None,
        json_ld=list_data(context, f"{category.name}, {award.name}", url, winners, term(context, category)),
        found=found_category(context, category.key).also,
        feed=feed_of(context, "category", category.key),
    )


@once
def _neighbours(archive: Archive) -> Mapping[str, tuple[str, str]]:
    """The categories (keys) before and after each in its award's file; a special one has none."""
    found: dict[str, tuple[str, str]] = {}
    for award in archive.awards.values():
        keys = ["", *(category.key for category in award.categories), ""]
        found |= zip(keys[1:-1], zip(keys, keys[2:], strict=False), strict=False)
    return found


@once
def _parts(archive: Archive) -> Mapping[str, list[str]]:
    """The parts (keys) of each category that has any."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for award in archive.awards.values():
        for category in award.categories:
            found[f"{award.id}/{category.parent}"].append(category.key)
    return found
