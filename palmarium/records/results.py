"""Make the public record of a result, and of a category in an edition.

Owns: what a result is called outside: its id, its category's name then.
Never: counts.
"""

from collections.abc import Mapping
from types import MappingProxyType

from ..context import Context, public
from ..model import Category, Edition, Entry, Holder, Ref, Result, Status
from ..statistics.coverage import label
from ..statistics.titles import winners
from . import pieces, things
from .pointers import called, category_key, every, made, maybe, posts, text

Results = Mapping[str, things.Result]
"""All results by id: each is made once, however many records show it."""


def results(context: Context) -> Results:
    made_once = (
        result(context, each, entry.printed_name)
        for edition in context.archive.editions.values()
        for entry in edition.entries
        for each in entry.results
    )
    return MappingProxyType({each.id: each for each in made_once})


def result_id(written: Result) -> str:
    """Unique in the archive; in its edition, the result has an id of its own."""
    return f"{written.edition}/{written.id}"


def result(context: Context, written: Result, printed_name: str = "") -> things.Result:
    """A result with its edition and category; `printed_name` is what the category was called then."""
    edition = context.archive.editions[written.edition]
    return made(
        things.Result,
        written,
        id=result_id(written),
        url=public(context, context.urls.edition(written.edition)),
        award=edition.award,
        label=label(context.archive, written.edition),
        date=written.awarded_on or edition.ceremony.date,
        category=category_key(edition.award, written.category),
        category_name=written.printed_category or printed_name or _name(context, edition, written.category),
        laureates=tuple(_laureate(context, holder, edition) for holder in written.holders),
        title=bool(winners(context.archive, written)),
        share=str(written.share or ""),
        superseded_by=maybe(context, written.superseded_by, edition),
        for_=written.works,
        represented_by=every(context, written.represented_by, edition),
        entered_in=category_key(edition.award, text(written.entered_in)),
    )


def entry(context: Context, written: Entry, found: Results) -> things.Entry:
    """What became of a category; what the edition does not say stays as in the award."""
    edition = context.archive.editions[written.edition]
    key = category_key(edition.award, written.category)
    category = context.archive.categories.get(key)
    return made(
        things.Entry,
        written,
        id=key,
        url=public(context, context.urls.category(key)) if category else "",
        name=written.printed_name or _name(context, edition, written.category),
        special=bool(category and category.special),
        method=method_of(category, written),
        partners=every(context, partners_of(category, written), edition),
        criteria=written.criteria or (category.criteria if category else ()),
        results=tuple(found[result_id(each)] for each in written.results),
    )


def method_of(category: Category | None, entry: Entry | None) -> tuple[str, ...]:
    """That of the edition; where it says nothing, that of the award."""
    return (entry.method if entry else ()) or (category.method if category else ())


def partners_of(category: Category | None, entry: Entry | None) -> tuple[Ref, ...]:
    return (entry.partners if entry else ()) or (category.partners if category else ())


def _name(context: Context, edition: Edition, category: str) -> str:
    found = context.archive.categories.get(category_key(edition.award, category))
    return found.name if found else ""


def _laureate(context: Context, holder: Holder, edition: Edition) -> pieces.Laureate:
    return made(
        pieces.Laureate,
        holder,
        **called(context, holder.name, edition),
        as_=holder.as_role,
        posts=posts(context, holder.posts, edition),
        share=str(holder.share or ""),
        status=holder.status if holder.status is not Status.ACTIVE else None,
    )
