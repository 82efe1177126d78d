"""One fact changed in a YAML text: what is inserted is read, and every other byte stays."""

import pytest
import yaml

from palmarium.importing import yaml_edit
from palmarium.importing.yaml_edit import Piece, parse


def piece(text: str, *steps: str | int) -> Piece:
    found = parse(text)
    for step in steps:
        assert found is not None
        found = found.get(step) if isinstance(step, str) else found.elements[step]
    assert found is not None
    return found


@pytest.mark.parametrize(
    "text",
    [
        "a: 'x'   # é\nb: [1, \"😀\"]\nc:\n  - d\n  - e: f\ng: >\n  h\n\n# end\n",
        "{a: 'x', b: [1, \"😀\"], c: [d, {e: f}], g: h}",
        "a: 'x'\r\nb:\r\n- 1\r\n- \"😀\"\r\n",
    ],
)
def test_pieces_are_the_characters_that_they_take(text: str) -> None:
    assert yaml_edit.source(text, piece(text, "a")) == "'x'"
    assert yaml_edit.source(text, piece(text, "b", 1)) == '"😀"'
    assert (piece(text, "a").value, piece(text, "b", 1).value) == ("x", "😀")


def test_a_block_ends_with_its_last_letter_not_with_the_next_key() -> None:
    text = "a:\n  b: c   # d\n\n# e\nf: |\n  g\n\nh: i\n"
    assert yaml_edit.source(text, piece(text, "a")) == "b: c"
    assert yaml_edit.source(text, piece(text, "f")) == "|\n  g"


def added(text: str, key: str, order: tuple[str, ...] = ()) -> str:
    pair = (key, "1", lambda column: [f"{' ' * column}{key}: 1"])
    return yaml_edit.apply(text, yaml_edit.with_pairs(text, piece(text), [pair], order))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: x\n", "a: x\nk: 1\n"),
        ("a: x", "a: x\nk: 1"),
        ("a: x   # y\n# z\n", "a: x   # y\nk: 1\n# z\n"),
        ("a: |\n  x\n\n# z\n", "a: |\n  x\nk: 1\n\n# z\n"),
        ("a: x\r\n", "a: x\r\nk: 1\r\n"),
        ("{a: x}", "{a: x, k: 1}"),
        ("{a: x,\n b: y,\n}", "{a: x,\n b: y, k: 1,\n}"),
        ("{}", "{k: 1}"),
        ("a:\n", "a:\nk: 1\n"),
    ],
)
def test_a_key_is_added_behind_the_others(before: str, after: str) -> None:
    assert added(before, "k") == after
    assert yaml.safe_load(after)["k"] == 1


@pytest.mark.parametrize(
    ("order", "after"),
    [
        (("a", "k", "b"), "# top\na: x\nk: 1\n# then\nb: y\n"),
        (("k", "a", "b"), "# top\nk: 1\na: x\n# then\nb: y\n"),
        (("a", "b", "k"), "# top\na: x\n# then\nb: y\nk: 1\n"),
    ],
)
def test_a_key_is_added_in_its_order(order: tuple[str, ...], after: str) -> None:
    assert added("# top\na: x\n# then\nb: y\n", "k", order) == after


def test_of_two_edits_that_overlap_the_first_is_made() -> None:
    text = "a: xyz"
    made = yaml_edit.apply(text, [yaml_edit.Edit(3, 6, "1"), yaml_edit.Edit(4, 5, "2"), yaml_edit.Edit(6, 6, "!")])
    assert made == "a: 1!"


@pytest.mark.parametrize("text", ["", "# nothing\n", "a: [", "a: &b c\nd: *b\n", "a: b: c\n"])
def test_what_can_t_be_edited_in_place_has_no_pieces(text: str) -> None:
    assert parse(text) is None


def test_a_text_that_only_holds_an_ampersand_can_be_edited() -> None:
    assert piece("a: Ovens & Sons", "a").value == "Ovens & Sons"
