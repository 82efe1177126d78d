"""The page of an edition: its palmarès, people, method, claims and sources."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from ..model import Dispute, Edition, Event, Function, Held
from ..statistics.changes import Categories, CategoryChange, changes
from ..statistics.count import Count, Reason
from ..statistics.coverage import edition_before, known_results, missing_before
from ..statistics.gaps import gaps
from ..statistics.holders import Group, Holders, renewal
from ..statistics.juries import Renewal
from ..statistics.titles import Scope, alphabetical, laureates, titles
from .charts import Stroke
from .charts import funnel as bars
from .context import Context, award_then
from .links import (
    ArticleLine,
    Brief,
    Head,
    Link,
    articles_about,
    crumbs,
    link_to_award,
    link_to_category,
    link_to_edition,
    link_to_name,
    section_link,
)
from .messages import Message, Text
from .parts.citation import PageCitation, cite_edition
from .parts.facts import EditionFacts, facts
from .parts.linked_data import edition_data
from .parts.missing import lack
from .parts.ornament import Emblem, card_of_edition, emblem
from .parts.pager import Shares, paged, shares, shares_of_groups
from .parts.palmares import CategoryEntry, EntryLayout, brief, entries, sheets
from .parts.people import EditionPeople, PartGroup, people
from .parts.plain_palmares import plain, text_of
from .parts.search_entries import found_edition
from .parts.sources import (
    RESULTS,
    Cited,
    ClaimRow,
    Sourced,
    SourceNote,
    cited,
    claims_about,
    disputes,
    sources,
    verdict_summary,
)
from .parts.survey_bars import FigureView, figures
from .plan import Page
from .urls import anchor

# Shape what changed since the edition before: categories, laureates, jury.

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
    told from who regained it: both are `returning`. There are `count` in all. Where it is not `certain`, each is so
    only in this archive; where it is not `whole`, some may be missing; `because` of this.
    """

    standing: str
    count: int
    names: tuple[Link, ...]
    certain: bool
    whole: bool
    because: Reason | None


@dataclass(frozen=True, slots=True)
class Segment:
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
    because: Reason | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """An edition against the one before in the archive; `between` says what is missing between the two, if anything.

    `stages` draw the renewal where every laureate's standing is known, else there are none. `renewed` titles of
    `titles` went to others than before; both are None where that can't be told.
    """

    before: Link
    between: Message | None
    categories: tuple[CategoryRow, ...]
    categories_because: Reason | None
    laureates: tuple[LaureateGroup, ...]
    laureates_because: tuple[Reason, ...]
    stages: tuple[Segment, ...]
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
        categories_because=found.categories.because,
        laureates=groups,
        laureates_because=tuple(dict.fromkeys(group.because for group in groups if group.because)),
        stages=tuple(_segments(groups)),
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


def _segments(groups: tuple[LaureateGroup, ...]) -> Iterable[Segment]:
    present = [group for group in groups if group.standing != "lost"]
    whole = sum(len(group.names) for group in present)
    if whole < 2 or not all(group.certain and group.whole for group in present):
        return
    start = 0.0
    for group in present:
        length = round(100 * len(group.names) / whole, 2)
        yield Segment(group.standing, start, length)
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
    return LaureateGroup(standing, len(names), names, group.certain, group.whole, group.because)


def _jury(context: Context, renewal: Renewal | None) -> JuryChange | None:
    if renewal is None:
        return None
    arrived, stayed, left = (
        tuple(link_to_name(context, id) for id in ids) for ids in (renewal.arrived, renewal.stayed, renewal.left)
    )
    return JuryChange(renewal.size, arrived, stayed, left, renewal.because)


# Shape the rounds of a contest as a funnel: how many were left in each, as far as that is known.


@dataclass(frozen=True, slots=True)
class Stage:
    """Those in one round, or in the end the laureates; `qualifier` is as printed, such as `plus de`."""

    name: Text
    number: int | None
    qualifier: str
    bar: Stroke


@dataclass(frozen=True, slots=True)
class Funnel:
    """From all who entered to the laureates."""

    stages: tuple[Stage, ...]


