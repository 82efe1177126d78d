"""Make the public record of an edition, and of the claims that editions, awards and articles carry.

Owns: which part of an edition goes where, the sentence of a verdict's reason.
Never: recomputes a claim (that is `statistics.claims`).
"""

from collections.abc import Callable

from ..model import Article, Award, Ceremony, Coverage, Edition, Figure, Function, Method
from ..statistics import claims as stated
from ..statistics.count import REASONS, Count, Reason
from ..statistics.coverage import known
from ..statistics.jurors import jurors
from ..statistics.scope import Scope
from ..statistics.titles import laureates, titles
from ..views import Context
from . import pieces, things
from .pointers import article_lines, every, maybe, named, parts, public, texts
from .results import entry


def edition(context: Context, written: Edition) -> things.Edition:
    """An edition, whole."""
    archive = context.archive
    award = archive.awards.get(written.award)
    listed = tuple(entry(context, each) for each in written.entries if each.category)
    nameless = next((entry(context, each) for each in written.entries if not each.category), None)

    def those(function: Function) -> tuple[pieces.Part, ...]:
        return parts(context, written.parts, function, written)

    return things.Edition(
        id=written.key,
        url=public(context, context.urls.edition(written.key)),
        award=written.award,
        award_name=award.name if award else written.award,
        label=written.label,
        year=written.sort_year,
        ordinal=written.ordinal,
        theme=written.theme,
        status=written.status,
        status_note=written.status_note,
        ceremony=written.ceremony,
        period=written.period,
        validity=written.validity,
        coverage=written.covered,
        counts=counts(context, written),
        categories=listed,
        without_category=nameless,
        **_people(those),
        method=_method(context, written),
        rounds=written.rounds,
        events=written.events,
        deadlines=written.deadlines,
        attendance=written.attendance,
        figures=tuple(_figure(context, figure, written) for figure in written.figures),
        announcements=written.announcements,
        claims=claims(context, written),
        disputes=written.disputes,
        sources=written.sources,
        cited=written.cited,
        articles=article_lines(context, "edition", written.key),
        previous=archive.neighbour(written.key, -1) or "",
        next=archive.neighbour(written.key, 1) or "",
        note=written.note,
    )
