"""The palmarès of an edition: entries in full, lines in short, one sentence."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain
from math import inf
from types import MappingProxyType
from typing import TypeVar

from ...model import Category, Distinction, Edition, Entry, Event, Money, Outcome, Ref, Result, WhyNotAwarded
from ...model.archive import Archive
from ...statistics.memoize import once
from ..context import Context, former_ids
from ..links import Brief, Link, Mark, Sign, link_to_category, link_to_edition, link_to_name
from ..messages import Message, Text
from ..urls import anchor
from .pager import Shares, shares_of_groups
from .rows import LaureateLink, ResultRow, laureate, named, outcome_mark, pictured, result_row
from .rows import mark as mark_of
from .sources import Cite, cites

# Shape a palmarès: what became of each category, in short and in full.


_LINES = 150
"""How many lines of results stand on a page."""
_ABREAST = 4
"""How many winners of one category stand on one line."""


class EntryLayout(StrEnum):
    """The layout of the results of an entry."""

    NOTICE = "notice"  # one or a few, in full
    PODIUM = "podium"  # places
    NAMES = "names"  # many, in columns
    EMPTY = "empty"  # nobody: unknown, not awarded or cancelled


@dataclass(frozen=True, slots=True)
class DerivedFrom:
    """The result of another award that decides this category."""

    edition: Link
    category: Link | None
    rank: int
    scope: str
    note: str


@dataclass(frozen=True, slots=True)
class LineageStep:
    """A step in a category's descent: what happened, in which edition, from what and into what."""

    event: Event
    edition: Link | None
    origin: tuple[Link, ...] = ()
    into: tuple[Link, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class CategoryEntry:
    """A category in one edition; `category` is None where titles are known and their category is not.

    `mark` is the sign of its outcome, None where its results show it; they may be finalists of a prize that nobody won.
    `name` is the one printed then, `parent` the category it is part of; `method` is empty where it is that of the
    whole edition; `steps` are those of its descent that happened in this edition. `former_anchors` are what links from
    before have behind their `#`.
    """

    anchor: str
    category: Link | None
    name: str
    form: EntryLayout
    outcome: Outcome
    mark: Mark | None
    results: tuple[ResultRow, ...]
    parent: Link | None = None
    reason: WhyNotAwarded | None = None
    special: bool = False
    method: tuple[str, ...] = ()
    partners: tuple[Link, ...] = ()
    criteria: tuple[str, ...] = ()
    entrants: int | None = None
    nominees: int | None = None
    threshold: str = ""
    prize: Money | None = None
    derived_from: DerivedFrom | None = None
    steps: tuple[LineageStep, ...] = ()
    note: str = ""
    cites: tuple[Cite, ...] = ()
    former_anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PalmaresLine:
    """A title on one line, or what became of a category without one.

    `category` is None where it is not known; `category_name` is the one printed then; `narrowed` says of which
    sector, region or channel.
    """

    category: Link | None
    category_name: str
    mark: Mark
    laureates: tuple[LaureateLink, ...]
    outcome: Outcome
    count: int = 1
    narrowed: str = ""


def sheets(every: tuple[CategoryEntry, ...]) -> Shares[CategoryEntry]:
    """The palmarès of an edition, page by page: divided by the number of results, whose words may change."""
    return shares_of_groups(every, _LINES, lambda entry: _weights(row.result for row in entry.results), _cut)


def result_url(context: Context, result: Result) -> str:
    """The address of a result, on the page of its edition that has it."""
    pages = _pages(context.archive.editions[result.edition])
    return context.urls.result(result.edition, result.id, pages.get(result.id, 1))


@once
def _pages(edition: Edition) -> Mapping[str, int]:
    """The page of each result that does not stand on the first."""
    shown = [replace(entry, results=in_order(entry.results)) for entry in edition.entries]
    parts = shares_of_groups(shown, _LINES, lambda entry: _weights(entry.results), _cut)
    return {result.id: n for n, part in enumerate(parts, 1) for each in part for result in each.results if n > 1}


def _weights(results: Iterable[Result]) -> tuple[int, ...]:
    """How many lines each result takes; the first stands below the name of the category."""
    weights = [1 + max(0, len(result.holders) - 1) // 2 for result in results] or [0]
    return (weights[0] + 1, *weights[1:])


_Entry = TypeVar("_Entry", Entry, CategoryEntry)


def _cut(entry: _Entry, first: int, end: int) -> _Entry:
    return replace(entry, results=entry.results[first:end])


def in_order(results: tuple[Result, ...]) -> tuple[Result, ...]:
    """Winners before those who won nothing, and places from the first on, wherever the source names them."""
    if len({result.ranking for result in results if result.place}) > 1:
        return tuple(sorted(results, key=lambda result: _LEADING.get(result.distinction, len(_LEADING))))
    return tuple(sorted(results, key=_leading))


_LEADING = MappingProxyType({Distinction.WINNER: 0, Distinction.RANKED: 1})


def _leading(result: Result) -> tuple[float, int]:
    return result.place or inf, _LEADING.get(result.distinction, len(_LEADING))


def entries(context: Context, edition: Edition) -> tuple[CategoryEntry, ...]:
    """The palmarès of an edition, in the order written."""
    return tuple(entry_view(context, entry, edition) for entry in edition.entries)


def entry_view(context: Context, entry: Entry, edition: Edition) -> CategoryEntry:
    """One category of an edition, whole."""
    category = context.archive.category(entry)
    here = context.urls.edition(edition.key)
    return CategoryEntry(
        anchor=anchor(entry.category),
        category=link_to_category(context, category.key) if category else None,
        name=printed(category, entry),
        form=_form(entry),
        outcome=entry.outcome,
        mark=_mark(entry),
        results=tuple(pictured(context, result, result_row(context, result)) for result in in_order(entry.results)),
        parent=_parent(context, category),
        reason=entry.reason,
        special=bool(category and category.special),
        method=_method(context, entry, edition),
        partners=_names(context, entry.partners or (category.partners if category else ())),
        criteria=entry.criteria,
        entrants=entry.entrants,
        nominees=entry.nominees,
        threshold=entry.threshold,
        prize=entry.prize,
        derived_from=_derivation(context, entry),
        steps=_steps_of(context, category, edition) if category else (),
        note=entry.note,
        cites=cites(entry.sources, edition, here),
        former_anchors=_former_anchors(context, category) if category else (),
    )


def _former_anchors(context: Context, category: Category) -> tuple[str, ...]:
    """The anchors that a result had earlier, without those that something else on the page has today."""
    ids = (key.rpartition("/")[2] for key in former_ids(context, "category", category.key))
    known = context.archive.categories
    return tuple(dict.fromkeys(anchor(id) for id in ids if f"{category.award}/{id}" not in known))


def palmares(context: Context, edition: Edition) -> tuple[PalmaresLine, ...]:
    """The palmarès in short: a line for each title, then one for each category without, or without a known name.

    The winners of a prize that a few share as several titles stand on one line.
    """
    lines = (line for entry in edition.entries for line in _together(tuple(_lines(context, entry, edition))))
    return tuple(sorted(lines, key=lambda line: not line.laureates))


def _together(lines: tuple[PalmaresLine, ...]) -> tuple[PalmaresLine, ...]:
    """The lines of one category as one, where they say nothing but who won and there are few."""
    plain = Mark(Sign.TITLE)
    if not 1 < len(lines) <= _ABREAST or not all(
        line.category and line.mark == plain and line.laureates and not line.narrowed for line in lines
    ):
        return lines
    return (replace(lines[0], laureates=tuple(chain.from_iterable(line.laureates for line in lines))),)


def steps(context: Context, category: Category) -> tuple[LineageStep, ...]:
    """The descent of a category, and what became of it, in the order in which it happened."""
    own = [_step(context, category, number) for number in range(len(category.lineage))]
    passed = list(_handed_on(context, category))
    # A category may say that it was split, and the others what came of it: that is one step.
    twice = {(step.event, step.edition): step.note for step in own if not step.origin}
    told = [replace(step, note=twice.get((step.event, step.edition), "")) for step in passed]
    said = {(step.event, step.edition) for step in passed}
    return (*(step for step in own if step.origin or (step.event, step.edition) not in said), *told)


def printed(category: Category | None, entry: Entry) -> str:
    """The name of a category as an edition prints it."""
    return entry.printed_name or (category.name if category else "")


def _parent(context: Context, category: Category | None) -> Link | None:
    key = f"{category.award}/{category.parent}" if category and category.parent else ""
    return link_to_category(context, key) if key in context.archive.categories else None


def _method(context: Context, entry: Entry, edition: Edition) -> tuple[str, ...]:
    """How this category was decided, unless that is how the whole edition was."""
    how = context.archive.method(entry)
    return () if edition.method and set(how) == set(edition.method.how) else how


def _mark(entry: Entry) -> Mark | None:
    """The sign of what became of it, where no result says so: it went to nobody, or to nobody known."""
    said = entry.outcome is Outcome.AWARDED or any(result.is_title for result in entry.results)
    return None if said else outcome_mark(entry.outcome)


def _form(entry: Entry) -> EntryLayout:
    results = entry.results
    if not results:
        return EntryLayout.EMPTY
    if any(r.rank and r.place and (r.rank > 1 or r.tie) for r in results):
        return EntryLayout.PODIUM
    if len(results) > 6 or (len(results) > 1 and not entry.category):
        return EntryLayout.NAMES
    return EntryLayout.NOTICE


def _lines(context: Context, entry: Entry, edition: Edition) -> Iterable[PalmaresLine]:
    category = context.archive.category(entry)
    link = link_to_category(context, category.key) if category else None
    name = printed(category, entry)
    nobody = entry.outcome in (Outcome.NOT_AWARDED, Outcome.CANCELLED)
    won = [result for result in entry.results if result.distinction is Distinction.WINNER]
    shown = [] if nobody else won or _first(entry.results)
    for result in shown:
        who = tuple(named(laureate(context, holder, edition)) for holder in result.holders)
        outcome = entry.outcome if who else Outcome.UNKNOWN
        yield PalmaresLine(link, name, mark_of(result), who, outcome, result.count, result.scope.partition(":")[2])
    if not shown and entry.category:
        yield PalmaresLine(link, name, outcome_mark(entry.outcome), (), entry.outcome)


def _first(results: tuple[Result, ...]) -> list[Result]:
    """The results at place 1, for entries without a winner."""
    return [result for result in results if result.place == 1]


def _names(context: Context, refs: tuple[Ref, ...]) -> tuple[Link, ...]:
    ids = context.archive.ids
    return tuple(link_to_name(context, ids[ref.text]) for ref in refs if ref.text in ids)


def _derivation(context: Context, entry: Entry) -> DerivedFrom | None:
    source = entry.derived_from
    if source is None or source.edition.text not in context.archive.editions:
        return None
    award = context.archive.editions[source.edition.text].award
    key = f"{award}/{source.category.text}" if source.category else ""
    return DerivedFrom(
        link_to_edition(context, source.edition.text),
        link_to_category(context, key) if key in context.archive.categories else None,
        source.rank,
        source.scope,
        source.note,
    )


def _steps_of(context: Context, category: Category, edition: Edition) -> tuple[LineageStep, ...]:
    own = range(len(category.lineage))
    return tuple(_step(context, category, number) for number in own if category.lineage[number].edition == edition.id)


def _step(context: Context, category: Category, number: int) -> LineageStep:
    lineage = category.lineage[number]
    origin = (f"{category.award}/{ref.text}" for ref in lineage.origin)
    return LineageStep(
        lineage.event,
        _edition(context, category, lineage.edition),
        origin=tuple(link_to_category(context, key) for key in origin if key in context.archive.categories),
        note=lineage.note,
    )


def _handed_on(context: Context, category: Category) -> Iterable[LineageStep]:
    """Steps of other categories that came out of this one, those of one edition together."""
    found: dict[tuple[Event, str], list[Link]] = {}
    for event, edition, other in _heirs(context.archive).get(category.key, ()):
        found.setdefault((event, edition), []).append(link_to_category(context, other))
    for (event, edition), links in found.items():
        yield LineageStep(event, _edition(context, category, edition), into=tuple(links))


@once
def _heirs(archive: Archive) -> Mapping[str, list[tuple[Event, str, str]]]:
    """What came of each category (key), when, and the key of what did, in the order of the award's file."""
    found: defaultdict[str, list[tuple[Event, str, str]]] = defaultdict(list)
    for award in archive.awards.values():
        for other in award.categories:
            for step in other.lineage:
                for origin in dict.fromkeys(ref.text for ref in step.origin):
                    found[f"{award.id}/{origin}"].append((step.event, step.edition, other.key))
    return found


def _edition(context: Context, category: Category, id: str) -> Link | None:
    key = f"{category.award}/{id}"
    return link_to_edition(context, key) if key in context.archive.editions else None


# Tell an edition in one line: who won there, or why nobody can be named.

_NAMED = 2


def brief(context: Context, key: str) -> Brief:
    return Brief(link_to_edition(context, key), _told(context, context.archive.editions[key]))


def _told(context: Context, edition: Edition) -> Text:
    names = list(dict.fromkeys(str(one.link.text) for line in palmares(context, edition) for one in line.laureates))
    if len(names) > _NAMED + 1:
        said, more = (("names", ", ".join(names[:_NAMED])),), len(names) - _NAMED
        return Message("%(names)s and %(num)s other", said, plural="%(names)s and %(num)s others", count=more)
    if names:
        return ", ".join(names)
    return Message("without palmarès") if edition.without_palmares else Message("no laureate known")