def stages(context: Context, edition: Edition) -> Funnel | None:
    """None where fewer than two numbers are known: a picture would show nothing."""
    told = tuple(_rounds(context, edition))
    if len(edition.rounds) < 2 or sum(number is not None for _, number, _ in told[:-1]) < 2:
        return None
    drawn = bars([number for _, number, _ in told])
    return Funnel(tuple(Stage(*each, bar) for each, bar in zip(told, drawn, strict=True)))


def _rounds(context: Context, edition: Edition) -> Iterator[tuple[Text, int | None, str]]:
    for each in edition.rounds:
        yield each.name or each.id, each.entrants, each.qualifier
    yield Message("Laureates"), _laureates(context, edition), ""


def _laureates(context: Context, edition: Edition) -> int | None:
    """The titles given, where each is known to have been; an edition known in part may have given more."""
    count = titles(context.archive, Scope(edition=edition.key))
    unknown = any(entry.lacks_winner for entry in edition.entries)
    return count.value if count.exact and not unknown else None


TEMPLATE = "page/edition.html"
EACH = "editions"
_AMONG_FACTS = (Function.ORGANISER, Function.HOST, Function.PROVIDER)
_NAMES, _ARTICLES = 200, 60
"""How many laureates against the edition before, and articles, stand on a page."""
_MANY = 4
"""How many categories without a laureate are listed by themselves."""


@dataclass(frozen=True, slots=True)
class FurtherCategory:
    """A category on a page that goes on: the anchors it would have here lead there; no `name` where it is unknown."""

    anchor: str
    former_anchors: tuple[str, ...]
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Palmares:
    """The palmarès: totals, entries by category, and entries outside the categories; `further` ones are not here."""

    titles: Count
    laureates: Count
    entries: tuple[CategoryEntry, ...]
    specials: tuple[CategoryEntry, ...]
    further: tuple[FurtherCategory, ...] = ()

    @property
    def nameless(self) -> tuple[CategoryEntry, ...]:
        """Categories of which only the name is known, where they are many enough for a list of their own."""
        empty = tuple(entry for entry in self.entries if entry.form is EntryLayout.EMPTY and entry.category)
        return empty if len(empty) >= _MANY else ()

    @property
    def full(self) -> tuple[CategoryEntry, ...]:
        """All other categories."""
        return tuple(entry for entry in self.entries if entry not in self.nameless)


