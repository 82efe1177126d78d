"""The published shape of each record and of its parts."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from ...model import (
    Acceptance,
    Address,
    Amendment,
    Answer,
    ArticleKind,
    Attendance,
    Ceremony,
    Citation,
    Comment,
    Covered,
    Date,
    DatedName,
    Deadline,
    Derived,
    Dispute,
    Distinction,
    Event,
    Function,
    Gathering,
    Held,
    Identifier,
    Kind,
    Money,
    Outcome,
    Period,
    Reason,
    Ref,
    Relation,
    Round,
    Source,
    Status,
    Work,
)
from ...statistics.claims import Outcome as Agreement
from ...statistics.gaps import Area

# Parts of several published records: names, posts, claims, figures.
#
# A field that may be missing has a default, and is left out when it is empty. The sentence of a field is in its
# annotation; without one, `exports.schemas` takes that of the written form of the same name.


class Role(StrEnum):
    """What an article has to do with a name."""

    AUTHOR = "author"
    PUBLICATION = "publication"
    ABOUT = "about"
    CITED = "cited"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name that a record points at; its own record is names/<id>.json."""

    id: Annotated[str, "id of the name; missing where the archive holds no such name"] = ""
    name: Annotated[str, "the name today"]
    name_then: Annotated[str, "what it was called at the time, where that differs"] = ""
    kind: Annotated[Kind | None, "person, organisation, team or work"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A role in an organisation, as it was then."""

    role: str = ""
    org: Named | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Laureate:
    """One name in a result."""

    id: Annotated[str, "id of the name"] = ""
    name: Annotated[str, "the name today"]
    name_then: Annotated[str, "what it was called at the time, where that differs"] = ""
    kind: Annotated[Kind | None, "person, organisation, team or work"] = None
    as_: Annotated[str, "its part in a joint prize"] = ""
    posts: Annotated[tuple[Post, ...], "roles and organisations then"] = ()
    size: Annotated[str, "how many a team is, in words"] = ""
    country: Annotated[str, "the country it appeared for then"] = ""
    share: Annotated[str, "its share of the prize, as a fraction"] = ""
    status: Annotated[Status | None, "whether it still stands for this laureate, where it does not"] = None
    note: Annotated[str, "anything to add"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A name's part in an edition or an award: juror, partner, host…"""

    id: Annotated[str, "id of the name"] = ""
    name: Annotated[str, "the name today"]
    name_then: Annotated[str, "what it was called at the time, where that differs"] = ""
    kind: Annotated[Kind | None, "person, organisation, team or work"] = None
    as_: Annotated[str, "their part in a few words, as printed"] = ""
    chair: bool = False
    posts: Annotated[tuple[Post, ...], "roles and organisations then"] = ()
    category: Annotated[str, "only for this category"] = ""
    note: str = ""
    sources: tuple[Ref, ...] = ()
    url: Annotated[str, "where it stands on the page of the edition"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A function that a name has in an edition, or in an award as such."""

    function: Annotated[Function, "juror, organiser, partner, provider, host, speaker, guest or participant"]
    award: Annotated[str, "id of the award"]
    edition: Annotated[str, "id of the edition; missing for the award as such"] = ""
    label: Annotated[str, "short name of the award, and label of the edition"]
    date: Annotated[Date | None, "date of the ceremony"] = None
    category: Annotated[str, "only for this category"] = ""
    as_: Annotated[str, "the part in a few words, as printed"] = ""
    chair: Annotated[bool, "true for the head of a jury"] = False
    posts: Annotated[tuple[Post, ...], "roles and organisations then"] = ()
    note: Annotated[str, "anything to add"] = ""
    sources: Annotated[tuple[Ref, ...], "ids of sources of the edition or award"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another name, and its relation to this one."""

    relation: Annotated[Relation, "what the other is to it, such as employer, or what it does to the other"]
    id: Annotated[str, "id of the other name"]
    name: Annotated[str, "the other name today"]
    kind: Annotated[Kind, "person, organisation, team or work"]
    where: Annotated[tuple[str, ...], "ids of the editions (or awards) that say so"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """Why a number is what it is."""

    code: Annotated[str, "a word for programs"]
    sentence: Annotated[str, "a sentence for readers, in English"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A number somebody stated, and what recomputing it gave."""

    says: str
    count: str
    value: Annotated[int, "the number stated"]
    verdict: Annotated[Agreement, "what became of it"]
    found: Annotated[int | None, "the number that the archive counts"] = None
    at_least: Annotated[bool, "true where there may be more than `found`"] = False
    at_most: Annotated[bool, "true where there may be fewer than `found`"] = False
    reason: Annotated[Because | None, "why it differs or can't be computed"] = None
    of: Annotated[Named | None, "only this name"] = None
    category: Annotated[str, "id of the category it speaks of"] = ""
    edition: Annotated[str, "id of the edition it speaks of"] = ""
    award: Annotated[str, "id of the award it speaks of"] = ""
    scope: str = ""
    source: Annotated[str, "id of the source that states it"] = ""
    disputed: bool = False
    note: str = ""
    url: Annotated[str, "where it is listed with its verdict"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A survey question and its answers, or one stated number."""

    id: Annotated[str, "id, unique in its edition"]
    title: str
    by: Named | None = None
    date: Date | None = None
    unit: str = ""
    base: str = ""
    several_answers: bool = False
    answers: tuple[Answer, ...] = ()
    note: str = ""
    sources: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """How laureates are chosen."""

    how: tuple[str, ...] = ()
    provider: tuple[Named, ...] = ()
    channels: tuple[str, ...] = ()
    channel_count: Annotated[int | None, "how many channels, named or not"] = None
    tests: str = ""
    threshold: str = ""
    weights: tuple[Answer, ...] = ()
    fee: str = ""
    eligibility: str = ""
    criteria: tuple[str, ...] = ()
    note: str = ""
    sources: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """One step of a category's descent."""

    event: Event
    from_: Annotated[tuple[str, ...], "ids of the categories it comes from"] = ()
    edition: Annotated[str, "id of the edition in which it happened"] = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture and its text alternative."""

    url: Annotated[str, "address of the picture"]
    alt: str
    credit: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many the archive holds; left out where it holds none and does not know all."""

    editions: Annotated[int | None, "editions"] = None
    categories: Annotated[int | None, "categories"] = None
    laureates: Annotated[int | None, "distinct names with at least one title"] = None
    titles: Annotated[int | None, "active winning results, each times its number of trophies"] = None
    jurors: Annotated[int | None, "distinct members of juries"] = None
    at_least: Annotated[tuple[str, ...], "those of these numbers that may be higher, for want of coverage"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """One thing that the archive lacks of an edition."""

    area: Annotated[Area, "laureates, categories, jury or facts"]
    what: Annotated[str, "a word for programs"]
    count: Annotated[int | None, "how many are known, or are missing, as the sentence says"] = None
    category: Annotated[str, "id of the category it speaks of"] = ""
    date: Annotated[Date | None, "the date that is not precise enough, or deduced"] = None
    sentence: Annotated[str, "a noun phrase for readers, in English"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionLine:
    """An edition in a list; its own record is editions/<award>-<edition>.json."""

    id: Annotated[str, "id of the edition"]
    url: Annotated[str, "its page"]
    label: Annotated[str, "its label"]
    ordinal: Annotated[int | None, "which one it is, from 1"] = None
    status: Annotated[Held, "whether it took place"]
    date: Annotated[Date | None, "date of the ceremony, as precise as it is known"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryLine:
    """A category in a list; its own record is in categories.json."""

    id: Annotated[str, "id of the category"]
    url: Annotated[str, "its page"]
    name: Annotated[str, "its name today"]
    special: Annotated[bool, "true for an ad-hoc award outside the categories"] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleLine:
    """An article in a list; its own record is in articles.json."""

    id: Annotated[str, "id of the article"]
    url: Annotated[str, "its page"]
    title: Annotated[str, "its title"]
    kind: Annotated[ArticleKind, "what sort of text it is"]
    date: Annotated[Date | None, "when it appeared"] = None
    as_: Annotated[tuple[Role, ...], "for a name: what the article has to do with it"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A laureate in a list of holders."""

    id: Annotated[str, "id of the name"] = ""
    name: Annotated[str, "the name today"]
    result: Annotated[str, "id of the result"]
    distinction: Annotated[Distinction, "what the result gives"]
    rank: Annotated[int | None, "place, from 1"] = None
    title: Annotated[bool, "true where it counts as a title"] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What became of a category in one edition."""

    edition: Annotated[str, "id of the edition"]
    label: Annotated[str, "label of the edition"]
    date: Annotated[Date | None, "date of the ceremony"] = None
    outcome: Annotated[Outcome, "what became of it"]
    printed_name: Annotated[str, "its name as printed that year"] = ""
    laureates: Annotated[tuple[Place, ...], "who got it, and the places below"] = ()


# The published shape of an award, edition, category, name, result and article.
#
# A word that Python reserves ends in `_` here, and not in JSON.


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Who got what in one category of one edition: the central record."""

    id: Annotated[str, "id: that of the edition, then that of the result in it"]
    url: Annotated[str, "page that shows it"]
    award: Annotated[str, "id of the award"]
    edition: Annotated[str, "id of the edition"]
    label: Annotated[str, "short name of the award, and label of the edition"]
    date: Annotated[Date | None, "when it was given, as precise as it is known"] = None
    category: Annotated[str, "id of the category; missing where the archive does not know it"] = ""
    category_name: Annotated[str, "name of the category, as printed that year"] = ""
    laureates: Annotated[tuple[Laureate, ...], "the laureate, or several who share it; missing if unknown"] = ()
    distinction: Annotated[Distinction, "what it gives"]
    rank: int | None = None
    tie: bool = False
    title: Annotated[bool, "true where it counts as a title: an active winning result"]
    count: int
    share: str = ""
    status: Status
    status_on: Date | None = None
    status_reason: str = ""
    superseded_by: Named | None = None
    acceptance: Acceptance
    credited_as: str = ""
    for_: Annotated[tuple[Work, ...], "what it was given for"] = ()
    represented_by: tuple[Named, ...] = ()
    citation: str = ""
    scope: str = ""
    track: str = ""
    round: str = ""
    score: str = ""
    out_of: str = ""
    money: Money | None = None
    posthumous: bool = False
    official: bool
    awarded_on: Date | None = None
    entered_in: Annotated[str, "id of the category in which it was entered"] = ""
    amendments: tuple[Amendment, ...] = ()
    note: str = ""
    sources: Annotated[tuple[Ref, ...], "ids of sources of the edition"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A category in one edition: what became of it, and its results."""

    id: Annotated[str, "id of the category; missing where the archive does not know it"] = ""
    url: Annotated[str, "page of the category"] = ""
    name: Annotated[str, "name as printed that year, or the category's name"] = ""
    special: Annotated[bool, "true for an ad-hoc award outside the categories"] = False
    outcome: Annotated[Outcome, "awarded, not-awarded, unknown, unrecorded or cancelled"]
    reason: Annotated[Reason | None, "why it was not awarded"] = None
    method: tuple[str, ...] = ()
    partners: tuple[Named, ...] = ()
    criteria: tuple[str, ...] = ()
    entrants: int | None = None
    nominees: int | None = None
    threshold: str = ""
    prize: Money | None = None
    derived_from: Derived | None = None
    results: Annotated[tuple[Result, ...], "who got what, in the order written"] = ()
    note: str = ""
    sources: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One holding of an award, whole."""

    id: Annotated[str, "id: that of the award, then that of the edition in it"]
    url: Annotated[str, "its page"]
    award: Annotated[str, "id of the award"]
    award_name: Annotated[str, "name of the award today"]
    label: Annotated[str, "its label; need not be a year"]
    year: Annotated[int, "the year it is sorted by"]
    ordinal: int | None = None
    theme: str = ""
    status: Held
    status_note: str = ""
    ceremony: Annotated[Ceremony | None, "when and where"] = None
    period: Period | None = None
    validity: str = ""
    coverage: Annotated[Covered, "how much of it the archive holds"]
    missing: Annotated[tuple[Missing, ...], "what the archive lacks of it"] = ()
    counts: Annotated[Counts | None, "what the archive counts in it"] = None
    categories: Annotated[tuple[Entry, ...], "the palmarès, category by category"] = ()
    without_category: Annotated[Entry | None, "results whose category the archive does not know"] = None
    jury: tuple[Part, ...] = ()
    organisers: tuple[Part, ...] = ()
    hosts: tuple[Part, ...] = ()
    speakers: tuple[Part, ...] = ()
    guests: tuple[Part, ...] = ()
    participants: tuple[Part, ...] = ()
    partners: tuple[Part, ...] = ()
    providers: tuple[Part, ...] = ()
    method: Method | None = None
    rounds: tuple[Round, ...] = ()
    events: tuple[Gathering, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    figures: tuple[Figure, ...] = ()
    announcements: str = ""
    wikidata: str = ""
    claims: tuple[Claim, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    sources: tuple[Source, ...] = ()
    cited: tuple[Citation, ...] = ()
    articles: Annotated[tuple[ArticleLine, ...], "articles that speak of it, newest first"] = ()
    previous: Annotated[str, "id of the edition before"] = ""
    next: Annotated[str, "id of the edition after"] = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A line of the palmarès that continues from edition to edition."""

    id: Annotated[str, "id: that of the award, then that of the category in it"]
    url: Annotated[str, "its page"]
    award: Annotated[str, "id of the award"]
    award_name: Annotated[str, "name of the award today"]
    name: str
    description: str = ""
    special: bool = False
    parent: Annotated[str, "id of the category it is part of"] = ""
    honours: Kind | None = None
    many: bool = False
    once: bool = False
    method: tuple[str, ...] = ()
    sector: str = ""
    lineage: tuple[Lineage, ...] = ()
    partners: tuple[Named, ...] = ()
    criteria: tuple[str, ...] = ()
    wikidata: str = ""
    counts: Annotated[Counts | None, "what the archive counts in it"] = None
    editions: Annotated[tuple[Holding, ...], "what became of it, edition by edition"] = ()
    articles: Annotated[tuple[ArticleLine, ...], "articles that speak of it, newest first"] = ()
    note: str = ""
    sources: Annotated[tuple[Ref, ...], "ids of sources of the award"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """A prize programme and its editions."""

    id: Annotated[str, "its id"]
    url: Annotated[str, "its page"]
    name: str
    short: str = ""
    names: tuple[DatedName, ...] = ()
    description: str = ""
    founded: Date | None = None
    ended: Date | None = None
    country: str = ""
    periodicity: str = ""
    succeeds: Ref | None = None
    succeeded_by: Annotated[tuple[str, ...], "ids of the awards that succeed it"] = ()
    part_of: Ref | None = None
    parts: Annotated[tuple[str, ...], "ids of the awards held within it"] = ()
    family: str = ""
    rivals: tuple[Ref, ...] = ()
    sisters: tuple[str, ...] = ()
    organisers: Annotated[tuple[Part, ...], "who organises it"] = ()
    partners: tuple[Part, ...] = ()
    counts: Annotated[Counts | None, "what the archive counts in all its editions"] = None
    categories: Annotated[tuple[CategoryLine, ...], "its categories, in their order"] = ()
    editions: Annotated[tuple[EditionLine, ...], "its editions, from old to new"] = ()
    links: tuple[Address, ...] = ()
    wikidata: str = ""
    claims: tuple[Claim, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    sources: tuple[Source, ...] = ()
    cited: tuple[Citation, ...] = ()
    articles: Annotated[tuple[ArticleLine, ...], "articles that speak of it, newest first"] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person, organisation, team or work, and everywhere it appears."""

    id: Annotated[str, "its id"]
    url: Annotated[str, "its page"]
    name: str
    kind: Kind
    names: tuple[DatedName, ...] = ()
    aliases: tuple[str, ...] = ()
    sort: str = ""
    expansion: str = ""
    disambiguation: str = ""
    description: str = ""
    country: str = ""
    city: str = ""
    born: Date | None = None
    died: Date | None = None
    links: tuple[Address, ...] = ()
    wikidata: str = ""
    identifiers: tuple[Identifier, ...] = ()
    picture: Picture | None = None
    registered: Annotated[bool, "true where it has a file of its own"] = False
    counts: Annotated[Counts | None, "what the archive counts for it"] = None
    results: Annotated[tuple[Result, ...], "results it holds, from old to new"] = ()
    results_as_employer: Annotated[tuple[Result, ...], "results of those who worked for it then"] = ()
    results_as_representative: Annotated[tuple[Result, ...], "results it received for another"] = ()
    functions: Annotated[tuple[Appearance, ...], "juror, speaker, host, partner…, from old to new"] = ()
    articles: Annotated[tuple[ArticleLine, ...], "articles by it or about it, newest first"] = ()
    related: Annotated[tuple[Related, ...], "names that stand beside it"] = ()
    claims: Annotated[tuple[Claim, ...], "numbers that its biography states"] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Subjects:
    """Things of the archive that a text speaks of."""

    editions: Annotated[tuple[str, ...], "ids of editions"] = ()
    names: Annotated[tuple[Named, ...], "names"] = ()
    categories: Annotated[tuple[str, ...], "ids of categories"] = ()
    awards: Annotated[tuple[str, ...], "ids of awards"] = ()
    articles: Annotated[tuple[str, ...], "ids of articles"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text about editions and names, without the text itself."""

    id: Annotated[str, "its id"]
    url: Annotated[str, "its page"]
    title: str
    kind: ArticleKind
    deck: str = ""
    date: Date | None = None
    time: str = ""
    author: tuple[Named, ...] = ()
    publication: Named | None = None
    disclosure: str = ""
    about: Annotated[Subjects | None, "what it is about"] = None
    cites: Annotated[Subjects | None, "what its text links to"] = None
    picture: Picture | None = None
    related: tuple[Ref, ...] = ()
    tags: tuple[str, ...] = ()
    words: Annotated[int, "length of the text"]
    comments: tuple[Comment, ...] = ()
    claims: tuple[Claim, ...] = ()
    sources: tuple[Source, ...] = ()
