"""Show what facts rest on: numbered sources, references to them, other sources' values.

Owns: SourceNote, Cite, DisputeRow.   Never: judges a fact, knows a template.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from .model import Article, Award, Date, Dispute, Edition, Name, Ref, Source

Record = Award | Edition | Name | Article
"""Whatever has sources of its own."""


@dataclass(frozen=True, slots=True)
class Cite:
    """A reference to a numbered source: the number, and the address of its note."""

    number: int
    url: str


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A source as a numbered note; `anchor` is the id to point at."""

    number: int
    anchor: str
    title: str
    author: str = ""
    publisher: str = ""
    date: Date | None = None
    url: str = ""
    accessed: Date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """The sources of one field, such as `ceremony.date`."""

    field: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """A value that another source gives for a field."""

    field: str
    value: str
    cites: tuple[Cite, ...]
    note: str


def sources(record: Record) -> tuple[SourceNote, ...]:
    """The sources of a record, numbered from 1 in the order written."""
    return tuple(
        SourceNote(number, _anchor(source), source.title or source.publisher or source.url, source.author,
                   source.publisher if source.title else "", source.date, source.url, source.accessed, source.note)
        for number, source in enumerate(record.sources, 1)
    )


def cites(refs: Iterable[Ref | None], record: Record, url: str) -> tuple[Cite, ...]:
    """References to sources of the record that stands at `url`; an unknown id is a check's business."""
    numbers = {source.id: (number, source) for number, source in enumerate(record.sources, 1)}
    known = (numbers[ref.text] for ref in refs if ref and ref.text in numbers)
    return tuple(Cite(number, f"{url}#{_anchor(source)}") for number, source in known)


def cited(record: Award | Edition, url: str) -> tuple[Cited, ...]:
    """The provenance of single fields."""
    return tuple(Cited(citation.field, cites(citation.sources, record, url)) for citation in record.cited)


def disputes(record: Award | Edition, url: str) -> tuple[DisputeRow, ...]:
    return tuple(_dispute(dispute, record, url) for dispute in record.disputes)


def _dispute(dispute: Dispute, record: Award | Edition, url: str) -> DisputeRow:
    return DisputeRow(dispute.field, dispute.value, cites((dispute.source,), record, url), dispute.note)


def _anchor(source: Source) -> str:
    return f"source-{source.id}"
