from palmarium.model.archive import Archive
from palmarium.statistics.holders import origin_counts
from tests.archives import archive


def three(first: str, second: str, third: str, ordinals: tuple[int, int, int] = (1, 2, 3)) -> Archive:
    return archive(f"""
        -- editions/pie/award.yaml --
        name: Fictional Pie Award
        short: Pie
        -- editions/pie/2010.yaml --
        {{ordinal: {ordinals[0]}, coverage: names-only, results: {{unknown: [{first}]}}}}
        -- editions/pie/2011.yaml --
        {{ordinal: {ordinals[1]}, coverage: names-only, results: {{unknown: [{second}]}}}}
        -- editions/pie/2012.yaml --
        {{ordinal: {ordinals[2]}, coverage: names-only, results: {{unknown: [{third}]}}}}
    """)


def parts(found: Archive, edition: str = "pie/2012") -> dict[str, int]:
    return {str(origin): number for origin, number in origin_counts(found, edition).parts}


def test_each_title_counts_once_by_how_it_came_about() -> None:
    found = three("Ann, Ben", "Ben", "{laureate: Ann, count: 2}, Ben, Cleo, {laureate: Dan, status: revoked}")
    assert parts(found) == {"retained": 1, "regained": 2, "first-time": 1}
    assert origin_counts(found, "pie/2012").titles == 4


def test_in_the_first_edition_of_all_every_title_is_a_first() -> None:
    assert parts(three("Ann, Ben", "Ben", "Ann"), "pie/2010") == {"first-time": 2}


def test_without_the_editions_before_a_first_is_one_here_only() -> None:
    assert parts(three("Ann", "Ben", "Ann, Cleo", (3, 4, 5))) == {"regained": 1, "new-here": 1}


def test_across_a_missing_edition_kept_and_regained_are_one() -> None:
    assert parts(three("Ann", "Ben", "Ann, Ben", (1, 2, 4))) == {"returning": 2}


def test_a_shared_title_is_new_or_kept_where_that_is_true_of_everybody() -> None:
    found = three("Ann", "Ann, Ben", "{laureate: [Ann, Ben]}, {laureate: [Ann, Cleo]}")
    assert parts(found) == {"retained": 1, "mixed": 1}


def test_titles_without_a_name_are_told_and_leave_the_number_open() -> None:
    found = archive("""
        -- editions/pie/award.yaml --
        name: Fictional Pie Award
        categories: {best: Best Pie, small: Best Small Pie}
        -- editions/pie/2010.yaml --
        {ordinal: 1, coverage: partial, results: {best: Ann, small: unknown}}
    """)
    assert parts(found, "pie/2010") == {"first-time": 1, "nameless": 1}
    assert origin_counts(found, "pie/2010").because is not None
