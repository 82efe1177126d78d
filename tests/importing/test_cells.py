"""From the cells of a row to a value: templates, the steps in their order, conditions."""

from typing import Any

import pytest

from palmarium.importing.cells import compiled, conditions_of
from palmarium.importing.mapping import Value, When
from palmarium.importing.patterns import UnreadableCell
from palmarium.importing.tables.table import Cell

from .small import AWARD, bring

PLACES = {"a": 0, "b": 1, "list": 2, "x[0].y": 3}
ROW: tuple[Cell, ...] = ("Ann", "", ("one", "two"), "deep")


def take(written: Any, row: tuple[Cell, ...] = ROW) -> tuple[str, ...]:
    """The values that a mapping makes of a row; the mapping is read from TOML as an editor writes it."""
    from palmarium.importing.mapping import parse

    how, problems = parse("t.toml", f"[award]\nid = {written}\n".encode())
    assert problems == ()
    assert how is not None
    value: Value = how.award.id  # type: ignore[union-attr]
    return compiled(value, PLACES, {"file.json": {"Ann": "Anna"}})(row)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('"pie"', ("pie",)),
        ('"{a}"', ("Ann",)),
        ('"{a} {b}"', ()),
        ('"{a}[ of {b}]"', ("Ann",)),
        ('"[{b}, ]{a}"', ("Ann",)),
        ('"[{b}]"', ()),
        ('"{{a}} [[x]]"', ("{a} [x]",)),
        ('"{x[0].y}"', ("deep",)),
        ('"{a} {list}"', ("Ann one", "Ann two")),
        ('"a ] b [ c"', ("a ] b [ c",)),
        ('["{a}", "{b}", "x"]', ("Ann", "x")),
        ('{column = "list"}', ("one", "two")),
        ('{column = "list", join = " / "}', ("one / two",)),
        ('{column = "b", or = "{a}"}', ("Ann",)),
        ('{column = "b", or = {column = "b", or = "last"}}', ("last",)),
        ('{text = "n/a", empty = ["n/a"]}', ()),
        ('{column = "list", empty = "one"}', ("", "two")),
        ('{column = "list", empty = "{x[0].y}"}', ("one", "two")),
        ('{text = "<Ann>", strip = "<>"}', ("Ann",)),
        ('{text = "Ann & Bo", replace = {"&" = "and"}}', ("Ann and Bo",)),
        ('{text = "Ann; Bo and Cy", split = [";", " and "]}', ("Ann", "Bo", "Cy")),
        ('{text = "1|?|3", split = "|", empty = "?"}', ("1", "", "3")),
        ("{text = 'Ann (Bath)', pattern = '\\((.+)\\)'}", ("Bath",)),
        ("{text = '1970-00-00', pattern = '^\\d{4}'}", ("1970",)),
        ("{text = 'Ann', pattern = '^\\d{4}'}", ()),
        ('{column = "a", map = {Ann = "A"}}', ("A",)),
        ('{column = "a", map = {Bo = "B"}, else = "no {a}"}', ("no Ann",)),
        ('{column = "b", map = {"" = "none"}}', ("none",)),
        ('{column = "b", map = {x = "y"}}', ()),
        ('{column = "a", map = {ANN = "A"}}', ("A",)),
        ('{column = "a", map = {ANN = "A", ann = "a"}, else = "{a}"}', ("Ann",)),
        ('{column = "a", map = "file.json"}', ("Anna",)),
        ('{text = "3 October 2011", date = ["%d/%m/%Y", "%d %B %Y"]}', ("2011-10-03",)),
        ('{text = "10/2011", date = "%m/%Y"}', ("2011-10",)),
        ('{text = "11", date = "%y"}', ("2011",)),
        ('{column = "a", when = {column = "b", is = ""}}', ("Ann",)),
        ('{column = "a", when = {column = "b", not = ""}}', ()),
    ],
)
def test_a_value_is_made_as_it_is_written(written: str, expected: tuple[str, ...]) -> None:
    assert take(written) == expected


def test_a_text_is_written_as_files_keep_it() -> None:
    assert take('"{a}"', ("  cafe\u0301 \u00a0 au\tlait\n", "", "", "")) == ("café au lait",)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ('{column = "a", map = {Bo = "B"}}', '"Ann" is not in the map'),
        ('{column = "a", date = "%Y"}', '"Ann" is not a date written as %Y'),
    ],
)
def test_what_can_t_be_made_says_why(written: str, message: str) -> None:
    with pytest.raises(UnreadableCell, match=f"^{message}$"):
        take(written)


@pytest.mark.parametrize("text", ["\u1ab0", "\u3164", "\u0301\u0300"])
def test_a_cell_that_shows_nothing_is_no_value(text: str) -> None:
    with pytest.raises(UnreadableCell, match=r"^the cell shows nothing: it holds only U\+"):
        take('"{a}"', (text, "", "", ""))


@pytest.mark.parametrize("text", ["a\x07b", "a\ufeffb", "a\ue000b", "a\ud800b"])
def test_a_character_that_no_file_may_hold_is_no_value(text: str) -> None:
    with pytest.raises(UnreadableCell, match=rf"U\+{ord(text[1]):04X}$"):
        take('"{a}"', (text, "", "", ""))


