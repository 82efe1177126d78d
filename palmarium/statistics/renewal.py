"""Say how far the titles of an edition went to others than the edition before.

Owns: Rate, the rate of renewal as organisers mean it.
Never: gives a rate where an edition is missing between the two, or one of them is incomplete.
"""

from dataclasses import dataclass

from ..archive import Archive, results_in
from . import coverage, titles
from .count import Reason
from .identity import Identity
from .scope import Scope
from .titles import laureate_names, winners


@dataclass(frozen=True, slots=True)
class Rate:
    """`renewed` of `titles`; both are None where they can't be told, `because` of that. `before` is an edition."""

    before: str
    renewed: int | None
    titles: int | None
    because: Reason | None = None


def renewal(archive: Archive, edition: str, identity: Identity = Identity.OWN) -> Rate | None:
    """The rate of an edition (key); None where the archive holds none before it, or no title of either."""
    before, certain = coverage.edition_before(archive, edition)
    if before is None:
        return None
    there = laureate_names(archive, Scope(edition=before, identity=identity))
    won = [(result, winners(archive, result, identity)) for result in results_in(archive.editions[edition])]
    won = [(result, names) for result, names in won if names]
    if not there or not won:
        return None
    because = _doubt(archive, edition, before, certain)
    if because:
        return Rate(before, None, None, because)
    renewed = sum(result.count for result, names in won if not set(names) & set(there))
    return Rate(before, renewed, sum(result.count for result, _ in won))


def _doubt(archive: Archive, edition: str, before: str, certain: bool) -> Reason | None:
    if not certain:
        return Reason("before", (("edition", coverage.label(archive, edition)),))
    known = (titles.certainty(archive, Scope(edition=key)).because for key in (edition, before))
    return next((because for because in known if because), None)
