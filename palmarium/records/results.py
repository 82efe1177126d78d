"""Make the public record of a result, and of a category in an edition.

Owns: what a result is called outside: its id, its category's name then.
Never: counts.
"""

from ..model import Edition, Entry, Holder, Result, Status
from ..views import Context
from . import pieces, things
from .pointers import category_key, every, label, maybe, named, posts, public, text, texts


def result(context: Context, written: Result, entry: Entry | None = None) -> things.Result:
    """A result with its edition and category; `entry` says what the category was called then."""
    edition = context.archive.editions[written.edition]
    return things.Result(
        id=f"{written.edition}/{written.id}",
        url=public(context, context.urls.edition(written.edition)),
        award=edition.award,
        edition=written.edition,
        label=label(context, written.edition),
        date=written.awarded_on or edition.ceremony.date,
        category=category_key(edition.award, written.category),
        category_name=_category_name(context, edition, written.category, entry),
        laureates=tuple(_laureate(context, holder, edition) for holder in written.holders),
        distinction=written.distinction,
        rank=written.rank,
        tie=written.tie,
        title=written.is_title,
        count=written.count,
        share=str(written.share or ""),
        status=written.status,
        status_on=written.status_on,
        status_reason=written.status_reason,
        superseded_by=maybe(context, written.superseded_by, edition),
        acceptance=written.acceptance,
        credited_as=written.credited_as,
        for_=written.works,
        represented_by=every(context, written.represented_by, edition),
        citation=written.citation,
        scope=written.scope,
        track=written.track,
        round=written.round,
        score=written.score,
        out_of=written.out_of,
        money=written.money,
        posthumous=written.posthumous,
        official=written.official,
        awarded_on=written.awarded_on,
        entered_in=category_key(edition.award, text(written.entered_in)),
        amendments=written.amendments,
        note=written.note,
        sources=texts(written.sources),
    )


def entry(context: Context, written: Entry) -> things.Entry:
    """What became of a category; what the edition does not say stays as in the award."""
    edition = context.archive.editions[written.edition]
    key = category_key(edition.award, written.category)
    category = context.archive.categories.get(key)
    return things.Entry(
        id=key,
        url=public(context, context.urls.category(key)) if category else "",
        name=_category_name(context, edition, written.category, written),
        special=category.special if category else False,
        outcome=written.outcome,
        reason=written.reason,
        method=written.method or (category.method if category else ()),
        partners=every(context, written.partners or (category.partners if category else ()), edition),
        criteria=written.criteria or (category.criteria if category else ()),
        entrants=written.entrants,
        nominees=written.nominees,
        threshold=written.threshold,
        prize=written.prize,
        derived_from=written.derived_from,
        results=tuple(result(context, each, written) for each in written.results),
        note=written.note,
        sources=texts(written.sources),
    )


def _category_name(context: Context, edition: Edition, id: str, entry: Entry | None) -> str:
    if entry and entry.printed_name:
        return entry.printed_name
    category = context.archive.categories.get(category_key(edition.award, id))
    return category.name if category else ""


def _laureate(context: Context, holder: Holder, edition: Edition) -> pieces.Laureate:
    who = named(context, holder.name, edition)
    return pieces.Laureate(
        id=who.id,
        name=who.name,
        name_then=who.name_then,
        kind=who.kind,
        as_=holder.as_role,
        posts=posts(context, holder.posts, edition),
        share=str(holder.share or ""),
        status=holder.status if holder.status is not Status.ACTIVE else None,
        note=holder.note,
    )
