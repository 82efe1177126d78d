import pytest

from palmarium.checks import shares
from tests.archives import hints, told

AWARD = "-- editions/pie/award.yaml --\nname: Fictional Pie Award\ncategories: {pie: Pie, tart: Tart}\n"


def pie(results: str) -> str:
    return f"{AWARD}-- editions/pie/2011.yaml --\nresults:\n  pie:\n{results}"


FIVE_SIXTHS = """\
    - {laureate: Ann Crust, share: 1/2}
    - {laureate: Ben Crumble, share: 1/3}
"""


def test_shares_that_add_up_to_one_pass() -> None:
    quarters = "    - {laureate: Ann Crust, share: 1/2}\n" + "".join(
        f"    - {{laureate: {name}, share: 1/4}}\n" for name in ("Ben Crumble", "Cleo Custard")
    )
    assert told(shares, pie(quarters)) == []


def test_shares_that_add_up_to_something_else_are_told_at_the_last() -> None:
    assert told(shares, pie(FIVE_SIXTHS)) == ["editions/pie/2011.yaml:4:7: shares of pie add up to 5/6, not 1"]


def test_the_hint_is_what_the_last_share_should_be() -> None:
    assert hints(shares, pie(FIVE_SIXTHS)) == ["did you mean 1/2 here, or is somebody missing who has the other 1/6?"]


def test_there_is_no_such_hint_when_the_others_already_make_a_whole() -> None:
    too_much = "    - {laureate: Ann Crust, share: 1}\n    - {laureate: Ben Crumble, share: 1/3}\n"
    assert told(shares, pie(too_much)) == ["editions/pie/2011.yaml:4:7: shares of pie add up to 4/3, not 1"]
    assert hints(shares, pie(too_much)) == ["correct one of them"]


def test_laureates_without_any_share_share_alike() -> None:
    assert told(shares, pie("    - Ann Crust\n    - Ben Crumble\n")) == []
    assert told(shares, pie("    - laureate: [Ann Crust, Ben Crumble]\n")) == []


def test_a_result_without_a_share_beside_one_with_a_share_is_told() -> None:
    results = "    - {laureate: Ann Crust, share: 1/2}\n    - Ben Crumble\n"
    assert told(shares, pie(results)) == [
        "editions/pie/2011.yaml:4:7: shares of pie add up to 1/2, not 1; 1 more without a share"
    ]
    assert hints(shares, pie(results)) == ["write `share: 1/2` for Ben Crumble"]


@pytest.mark.parametrize(
    ("results", "place", "hint"),
    [
        ("    laureate: [{name: Ann Crust, share: 1/3}, Ben Crumble]\n", "3:47", "write `share: 2/3` for Ben Crumble"),
        (
            "    laureate: [{name: Ann Crust, share: 1/2}, Ben Crumble, Cleo Custard]\n",
            "3:47",
            "write `share: 1/4` for Ben Crumble, and for Cleo Custard",
        ),
        (
            "    - {laureate: Ann Crust, share: 1}\n    - Ben Crumble\n    - {laureate: Cleo Custard, share: 1}\n",
            "4:7",
            "write the share of every laureate",
        ),
        ("    - {laureate: Ann Crust, share: 1/2}\n    - unknown\n", "4:7", "write `share: 1/2` for unknown"),
        (
            "    - {laureate: Ann Crust, share: 1/2}\n"
            "    - {laureate: [{name: Ben Crumble, share: 1/4}, Cleo Custard], share: 1/2}\n",
            "4:52",
            "write `share: 1/4` for Cleo Custard",
        ),
    ],
)
def test_what_is_left_of_the_prize_is_offered_to_those_without_a_share(results: str, place: str, hint: str) -> None:
    (line,) = told(shares, pie(results))
    assert line.startswith(f"editions/pie/2011.yaml:{place}: ")
    assert hints(shares, pie(results)) == [hint]


def test_the_only_laureate_has_all() -> None:
    assert hints(shares, pie("    - {laureate: Ann Crust, share: 1/2}\n")) == [
        "did you mean 1 here, or is somebody missing who has the other 1/2?"
    ]


