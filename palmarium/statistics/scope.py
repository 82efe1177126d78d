"""Say which results a statistic is about, and who counts as one name.

Owns: Scope, the results inside it, the awards it spans.   Never: counts.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ..archive import Archive, results_in
from ..model import Result
from .identity import Identity, members
from .lineage import line
from .once import once


@dataclass(frozen=True, slots=True)
class Scope:
    """All results of the archive, narrowed by each field that is not empty.

    `award` and `name` are ids, `family` is the word that sister awards share, `edition` is `award/edition`,
    `category` is `award/category`, and `lineage` one such key for the whole line of that category.
    `identity` says which names count as one, and so whose results are those of `name`.
    """

    award: str = ""
    edition: str = ""
    category: str = ""
    name: str = ""
    lineage: str = ""
    family: str = ""
    identity: Identity = Identity.OWN


ALL = Scope()


def results(archive: Archive, scope: Scope) -> Iterator[Result]:
    """The results inside a scope, from old to new, starting from the smallest index that holds them."""
    of_line = frozenset(line(archive, scope.lineage)) if scope.lineage else frozenset()
    for result in _nearest(archive, scope):
        award = result.edition.split("/")[0]
        key = f"{award}/{result.category}"
        if (
            scope.award in ("", award)
            and scope.edition in ("", result.edition)
            and scope.category in ("", key)
            and (not scope.lineage or key in of_line)
            and (not scope.family or _family(archive, award) == scope.family)
        ):
            yield result


def awards(archive: Archive, scope: Scope) -> tuple[str, ...]:
    """The awards that a scope spans and in which something can be won, whether the archive holds an edition or not."""
    only = scope.award or (scope.edition or scope.category or scope.lineage).split("/")[0]
    every = contests(archive)
    inside = every if not only else (only,) if only in every else ()
    return tuple(award for award in inside if not scope.family or _family(archive, award) == scope.family)


@once
def contests(archive: Archive) -> Collection[str]:
    """The awards in which something can be won: those with a category, or an edition that may have had a palmarès.

    A day of events, all of whose editions are known to have given nothing, is none.
    """
    found = (
        award
        for award, keys in archive.editions_of.items()
        if (award in archive.awards and archive.awards[award].categories)
        or any(not archive.editions[key].without_palmares for key in keys)
    )
    return MappingProxyType(dict.fromkeys(found))


def _family(archive: Archive, award: str) -> str:
    return archive.awards[award].family if award in archive.awards else ""


def _nearest(archive: Archive, scope: Scope) -> Iterable[Result]:
    if scope.name:
        return _held(archive, members(archive, scope.name, scope.identity))
    if scope.edition:
        edition = archive.editions.get(scope.edition)
        return results_in(edition) if edition else ()
    if scope.category:
        return (result for entry in archive.entries_of.get(scope.category, ()) for result in entry.results)
    award = scope.award or scope.lineage.split("/")[0]
    if award:
        keys = archive.editions_of.get(award, ())
        return (result for key in keys for result in results_in(archive.editions[key]))
    return archive.results


def _held(archive: Archive, names: tuple[str, ...]) -> Iterable[Result]:
    """The results of several names, each once."""
    if len(names) == 1:
        return archive.results_of.get(names[0], ())
    found = {(result.edition, result.id): result for name in names for result in archive.results_of.get(name, ())}
    return sorted(found.values(), key=lambda result: order(archive)[result.edition])


@once
def order(archive: Archive) -> Mapping[str, int]:
    """Where each edition stands among all editions."""
    return {key: place for place, key in enumerate(archive.editions)}
