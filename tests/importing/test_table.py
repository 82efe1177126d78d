from palmarium.importing.tables.table import Row, Table, numbered, places
from palmarium.problems import Span


def test_a_column_has_its_place() -> None:
    assert places(Table(("a", "b"), (Row(Span("x"), ("1", "2")),)))["b"] == 1


def test_names_that_repeat_are_numbered_and_take_no_other() -> None:
    assert numbered(("a", "b", "a", "a")) == ("a", "b", "a (2)", "a (3)")
    assert numbered(("a", "a", "a (2)")) == ("a", "a (3)", "a (2)")
