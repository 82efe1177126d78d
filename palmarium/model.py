"""The nouns of an archive: what was written, typed, frozen, and still linked by name.

Owns: every record, its closed vocabularies, and fuzzy dates.
Never: reads text, looks another record up, knows a URL or a template.

A `Ref` holds a name as an editor wrote it; `archive.Archive.ids` says whose name it is.
"""

import calendar
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from .problems import Span


class Kind(StrEnum):
    """What a name is the name of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    TEAM = "team"
    WORK = "work"


class Distinction(StrEnum):
    """What a result gives (award-model §2E); a rank may say more."""

    WINNER = "winner"
    RANKED = "ranked"
    FINALIST = "finalist"
    NOMINEE = "nominee"
    SHORTLISTED = "shortlisted"
    LONGLISTED = "longlisted"
    SEMI_FINALIST = "semi-finalist"
    REGIONAL_WINNER = "regional-winner"
    MENTION = "mention"
    ENTRANT = "entrant"
    OTHER = "other"


class Outcome(StrEnum):
    """What became of a category in one edition (edge cases 22 and 23)."""

    AWARDED = "awarded"
    NOT_AWARDED = "not-awarded"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"


class Reason(StrEnum):
    """Why a category was not awarded (edge case 23)."""

    BELOW_THRESHOLD = "below-threshold"
    NO_MAJORITY = "no-majority"
    INSUFFICIENT_ENTRIES = "insufficient-entries"
    NOT_HELD = "not-held"
    RESERVED = "reserved"
    OTHER = "other"


class Status(StrEnum):
    """Whether a result still stands (edge cases 26 and 27)."""

    ACTIVE = "active"
    REVOKED = "revoked"
    VACATED = "vacated"
    WITHDRAWN = "withdrawn"
    INELIGIBLE = "ineligible"
    SUPERSEDED = "superseded"


class Acceptance(StrEnum):
    """What the laureate did with it (edge case 25); a declined title still counts."""

    RECEIVED = "received"
    DECLINED = "declined"
    PREVENTED = "prevented"


class Held(StrEnum):
    """Whether and how an edition took place (edge case 6)."""

    HELD = "held"
    ONLINE = "online"
    CANCELLED = "cancelled"
    INTERRUPTED = "interrupted"
    POSTPONED = "postponed"


class Coverage(StrEnum):
    """How much of something the archive holds."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    WINNERS_ONLY = "winners-only"
    NAMES_ONLY = "names-only"
    NONE = "none"


class Function(StrEnum):
    """Why a name appears in an edition or an award, besides its results."""

    JUROR = "juror"
    ORGANISER = "organiser"
    PARTNER = "partner"
    PROVIDER = "provider"
    HOST = "host"
    SPEAKER = "speaker"
    GUEST = "guest"
    PARTICIPANT = "participant"


class ArticleKind(StrEnum):
    REPORT = "report"
    INTERVIEW = "interview"
    BRIEF = "brief"
    PALMARES = "palmares"
    OPINION = "opinion"
    JURY = "jury"


class Event(StrEnum):
    """What happened to a category (edge case 49)."""

    RENAMED = "renamed"
    SPLIT = "split"
    MERGED = "merged"
    REPLACED = "replaced"
    REVIVED = "revived"
    NEW = "new"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, order=True)
class Date:
    """A date with its precision: month or day are 0 where they are not known (edge case 5)."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        parts = (f"{self.year:04}", f"{self.month:02}", f"{self.day:02}")
        return "-".join(parts[: 1 + (self.month > 0) + (self.day > 0)])

    @property
    def last(self) -> tuple[int, int, int]:
        """The latest day it may mean, for comparing dates of different precision."""
        month = self.month or 12
        return self.year, month, self.day or calendar.monthrange(self.year, month)[1]


@dataclass(frozen=True, slots=True)
class Ref:
    """A name or an id as an editor wrote it, and where."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Address:
    """A link to another site; its scheme is http, https or mailto."""

    url: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    start: Date | None = None
    end: Date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class DatedName:
    """A name in use for a time; both ends may be open (edge cases 42 and 57)."""

    name: str
    since: Date | None = None
    until: Date | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts come from; `id` is unique in its file."""

    id: str
    span: Span
    title: str = ""
    author: str = ""
    publisher: str = ""
    date: Date | None = None
    url: str = ""
    accessed: Date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """The provenance of one field of a record, such as `ceremony.date`."""

    field: str
    sources: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A value that another source gives for a field; ours stays, this one is told."""

    field: str
    value: str
    source: Ref | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A number somebody stated. `count` names a statistic, `value` is what they said.

    `of` narrows to one name, `category` to one category, `edition` points elsewhere.
    """

    says: str
    count: str
    value: int
    span: Span
    of: Ref | None = None
    category: Ref | None = None
    edition: Ref | None = None
    scope: str = ""
    source: Ref | None = None
    note: str = ""
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    """A role in an organisation, as it was then (edge case 18)."""

    role: str = ""
    org: Ref | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A name's part in an edition or award: juror, partner, host…"""

    function: Function
    name: Ref
    posts: tuple[Post, ...] = ()
    role: str = ""
    chair: bool = False
    category: Ref | None = None
    note: str = ""
    sources: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Lineage:
    """One step of a category's descent; `origin` are category ids of the same award."""

    event: Event
    origin: tuple[Ref, ...] = ()
    edition: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Category:
    """A line of the palmarès that continues from edition to edition; key `award/id`."""

    id: str
    award: str
    name: str
    span: Span
    description: str = ""
    method: tuple[str, ...] = ()
    parent: str = ""
    special: bool = False
    honours: Kind | None = None
    many: bool = False
    once: bool = False
    sector: str = ""
    lineage: tuple[Lineage, ...] = ()
    partners: tuple[Ref, ...] = ()
    criteria: tuple[str, ...] = ()
    note: str = ""
    sources: tuple[Ref, ...] = ()

    @property
    def key(self) -> str:
        return f"{self.award}/{self.id}"


