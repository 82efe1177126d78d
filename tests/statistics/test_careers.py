from palmarium.statistics.comparisons import Career, careers
from palmarium.statistics.titles import ALL, Identity, Scope
from tests.archives import archive

FOUND = archive("""
    -- editions/pie/2010.yaml --
    results: {unknown: [{laureate: Ann, count: 2}, Ben, Old Oven]}
    -- editions/pie/2013.yaml --
    results: {unknown: [Ann, Ben, Cleo]}
    -- editions/jam/2009.yaml --
    results: {unknown: [{rank: 2, laureate: Ann}, Ben, Dan]}
    -- editions/jam/2014.yaml --
    results: {unknown: [Ann, New Oven]}
    -- editions/tart/2012.yaml --
    results: {unknown: [Ben, Dan]}
    -- content/names/new-oven.md --
    ---
    {name: New Oven, kind: organisation, succeeds: Old Oven}
    ---
""")


def test_a_career_has_titles_in_two_awards_and_runs_from_the_first_to_the_last() -> None:
    assert careers(FOUND, ALL) == (
        Career(1, "ann", 4, (("pie", 3), ("jam", 1)), "pie/2010", "jam/2014"),
        Career(1, "ben", 4, (("jam", 1), ("pie", 2), ("tart", 1)), "jam/2009", "pie/2013"),
        Career(3, "dan", 2, (("jam", 1), ("tart", 1)), "jam/2009", "tart/2012"),
    )


def test_more_awards_may_be_asked_for() -> None:
    assert [career.name for career in careers(FOUND, ALL, least=3)] == ["ben"]


def test_with_predecessors_a_career_goes_on_under_the_new_name() -> None:
    found = careers(FOUND, Scope(identity=Identity.PREDECESSORS))
    assert Career(3, "new-oven", 2, (("pie", 1), ("jam", 1)), "pie/2010", "jam/2014") in found
