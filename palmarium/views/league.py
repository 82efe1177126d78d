"""Shape what names have across awards: points by a declared scheme, titles by award, from when to when.

Owns: CrossTable and its lines, the words of a scheme.   Never: counts, or weighs awards.
"""

from dataclasses import dataclass

from ..context import Context
from ..model import Distinction
from ..statistics import careers, points
from ..statistics.scope import Scope
from ..statistics.titles import certainty
from . import Link, Message, link_to_edition, link_to_name
from .proof import because


@dataclass(frozen=True, slots=True)
class CrossLine:
    """One name across awards: its titles in each of the awards of the table, and its points.

    `first` and `last` are the editions of its first and last title, where it has titles in two awards or more.
    """

    place: int
    link: Link
    titles: tuple[int, ...]
    points: int
    first: Link | None = None
    last: Link | None = None


@dataclass(frozen=True, slots=True)
class Worth:
    """Points of a rank without a title, or of a distinction."""

    rank: int
    distinction: Distinction | None
    points: int


@dataclass(frozen=True, slots=True)
class CrossTable:
    """Names with points in two awards or more; a title is worth `title`, others `worths`; `declared` in site.toml."""

    awards: tuple[Link, ...]
    lines: tuple[CrossLine, ...]
    left: int
    title: int
    worths: tuple[Worth, ...]
    declared: bool
    because: Message | None


def cross_table(context: Context, scope: Scope, most: int) -> CrossTable:
    """Names up to this place; an award without a title of theirs has no column."""
    archive = context.archive
    scheme = points.scheme(context.config.points)
    scores = points.across(archive, scheme, scope)
    shown = [score for score in scores if score.place <= most]
    held = {award for score in scores for award, number in score.titles if number}
    awards = tuple(award for award in archive.awards if award in held)
    spans = {career.name: career for career in careers.careers(archive, scope)}
    named = ((archive.awards[award], context.urls.award(award)) for award in awards)
    return CrossTable(
        awards=tuple(Link(award.short or award.name, url) for award, url in named),
        lines=tuple(_line(context, score, awards, spans.get(score.name)) for score in shown),
        left=len(scores) - len(shown),
        title=scheme.winner,
        worths=_worths(scheme),
        declared=scheme.declared,
        because=because(certainty(archive, scope).because),
    )


def _line(context: Context, score: points.Score, awards: tuple[str, ...], span: careers.Career | None) -> CrossLine:
    return CrossLine(
        score.place,
        link_to_name(context, score.name),
        tuple(dict(score.titles).get(award, 0) for award in awards),
        score.points,
        link_to_edition(context, span.first) if span else None,
        link_to_edition(context, span.last) if span else None,
    )


def _worths(scheme: points.Scheme) -> tuple[Worth, ...]:
    ranks = (Worth(rank, None, number) for rank, number in scheme.ranks)
    return (*ranks, *(Worth(0, kind, number) for kind, number in scheme.distinctions))
