import pytest

from palmarium.problems import Level, Problem
from palmarium.sources.nodes import Node
from palmarium.sources.plaintext import decode
from palmarium.sources.yaml import dump, front_matter, parse


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
    for tag in ("!include", "!!python/object/apply:os.system", "!!binary", "!!str", "!", "!<tag:yaml.org,2002:int>"):
        node, problems = parse("a.yaml", f"a: {tag} b.yaml\n")
        assert only(problems) == (
            1,
            4,
            f'the tag "{tag}" is not read here',
            f'delete it, or put quotes around it: "{tag} b.yaml"',
        )
        assert plain(node) == {"a": "b.yaml"}


def test_a_mark_that_nothing_uses_is_a_text_without_its_quotes() -> None:
    _, problems = parse("a.yaml", "a: &Barr\nb: [&C d]\n")
    message = '"&Barr" is no text here: YAML reads it as a mark'
    assert [p.span.line for p in problems] == [1, 2]
    assert (problems[0].message, problems[0].hint) == (message, 'put quotes around it: "&Barr"')


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ("a: Band #2\n", (1, 8), 'write "Band #2" if it belongs to the text, or a space behind # if not'),
        ("a: #2\n", (1, 3), 'write "#2" if it belongs to the text, or a space behind # if not'),
        (
            'a:\n  - The #1 "keeper"\n',
            (2, 8),
            'write "The #1 \\"keeper\\"" if it belongs to the text, or a space behind # if not',
        ),
        (
            "a: {b: Band #2\n  , c: d}\n",
            (1, 12),
            'write "Band #2" if it belongs to the text, or a space behind # if not',
        ),
        ("a: “2021”\n", (1, 4), 'write "2021", or "“2021”" to print them'),
        ("a: [‘x’, y]\n", (1, 5), 'write "x", or "‘x’" to print them'),
        (
            "a:\n  -Ann\n  -Ben\n",
            (3, 3),
            "write `- Ben`, below a key that has no text on its own line; or quotes around the whole text",
        ),
        (
            "a: Ann\n  - Ben\n",
            (2, 3),
            "write `- Ben`, below a key that has no text on its own line; or quotes around the whole text",
        ),
        (
            "a: b\n  city:Brest\n",
            (2, 3),
            "write `city: Brest`, below a key that has no text on its own line; or quotes around the whole text",
        ),
    ],
)
def test_a_text_that_is_not_what_was_meant_is_a_warning(text: str, place: tuple[int, int], hint: str) -> None:
    node, problems = parse("a.yaml", text)
    assert node
    assert (only(problems)[:2], only(problems)[3]) == (place, hint)
    assert [(p.code, p.level) for p in problems] == [("doubtful-text", Level.WARNING)]


@pytest.mark.parametrize(
    "text",
    [
        "a: b # c\n",
        "a: b # \n",
        'a: "Band #2"\n',
        "a: C#\n",
        "a: x#y\n",
        'a: "“2021”"\n',
        "a: “b” and “c”\n",
        "a: l’an\n",
        "a: a text\n  that goes on – https://example.org\n  - 2 %\n",
        "a: |\n  x #1\n  -y\n",
        "#1\na: b\n",
        "a: R&D, A & B!\n",
        "a: &x b\nc: *x\n",
    ],
)
def test_what_is_meant_so_is_left_alone(text: str) -> None:
    assert parse("a.yaml", text)[1] == ()


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


@pytest.mark.parametrize(
    "character",
    ["\0", "\x1b", "\x7f", "\x85", "\x9b", "\u2028", "\u202e", "\u2066", "\U000e0041", "\ue010", "\uffff"],
)
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


@pytest.mark.parametrize("item", ["a", "b #", "!c d", "{e: f}"])
def test_one_line_that_holds_a_whole_file_is_looked_at_once(item: str) -> None:
    """Were each item to look at the rest of its line, this test would take minutes."""
    node, _ = parse("a.yaml", f"a: [{', '.join([item] * 30_000)}]\n")
    assert node is None or len(node.pairs[0].value.elements) == 30_000


def test_an_alias_is_read_where_it_stands() -> None:
    assert read("a: &x {b: c}\nd: *x\n") == {"a": {"b": "c"}, "d": {"b": "c"}}


HARD = ("no", "0123", "a: b", "- x", "~", "", " a", "é\nè", "#", "'", '"', "12:30", "!a", "*")


@pytest.mark.parametrize("value", HARD)
def test_what_is_written_back_reads_as_the_same_text(value: str) -> None:
    assert read(dump({"key": [value, {value or "k": value}]})) == {"key": [value, {value or "k": value}]}


def test_a_value_of_a_megabyte_is_told_at_its_line_and_nothing_else_reads_it() -> None:
    node, problems = parse("a.yaml", f"a: b\nc: {'x' * 20_001}\nd: {'y' * 20_000}\n")
    said = "a text of 20,001 letters is too long to be one value: 20,000 are the most"
    assert only(problems)[:3] == (2, 4, said)
    assert node
    assert [len(pair.value.value or "") for pair in node.pairs] == [1, 500, 20_000]


def test_a_line_of_very_many_letters_that_is_no_yaml_is_told_without_a_search_for_the_cause() -> None:
    said = "this is not YAML: a line of 150,003 letters can't be read from here on"
    node, [problem] = parse("a.yaml", f"a: b\n{'k' * 150_000}: x\nc: d\n")
    assert (node, problem.span.line, problem.message) == (None, 2, said)
    assert problem.hint == "write each key on a line of its own; a long text stands below the front matter"
    node, problems = parse("a.yaml", f"a: [{', '.join(['x'] * 50_000)}]\n")
    assert (node is not None, problems) == (True, ())
