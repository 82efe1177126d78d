"""The page of a name (person, organisation, team or work): results, functions, relations and facts."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from ..model import Award, Date, DatedName, Edition, Function, Identifier, Kind, Name, NamedAs, Part, Ref, Relation
from ..model.archive import Archive, Mention
from ..statistics.count import Count
from ..statistics.memoize import once
from ..statistics.relations import Neighbours, beside, crowds
from ..statistics.titles import Places, Scope, order, placed, places, results, titles, winners
from .charts import Stroke, centre, runs, stretch
from .context import Context, makes
from .links import (
    ArticleLine,
    Head,
    Link,
    Occurrences,
    article_line,
    articles_about,
    crumbs,
    how_many_places,
    how_many_titles,
    link_to_address,
    link_to_award,
    link_to_category,
    link_to_edition,
    link_to_name,
    recency,
    section_link,
)
from .messages import Message
from .parts.badges import BadgeLine, badge_lines
from .parts.citation import PageCitation, cite_name
from .parts.coverage_chart import years_known
from .parts.feeds import feed_of
from .parts.lane_chart import BELOW, Lane, LaneColumn, LaneForm, LanePeriod, Track, track
from .parts.linked_data import name_data
from .parts.name_history import AwardTally, HistoryGap, Moment, Share, tallies, timeline
from .parts.ornament import card_of_name
from .parts.pager import paged, shares, shares_of_groups
from .parts.people import FIELDS
from .parts.picture import PictureView, picture
from .parts.prose import Piece, prose_pieces
from .parts.rows import PostLine, posts, weigh_row
from .parts.search_entries import found_name
from .parts.sources import Cite, SourceNote, cites, sources
from .plan import Page

# Shape every function of a name: on a jury, on stage, as partner…, with its post then.


@dataclass(frozen=True, slots=True)
class Appearance:
    """A function in an edition, or in an award as such; then `year` is None.

    `role` is what it consists of, in a few words; `posts` what the name was elsewhere, at the time.
    """

    year: int | None
    where: Link
    function: Function
    role: str
    posts: tuple[PostLine, ...]
    category: Link | None
    chair: bool
    note: str
    cites: tuple[Cite, ...]


def appearances(context: Context, name: str) -> tuple[Appearance, ...]:
    """The functions of a name from old to new; one in an award as such comes first."""
    mentioned = [m for m in context.archive.mentions_of.get(name, ()) if isinstance(m.how, Function)]
    mentioned.sort(key=lambda mention: order(context.archive).get(mention.edition, ()))
    return tuple(_told_once([_appearance(context, mention) for mention in mentioned]))


def _told_once(every: list[Appearance]) -> Iterator[Appearance]:
    """Functions without those that a fuller line of the same function repeats."""
    fuller = {_bare(each) for each in every if each.role or each.posts or each.category}
    seen = set()
    for each in every:
        bare = not (each.role or each.posts or each.category)
        if each not in seen and not (bare and _bare(each) in fuller):
            seen.add(each)
            yield each


def _bare(each: Appearance) -> Appearance:
    return replace(each, role="", posts=(), category=None, chair=False, note="", cites=())


def _appearance(context: Context, mention: Mention) -> Appearance:
    archive = context.archive
    edition = archive.editions.get(mention.edition)
    owner = edition or archive.awards[mention.award]
    where = link_to_edition(context, edition.key) if edition else link_to_award(context, mention.award)
    part = _parts(owner).get((mention.ref, Function(mention.how)))
    key = mention.category if "/" in mention.category else f"{mention.award}/{mention.category}"
    return Appearance(
        edition.sort_year if edition else None,
        where,
        Function(mention.how),
        mention.role,
        posts(context, mention.posts),
        link_to_category(context, key) if key in archive.categories else None,
        mention.chair,
        part.note if part else "",
        _proof(part, owner, where.url) if part else (),
    )


@once
def _parts(owner: Award | Edition) -> Mapping[tuple[Ref, Function], Part]:
    return {(part.name, part.function): part for part in reversed(owner.parts)}


def _proof(part: Part, owner: Award | Edition, url: str) -> tuple[Cite, ...]:
    """The sources of a function, or those of the list it is in."""
    of_list = next((c.sources for c in owner.cited if c.field == FIELDS[part.function]), ())
    return cites(part.sources or of_list, owner, url)


# Shape who stands beside a name: employers, colleagues, representatives, groups, predecessors.

Roles = Mapping[tuple[str, str, str], str]
"""The post of a person in an organisation, at an edition or award."""


@dataclass(frozen=True, slots=True)
class Then:
    """Where a relation is stated, and as what: a post that one held there, or nothing."""

    role: str
    where: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Companion:
    """Another name, and when the two stand together, post by post; never where a name's own file states it."""

    link: Link
    times: tuple[Then, ...]


