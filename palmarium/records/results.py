"""Make the public record of a result, and of a category in an edition.

Owns: what a result is called outside: its id, its category's name then.
Never: counts.
"""

from ..model import Edition, Entry, Holder, Result, Status
from ..statistics.coverage import label
from ..views import Context
from . import pieces, things
from .pointers import called, category_key, every, made, maybe, posts, public, text


def result(context: Context, written: Result, printed_name: str = "") -> things.Result:
    """A result with its edition and category; `printed_name` is what the category was called then."""
    edition = context.archive.editions[written.edition]
    return made(
        things.Result,
        written,
        id=f"{written.edition}/{written.id}",
        url=public(context, context.urls.edition(written.edition)),
        award=edition.award,
        label=label(context.archive, written.edition),
        date=written.awarded_on or edition.ceremony.date,
        category=category_key(edition.award, written.category),
        category_name=printed_name or _name(context, edition, written.category),
        laureates=tuple(_laureate(context, holder, edition) for holder in written.holders),
        title=written.is_title,
        share=str(written.share or ""),
        superseded_by=maybe(context, written.superseded_by, edition),
        for_=written.works,
        represented_by=every(context, written.represented_by, edition),
        entered_in=category_key(edition.award, text(written.entered_in)),
    )


def entry(context: Context, written: Entry) -> things.Entry:
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
        method=written.method or (category.method if category else ()),
        partners=every(context, written.partners or (category.partners if category else ()), edition),
        criteria=written.criteria or (category.criteria if category else ()),
        results=tuple(result(context, each, written.printed_name) for each in written.results),
    )


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
