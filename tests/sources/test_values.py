"""A value comes back from bytes as it was, and only classes that hold data are made."""

import pickle
from collections import Counter
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType

import pytest

from palmarium.model import Ref
from palmarium.pages.parts.data_index import Licences
from palmarium.problems import Level, Problem, Span
from palmarium.sources.values import dumps, loads

VALUES = (
    Ref("Ann", Span("a.md", 3)),
    Problem("odd", Span("a.yaml", 1, 2), "what is wrong", level=Level.WARNING, subject=("a",)),
    MappingProxyType({("a", 1): frozenset({Span("b")})}),
    Licences(data="https://example.org/"),
    Counter("abca"),
    Fraction(1, 3),
    [1, None, "\udcff", b"\0"],
)


@pytest.mark.parametrize("value", VALUES)
def test_a_value_comes_back(value: object) -> None:
    there = loads(dumps(value))
    assert there == value
    assert type(there) is type(value)


def test_a_value_that_stands_twice_is_one_value_still() -> None:
    span = Span("a.md")
    one, other = loads(dumps((Ref("a", span), Ref("b", span))))
    assert one.span is other.span


def test_what_stands_for_a_part_is_put_in_its_place() -> None:
    span = Span("a.md")
    data = dumps(Ref("a", span), lambda part: "here" if part is span else None)
    assert loads(data, {"here": Span("b.md")}.__getitem__) == Ref("a", Span("b.md"))


@pytest.mark.parametrize("given", [(), ("a",) * 9])
def test_a_class_of_data_that_is_given_other_parts_is_no_value(given: tuple[object, ...]) -> None:
    class Other:
        def __reduce__(self) -> tuple[object, ...]:
            return Span, given

    with pytest.raises(ValueError, match="Span"):
        loads(pickle.dumps(Other()))


@pytest.mark.parametrize("found", [print, Path("a"), pytest.raises, loads])
def test_nothing_else_is_made(found: object) -> None:
    with pytest.raises(ValueError, match="no class of data"):
        loads(pickle.dumps(found))
