"""Lines of categories: those a category comes from, and those that came of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from ..model.archive import Archive
from .memoize import once


def line(archive: Archive, category: str) -> tuple[str, ...]:
    """The keys of a category's line, in the order of the archive; itself alone where nothing is declared."""
    origins, heirs = _origins(archive), _heirs(archive)
    found = {category, *_reached(category, origins), *_reached(category, heirs)}
    places = _places(archive)
    return tuple(sorted((key for key in found if key in places), key=places.__getitem__)) or (category,)


def ends(archive: Archive, award: str) -> tuple[str, ...]:
    """The categories of an award that came of others and of which nothing came: where its lines end."""
    origins, heirs = _origins(archive), _heirs(archive)
    return tuple(key for key in archive.categories_of[award] if origins.get(key) and not heirs.get(key))


def _reached(start: str, steps: Mapping[str, tuple[str, ...]]) -> set[str]:
    """All categories that steps from here reach; two may declare that they come from each other."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for key in steps.get(waiting.pop(), ()):
            if key not in found:
                found.add(key)
                waiting.append(key)
    return found


@once
def _places(archive: Archive) -> Mapping[str, int]:
    return {key: place for place, key in enumerate(archive.categories)}


@once
def _origins(archive: Archive) -> Mapping[str, tuple[str, ...]]:
    """The declared origins of each category."""
    steps = ((category, step) for category in archive.categories.values() for step in category.lineage)
    said = ((category.key, f"{category.award}/{ref.text}") for category, step in steps for ref in step.origin)
    return _grouped(pair for pair in said if pair[1] in archive.categories and pair[0] != pair[1])


@once
def _heirs(archive: Archive) -> Mapping[str, tuple[str, ...]]:
    return _grouped((origin, key) for key, origins in _origins(archive).items() for origin in origins)


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return MappingProxyType({key: tuple(values) for key, values in found.items()})
