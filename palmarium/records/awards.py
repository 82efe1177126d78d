"""Make the public record of an award, and of a category.

Owns: what points back at an award: successors, parts.   Never: counts, or judges a claim.
"""

from collections import defaultdict
from collections.abc import Mapping

from ..archive import Archive
from ..context import Context, public
from ..model import Award, Category, Entry, Function, Lineage
from ..statistics.once import once
from ..statistics.titles import winners
from . import pieces, things
from .claims import claims
from .counting import in_award, in_category
from .pointers import article_lines, category_key, category_line, edition_line, every, made, named, parts
from .results import result_id


def award(context: Context, written: Award) -> things.Award:
    """An award with its categories and editions, in their order."""
    archive = context.archive
    categories = [archive.categories[key] for key in archive.categories_of[written.id]]
    return made(
        things.Award,
        written,
        url=public(context, context.urls.award(written.id)),
        succeeded_by=tuple(_pointing(archive)["succeeds", written.id]),
        parts=tuple(_pointing(archive)["part_of", written.id]),
        organisers=parts(context, written.parts, Function.ORGANISER),
        partners=parts(context, written.parts, Function.PARTNER),
        counts=in_award(archive, written.id),
        categories=tuple(category_line(context, category) for category in categories),
        editions=tuple(edition_line(context, key) for key in archive.editions_of.get(written.id, ())),
        claims=claims(context, written),
        articles=article_lines(context, "award", written.id),
    )


@once
def _pointing(archive: Archive) -> Mapping[tuple[str, str], list[str]]:
    """The awards (ids) that point at each award, by how."""
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for award in archive.awards.values():
        for how, ref in (("succeeds", award.succeeds), ("part_of", award.part_of)):
            if ref:
                found[how, ref.text].append(award.id)
    return found


def category(context: Context, written: Category) -> things.Category:
    """A category with its holders, edition by edition."""
    archive = context.archive
    award = archive.awards.get(written.award)
    return made(
        things.Category,
        written,
        id=written.key,
        url=public(context, context.urls.category(written.key)),
        award_name=award.name if award else written.award,
        parent=category_key(written.award, written.parent),
        lineage=tuple(_step(written, step) for step in written.lineage),
        partners=every(context, written.partners),
        counts=in_category(archive, written),
        editions=tuple(_holding(context, entry) for entry in archive.entries_of.get(written.key, ())),
        articles=article_lines(context, "category", written.key),
    )


def _step(category: Category, step: Lineage) -> pieces.Lineage:
    edition = f"{category.award}/{step.edition}" if step.edition and "/" not in step.edition else step.edition
    return made(
        pieces.Lineage,
        step,
        from_=tuple(category_key(category.award, ref.text) for ref in step.origin),
        edition=edition,
    )


def _holding(context: Context, entry: Entry) -> pieces.Holding:
    edition = context.archive.editions[entry.edition]
    return made(
        pieces.Holding, entry, label=edition.label, date=edition.ceremony.date, laureates=_places(context, entry)
    )


def _places(context: Context, entry: Entry) -> tuple[pieces.Place, ...]:
    return tuple(
        made(
            pieces.Place,
            result,
            id=who.id,
            name=who.name,
            result=result_id(result),
            title=who.id in winners(context.archive, result),
        )
        for result in entry.results
        for who in (named(context, holder.name) for holder in result.holders)
    )
