"""What a change of an index means for those who asked it."""

from operator import ne
from typing import Any

from palmarium.lookups import EVERY, KEYS, differences, digest, note, noting, places, remembered, said, wording
from palmarium.model import Prose, Record, Result, Work
from palmarium.problems import Span
from palmarium.sources.load import load


def test_a_key_that_comes_with_nothing_is_another_answer_than_none() -> None:
    assert set(differences("doubts", {"a": 1}, {"a": 1, "b": None}, ne)) == {
        ("doubts", "b"),
        ("doubts", KEYS),
        ("doubts", EVERY),
    }


def test_another_order_is_no_other_value() -> None:
    assert set(differences("order", {"a": 1, "b": 2}, {"b": 2, "a": 1}, ne)) == {("order", KEYS), ("order", EVERY)}
    assert set(differences("order", {"a": 1}, {"a": 1}, ne)) == set()


def test_the_wording_of_a_result_is_no_part_of_its_core() -> None:
    plain = Result("a-1", "pie/2011", "a", Span("x"))
    told = Result("a-1", "pie/2011", "a", Span("x", 3), works=(Work("Crust"),), citation="Crisp.", credited_as="Ann")
    assert digest(plain) == digest(told)
    assert wording(plain) != wording(told)
    assert said(plain) != said(told)
    assert said(plain) == said(Result("a-1", "pie/2011", "a", Span("x", 3, 7)))
    with noting() as seen:
        wording(told)
    assert seen == {("text", "pie/2011#a-1")}


def test_the_line_where_a_text_begins_is_no_wording() -> None:
    first, second = Prose(text="Crisp.", line=4, path="x.md"), Prose(text="Crisp.", line=9, path="x.md")
    assert wording(first) == wording(second)
    with noting() as seen:
        assert second.line == 9
    assert seen == {("place", "x.md")}


def test_a_word_in_the_place_of_another_moves_no_line() -> None:
    """What is told of a file is told again where a place has moved, and not where a word has changed."""
    text = "results:\n  pie:\n    - {laureate: Ann Crust, for: The Crust}\n    - {laureate: Piet Vale}\n"

    def edition(written: str) -> Record:
        record, problems = load("editions/pie/2011.yaml", written.encode(), "en")
        assert record, problems
        return record

    before = tuple(places(edition(text)))
    assert before == tuple(places(edition(text.replace("The Crust", "The Loaf"))))
    assert before != tuple(places(edition(text.replace("    - {laureate: Piet", "\n    - {laureate: Piet"))))
    assert before != tuple(places(edition(text.replace("laureate: Piet", "laureate:  Piet"))))


def test_what_is_remembered_is_made_once_and_looked_up_by_each_who_asks() -> None:
    memory: dict[str, Any] = {}
    made: list[str] = []

    def make() -> str:
        note("names", "ann")
        made.append("Ann")
        return "Ann"

    for _ in range(2):
        with noting() as seen:
            assert remembered(memory, "a", make) == "Ann"
        assert seen == {("names", "ann")}
    assert made == ["Ann"]


def test_a_memory_grows_with_no_archive() -> None:
    memory: dict[str, Any] = {}
    for number in range(5000):
        remembered(memory, str(number), lambda: 0)
    assert len(memory) < 5000
    assert "4999" in memory
    assert "0" not in memory
