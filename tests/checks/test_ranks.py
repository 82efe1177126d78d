import pytest

from palmarium.checks import ranks
from tests.archives import archive, hints, told


def places(*numbers: int, coverage: str = "complete", more: str = "") -> str:
    lines = "".join(f"    - {{rank: {n}, laureate: Baker {at}{more}}}\n" for at, n in enumerate(numbers))
    return (
        "-- editions/pie/award.yaml --\nname: Fictional Pie Award\ncategories: {pie: Pie}\n"
        f"-- editions/pie/2011.yaml --\ncoverage: {coverage}\nresults:\n  pie:\n{lines}"
    )


@pytest.mark.parametrize("numbers", [(1, 2, 3), (1, 1, 3), (1, 2, 2, 4), (2, 3, 1), (1, 1, 1)])
def test_standard_competition_places_pass(numbers: tuple[int, ...]) -> None:
    assert told(ranks, places(*numbers)) == []


def test_a_number_too_low_after_a_tie_is_told() -> None:
    assert told(ranks, places(1, 1, 2)) == ["editions/pie/2011.yaml:6:7: place 2 of pie comes after 2 others"]
    assert hints(ranks, places(1, 1, 2)) == ["write `rank: 3`"]


def test_it_is_told_in_a_partial_edition_too() -> None:
    assert told(ranks, places(1, 1, 2, coverage="partial")) == [
        "editions/pie/2011.yaml:6:7: place 2 of pie comes after 2 others"
    ]


def test_a_place_left_out_of_a_complete_edition_is_told() -> None:
    assert told(ranks, places(1, 3)) == ["editions/pie/2011.yaml:5:7: place 3 of pie: place 2 is left out"]
    assert hints(ranks, places(1, 3)) == ["write `rank: 2`, or add who is missing"]


def test_one_place_left_out_is_told_once_and_the_next_one_by_itself() -> None:
    assert told(ranks, places(1, 3, 4, 5)) == ["editions/pie/2011.yaml:5:7: place 3 of pie: place 2 is left out"]
    assert told(ranks, places(1, 3, 4, 7)) == [
        "editions/pie/2011.yaml:5:7: place 3 of pie: place 2 is left out",
        "editions/pie/2011.yaml:7:7: place 7 of pie: places 5 and 6 are left out",
    ]
    assert hints(ranks, places(1, 3, 4, 7))[1] == "write `rank: 5`, or add who is missing"


def test_a_number_too_high_is_told_where_it_stands_not_where_the_list_goes_on() -> None:
    assert told(ranks, places(1, 4, 3)) == [
        "editions/pie/2011.yaml:5:7: place 4 of pie is written before place 3: place 2 is left out"
    ]
    assert hints(ranks, places(1, 4, 3)) == ["write `rank: 2`, or add who is missing"]
    assert told(ranks, places(1, 4, 4, 3)) == [
        "editions/pie/2011.yaml:6:7: place 4 of pie is written before place 3: place 2 is left out"
    ]
    assert told(ranks, places(4, 1, 3)) == ["editions/pie/2011.yaml:6:7: place 3 of pie: place 2 is left out"]


def test_a_partial_edition_may_know_only_the_third_place() -> None:
    assert told(ranks, places(3, 3, coverage="partial")) == []


def test_scopes_are_rankings_of_their_own() -> None:
    text = places(1, 2) + "    - {rank: 1, laureate: Baker 9, scope: region:north}\n"
    assert told(ranks, text) == []


def test_tracks_and_rounds_are_rankings_of_their_own() -> None:
    track = "    - {rank: 1, laureate: Baker 9, track: public}\n"
    round = "    - {rank: 1, laureate: Baker 8, round: final}\n"
    assert told(ranks, places(1, 2) + track + round) == []


def test_a_winner_without_a_number_is_first() -> None:
    text = places(2, 3) + "    - Baker 9\n"
    assert told(ranks, text) == []


