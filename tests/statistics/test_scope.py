import pytest

from palmarium.statistics.titles import ALL, Identity, Scope, awards, results
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
        (ALL, ["jam/2010 pie", "pie/2010 pie", "pie/2010 tart", "pie/2011 pie", "pie/2011 unknown"]),
        (Scope(award="jam"), ["jam/2010 pie"]),
        (Scope(edition="pie/2011"), ["pie/2011 pie", "pie/2011 unknown"]),
        (Scope(category="pie/pie"), ["pie/2010 pie", "pie/2011 pie"]),
        (Scope(name="ben-crumble"), ["pie/2010 tart", "pie/2011 pie"]),
        (Scope(name="ann-crust", award="pie"), ["pie/2010 pie"]),
        (Scope(name="ben-crumble", category="pie/pie"), ["pie/2011 pie"]),
        (Scope(edition="pie/2010", category="pie/tart"), ["pie/2010 tart"]),
        (Scope(award="jam", category="pie/pie"), []),
        (Scope(edition="pie/1999"), []),
        (Scope(name="nobody"), []),
    ],
)
def test_a_scope_narrows_by_every_field(scope: Scope, found: list[str]) -> None:
    assert [f"{result.edition} {result.category or 'unknown'}" for result in results(PIES, scope)] == found


def test_a_name_twice_in_one_result_is_found_once() -> None:
    twice = archive("-- editions/pie/2010.yaml --\nresults: {unknown: {laureate: [Ann Crust, Ann Crust]}}\n")
    assert len(list(results(twice, Scope(name="ann-crust")))) == 1


WIDE = archive("""
    -- editions/pie/award.yaml --
    name: Fictional Pie Award
    family: cakes
    categories: {pie: Pie, sweet: {name: Sweet, lineage: {event: renamed, from: pie}}, tart: Tart}
    -- editions/pie/2010.yaml --
    results: {pie: Old Oven, tart: New Oven}
    -- editions/pie/2011.yaml --
    results: {sweet: New Oven}
    -- editions/pie/2012.yaml --
    results: {tart: Old Oven}
    -- editions/tart/award.yaml --
    name: Fictional Tart Award
    family: cakes
    categories: {pie: Pie}
    -- editions/tart/2010.yaml --
    results: {pie: Old Oven}
    -- editions/jam/2010.yaml --
    results: {unknown: Ann}
    -- editions/lost/award.yaml --
    name: Lost Award
    categories: {best: Best}
    -- editions/fair/award.yaml --
    name: The Fair
    -- content/names/new-oven.md --
    ---
    {name: New Oven, kind: organisation, succeeds: Old Oven}
    ---
""")


def inside(scope: Scope) -> list[str]:
    return [f"{result.edition} {result.category or 'unknown'}" for result in results(WIDE, scope)]


def test_a_lineage_holds_every_category_of_the_line() -> None:
    assert inside(Scope(lineage="pie/sweet")) == ["pie/2010 pie", "pie/2011 sweet"]
    assert inside(Scope(lineage="pie/tart")) == ["pie/2010 tart", "pie/2012 tart"]
    assert inside(Scope(lineage="pie/pie", name="new-oven")) == ["pie/2011 sweet"]


def test_a_family_holds_sister_awards() -> None:
    assert inside(Scope(family="cakes", name="old-oven")) == ["pie/2010 pie", "tart/2010 pie", "pie/2012 tart"]
    assert len(inside(Scope(family="cakes"))) == 5
    assert inside(Scope(family="jams")) == []


def test_with_predecessors_results_run_from_old_to_new() -> None:
    joined = Scope(award="pie", name="new-oven", identity=Identity.PREDECESSORS)
    assert [each.split()[0] for each in inside(joined)] == ["pie/2010", "pie/2010", "pie/2011", "pie/2012"]


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        (ALL, ("lost", "pie", "tart", "jam")),
        (Scope(award="jam"), ("jam",)),
        (Scope(award="lost"), ("lost",)),
        (Scope(award="fair"), ()),
        (Scope(award="none"), ()),
        (Scope(edition="pie/2010"), ("pie",)),
        (Scope(category="tart/pie"), ("tart",)),
        (Scope(lineage="pie/sweet"), ("pie",)),
        (Scope(family="cakes"), ("pie", "tart")),
        (Scope(family="cakes", award="jam"), ()),
        (Scope(family="cakes", award="tart"), ("tart",)),
    ],
)
def test_a_scope_spans_the_awards_in_which_something_can_be_won(scope: Scope, found: tuple[str, ...]) -> None:
    assert awards(WIDE, scope) == found
