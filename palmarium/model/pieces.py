"""What several records share: dates, references, sources, claims, posts."""

import calendar
import datetime
from dataclasses import dataclass, field

from ..problems import Span
from .vocabulary import Function


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
    def first(self) -> tuple[int, int, int]:
        """The earliest day it may mean; what is not known is 0, before every day it may be."""
        return self.year, self.month, self.day

    @property
    def last(self) -> tuple[int, int, int]:
        """The latest day it may mean, for comparing dates of different precision."""
        month = self.month or 12
        return self.year, month, self.day or calendar.monthrange(self.year, month)[1]


@dataclass(frozen=True, slots=True)
class Ref:
    """A name or an id as an editor wrote it, and where."""

    text: str
    span: Span = field(repr=False)


@dataclass(frozen=True, slots=True)
class Address:
    """A link to another site; its scheme is http, https or mailto."""

    url: str
    label: str = ""


WIKIDATA = "wikidata"
"""The authority whose ids of names have a key of their own."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """The id of a name in a list of others; an import finds the name by it, however it is spelled."""

    authority: str
    id: str


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time; either end may be open."""

    start: Date | None = None
    end: Date | None = None
    note: str = ""
    span: Span = field(default=Span(""), compare=False, repr=False)


def exact_day(date: Date | None) -> datetime.date | None:
    """The day of a date, where it is known."""
    return datetime.date(date.year, date.month, date.day) if date and date.day else None


@dataclass(frozen=True, slots=True)
class DatedName:
    """A name in use for a time; both ends may be open (edge cases 42 and 57)."""

    name: str
    since: Date | None = None
    until: Date | None = None
    span: Span = field(default=Span(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts come from; `id` is unique in its file."""

    id: str
    span: Span = field(repr=False)
    title: str = ""
    author: str = ""
    publisher: str = ""
    date: Date | None = None
    url: str = ""
    archived: str = ""
    accessed: Date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """The provenance of one field of a record, such as `ceremony.date`."""

    field: str
    sources: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A value that another source gives for a field; the record keeps its own."""

    field: str
    value: str
    source: Ref | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A number somebody stated. `count` names a statistic, `value` is what they said.

    `of` narrows to one name, `category` to one category; `edition` and `award` point elsewhere. With `until` an award
    is counted up to that edition, itself included.
    """

    says: str
    count: str
    value: int
    span: Span
    of: Ref | None = None
    category: Ref | None = None
    edition: Ref | None = None
    award: Ref | None = None
    until: Ref | None = None
    scope: str = ""
    source: Ref | None = None
    note: str = ""
    disputed: bool = False

    @property
    def home(self) -> str:
        """The award that it names, by itself or by an edition; empty where it names none."""
        told = self.edition or self.award or self.until
        return told.text.partition("/")[0] if told else ""


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