@dataclass(frozen=True, slots=True)
class Award:
    """A prize programme with editions; a predecessor shares no tally (edge case 53)."""

    id: str
    name: str
    span: Span
    short: str = ""
    names: tuple[DatedName, ...] = ()
    description: str = ""
    founded: Date | None = None
    ended: Date | None = None
    country: str = ""
    periodicity: str = ""
    succeeds: Ref | None = None
    part_of: Ref | None = None
    family: str = ""
    rivals: tuple[Ref, ...] = ()
    parts: tuple[Part, ...] = ()
    sisters: tuple[str, ...] = ()
    categories: tuple[Category, ...] = ()
    links: tuple[Address, ...] = ()
    note: str = ""
    claims: tuple[Claim, ...] = ()
    sources: tuple[Source, ...] = ()
    cited: tuple[Citation, ...] = ()
    disputes: tuple[Dispute, ...] = ()


@dataclass(frozen=True, slots=True)
class Ceremony:
    date: Date | None = None
    until: Date | None = None
    weekday: str = ""
    inferred: bool = False
    venue: str = ""
    city: str = ""
    country: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Gathering:
    """One of several events inside an edition (edge case 8)."""

    name: str
    date: Date | None = None
    until: Date | None = None
    venue: str = ""
    city: str = ""
    region: str = ""
    note: str = ""
    sources: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Deadline:
    what: str
    date: Date
    note: str = ""
    sources: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Attendance:
    """A number of people, with its qualifier ("plus de"), forecast or actual (edge case 9)."""

    value: int
    qualifier: str = ""
    forecast: bool = False
    what: str = ""
    note: str = ""
    sources: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Round:
    """One round of a contest: who entered, how many go on (edge case 35)."""

    id: str
    name: str = ""
    level: str = ""
    date: Date | None = None
    entrants: int | None = None
    qualifier: str = ""
    qualify: int | None = None
    method: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One line of a survey figure; `value` is empty where only the order was published."""

    label: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A survey question and its answers, or one stated number."""

    id: str
    title: str
    span: Span
    by: Ref | None = None
    date: Date | None = None
    unit: str = ""
    base: str = ""
    several_answers: bool = False
    answers: tuple[Answer, ...] = ()
    note: str = ""
    sources: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Method:
    """How laureates are chosen, comparable from year to year."""

    how: tuple[str, ...] = ()
    provider: tuple[Ref, ...] = ()
    channels: tuple[str, ...] = ()
    channel_count: int | None = None
    tests: str = ""
    threshold: str = ""
    weights: tuple[Answer, ...] = ()
    fee: str = ""
    eligibility: str = ""
    criteria: tuple[str, ...] = ()
    note: str = ""
    sources: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Covered:
    """Coverage by part of the record; a statistic looks at the part it rests on."""

    results: Coverage = Coverage.PARTIAL
    categories: Coverage = Coverage.PARTIAL
    jury: Coverage = Coverage.PARTIAL


@dataclass(frozen=True, slots=True)
class Money:
    amount: str
    currency: str = "EUR"
    per: str = ""
    in_kind: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """What a laureate was honoured for (edge case 17)."""

    title: str
    kind: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Amendment:
    """A later change of the official record (edge case 28)."""

    on: Date | None
    change: str
    by: str = ""
    sources: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Holder:
    """One name in a result, with its role in a joint prize, its post then, and its share."""

    name: Ref
    as_role: str = ""
    posts: tuple[Post, ...] = ()
    share: Fraction | None = None
    kind: Kind | None = None
    status: Status = Status.ACTIVE
    note: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """Who got what in one category of one edition; everything else is a projection of these.

    `edition` is `award/edition`; `category` is a category id of that award, or "" where
    the archive does not know it (edge case 21). `count` is the number of trophies.
    """

    id: str
    edition: str
    category: str
    span: Span
    holders: tuple[Holder, ...] = ()
    distinction: Distinction = Distinction.WINNER
    rank: int | None = None
    tie: bool = False
    count: int = 1
    share: Fraction | None = None
    credited_as: str = ""
    works: tuple[Work, ...] = ()
    represented_by: tuple[Ref, ...] = ()
    citation: str = ""
    scope: str = ""
    track: str = ""
    round: str = ""
    score: str = ""
    out_of: str = ""
    money: Money | None = None
    posthumous: bool = False
    official: bool = True
    awarded_on: Date | None = None
    status: Status = Status.ACTIVE
    status_on: Date | None = None
    status_reason: str = ""
    superseded_by: Ref | None = None
    acceptance: Acceptance = Acceptance.RECEIVED
    entered_in: Ref | None = None
    amendments: tuple[Amendment, ...] = ()
    note: str = ""
    sources: tuple[Ref, ...] = ()

    @property
    def is_title(self) -> bool:
        """One active winning result; a declined one counts, a revoked one does not."""
        return self.distinction is Distinction.WINNER and self.status is Status.ACTIVE


