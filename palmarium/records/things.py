"""The published shape of an award, edition, category, name, result and article.

Owns: which facts a record of the API holds, and in which order.
Never: looks a thing up.

`pieces` says how to read the fields. A word that Python keeps for itself ends in `_` here, and not in JSON.
"""

from dataclasses import dataclass
from typing import Annotated

from ..model import (
    Acceptance,
    Address,
    Amendment,
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
    Gathering,
    Held,
    Identifier,
    Kind,
    Money,
    Outcome,
    Period,
    Reason,
    Ref,
    Round,
    Source,
    Status,
    Work,
)
from .pieces import (
    Appearance,
    ArticleLine,
    CategoryLine,
    Claim,
    Counts,
    EditionLine,
    Figure,
    Holding,
    Laureate,
    Lineage,
    Method,
    Missing,
    Named,
    Part,
    Picture,
    Related,
)


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