def test_a_revoked_first_place_may_stay_empty_or_be_filled() -> None:
    revoked, second = places(1, more=", status: revoked"), "    - {rank: 2, laureate: Baker 8}\n"
    assert told(ranks, revoked + second) == []
    assert told(ranks, revoked + "    - {rank: 1, laureate: Baker 9}\n" + second) == []


def test_a_finalist_without_a_number_has_no_place() -> None:
    assert told(ranks, places(1, 2) + "    - {laureate: Baker 9, distinction: finalist}\n") == []


def test_places_without_a_category_are_a_list() -> None:
    low, gap = (places(*numbers).replace("\n  pie:", "\n  unknown:") for numbers in ((1, 1, 2), (1, 3)))
    assert told(ranks, low) == ["editions/pie/2011.yaml:6:7: place 2 of this list comes after 2 others"]
    assert told(ranks, gap) == ["editions/pie/2011.yaml:5:7: place 3 of this list: place 2 is left out"]


def test_winners_without_numbers_are_no_ranking() -> None:
    text = places() + "    - Baker 8\n    - Baker 9\n"
    assert told(ranks, text) == []


def test_a_stretch_left_out_is_told_from_its_first_to_its_last() -> None:
    text = places(*range(1, 20), 50)
    assert told(ranks, text) == ["editions/pie/2011.yaml:23:7: place 50 of pie: places 20 to 49 are left out"]
    assert hints(ranks, text) == ["write `rank: 20`, or add who is missing"]


@pytest.mark.parametrize(
    "more",
    [
        ("mention, rank: 1", "mention, rank: 2"),
        ("mention, rank: 1", "other, rank: 1"),
        ("finalist, rank: 1", "finalist, rank: 2"),
        ("finalist, rank: 3", "finalist, rank: 4"),
        ("nominee, rank: 1", "finalist, rank: 1"),
    ],
)
def test_a_prize_and_a_mention_are_never_equal(more: tuple[str, str]) -> None:
    lines = (f"    - {{laureate: Baker {at}, distinction: {each}}}\n" for at, each in enumerate(more, 7))
    text = places(1, 2) + "".join(lines)
    assert told(ranks, text) == []
    results = archive(text).editions["pie/2011"].entries[0].results
    assert [result.tie for result in results] == [False, False, False, False]


@pytest.mark.parametrize(
    ("results", "places", "ties"),
    [
        ("[{rank: 1, laureate: A}, {rank: 1, laureate: B, distinction: mention}]", [1, None], [False, False]),
        ("[{rank: 1, laureate: A, distinction: mention}, {rank: 1, laureate: B, distinction: mention}]",
         [None, None], [True, True]),
        ("[A, {rank: 1, laureate: B, distinction: finalist}, {rank: 2, laureate: C, distinction: finalist}]",
         [1, None, None], [False, False, False]),
        ("[A, {rank: 2, laureate: B, distinction: finalist}, {rank: 2, laureate: C}]", [1, 2, 2], [False, True, True]),
        ("[{rank: 1, laureate: A, distinction: regional-winner, scope: a}, {rank: 2, laureate: B, scope: a}]",
         [1, 2], [False, False]),
        ("[{laureate: A, distinction: nominee}, {laureate: B, rank: 1}]", [None, 1], [False, False]),
    ],
)  # fmt: skip
def test_a_place_in_the_category_is_not_a_rank_among_mentions(
    results: str, places: list[int | None], ties: list[bool]
) -> None:
    award = "-- editions/pie/award.yaml --\nname: Pie\ncategories: {pie: Pie}\n"
    there = archive(f"{award}-- editions/pie/2011.yaml --\nresults: {{pie: {results}}}\n")
    assert [(result.place, result.tie) for result in there.results] == list(zip(places, ties, strict=True))


LIST = "-- editions/pie/2011.yaml --\nresults:\n  pie:\n    - {FIRST, laureate: Ann Crust}\n    - {OTHER}\n"


