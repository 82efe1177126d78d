"""The page of a name: everything the archive knows about one person, organisation, team or work.

Owns: the order of facts on a name's page, its summary and its titles in words.
Never: counts (that is `statistics`), or merges two names.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..archive import Archive
from ..context import Context
from ..model import Date, DatedName, Function, Identifier, Kind, Name
from ..plan import Page
from ..statistics.count import Count
from ..statistics.scope import Scope, results
from ..statistics.titles import Places, places, titles, winners
from ..views import (
    ArticleLine,
    Head,
    Link,
    Message,
    article_line,
    articles_about,
    crumbs,
    how_many_places,
    how_many_titles,
    link_to_address,
    link_to_category,
    link_to_edition,
    recency,
    section_link,
)
from ..views.appearances import Appearance, appearances
from ..views.badges import BadgeLine, badge_lines
from ..views.card import card_of_name
from ..views.career import career
from ..views.citation import Citation, cite_name
from ..views.companions import Circle, Companions, circle, companions
from ..views.findings import found_name
from ..views.linked_data import name_data
from ..views.picture import Picture, picture
from ..views.profiles import AwardTally, Gap, Moment, Share, tallies, timeline
from ..views.proof import CountLine, SourceNote, counted, sources
from ..views.prose_view import Piece, prose_pieces
from ..views.tracks import Track

TEMPLATE = "page/name.html"


@dataclass(frozen=True, slots=True)
class Identity:
    """What a name is, besides its results. `expansion` spells an acronym out; `names` were in use for a time."""

    description: str
    expansion: str
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
class Sharer:
    """Somebody who shares a result with this name, and where."""

    link: Link
    where: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class View:
    """A name. `summary` says in a few words how much there is; `functions` which functions it has, each once.

    `titles` is about all awards, `places` the number of places without a title. `timeline` mixes `Moment`s and
    `Gap`s, told apart by their `kind`; `sharers` are those with whom it shares a title or a place; `crowd` counts the
    colleagues that are not listed. `by` are articles it wrote or published, `articles` those that speak of it.
    """

    head: Head
    kind: Kind
    name: str
    identity: Identity
    summary: tuple[Message, ...]
    functions: tuple[Function, ...]
    picture: Picture | None
    biography: tuple[Piece, ...]
    titles: CountLine
    places: Places
    career: Track | None
    timeline: tuple[Moment | Gap, ...]
    sharers: tuple[Sharer, ...]
    tallies: tuple[AwardTally, ...]
    appearances: tuple[Appearance, ...]
    companions: tuple[Companions, ...]
    crowd: int
    by: tuple[ArticleLine, ...]
    articles: tuple[ArticleLine, ...]
    badges: tuple[BadgeLine, ...]
    sources: tuple[SourceNote, ...]
    citation: Citation
    registered: bool
    data: str


def pages(context: Context) -> Iterator[Page]:
    known = circle(context.archive)
    for name in context.archive.names.values():
        view = name_view(context, name, known)
        yield Page(view.head.url, TEMPLATE, view, (name.span.path,))


def name_view(context: Context, name: Name, known: Circle) -> View:
    archive = context.archive
    count = titles(archive, Scope(name=name.id))
    placed = places(archive, Scope(name=name.id))
    there = appearances(context, name.id)
    summary = tuple(_summary(count, placed, there))
    by = _by(context, name)
    own = {line.link.url for line in by}
    over_time = timeline(context, name.id)
    return View(
        head=_head(context, name, summary),
        kind=name.kind,
        name=name.name,
        identity=_identity(name),
        summary=summary,
        functions=tuple(dict.fromkeys(each.function for each in there)),
        picture=picture(context, name.picture),
        biography=prose_pieces(context, name, context.urls.name(name.id)),
        titles=counted(count),
        places=placed,
        career=career(context, name.id),
        timeline=over_time,
        sharers=tuple(_sharers(over_time)),
        tallies=tallies(context, name.id),
        appearances=there,
        companions=companions(context, name.id, known),
        crowd=known.crowds.get(name.id, 0),
        by=by,
        articles=tuple(line for line in articles_about(context, "name", name.id) if line.link.url not in own),
        badges=badge_lines(context, name),
        sources=sources(name),
        citation=cite_name(context, name),
        registered=name.registered,
        data=context.urls.record("name", name.id),
    )


def _head(context: Context, name: Name, summary: tuple[Message, ...]) -> Head:
    return Head(
        url=context.urls.name(name.id),
        title=f"{name.name} ({name.disambiguation})" if name.disambiguation else name.name,
        description=_description(name, summary),
        kind="profile" if name.kind is Kind.PERSON else "website",
        crumbs=crumbs(section_link(context, "names")),
        section=context.urls.section("names"),
        json_ld=name_data(context, name, _titles_in_words(context, name.id)),
        found=found_name(context, name).also,
        card=card_of_name(context, name, summary),
    )


def _description(name: Name, summary: tuple[Message, ...]) -> Message:
    values = (("name", name.name), ("what", name.description or name.expansion))
    if values[1][1]:
        return Message("%(name)s, %(what)s: titles, places and functions in this archive, with their sources.", values)
    return Message("%(name)s: titles, places and functions in this archive, with their sources.", values[:1])


def _identity(name: Name) -> Identity:
    return Identity(
        name.description,
        name.expansion,
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


def _sharers(over_time: tuple[Moment | Gap, ...]) -> Iterator[Sharer]:
    """Those beside it in its own results, in the order of the first."""
    found: dict[Link, list[Link]] = {}
    for item in over_time:
        for line in item.lines if isinstance(item, Moment) else ():
            for other in line.others if line.share is Share.OWN else ():
                found.setdefault(other.link, []).append(line.place)
    yield from (Sharer(link, tuple(where)) for link, where in found.items())


def _by(context: Context, name: Name) -> tuple[ArticleLine, ...]:
    mentioned = context.archive.mentions_of.get(name.id, ())
    ids = {m.article for m in mentioned if m.how in ("author", "publication") and m.article}
    return tuple(article_line(context, id) for id in sorted(ids, key=recency(context.archive).__getitem__))


def _titles_in_words(context: Context, name: str) -> Iterator[str]:
    """`Palmes 2011, Palme Voix du Client`: each title once, for readers of linked data."""
    archive: Archive = context.archive
    for result in results(archive, Scope(name=name)):
        if name in winners(archive, result):
            category = archive.category(result)
            parts = (link_to_edition(context, result.edition), category and link_to_category(context, category.key))
            yield ", ".join(str(part.text) for part in parts if part)
