"""The page of an award: its facts, editions, categories and their holders."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..model import Award, Category, Date, DatedName, Dispute, Edition, Function, Held, Outcome
from ..statistics.count import Count
from ..statistics.coverage import timeline
from ..statistics.families import Tie, kin, tied
from ..statistics.titles import Scope, laureates, most_titled, titles
from .context import Context
from .links import (
    ArticleLine,
    Head,
    Link,
    Mark,
    articles_about,
    compare_page,
    crumbs,
    link_to_address,
    link_to_award,
    link_to_category,
    link_to_edition,
    section_link,
)
from .messages import Message
from .parts.category_history import Tenure, tenures
from .parts.decades import Decade, decades
from .parts.facts import CoverageLine, coverage_line
from .parts.family_chart import Family, family_of
from .parts.feeds import feed_of
from .parts.heatmap import HeatMap, award_map, picture_of
from .parts.lane_chart import Track
from .parts.lineage_chart import lineage_chart
from .parts.linked_data import award_data
from .parts.ornament import Emblem, emblem
from .parts.pager import paged, shares
from .parts.palmares import LineageStep, PalmaresLine, palmares, steps
from .parts.people import PartGroup, part_groups
from .parts.rankings import TallyLine, tally_lines
from .parts.rows import LaureateLink, named
from .parts.search_entries import found_award
from .parts.sources import (
    Cited,
    ClaimRow,
    Sourced,
    SourceNote,
    cited,
    claims,
    disputes,
    sources,
    verdict_summary,
)
from .parts.title_origins import TitleOrigins, title_origins
from .plan import Page

# Shape how awards are related: before and after, above and below, beside, and through each other.


@dataclass(frozen=True, slots=True)
class Relatives:
    """Other awards: `family` shares a name abroad, `sisters` are named only, `feeds` and `fed_by` decide categories."""

    predecessor: Link | None
    successors: tuple[Link, ...]
    whole: Link | None
    parts: tuple[Link, ...]
    family: tuple[Link, ...]
    sisters: tuple[str, ...]
    rivals: tuple[Link, ...]
    fed_by: tuple[Link, ...]
    feeds: tuple[Link, ...]

    @property
    def any(self) -> bool:
        return self != ALONE


ALONE = Relatives(None, (), None, (), (), (), (), (), ())


def relatives(context: Context, award: Award) -> Relatives:
    archive = context.archive
    others, found = tied(archive, award), kin(archive)

    def links(ids: Iterable[str]) -> tuple[Link, ...]:
        return tuple(link_to_award(context, id) for id in ids)

    return Relatives(
        predecessor=_one(context, award.succeeds.text if award.succeeds else ""),
        successors=links(others[Tie.HEIRS]),
        whole=_one(context, award.part_of.text if award.part_of else ""),
        parts=links(others[Tie.PARTS]),
        family=tuple(_abroad(context, archive.awards[id]) for id in others[Tie.SISTERS]),
        sisters=award.sisters,
        rivals=links(others[Tie.RIVALS]),
        fed_by=links(found.known(found.sources.get(award.id, ()), award.id)),
        feeds=tuple(link_to_category(context, key) for key in dict.fromkeys(found.fed.get(award.id, ()))),
    )


def _abroad(context: Context, award: Award) -> Link:
    """A sister award with its country, where its name does not say it (edge case 55)."""
    link = link_to_award(context, award.id)
    said = not award.country or award.country in award.name
    return link if said else Link(f"{award.name} ({award.country})", link.url)


def _one(context: Context, id: str) -> Link | None:
    return link_to_award(context, id) if id in context.archive.awards else None


TEMPLATE = "page/award.html"
EACH = "awards"
_LATEST = 6
"""How many holders of a category the award's page names; the category's page has them all."""
_LEADERS = 5
_ABREAST = 30
"""How many results of one edition of a category the award's page names."""
_SHORT = 60
"""A palmarès of no more lines than this is printed here."""
_EDITIONS, _HOLDERS, _ARTICLES = 150, 120, 60
"""How many editions, lines of holders and articles stand on a page."""


@dataclass(frozen=True, slots=True)
class EditionLine:
    """An edition in the list; `missing_before` is the number of editions that the archive lacks before it."""

    link: Link
    label: str
    year: int
    ordinal: int | None
    status: Held
    without_palmares: bool
    date: Date | None
    inferred: bool
    theme: str
    titles: Count
    laureates: Count
    coverage: CoverageLine
    missing_before: int


@dataclass(frozen=True, slots=True)
class Holding:
    """A result in the row of a category: its mark, and who has it."""

    mark: Mark
    laureates: tuple[LaureateLink, ...]


