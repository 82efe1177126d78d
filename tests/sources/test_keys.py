"""Places of keys: where a problem that names a key of a record is told."""

import pytest

from palmarium.problems import Problem, Span
from palmarium.sources.keys import at_keys, at_places, key_places

EDITION = """\
# An edition of pies.
ceremony: {date: 2011-05-04, city: Pie Town}
period:
  from: 2011
  until: 2010
results:
  pie:
    - laureate: Ann Crust
      country: Frnace
      awarded_on: 2010
    - {laureate: Ben Flan, country: Italy}
events:
  - {name: Feast, date: 2009}
ordinal:
method:
  weights: [jury 60, public 60]
"""
NAME = """\
---
name: Ann Crust
kind: person
aliases:
  - Annie
  - Ann Crust
---

Text.
"""


def placed(path: str, text: str, span: tuple[int, int], *key: str) -> tuple[int, int]:
    problem = Problem("code", Span(path, *span), "wrong", key=key)
    [found] = at_keys([problem], {path: text.encode()})
    assert (found.code, found.message, found.span.path) == ("code", "wrong", path)
    return found.span.line, found.span.column


@pytest.mark.parametrize(
    ("begins", "key", "place"),
    [
        # From the record, wherever a comment stands above it.
        ((2, 1), ("ceremony", "city"), (2, 36)),
        ((1, 1), ("ceremony", "city"), (2, 36)),
        # From what begins there: a mapping in braces, one over lines, an element.
        ((2, 11), ("date",), (2, 18)),
        ((4, 3), ("until",), (5, 10)),
        ((8, 7), ("awarded_on",), (10, 19)),
        ((13, 5), ("date",), (13, 25)),
        # From a text inside it, or a key above it.
        ((8, 17), ("country",), (9, 16)),
        ((11, 18), ("country",), (11, 37)),
        ((3, 1), ("until",), (5, 10)),
        # What holds others, and what holds nothing, is told at its key.
        ((2, 1), ("period",), (3, 1)),
        ((2, 1), ("method", "weights"), (16, 3)),
        ((2, 1), ("ordinal",), (14, 1)),
        # As far as the way goes; where it does not begin, nothing moves.
        ((2, 1), ("ceremony", "venue"), (2, 1)),
        ((2, 1), ("note",), (2, 1)),
        ((2, 11), ("until",), (2, 11)),
        ((16, 13), ("ordinal",), (16, 13)),
    ],
)
def test_a_problem_is_told_at_the_key_that_it_names(
    begins: tuple[int, int], key: tuple[str, ...], place: tuple[int, int]
) -> None:
    assert placed("editions/pie/2011.yaml", EDITION, begins, *key) == place


def test_keys_above_a_text_are_found_too_and_one_of_several_texts() -> None:
    path = "content/names/ann-crust.md"
    assert placed(path, NAME, (2, 1), "kind") == (3, 7)
    assert placed(path, NAME, (2, 1), "aliases", "Ann Crust") == (6, 5)
    assert placed(path, NAME, (2, 1), "aliases", "Anna") == (4, 1)


def test_the_lines_of_a_file_are_those_that_an_editor_sees() -> None:
    windows = "\ufeff" + EDITION.replace("\n", "\r\n")
    assert placed("editions/pie/2011.yaml", windows, (2, 1), "period", "until") == (5, 10)


@pytest.mark.parametrize("text", ["ordinal: [", "", "- a\n- b\n", "\x00"])
def test_in_a_file_that_can_not_be_read_a_problem_stays(text: str) -> None:
    assert placed("editions/pie/2011.yaml", text, (1, 1), "ordinal") == (1, 1)


def test_a_file_that_is_gone_and_a_problem_without_a_key_are_left_alone() -> None:
    problems = [Problem("code", Span("gone.yaml"), "wrong", key=("ordinal",)), Problem("code", Span("a.yaml"), "other")]
    assert list(at_keys(problems, {"a.yaml": b"ordinal: 2"})) == problems


def test_no_file_is_read_again_for_a_key_whose_place_is_known() -> None:
    problem = Problem("code", Span("a.yaml", 1, 1), "wrong", key=("ordinal",))
    missed = Problem("code", Span("a.yaml", 1, 1), "other", key=("period",))
    known = key_places([problem, missed], {"a.yaml": b"ordinal: 2"})
    assert known == {(problem.span, ("ordinal",)): Span("a.yaml", 1, 10), (missed.span, ("period",)): None}
    again = key_places([problem, missed], {"a.yaml": b"\n\nordinal: 2\nperiod: 3"}, known)
    assert again == known
    [found, same] = at_places([problem, missed], again)
    assert (found.span, same) == (Span("a.yaml", 1, 10), missed)
