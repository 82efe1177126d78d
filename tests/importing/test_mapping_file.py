import pytest

from palmarium.importing.mapping import parse

HEAD = '[award]\nid = "{a}"\n[edition]\nid = 3\n[result]\n'


def told(text: str) -> list[str]:
    found = parse("m.toml", text.encode())[1]
    return [f"{p.span.line}:{p.span.column}: {p.message} ({p.hint})" for p in found]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("joint = 'yes'", '6:9: joint: "yes" is neither true nor false (write `joint = true`)'),
        ("joint = 'maybe'", '6:9: joint: "maybe" is neither true nor false (write true or false)'),
        ("laureate = {column = 'x', strp = 1}", '6:27: the key "strp" is unknown here (did you mean "strip"?)'),
        (
            "laureate = {column = ['a', 'b']}",
            '6:22: column: a text is expected here, not a list (write `column = "a, b"`)',
        ),
        (
            "[[skip]]\nwhy = 'x'",
            '6:3: the key "when" is missing (write `when = {column = "…", is = "…"}`)',
        ),
        (
            "[[rule]]\nmatch = 'x'\nkind = 'persn'",
            '8:8: kind: "persn" is not one of person, organisation, team, work (write `kind = "person"`)',
        ),
        (
            "[read]\nwide = 3",
            '7:8: wide: a table is expected here, not 3 (write `wide = {columns = "…", name = "…", value = "…"}`)',
        ),
    ],
)
def test_a_slip_in_a_mapping_is_told_at_its_value_with_a_line_of_toml(written: str, expected: str) -> None:
    assert told(f"{HEAD}{written}\n") == [expected]


def test_a_section_that_is_no_table_is_told_with_its_heading() -> None:
    assert told("award = 3\nskip = 4\n[category]\nid = 'x'\n") == [
        '1:9: award: a table is expected here, not 3 (write `[award]`, then `id = "…"`)',
        '2:8: skip: a table is expected here, not 4 (write `[[skip]]`, then `when = {column = "…", is = "…"}`)',
    ]


def test_the_same_key_in_two_sections_is_told_in_the_one_where_it_is_wrong() -> None:
    assert told('[award]\nid = "a"\nname = "b"\n[category]\nid = "c"\nname = {colum = "d"}\n') == [
        '6:9: the key "colum" is unknown here (did you mean "column"?)'
    ]


def test_a_dotted_key_in_quotes_is_a_key_inside_another() -> None:
    mapping, problems = parse(
        "m.toml", b"[edition]\nid = 'x'\n'ceremony.date' = '{Date}'\n[edition.ceremony]\ncity = '{City}'\n"
    )
    assert problems == ()
    assert mapping
    ceremony = mapping.edition.ceremony  # type: ignore[union-attr]
    assert (ceremony.date.text, ceremony.city.text) == ("{Date}", "{City}")


def test_dotted_keys_that_contradict_each_other_are_told() -> None:
    [problem] = told("[edition]\nid = 'x'\n'ceremony.date' = 'a'\nceremony = 'b'\n")
    assert problem.startswith('3:1: the key "ceremony.date" is unknown here (')