def test_shares_of_a_joint_result_add_up_too() -> None:
    joint = "    - laureate: [{name: Ann Crust, share: 1/2}, {name: Ben Crumble, share: 1/3}]\n"
    assert told(shares, pie(joint)) == ["editions/pie/2011.yaml:3:56: shares of pie add up to 5/6, not 1"]
    assert told(shares, pie(joint.replace("1/3", "1/2"))) == []
    three = "[{name: Ann, share: 1/2}, {name: Ben, share: 1/4}, {name: Cleo, share: 1/6}]"
    assert told(shares, pie(f"    - laureate: {three}\n")) == [
        "editions/pie/2011.yaml:3:75: shares of pie add up to 11/12, not 1"
    ]
    assert hints(shares, pie(f"    - laureate: {three}\n")) == [
        "did you mean 1/4 here, or is somebody missing who has the other 1/12?"
    ]


def test_of_three_who_divide_a_part_the_last_is_named() -> None:
    joint = ", ".join(f"{{name: {name}, share: 1/4}}" for name in ("Ben Crumble", "Cleo Custard", "Dan Dough"))
    text = f"    - {{laureate: Ann Crust, share: 1/2}}\n    - {{laureate: [{joint}], share: 1/2}}\n"
    column = text.splitlines()[1].index("Dan Dough") + 1
    assert told(shares, pie(text)) == [
        f"editions/pie/2011.yaml:4:{column}: the laureates' shares of pie add up to 3/4, not 1/2 or 1"
    ]


def test_a_joint_result_may_divide_its_own_part_of_the_prize() -> None:
    half = "    - {laureate: Ann Crust, share: 1/2}\n"
    joint = "[{name: Ben Crumble, share: 1/4}, {name: Cleo Custard, share: 1/4}]"
    quarters = half + f"    - {{laureate: {joint}, share: 1/2}}\n"
    assert told(shares, pie(quarters)) == []
    assert told(shares, pie(quarters.replace("1/4", "1/3"))) == [
        "editions/pie/2011.yaml:4:59: the laureates' shares of pie add up to 2/3, not 1/2 or 1"
    ]


def test_shares_without_a_category_are_told_too() -> None:
    assert told(shares, pie(FIVE_SIXTHS).replace("\n  pie:", "\n  unknown:")) == [
        "editions/pie/2011.yaml:4:7: shares of this category add up to 5/6, not 1"
    ]


def test_a_joint_result_with_a_part_of_the_prize_may_also_divide_that_part() -> None:
    halves = "[{name: Ben Crumble, share: 1/2}, {name: Cleo Custard, share: 1/2}]"
    results = f"    - {{laureate: Ann Crust, share: 1/2}}\n    - {{laureate: {halves}, share: 1/2}}\n"
    assert told(shares, pie(results)) == []


def test_each_category_and_each_track_is_a_prize_of_its_own() -> None:
    results = """\
    - {laureate: Ann Crust, share: 1, track: jury}
    - {laureate: Ben Crumble, share: 1, track: public}
  tart: {laureate: Cleo Custard, share: 1}
"""
    assert told(shares, pie(results)) == []


def test_a_revoked_share_may_be_counted_or_left_out() -> None:
    first = "    - {laureate: Ann Crust, share: 1/2, status: revoked}\n"
    half = "    - {laureate: Ben Crumble, share: 1/2}\n"
    assert told(shares, pie(first + half)) == []
    assert told(shares, pie(first + half + half.replace("Ben Crumble", "Cleo Custard"))) == []


def test_a_wrong_sum_is_told_at_the_last_share_that_stands() -> None:
    revoked = "    - {laureate: Ann Crust, share: 1/3, status: revoked}\n"
    assert told(shares, pie("    - {laureate: Ben Crumble, share: 1/2}\n" + revoked)) == [
        "editions/pie/2011.yaml:3:7: shares of pie add up to 1/2, not 1"
    ]
    assert told(shares, pie(revoked)) == ["editions/pie/2011.yaml:3:7: shares of pie add up to 1/3, not 1"]


def test_only_winners_share_a_prize() -> None:
    finalist = "    - {laureate: Ann Crust, share: 1}\n    - {laureate: Ben Crumble, share: 1, distinction: finalist}\n"
    assert told(shares, pie(finalist)) == []
