"""Shape what an ornament is drawn from: a leaf for each title, a band for each edition.

Owns: Emblem, how many titles a leaf stands for.   Never: draws.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..context import Context
from ..model import Edition
from ..ornaments import Leaf
from ..statistics.makeup import nameless
from ..statistics.titles import winners

MOST = 100
"""How many leaves an ornament has at most; beyond that each stands for several titles."""


@dataclass(frozen=True, slots=True)
class Emblem:
    """The titles of an edition, an award or the archive, as leaves from old to new.

    `of` is the award's id, which chooses the shape; empty for the archive. `bands` is the ordinal of an edition or
    the number of editions. `each` is how many titles a leaf stands for; `known`, `half` (in an unknown category) and
    `unknown` (an unknown laureate) count titles.
    """

    of: str
    leaves: tuple[Leaf, ...]
    bands: int
    each: int
    known: int
    half: int
    unknown: int


def emblem(context: Context, of: str, editions: Iterable[Edition], bands: int) -> Emblem | None:
    """The emblem of these editions; None where they hold no title, known or not."""
    titles = [leaf for edition in editions for leaf in _leaves(context, edition)]
    if not titles:
        return None
    each = -(-len(titles) // MOST)
    known, half, unknown = (titles.count(kind) for kind in Leaf)
    # Of the titles that share a leaf, the middle one speaks for all.
    leaves = tuple(titles[min(first + each // 2, len(titles) - 1)] for first in range(0, len(titles), each))
    return Emblem(of, leaves, bands, each, known, half, unknown)


def _leaves(context: Context, edition: Edition) -> Iterator[Leaf]:
    for entry in edition.entries:
        kind = Leaf.KNOWN if entry.category else Leaf.HALF
        for result in entry.results:
            if winners(context.archive, result):
                yield from (kind,) * result.count
    yield from (Leaf.UNKNOWN,) * nameless(edition)
