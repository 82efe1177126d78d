"""People of an edition: jury, hosts, partners, and declared links between them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType

from ...model import Award, Edition, Function, Part
from ...model.ids import distinct, slug
from ...statistics.juries import declared_links
from ..context import Context
from ..links import Link, link_to_name
from .rows import PartLine, part_line
from .sources import Cite, cites


@dataclass(frozen=True, slots=True)
class PartGroup:
    """Those with the same function, in the order written; `cites` are the sources of the list as a whole."""

    function: Function
    parts: tuple[PartLine, ...]
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class JurorLink:
    """A juror whose organisation has another part in the edition (`how`); stated, not judged.

    `through` is the juror's own organisation, where the other is the group it belongs to.
    """

    juror: Link
    role: str
    organisation: Link
    through: Link | None
    how: str


@dataclass(frozen=True, slots=True)
class EditionPeople:
    """The jury, all others by function, and declared links between the two."""

    jury: tuple[PartLine, ...]
    groups: tuple[PartGroup, ...]
    links: tuple[JurorLink, ...]


FIELDS = MappingProxyType({function: "jury" if function is Function.JUROR else f"{function}s" for function in Function})
"""The key under which an editor writes those with a function, and cites their source."""


def people(context: Context, edition: Edition) -> EditionPeople:
    url = context.urls.edition(edition.key)
    groups = part_groups(context, edition, edition.parts, edition.award, url)
    jury = next((group.parts for group in groups if group.function is Function.JUROR), ())
    others = tuple(group for group in groups if group.function is not Function.JUROR)
    return EditionPeople(jury, others, tuple(_links(context, edition)))


def part_groups(
    context: Context, owner: Award | Edition, parts: tuple[Part, ...], award: str, url: str
) -> tuple[PartGroup, ...]:
    """Parts by function, in the order of `Function`; a part and the whole list have sources of their own."""
    cited = {citation.field: citation.sources for citation in owner.cited}
    found: dict[Function, list[PartLine]] = {function: [] for function in Function}
    for part, anchor in zip(parts, distinct(map(part_anchor, parts)), strict=True):
        line = part_line(context, part, cites(part.sources, owner, url), award)
        found[part.function].append(replace(line, anchor=anchor))
    return tuple(
        PartGroup(function, tuple(lines), cites(cited.get(FIELDS[function], ()), owner, url))
        for function, lines in found.items()
        if lines
    )


def part_anchor(part: Part) -> str:
    """The id of a part on the page of its edition or award, made of what it says."""
    return f"{part.function}--{slug(part.name.text)}"


def _links(context: Context, edition: Edition) -> Iterator[JurorLink]:
    for link in declared_links(context.archive, edition.key):
        through = link_to_name(context, link.through) if link.through != link.organisation else None
        organisation = link_to_name(context, link.organisation)
        yield JurorLink(link_to_name(context, link.juror), link.role, organisation, through, link.how)
