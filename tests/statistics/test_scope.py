import pytest

from palmarium.statistics.scope import ALL, Scope, results
from tests.archives import archive

PIES = archive("""
    -- editions/pie/award.yaml --
    name: Fictional Pie Award
    categories: {pie: Pie, tart: Tart}
    -- editions/pie/2010.yaml --
    results: {pie: Ann Crust, tart: Ben Crumble}
    -- editions/pie/2011.yaml --
    results: {pie: Ben Crumble, unknown: [Cleo Custard]}
    -- editions/jam/award.yaml --
    name: Prix Imaginaire de la Confiture
    categories: {pie: Pie}
    -- editions/jam/2010.yaml --
    results: {pie: Ann Crust}
""")


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        (ALL, ["jam/2010 pie-1", "pie/2010 pie-1", "pie/2010 tart-1", "pie/2011 pie-1", "pie/2011 unknown-1"]),
        (Scope(award="jam"), ["jam/2010 pie-1"]),
        (Scope(edition="pie/2011"), ["pie/2011 pie-1", "pie/2011 unknown-1"]),
        (Scope(category="pie/pie"), ["pie/2010 pie-1", "pie/2011 pie-1"]),
        (Scope(name="ben-crumble"), ["pie/2010 tart-1", "pie/2011 pie-1"]),
        (Scope(name="ann-crust", award="pie"), ["pie/2010 pie-1"]),
        (Scope(name="ben-crumble", category="pie/pie"), ["pie/2011 pie-1"]),
        (Scope(edition="pie/2010", category="pie/tart"), ["pie/2010 tart-1"]),
        (Scope(award="jam", category="pie/pie"), []),
        (Scope(edition="pie/1999"), []),
        (Scope(name="nobody"), []),
    ],
)
def test_a_scope_narrows_by_every_field(scope: Scope, found: list[str]) -> None:
    assert [f"{result.edition} {result.id}" for result in results(PIES, scope)] == found


def test_a_name_twice_in_one_result_is_found_once() -> None:
    twice = archive("-- editions/pie/2010.yaml --\nresults: {unknown: {laureate: [Ann Crust, Ann Crust]}}\n")
    assert len(list(results(twice, Scope(name="ann-crust")))) == 1
