"""Awards that are tied to each other as a picture, and the same in a table."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from ...model import Date
from ...statistics.families import Tie, in_families, near, tied
from ..charts import Bracket, Stroke, brackets
from ..context import Context, makes
from ..links import Link, link_to_award
from ..messages import Message

_FEWEST, _ROWS = 3, 40
"""A line of text says as much as a picture of two awards; a picture of more than so many is none."""
POINTED = (Tie.HEIRS, Tie.DECIDED)
_SAID = MappingProxyType(
    {
        Tie.HEIRS: Message("Successor"),
        Tie.PARTS: Message("Holds"),
        Tie.DECIDED: Message("Decides"),
        Tie.SISTERS: Message("Sister awards"),
        Tie.RIVALS: Message("Rivals"),
    }
)


@dataclass(frozen=True, slots=True)
class Relative:
    """An award, or a sister of one that the archive lacks; where its ties arrive, `points` are heads of arrows."""

    link: Link
    founded: Date | None
    ended: Date | None
    here: bool
    strokes: tuple[Stroke, ...]
    points: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class TieKey:
    """A tie that there is, in a word."""

    form: Tie
    word: Message


@dataclass(frozen=True, slots=True)
class TieLine:
    """A line of the table: what others are to an award."""

    award: Link
    word: Message
    others: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Awards below each other, the ties between them, those there are; `left` awards are not shown.

    `picture` is a file that shows the same, empty where there is none.
    """

    rows: tuple[Relative, ...]
    ties: tuple[TieKey, ...]
    lines: tuple[TieLine, ...]
    left: int
    picture: str


@dataclass(frozen=True, slots=True)
class _Member:
    """An award by its id, or the name of a sister of one."""

    award: str
    sister: str = ""


def every_family(context: Context) -> Family | None:
    """All awards that are tied to another."""
    archive = context.archive
    return _family(context, (id for id in archive.awards if near(archive).get(id) or archive.awards[id].sisters), "")


def family_of(context: Context, award: str) -> Family | None:
    """An award with those that are tied to it, and what these are to each other."""
    return _family(context, (award, *near(context.archive).get(award, ())), award)


def _family(context: Context, awards: Iterable[str], here: str) -> Family | None:
    archive = context.archive
    folder = context.urls.award(here) if here else context.urls.section("awards")
    every = tuple(_rows(context, awards, here))
    rows = every[:_ROWS]
    if len(rows) < _FEWEST:
        return None
    found = tuple(_ties(context, rows))
    drawn = brackets(
        tuple(Bracket(tie, (of, *others), others if tie in POINTED else ()) for tie, of, others in found), len(rows)
    )
    links = [Link(row.sister) if row.sister else link_to_award(context, row.award) for row in rows]
    dates = [
        (None, None) if row.sister else (archive.awards[row.award].founded, archive.awards[row.award].ended)
        for row in rows
    ]
    return Family(
        tuple(
            Relative(link, *dated, row == _Member(here), strokes, points)
            for row, link, dated, (strokes, points) in zip(rows, links, dates, drawn, strict=True)
        ),
        tuple(TieKey(tie, _SAID[tie]) for tie in Tie if any(each == tie for each, _, _ in found)),
        tuple(TieLine(links[of], _SAID[tie], tuple(links[other] for other in others)) for tie, of, others in found),
        len(every) - len(rows),
        f"{folder}family.svg" if makes(context, "pictures") else "",
    )


def _rows(context: Context, awards: Iterable[str], here: str) -> Iterator[_Member]:
    """Each award, and below it its sisters that the archive lacks; those of another only where all awards are shown."""
    for id in in_families(context.archive, awards):
        yield _Member(id)
        if not here or id == here:
            yield from (_Member(id, sister) for sister in context.archive.awards[id].sisters)


def _ties(context: Context, rows: Sequence[_Member]) -> Iterator[tuple[Tie, int, tuple[int, ...]]]:
    """Each tie once, as places in the rows: what is mutual at the first of those whom it ties."""
    places = {row.award: place for place, row in enumerate(rows) if not row.sister}
    sisters: set[frozenset[int]] = set()
    for place, row in enumerate(rows):
        if row.sister:
            continue
        for tie, ids in tied(context.archive, context.archive.awards[row.award]).items():
            others = {places[id] for id in ids if id in places}
            if tie is Tie.RIVALS:
                others = {other for other in others if other > place}
            if tie is Tie.SISTERS:
                others |= {at for at, one in enumerate(rows) if one.sister and one.award in (row.award, *ids)}
                if (together := frozenset((place, *others))) in sisters:
                    continue
                sisters.add(together)
            if others:
                yield tie, place, tuple(sorted(others))
