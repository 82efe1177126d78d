from palmarium.model.archive import Archive
from palmarium.statistics.holders import Rate, renewal
from palmarium.statistics.titles import Identity
from tests.archives import archive


def two(before: str, after: str, coverage: tuple[str, str] = ("names-only", "names-only"), gap: int = 0) -> Archive:
    return archive(f"""
        -- editions/pie/award.yaml --
        name: Fictional Pie Award
        short: Pie
        -- editions/pie/2010.yaml --
        {{ordinal: 1, coverage: {coverage[0]}, results: {{unknown: [{before}]}}}}
        -- editions/pie/2011.yaml --
        {{ordinal: {2 + gap}, coverage: {coverage[1]}, results: {{unknown: [{after}]}}}}
        -- content/names/new-oven.md --
        ---
        {{name: New Oven, kind: organisation, succeeds: Old Oven}}
        ---
    """)


def test_renewed_are_the_titles_of_those_without_one_in_the_edition_before() -> None:
    found = two("Ann, Ben", "Ann, {laureate: Cleo, count: 2}, Dan")
    assert renewal(found, "pie/2011") == Rate(3, 4)


def test_a_joint_title_is_renewed_when_none_of_its_holders_had_one() -> None:
    found = two("Ann", "{laureate: [Ann, Ben]}, {laureate: [Cleo, Dan]}, {laureate: Eve, status: revoked}")
    assert renewal(found, "pie/2011") == Rate(1, 2)


def test_with_predecessors_a_new_name_renews_nothing() -> None:
    found = two("Old Oven", "New Oven")
    assert renewal(found, "pie/2011") == Rate(1, 1)
    assert renewal(found, "pie/2011", Identity.PREDECESSORS) == Rate(0, 1)


def test_there_is_no_rate_without_laureates_or_an_edition_before() -> None:
    assert renewal(two("Ann", "Ben"), "pie/2010") is None
    assert renewal(two("", "Ben"), "pie/2011") is None
    assert renewal(two("Ann", ""), "pie/2011") is None


def test_an_incomplete_edition_or_one_missing_between_leaves_no_rate() -> None:
    assert renewal(two("Ann", "Ben", ("names-only", "partial")), "pie/2011") is None
    assert renewal(two("Ann", "Ben", ("partial", "names-only")), "pie/2011") is None
    assert renewal(two("Ann", "Ben", gap=1), "pie/2011") is None
