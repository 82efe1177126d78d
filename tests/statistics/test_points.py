from palmarium.model import Distinction
from palmarium.statistics.comparisons import OWN, Scheme, Score, across, scheme
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


BY = scheme(OWN)


def test_the_scheme_of_the_archive_is_used_where_none_is_declared() -> None:
    assert scheme({}) == Scheme(3, ((2, 2), (3, 1)), (), declared=False)
    assert scheme({"winner": 5}) == Scheme(5, (), (), declared=True)


def test_a_scheme_is_in_the_order_of_ranks_and_distinctions() -> None:
    written = {"mention": 1, "rank-10": 2, "finalist": 3, "rank-2": 4}
    others = ((Distinction.FINALIST, 3), (Distinction.MENTION, 1))
    assert scheme(written) == Scheme(0, ((2, 4), (10, 2)), others, declared=True)


def test_a_rank_goes_before_a_distinction() -> None:
    text = """
        -- editions/pie/2010.yaml --
        results: {unknown: [{rank: 2, laureate: Ann, distinction: finalist}, {laureate: Ben, distinction: finalist}]}
    """
    points = across(archive(text), scheme({"rank-2": 4, "finalist": 3}), least=1)
    assert [(score.name, score.points) for score in points] == [("ann", 4), ("ben", 3)]


def test_names_with_points_in_two_awards_stand_by_points_then_by_name() -> None:
    assert across(FOUND, BY) == (
        Score(1, "ann", 8, (("jam", 0), ("pie", 2))),
        Score(1, "ben", 8, (("jam", 1), ("pie", 0), ("tart", 1))),
        Score(3, "cleo", 5, (("jam", 0), ("pie", 0), ("tart", 1))),
    )


def test_more_awards_may_be_asked_for() -> None:
    assert [score.name for score in across(FOUND, BY, least=3)] == ["ben", "cleo"]
    assert [score.name for score in across(FOUND, BY, least=1)] == ["ann", "ben", "fay", "cleo", "eve", "dan"]
