"""Count seats on juries, and how a jury changes.

Owns: Seats, Renewal.   Never: judges a juror.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ..archive import Archive
from ..model import Function, Part
from . import coverage
from .count import Reason
from .ranking import alphabetical, ranked


@dataclass(frozen=True, slots=True)
class Seats:
    """One juror's line in a table: editions (keys, old to new) sat in, and those chaired."""

    place: int
    name: str
    seats: int
    editions: tuple[str, ...]
    chaired: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Renewal:
    """A jury against the one before: who came, stayed and left (ids, by name).

    Without a jury before, `before` is None and nobody is called new. The rate is `len(arrived)` in `size`;
    it is exact when both juries are whole and no edition lies between, else `because` says why not.
    """

    edition: str
    before: str | None
    size: int
    arrived: tuple[str, ...] = ()
    stayed: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    exact: bool = True
    because: Reason | None = None


def jurors(archive: Archive, edition: str) -> tuple[str, ...]:
    """The ids of an edition's jurors, each once, as listed."""
    return tuple(dict.fromkeys(name for name, _ in _jury(archive, edition)))


def seats(archive: Archive, award: str = "") -> tuple[Seats, ...]:
    """Every juror of an award, or of all, most editions first, then by name."""
    sat: defaultdict[str, dict[str, bool]] = defaultdict(dict)
    for edition in archive.editions_of.get(award, ()) if award else archive.editions:
        for name, part in _jury(archive, edition):
            sat[name][edition] = sat[name].get(edition, False) or part.chair
    rows = ranked(sat, lambda name: len(sat[name]), lambda name: alphabetical(archive, name))
    return tuple(
        Seats(place, name, len(sat[name]), tuple(sat[name]), tuple(key for key, chair in sat[name].items() if chair))
        for place, name in rows
    )


def renewal(archive: Archive, edition: str) -> Renewal:
    """A jury against that of the edition before."""
    before, certain = coverage.edition_before(archive, edition)
    here = set(jurors(archive, edition))
    there = set(jurors(archive, before)) if before else set()
    if not before or not here or not there:
        return Renewal(edition, None, len(here))
    because = _doubt(archive, edition, before, certain)
    return Renewal(
        edition,
        before,
        len(here),
        arrived=_sorted(archive, here - there),
        stayed=_sorted(archive, here & there),
        left=_sorted(archive, there - here),
        exact=because is None,
        because=because,
    )


def _jury(archive: Archive, edition: str) -> Iterable[tuple[str, Part]]:
    for part in archive.editions[edition].parts:
        if part.function is Function.JUROR and part.name.text in archive.ids:
            yield archive.ids[part.name.text], part


def _sorted(archive: Archive, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: alphabetical(archive, name)))


def _doubt(archive: Archive, edition: str, before: str, certain: bool) -> Reason | None:
    if not certain:
        return Reason("before", (("edition", coverage.label(archive, edition)),))
    whole = (coverage.known(archive.editions[key]).jury for key in (edition, before))
    partial = next((key for key, known in zip((edition, before), whole, strict=True) if not known), None)
    return Reason("jury", (("edition", coverage.label(archive, partial)),)) if partial else None
