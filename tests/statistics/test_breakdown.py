from palmarium.statistics.comparisons import Portion, by_country, by_kind
from palmarium.statistics.titles import ALL, Identity, Scope
from tests.archives import archive

FOUND = archive("""
    -- editions/pie/2010.yaml --
    results:
      unknown:
        - {laureate: Oven, count: 2}
        - {laureate: [Oven, Ann]}
        - {laureate: [Ann, Stove]}
        - {rank: 2, laureate: Nobody}
    -- editions/jam/2010.yaml --
    results: {unknown: [Hearth, Stranger, Ann, {laureate: Tart of the Year, status: revoked}]}
    -- content/names/oven.md --
    ---
    {name: Oven, kind: organisation, country: Écosse}
    ---
    -- content/names/stove.md --
    ---
    {name: Stove, kind: organisation, country: Écosse, succeeds: Hearth}
    ---
    -- content/names/hearth.md --
    ---
    {name: Hearth, kind: organisation, country: Danemark}
    ---
    -- content/names/ann.md --
    ---
    {name: Ann, kind: person, country: Danemark}
    ---
""")


def test_titles_and_laureates_of_each_country_and_last_the_unknown() -> None:
    assert by_country(FOUND, ALL) == (
        Portion("Danemark", 4, 2),
        Portion("Écosse", 4, 2),
        Portion("", 1, 1),
    )
    assert by_country(FOUND, Scope(award="pie")) == (Portion("Écosse", 4, 2), Portion("Danemark", 2, 1))


def test_who_counts_for_another_stood_for_its_own_country() -> None:
    joined = by_country(FOUND, Scope(award="jam", identity=Identity.PREDECESSORS))
    assert joined == (Portion("Danemark", 2, 2), Portion("", 1, 1))


def test_titles_and_laureates_of_each_kind() -> None:
    assert by_kind(FOUND, ALL) == (Portion("organisation", 6, 4), Portion("person", 3, 1))
    assert by_kind(FOUND, Scope(award="none")) == ()
