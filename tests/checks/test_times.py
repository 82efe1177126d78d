import pytest

from palmarium.checks import times
from tests.archives import hints, told


def article(front: str) -> str:
    return f"-- content/articles/a.md --\n---\ntitle: A\n{front}\n---\nText.\n"


@pytest.mark.parametrize("front", ['date: 2011-10-04\ntime: "18:00"', "date: 2011-10", "kind: brief"])
def test_a_time_of_a_day_and_no_time_pass(front: str) -> None:
    assert told(times, article(front)) == []


@pytest.mark.parametrize(
    ("front", "known", "hint"),
    [
        ('date: 2011-10\ntime: "18:00"', "2011-10 is no day", "2011-10-…"),
        ('date: 2011\ntime: "18:00"', "2011 is no day", "2011-…"),
        ('time: "18:00"', "this article has no date", "…"),
    ],
)
def test_a_time_without_its_day_is_told(front: str, known: str, hint: str) -> None:
    assert told(times, article(front)) == [f"content/articles/a.md:2:1: the time 18:00 is shown nowhere: {known}"]
    assert hints(times, article(front)) == [f"write the day as well: `date: {hint}`, or delete `time`"]
