"""No mark is above the highest, and no place behind the last."""

import pytest

from palmarium.checks import scores
from tests.archives import hints, messages, told

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
    assert messages(scores, SITE.replace("ENTRY", entry)) == [message]


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
            "figures: {id: f, title: Goût, unit: '%', answers: [{label: bon, value: 80}, {label: sec, value: 40}]}",
            'the answers of "Goût" add up to 120 %',
        ),
    ],
)
def test_no_part_is_above_the_whole(line: str, message: str) -> None:
    assert messages(scores, SITE.replace("ENTRY", "Ann") + line) == [message]


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
    assert messages(scores, SITE.replace("ENTRY", rows)) == ["the mark 18 is out of 200, and 2 others are out of 20"]
    small = rows.replace("out_of: 200", "out_of: 2")
    assert messages(scores, SITE.replace("ENTRY", small)) == ["the mark 18 is out of 2, and 2 others are out of 20"]
    assert hints(scores, SITE.replace("ENTRY", rows)) == ["write `out_of: 20`"]
    assert told(scores, SITE.replace("ENTRY", rows.replace("200", "20"))) == []


CONTEST = """\
-- editions/tarte/2020.yaml --
rounds:
  - {id: ville, entrants: 40, qualify: 6MORE}
  - {id: finale, entrants: COUNT}
results:
  pomme: RESULT
"""


def contest(count: int = 6, more: str = "", result: str = "Ann") -> list[str]:
    site = CONTEST.replace("COUNT", str(count)).replace("MORE", more).replace("RESULT", result)
    return messages(scores, site)


def test_no_more_enter_a_round_than_went_on_into_it() -> None:
    assert contest(8) == ['8 enter the round "finale", and 6 went on into it']
    side_by_side = "}\n  - {id: campagne, entrants: 30, qualify: 3"
    assert contest(9, side_by_side) == []
    assert contest(10, side_by_side) == ['10 enter the round "finale", and 9 went on into it']
    in_a_row = "}\n  - {id: demi, entrants: 6, qualify: 3"
    assert contest(3, in_a_row) == []
    assert contest(4, in_a_row) == ['4 enter the round "finale", and 3 went on into it']
    assert contest(8, ", per: city") == []
    noted = CONTEST.replace("COUNT", "8, note: Two were invited").replace("MORE", "").replace("RESULT", "Ann")
    assert told(scores, noted) == []


def test_who_wins_has_won_the_last_round() -> None:
    assert contest(result="{laureate: Ann, round: ville}") == [
        'Ann wins pomme in the round "ville", and "finale" is the last one'
    ]


@pytest.mark.parametrize(
    "result",
    [
        "{laureate: Ann, round: finale}",
        "{laureate: Ann, distinction: finalist, round: ville}",
        "{laureate: Ann, distinction: regional-winner, scope: 'region:Nord', round: ville}",
        "{rank: 2, laureate: Ann, distinction: ranked, round: ville}",
    ],
)
def test_other_results_have_their_rounds(result: str) -> None:
    assert contest(result=result) == []


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (
            "{threshold: 14 out of 20, results: [{laureate: Ann, score: 12, out_of: 20}]}",
            "the mark 12 wins, and the threshold is 14 out of 20",
        ),
        (
            '{threshold: "11,5 sur 20", results: [{laureate: Ann, score: "11,25"}]}',
            "the mark 11,25 wins, and the threshold is 11,5 sur 20",
        ),
        (
            '{threshold: "60", results: [{laureate: Ann, score: 55, out_of: 100}]}',
            "the mark 55 wins, and the threshold is 60",
        ),
    ],
)
def test_a_winner_below_the_threshold_is_told(entry: str, message: str) -> None:
    assert messages(scores, SITE.replace("ENTRY", entry)) == [message]


def test_the_threshold_of_the_method_holds_for_all() -> None:
    site = SITE.replace("ENTRY", "{laureate: Ann, score: 9, out_of: 20}") + "method: {threshold: 10/20}\n"
    assert messages(scores, site) == ["the mark 9 wins, and the threshold is 10/20"]


@pytest.mark.parametrize(
    "entry",
    [
        "{threshold: 12/20, results: [{laureate: Ann, score: 12, out_of: 20}]}",
        "{threshold: 12/20, results: [{laureate: Ann, score: 50, out_of: 100}]}",
        "{threshold: 12/20, results: [{laureate: Ann, distinction: finalist, score: 9, out_of: 20}]}",
        "{threshold: '14', results: [{laureate: Ann, score: 12}]}",
        "{threshold: a clear majority, results: [{laureate: Ann, score: 12, out_of: 20}]}",
    ],
)
def test_marks_above_the_threshold_or_of_another_scale_pass(entry: str) -> None:
    assert told(scores, SITE.replace("ENTRY", entry)) == []


