"""YAML as an editor would type it, which any reader reads back to the same texts."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from palmarium.importing import yaml_edit
from palmarium.importing.cells import clean
from palmarium.sources.nodes import Node
from palmarium.sources.plaintext import unprintable
from palmarium.sources.yaml import parse

NOTHING: frozenset[str] = frozenset()
letters = st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn"), exclude_characters="\ufeff\u2028\u2029")
texts = st.text(letters).filter(lambda text: not unprintable(text)).map(clean)
values = st.recursive(
    texts.filter(bool),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3) | st.dictionaries(texts.filter(bool), inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


def plain(node: Node | None) -> Any:
    if node is None or node.form == "scalar":
        return node.value if node else None
    if node.form == "sequence":
        return [plain(each) for each in node.elements]
    return {pair.key: plain(pair.value) for pair in node.pairs}


@given(st.dictionaries(texts.filter(bool), values, min_size=1, max_size=4))
def test_what_is_written_is_read_back(value: dict[str, Any]) -> None:
    text = yaml_edit.document(value, NOTHING)
    node, problems = parse("t.yaml", text)
    assert problems == ()
    assert plain(node) == value
    # Another program, which guesses what a scalar is, takes no text for a number, a date or nothing.
    assert yaml.safe_load(text) == value


@given(values)
def test_a_line_is_one_line(value: Any) -> None:
    text = yaml_edit.flow(value)
    assert "\n" not in text
    assert plain(parse("t.yaml", f"k: {text}")[0]) == {"k": value}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Ann Crumb", "Ann Crumb"),
        ("L'Oréal & Co (Paris)", "L'Oréal & Co (Paris)"),
        ("«Pain»", "«Pain»"),
        ("梅干し", "梅干し"),
        ("1927/28", "1927/28"),
        ("24 h de la relation", "24 h de la relation"),
        ("a, b", "a, b"),
        ("no", '"no"'),
        ("2011", '"2011"'),
        ("2011-10", '"2011-10"'),
        ("1e3", '"1e3"'),
        ("~", '"~"'),
        ("- x", '"- x"'),
        ("a: b", '"a: b"'),
        ("a #1", '"a #1"'),
        ('say "pie"', 'say "pie"'),
        ('"pie"', '"\\"pie\\""'),
    ],
)
def test_quotes_stand_where_they_are_needed(text: str, written: str) -> None:
    assert yaml_edit.scalar(text) == written


def test_inside_brackets_a_comma_needs_quotes() -> None:
    assert yaml_edit.flow(["a, b", "c"]) == '["a, b", c]'


def test_numbers_and_dates_need_none() -> None:
    typed = frozenset({"ordinal", "date", "share", "tie"})
    value = {"ordinal": "4", "date": "2011-10-03", "share": "1/2", "tie": "true", "name": "4"}
    assert yaml_edit.flow(value, typed) == '{ordinal: 4, date: 2011-10-03, share: 1/2, tie: true, name: "4"}'


def test_what_is_long_stands_below_its_key() -> None:
    long = "x" * 95
    assert yaml_edit.document({"a": {"b": long, "c": "d"}, "e": [{"f": long}, "g"]}, NOTHING) == (
        f"a: {{b: {long}, c: d}}\ne:\n  - {{f: {long}}}\n  - g\n"
    )
    assert yaml_edit.document({"a": {"b": long, "c": "d e f g"}, "e": [{"f": long, "g": "h i"}, "j"]}, NOTHING) == (
        f"a:\n  b: {long}\n  c: d e f g\ne:\n  - f: {long}\n    g: h i\n  - j\n"
    )
