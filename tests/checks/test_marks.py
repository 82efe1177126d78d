"""Marks and places tell the same order."""

import pytest

from palmarium.checks import marks
from tests.archives import hints, messages, told


def site(*rows: tuple[int, str], more: str = "") -> str:
    lines = "".join(
        f'    - {{rank: {rank}, laureate: Baker {at}, score: "{score}"{more}}}\n'
        for at, (rank, score) in enumerate(rows)
    )
    return f"-- editions/tarte/2020.yaml --\nresults:\n  pomme:\n{lines}"


def test_marks_that_keep_neither_order_are_told() -> None:
    text = site((1, "18"), (2, "12"), (3, "15"))
    assert told(marks, text) == [
        "editions/tarte/2020.yaml:5:7: place 3 of pomme has a mark of 15, more than place 2 with 12"
    ]
    assert hints(marks, text) == ["correct a `rank` or a `score`"]


def test_in_a_race_the_lower_mark_is_better() -> None:
    text = site((1, "9,5"), (2, "10,1"), (3, "11"), (4, "10,9"))
    assert told(marks, text) == [
        "editions/tarte/2020.yaml:6:7: place 4 of pomme has a mark of 10.9, less than place 3 with 11"
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ((1, "18"), (2, "15"), (3, "12")),
        ((1, "9"), (2, "10"), (3, "12")),
        ((1, "18"), (2, "18"), (3, "12")),
        ((3, "12"), (1, "18"), (2, "15")),
        ((1, "18"), (1, "19"), (3, "12")),
        ((1, "A"), (2, "C"), (3, "B")),
    ],
)
def test_either_order_and_ties_pass(rows: tuple[tuple[int, str], ...]) -> None:
    assert told(marks, site(*rows)) == []


def test_a_revoked_place_is_not_compared() -> None:
    assert told(marks, site((1, "18"), (2, "12"), (3, "15"), more=", status: revoked")) == []


def test_where_two_rows_are_all_the_higher_mark_is_first() -> None:
    text = site((1, "18"), (2, "19"))
    assert messages(marks, text) == ["place 2 of pomme has a mark of 19, more than place 1 with 18"]
    assert hints(marks, text) == [
        "if the higher mark is the better one, write `rank: 1` here, and `rank: 2` in line 3; if the lower is, "
        'write `marks-against-places = [{texts = ["pomme"], reason = "…"}]` below `[exceptions]` in site.toml'
    ]


def test_out_of_says_which_mark_is_the_better_one() -> None:
    text = site((1, "12"), (2, "15"), (3, "18"), more=", out_of: 20")
    assert len(told(marks, text)) == 1


def test_what_most_editions_of_a_category_say_holds_for_all() -> None:
    usual = site((1, "18"), (2, "15"), (3, "12"))
    odd = site((1, "14"), (2, "15")).replace("2020", "2021")
    assert [line.split(":")[0] for line in told(marks, usual + odd)] == ["editions/tarte/2021.yaml"]
    race = site((1, "9"), (2, "10")) + site((1, "8"), (2, "11")).replace("2020", "2021")
    assert told(marks, race) == []
    assert len(told(marks, race + site((1, "11"), (2, "10")).replace("2020", "2022"))) == 1


def test_a_winner_has_a_better_mark_than_who_did_not_win() -> None:
    rows = "{laureate: Ann, score: 12}, {laureate: Ben, distinction: finalist, score: 15}"
    text = f"-- editions/tarte/2020.yaml --\nresults:\n  pomme: [{rows}]\n"
    assert messages(marks, text) == ["a finalist of pomme has a mark of 15, more than a winner with 12"]
    assert "write `distinction: winner` here, and `distinction: finalist` in line 2" in hints(marks, text)[0]
