"""Relations between names: employers, colleagues, representatives, groups."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain, permutations

from ..model import Function, NamedAs, Relation
from ..model.archive import Archive
from .memoize import once

CREW = 12
"""If more people than this are from one organisation, none of them is listed as a colleague."""

Neighbours = Mapping[tuple[Relation, str], tuple[str, ...]]
"""Each relation to another name's id, with the editions or awards that say so."""

Pair = tuple[str, Relation, str, str]
"""One name, how it stands to another, the other, where."""


@once
def beside(archive: Archive) -> Mapping[str, Neighbours]:
    """Every relation from both ends, by a name's id."""
    found: defaultdict[str, dict[tuple[Relation, str], dict[str, None]]] = defaultdict(dict)
    for one, relation, other, where in chain(_then(archive), _colleagues(archive), _stated(archive)):
        if one != other:
            places = found[one].setdefault((relation, other), {})
            if where:
                places[where] = None
    order = {key: place for place, key in enumerate(archive.editions)}
    return {
        id: {pair: tuple(sorted(places, key=lambda key: order.get(key, -1))) for pair, places in pairs.items()}
        for id, pairs in found.items()
    }


def _then(archive: Archive) -> Iterator[Pair]:
    """Relations that posts and results state for one edition."""
    said: dict[Function | NamedAs, tuple[Relation, Relation]] = {
        NamedAs.EMPLOYER: (Relation.EMPLOYEE, Relation.EMPLOYER),
        NamedAs.REPRESENTATIVE: (Relation.REPRESENTS, Relation.REPRESENTED_BY),
    }
    for id, other, how, where in _pairs(archive):
        there, back = said[how]
        yield id, there, other, where
        yield other, back, id, where


@once
def crowds(archive: Archive) -> Mapping[str, int]:
    """How many colleagues of a name are not listed, because the crowd that it came in is too large."""
    found: dict[str, int] = {}
    for crew in _crews(archive).values():
        if len(crew) > CREW:
            found |= {id: max(found.get(id, 0), len(crew) - 1) for id in crew}
    return found


def _colleagues(archive: Archive) -> Iterator[Pair]:
    """Those who held a post in one organisation in one edition."""
    for (where, _), crew in _crews(archive).items():
        if len(crew) <= CREW:
            for one, other in permutations(crew, 2):
                yield one, Relation.COLLEAGUE, other, where


def _crews(archive: Archive) -> Mapping[tuple[str, str], Mapping[str, None]]:
    """Who held a post in an organisation, by edition and organisation."""
    crews: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for organisation, person, how, where in _pairs(archive):
        if how is NamedAs.EMPLOYER:
            crews[where, organisation][person] = None
    return crews


def _stated(archive: Archive) -> Iterator[Pair]:
    """Relations that the files of names state."""
    for name in archive.names.values():
        for ref in name.succeeds:
            if (other := archive.ids.get(ref.text)) is not None:
                yield name.id, Relation.SUCCEEDS, other, ""
                yield other, Relation.SUCCEEDED_BY, name.id, ""
        if name.part_of and (group := archive.ids.get(name.part_of.text)) is not None:
            yield name.id, Relation.PART_OF, group, ""
            yield group, Relation.HAS_PART, name.id, ""


def _pairs(archive: Archive) -> Iterator[tuple[str, str, Function | NamedAs, str]]:
    """Employer and employee, representative and represented: both ids, how, where."""
    for id, mentioned in archive.mentions_of.items():
        for mention in mentioned:
            if mention.how in (NamedAs.EMPLOYER, NamedAs.REPRESENTATIVE) and mention.beside in archive.ids:
                yield id, archive.ids[mention.beside], mention.how, mention.edition or mention.award
