from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from palmarium.pages.charts import Bracket, Stroke, brackets

COUNT = 8
ROWS = st.sets(st.integers(0, COUNT - 1), min_size=2, max_size=4).map(lambda rows: tuple(sorted(rows)))
JOINED = st.lists(ROWS, max_size=9).map(lambda all: [Bracket(str(n), rows, rows[1:]) for n, rows in enumerate(all)])


def of(strokes: tuple[Stroke, ...], form: str) -> list[Stroke]:
    return [stroke for stroke in strokes if stroke.form == form]


@given(JOINED)
def test_a_bracket_runs_through_every_row_between_and_reaches_those_that_it_joins(joined: list[Bracket]) -> None:
    drawn = brackets(joined, COUNT)
    for bracket in joined:
        for row, (strokes, _) in enumerate(drawn):
            own = of(strokes, bracket.form)
            assert bool(own) == (min(bracket.rows) <= row <= max(bracket.rows))
            assert any(stroke.x2 == 100 for stroke in own) == (row in bracket.rows)


@given(JOINED)
def test_nothing_leaves_its_row_and_no_two_brackets_lie_on_each_other(joined: list[Bracket]) -> None:
    for strokes, _ in brackets(joined, COUNT):
        for stroke in strokes:
            assert 0 <= stroke.y1 <= stroke.y2 <= 100
            assert 0 <= stroke.x1 <= stroke.x2 <= 100
        for one, other in combinations(strokes, 2):
            if one.form != other.form and one.x1 == one.x2 == other.x1 == other.x2:
                assert one.y2 < other.y1 or other.y2 < one.y1
            if one.form != other.form and one.y1 == one.y2 and other.y1 == other.y2:
                assert one.y1 != other.y1


def test_an_arrow_arrives_where_its_line_does() -> None:
    (above, none), (middle, points) = brackets([Bracket("heirs", (0, 1), (1,))], 2)
    assert none == ()
    assert points == (50.0,)
    assert above == (Stroke("heirs", 80.0, 80.0, 50.0, 100), Stroke("heirs", 80.0, 100, 50.0, 50.0))
    assert middle == (Stroke("heirs", 80.0, 80.0, 0, 50.0), Stroke("heirs", 80.0, 100, 50.0, 50.0))


def test_a_short_bracket_stands_next_to_the_rows() -> None:
    drawn = brackets([Bracket("long", (0, 3)), Bracket("short", (1, 2))], 4)
    left = {form: min(stroke.x1 for strokes, _ in drawn for stroke in of(strokes, form)) for form in ("long", "short")}
    assert left == {"long": 60.0, "short": 80.0}
