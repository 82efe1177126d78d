"""No mark is above the highest, and no place behind the last."""

import pytest

from palmarium.checks import scores
from tests.archives import hints, told

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


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{entrants: 1, results: [Ann, Ben]}", "2 are listed in pomme, and 1 entered"),
        ("{nominees: 1, results: [Ann, Ben]}", "2 won in pomme, and 1 were nominated"),
        (
            "{nominees: 1, results: [{laureate: Ann, distinction: nominee}, {laureate: Ben, distinction: nominee}]}",
            "2 are listed as nominees in pomme, and 1 were nominated",
        ),
        ("{laureate: Ann, score: 14/20}", 'the mark "14/20" can\'t be compared: it holds the highest mark, too'),
        (
            "{laureate: Ann, score: 14/20 points}",
            'the mark "14/20 points" can\'t be compared: it holds the highest mark, too',
        ),
        (
            "{laureate: Ann, score: 14 sur 20}",
            'the mark "14 sur 20" can\'t be compared: it holds the highest mark, too',
        ),
    ],
)
def test_more_than_there_can_be_is_told(entry: str, message: str) -> None:
    assert [line.split(": ", 1)[1] for line in told(scores, SITE.replace("ENTRY", entry))] == [message]


def test_a_mark_with_the_highest_one_is_told_with_its_keys() -> None:
    assert hints(scores, SITE.replace("ENTRY", '{laureate: Ann, score: "14,5/20"}')) == [
        'write `score: "14,5", out_of: 20`'
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("rounds: {id: une, entrants: 8, qualify: 12}", '12 go on from the round "une", and 8 entered it'),
        (
            "figures: {id: f, title: Goût, unit: '%', answers: [{label: bon, value: 130}]}",
            'an answer of "Goût" is 130 %, more than all',
        ),
        (
            "figures: {id: f, title: Goût, unit: '%', answers: [{label: bon, value: 80}, {label: sec, value: 40 %}]}",
            'the answers of "Goût" add up to 120 %',
        ),
    ],
)
def test_no_part_is_above_the_whole(line: str, message: str) -> None:
    assert [each.split(": ", 1)[1] for each in told(scores, SITE.replace("ENTRY", "Ann") + line)] == [message]


@pytest.mark.parametrize(
    "line",
    [
        "rounds: {id: une, entrants: 8, qualify: 8}",
        "rounds: {id: une, entrants: 8, qualify: 12, per: city}",
        "figures: {id: f, title: Goût, unit: '%', answers: [{label: bon, value: 33.4}, {label: sec, value: 67}]}",
        "figures: {id: f, title: A, unit: '%', several_answers: true, "
        "answers: [{label: a, value: 80}, {label: b, value: 40}]}",
        "figures: {id: f, title: Goût, unit: points, answers: [{label: bon, value: 130}]}",
    ],
)
def test_what_may_be_so_passes(line: str) -> None:
    assert told(scores, SITE.replace("ENTRY", "Ann") + line) == []


@pytest.mark.parametrize(
    "entry",
    [
        "{entrants: 2, results: [Ann, Ben]}",
        "{entrants: 1, results: [{laureate: Ann, scope: overall}, {laureate: Ann, scope: sector:tarts}]}",
        "{nominees: 2, results: [Ann, {laureate: Ben, distinction: nominee}]}",
        "{laureate: Ann, score: 14 points}",
        "{laureate: Ann, score: 14/20, out_of: 20}",
    ],
)
def test_as_many_as_entered_pass(entry: str) -> None:
    assert told(scores, SITE.replace("ENTRY", entry)) == []


def test_a_highest_mark_that_is_not_that_of_the_others_is_told() -> None:
    others = "{laureate: B, score: 15, out_of: 20}, {laureate: C, score: 9, out_of: 20}"
    rows = f"[{{laureate: Ann, score: 18, out_of: 200}}, {others}]"
    assert [line.split(": ", 1)[1] for line in told(scores, SITE.replace("ENTRY", rows))] == [
        "the mark 18 is out of 200, and 2 others are out of 20"
    ]
    assert hints(scores, SITE.replace("ENTRY", rows)) == ["write `out_of: 20`"]
    assert told(scores, SITE.replace("ENTRY", rows.replace("200", "20"))) == []
