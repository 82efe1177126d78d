"""The index of awards, each with its description and its coverage."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ..model import Award, Date
from ..statistics.count import Count
from ..statistics.titles import Scope, laureates, titles
from .context import Context
from .links import Head, Link, link_to_award, link_to_edition, section_head
from .messages import Message
from .parts.family_chart import Family, every_family
from .parts.linked_data import list_data
from .parts.ornament import Emblem, emblem
from .parts.pager import paged, shares
from .plan import Page

TEMPLATE = "page/awards.html"
_LINES = 300
"""How many lines stand on a page."""
_DEEP = 4
"""How deep awards stand within each other; what is deeper stands beside what it is part of."""


@dataclass(frozen=True, slots=True)
class AwardLine:
    """An award in the list; `latest` is its latest edition, `parts` the awards that belong to it."""

    link: Link
    description: str
    founded: Date | None
    ended: Date | None
    editions: int
    latest: Link | None
    titles: Count
    laureates: Count
    predecessor: Link | None
    emblem: Emblem | None
    parts: tuple["AwardLine", ...]


@dataclass(frozen=True, slots=True)
class View:
    """All awards, one that belongs to another below it; and what ties them to each other."""

    head: Head
    awards: tuple[AwardLine, ...]
    count: int
    family: Family | None


def pages(context: Context) -> Iterator[Page]:
    awards = context.archive.awards
    view = View(_head(context), lines(context), len(awards), every_family(context))
    page = Page(view.head.url, TEMPLATE, view, tuple(award.span.path for award in awards.values()))
    yield from paged(context, page, replace(view, awards=(), family=None), awards=shares(view.awards, _LINES, _weigh))


def _weigh(line: AwardLine) -> int:
    """With its ornament an award takes as much as ten lines; the parts below it have none."""
    return 10 + 2 * _below(line)


def _below(line: AwardLine) -> int:
    return sum(1 + _below(part) for part in line.parts)


def lines(context: Context) -> tuple[AwardLine, ...]:
    """Awards with most titles known first, then those with most editions."""
    below: defaultdict[str, list[str]] = defaultdict(list)
    for award in context.archive.awards.values():
        whole = award.part_of.text if award.part_of else ""
        below[whole if whole in context.archive.awards else ""].append(award.id)
    return _lines(context, below[""], below, _DEEP)


def _lines(context: Context, awards: Iterable[str], below: Mapping[str, list[str]], deep: int) -> tuple[AwardLine, ...]:
    made = [_line(context, context.archive.awards[id], below, deep) for id in awards]
    return tuple(sorted(made, key=lambda line: (-line.titles.value, -line.editions, str(line.link.text))))


def _line(context: Context, award: Award, below: Mapping[str, list[str]], deep: int) -> AwardLine:
    archive = context.archive
    keys = archive.editions_of[award.id]
    before = award.succeeds.text if award.succeeds else ""
    scope = Scope(award=award.id)
    parts = below.get(award.id, ()) if deep > 1 else _all_below(award.id, below)
    return AwardLine(
        link_to_award(context, award.id),
        award.description,
        award.founded,
        award.ended,
        len(keys),
        link_to_edition(context, keys[-1]) if keys else None,
        titles(archive, scope),
        laureates(archive, scope),
        link_to_award(context, before) if before in archive.awards else None,
        emblem(context, award.id, (archive.editions[key] for key in keys), len(keys)),
        _lines(context, parts, below if deep > 1 else {}, deep - 1),
    )


def _all_below(award: str, below: Mapping[str, list[str]]) -> list[str]:
    """All parts of an award, and their parts."""
    found = list(below.get(award, ()))
    for id in found:
        found += below.get(id, ())
    return found


def _head(context: Context) -> Head:
    url = context.urls.section("awards")
    links = (link_to_award(context, id) for id in context.archive.awards)
    return section_head(
        context,
        "awards",
        Message("Every award of the archive: what it is, since when, and how many editions are known."),
        json_ld=list_data(context, context.config.title, url, links),
    )
