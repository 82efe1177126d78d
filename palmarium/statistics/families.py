"""Families of awards: which came of which, is held in which, has sisters or rivals, decides a category of which."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ..model import Award, Ref
from ..model.archive import Archive
from .memoize import once


class Tie(StrEnum):
    """What the others are to an award: its heirs, its parts, those that it decides; sisters and rivals are mutual."""

    HEIRS = "heirs"
    PARTS = "parts"
    DECIDED = "decided"
    SISTERS = "sisters"
    RIVALS = "rivals"


@dataclass(frozen=True, slots=True)
class Kin:
    """References to each award: awards by id, and the categories (keys) that it decides."""

    places: Mapping[str, int]
    successors: Mapping[str, list[str]]
    parts: Mapping[str, list[str]]
    families: Mapping[str, list[str]]
    rivals: Mapping[str, list[str]]
    sources: Mapping[str, list[str]]
    fed: Mapping[str, list[str]]

    def known(self, ids: Iterable[str], but: str) -> tuple[str, ...]:
        """Those that the archive has, in its order, without one of them."""
        found = {id for id in ids if id in self.places and id != but}
        return tuple(sorted(found, key=self.places.__getitem__))


@once
def kin(archive: Archive) -> Kin:
    made = Kin({id: place for place, id in enumerate(archive.awards)}, *(defaultdict(list) for _ in range(6)))
    for award in archive.awards.values():
        _put(made.successors, award.succeeds, award.id)
        _put(made.parts, award.part_of, award.id)
        _put(made.families, award.family, award.id)
        for ref in award.rivals:
            _put(made.rivals, ref, award.id)
    for edition in archive.editions.values():
        for entry in edition.entries:
            if entry.derived_from:
                source = entry.derived_from.edition.text.split("/")[0]
                _put(made.sources, edition.award, source)
                key = entry.category_key
                if key in archive.categories:
                    _put(made.fed, source, key)
    return made


def tied(archive: Archive, award: Award) -> Mapping[Tie, tuple[str, ...]]:
    """The awards that are something to this one."""
    found, id = kin(archive), award.id
    said = {
        Tie.HEIRS: found.successors.get(id, ()),
        Tie.PARTS: found.parts.get(id, ()),
        Tie.DECIDED: [key.partition("/")[0] for key in found.fed.get(id, ())],
        Tie.SISTERS: found.families.get(award.family, ()) if award.family else (),
        Tie.RIVALS: (*(ref.text for ref in award.rivals), *found.rivals.get(id, ())),
    }
    return {tie: found.known(ids, id) for tie, ids in said.items()}


@once
def near(archive: Archive) -> Mapping[str, tuple[str, ...]]:
    """The awards that are something to each one, or to which it is something."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for award in archive.awards.values():
        for others in tied(archive, award).values():
            for other in others:
                found[award.id][other] = found[other][award.id] = None
    return {id: kin(archive).known(others, id) for id, others in found.items()}


def in_families(archive: Archive, awards: Iterable[str]) -> Iterator[str]:
    """Awards so that those stand together that are tied: first what was there first, its parts and heirs below it."""
    kept = tuple(awards)
    left = dict.fromkeys(sorted(kept, key=lambda id: _age(archive, archive.awards[id], frozenset(kept))))
    while left:
        waiting = [next(iter(left))]
        while waiting:
            id = waiting.pop()
            if id in left:
                del left[id]
                yield id
                others = tied(archive, archive.awards[id])
                below = (*others[Tie.PARTS], *others[Tie.HEIRS], *near(archive).get(id, ()))
                waiting += reversed(below)


def _age(archive: Archive, award: Award, kept: frozenset[str]) -> tuple[bool, int]:
    """Whether it comes of another of them or is held in it, and the year when it began."""
    above = {ref.text for ref in (award.succeeds, award.part_of) if ref and ref.text != award.id}
    editions = archive.editions_of[award.id]
    first = archive.editions[editions[0]].sort_year if editions else 9999
    return bool(above & kept), award.founded.year if award.founded else first


def _put(found: Mapping[str, list[str]], of: Ref | str | None, value: str) -> None:
    if of:
        found[of.text if isinstance(of, Ref) else of].append(value)
