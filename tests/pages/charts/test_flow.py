from hypothesis import given
from hypothesis import strategies as st

from palmarium.pages.charts import Lane, Link, Stroke, flow

COUNT = 12
LANE = st.tuples(st.integers(0, COUNT - 1), st.integers(0, COUNT - 1)).map(lambda ends: (min(ends), max(ends)))


@st.composite
def drawings(draw: st.DrawFn) -> tuple[list[Lane], list[Link]]:
    lanes = draw(st.lists(LANE, min_size=2, max_size=8))
    row, column = st.integers(0, len(lanes) - 1), st.integers(0, COUNT - 1)
    links = draw(st.lists(st.tuples(row, row, column).filter(lambda link: link[0] != link[1]), max_size=6))
    return lanes, links


def upright(strokes: tuple[Stroke, ...]) -> list[Stroke]:
    return [stroke for stroke in strokes if stroke.x1 == stroke.x2 and stroke.y1 != stroke.y2]


@given(drawings())
def test_nothing_leaves_its_lane(drawn: tuple[list[Lane], list[Link]]) -> None:
    for strokes in flow(*drawn, COUNT):
        for stroke in strokes:
            assert 0 <= stroke.y1 <= stroke.y2 <= 100
            assert -1 <= stroke.x1 <= stroke.x2 <= 100


@given(drawings())
def test_a_step_runs_through_every_lane_between(drawn: tuple[list[Lane], list[Link]]) -> None:
    lanes, links = drawn
    strokes = flow(lanes, links, COUNT)
    for origin, heir, _ in links:
        for row in range(min(origin, heir), max(origin, heir) + 1):
            assert upright(strokes[row])


def test_a_split_leads_down_into_each_heir_right_before_its_first_edition() -> None:
    top, middle, bottom = flow([(0, 1), (2, 2), (2, 2)], [(0, 1, 2), (0, 2, 2)], 4)
    assert upright(top) == [Stroke("thread", 50, 50, 50, 100)]
    assert upright(middle) == [Stroke("thread", 50, 50, 0, 100)]
    assert upright(bottom) == [Stroke("thread", 50, 50, 0, 50)]
    assert [(stroke.x1, stroke.x2) for stroke in top if stroke.y1 == stroke.y2] == [(1.5, 48.5), (48.5, 50)]
    assert [(stroke.x1, stroke.x2) for stroke in bottom if stroke.y1 == stroke.y2] == [(50, 51.5)]


def test_steps_of_two_lanes_at_one_edition_stand_apart_unless_they_merge() -> None:
    crossing = flow([(0, 1), (0, 1), (2, 3), (2, 3)], [(0, 2, 2), (1, 3, 2)], 4)
    assert len({stroke.x1 for stroke in upright(crossing[2])}) == 2
    merged = flow([(0, 1), (0, 1), (2, 3)], [(0, 2, 2), (1, 2, 2)], 4)
    assert len({stroke.x1 for stroke in upright(merged[2])}) == 1
