from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmarium.pages.charts import HEIGHT, edge, levels, stack, top_of

SIZES = st.lists(st.integers(0, 300), min_size=1, max_size=7)


@given(SIZES, st.integers(1, 60), st.data())
def test_parts_are_as_high_as_their_numbers_and_stand_on_each_other(
    sizes: list[int], count: int, data: st.DataObject
) -> None:
    top = max(1, sum(sizes)) + data.draw(st.integers(0, 50))
    column = data.draw(st.integers(0, count - 1))
    blocks = stack(((f"kind-{n}", size) for n, size in enumerate(sizes)), column, count, top)
    assert [block.form for block in blocks] == [f"kind-{n}" for n, size in enumerate(sizes) if size]
    heights = [size * HEIGHT / top for size in sizes if size]
    assert [block.height for block in blocks] == pytest.approx(heights, abs=0.02)
    assert all(below.y == pytest.approx(above.y + above.height, abs=0.03) for below, above in pairwise(blocks))
    for block in blocks:
        assert block.y >= 0
        assert edge(column, count) <= block.x
        assert block.x + block.width <= edge(column + 1, count) + 0.01


@given(st.integers(1, 5000))
def test_two_or_three_round_numbers_tell_the_height(top: int) -> None:
    found = levels(top)
    assert 1 <= len(found) <= 3
    assert str(found[0].value).rstrip("0") in ("1", "2", "5")
    assert [level.value for level in found] == [found[0].value * (n + 1) for n in range(len(found))]
    assert [level.y for level in found] == [top_of(level.value, top) for level in found]


def test_nothing_has_no_height() -> None:
    assert stack([("first-time", 0)], 0, 1, 4) == ()
    assert levels(0) == ()
