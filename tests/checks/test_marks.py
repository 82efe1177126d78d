"""Marks and places tell the same order."""

import pytest

from palmarium.checks import marks
from tests.archives import hints, told


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
        ((1, "18"), (2, "19")),
        ((1, "18"), (1, "19"), (3, "12")),
        ((1, "A"), (2, "C"), (3, "B")),
    ],
)
def test_either_order_and_ties_pass(rows: tuple[tuple[int, str], ...]) -> None:
    assert told(marks, site(*rows)) == []


def test_a_revoked_place_is_not_compared() -> None:
    assert told(marks, site((1, "18"), (2, "12"), (3, "15"), more=", status: revoked")) == []