@dataclass(frozen=True, slots=True)
class Derived:
    """A category decided by another award's result (edge case 54)."""

    edition: Ref
    rank: int = 1
    scope: str = "overall"
    category: Ref | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A category in one edition: what became of it, under which printed name."""

    category: str
    edition: str
    span: Span
    outcome: Outcome = Outcome.AWARDED
    reason: Reason | None = None
    printed_name: str = ""
    method: tuple[str, ...] = ()
    partners: tuple[Ref, ...] = ()
    criteria: tuple[str, ...] = ()
    entrants: int | None = None
    nominees: int | None = None
    threshold: str = ""
    prize: Money | None = None
    derived_from: Derived | None = None
    results: tuple[Result, ...] = ()
    note: str = ""
    sources: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """One holding of an award; key `award/id`. Label, ceremony and period differ (case 1)."""

    id: str
    award: str
    label: str
    sort_year: int
    span: Span
    ordinal: int | None = None
    status: Held = Held.HELD
    status_note: str = ""
    ceremony: Ceremony = Ceremony()
    period: Period | None = None
    validity: str = ""
    theme: str = ""
    covered: Covered = Covered()
    parts: tuple[Part, ...] = ()
    events: tuple[Gathering, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    method: Method | None = None
    rounds: tuple[Round, ...] = ()
    figures: tuple[Figure, ...] = ()
    announcements: str = ""
    entries: tuple[Entry, ...] = ()
    specials: tuple[Category, ...] = ()
    claims: tuple[Claim, ...] = ()
    sources: tuple[Source, ...] = ()
    cited: tuple[Citation, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    note: str = ""

    @property
    def key(self) -> str:
        return f"{self.award}/{self.id}"

    @property
    def is_held(self) -> bool:
        return self.status not in (Held.CANCELLED, Held.POSTPONED)


@dataclass(frozen=True, slots=True)
class Link:
    """`[[target|text]]` in prose: what it points at and where it stands."""

    target: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Block:
    """`{{ kind arguments }}` alone on a line of prose: a piece of data shown in the text."""

    kind: str
    arguments: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Heading:
    id: str
    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Prose:
    """Converted Markdown: sanitised HTML pieces and blocks in turn, links still open slots."""

    pieces: tuple[str | Block, ...] = ()
    links: tuple[Link, ...] = ()
    outline: tuple[Heading, ...] = ()
    words: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    src: str
    alt: str
    span: Span
    credit: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A person, organisation, team or work; `registered` where a file of its own says so."""

    id: str
    kind: Kind
    name: str
    span: Span
    names: tuple[DatedName, ...] = ()
    aliases: tuple[str, ...] = ()
    sort: str = ""
    expansion: str = ""
    disambiguation: str = ""
    succeeds: tuple[Ref, ...] = ()
    part_of: Ref | None = None
    country: str = ""
    city: str = ""
    born: Date | None = None
    died: Date | None = None
    links: tuple[Address, ...] = ()
    wikidata: str = ""
    description: str = ""
    picture: Picture | None = None
    body: Prose = Prose()
    sources: tuple[Source, ...] = ()
    registered: bool = True


@dataclass(frozen=True, slots=True)
class Comment:
    """A reader's comment, archived with the article it answered."""

    text: str
    author: str = ""
    date: Date | None = None
    interest: str = ""


@dataclass(frozen=True, slots=True)
class About:
    editions: tuple[Ref, ...] = ()
    names: tuple[Ref, ...] = ()
    categories: tuple[Ref, ...] = ()
    awards: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    id: str
    title: str
    kind: ArticleKind
    span: Span
    deck: str = ""
    date: Date | None = None
    time: str = ""
    author: tuple[Ref, ...] = ()
    publication: Ref | None = None
    disclosure: str = ""
    about: About = About()
    picture: Picture | None = None
    related: tuple[Ref, ...] = ()
    comments: tuple[Comment, ...] = ()
    tags: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    sources: tuple[Source, ...] = ()
    body: Prose = Prose()


@dataclass(frozen=True, slots=True)
class Note:
    """A page of plain text, such as the legal notice; `id` is its path below the root."""

    id: str
    title: str
    span: Span
    description: str = ""
    body: Prose = Prose()


Record = Award | Edition | Name | Article | Note
