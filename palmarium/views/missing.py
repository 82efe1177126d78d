"""Say what the archive does not know of an edition.

Owns: the list of what is missing, as sentences.   Never: guesses, or counts what it can't see.
"""

from collections.abc import Iterator

from ..archive import results_in
from ..model import Coverage, Edition, Outcome
from . import Message


def missing(edition: Edition) -> tuple[Message, ...]:
    """What would make an edition complete, most important first; nothing where it was not held."""
    return tuple(_missing(edition)) if edition.is_held else ()


def _missing(edition: Edition) -> Iterator[Message]:
    yield from _palmares(edition)
    yield from _jury(edition)
    yield from _ceremony(edition)
    if edition.ordinal is None:
        yield Message("its number in the series of editions")
    if edition.method is None and not any(entry.method for entry in edition.entries):
        yield Message("how the laureates were chosen")


def _palmares(edition: Edition) -> Iterator[Message]:
    unknown = sum(entry.outcome is Outcome.UNKNOWN for entry in edition.entries)
    loose = sum(result.count for result in results_in(edition) if not result.category and result.is_title)
    if edition.covered.results is Coverage.NONE and not results_in(edition):
        yield Message("all the laureates")
    elif edition.covered.results is Coverage.PARTIAL:
        yield Message("part of the laureates")
    elif edition.covered.results is Coverage.WINNERS_ONLY:
        yield Message("the nominees and the places")
    if unknown and edition.entries:
        yield Message(
            "the laureate of %(num)s known category", plural="the laureates of %(num)s known categories", count=unknown
        )
    if loose:
        yield Message("the category of %(num)s title", plural="the category of %(num)s titles", count=loose)
    if edition.covered.categories is Coverage.NONE and not loose:
        yield Message("the list of categories")
    elif edition.covered.categories is Coverage.PARTIAL:
        yield Message("part of the categories")


def _jury(edition: Edition) -> Iterator[Message]:
    has_jury = any(part.function == "juror" for part in edition.parts)
    ways = {*(edition.method.how if edition.method else ()), *(way for e in edition.entries for way in e.method)}
    if not has_jury and "jury" in ways and edition.covered.jury is not Coverage.COMPLETE:
        yield Message("the jury")
    elif has_jury and edition.covered.jury is Coverage.PARTIAL:
        yield Message("perhaps part of the jury")


def _ceremony(edition: Edition) -> Iterator[Message]:
    date = edition.ceremony.date
    if date is None:
        yield Message("the date of the ceremony")
    elif not date.month:
        yield Message("the day and the month of the ceremony")
    elif not date.day:
        yield Message("the day of the ceremony")
    if not (edition.ceremony.venue or edition.ceremony.city or edition.status == "online"):
        yield Message("the place of the ceremony")
