"""Put names in order: 1-2-2-4, and by name where numbers are equal.

Owns: the standard competition ranking, the order of names.   Never: counts.
"""

import unicodedata
from collections.abc import Callable, Iterable
from typing import TypeVar

from ..archive import Archive

_T = TypeVar("_T")


def ranked(
    rows: Iterable[_T], value: Callable[[_T], int], order: Callable[[_T], tuple[str, ...]]
) -> tuple[tuple[int, _T], ...]:
    """Each row with its place, highest value first; after two rows at place 2 comes place 4."""
    ordered = sorted(rows, key=lambda row: (-value(row), order(row)))
    places: list[tuple[int, _T]] = []
    for number, row in enumerate(ordered, 1):
        equal = places and value(places[-1][1]) == value(row)
        places.append((places[-1][0] if equal else number, row))
    return tuple(places)


def alphabetical(archive: Archive, name: str) -> tuple[str, ...]:
    """The key that sorts a name's id: by its sort name, accents and case aside, then by id."""
    record = archive.names[name]
    return folded(record.sort or record.name), name


def folded(text: str) -> str:
    """A text without case, accents and ligatures, so that É stands beside E and œ beside oe."""
    plain = text.casefold().replace("œ", "oe").replace("æ", "ae")
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
