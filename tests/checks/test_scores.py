"""No mark is above the highest, and no place behind the last."""

import pytest

from palmarium.checks import scores
from tests.archives import told

SITE = """\
-- editions/tarte/award.yaml --
name: Prix Imaginaire de la Tarte
categories: {pomme: Pomme}
-- editions/tarte/2020.yaml --
results: {pomme: ENTRY}
"""


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{laureate: Ann, score: 25, out_of: 20}", "1:18: the mark 25 is out of 20"),
        ('{laureate: Ann, score: "10,5", out_of: 10}', "1:18: the mark 10,5 is out of 10"),
        ("{entrants: 12, results: [{rank: 13, laureate: Ann}]}", "1:42: place 13 of 12 who entered"),
        ("{entrants: 2, nominees: 3, results: [Ann]}", "1:11: 3 were nominated, and 2 entered"),
    ],
)
def test_what_is_beyond_the_last_is_told(entry: str, message: str) -> None:
    (found,) = told(scores, SITE.replace("ENTRY", entry))
    assert found.split(" ", 1)[1] == message.split(" ", 1)[1]


@pytest.mark.parametrize(
    "entry",
    [
        *("{laureate: Ann, score: 20, out_of: 20}", "{laureate: Ann, score: 120 points, out_of: 20}"),
        *("{laureate: Ann, score: 25}", "{entrants: 12, results: [{rank: 12, laureate: Ann}]}"),
    ],
)
def test_what_is_the_last_is_right(entry: str) -> None:
    assert told(scores, SITE.replace("ENTRY", entry)) == []
