"""Shape how awards are related: before and after, above and below, beside, and through each other.

Owns: Relatives.   Never: adds one award's titles to another's (edge case 53).
"""

from dataclasses import dataclass

from ..context import Context
from ..model import Award
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
    others = [other for other in context.archive.awards.values() if other.id != award.id]

    def links(found: list[Award]) -> tuple[Link, ...]:
        return tuple(link_to_award(context, other.id) for other in found)

    named = {ref.text for ref in award.rivals}
    return Relatives(
        predecessor=_one(context, award.succeeds.text if award.succeeds else ""),
        successors=links([other for other in others if other.succeeds and other.succeeds.text == award.id]),
        whole=_one(context, award.part_of.text if award.part_of else ""),
        parts=links([other for other in others if other.part_of and other.part_of.text == award.id]),
        family=tuple(_abroad(context, other) for other in others if award.family and other.family == award.family),
        sisters=award.sisters,
        rivals=links([o for o in others if o.id in named or any(ref.text == award.id for ref in o.rivals)]),
        fed_by=links([other for other in others if other.id in _sources(context, award.id)]),
        feeds=_fed(context, award.id),
    )


def _abroad(context: Context, award: Award) -> Link:
    """A sister award with its country, where its name does not say it (edge case 55)."""
    link = link_to_award(context, award.id)
    said = not award.country or award.country in award.name
    return link if said else Link(f"{award.name} ({award.country})", link.url)


def _one(context: Context, id: str) -> Link | None:
    return link_to_award(context, id) if id in context.archive.awards else None


def _sources(context: Context, award: str) -> frozenset[str]:
    """Awards whose results decide a category of this one."""
    keys = context.archive.editions_of[award]
    entries = (entry for key in keys for entry in context.archive.editions[key].entries)
    return frozenset(entry.derived_from.edition.text.split("/")[0] for entry in entries if entry.derived_from)


def _fed(context: Context, award: str) -> tuple[Link, ...]:
    """Categories of other awards that this one's results decide."""
    found = {
        key: link_to_category(context, key)
        for edition in context.archive.editions.values()
        for entry in edition.entries
        if entry.derived_from and entry.derived_from.edition.text.split("/")[0] == award
        and (key := f"{edition.award}/{entry.category}") in context.archive.categories
    }
    return tuple(found.values())
