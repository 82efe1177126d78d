"""Say of what the titles of an edition are made: new, kept, regained, without a name.

Owns: Origin, Makeup.   Never: counts a title twice, or calls new what only the archive does not know.
"""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from ..archive import Archive, results_in
from ..model import Coverage, Edition, Result
from . import holders, titles
from .count import Reason
from .holders import Standing
from .scope import Scope


class Origin(StrEnum):
    """How a title came to its laureate, surest first."""

    RETAINED = "retained"
    REGAINED = "regained"
    FIRST = "first-time"
    RETURNING = "returning"
    NEW_HERE = "new-here"
    MIXED = "mixed"
    NAMELESS = "nameless"


@dataclass(frozen=True, slots=True)
class Makeup:
    """Titles of an edition (key) by origin, in the order of `Origin`; there may be more `because` of this."""

    edition: str
    parts: tuple[tuple[Origin, int], ...]
    because: Reason | None

    @property
    def titles(self) -> int:
        return sum(number for _, number in self.parts)


def makeup(archive: Archive, edition: str) -> Makeup:
    """Of one edition; titles of which the laureate is not known are `nameless`."""
    found: Counter[Origin] = Counter()
    for result in results_in(archive.editions[edition]):
        if titles.winners(archive, result):
            found[_origin(archive, result)] += result.count
    found[Origin.NAMELESS] = nameless(archive.editions[edition])
    because = titles.certainty(archive, Scope(edition=edition)).because
    return Makeup(edition, tuple((kind, found[kind]) for kind in Origin if found[kind]), because)


def nameless(edition: Edition) -> int:
    """Titles that were given, to somebody the archive does not know."""
    # Where the names are known without their categories, an empty category hides none of them.
    if edition.covered.results is Coverage.NAMES_ONLY:
        return 0
    return sum(entry.nameless for entry in edition.entries)


def _origin(archive: Archive, result: Result) -> Origin:
    found = {_of_name(archive, name, result.edition) for name in titles.winners(archive, result)}
    return found.pop() if len(found) == 1 else Origin.MIXED


def _of_name(archive: Archive, name: str, edition: str) -> Origin:
    told = holders.standing(archive, name, edition)
    if told is None:
        return Origin.MIXED
    how, certain, _ = told
    if how is Standing.FIRST:
        return Origin.FIRST if certain else Origin.NEW_HERE
    if not certain:
        return Origin.RETURNING
    return Origin.RETAINED if how is Standing.RETAINED else Origin.REGAINED
