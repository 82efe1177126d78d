"""Compute an index once for each archive, however many pages ask for it.

Owns: the memory of the last archive.   Never: changes a result: an archive is frozen, so is what is found in it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import TypeVar

from ..archive import Archive

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """An archive as itself: comparing two by their contents would cost more than any index."""

    archive: Archive

    def __hash__(self) -> int:
        return id(self.archive)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.archive is other.archive


def once(rule: Callable[[Archive], _T]) -> Callable[[Archive], _T]:
    """The same rule, which remembers its value for the archive it was last asked about."""

    @lru_cache(maxsize=1)
    def kept(same: _Same) -> _T:
        return rule(same.archive)

    @wraps(rule)
    def asked(archive: Archive) -> _T:
        return kept(_Same(archive))

    return asked