@dataclass(frozen=True, slots=True)
class Companions:
    """Names with the same relation to this one."""

    relation: Relation
    names: tuple[Companion, ...]


@dataclass(frozen=True, slots=True)
class Circle:
    """All relations of an archive, found in one walk; `crowds` say how many colleagues are not listed."""

    beside: Mapping[str, Neighbours]
    roles: Roles
    crowds: Mapping[str, int]


def circle(archive: Archive) -> Circle:
    return Circle(beside(archive), _roles(archive), crowds(archive))


def companions(context: Context, name: str, known: Circle) -> tuple[Companions, ...]:
    """By relation, each in the order of ids."""
    groups: defaultdict[Relation, list[Companion]] = defaultdict(list)
    for (relation, other), held in sorted(known.beside.get(name, {}).items()):
        times = _times(context, known, relation, name, other, held)
        groups[relation].append(Companion(link_to_name(context, other), times))
    return tuple(Companions(relation, tuple(groups[relation])) for relation in Relation if relation in groups)


def _times(
    context: Context, known: Circle, relation: Relation, name: str, other: str, places: tuple[str, ...]
) -> tuple[Then, ...]:
    """The places by post, in the order of the first of each."""
    pair = {Relation.EMPLOYER: (other, name), Relation.EMPLOYEE: (name, other)}.get(relation, ("", ""))
    found: dict[str, list[Link]] = {}
    for place in places:
        link = link_to_edition if place in context.archive.editions else link_to_award
        found.setdefault(known.roles.get((*pair, place), ""), []).append(link(context, place))
    return tuple(Then(role, tuple(where)) for role, where in found.items())


@once
def _roles(archive: Archive) -> Roles:
    return {
        (organisation, archive.ids[mention.beside], mention.edition or mention.award): mention.role
        for organisation, mentioned in archive.mentions_of.items()
        for mention in mentioned
        if mention.how is NamedAs.EMPLOYER and mention.role and mention.beside in archive.ids
    }


# Chart of what a name did, a lane for each award over the years: titles, places, juries, other parts, gaps.

_MOST, _AWARDS, _ONE_BY_ONE = 30, 16, 60
_UNSURE = (LaneForm.PART, LaneForm.SILENT, LaneForm.MISSING)

_Years = tuple[int, int]
"""What a column stands for: a year, or all those between two that are shown."""


@dataclass(frozen=True, slots=True)
class _EditionPart:
    """The titles, places or functions of a name in one edition."""

    form: LaneForm
    edition: str
    year: int


def career(context: Context, name: str) -> Track | None:
    """The chart of a name's editions; None where there is only one edition."""
    archive = context.archive
    parts = tuple(dict.fromkeys(_parts_by_edition(archive, name)))
    if len({part.edition for part in parts}) < 2:
        return None
    columns = tuple(_columns(_years(archive, parts)))
    by_award: defaultdict[str, list[_EditionPart]] = defaultdict(list)
    for part in parts:
        by_award[_award(archive, part)].append(part)
    ordered = sorted(by_award, key=lambda award: archive.awards[award].span)
    lanes = (_lane(context, award, by_award[award], columns) for award in ordered)
    shown = tuple(LaneColumn("", str(first) if first == last else "…") for first, last in columns)
    left = {part.year for part in parts} - {first for first, last in columns if first == last}
    made = track(shown, (lane for lane in lanes if lane.periods), BELOW, 0, _AWARDS)
    return replace(made, earlier=len(left))


def _years(archive: Archive, parts: Iterable[_EditionPart]) -> tuple[int, ...]:
    """The years of the chart: from the first of a name to its last, and unsure years around them, if there is room.

    Where that is too long, the years in which it did something: those of titles before those of places.
    """
    own = [part.year for part in parts]
    awards = {_award(archive, part) for part in parts if part.form in (LaneForm.TITLE, LaneForm.PLACE)}
    unsure = [year for award in sorted(awards) for year, form in years_known(archive, award).items() if form in _UNSURE]
    first, last = min(own), max(own)
    if last + 1 - first > _MOST:
        weights = {LaneForm.TITLE: 0, LaneForm.PLACE: 1}
        weighed = sorted(parts, key=lambda part: (weights.get(part.form, 2), -part.year))
        return tuple(sorted(tuple(dict.fromkeys(part.year for part in weighed))[:_MOST]))
    first = max(min((*unsure, first)), last + 1 - _MOST)
    return tuple(range(first, min(max((*unsure, last)), first - 1 + _MOST) + 1))


