"""Awards and their categories."""

from dataclasses import dataclass, field

from ..problems import Span
from .pieces import Address, Citation, Claim, Date, DatedName, Dispute, Part, Ref, Source
from .vocabulary import Event, Kind


@dataclass(frozen=True, slots=True)
class Lineage:
    """One step of a category's descent; `origin` are category ids of the same award."""

    event: Event
    origin: tuple[Ref, ...] = ()
    edition: str = ""
    note: str = ""
    span: Span = field(default=Span(""), compare=False, repr=False)


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
    wikidata: str = ""
    formerly: tuple[Ref, ...] = ()
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
    wikidata: str = ""
    formerly: tuple[Ref, ...] = ()
    note: str = ""
    claims: tuple[Claim, ...] = ()
    sources: tuple[Source, ...] = ()
    cited: tuple[Citation, ...] = ()
    disputes: tuple[Dispute, ...] = ()

    @property
    def label(self) -> str:
        """The name for lists and for "Palmes 2011": the short one, if there is one."""
        return self.short or self.name