@pytest.mark.parametrize(
    ("when", "holds"),
    [
        ({"column": "a", "is": "Ann"}, True),
        ({"column": "a", "is": ["Bo", "Ann"]}, True),
        ({"column": "b", "is": ""}, True),
        ({"column": "a", "is": ""}, False),
        ({"column": "a", "not": "Ann"}, False),
        ({"column": "a", "matches": "^An"}, True),
        ({"column": "a", "matches": "^n"}, False),
        ({"text": "{a}{b}", "is": "Ann"}, True),
        ({"column": "list", "is": "two"}, True),
        ({"column": "a", "is": "Ann", "matches": "x"}, False),
        ({"column": "a", "is": "{a}"}, True),
        ({"column": "list", "is": ["{b}", "{list}"]}, True),
        ({"column": "a", "is": "{b}"}, False),
        ({"column": "b", "is": "{b}"}, True),
        ({"column": "a", "not": "{a}"}, False),
        ({"column": "a", "is": "{{a}}"}, False),
    ],
)
def test_a_condition_holds_or_not(when: dict[str, Any], holds: bool) -> None:
    from palmarium.sources.yaml import parse as yaml

    node, _ = yaml("t", str(when).replace("True", "true"))
    assert conditions_of((When.model_validate(node),), PLACES)(ROW) is holds


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('laureate = "{nmae}"', 'results.toml:8:12: there is no column "nmae"  [unknown-column]'),
        ('laureate = {column = "nmae"}', 'results.toml:8:12: there is no column "nmae"  [unknown-column]'),
        (
            'laureate = {column = "name", map = "lost.json"}',
            'results.toml:8:12: "lost.json" is no JSON file with a table of texts beside the imported one  [map]',
        ),
        (
            "laureate = {column = 'name', pattern = '*'}",
            'results.toml:8:40: pattern: "*" is not a pattern, from its character 1 on  [value]',
        ),
        ('laureate = {colunm = "name"}', 'results.toml:8:13: the key "colunm" is unknown here  [unknown-key]'),
        ('laureate = 3\nsplit = ";"', 'results.toml:9:1: the key "split" is unknown here  [unknown-key]'),
        (
            'laureate = {column = "name", when = {column = "name", is = "{nmae}"}}',
            'results.toml:8:37: there is no column "nmae"  [unknown-column]',
        ),
        ("laureate = ", "results.toml:8:12: this is not TOML: this key has no value  [toml]"),
        (
            "laureate = '{name}'\n[[rule]]\nmatch = '(?P<compny>x)'",
            'results.toml:10:9: match: a group can\'t be called "compny"  [value]',
        ),
        ("laureate = '{name}'\n[[skip]]\nwhy = 'x'", 'results.toml:9:3: the key "when" is missing  [missing-key]'),
    ],
)
def test_a_mistake_in_a_mapping_is_told_with_its_place(line: str, message: str) -> None:
    made = bring({}, "year,category,name\n2001,Best,Ann\n", AWARD.replace('laureate = "{name}"', line))
    assert message in made.problems
    assert made.written == ()


def test_the_lines_of_a_cell_are_one_text_or_each_a_value() -> None:
    row: tuple[Cell, ...] = ("Ann  Crumb\n\n Bo; Cy", "", ("one", "two"), "deep")
    assert take('"{a}"', row) == ("Ann Crumb Bo; Cy",)
    assert take('{column = "a", split = "\\n"}', row) == ("Ann Crumb", "Bo; Cy")
    assert take('{text = "{a}", split = ["\\n", ";"]}', row) == ("Ann Crumb", "Bo", "Cy")


def test_what_parts_the_lines_of_a_cell_is_replaced() -> None:
    row: tuple[Cell, ...] = (" Ann  Crumb \n\n-Bo-", "", ("one", "two"), "deep")
    assert take('{column = "a", replace = {"\\n" = ", "}}', row) == ("Ann Crumb, -Bo-",)
    assert take('{text = "{a}", strip = "-", replace = {"\\n" = " / "}}', row) == ("Ann Crumb / -Bo",)
    assert take('{column = "a", split = "\\n", replace = {"\\n" = ", "}}', row) == ("Ann Crumb", "-Bo-")
    mapping = AWARD.replace('"{name}"', '{column = "name", replace = {"\\n" = " "}}')
    assert bring("", 'year,category,name\n2001,Best,"Ann\nBo"\n', mapping).problems == ()


def test_a_name_that_stands_in_several_lines_is_told() -> None:
    table = 'year,category,name\n2001,Best,"Ann\nBo"\n'
    made = bring("", table, AWARD)
    assert made.problems == (
        'results.csv:2:1: "Ann Bo" stands in several lines, and is read as one name  [line-breaks]',
    )
    assert made.hints == ('if each is a name: `split = "\\n"`',)
    split = bring("", table, AWARD.replace('"{name}"', '{column = "name", split = "\\n"}'))
    assert split.problems == ()
    assert split.files["editions/pie/2001.yaml"] == "results:\n  best: {laureate: [Ann, Bo]}\n"
