"""Say which ordinals don't fit the order of an award's editions.

Owns: the longest row of ordinals that can all be right.   Never: deduces an ordinal (that is `coverage`).

An ordinal fits its neighbour when it is higher by at least the number of editions held from one to the other:
more where editions are missing from the archive, never fewer.
"""

from bisect import bisect_right
from collections.abc import Mapping

from ..archive import Archive
from ..model import Edition
from .once import once


def misfits(archive: Archive, award: str) -> tuple[str, ...]:
    """The editions (keys, old to new) whose ordinals contradict more of the others than they agree with."""
    return _misfits(archive).get(award, ())


@once
def _misfits(archive: Archive) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for award in archive.editions_of:
        numbered = _numbered(archive, award)
        kept = _longest_rise([(edition.ordinal or 0) - place for edition, place in numbered])
        found[award] = tuple(edition.key for at, (edition, _) in enumerate(numbered) if at not in kept)
    return found


def neighbours(archive: Archive, edition: str) -> tuple[str | None, str | None]:
    """The nearest editions before and after whose ordinals are not in doubt."""
    award = archive.editions[edition].award
    doubtful = set(misfits(archive, award)) - {edition}
    sure = [each.key for each, _ in _numbered(archive, award) if each.key not in doubtful]
    place = sure.index(edition)
    return (sure[place - 1] if place else None), (sure[place + 1] if place + 1 < len(sure) else None)


def _numbered(archive: Archive, award: str) -> list[tuple[Edition, int]]:
    """The editions with an ordinal, and how many held ones there are up to each."""
    place, found = 0, []
    for edition in (archive.editions[key] for key in archive.editions_of.get(award, ())):
        place += edition.is_held or edition.ordinal is not None
        if edition.ordinal is not None:
            found.append((edition, place))
    return found


def _longest_rise(values: list[int]) -> frozenset[int]:
    """The places of a longest subsequence that never falls; of two equally long, the one that ends first.

    No ordinal is below its place in the row, so no value is below 0.
    """
    ends: list[int] = []
    lengths: list[list[int]] = []
    before: list[int | None] = []
    for at, value in enumerate(values):
        length = bisect_right(ends, value) if value >= 0 else -1
        before.append(lengths[length - 1][-1] if length > 0 else None)
        if length < 0:
            continue
        if length == len(ends):
            ends.append(value)
            lengths.append([])
        ends[length] = value
        lengths[length].append(at)
    kept, at_end = set(), lengths[-1][0] if lengths else None
    while at_end is not None:
        kept.add(at_end)
        at_end = before[at_end]
    return frozenset(kept)
