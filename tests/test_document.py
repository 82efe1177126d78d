import pytest

from palmarium.document import Node, decode, dump, front_matter, parse
from palmarium.problems import Problem


def plain(node: Node | None) -> object:
    """What a node holds, as plain data, for comparing."""
    assert node
    if node.form == "mapping":
        return {pair.key: plain(pair.value) for pair in node.pairs}
    if node.form == "sequence":
        return [plain(element) for element in node.elements]
    return node.value


def read(text: str) -> object:
    node, problems = parse("a.yaml", text)
    assert problems == ()
    return plain(node)


def only(problems: tuple[Problem, ...]) -> tuple[int, int, str, str]:
    [problem] = problems
    return problem.span.line, problem.span.column, problem.message, problem.hint


@pytest.mark.parametrize(
    "text", ["no", "Yes", "off", "0123", "0x1F", "1_000", "12:30:00", "1e3", ".inf", "2011-10-03", "=", "<<", "Null"]
)
def test_yaml_guesses_nothing(text: str) -> None:
    assert read(f"a: {text}\n{text}: b\n") == {"a": text, text: "b"}


@pytest.mark.parametrize(("text", "value"), [("", None), ("~", None), ("null", None), ('"~"', "~"), ("''", "")])
def test_only_what_is_left_empty_is_empty(text: str, value: str | None) -> None:
    assert read(f"a: {text}\n") == {"a": value}


def test_keys_and_values_know_their_line_and_column() -> None:
    node, _ = parse("a.yaml", "# note\nresults:\n  voix: É\n  autre: [b, {c: d}]\n")
    assert node
    results = node.pairs[0].value
    assert [(pair.key, pair.span.line, pair.span.column) for pair in results.pairs] == [("voix", 3, 3), ("autre", 4, 3)]
    assert [(pair.value.span.line, pair.value.span.column) for pair in results.pairs] == [(3, 9), (4, 10)]
    inner = results.pairs[1].value.elements[1].pairs[0].value
    assert (inner.value, inner.span.line, inner.span.column) == ("d", 4, 18)


def test_a_column_counts_letters_not_bytes() -> None:
    node, _ = parse("a.yaml", "{é𝄞: a, b: c}")
    assert node
    assert node.pairs[1].span.column == 9


def test_places_in_front_matter_count_from_the_top_of_the_file() -> None:
    node, body, line, problems = front_matter("a.md", "---\ntitle: A\n\nkind: b\n---\nText\n")
    assert node
    assert problems == ()
    assert (body, line) == ("Text\n", 6)
    assert [(pair.span.line, pair.value.span.column) for pair in node.pairs] == [(2, 8), (4, 7)]


def test_a_mistake_in_front_matter_has_its_line_in_the_file() -> None:
    _, _, _, problems = front_matter("a.md", "---\ntitle: A\nauthor: b: c\n---\n")
    assert only(problems)[:2] == (3, 10)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Text\n", "the front matter is missing"),
        ("\n---\na: b\n---\n", "the front matter is missing"),
        ("---\na: b\nText\n", "the front matter is not closed"),
    ],
)
def test_front_matter_must_open_the_file_and_be_closed(text: str, message: str) -> None:
    assert only(front_matter("a.md", text)[3])[:3] == (1, 1, message)


def test_a_key_written_twice_names_both_places() -> None:
    node, problems = parse("a.yaml", "city: Paris\nvenue: x\ncity: Lyon\n")
    message = 'the key "city" is here twice; the first is on line 1'
    assert only(problems) == (3, 1, message, "delete one, or join the two")
    assert plain(node) == {"city": "Paris", "venue": "x"}


def test_a_key_that_is_no_text_is_told() -> None:
    assert only(parse("a.yaml", "[a, b]: c\n")[1])[:3] == (1, 1, "a key must be a text")
    assert only(parse("a.yaml", "? {a: b}\n: c\n")[1])[:3] == (1, 3, "a key must be a text")


