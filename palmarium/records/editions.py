"""Make the public record of an edition.

Owns: which part of an edition goes where.   Never: counts, or judges a claim.
"""

from ..archive import Archive
from ..context import Context, public
from ..model import Ceremony, Edition, Figure, Function, Method
from ..statistics.gaps import LACKS, Gap, gaps
from . import pieces, things
from .claims import claims
from .counting import in_edition
from .pointers import article_lines, every, made, maybe, parts
from .results import Results, entry


def edition(context: Context, written: Edition, found: Results) -> things.Edition:
    """An edition, whole."""
    archive = context.archive
    award = archive.awards.get(written.award)
    return made(
        things.Edition,
        written,
        id=written.key,
        url=public(context, context.urls.edition(written.key)),
        award_name=award.name if award else written.award,
        year=written.sort_year,
        ceremony=written.ceremony if written.ceremony != Ceremony() else None,
        coverage=written.covered,
        missing=tuple(_missing(archive, gap) for gap in gaps(archive, written.key)),
        counts=in_edition(archive, written),
        categories=tuple(entry(context, each, found) for each in written.entries if each.category),
        without_category=next((entry(context, each, found) for each in written.entries if not each.category), None),
        **_people(context, written),
        method=_method(context, written, written.method) if written.method else None,
        figures=tuple(_figure(context, written, figure) for figure in written.figures),
        claims=claims(context, written),
        articles=article_lines(context, "edition", written.key),
        previous=archive.neighbour(written.key, -1) or "",
        next=archive.neighbour(written.key, 1) or "",
    )


def _missing(archive: Archive, gap: Gap) -> pieces.Missing:
    one, several = LACKS[gap.what]
    category = archive.categories[gap.category].name if gap.category else ""
    sentence = (one if gap.count in (None, 1) else several) % {"num": gap.count, "category": category, "date": gap.date}
    return made(pieces.Missing, gap, sentence=sentence)


def _people(context: Context, written: Edition) -> dict[str, tuple[pieces.Part, ...]]:
    keys = {
        "jury": Function.JUROR,
        "organisers": Function.ORGANISER,
        "hosts": Function.HOST,
        "speakers": Function.SPEAKER,
        "guests": Function.GUEST,
        "participants": Function.PARTICIPANT,
        "partners": Function.PARTNER,
        "providers": Function.PROVIDER,
    }
    return {key: parts(context, written.parts, function, written) for key, function in keys.items()}


def _method(context: Context, edition: Edition, written: Method) -> pieces.Method:
    count = written.channel_count if written.channel_count is not None else len(written.channels) or None
    return made(pieces.Method, written, provider=every(context, written.provider, edition), channel_count=count)


def _figure(context: Context, edition: Edition, written: Figure) -> pieces.Figure:
    return made(pieces.Figure, written, by=maybe(context, written.by, edition))
