"""Shape how titles are shared out: by country, by kind of name, by family of awards, and with names counted together.

Owns: PortionTable, FamilyLine, TogetherLine.   Never: counts, or joins names (that is `statistics`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..context import Context
from ..model import Kind
from ..statistics import breakdown, titles
from ..statistics.breakdown import Portion
from ..statistics.identity import Identity, members
from ..statistics.ranking import alphabetical
from ..statistics.scope import Scope, awards
from . import Link, link_to_award, link_to_name
from .proof import CountLine, counted
from .rankings import Ranking, ranking


@dataclass(frozen=True, slots=True)
class PortionLine:
    """What a country or a kind of name has; `label` is empty for the unknown."""

    label: str | Kind
    titles: int
    laureates: int


@dataclass(frozen=True, slots=True)
class PortionTable:
    """Portions, largest first, and how many are `left`; `unknown` counts what belongs to none."""

    lines: tuple[PortionLine, ...]
    left: int
    unknown: PortionLine | None


@dataclass(frozen=True, slots=True)
class FamilyLine:
    """Sister awards counted as one."""

    awards: tuple[Link, ...]
    titles: CountLine
    laureates: CountLine
    most: Ranking


@dataclass(frozen=True, slots=True)
class TogetherLine:
    """A name, its own titles, and those with its predecessors and as a group; `others` count for it.

    A number is 0 where the name itself counts for another one.
    """

    link: Link
    others: tuple[Link, ...]
    own: int
    with_predecessors: int
    as_group: int


def countries(context: Context, scope: Scope, most: int) -> PortionTable:
    return _table(breakdown.by_country(context.archive, scope), most)


def kinds(context: Context, scope: Scope) -> PortionTable:
    table = _table(breakdown.by_kind(context.archive, scope), len(Kind))
    return replace(table, lines=tuple(replace(line, label=Kind(line.label)) for line in table.lines))


def families(context: Context, scope: Scope, last: int) -> tuple[FamilyLine, ...]:
    """Families of two awards or more in which something can be won."""
    words = dict.fromkeys(award.family for award in context.archive.awards.values() if award.family)
    inside = (replace(scope, family=word) for word in words)
    return tuple(_family(context, each, last) for each in inside if len(awards(context.archive, each)) > 1)


def together(context: Context, scope: Scope) -> tuple[TogetherLine, ...]:
    """Names that have more titles with others than alone, two or more, most first."""

    def order(found: tuple[str, TogetherLine]) -> tuple[int, tuple[str, ...]]:
        name, line = found
        return -max(line.with_predecessors, line.as_group), alphabetical(context.archive, name)

    return tuple(line for _, line in sorted(_together(context, scope), key=order))


def _table(portions: Iterable[Portion], most: int) -> PortionTable:
    every = tuple(portions)
    known = tuple(PortionLine(each.key, each.titles, each.laureates) for each in every if each.key)
    unknown = next((PortionLine("", each.titles, each.laureates) for each in every if not each.key), None)
    return PortionTable(known[:most], max(0, len(known) - most), unknown)


def _family(context: Context, scope: Scope, last: int) -> FamilyLine:
    archive = context.archive
    several = (tally for tally in titles.most_titled(archive, scope) if tally.titles > 1)
    return FamilyLine(
        tuple(link_to_award(context, award) for award in awards(archive, scope)),
        counted(titles.titles(archive, scope)),
        counted(titles.laureates(archive, scope)),
        ranking(context, several, last, titles.certainty(archive, scope).because),
    )


def _together(context: Context, scope: Scope) -> Iterator[tuple[str, TogetherLine]]:
    archive = context.archive
    counts = {
        identity: {tally.name: tally.titles for tally in titles.most_titled(archive, replace(scope, identity=identity))}
        for identity in Identity
    }
    own, *joint = (counts[identity] for identity in Identity)
    for name in dict.fromkeys(name for table in joint for name in table):
        numbers = [own.get(name, 0), *(table.get(name, 0) for table in joint)]
        if max(numbers) > max(numbers[0], 1):
            joined = (other for way in Identity for other in members(archive, name, way)[1:])
            links = tuple(link_to_name(context, other) for other in dict.fromkeys(joined) if other in own)
            yield name, TogetherLine(link_to_name(context, name), links, *numbers)