@dataclass(frozen=True, slots=True)
class View:
    """An edition. `award_name` is the award's name then; `summary` are sentences that say how it went.

    `plain` is the palmarès to copy, in groups of lines, `plain_file` the file of it; `verdicts` say how many claims
    there are and how they fare.
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
    facts: EditionFacts
    palmares: Palmares
    plain: tuple[tuple[Text, ...], ...]
    plain_file: str
    people: EditionPeople
    funnel: Funnel | None
    figures: tuple[FigureView, ...]
    claims: tuple[ClaimRow, ...]
    verdicts: tuple[Message, ...]
    disputes: tuple[Sourced[Dispute], ...]
    comparison: Comparison | None
    articles: tuple[ArticleLine, ...]
    missing: tuple[Message, ...]
    sources: tuple[SourceNote, ...]
    citation: PageCitation
    cited: tuple[Cited, ...]
    earlier: Brief | None
    later: Brief | None
    gap: Message | None

    @property
    def others(self) -> tuple[PartGroup, ...]:
        """Those who took part besides the jury, and besides those whom the facts name."""
        return tuple(group for group in self.people.groups if group.function not in _AMONG_FACTS)

    @property
    def has_dates(self) -> bool:
        """Whether the section on the method begins with dates, or with who carried it out."""
        facts = self.facts
        carried = any(group.function is Function.PROVIDER for group in self.people.groups)
        return bool(carried or facts.period or facts.deadlines or facts.validity or facts.wikidata)

    @property
    def has_notes(self) -> bool:
        return bool(self.facts.note or self.facts.ceremony.note)

    @property
    def sections(self) -> tuple[str, ...]:
        """The ids of the sections that have something to show, in their order."""
        facts, first = self.facts, self.head.pager is None or self.head.pager.number == 1
        shown = {
            "palmares": first or self.palmares.entries or self.palmares.specials,
            "people": self.people.jury or self.others,
            "method": facts.method or facts.rounds or facts.events or self.has_dates,
            "changes": self.comparison,
            "claims": self.claims,
            "disputes": self.disputes,
            "articles": self.articles,
            "figures": self.figures,
            "announcements": facts.announcements,
            "missing": self.missing,
            "sources": self.sources,
        }
        return tuple(id for id, has in shown.items() if has)


def pages(context: Context, key: str) -> Iterator[Page]:
    edition = context.archive.editions[key]
    view = edition_view(context, edition)
    url, won = view.head.url, view.palmares
    written = {anchor(entry.category): place for place, entry in enumerate(edition.entries)}
    parts = sheets(tuple(sorted((*won.entries, *won.specials), key=lambda entry: written[entry.anchor])))
    among_facts = (group for group in view.people.groups if group.function in (Function.ORGANISER, Function.HOST))
    rest = replace(
        view,
        emblem=None,
        facts=replace(
            view.facts,
            period=None,
            validity="",
            wikidata="",
            deadlines=(),
            events=(),
            method=None,
            rounds=(),
            announcements="",
            note="",
        ),
        palmares=replace(won, entries=(), specials=()),
        plain=(),
        people=replace(view.people, jury=(), groups=tuple(among_facts), links=()),
        funnel=None,
        figures=(),
        claims=(),
        disputes=(),
        comparison=None,
        articles=(),
        missing=(),
        sources=(),
    )
    several = len(parts) > 1
    yield from paged(
        context,
        Page(url, TEMPLATE, view, (edition.span.path,)),
        rest,
        palmares=[_palmares_of(won, part, () if n else _further(context, url, parts)) for n, part in enumerate(parts)],
        plain=[plain(context, edition, part) if several else view.plain for part in parts],
        comparison=_comparisons(view.comparison),
        articles=shares(view.articles, _ARTICLES),
    )


def _comparisons(whole: Comparison | None) -> Sequence[Comparison | None]:
    """What each page tells of the laureates against the edition before; all else stands on the first."""
    if whole is None:
        return (None,)
    rest = replace(whole, categories=(), categories_because=None, stages=(), jury=None)
    parts = shares_of_groups(whole.laureates, _NAMES, lambda group: (1,) * len(group.names), _cut_names)
    return [replace(rest if n else whole, laureates=part) for n, part in enumerate(parts)]


def _cut_names(group: LaureateGroup, first: int, end: int) -> LaureateGroup:
    return replace(group, names=group.names[first:end])


def _palmares_of(whole: Palmares, part: tuple[CategoryEntry, ...], further: tuple[FurtherCategory, ...]) -> Palmares:
    entries, specials = (tuple(entry for entry in part if entry.special is special) for special in (False, True))
    return replace(whole, entries=entries, specials=specials, further=further)


def _further(context: Context, url: str, parts: Shares[CategoryEntry]) -> tuple[FurtherCategory, ...]:
    """The categories that begin on another page than the first."""
    seen = {entry.anchor for entry in parts[0]}
    found: list[FurtherCategory] = []
    for number, part in enumerate(parts[1:], 2):
        for entry in part:
            if entry.anchor not in seen:
                seen.add(entry.anchor)
                there = f"{context.urls.sheet(url, number)}#{entry.anchor}"
                found.append(
                    FurtherCategory(entry.anchor, entry.former_anchors, entry.name if entry.category else "", there)
                )
    return tuple(found)


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
        short_name=award.label,
        label=edition.label,
        ordinal=edition.ordinal,
        emblem=emblem(context, edition.award, (edition,), edition.ordinal or 1),
        summary=summary,
        facts=facts(context, edition),
        palmares=won,
        plain=plain(context, edition, (*won.entries, *won.specials)),
        plain_file=text_of(context, edition),
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
        indexed=not edition.draft,
        draft=edition.draft,
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
        titles(context.archive, scope),
        laureates(context.archive, scope),
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
