"""Show which jurors' organisations have another part in the same edition.

Owns: DeclaredLink.   Never: infers, or judges: it joins what the data already states (edge case 48).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..archive import Archive
from ..model import Edition, Function, Part, Ref
from .scope import Scope
from .titles import laureate_names

LAUREATE = "laureate"
_PARTIES = (Function.ORGANISER, Function.PARTNER, Function.PROVIDER)


@dataclass(frozen=True, slots=True)
class DeclaredLink:
    """A juror (id) whose organisation (id) is also organiser, partner, provider or laureate (`how`) there.

    `role` is the juror's role then. `through` is the juror's own organisation where the other is the group
    that it is declared to be part of, else the same as `organisation`.
    """

    edition: str
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
        for part in record.parts
        if part.function is Function.JUROR and (juror := archive.ids.get(part.name.text))
        for link in _links(archive, edition, juror, part, parties)
    }
    return tuple(found.values())


def _links(
    archive: Archive, edition: str, juror: str, part: Part, parties: dict[str, tuple[str, ...]]
) -> Iterator[DeclaredLink]:
    """By each post in turn, and by the juror's own name: somebody may organise in person."""
    employed = ((archive.ids.get(post.org.text, ""), post.role) for post in part.posts if post.org)
    for own, role in (*employed, (juror, part.role)):
        for organisation in _groups(archive, own):
            for how in parties.get(organisation, ()):
                yield DeclaredLink(edition, juror, organisation, how, role, own)


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
        category = archive.categories.get(f"{edition.award}/{entry.category}")
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
