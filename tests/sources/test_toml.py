from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmarium.sources.nodes import Node
from palmarium.sources.schema.meant import Bare, setting, toml
from palmarium.sources.toml import parse, read, unprintable
from tests.resolved import lines

TEXT = '''title = "a" # "b" = 1
on = 2011-10-03 07:32:00
n.a."x.y" = 1
s = """a
"b" = 3""""
l = [1, [2, 3], {a = 1, b.c = 'd'},
  'x', # ]
]
[checks]
weekday = "off"
[[menu]]
label = "é"
[[menu]]
url = true
[menu.deep]
weekday = -1.5
[[menu.in]]
url = 1
'''


def shown(node: Node, key: str) -> Iterator[str]:
    value = "" if node.value is None else f" {node.value!r}"
    yield f"{key} {node.span.line}:{node.span.column} {node.toml}{value}"
    for pair in node.pairs:
        yield from shown(pair.value, f"{key}/{pair.key}@{pair.span.line}:{pair.span.column}")
    for at, element in enumerate(node.elements):
        yield from shown(element, f"{key}/{at}")


def test_every_key_and_value_has_its_place_and_its_type() -> None:
    node, problems = parse("a.toml", TEXT)
    assert problems == ()
    assert node
    assert list(shown(node, "")) == [
        " 1:1 table",
        "/title@1:1 1:9 text 'a'",
        "/on@2:1 2:6 date '2011-10-03 07:32:00'",
        "/n@3:1 3:1 table",
        "/n@3:1/a@3:3 3:3 table",
        "/n@3:1/a@3:3/x.y@3:5 3:13 number '1'",
        '/s@4:1 4:5 text \'a\\n"b" = 3"\'',
        "/l@6:1 6:5 list",
        "/l@6:1/0 6:6 number '1'",
        "/l@6:1/1 6:9 list",
        "/l@6:1/1/0 6:10 number '2'",
        "/l@6:1/1/1 6:13 number '3'",
        "/l@6:1/2 6:17 table",
        "/l@6:1/2/a@6:18 6:22 number '1'",
        "/l@6:1/2/b@6:25 6:25 table",
        "/l@6:1/2/b@6:25/c@6:27 6:31 text 'd'",
        "/l@6:1/3 7:3 text 'x'",
        "/checks@9:2 9:2 table",
        "/checks@9:2/weekday@10:1 10:11 text 'off'",
        "/menu@11:3 11:3 list",
        "/menu@11:3/0 11:3 table",
        "/menu@11:3/0/label@12:1 12:9 text 'é'",
        "/menu@11:3/1 13:3 table",
        "/menu@11:3/1/url@14:1 14:7 truth 'true'",
        "/menu@11:3/1/deep@15:7 15:7 table",
        "/menu@11:3/1/deep@15:7/weekday@16:1 16:11 number '-1.5'",
        "/menu@11:3/1/in@17:8 17:8 list",
        "/menu@11:3/1/in@17:8/0 17:8 table",
        "/menu@11:3/1/in@17:8/0/url@18:1 18:7 number '1'",
    ]


@pytest.mark.parametrize("text", [f"a = {'[' * 60}{']' * 60}", f"{'a.' * 60}b = 1", f"[{'a.' * 60}b]"])
def test_what_nests_too_far_is_told(text: str) -> None:
    node, problems = parse("a.toml", text)
    assert node is None
    assert [line.partition(": ")[2] for line in lines(problems)] == ["this file nests too much to be read  [toml]"]


def test_a_number_of_any_length_is_a_text() -> None:
    node, _ = parse("a.toml", f"a = 0x{'f' * 6000}\n")
    assert node
    assert node.pairs[0].value.value == f"0x{'f' * 6000}"


def test_escapes_that_nothing_can_show_are_told_in_keys_and_values() -> None:
    node, problems = parse("a.toml", 'a = ["b", "\\u0000"]\n"c\\u0001" = 1\n')
    assert problems == ()
    assert node
    assert lines(unprintable(node)) == [
        "a.toml:1:11: the file holds an unprintable character, U+0000  [encoding]",
        "a.toml:2:1: the file holds an unprintable character, U+0001  [encoding]",
    ]


KEYS = st.text("abc.é\" '#=[]{}\\\n", min_size=1, max_size=4)
SCALARS = st.one_of(
    st.text("ab\"'#=[]{},\\\né", max_size=6),
    st.integers(-9, 9),
    st.booleans(),
    st.sampled_from(("1979-05-27", "1979-05-27 07:32:00", "07:32:00", "1.5e3", "+inf", "0x1F")).map(Bare),
)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8
)


@given(st.dictionaries(KEYS, VALUES, max_size=3), st.dictionaries(KEYS, st.dictionaries(KEYS, VALUES), max_size=3))
def test_what_stands_at_a_place_is_that_key_or_value(settings: dict[str, object], tables: dict[str, object]) -> None:
    rows = [setting(key, value) for key, value in settings.items()]
    for name, table in tables.items():
        if name not in settings and isinstance(table, dict):
            rows += [f"[{setting(name, 1)[:-4]}] # ]", *(setting(key, value) for key, value in table.items())]
    text = "\n".join(rows)
    node, problems = parse("a.toml", text)
    assert problems == ()
    assert node
    places_hold(node, text.split("\n"))


def places_hold(node: Node, source: list[str]) -> None:
    for pair in node.pairs:
        assert behind(pair, source).startswith(setting(pair.key, 1)[:-4])
        places_hold(pair.value, source)
    for element in node.elements:
        places_hold(element, source)
    if node.toml == "text":
        assert behind(node, source).startswith(toml(node.value))
    elif node.toml in ("number", "date", "truth"):
        written = behind(node, source)
        ends = (written[:length] for length in range(len(written), 0, -1))
        values = (values for end in ends if (values := read("a.toml", f"x = {end}")[0]) and "," not in end)
        assert str(next(values)["x"]).lower() == (node.value or "").lower()


def behind(placed: object, source: list[str]) -> str:
    span = placed.span  # type: ignore[attr-defined]
    return source[span.line - 1][span.column - 1 :]


def test_a_value_of_a_megabyte_is_told_at_its_line() -> None:
    node, problems = parse("a.toml", f'a = "b"\nc = "{"x" * 20_001}"\n')
    assert node is None
    assert lines(problems) == [
        "a.toml:2:5: a text of 20,001 letters is too long to be one value: 20,000 are the most  [too-long]"
    ]