def _columns(years: tuple[int, ...]) -> Iterator[_Years]:
    """A column for each year, and one for all the years that lie between two of them."""
    for year, after in pairwise((*years, years[-1] + 1)):
        yield year, year
        if after == year + 2:
            yield year + 1, year + 1
        elif after > year + 2:
            yield year + 1, after - 1


def _award(archive: Archive, part: _EditionPart) -> str:
    return archive.editions[part.edition].award


def _parts_by_edition(archive: Archive, name: str) -> Iterator[_EditionPart]:
    """The titles, places and functions of a name; several of one form in one edition count once."""
    for result in results(archive, Scope(name=name)):
        edition = archive.editions[result.edition]
        if name in winners(archive, result):
            yield _EditionPart(LaneForm.TITLE, edition.key, edition.sort_year)
        elif name in placed(archive, result):
            yield _EditionPart(LaneForm.PLACE, edition.key, edition.sort_year)
    for mention in archive.mentions_of.get(name, ()):
        told = archive.editions.get(mention.edition)
        if told and isinstance(mention.how, Function):
            form = LaneForm.JURY if mention.how is Function.JUROR else LaneForm.FUNCTION
            yield _EditionPart(form, told.key, told.sort_year)


def _lane(context: Context, award: str, parts: Iterable[_EditionPart], columns: tuple[_Years, ...]) -> Lane:
    archive = context.archive
    record = archive.awards[award]
    places = {first: place for place, (first, last) in enumerate(columns) if first == last}
    forms = tuple(LaneForm)
    mine = sorted((d for d in parts if d.year in places), key=lambda part: (part.year, forms.index(part.form)))
    own = {d.year for d in mine if d.form in (LaneForm.TITLE, LaneForm.PLACE)}
    gaps = _gaps(years_known(archive, award), columns, own)
    holes = tuple(runs(gaps)) if own else ()
    strokes = [stretch(LaneForm.UNSURE, first, last, len(columns)) for first, last, _ in holes]
    strokes += dict.fromkeys(_stroke(part, mine, places[part.year], len(columns)) for part in mine)
    periods = [(columns[first][0], _hole(columns[first][0], columns[last][1])) for first, last, _ in holes]
    periods += _periods(context, mine)
    link = Link(record.label, context.urls.award(award))
    return Lane(link, tuple(strokes), tuple(period for _, period in sorted(periods, key=lambda each: each[0])))


def _gaps(known: Mapping[int, LaneForm], columns: tuple[_Years, ...], own: set[int]) -> tuple[LaneForm | None, ...]:
    """The years in which it may have had a title that the archive does not know."""
    unsure = sorted(year for year, form in known.items() if form in _UNSURE and year not in own)
    here = (bisect_left(unsure, first) < bisect_right(unsure, last) for first, last in columns)
    return tuple(LaneForm.UNSURE if hidden else None for hidden in here)


def _stroke(part: _EditionPart, others: Iterable[_EditionPart], place: int, count: int) -> Stroke:
    """The stroke of one part: a point in the middle of its year; several in one year stand below each other."""
    forms = tuple(dict.fromkeys(other.form for other in others if other.year == part.year))
    x, y = centre(place, count), 100 * (forms.index(part.form) + 1) / (len(forms) + 1)
    # A line of no length at all has no ends to be rounded in some browsers.
    return Stroke(part.form, x, round(x + 0.01, 2), round(y, 1), round(y, 1))


def _hole(first: int, last: int) -> LanePeriod:
    end = Link(str(last)) if last > first else None
    return LanePeriod(Link(str(first)), end, last + 1 - first, LaneForm.UNSURE, ())


def _periods(context: Context, parts: Sequence[_EditionPart]) -> Iterator[tuple[int, LanePeriod]]:
    """A line for each edition or, where that would be too many, for all of a year; each with the year."""
    for (year, form), found in groupby(parts, lambda part: (part.year, part.form)):
        editions = [context.archive.editions[part.edition] for part in found]
        if len(parts) <= _ONE_BY_ONE:
            yield from ((year, _period(context, (edition,), form)) for edition in editions)
        else:
            yield year, _period(context, editions, form)