@pytest.mark.parametrize("other", ["laureate: Ben Crumble", "laureate: Ben Crumble, distinction: winner"])
def test_a_laureate_without_a_place_beside_the_first_is_told(other: str) -> None:
    site = LIST.replace("FIRST", "rank: 1").replace("OTHER", other)
    assert told(ranks, site) == [
        "editions/pie/2011.yaml:4:7: Ben Crumble has no place in pie beside `rank: 1` in line 3, "
        "and counts as a winner, too"
    ]
    assert hints(ranks, site) == ["write `rank: …` or a `distinction`; where both won, `rank: 1` in both"]


@pytest.mark.parametrize(
    ("first", "other"),
    [
        ("rank: 1", "laureate: Ben Crumble, rank: 2"),
        ("rank: 1", "laureate: Ben Crumble, distinction: finalist"),
        ("rank: 1", "laureate: Ben Crumble, scope: sector:tarts"),
        ("rank: 1", "laureate: Ben Crumble, tie: true"),
        ("rank: 1", "laureate: Ben Crumble, status: revoked"),
        ("rank: 1", "laureate: unknown"),
        ("count: 1", "laureate: Ben Crumble, rank: 2"),
    ],
)
def test_who_has_another_place_or_none_to_have_passes(first: str, other: str) -> None:
    assert told(ranks, LIST.replace("FIRST", first).replace("OTHER", other)) == []


def test_winners_without_a_place_in_a_list_that_always_has_places_are_told() -> None:
    def listed(year: int, *rows: str) -> str:
        return f"-- editions/pie/{year}.yaml --\nresults:\n  pie:\n" + "".join(f"    - {row}\n" for row in rows)

    places = ("{rank: 1, laureate: Ann}", "{rank: 2, laureate: Ben}")
    site = "-- editions/pie/award.yaml --\nname: Fictional Pie Award\ncategories: {pie: Pie}\n"
    before = [listed(year, *places) for year in (2008, 2009, 2010)]
    assert told(ranks, site + "".join(before) + listed(2011, "Ann", "Ben")) == [
        "editions/pie/2011.yaml:2:3: pie has 2 winners without a place, and places in all other editions"
    ]
    assert hints(ranks, site + "".join(before) + listed(2011, "Ann", "Ben")) == [
        "write `rank: 1`, `rank: 2`…; if all of them won,"
        ' write `rank-gap = [{texts = ["pie", "pie/2011"], reason = "…"}]` below `[exceptions]` in site.toml'
    ]
    shared = listed(2010, "{rank: 1, laureate: Ann}", "{rank: 1, laureate: Ben}")
    assert told(ranks, site + "".join(before[:2]) + listed(2011, "Ann", "Ben")) == []
    assert told(ranks, site + "".join(before[:2]) + shared + listed(2011, "Ann", "Ben")) == []
    assert told(ranks, site + "".join(before) + listed(2011, "Ann")) == []


def test_a_later_place_that_wins_beside_the_first_is_told() -> None:
    rows = "[{rank: 1, laureate: Ann Crust}, {rank: 2, laureate: Ben Dough, distinction: winner}]"
    text = f"-- editions/pie/2011.yaml --\nresults: {{pie: {rows}}}\n"
    assert [line.partition(": ")[2] for line in told(ranks, text)] == [
        "Ben Dough has place 2 of pie and wins it, beside place 1 in line 1"
    ]
    assert hints(ranks, text) == ["delete `distinction: winner`; where both won, write `rank: 1` in both"]
    assert told(ranks, text.replace("distinction: winner", "note: …")) == []


def test_a_round_that_there_is_not_makes_no_ranking() -> None:
    site = places(1, 2, more=", round: final").replace(
        "1, laureate: Baker 0, round: final", "1, laureate: B, round: end"
    )
    assert told(ranks, site.replace("results:", "rounds: {id: final}\nresults:")) == []
    of_two_rounds = site.replace("results:", "rounds: [{id: final}, {id: end}]\nresults:")
    assert told(ranks, of_two_rounds) == ["editions/pie/2011.yaml:6:7: place 2 of pie: place 1 is left out"]
