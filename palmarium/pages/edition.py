"""The page of an edition: its palmarès, and all that is known of how it came about.

Owns: the order of facts on an edition's page.   Never: counts, or decides what is true.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from ..context import Context, award_then
from ..model import Edition, Held
from ..plan import Page
from ..statistics.coverage import edition_before, known_results, missing_before
from ..statistics.gaps import gaps
from ..statistics.scope import Scope
from ..statistics.titles import laureates, titles
from ..views import (
    ArticleLine,
    Head,
    Link,
    Message,
    Text,
    articles_about,
    crumbs,
    link_to_award,
    section_link,
)
from ..views.brief import Brief, brief
from ..views.card import card_of_edition
from ..views.citation import Citation, cite_edition
from ..views.comparison import Comparison, comparison
from ..views.emblem import Emblem, emblem
from ..views.entries import CategoryEntry, entries
from ..views.facts import Facts, facts
from ..views.figures import FigureView, figures
from ..views.findings import found_edition
from ..views.gaps import lack
from ..views.linked_data import edition_data
from ..views.people import People, people
from ..views.plain import plain
from ..views.proof import (
    Cited,
    ClaimRow,
    CountLine,
    DisputeRow,
    SourceNote,
    cited,
    claims_about,
    counted,
    disputes,
    sources,
    verdict_summary,
)
from ..views.reckoning import RESULTS
from ..views.stages import Funnel, stages

TEMPLATE = "page/edition.html"


@dataclass(frozen=True, slots=True)
class Palmares:
    """What was won: how much, in each category, and outside the categories."""

    titles: CountLine
    laureates: CountLine
    entries: tuple[CategoryEntry, ...]
    specials: tuple[CategoryEntry, ...]


@dataclass(frozen=True, slots=True)
class View:
    """An edition. `award_name` is the award's name then; `summary` are sentences that say how it went.

    `plain` is the palmarès to copy, in groups of lines; `verdicts` say how many claims there are and how they fare.
    `cited` gives the sources of single fields by name; `missing` are noun phrases; `earlier` and `later` are its
    neighbours in the archive, and `gap` says what is missing right before it.
    """

    head: Head
    award: Link
    award_name: str
    short_name: str
    label: str
    ordinal: int | None
    emblem: Emblem | None
    summary: tuple[Message, ...]
    facts: Facts
    palmares: Palmares
    plain: tuple[tuple[Text, ...], ...]
    people: People
    funnel: Funnel | None
    figures: tuple[FigureView, ...]
    claims: tuple[ClaimRow, ...]
    verdicts: tuple[Message, ...]
    disputes: tuple[DisputeRow, ...]
    comparison: Comparison | None
    articles: tuple[ArticleLine, ...]
    missing: tuple[Message, ...]
    sources: tuple[SourceNote, ...]
    citation: Citation
    cited: tuple[Cited, ...]
    earlier: Brief | None
    later: Brief | None
    gap: Message | None


def pages(context: Context) -> Iterator[Page]:
    for edition in context.archive.editions.values():
        view = edition_view(context, edition)
        yield Page(view.head.url, TEMPLATE, view, (edition.span.path,))


def edition_view(context: Context, edition: Edition) -> View:
    url = context.urls.edition(edition.key)
    award = context.archive.awards[edition.award]
    won, stated = _palmares(context, edition), claims_about(context, edition, url)
    summary = tuple(_summary(edition))
    earlier, later = _neighbour(context, edition, -1), _neighbour(context, edition, 1)
    return View(
        head=_head(context, edition, url, earlier, later),
        award=link_to_award(context, award.id),
        award_name=award_then(context, edition),
        short_name=award.short or award.name,
        label=edition.label,
        ordinal=edition.ordinal,
        emblem=emblem(context, edition.award, (edition,), edition.ordinal or 1),
        summary=summary,
        facts=facts(context, edition),
        palmares=won,
        plain=plain(context, edition, (*won.entries, *won.specials)),
        people=people(context, edition),
        funnel=stages(context, edition),
        figures=figures(context, edition),
        claims=stated,
        verdicts=verdict_summary(stated),
        disputes=disputes(edition, url),
        comparison=comparison(context, edition),
        articles=articles_about(context, "edition", edition.key),
        missing=tuple(lack(context, gap) for gap in gaps(context.archive, edition.key)),
        sources=sources(edition),
        citation=cite_edition(context, edition),
        cited=cited(edition, url),
        earlier=earlier,
        later=later,
        gap=_gap(context, edition),
    )


def _gap(context: Context, edition: Edition) -> Message | None:
    if missing := missing_before(context.archive, edition.key):
        return Message(
            "The edition before is missing from the archive.",
            plural="The %(num)s editions before are missing from the archive.",
            count=missing,
        )
    before, certain = edition_before(context.archive, edition.key)
    return None if before is None or certain else Message("An edition before may be missing from the archive.")


def _head(context: Context, edition: Edition, url: str, earlier: Brief | None, later: Brief | None) -> Head:
    name = f"{award_then(context, edition)} {edition.label}"
    return Head(
        url=url,
        title=name,
        description=Message(
            "%(name)s: the palmarès, the laureates, the jury, the method, the claims checked and the sources.",
            (("name", name),),
        ),
        kind="article",
        crumbs=crumbs(section_link(context, "awards"), link_to_award(context, edition.award)),
        section=context.urls.section("awards"),
        previous=earlier.link if earlier else None,
        next=later.link if later else None,
        json_ld=edition_data(context, edition),
        found=found_edition(context, edition).also,
        card=card_of_edition(context, edition),
    )


def _palmares(context: Context, edition: Edition) -> Palmares:
    every = entries(context, edition)
    scope = Scope(edition=edition.key)
    return Palmares(
        counted(titles(context.archive, scope)),
        counted(laureates(context.archive, scope)),
        tuple(entry for entry in every if not entry.special),
        tuple(entry for entry in every if entry.special),
    )


def _summary(edition: Edition) -> Iterator[Message]:
    if edition.status is not Held.HELD:
        yield _STATUSES[edition.status]
    if not edition.without_palmares:
        yield RESULTS[known_results(edition)]


def _neighbour(context: Context, edition: Edition, step: int) -> Brief | None:
    key = context.archive.neighbour(edition.key, step)
    return brief(context, key) if key else None


_STATUSES = MappingProxyType(
    {
        Held.ONLINE: Message("Held online."),
        Held.CANCELLED: Message("Cancelled."),
        Held.INTERRUPTED: Message("Interrupted."),
        Held.POSTPONED: Message("Postponed."),
    }
)
