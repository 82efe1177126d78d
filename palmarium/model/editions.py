"""One holding of an award, and everything around its palmarès."""

from dataclasses import dataclass, field

from ..problems import Span
from .awards import Category
from .pieces import Citation, Claim, Date, Dispute, Part, Period, Ref, Source
from .results import Entry
from .vocabulary import Coverage, Function, Held


@dataclass(frozen=True, slots=True)
class Ceremony:
    """The ceremony of an edition: its date, as precise as it is known, and its place."""

    date: Date | None = None
    until: Date | None = None
    weekday: str = ""
    inferred: bool = False
    venue: str = ""
    city: str = ""
    country: str = ""
    note: str = ""
    span: Span = field(default=Span(""), compare=False, repr=False)

    @property
    def place(self) -> tuple[str, ...]:
        """Where it was, from the venue to the country, as far as that is known."""
        return tuple(part for part in (self.venue, self.city, self.country) if part)


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
    span: Span = field(default=Span(""), compare=False, repr=False)

    @property
    def place(self) -> tuple[str, ...]:
        """Where it was, from the venue to the region, as far as that is known."""
        return tuple(part for part in (self.venue, self.city, self.region) if part)


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day for something, such as entries."""

    what: str
    date: Date
    note: str = ""
    sources: tuple[Ref, ...] = ()
    span: Span = field(default=Span(""), compare=False, repr=False)


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
    per: str = ""
    method: tuple[str, ...] = ()
    note: str = ""
    span: Span = field(default=Span(""), compare=False, repr=False)


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

    @property
    def channels_tested(self) -> int | None:
        """The number of channels: the stated one, but at least as many as are named; None where neither is known."""
        numbers = (self.channel_count, len(self.channels) or None)
        return max((number for number in numbers if number is not None), default=None)


@dataclass(frozen=True, slots=True)
class Covered:
    """How much of each part of an edition the archive holds."""

    results: Coverage = Coverage.PARTIAL
    categories: Coverage = Coverage.PARTIAL
    jury: Coverage = Coverage.PARTIAL
    span: Span = field(default=Span(""), compare=False, repr=False)


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
    wikidata: str = ""
    entries: tuple[Entry, ...] = ()
    specials: tuple[Category, ...] = ()
    claims: tuple[Claim, ...] = ()
    sources: tuple[Source, ...] = ()
    cited: tuple[Citation, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    draft: bool = False
    formerly: tuple[Ref, ...] = ()
    note: str = ""

    @property
    def key(self) -> str:
        return f"{self.award}/{self.id}"

    @property
    def jurors(self) -> tuple[Part, ...]:
        """The jury, as listed."""
        return tuple(part for part in self.parts if part.function is Function.JUROR)

    @property
    def occasions(self) -> tuple[Ceremony | Gathering, ...]:
        """Its ceremony and its events, all of which have a place."""
        return self.ceremony, *self.events

    @property
    def when(self) -> Date:
        """When it was held: the year it stands at, where its ceremony has no date."""
        return self.ceremony.date or Date(self.sort_year)

    @property
    def moment(self) -> tuple[tuple[int, int, int], str]:
        """Its place in an order by time, in which no two editions are the same."""
        return self.when.last, self.key

    @property
    def years(self) -> frozenset[int]:
        """The years that it may be called by: the one it stands at, and that of its ceremony."""
        return frozenset((self.sort_year, self.when.year))

    @property
    def is_held(self) -> bool:
        """Whether it counts among the editions; one that broke off before its palmarès does not (edge case 6)."""
        off = self.status in (Held.CANCELLED, Held.POSTPONED)
        return not off and not (self.status is Held.INTERRUPTED and self.without_palmares)

    @property
    def without_palmares(self) -> bool:
        """Whether no prize was given: it was cancelled, or the archive holds all of it, and it has no category."""
        off = self.status in (Held.CANCELLED, Held.POSTPONED)
        return not self.entries and (off or self.covered.results is Coverage.COMPLETE)