def _period(context: Context, editions: Sequence[Edition], form: LaneForm) -> LanePeriod:
    first, *_, last = (Link(each.label, link_to_edition(context, each.key).url) for each in (*editions, editions[-1]))
    return LanePeriod(first, last if len(editions) > 1 else None, len(editions), form, ())


TEMPLATE = "page/name.html"
EACH = "names"
_LINES, _FUNCTIONS, _ARTICLES, _BADGES = 150, 80, 40, 24
"""How many lines of results, functions (and names beside this one), articles, and badges stand on a page."""


@dataclass(frozen=True, slots=True)
class NameFacts:
    """What a name is, besides its results.

    `expansion` spells an acronym out; `reading` says how a name is read; `names` were in use for a time.
    """

    description: str
    expansion: str
    reading: str
    disambiguation: str
    names: tuple[DatedName, ...]
    aliases: tuple[str, ...]
    country: str
    city: str
    born: Date | None
    died: Date | None
    links: tuple[Link, ...]
    wikidata: str
    identifiers: tuple[Identifier, ...]


@dataclass(frozen=True, slots=True)
class View:
    """A name. `summary` says in a few words how much there is; `functions` which functions it has, each once.

    `titles` is about all awards, `places` the number of places without a title. `timeline` mixes `Moment`s and
    `Gap`s, told apart by their `kind`; `won` are the editions of its titles; `sharers` those with whom it
    shares a title or a place; `crowd` counts the colleagues that are not listed. `by` are articles it wrote or
    published, `articles` those that speak of it. `data` is its record as JSON, `compare` the page that sets another
    name beside it; both are empty where the site makes no API.
    """

    head: Head
    id: str
    kind: Kind
    name: str
    identity: NameFacts
    summary: tuple[Message, ...]
    functions: tuple[Function, ...]
    picture: PictureView | None
    biography: tuple[Piece, ...]
    titles: Count
    places: Places
    career: Track | None
    timeline: tuple[Moment | HistoryGap, ...]
    won: tuple[Link, ...]
    sharers: tuple[Occurrences, ...]
    tallies: tuple[AwardTally, ...]
    appearances: tuple[Appearance, ...]
    appeared: int
    companions: tuple[Companions, ...]
    crowd: int
    by: tuple[ArticleLine, ...]
    articles: tuple[ArticleLine, ...]
    badges: tuple[BadgeLine, ...]
    sources: tuple[SourceNote, ...]
    citation: PageCitation
    registered: bool
    data: str
    compare: str


def pages(context: Context, key: str) -> Iterator[Page]:
    name = context.archive.names[key]
    view = name_view(context, name)
    rest = replace(
        view,
        picture=None,
        biography=(),
        career=None,
        timeline=(),
        tallies=(),
        appearances=(),
        companions=(),
        crowd=0,
        by=(),
        articles=(),
        badges=(),
        sources=(),
    )
    yield from paged(
        context,
        Page(view.head.url, TEMPLATE, view, (name.span.path,)),
        rest,
        timeline=shares_of_groups(view.timeline, _LINES, _weigh, _cut),
        appearances=shares(view.appearances, _FUNCTIONS),
        companions=shares_of_groups(view.companions, _FUNCTIONS, _weigh_companions, _cut_companions),
        by=shares(view.by, _ARTICLES),
        articles=shares(view.articles, _ARTICLES),
        badges=[part[::-1] for part in shares(view.badges[::-1], _BADGES)],
    )