@dataclass(frozen=True, slots=True)
class HolderLine:
    """One edition of a category: its titles, else its places, `left` of them untold, else why there is neither."""

    edition: Link
    label: str
    mark: Mark
    titles: tuple[Holding, ...]
    places: tuple[Holding, ...]
    left: int
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class CategoryLine:
    """A category, its descent, and its latest holders, new to old; `more` says that there are others."""

    link: Link
    special: bool
    method: tuple[str, ...]
    steps: tuple[LineageStep, ...]
    holders: tuple[HolderLine, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class AwardFacts:
    """What an award is; dates as precise as they are known."""

    description: str
    founded: Date | None
    ended: Date | None
    country: str
    periodicity: str
    former_names: tuple[DatedName, ...]
    parts: tuple[PartGroup, ...]
    links: tuple[Link, ...]
    wikidata: str
    note: str


@dataclass(frozen=True, slots=True)
class Last:
    """The palmarès of the latest edition with a known laureate, in short; `left` lines stand on its own page alone."""

    edition: Link
    lines: tuple[PalmaresLine, ...]
    left: int


@dataclass(frozen=True, slots=True)
class View:
    """An award. `editions`, `count` in all, run from new to old, `categories` as its file lists them.

    `compare` is the page that sets another award beside it, empty where there is none.
    `title_origins` are the titles by edition, `lineage_chart` who held what; `heat` maps names and editions, as does
    the file at `picture`.
    `leaders` have more than one title, as have `leaders_left` others; `verdicts` say how the claims fare; `cited` gives
    the sources of single fields.
    """

    head: Head
    id: str
    name: str
    short_name: str
    compare: str
    emblem: Emblem | None
    facts: AwardFacts
    relatives: Relatives
    family: Family | None
    last: Last | None
    count: int
    editions: tuple[EditionLine, ...]
    title_origins: TitleOrigins | None
    lineage_chart: Track | None
    categories: tuple[CategoryLine, ...]
    categories_in_all: int
    titles: Count
    laureates: Count
    leaders: tuple[TallyLine, ...]
    leaders_left: int
    heat: HeatMap | None
    picture: str
    claims: tuple[ClaimRow, ...]
    verdicts: tuple[Message, ...]
    disputes: tuple[Sourced[Dispute], ...]
    articles: tuple[ArticleLine, ...]
    sources: tuple[SourceNote, ...]
    cited: tuple[Cited, ...]

    @property
    def sections(self) -> tuple[str, ...]:
        """The ids of the sections that have something to show, in their order."""
        facts = self.facts
        told = (facts.former_names, facts.links, facts.wikidata, facts.note)
        shown = {
            "last": self.last,
            "editions": self.editions or not self.count,
            "categories": self.categories,
            "leaders": self.leaders,
            "map": self.heat,
            "card": self.others or self.relatives.any or any(told),
            "claims": self.claims,
            "disputes": self.disputes,
            "articles": self.articles,
            "sources": self.sources,
        }
        return tuple(id for id, has in shown.items() if has)

    @property
    def decades(self) -> tuple[Decade[EditionLine], ...]:
        """The editions by decade, where there are many."""
        made = decades(self.editions, lambda line: line.year, lambda line: ())
        return made if len(made) > 1 else ()

    @property
    def others(self) -> tuple[PartGroup, ...]:
        """Those with a part in the award besides its organisers."""
        return tuple(group for group in self.facts.parts if group.function is not Function.ORGANISER)


def pages(context: Context, key: str) -> Iterator[Page]:
    award = context.archive.awards[key]
    view = award_view(context, award)
    rest = replace(
        view,
        emblem=None,
        facts=replace(view.facts, former_names=(), parts=(), links=(), wikidata="", note=""),
        relatives=ALONE,
        family=None,
        last=None,
        editions=(),
        title_origins=None,
        lineage_chart=None,
        categories=(),
        leaders=(),
        heat=None,
        picture="",
        claims=(),
        disputes=(),
        articles=(),
        sources=(),
    )
    yield from paged(
        context,
        Page(view.head.url, TEMPLATE, view, (award.span.path,)),
        rest,
        editions=shares(view.editions, _EDITIONS),
        categories=shares(view.categories, _HOLDERS, _weigh),
        articles=shares(view.articles, _ARTICLES),
    )


def _weigh(line: CategoryLine) -> int:
    return 1 + sum(1 + (len(one.titles) + len(one.places)) // 4 for one in line.holders)


def award_view(context: Context, award: Award) -> View:
    url = context.urls.award(award.id)
    stated = claims(context, award, url)
    scope = Scope(award=award.id)
    held = tuple(context.archive.award_editions(award.id))
    several = [tally for tally in most_titled(context.archive, scope) if tally.titles > 1]
    every = tuple(_category(context, category) for category in _categories(context, award))
    return View(
        head=_head(context, award, url),
        id=award.id,
        name=award.name,
        short_name=award.label,
        compare=compare_page(context, len(context.archive.awards)),
        emblem=emblem(context, award.id, held, len(held)),
        facts=_facts(context, award, url),
        relatives=relatives(context, award),
        family=family_of(context, award.id),
        last=_last(context, held),
        count=len(held),
        editions=tuple(_editions(context, award)),
        title_origins=title_origins(context, award.id),
        lineage_chart=lineage_chart(context, award),
        categories=every,
        categories_in_all=len(every),
        titles=titles(context.archive, scope),
        laureates=laureates(context.archive, scope),
        leaders=tally_lines(context, several[:_LEADERS]),
        leaders_left=max(0, len(several) - _LEADERS),
        heat=award_map(context, award.id),
        picture=picture_of(context, award.id),
        claims=stated,
        verdicts=verdict_summary(stated),
        disputes=disputes(award, url),
        articles=articles_about(context, "award", award.id),
        sources=sources(award),
        cited=cited(award, url),
    )


def _head(context: Context, award: Award, url: str) -> Head:
    told = Message(
        "%(name)s: its editions, its categories and who holds them, where it comes from, what the archive lacks.",
        (("name", award.name),),
    )
    return Head(
        url=url,
        title=award.name,
        description=award.description or told,
        crumbs=crumbs(section_link(context, "awards")),
        section=context.urls.section("awards"),
        json_ld=award_data(context, award),
        found=found_award(context, award).also,
        feed=feed_of(context, "award", award.id),
    )


def _last(context: Context, held: tuple[Edition, ...]) -> Last | None:
    known = (edition for edition in reversed(held) if titles(context.archive, Scope(edition=edition.key)).value)
    edition = next(known, None)
    if edition is None:
        return None
    lines = palmares(context, edition)
    return Last(link_to_edition(context, edition.key), lines[:_SHORT], max(0, len(lines) - _SHORT))


def _facts(context: Context, award: Award, url: str) -> AwardFacts:
    return AwardFacts(
        award.description,
        award.founded,
        award.ended,
        award.country,
        award.periodicity,
        award.names,
        part_groups(context, award, award.parts, award.id, url),
        tuple(link_to_address(address) for address in award.links),
        award.wikidata,
        award.note,
    )


def _editions(context: Context, award: Award) -> Iterator[EditionLine]:
    steps_of = {step.edition: step for step in timeline(context.archive, award.id)}
    for key in reversed(context.archive.editions_of[award.id]):
        edition = context.archive.editions[key]
        step = steps_of.get(key)
        yield _edition(context, edition, step.missing_before if step else 0)


def _edition(context: Context, edition: Edition, missing_before: int) -> EditionLine:
    scope = Scope(edition=edition.key)
    return EditionLine(
        link_to_edition(context, edition.key),
        edition.label,
        edition.sort_year,
        edition.ordinal,
        edition.status,
        edition.without_palmares,
        edition.ceremony.date,
        edition.ceremony.inferred,
        edition.theme,
        titles(context.archive, scope),
        laureates(context.archive, scope),
        coverage_line(context, edition),
        missing_before,
    )


def _categories(context: Context, award: Award) -> Iterator[Category]:
    """Those of the award's file, then special awards of single editions."""
    yield from (context.archive.categories[key] for key in context.archive.categories_of[award.id])


def _category(context: Context, category: Category) -> CategoryLine:
    known = [tenure for tenure in reversed(tenures(context, category)) if tenure.entry]
    return CategoryLine(
        link_to_category(context, category.key),
        category.special,
        category.method,
        steps(context, category),
        tuple(_holder(tenure) for tenure in known[:_LATEST]),
        len(known) > _LATEST,
    )


def _holder(tenure: Tenure) -> HolderLine:
    rows = tenure.titles or tenure.places
    held = tuple(Holding(row.mark, tuple(map(named, row.laureates))) for row in rows[:_ABREAST])
    return HolderLine(
        tenure.edition,
        tenure.label,
        tenure.mark,
        held if tenure.titles else (),
        () if tenure.titles else held,
        max(0, len(rows) - _ABREAST),
        tenure.entry.outcome if tenure.entry and tenure.entry.mark else None,
    )
