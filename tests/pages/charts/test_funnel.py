from hypothesis import given
from hypothesis import strategies as st

from palmarium.pages.charts import funnel


@given(st.lists(st.none() | st.integers(0, 100_000), min_size=1, max_size=8))
def test_bars_stand_in_the_middle_and_inside(left: list[int | None]) -> None:
    bars = funnel(left)
    assert [bar.form for bar in bars] == ["unknown" if number is None else "known" for number in left]
    for bar in bars:
        assert 0 <= bar.x1 < bar.x2 <= 100
        assert abs(bar.x1 + bar.x2 - 100) < 0.02


def test_a_bar_is_as_long_as_its_number_and_one_in_a_thousand_is_seen() -> None:
    lengths = [round(bar.x2 - bar.x1, 1) for bar in funnel([2000, 500, 2])]
    assert lengths == [100, 25, 1]


def test_an_unknown_number_is_no_more_than_the_one_before() -> None:
    lengths = [bar.x2 - bar.x1 for bar in funnel([None, 100, None, 10, None])]
    assert lengths == [100, 100, 100, 10, 10]
