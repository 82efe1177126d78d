from hypothesis import given
from hypothesis import strategies as st

from palmarium.pages.charts import edge, runs, stretch

CELLS = st.lists(st.sampled_from(["a", "b", None]), max_size=40)


@given(CELLS)
def test_every_cell_is_in_one_run_and_no_run_bridges_an_empty_one(cells: list[str | None]) -> None:
    found = list(runs(cells))
    covered = {place: value for first, last, value in found for place in range(first, last + 1)}
    assert covered == {place: cell for place, cell in enumerate(cells) if cell is not None}
    assert sum(last + 1 - first for first, last, _ in found) == len(covered)


def test_neighbours_of_a_kind_are_one_run() -> None:
    assert list(runs(["a", "a", None, "a", "b"])) == [(0, 1, "a"), (3, 3, "a"), (4, 4, "b")]


@given(st.integers(1, 120), st.data())
def test_a_stretch_stays_in_its_columns(count: int, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, count - 1))
    last = data.draw(st.integers(first, count - 1))
    stroke = stretch("held", first, last, count)
    assert edge(first, count) <= stroke.x1 < stroke.x2 <= edge(last + 1, count)


def test_a_name_stands_on_its_stretch_only_where_it_has_room() -> None:
    everywhere, wide, nowhere = (
        stretch("held", 0, 0, 3, name, 120) for name in ("Oy", "Ann Crust", "The Very Long Oven Company")
    )
    assert (everywhere.text, everywhere.minor) == ("Oy", False)
    assert (wide.text, wide.minor) == ("Ann Crust", True)
    assert nowhere.text == ""
