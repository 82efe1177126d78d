from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from palmarium.pages.charts import OVERHANG, WIDE, Tick, room, ticks

NARROW = 120
LABELS = st.lists(st.text(alphabet="0129 –AMé票", min_size=1, max_size=12), min_size=1, max_size=130)


def span(tick: Tick, width: int) -> tuple[float, float]:
    """Where a label is drawn, in pixels."""
    x, size = tick.at * width / 100, room(tick.text)
    left = {"start": x, "middle": x - size / 2, "end": x - size}[tick.anchor]
    return left, left + size


@given(LABELS)
def test_labels_neither_meet_nor_leave_the_drawing(labels: list[str]) -> None:
    every = ticks(tuple(labels), NARROW)
    for width, shown in ((NARROW, [tick for tick in every if not tick.minor]), (WIDE, list(every))):
        spans = [span(tick, width) for tick in shown]
        assert all(before[1] < after[0] for before, after in pairwise(spans))
        fitting = [(left, right) for left, right in spans if right - left <= width]
        assert all(left > -OVERHANG - 0.1 and right < width + OVERHANG + 0.1 for left, right in fitting)


@given(LABELS)
def test_the_last_label_is_there_on_every_screen(labels: list[str]) -> None:
    last = ticks(tuple(labels), NARROW)[-1]
    assert (last.text, last.minor) == (labels[-1], False)


def test_few_years_have_a_label_each_and_many_have_one_in_so_many() -> None:
    assert [tick.text for tick in ticks(("2009", "2010", "2011"), NARROW)] == ["2009", "2010", "2011"]
    many = ticks(tuple(str(year) for year in range(2001, 2019)), NARROW)
    assert [tick.text for tick in many if not tick.minor] == ["2002", "2010", "2018"]
    assert [tick.text for tick in many] == ["2002", "2004", "2006", "2008", "2010", "2012", "2014", "2016", "2018"]


def test_letters_that_are_wide_take_more_room() -> None:
    assert room("票") > room("W") > room("a") > room("i")
