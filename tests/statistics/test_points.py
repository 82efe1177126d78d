from palmarium.statistics.points import PLACES, TITLE, Score, across
from tests.archives import archive

FOUND = archive("""
    -- editions/pie/2010.yaml --
    results:
      unknown:
        - {laureate: Ann, count: 2}
        - {rank: 2, laureate: Ben}
        - {rank: 3, laureate: Cleo}
        - {rank: 4, laureate: Dan}
        - {laureate: Eve, status: revoked}
    -- editions/jam/2010.yaml --
    results:
      unknown:
        - Ben
        - {rank: 2, laureate: Ann}
        - {rank: 3, laureate: Cleo}
        - {rank: 3, laureate: Dan}
        - Eve
    -- editions/tart/2010.yaml --
    results: {unknown: [Ben, Cleo, Fay]}
    -- editions/tart/2011.yaml --
    results: {unknown: [Fay]}
""")


def test_a_title_is_worth_most_and_a_fourth_place_nothing() -> None:
    assert (TITLE, dict(PLACES)) == (3, {2: 2, 3: 1})


def test_names_with_points_in_two_awards_stand_by_points_then_by_name() -> None:
    assert across(FOUND) == (
        Score(1, "ann", 8, (("jam", 0), ("pie", 2))),
        Score(1, "ben", 8, (("jam", 1), ("pie", 0), ("tart", 1))),
        Score(3, "cleo", 5, (("jam", 0), ("pie", 0), ("tart", 1))),
    )


def test_more_awards_may_be_asked_for() -> None:
    assert [score.name for score in across(FOUND, awards=3)] == ["ben", "cleo"]
    assert [score.name for score in across(FOUND, awards=1)] == ["ann", "ben", "fay", "cleo", "eve", "dan"]