def _weigh(item: Moment | HistoryGap) -> tuple[int, ...]:
    """How many lines each result takes; the first stands beside the edition."""
    if isinstance(item, HistoryGap):
        return (2 + (len(item.silent) + len(item.partial)) // 4,)
    weights = [weigh_row(line.row) for line in item.lines] or [0]
    return (weights[0] + 1, *weights[1:])


def _cut(item: Moment | HistoryGap, first: int, end: int) -> Moment | HistoryGap:
    return replace(item, lines=item.lines[first:end]) if isinstance(item, Moment) else item


def _weigh_companions(group: Companions) -> tuple[int, ...]:
    return tuple(1 + sum(len(time.where) for time in other.times) // 4 for other in group.names)


def _cut_companions(group: Companions, first: int, end: int) -> Companions:
    return replace(group, names=group.names[first:end])


def name_view(context: Context, name: Name) -> View:
    archive = context.archive
    known = circle(archive)
    count = titles(archive, Scope(name=name.id))
    placed = places(archive, Scope(name=name.id))
    there = appearances(context, name.id)
    summary = tuple(_summary(count, placed, there))
    by = _by(context, name)
    own = {line.link.url for line in by}
    over_time = timeline(context, name.id)
    return View(
        head=_head(context, name, summary),
        id=name.id,
        kind=name.kind,
        name=name.name,
        identity=_identity(name),
        summary=summary,
        functions=tuple(dict.fromkeys(each.function for each in there)),
        picture=picture(context, name.picture),
        biography=prose_pieces(context, name, context.urls.name(name.id)),
        titles=count,
        places=placed,
        career=career(context, name.id),
        timeline=over_time,
        won=tuple(item.edition for item in over_time if isinstance(item, Moment) and item.form == "won"),
        sharers=tuple(_sharers(over_time)),
        tallies=tallies(context, name.id),
        appearances=there,
        appeared=len(there),
        companions=companions(context, name.id, known),
        crowd=known.crowds.get(name.id, 0),
        by=by,
        articles=tuple(line for line in articles_about(context, "name", name.id) if line.link.url not in own),
        badges=badge_lines(context, name),
        sources=sources(name),
        citation=cite_name(context, name),
        registered=name.registered,
        data=context.urls.record("name", name.id) if makes(context, "api") else "",
        compare=context.urls.section("compare") if makes(context, "api") else "",
    )


def _head(context: Context, name: Name, summary: tuple[Message, ...]) -> Head:
    return Head(
        indexed=not name.draft,
        draft=name.draft,
        url=context.urls.name(name.id),
        title=name.full,
        description=_description(name),
        kind="profile" if name.kind is Kind.PERSON else "website",
        crumbs=crumbs(section_link(context, "names")),
        section=context.urls.section("names"),
        json_ld=name_data(context, name, _titles_in_words(context, name.id)),
        found=found_name(context, name).also,
        card=card_of_name(context, name, summary),
        feed=feed_of(context, "name", name.id),
    )


def _description(name: Name) -> Message:
    values = (("name", name.name), ("what", name.description or name.expansion))
    if values[1][1]:
        return Message("%(name)s, %(what)s: titles, places and functions in this archive, with their sources.", values)
    return Message("%(name)s: titles, places and functions in this archive, with their sources.", values[:1])


def _identity(name: Name) -> NameFacts:
    return NameFacts(
        name.description,
        name.expansion,
        name.reading,
        name.disambiguation,
        name.names,
        tuple(alias for alias in name.aliases if alias != name.expansion),
        name.country,
        name.city,
        name.born,
        name.died,
        tuple(link_to_address(address) for address in name.links),
        name.wikidata,
        name.identifiers,
    )


def _summary(count: Count, placed: Places, there: tuple[Appearance, ...]) -> Iterator[Message]:
    if count.value:
        yield how_many_titles(count)
    yield from how_many_places(placed)
    if there:
        yield Message("%(num)s function", plural="%(num)s functions", count=len(there))


def _sharers(over_time: tuple[Moment | HistoryGap, ...]) -> Iterator[Occurrences]:
    """Names that share its results, in the order of the first."""
    found: dict[Link, list[Link]] = {}
    for item in over_time:
        for line in item.lines if isinstance(item, Moment) else ():
            for other in line.others if line.share is Share.OWN else ():
                found.setdefault(other.link, []).append(line.place)
    yield from (Occurrences(link, tuple(where)) for link, where in found.items())


def _by(context: Context, name: Name) -> tuple[ArticleLine, ...]:
    mentioned = context.archive.mentions_of.get(name.id, ())
    ids = {m.article for m in mentioned if m.how in (NamedAs.AUTHOR, NamedAs.PUBLICATION) and m.article}
    return tuple(article_line(context, id) for id in sorted(ids, key=recency(context.archive).__getitem__))


def _titles_in_words(context: Context, name: str) -> Iterator[str]:
    """`Palmes 2011, Palme Voix du Client`: each title once, for readers of linked data."""
    archive: Archive = context.archive
    for result in results(archive, Scope(name=name)):
        if name in winners(archive, result):
            category = archive.category(result)
            parts = (link_to_edition(context, result.edition), category and link_to_category(context, category.key))
            yield ", ".join(str(part.text) for part in parts if part)