def test_a_tag_of_somebody_elses_program_is_told_and_never_run() -> None:
    node, problems = parse("a.yaml", "a: !include b.yaml\n")
    assert only(problems)[:3] == (1, 4, 'the tag "!include" is not read here')
    assert plain(node) == {"a": "b.yaml"}
    assert read("a: !!python/object/apply:os.system [exit]\n") == {"a": ["exit"]}


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ("a:\n\tb: c\n", (2, 1), "indent with spaces, not tabs"),
        ("a: b: c\n", (1, 5), 'check the indentation, or put quotes around a text that holds ": "'),
        ("a: 1\n b: 2\n", (2, 3), 'check the indentation, or put quotes around a text that holds ": "'),
        ("a:\n  - b\n c: d\n", (3, 2), "check the indentation of this line and of the ones above it"),
        ("a: b\nc\n", (3, 1), "write `key: value`, with a space after the colon"),
        ('a: "b\n', (1, 4), 'close it: "b"'),
        ("a: [b, c\nd: e\n", (2, 2), "separate with commas, and close the bracket"),
        ("a: @home\n", (1, 4), "put quotes around a text that starts with @, ` or %"),
        ("a: *b*\n", (1, 6), "put quotes around a text that starts with * or &"),
        ("a: *b\n", (1, 4), "put quotes around a text that starts with *"),
    ],
)
def test_a_slip_in_yaml_has_a_place_and_advice(text: str, place: tuple[int, int], hint: str) -> None:
    _, problems = parse("a.yaml", text)
    assert (only(problems)[:2], only(problems)[3]) == (place, hint)


def test_two_documents_in_one_file_are_told() -> None:
    node, problems = parse("a.yaml", "a: b\n---\nc: d\n")
    assert node is None
    assert only(problems)[:2] == (2, 1)


def test_the_byte_order_mark_and_windows_line_ends_are_read_over() -> None:
    text, problems = decode("a.yaml", b"\xef\xbb\xbfa: b\r\nc: d\re: f\r\n")
    assert (text, problems) == ("a: b\nc: d\ne: f\n", ())


def test_letters_are_composed_so_that_one_name_is_one_text() -> None:
    assert decode("a.yaml", "He\u0301le\u0300ne".encode())[0] == "Hélène"


def test_what_is_not_utf8_is_told_with_its_place() -> None:
    text, problems = decode("a.yaml", b"a: b\r\nnom: Qu\xe9rat\n")
    message = "the file is not UTF-8: byte 0xE9 is no text"
    assert (text, only(problems)) == ("", (2, 8, message, "save the file as UTF-8"))


@pytest.mark.parametrize("character", ["\0", "\x1b", "\x7f", "\x85", "\x9b", "\u2028", "\ue010", "\uffff"])
def test_what_cannot_be_printed_is_told_with_its_place(character: str) -> None:
    """Also where only some programs see a line break, and the marks that this one puts into pages."""
    message = f"the file holds an unprintable character, U+{ord(character):04X}"
    assert only(decode("a.md", f"a\r\nbc{character}d".encode())[1]) == (2, 3, message, "delete it")


def test_an_escape_smuggles_nothing_unprintable_in() -> None:
    _, problems = parse("a.yaml", 'a: b\nc: "x\\0y"\n')
    assert only(problems) == (2, 4, "the file holds an unprintable character, U+0000", "delete it")


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join(['*' + old] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "text",
    [BOMB, "&a [*a, *a]\n", "[" * 200_000, "{a: " * 50_000, "- " * 50_000, "? " * 50_000],
    ids=["aliases", "itself", "brackets", "braces", "dashes", "keys"],
)
def test_what_nests_or_repeats_without_end_is_told_not_run(text: str) -> None:
    node, problems = parse("a.yaml", text)
    assert node is None
    assert only(problems)[2] == "this file nests or repeats too much to be read"


def test_an_alias_is_read_where_it_stands() -> None:
    assert read("a: &x {b: c}\nd: *x\n") == {"a": {"b": "c"}, "d": {"b": "c"}}


HARD = ("no", "0123", "a: b", "- x", "~", "", " a", "é\nè", "#", "'", '"', "12:30", "!a", "*")


@pytest.mark.parametrize("value", HARD)
def test_what_is_written_back_reads_as_the_same_text(value: str) -> None:
    assert read(dump({"key": [value, {value or "k": value}]})) == {"key": [value, {value or "k": value}]}
