"""Say which results a statistic is about.

Owns: Scope, the results inside it.   Never: counts.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ..archive import Archive, results_in
from ..model import Result


@dataclass(frozen=True, slots=True)
class Scope:
    """All results of the archive, narrowed by each field that is not empty.

    `award` and `name` are ids, `edition` is `award/edition`, `category` is `award/category`.
    """

    award: str = ""
    edition: str = ""
    category: str = ""
    name: str = ""


ALL = Scope()


def results(archive: Archive, scope: Scope) -> Iterator[Result]:
    """The results inside a scope, from old to new, starting from the smallest index that holds them."""
    for result in _nearest(archive, scope):
        award = result.edition.split("/")[0]
        if (
            scope.award in ("", award)
            and scope.edition in ("", result.edition)
            and scope.category in ("", f"{award}/{result.category}")
        ):
            yield result


def _nearest(archive: Archive, scope: Scope) -> Iterator[Result]:
    if scope.name:
        return iter(dict.fromkeys(archive.results_of.get(scope.name, ())))
    if scope.edition:
        edition = archive.editions.get(scope.edition)
        return iter(results_in(edition)) if edition else iter(())
    if scope.category:
        return (result for entry in archive.entries_of.get(scope.category, ()) for result in entry.results)
    if scope.award:
        keys = archive.editions_of.get(scope.award, ())
        return (result for key in keys for result in results_in(archive.editions[key]))
    return iter(archive.results)
