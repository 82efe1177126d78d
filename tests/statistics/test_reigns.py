from palmarium.statistics.streaks import reigns, reigns_in
from palmarium.statistics.titles import ALL, Scope
from tests.archives import archive

FOUND = archive("""
    -- editions/pie/award.yaml --
    name: Fictional Pie Award
    categories:
      pie: Pie
      tart: Tart
      sweet: {name: Sweet, lineage: {event: renamed, from: pie, in: 2012}}
      honour: {name: Honour, special: true}
    -- editions/pie/2010.yaml --
    {ordinal: 1, coverage: complete, results: {pie: [Ann, Ben], tart: Ann, honour: Ann}}
    -- editions/pie/2011.yaml --
    {ordinal: 2, coverage: complete, results: {pie: [Ann, Ben], tart: Ben, honour: Ann}}
    -- editions/pie/2012.yaml --
    {ordinal: 3, coverage: complete, results: {sweet: Ann, tart: Ben, honour: Ann}}
    -- editions/pie/2013.yaml --
    {ordinal: 4, coverage: complete, results: {sweet: Cleo, tart: Ben, honour: Ann}}
    -- editions/jam/award.yaml --
    name: Prix Imaginaire de la Confiture
    categories: {jam: Jam}
    -- editions/jam/2010.yaml --
    {ordinal: 1, coverage: complete, results: {jam: Ann}}
    -- editions/jam/2011.yaml --
    {ordinal: 2, coverage: complete, results: {jam: Ann}}
""")


def told(scope: Scope) -> list[tuple[int, str, bool, str, int]]:
    found = reigns(FOUND, scope)
    return [(place, r.category, r.by_lineage, r.streak.name, r.streak.length) for place, r in found]


def test_of_each_category_the_longest_reigns_are_told_longest_first() -> None:
    assert told(Scope(award="pie")) == [
        (1, "pie/sweet", True, "ann", 3),
        (1, "pie/tart", False, "ben", 3),
        (3, "pie/pie", False, "ann", 2),
        (3, "pie/pie", False, "ben", 2),
    ]
    assert (3, "jam/jam", False, "ann", 2) in told(ALL)


def test_a_category_tells_its_own_reigns_and_then_those_of_its_line() -> None:
    (lone,) = reigns_in(FOUND, "pie/tart", ALL)
    assert (lone.category, lone.by_lineage, lone.streak.length) == ("pie/tart", False, 3)
    (joined,) = reigns_in(FOUND, "pie/sweet", ALL)
    assert (joined.by_lineage, joined.streak.first, joined.streak.last) == (True, "pie/2010", "pie/2012")
    assert [reign.by_lineage for reign in reigns_in(FOUND, "pie/pie", ALL)] == [False, False, True]


def test_a_reign_inside_one_category_is_not_told_again_by_lineage() -> None:
    found = archive("""
        -- editions/pie/award.yaml --
        name: Fictional Pie Award
        categories: {pie: Pie, sweet: {name: Sweet, lineage: {event: renamed, from: pie, in: 2012}}}
        -- editions/pie/2010.yaml --
        {ordinal: 1, coverage: complete, results: {pie: Ann}}
        -- editions/pie/2011.yaml --
        {ordinal: 2, coverage: complete, results: {pie: Ann}}
        -- editions/pie/2012.yaml --
        {ordinal: 3, coverage: complete, results: {sweet: Ben}}
    """)
    assert [(r.category, r.by_lineage) for _, r in reigns(found, ALL)] == [("pie/pie", False)]
