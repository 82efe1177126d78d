import pytest

from palmarium.checks import ordinals
from tests.archives import hints, told

SAID = "does not fit"


def editions(*numbers: int | None, first: int = 2010, step: int = 1, more: str = "") -> str:
    return "-- editions/pie/award.yaml --\nname: Fictional Pie Award\n" + "".join(
        f"-- editions/pie/{first + at * step}.yaml --\ncoverage: none\n{more}" + (f"ordinal: {n}\n" if n else "")
        for at, n in enumerate(numbers)
    )


@pytest.mark.parametrize("numbers", [(3, 4, 5), (3, None, 5), (None, None, None), (1,), (3, None, None)])
def test_numbers_that_count_on_pass(numbers: tuple[int | None, ...]) -> None:
    assert told(ordinals, editions(*numbers)) == []


def test_a_missing_edition_leaves_a_number_out() -> None:
    assert told(ordinals, editions(3, 5, step=2)) == []


def test_a_number_used_twice_is_told_at_the_later_edition() -> None:
    assert told(ordinals, editions(3, 4, 4)) == ["editions/pie/2012.yaml:1:1: no. 4 does not fit: 2011 is no. 4"]
    assert hints(ordinals, editions(3, 4, 4)) == [
        "correct one of them; if sources differ, write the other number under `disputes`"
    ]


def test_the_number_that_most_others_are_against_is_told() -> None:
    assert told(ordinals, editions(3, 9, 5, 6)) == [
        "editions/pie/2011.yaml:1:1: no. 9 does not fit: 2010 is no. 3 and 2012 is no. 5"
    ]


def test_a_number_that_leaves_no_room_for_an_edition_between_is_told() -> None:
    assert told(ordinals, editions(3, None, 4, 5, 6)) == [
        "editions/pie/2010.yaml:1:1: no. 3 does not fit: 2012 is no. 4, 2 editions later"
    ]


def test_neighbours_further_away_are_told_with_their_distance() -> None:
    assert told(ordinals, editions(3, 4, 5, None, 6)) == [
        "editions/pie/2014.yaml:1:1: no. 6 does not fit: 2012 is no. 5, 2 editions earlier"
    ]


def test_a_number_lower_than_the_editions_held_before_is_told() -> None:
    assert told(ordinals, editions(None, None, 2)) == [
        "editions/pie/2012.yaml:1:1: no. 2 does not fit: the archive holds 2 earlier editions"
    ]


def test_more_editions_than_years_are_told_of_a_yearly_award() -> None:
    assert told(ordinals, editions(3, 5, 6)) == [
        "editions/pie/2011.yaml:1:1: no. 5 does not fit: 2010, a year before, is no. 3"
    ]
    assert told(ordinals, editions(3, 6, step=2)) == [
        "editions/pie/2012.yaml:1:1: no. 6 does not fit: 2010, 2 years before, is no. 3"
    ]


def test_an_award_held_twice_a_year_may_count_faster_than_years() -> None:
    twice = editions(3, 6, step=2) + "-- editions/pie/2012-b.yaml --\ncoverage: none\nordinal: 7\n"
    assert told(ordinals, twice) == []


def test_a_cancelled_edition_without_a_number_takes_none() -> None:
    text = editions(3) + "-- editions/pie/2011.yaml --\nstatus: cancelled\n-- editions/pie/2012.yaml --\nordinal: 4\n"
    assert told(ordinals, text) == []


def test_an_edition_that_was_postponed_lends_its_number_to_the_one_in_its_stead() -> None:
    off = "-- editions/pie/2011.yaml --\nstatus: postponed\nordinal: 4\n"
    text = editions(3) + off + "".join(f"-- editions/pie/{2008 + n}.yaml --\nordinal: {n}\n" for n in (4, 5))
    assert told(ordinals, text) == []


def test_the_number_that_two_neighbours_leave_is_given() -> None:
    assert told(ordinals, editions(1, 2, 2, 4)) == [
        "editions/pie/2012.yaml:1:1: no. 2 does not fit: "
        "the archive holds 2 earlier editions and 2011 is no. 2 and 2013 is no. 4"
    ]
    assert hints(ordinals, editions(1, 2, 2, 4)) == [
        "write `ordinal: 3`; if sources differ, write the other number under `disputes`"
    ]
    assert hints(ordinals, editions(1, 2, 9, None, 6))[0].startswith("correct one of them")
