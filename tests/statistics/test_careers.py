from palmarium.statistics.comparisons import careers
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
    assert careers(FOUND, ALL) == {
        "ann": ("pie/2010", "jam/2014"),
        "ben": ("jam/2009", "pie/2013"),
        "dan": ("jam/2009", "tart/2012"),
    }


def test_with_predecessors_a_career_goes_on_under_the_new_name() -> None:
    assert careers(FOUND, Scope(identity=Identity.PREDECESSORS))["new-oven"] == ("pie/2010", "jam/2014")
