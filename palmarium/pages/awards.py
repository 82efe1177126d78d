"""The index of awards: each with what it is, and how much of it the archive knows.

Owns: the order of awards.   Never: ranks them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..context import Context
from ..model import Award, Date
from ..plan import Page
from ..statistics.scope import Scope
from ..statistics.titles import laureates, titles
from ..views import Head, Link, Message, crumbs, link_to_award, link_to_edition, section_link
from ..views.emblem import Emblem, emblem
from ..views.linked_data import list_data
from ..views.proof import CountLine, counted

TEMPLATE = "page/awards.html"


@dataclass(frozen=True, slots=True)
class AwardLine:
    """An award in the list; `latest` is its latest edition, `parts` the awards that belong to it."""

    link: Link
    description: str
    founded: Date | None
    ended: Date | None
    editions: int
    latest: Link | None
    titles: CountLine
    laureates: CountLine
    predecessor: Link | None
    emblem: Emblem | None
    parts: tuple["AwardLine", ...]


@dataclass(frozen=True, slots=True)
class View:
    """All awards; one that belongs to another stands below it."""

    head: Head
    awards: tuple[AwardLine, ...]
    count: int


def pages(context: Context) -> Iterator[Page]:
    awards = context.archive.awards
    view = View(_head(context), lines(context), len(awards))
    yield Page(view.head.url, TEMPLATE, view, tuple(award.span.path for award in awards.values()))


def lines(context: Context) -> tuple[AwardLine, ...]:
    """Awards with most titles known first, then those with most editions."""
    return _lines(context, [award for award in context.archive.awards.values() if not _is_part(context, award)])


def _lines(context: Context, awards: list[Award]) -> tuple[AwardLine, ...]:
    made = [_line(context, award) for award in awards]
    return tuple(sorted(made, key=lambda line: (-line.titles.value, -line.editions, str(line.link.text))))


def _line(context: Context, award: Award) -> AwardLine:
    archive = context.archive
    keys = archive.editions_of[award.id]
    before = award.succeeds.text if award.succeeds else ""
    scope = Scope(award=award.id)
    below = [other for other in archive.awards.values() if other.part_of and other.part_of.text == award.id]
    return AwardLine(
        link_to_award(context, award.id),
        award.description,
        award.founded,
        award.ended,
        len(keys),
        link_to_edition(context, keys[-1]) if keys else None,
        counted(titles(archive, scope)),
        counted(laureates(archive, scope)),
        link_to_award(context, before) if before in archive.awards else None,
        emblem(context, award.id, (archive.editions[key] for key in keys), len(keys)),
        _lines(context, below),
    )


def _is_part(context: Context, award: Award) -> bool:
    return award.part_of is not None and award.part_of.text in context.archive.awards


def _head(context: Context) -> Head:
    url = context.urls.section("awards")
    links = (link_to_award(context, id) for id in context.archive.awards)
    return Head(
        url=url,
        title=section_link(context, "awards").text,
        description=Message("Every award of the archive: what it is, since when, and how many editions are known."),
        crumbs=crumbs(),
        section=url,
        json_ld=list_data(context, context.config.title, url, links),
    )
