"""Seats on juries, changes between juries, and declared links of jurors to other parties of the edition."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import Edition, Function, Part, Ref
from ..model.archive import Archive
from . import coverage
from .count import Reason
from .titles import Scope, alphabetical, laureate_names, ranked

# Count seats on juries, and how a jury changes.


@dataclass(frozen=True, slots=True)
class Seats:
    """One juror's line in a table: editions (keys, old to new) sat in."""

    place: int
    name: str
    seats: int
    editions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Renewal:
    """A jury against the one before: who came, stayed and left (ids, by name).

    The rate is `len(arrived)` in `size`; it is exact when both juries are whole and no edition lies between, else
    `because` says why not.
    """

    size: int
    arrived: tuple[str, ...]
    stayed: tuple[str, ...]
    left: tuple[str, ...]
    because: Reason | None = None


def jurors(archive: Archive, edition: str) -> tuple[str, ...]:
    """The ids of an edition's jurors, each once, as listed."""
    return tuple(dict.fromkeys(name for name, _ in _jury(archive, edition)))


def seats(archive: Archive, award: str = "") -> tuple[Seats, ...]:
    """Every juror of an award, or of all, most editions first, then by name."""
    sat: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for edition in archive.editions_of.get(award, ()) if award else archive.editions:
        for name in jurors(archive, edition):
            sat[name][edition] = None
    rows = ranked(sat, lambda name: len(sat[name]), lambda name: alphabetical(archive, name))
    return tuple(Seats(place, name, len(sat[name]), tuple(sat[name])) for place, name in rows)


def renewal(archive: Archive, edition: str) -> Renewal | None:
    """A jury against that of the edition before; None where one of them is not known: nobody is called new then."""
    before, certain = coverage.edition_before(archive, edition)
    here = set(jurors(archive, edition))
    there = set(jurors(archive, before)) if before else set()
    if not before or not here or not there:
        return None
    because = coverage.doubt_of_two(archive, edition, before, certain, "jury", lambda known: known.jury)
    arrived, stayed, left = (_sorted(archive, names) for names in (here - there, here & there, there - here))
    return Renewal(len(here), arrived, stayed, left, because)


def _jury(archive: Archive, edition: str) -> Iterable[tuple[str, Part]]:
    for part in archive.editions[edition].jurors:
        if part.name.text in archive.ids:
            yield archive.ids[part.name.text], part


def _sorted(archive: Archive, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: alphabetical(archive, name)))


# Show which jurors' organisations have another part in the same edition.

LAUREATE = "laureate"
_PARTIES = (Function.ORGANISER, Function.PARTNER, Function.PROVIDER)


@dataclass(frozen=True, slots=True)
class DeclaredLink:
    """A juror (id) whose organisation (id) is also organiser, partner, provider or laureate (`how`) there.

    `role` is the juror's role then. `through` is the juror's own organisation where the other is the group
    that it is declared to be part of, else the same as `organisation`.
    """

    juror: str
    organisation: str
    how: str
    role: str
    through: str


def declared_links(archive: Archive, edition: str) -> tuple[DeclaredLink, ...]:
    """The links of an edition's jurors, in the order of the jury, each organisation and part once."""
    record = archive.editions[edition]
    parties = _parties(archive, record)
    found = {
        (juror, link.organisation, link.how): link
        for part in record.jurors
        if (juror := archive.ids.get(part.name.text))
        for link in _links(archive, juror, part, parties)
    }
    return tuple(found.values())


def _links(archive: Archive, juror: str, part: Part, parties: dict[str, tuple[str, ...]]) -> Iterator[DeclaredLink]:
    """The links of one juror, by each post and by the juror's own name (a person may be an organiser)."""
    employed = ((archive.ids.get(post.org.text, ""), post.role) for post in part.posts if post.org)
    for own, role in (*employed, (juror, part.role)):
        for organisation in _groups(archive, own):
            for how in parties.get(organisation, ()):
                yield DeclaredLink(juror, organisation, how, role, own)


def _parties(archive: Archive, edition: Edition) -> dict[str, tuple[str, ...]]:
    """Every name with a part in the edition other than juror, and which parts."""
    pairs = [(how, ref) for how, ref in _declared(archive, edition) if ref.text in archive.ids]
    found: dict[str, dict[str, None]] = {}
    for how, ref in pairs:
        found.setdefault(archive.ids[ref.text], {})[how] = None
    for name in laureate_names(archive, Scope(edition=edition.key)):
        found.setdefault(name, {})[LAUREATE] = None
    return {name: tuple(parts) for name, parts in found.items()}


def _declared(archive: Archive, edition: Edition) -> Iterator[tuple[str, Ref]]:
    award = archive.awards.get(edition.award)
    for part in (*(award.parts if award else ()), *edition.parts):
        if part.function in _PARTIES:
            yield part.function.value, part.name
    for ref in edition.method.provider if edition.method else ():
        yield Function.PROVIDER.value, ref
    for entry in edition.entries:
        category = archive.category(entry)
        for ref in (*entry.partners, *(category.partners if category else ())):
            yield Function.PARTNER.value, ref


def _groups(archive: Archive, name: str) -> tuple[str, ...]:
    """A name and the groups it is declared to be part of, the nearest first."""
    found = {name: None}
    while name in archive.names and (group := archive.names[name].part_of):
        name = archive.ids.get(group.text, "")
        if not name or name in found:
            break
        found[name] = None
    return tuple(found)
