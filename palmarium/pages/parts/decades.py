"""Long series of years by decade, the latest first: what is shown at once, and what is folded."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Generic, TypeVar

from ..messages import Text

T = TypeVar("T")

_WHOLE = 24
"""So many years are shown as they are."""
_OPEN = 4
"""How many of more years are shown at once, and whole decades until then."""
_NAMES = 40


@dataclass(frozen=True, slots=True)
class Decade(Generic[T]):
    """The items of a decade, the latest first; a short series is one, without `years`.

    A `folded` one is told by its first `names`, of which `left` are not said.
    """

    years: str
    items: tuple[T, ...]
    folded: bool
    names: tuple[Text, ...]
    left: int


def decades(
    items: Sequence[T], year: Callable[[T], int], named: Callable[[T], Iterable[Text]]
) -> tuple[Decade[T], ...]:
    """`items` run from the latest to the oldest; `named` gives the names that stand for one where it is folded."""
    if len(items) <= _WHOLE:
        return (Decade("", tuple(items), folded=False, names=(), left=0),) if items else ()
    made: list[Decade[T]] = []
    shown = 0
    for _, found in groupby(items, lambda item: year(item) // 10):
        group = tuple(found)
        names = tuple(dict.fromkeys(chain.from_iterable(map(named, group))))
        first, last = year(group[-1]), year(group[0])
        years = str(first) if first == last else f"{first}–{last}"
        made.append(Decade(years, group, shown >= _OPEN, names[:_NAMES], max(0, len(names) - _NAMES)))
        shown += len(group)
    return tuple(made)
