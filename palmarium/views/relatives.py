"""Shape how awards are related: before and after, above and below, beside, and through each other.

Owns: Relatives.   Never: adds one award's titles to another's (edge case 53).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..archive import Archive
from ..context import Context
from ..model import Award, Ref
from ..statistics.once import once
from . import Link, link_to_award, link_to_category


@dataclass(frozen=True, slots=True)
class Relatives:
    """Other awards: `family` shares a name abroad, `sisters` are named only, `feeds` and `fed_by` decide categories."""

    predecessor: Link | None
    successors: tuple[Link, ...]
    whole: Link | None
    parts: tuple[Link, ...]
    family: tuple[Link, ...]
    sisters: tuple[str, ...]
    rivals: tuple[Link, ...]
    fed_by: tuple[Link, ...]
    feeds: tuple[Link, ...]


def relatives(context: Context, award: Award) -> Relatives:
    archive, kin = context.archive, _kin(context.archive)

    def links(ids: Iterable[str]) -> tuple[Link, ...]:
        """In the order of the archive, without the award itself."""
        found = {id for id in ids if id in archive.awards and id != award.id}
        return tuple(link_to_award(context, id) for id in sorted(found, key=kin.places.__getitem__))

    family = (archive.awards[id] for id in kin.families.get(award.family, ()) if award.family and id != award.id)
    return Relatives(
        predecessor=_one(context, award.succeeds.text if award.succeeds else ""),
        successors=links(kin.successors.get(award.id, ())),
        whole=_one(context, award.part_of.text if award.part_of else ""),
        parts=links(kin.parts.get(award.id, ())),
        family=tuple(_abroad(context, other) for other in family),
        sisters=award.sisters,
        rivals=links((*(ref.text for ref in award.rivals), *kin.rivals.get(award.id, ()))),
        fed_by=links(kin.sources.get(award.id, ())),
        feeds=tuple(link_to_category(context, key) for key in dict.fromkeys(kin.fed.get(award.id, ()))),
    )


@dataclass(frozen=True, slots=True)
class _Kin:
    """What points back at each award: awards by id, and the categories (keys) that it decides."""

    places: Mapping[str, int]
    successors: Mapping[str, list[str]]
    parts: Mapping[str, list[str]]
    families: Mapping[str, list[str]]
    rivals: Mapping[str, list[str]]
    sources: Mapping[str, list[str]]
    fed: Mapping[str, list[str]]


@once
def _kin(archive: Archive) -> _Kin:
    made = _Kin({id: place for place, id in enumerate(archive.awards)}, *(defaultdict(list) for _ in range(6)))
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
                key = f"{edition.award}/{entry.category}"
                if key in archive.categories:
                    _put(made.fed, source, key)
    return made


def _put(found: Mapping[str, list[str]], of: Ref | str | None, value: str) -> None:
    if of:
        found[of.text if isinstance(of, Ref) else of].append(value)


def _abroad(context: Context, award: Award) -> Link:
    """A sister award with its country, where its name does not say it (edge case 55)."""
    link = link_to_award(context, award.id)
    said = not award.country or award.country in award.name
    return link if said else Link(f"{award.name} ({award.country})", link.url)


def _one(context: Context, id: str) -> Link | None:
    return link_to_award(context, id) if id in context.archive.awards else None
