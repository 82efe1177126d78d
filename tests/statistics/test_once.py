from collections import defaultdict
from collections.abc import Mapping

import pytest

from palmarium.lookups import noting
from palmarium.model.archive import Archive
from palmarium.statistics.memoize import once
from tests.archives import archive

TEXT = "-- editions/pie/2010.yaml --\nresults: {unknown: Ann}\n"


def test_an_index_is_computed_once_for_each_archive() -> None:
    asked: list[int] = []

    @once
    def index(found: Archive) -> int:
        """How many results."""
        asked.append(id(found))
        return len(found.results)

    first, second = archive(TEXT), archive(TEXT)
    assert [index(first), index(first), index(first)] == [1, 1, 1]
    assert asked == [id(first)]
    assert index(second) == 1
    assert asked == [id(first), id(second)]


def test_two_rules_do_not_share_their_memory() -> None:
    found = archive(TEXT)
    assert once(lambda archive: "one")(found) == "one"
    assert once(lambda archive: "two")(found) == "two"


def test_a_rule_keeps_its_name_and_its_sentence() -> None:
    def index(found: Archive) -> None:
        """What it is."""

    assert (once(index).__name__, once(index).__doc__) == ("index", "What it is.")


@once
def _called(found: Archive) -> Mapping[str, list[str]]:
    """The names by themselves, in a table that makes what it lacks."""
    return defaultdict(list, {name: [name] for name in found.names})


def test_a_table_is_none_other_for_having_been_asked() -> None:
    found = archive(TEXT)
    with pytest.raises(KeyError):
        _called(found)["nobody"]
    assert dict(_called(found)) == {"ann": ["ann"]}


def test_whoever_asks_for_all_results_first_looks_up_no_more_than_the_others() -> None:
    found, seen = archive(TEXT), []
    for _ in range(2):
        with noting() as lookups:
            assert len(found.results) == 1
        seen.append(lookups)
    assert seen[0] == seen[1]
