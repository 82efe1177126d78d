"""Shape who stands beside a name: employers, colleagues, representatives, groups, predecessors.

Owns: Companions, and the post that one held with the other.   Never: finds a relation (that is `records`).
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from ..archive import Archive
from ..context import Context
from ..model import Kind, Relation
from ..records.relations import Neighbours, beside, crowds
from . import Link, link_to_award, link_to_edition, link_to_name

Roles = Mapping[tuple[str, str, str], str]
"""The post of a person in an organisation, at an edition or award."""


@dataclass(frozen=True, slots=True)
class Then:
    """Where a relation is stated, and as what: a post that one held there, or nothing."""

    role: str
    where: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Companion:
    """Another name, and when the two stand together, post by post; never where a name's own file states it."""

    link: Link
    kind: Kind
    times: tuple[Then, ...]


@dataclass(frozen=True, slots=True)
class Companions:
    """Names with the same relation to this one."""

    relation: Relation
    names: tuple[Companion, ...]


@dataclass(frozen=True, slots=True)
class Circle:
    """All relations of an archive, found in one walk; `crowds` say how many colleagues are not listed."""

    beside: Mapping[str, Neighbours]
    roles: Roles
    crowds: Mapping[str, int]


def circle(archive: Archive) -> Circle:
    return Circle(beside(archive), _roles(archive), crowds(archive))


def companions(context: Context, name: str, known: Circle) -> tuple[Companions, ...]:
    """By relation, each in the order of ids."""
    groups: defaultdict[Relation, list[Companion]] = defaultdict(list)
    for (relation, other), held in sorted(known.beside.get(name, {}).items()):
        times = _times(context, known, relation, name, other, held)
        groups[relation].append(Companion(link_to_name(context, other), context.archive.names[other].kind, times))
    return tuple(Companions(relation, tuple(groups[relation])) for relation in Relation if relation in groups)


def _times(
    context: Context, known: Circle, relation: Relation, name: str, other: str, places: tuple[str, ...]
) -> tuple[Then, ...]:
    """The places by post, in the order of the first of each."""
    pair = {Relation.EMPLOYER: (other, name), Relation.EMPLOYEE: (name, other)}.get(relation, ("", ""))
    found: dict[str, list[Link]] = {}
    for place in places:
        link = link_to_edition if place in context.archive.editions else link_to_award
        found.setdefault(known.roles.get((*pair, place), ""), []).append(link(context, place))
    return tuple(Then(role, tuple(where)) for role, where in found.items())


def _roles(archive: Archive) -> Roles:
    return {
        (organisation, archive.ids[mention.beside], mention.edition or mention.award): mention.role
        for organisation, mentioned in archive.mentions_of.items()
        for mention in mentioned
        if mention.how == "employer" and mention.role and mention.beside in archive.ids
    }
