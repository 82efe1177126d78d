"""The page of a category: who held it, edition by edition, and where it comes from.

Owns: the order of facts on a category's page.   Never: counts, or joins categories that only resemble each other.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..archive import Archive
from ..context import Context
from ..model import Category, Kind
from ..plan import Page
from ..statistics.once import once
from ..statistics.reigns import reigns_in
from ..statistics.scope import ALL, Scope
from ..statistics.titles import most_titled, titles
from ..views import (
    ArticleLine,
    Head,
    Link,
    Message,
    articles_about,
    crumbs,
    link_to_award,
    link_to_category,
    link_to_name,
    section_link,
)
from ..views.descent import Descent, descent
from ..views.entries import Step, steps
from ..views.findings import found_category
from ..views.holdings import holdings
from ..views.linked_data import list_data
from ..views.proof import Cite, CountLine, SourceNote, cites, counted, sources
from ..views.reigns import ReignRow, reign_rows
from ..views.river import branch
from ..views.tenure import Tenure, tenures
from ..views.tracks import Track

TEMPLATE = "page/category.html"


@dataclass(frozen=True, slots=True)
class TallyLine:
    """A laureate of the category, its place and its number of titles there."""

    place: int
    name: Link
    titles: int


@dataclass(frozen=True, slots=True)
class View:
    """A category. `tenures` run from old to new; `tallies` name those with more than one title.

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
    parent: Link | None
    parts: tuple[Link, ...]
    steps: tuple[Step, ...]
    titles: CountLine
    tenures: tuple[Tenure, ...]
    holdings: Track | None
    tallies: tuple[TallyLine, ...]
    reigns: tuple[ReignRow, ...]
    line: Descent | None
    branch: Track | None
    articles: tuple[ArticleLine, ...]
    note: str
    cites: tuple[Cite, ...]
    sources: tuple[SourceNote, ...]


def pages(context: Context) -> Iterator[Page]:
    for category in context.archive.categories.values():
        view = category_view(context, category)
        yield Page(view.head.url, TEMPLATE, view, (category.span.path,))


def category_view(context: Context, category: Category) -> View:
    award = context.archive.awards[category.award]
    url = context.urls.category(category.key)
    cited = {ref.text for ref in category.sources}
    ids = context.archive.ids
    held = tenures(context, category)
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
        parent=link_to_category(context, f"{award.id}/{category.parent}") if category.parent else None,
        parts=tuple(link_to_category(context, key) for key in _around(context.archive).parts.get(category.key, ())),
        steps=steps(context, category),
        titles=counted(titles(context.archive, Scope(category=category.key))),
        tenures=held,
        holdings=holdings(context, category, held),
        tallies=tuple(_tallies(context, category)),
        reigns=reign_rows(context, reigns_in(context.archive, category.key, ALL)),
        line=descent(context, category),
        branch=branch(context, category),
        articles=articles_about(context, "category", category.key),
        note=category.note,
        cites=cites(category.sources, award, url),
        sources=tuple(note for note in sources(award) if note.anchor.removeprefix("source-") in cited) if cited else (),
    )


def _head(context: Context, category: Category, url: str) -> Head:
    award = context.archive.awards[category.award]
    earlier, later = _around(context.archive).neighbours.get(category.key, ("", ""))
    tallies = most_titled(context.archive, Scope(category=category.key))
    winners = (link_to_name(context, tally.name) for tally in tallies)
    return Head(
        url=url,
        title=f"{category.name}, {award.short or award.name}",
        description=Message(
            "%(name)s, %(award)s: its laureates from edition to edition, how they are chosen, and where it comes from.",
            (("name", category.name), ("award", award.name)),
        ),
        crumbs=crumbs(section_link(context, "awards"), link_to_award(context, award.id)),
        section=context.urls.section("awards"),
        previous=link_to_category(context, earlier) if earlier else None,
        next=link_to_category(context, later) if later else None,
        json_ld=list_data(context, f"{category.name}, {award.name}", url, winners),
        found=found_category(context, category.key).also,
    )


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a category (keys): those before and after it in its award's file, and those it consists of.

    A special one has no neighbours.
    """

    neighbours: Mapping[str, tuple[str, str]]
    parts: Mapping[str, list[str]]


@once
def _around(archive: Archive) -> _Around:
    neighbours: dict[str, tuple[str, str]] = {}
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for award in archive.awards.values():
        keys = ["", *(category.key for category in award.categories), ""]
        neighbours |= zip(keys[1:-1], zip(keys, keys[2:], strict=False), strict=False)
        for category in award.categories:
            parts[f"{award.id}/{category.parent}"].append(category.key)
    return _Around(neighbours, parts)


def _tallies(context: Context, category: Category) -> Iterator[TallyLine]:
    for tally in most_titled(context.archive, Scope(category=category.key)):
        if tally.titles > 1:
            yield TallyLine(tally.place, link_to_name(context, tally.name), tally.titles)