@pytest.mark.parametrize(
    ("values", "total"), [(("60%", "60 %"), "120"), (("50 %", "30 %", "40 %"), "120"), (("60 %", "20 %"), "80")]
)
def test_weights_are_parts_of_a_whole(values: tuple[str, ...], total: str) -> None:
    def site(*values: str) -> str:
        weights = ", ".join(f"{{label: W{n}, value: {value}}}" for n, value in enumerate(values))
        return f"-- editions/tarte/2020.yaml --\nmethod: {{weights: [{weights}]}}\n"

    assert messages(scores, site(*values)) == [f"the weights of the method add up to {total} %"]
    for others in (("60 %", "40 %"), ("60 points", "60 points"), ("60 %", "2"), ("20 %",), ("33 %", "33 %", "33 %")):
        assert told(scores, site(*others)) == []
    assert told(scores, site("60 %", "2O %"))[0].endswith('"2O %" holds letters in the place of digits')


def test_a_share_of_one_in_per_cent_is_told() -> None:
    def site(*values: str, unit: str = "%") -> str:
        answers = ", ".join(f"{{label: A{n}, value: '{value}'}}" for n, value in enumerate(values))
        return f'-- editions/tarte/2020.yaml --\nfigures: {{id: f, title: F, unit: "{unit}", answers: [{answers}]}}\n'

    assert messages(scores, site("45", "0,55")) == ['an answer of "F" is 0.55 %, and the others lack 55']
    assert hints(scores, site("45", "0,55")) == ["write 55"]
    assert hints(scores, site("0.45", "0.55")) == ["write 45, 55"]
    assert messages(scores, site("45", "S5")) == ['an answer of "F" is no number: S5']
    assert messages(scores, site("45", "55 %")) == ['"55 %" ends with the unit of "F", which is printed behind it']
    assert hints(scores, site("45%", "55%")) == ["write `value: 45`"]
    assert hints(scores, site("3 kg", unit="kg")) == ["write `value: 3`"]
    assert told(scores, site("a month", unit="month")) == []
    for values in (("45", "0.5"), ("99", "0.9"), ("0.4", "0.2"), ("0.5",), ("about 45", "55")):
        assert told(scores, site(*values)) == []
    assert told(scores, site("45", "0,55", unit="h")) == []


@pytest.mark.parametrize(
    ("entry", "hint"),
    [
        ("{laureate: Ann, score: 1O}", "write `score: 10`"),
        ("{laureate: Ann, score: 'l2,5', out_of: 2O}", 'write `score: "12,5"`'),
        ("{threshold: 1O, results: [Ann]}", "write `threshold: 10`"),
    ],
)
def test_letters_in_the_place_of_digits_are_told(entry: str, hint: str) -> None:
    assert hints(scores, SITE.replace("ENTRY", entry))[0] == hint


def test_nobody_reached_a_threshold_that_nobody_reached() -> None:
    result = "{laureate: Ann, distinction: finalist, score: 16, out_of: 20}"
    entry = f"{{not_awarded: below-threshold, threshold: 14/20, results: [{result}]}}"
    assert messages(scores, SITE.replace("ENTRY", entry)) == [
        "nobody won below the threshold of 14/20, and the mark 16 reaches it"
    ]
    assert told(scores, SITE.replace("ENTRY", entry.replace("score: 16", "score: 13"))) == []


def test_no_more_are_listed_in_a_round_than_entered_it() -> None:
    listed = "[{laureate: Ann, round: finale}, {laureate: Ben, distinction: finalist, round: finale}]"
    assert contest(1, result=listed) == ['2 are listed in the round "finale", and 1 entered it']
    assert contest(2, result=listed) == []


def weighed(*values: str) -> str:
    weights = ", ".join(f"{{label: w{at}, value: {value}}}" for at, value in enumerate(values))
    return f"-- editions/pie/2011.yaml --\nmethod: {{weights: [{weights}]}}\n"


def test_weights_that_nearly_make_a_hundred_are_told_without_their_sign() -> None:
    message = "editions/pie/2011.yaml:1:1: the weights of the method add up to 120 %"
    assert told(scores, weighed("60", "60")) == [message]
    assert told(scores, weighed("60 %", "60")) == [message]
    assert hints(scores, weighed("60", "60")) == [
        "correct one of the `weights`, or add what is missing; if they are points, write `value: 60 points`"
    ]


@pytest.mark.parametrize(
    "values",
    [
        *(("60", "40"), ("2", "1"), ("60 points", "60 points"), ("20", "20"), ("1/2", "1/2")),
        *(("1/3", "1/3", "1/3"), ("0.6", "0.4"), ("0.5", "2"), ("1/2", "50 %"), ("0.6",)),
    ],
)
def test_weights_of_another_kind_pass(values: tuple[str, ...]) -> None:
    assert told(scores, weighed(*values)) == []


