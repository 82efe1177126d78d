"""The home page: totals, a palmarès, the awards, the years and links to the indexes."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from operator import attrgetter

from ..model import Award, Ceremony, Date, Edition, Function
from ..statistics.claims import ClaimOutcome
from ..statistics.count import Count
from ..statistics.coverage import known as known_of
from ..statistics.titles import ALL, Scope, laureates, titles
from .context import Context, award_then
from .links import (
    ArticleLine,
    Brief,
    Head,
    Link,
    article_line,
    link_to_award,
    link_to_category,
    link_to_edition,
    section_link,
)
from .messages import Message
from .parts.alphabet import Letter, alphabet, index
from .parts.facts import label_differs
from .parts.linked_data import site_data
from .parts.missing import gap_count
from .parts.ornament import Emblem, emblem
from .parts.palmares import PalmaresLine, brief, palmares
from .parts.sources import ClaimRow, every_claim, verdict_summary
from .parts.year_table import YearTable, year_table
from .plan import Page

TEMPLATE = "page/home.html"
_YEARS = 12
_ARTICLES = 3
_AWARDS, _OTHERS, _BRIEFS, _SHORT = 12, 12, 24, 40
"""How many awards are shown, other editions of a year, editions of a year far back, and lines of a palmarès."""
_CATEGORIES = 10
_DOUBTFUL = 4
"""How many claims that the archive does not find are told."""
_BACK = (10, 20, 25, 50, 5)
"""How many years before its latest edition an archive looks back; the first with editions."""


@dataclass(frozen=True, slots=True)
class HomeEdition:
    """An edition with its palmarès in short; `left` lines stand on its own page alone."""

    link: Link
    award_name: str
    label: str
    ordinal: int | None
    ceremony: Ceremony
    label_differs: bool
    lines: tuple[PalmaresLine, ...]
    left: int


@dataclass(frozen=True, slots=True)
class HomeAward:
    """An award in the list of the home page."""

    link: Link
    description: str
    founded: Date | None
    organisers: tuple[str, ...]
    editions: int
    titles: Count
    emblem: Emblem | None


@dataclass(frozen=True, slots=True)
class Anniversary:
    """Editions held so many years before the latest of the archive, whatever day it is; `left` are not listed."""

    years: int
    latest: Link
    year: Link
    editions: tuple[Brief, ...]
    left: int


@dataclass(frozen=True, slots=True)
class View:
    """The home page. `best` is the latest edition whose laureates are all known, `latest` the latest of all.

    Of `editions`, `complete` are known like this, as the page of records counts them. `doubtful` are the first claims
    that the archive counts otherwise or that are disputed, `claims` say how all of them fare.
    Where `best` and `latest` are the same, `latest` is None. Of the awards the largest are shown, of `year_table` the
    latest years; `more_years` says that there are others. `letters` lead to names, `categories` are those given most
    often.
    """

    head: Head
    titles: Count
    laureates: Count
    editions: int
    complete: int
    gaps: int
    gaps_url: str
    best: HomeEdition | None
    latest: HomeEdition | None
    emblem: Emblem | None
    year_table: YearTable
    more_years: bool
    years_url: str
    awards: tuple[HomeAward, ...]
    awards_left: int
    awards_url: str
    articles: tuple[ArticleLine, ...]
    articles_left: int
    articles_url: str
    doubtful: tuple[ClaimRow, ...]
    doubtful_left: int
    claims: tuple[Message, ...]
    claims_url: str
    anniversary: Anniversary | None
    search_url: str
    letters: tuple[Letter, ...]
    years: tuple[Link, ...]
    categories: tuple[Link, ...]
    categories_left: int
    ways: tuple[Brief, ...]


def pages(context: Context) -> Iterable[Page]:
    yield Page("/", TEMPLATE, home_view(context), ("site.toml",))


def home_view(context: Context) -> View:
    archive = context.archive
    editions = tuple(archive.editions.values())
    best, latest = _best(context, editions), _latest(context, editions)
    own = _own(context)
    stated = every_claim(context)
    doubtful = [row for row in stated if row.verdict.outcome is ClaimOutcome.DIFFERS or row.verdict.disputed]
    every, lacking, given = year_table(context, _OTHERS), gap_count(context), _categories(context, editions)
    return View(
        head=_head(context),
        titles=titles(archive, ALL),
        laureates=laureates(archive, ALL),
        editions=len(editions),
        complete=sum(edition.is_held and known_of(edition).laureates for edition in editions),
        gaps=lacking,
        gaps_url=context.urls.section("gaps"),
        best=_shown(context, best) if best else None,
        latest=_shown(context, latest) if latest and latest is not best else None,
        emblem=emblem(context, "", editions, len(editions)),
        year_table=YearTable(every.awards, every.rows[:_YEARS], any(row.others for row in every.rows[:_YEARS])),
        more_years=len(every.rows) > _YEARS,
        years_url=context.urls.section("years"),
        awards=tuple(_awards(context, own[:_AWARDS])),
        awards_left=max(0, len(own) - _AWARDS),
        awards_url=context.urls.section("awards"),
        articles=tuple(article_line(context, id) for id in tuple(archive.listed)[:_ARTICLES]),
        articles_left=max(0, len(archive.listed) - _ARTICLES),
        articles_url=context.urls.section("articles"),
        doubtful=tuple(doubtful[:_DOUBTFUL]),
        doubtful_left=max(0, len(doubtful) - _DOUBTFUL),
        claims=verdict_summary(stated),
        claims_url=context.urls.section("claims"),
        anniversary=_anniversary(context, editions),
        search_url=context.urls.section("search"),
        letters=alphabet(context, index(context, "names", archive.names)),
        years=tuple(Link(str(year), context.urls.year(year)) for year in sorted(archive.years, reverse=True)[:_YEARS]),
        categories=tuple(_told_apart(context, given[:_CATEGORIES])),
        categories_left=max(0, len(given) - _CATEGORIES),
        ways=tuple(_ways(context, lacking)),
    )


def _head(context: Context) -> Head:
    config = context.config
    return Head("/", config.title, config.description or config.subtitle or config.title, json_ld=site_data(context))


def _best(context: Context, editions: tuple[Edition, ...]) -> Edition | None:
    """The latest edition of which every laureate is known; without one, that with most titles."""
    known = [edition for edition in editions if titles(context.archive, Scope(edition=edition.key)).value]
    whole = [edition for edition in known if known_of(edition).laureates]
    if whole:
        return max(whole, key=attrgetter("moment"))
    return max(known, key=lambda e: titles(context.archive, Scope(edition=e.key)).value, default=None)


def _latest(context: Context, editions: tuple[Edition, ...]) -> Edition | None:
    """The latest edition of which at least one laureate is known."""
    known = (edition for edition in editions if titles(context.archive, Scope(edition=edition.key)).value)
    return max(known, key=attrgetter("moment"), default=None)


def _shown(context: Context, edition: Edition) -> HomeEdition:
    lines = palmares(context, edition)
    return HomeEdition(
        link_to_edition(context, edition.key),
        award_then(context, edition),
        edition.label,
        edition.ordinal,
        edition.ceremony,
        label_differs(edition),
        lines[:_SHORT],
        max(0, len(lines) - _SHORT),
    )


def _own(context: Context) -> list[Award]:
    """The awards that belong to no other, by the number of editions known."""
    own = [award for award in context.archive.awards.values() if not award.part_of]
    return sorted(own, key=lambda award: -len(context.archive.editions_of[award.id]))


def _awards(context: Context, own: Iterable[Award]) -> Iterable[HomeAward]:
    archive = context.archive
    for award in own:
        organisers = (part for part in award.parts if part.function is Function.ORGANISER and not part.role)
        yield HomeAward(
            link_to_award(context, award.id),
            award.description,
            award.founded,
            tuple(archive.name(part.name).name for part in organisers if part.name.text in archive.ids),
            len(archive.editions_of[award.id]),
            titles(archive, Scope(award=award.id)),
            _emblem(context, award.id),
        )


def _emblem(context: Context, award: str) -> Emblem | None:
    held = tuple(context.archive.award_editions(award))
    return emblem(context, award, held, len(held))


def _anniversary(context: Context, editions: tuple[Edition, ...]) -> Anniversary | None:
    """The editions a round number of years before the latest one."""
    latest = max(editions, key=attrgetter("moment"), default=None)
    if latest is None:
        return None
    years = next((n for n in _BACK if latest.sort_year - n in context.archive.years), None)
    if years is None:
        return None
    then = latest.sort_year - years
    keys = sorted(context.archive.years[then], key=lambda key: context.archive.editions[key].moment)
    year = Link(str(then), context.urls.year(then))
    briefs = tuple(brief(context, key) for key in keys[:_BRIEFS])
    return Anniversary(years, link_to_edition(context, latest.key), year, briefs, max(0, len(keys) - _BRIEFS))


def _told_apart(context: Context, categories: list[str]) -> Iterator[Link]:
    """Categories of one name with the award of each."""
    links = [link_to_category(context, key) for key in categories]
    alike = Counter(link.text for link in links)
    for key, link in zip(categories, links, strict=True):
        award = context.archive.awards[key.partition("/")[0]]
        values = (("text", link.text), ("remark", award.label))
        yield link if alike[link.text] == 1 else replace(link, text=Message("%(text)s (%(remark)s)", values))


def _categories(context: Context, editions: Iterable[Edition]) -> list[str]:
    """The categories (keys) of all editions, those given most often first."""
    given = Counter(entry.category_key for edition in editions for entry in edition.entries)
    return [key for key, _ in given.most_common() if key in context.archive.categories]


def _ways(context: Context, lacking: int) -> Iterable[Brief]:
    archive = context.archive
    won = laureates(archive, ALL)
    told = {
        "laureates": Message("%(num)s laureate", plural="%(num)s laureates", count=won.value)
        if won.exact
        else Message("at least %(num)s laureate", plural="at least %(num)s laureates", count=won.value),
        "names": Message("%(num)s name", plural="%(num)s names", count=len(archive.names)),
        "years": Message("%(num)s year", plural="%(num)s years", count=len(archive.years)),
        "records": Message("who has won most, and how sure it is"),
        "gaps": Message("%(num)s gap", plural="%(num)s gaps", count=lacking),
        "conventions": Message("signs and counting rules"),
        "search": Message("a name, a category, a year"),
    }
    return (Brief(section_link(context, word), message) for word, message in told.items())
