"""Memoization: an index once for each archive, or once for each record while one page is made."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import TypeVar

_K = TypeVar("_K")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A key by identity: comparing two archives by their contents would cost more than any index."""

    thing: object

    def __hash__(self) -> int:
        return id(self.thing)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.thing is other.thing


def once(rule: Callable[[_K], _T]) -> Callable[[_K], _T]:
    """A function that keeps its value for its last first argument."""

    @lru_cache(maxsize=1)
    def kept(same: _Same) -> _T:
        return rule(same.thing)  # type: ignore[arg-type]

    @wraps(rule)
    def asked(thing: _K) -> _T:
        return kept(_Same(thing))

    return asked