@pytest.mark.parametrize(
    ("values", "total"), [(("1/2", "2/3"), "1.167"), (("0.6", "0,6"), "1.2"), (("1/3", "1/3"), "0.6667")]
)
def test_weights_that_are_parts_of_one_make_one(values: tuple[str, ...], total: str) -> None:
    quoted = (f'"{value}"' for value in values)
    assert messages(scores, weighed(*quoted)) == [f"the weights of the method add up to {total}, and not to 1"]


def test_the_number_of_a_weight_is_no_part_of_its_label() -> None:
    site = "-- editions/pie/2011.yaml --\nmethod: {weights: [WEIGHTS]}\n"
    first = site.replace("WEIGHTS", "jury 60, public 40")
    assert messages(scores, first) == ['the number of the weight "jury 60" is a part of its label']
    assert hints(scores, first) == ["write `weights: [{label: jury, value: 60}, {label: public, value: 40}]`"]
    sums = site.replace("WEIGHTS", "jury 60, public 60")
    assert messages(scores, sums)[1:] == ["the weights of the method add up to 120 %"]
    signed = site.replace("WEIGHTS", "60 % jury, '40 % votes of the public'")
    assert hints(scores, signed) == [
        'write `weights: [{label: jury, value: "60 %"}, {label: votes of the public, value: "40 %"}]`'
    ]
    for other in (
        "jury, public",
        "jury 60",
        "jury 60, public",
        "{label: jury 1, value: 60}, {label: jury 2, value: 40}",
    ):
        assert told(scores, site.replace("WEIGHTS", other)) == []


def test_two_scales_in_one_list_of_two_are_told() -> None:
    rows = "[{rank: 1, laureate: Ann, score: 18, out_of: 20}, {rank: 2, laureate: Ben, score: 17, out_of: 200MORE}]"
    site = SITE.replace("ENTRY", rows.replace("MORE", ""))
    assert messages(scores, site) == ["the mark 17 is out of 200, and 18, beside it, is out of 20"]
    assert hints(scores, site) == ["write `out_of: 20`, or correct the other one"]
    apart = rows.replace("MORE", ", scope: 'sector:tarts'").replace("rank: 2, ", "")
    assert told(scores, SITE.replace("ENTRY", apart)) == []


def scaled(*scales: int, score: int = 9) -> list[str]:
    rows = (
        f"-- editions/tarte/{2020 + at}.yaml --\n"
        f"results: {{pomme: {{laureate: A{at}, score: {score}, out_of: {most}}}}}\n"
        for at, most in enumerate(scales)
    )
    return messages(scores, SITE.split("-- editions/tarte/2020")[0] + "".join(rows))


def test_an_edition_of_another_scale_than_all_others_is_told() -> None:
    message = "the mark 9 is out of 100, and those of 3 other editions are out of 20"
    assert scaled(20, 100, 20, 20) == [message]
    assert scaled(20, 20, 20, 200) == [message.replace("100", "200")]
    for scales in ((20, 100, 20), (20, 20, 100, 100, 20), (20, 20, 20, 20)):
        assert scaled(*scales) == []


def test_a_new_scale_without_a_mark_that_needs_it_is_told_in_the_first_and_last_edition_too() -> None:
    message = "the mark 9 is out of 100, and those of 3 other editions are out of 20"
    for scales in ((20, 20, 20, 100), (100, 20, 20, 20)):
        assert scaled(*scales) == [message]
        assert message.replace("mark 9", "mark 60") not in scaled(*scales, score=60)
    assert scaled(100, 100, 100, 20) == []


@pytest.mark.parametrize(
    ("rounds", "count"),
    [
        ("{id: a, entrants: 24}, {id: b, entrants: 80}", 1),
        ("{id: a, entrants: 6}, {id: b, entrants: 8}", 1),
        ("{id: a, entrants: 24}, {id: b, entrants: 8}", 0),
        ("{id: a, entrants: 6}, {id: b, entrants: 8, note: Two were invited.}", 0),
        ("{id: a, entrants: 6}, {id: b, entrants: 8}, {id: c, entrants: 10}", 0),
        ("{id: a, entrants: 6}, {id: b}, {id: c, entrants: 10}", 0),
        ("{id: a, entrants: 6, per: region, qualify: 2}, {id: b, entrants: 10}", 0),
    ],
)
def test_no_more_enter_the_last_round_than_all_before(rounds: str, count: int) -> None:
    assert len(told(scores, f"-- editions/pie/2011.yaml --\nrounds: [{rounds}]\n")) == count
