"""A slip is told where it stands, not where a parser stumbles, and whichever parser it is."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from palmarium.sources import yaml as document
from palmarium.sources.plaintext import unmerged
from palmarium.sources.syntax import ending_at, open_quote
from palmarium.sources.toml import read as toml
from palmarium.sources.yaml import front_matter, parse

OPEN = "this is not YAML: the quote that opens here is not closed on its line"
EARLY = "this is not YAML: the quoted text ends here, and more follows"


def told(text: str) -> tuple[int, int, str, str]:
    _, [problem] = parse("a.yaml", text)
    return problem.span.line, problem.span.column, problem.message, problem.hint


@pytest.mark.parametrize(
    ("text", "line", "column", "hint"),
    [
        ('ordinal: 3\ntheme: "la confiance\nhosts: [Ann]\n', 2, 8, 'close it: "la confiance"'),
        ('theme: "la confiance\nnote: "le soir"\nlabel: x\n', 1, 8, 'close it: "la confiance"'),
        ("theme: 'la confiance\nnote: 'le soir'\nlabel: x\n", 1, 8, "close it: 'la confiance'"),
        ('hosts:\n  - "Ann\n  - "Ben"\n', 2, 5, 'close it: "Ann"'),
        ('hosts:\n  - name: "Ann\n    role: "x"\n', 2, 11, 'close it: "Ann"'),
        ('a: {t: "x, u: 1}\nb: {t: "y", u: 1}\n', 1, 8, 'close it: "x"'),
        ('a: ["x, y]\nb: "z"\n', 1, 5, 'close it: "x"'),
        ('a: "x"\nb: "y z   \nc: 1\n', 2, 4, 'close it: "y z"'),
        ('# it\'s "so\na: "x\nb: 1\n', 2, 4, 'close it: "x"'),
        ('a: |\n  say "x\n  b: "\nc: "y\nd: 1\n', 4, 4, 'close it: "y"'),
        ('- "a\n- b\n', 1, 3, 'close it: "a"'),
        ('a: "x\n', 1, 4, 'close it: "x"'),
        ('a: "x', 1, 4, 'close it: "x"'),
        ('a: l\'an dit "oui"\nb: "y\nc: z\n', 2, 4, 'close it: "y"'),
        ('a: "b \\" c\nd: e\n', 1, 4, 'close it: "b \\" c"'),
    ],
)
def test_an_open_quote_is_told_where_it_opens(text: str, line: int, column: int, hint: str) -> None:
    assert told(text) == (line, column, OPEN, hint)


@pytest.mark.parametrize(
    ("text", "line", "column", "quote"),
    [
        ('ordinal: 3\nsays: "Le "grand" prix"\n', 2, 11, '\\"'),
        ("a: 'l'an 2000'\n", 1, 6, "''"),
        ('a: ["x"y, z]\n', 1, 7, '\\"'),
    ],
)
def test_a_quote_that_closes_too_early_is_told_where_it_closes(text: str, line: int, column: int, quote: str) -> None:
    assert told(text) == (line, column, EARLY, f"inside these quotes, write a quote as {quote}")


@pytest.mark.parametrize(
    "text",
    [
        'a: "x\n  y: z"\nb: [\n',
        "a: 'x''y'\nb: c: d\n",
        't: |\n  a: "x\n  b: 1\n\n  c\nu: [\n',
        't: >-\n  "x\nu: [\n',
        '# say "x\na: b: c\n',
        'a: l"an\nb: c: d\n',
        "a: l'an\nb: c: d\n",
        'a: b: c\nd: "x\n',
        'a: "x" # it\'s "so\nb: c: d\n',
    ],
)
def test_another_mistake_is_told_as_before(text: str) -> None:
    assert told(text)[2] not in (OPEN, EARLY)


def test_in_front_matter_the_line_is_that_of_the_file() -> None:
    _, _, _, [problem] = front_matter("a.md", '---\ntitle: "Pies\nkind: brief\n---\nText.\n')
    assert (problem.span.line, problem.span.column, problem.message) == (2, 8, OPEN)


def test_a_quote_counts_only_where_a_text_may_begin() -> None:
    assert open_quote("a: b 'c\nd: e\n", 12) is None
    assert ending_at('a: "b"\n', 6) is not None
    assert ending_at('a: "b"\n', 5) is None


BOTH = [yaml.SafeLoader, *([yaml.CSafeLoader] if hasattr(yaml, "CSafeLoader") else [])]
LIST = "this list or table can't be read: texts stand in quotes, commas between them"
COLON = 'this text holds ": ", as only a key does'


@pytest.mark.parametrize("loader", BOTH)
@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [
        ("a: X\nlive Whin\nb: Y\n", 2, 1, "this line has no colon", "write `live: Whin`"),
        ("live Whin\nother: x\n", 1, 1, "this line has no colon", "write `live: Whin`"),
        ("r:\n  live Whin Bay\n  b: X\n", 2, 3, "this line has no colon", "write `live: Whin Bay`"),
        ("a: b\nc\n", 2, 1, "this line has no colon", "write `c: …`"),
        ("r:\n  live:Whin\n  b: X\n", 2, 7, "a space is missing behind the colon", "write `live: Whin`"),
        ("a: {b: A, c: 1\nd: B\n", 1, 4, "the { that opens here is not closed", "close it: `{b: A, c: 1}`"),
        ("r:\n  a: [A, B,\n  d: C\n", 2, 6, "the [ that opens here is not closed", "close it: `[A, B]`"),
        ("a: {b: [c, d}\n", 1, 13, "this } closes a [", "write ] instead"),
        ("a: {b: c}}\n", 1, 10, "this } closes nothing", "delete it"),
        (
            "a: {b: c} d: e\n",
            1,
            11,
            "more stands behind the bracket that closes here",
            'put a line of its own, or quotes around the whole text: `a: "{b: c} d: e"`',
        ),
        (
            "a: {b: Band #2, c: 1}\nd: x\n",
            1,
            13,
            "the { of this line is not closed before the comment",
            'the line ends before " #": put quotes around the text that holds it',
        ),
        ("title: A: b\n", 1, 9, COLON, 'put quotes around it: `title: "A: b"`'),
        ("title: “A: b”\n", 1, 10, COLON, 'put quotes around it: `title: "A: b"`'),
        (
            "l: {n: A, citation: A record: colder}\n",
            1,
            29,
            COLON,
            'put quotes around it: `citation: "A record: colder"`, '
            "or a comma before the next key: `citation: A, record: colder`",
        ),
        (
            "l: {n: A rank: 1}\n",
            1,
            14,
            COLON,
            'put quotes around it: `n: "A rank: 1"`, or a comma before the next key: `n: A, rank: 1`',
        ),
        ("a:\n\tb: c\n", 2, 1, "a tab stands in the indentation", "indent with spaces, not tabs: `  b: c`"),
        (
            "a: 1\n b: 2\n",
            2,
            2,
            "this line is indented by 1, those above by 0",
            "begin it below the others: `b: 2`",
        ),
        (
            "r:\n  a: b\n c: d\n",
            3,
            2,
            "this line is indented by 1, those above by 0 or 2",
            "begin it below the others: `  c: d`",
        ),
        (
            "j:\n  - n: A\n   r: x\n",
            3,
            4,
            "this line is indented by 3, those above by 0 or 4",
            "begin it below the others: `    r: x`",
        ),
        (
            "- a\nb: c\n",
            2,
            1,
            "a key stands among the items of a list",
            "write `- b: c`, or indent it below the key it belongs to",
        ),
        (
            "a: - b\n",
            1,
            4,
            "a list can't begin on the line of its key",
            "put it on a line of its own, or write `a: [b]`",
        ),
        ("a: -\n", 1, 4, "a dash alone begins a list", 'write `a: "-"` if it is a text, or nothing behind the colon'),
        ("a = 3\nb: c\n", 1, 1, "this line has no colon", "write `a: 3`"),
        ("a: >\nText\nb: c\n", 2, 1, "the text that the line above announces is not indented", "write `  Text`"),
        (
            "a: |\n  b\n c\n",
            3,
            1,
            "this line stands further left than the text it goes on with",
            "indent it as far as its first line: `  c`",
        ),
        ("a: @home\n", 1, 4, "a text can't begin with @", 'put quotes around it: `a: "@home"`'),
        ("a: {b: `x, c: d}\n", 1, 8, "a text can't begin with `", 'put quotes around it: `b: "`x"`'),
        ("a: *Star*\n", 1, 4, "a text can't begin with *", 'put quotes around it: `a: "*Star*"`'),
        ("- A\n- *B\n", 2, 3, "a text can't begin with *", 'put quotes around it: `- "*B"`'),
        ("a: %x\n", 1, 4, "a text can't begin with %", 'put quotes around it: `a: "%x"`'),
        ("%x\na: b\n", 1, 1, "a text can't begin with %", 'put quotes around it: `"%x"`'),
        ("a: |x\n  b\n", 1, 4, "a text can't begin with |", 'put quotes around it: `a: "|x"`'),
        ("a: ,x\n", 1, 4, "a text can't begin with ,", 'put quotes around it: `a: ",x"`'),
        ("a: b\n---\nc: d\n", 2, 1, "a second document begins here", "delete this line"),
        (
            ": x\n",
            1,
            1,
            "this line, or the one above it, can't be read",
            "look for a quote, a bracket, a colon or an indentation that is not as in the lines around it",
        ),
    ],
)
def test_a_slip_is_told_at_its_own_line_with_the_text_to_write(
    text: str, line: int, column: int, message: str, hint: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document, "_LOADER", loader)
    assert told(text) == (line, column, f"this is not YAML: {message}", hint)


@pytest.mark.parametrize("loader", BOTH)
@given(text=st.text("ab:-{}[],#&*!|>'\"%@? \n\té", max_size=40))
def test_whatever_is_typed_is_read_or_told_with_a_hint(text: str, loader: type) -> None:
    before, document._LOADER = document._LOADER, loader
    _, problems = parse("a.yaml", text)
    document._LOADER = before
    assert all(problem.hint and 1 <= problem.span.line <= text.count("\n") + 1 for problem in problems)


def test_a_large_broken_text_is_looked_at_once() -> None:
    rows = "".join(f"k{number}: {{laureate: A, note: 'b c'}}\n" for number in range(20_000))
    assert told(rows + "x: {y\n")[:2] == (20_001, 4)


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "hint"),
    [
        ("title = A b\n", 1, 9, "a text stands in double quotes", '`title = "A b"`'),
        ("title = “A”\n", 1, 9, "a text stands in double quotes", '`title = "A"`'),
        ('a = 1\ntitle: "A"\n', 2, 6, "a value stands behind =, not behind a colon", '`title = "A"`'),
        ("a = 4,5\n", 1, 5, "a text stands in double quotes", "`a = 4.5`"),
        ("a = 1,500\n", 1, 5, "a text stands in double quotes", "`a = 1500`"),
        ("points]\na = 1\n", 1, 1, "a heading stands in square brackets", "`[points]`"),
        ("title: A\n", 1, 6, "a value stands behind =, not behind a colon", '`title = "A"`'),
        ("title =\n", 1, 8, "this key has no value", '`title = "…"`'),
        ('title "A"\n', 1, 1, "this line has no =", '`title = "A"`'),
        ('title = "A\nb = 2\n', 1, 9, "the text in quotes ends too early, or not at all", '`title = "A"`'),
        ('t = "A" b"\n', 1, 5, "the text in quotes ends too early, or not at all", '`t = "A\\" b"`'),
        ('p = "C:\\x"\n', 1, 5, "a \\ in quotes is doubled", '`p = "C:\\\\x"`'),
        ("cards = True\n", 1, 9, "true and false are written small", "`cards = true`"),
        ("cards = no\n", 1, 9, "true and false are written small", "`cards = false`"),
        ('my title = "x"\n', 1, 1, "a key is letters, digits, _ and -, or stands in quotes", '`"my title" = "x"`'),
        ("[checks\nx = 1\n", 1, 1, "this heading can't be read", "`[checks]`"),
        ("[[navigation]\n", 1, 1, "this heading can't be read", "`[[navigation]]`"),
        (
            "compress = [br, gz]\n",
            1,
            12,
            LIST,
            '`compress = ["br", "gz"]`',
        ),
        (
            'x = {a: "b", c = d}\n',
            1,
            5,
            LIST,
            '`x = {a = "b", c = "d"}`',
        ),
        ('t = """a\nb"""\nc = d\n', 3, 5, "a text stands in double quotes", '`c = "d"`'),
    ],
)
def test_a_slip_in_toml_is_told_with_the_line_to_write(
    text: str, line: int, column: int, message: str, hint: str
) -> None:
    _, [problem] = toml("a.toml", text)
    assert (problem.span.line, problem.span.column) == (line, column)
    assert (problem.message, problem.hint) == (f"this is not TOML: {message}", f"write {hint}")


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("a = 1\nb = 2\na = 3\n", 3, "delete one, or join the two"),
        ("[x]\na = 1\n[x]\nb = 2\n", 3, "delete one, or join the two"),
        ("[x]\na = 1\n[[x]]\nb = 2\n", 3, "write `[[x]]` in the place of the other, `[x]`, too"),
        ("[[x]]\na = 1\n[x]\nb = 2\n", 3, "delete one, or join the two"),
        ('e = [\n {x = "a"}\n {x = "b"}\n]\n', 1, "put a comma behind each of its rows, and close it with ]"),
    ],
)
def test_what_is_wrong_over_several_lines_of_toml_has_its_place_too(text: str, line: int, hint: str) -> None:
    _, [problem] = toml("a.toml", text)
    assert (problem.span.line, problem.hint) == (line, hint)


@given(text=st.text("ab=[]{}\"',.#: \n\t1é“", max_size=40))
def test_whatever_is_typed_in_toml_is_read_or_told_with_a_hint(text: str) -> None:
    _, problems = toml("a.toml", text)
    assert all(problem.hint and 1 <= problem.span.line <= text.count("\n") + 1 for problem in problems)


MERGE = "<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> other\n"


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("a.yaml", MERGE, 1),
        ("a.yaml", "note: |\n  <<<<<<< HEAD\n  One\n  =======\n", 2),
        ("site.toml", 'x = "y"\n=======\n', 2),
        ("a.md", "Text\n\n>>>>>>> theirs\n", 3),
        ("a.md", "Text\n||||||| base\n", 2),
        ("a.md", "Text\n\n=======\nText\n", 3),
        ("a.po", 'msgid "a"\n=======\n', 2),
        ("a.css", "a {}\r\n<<<<<<< HEAD\r\n", 2),
    ],
)
def test_a_merge_that_was_left_unfinished_is_told_at_its_first_mark(path: str, text: str, line: int) -> None:
    problem = unmerged(path, text)
    assert problem
    assert (problem.span.line, problem.message) == (line, "a merge was left unfinished here")
    assert problem.hint == (
        "keep one of the two versions, and delete the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>"
    )


@pytest.mark.parametrize(
    ("path", "text"),
    [("a.md", "Heading\n=======\n"), ("a.md", ">>>>>> deep\n<<<<<<<<\n"), ("a.yaml", "note: <<<<<<< x\n")],
)
def test_what_is_no_mark_of_a_merge_is_left_alone(path: str, text: str) -> None:
    assert unmerged(path, text) is None


def test_in_lines_of_code_a_mark_is_a_sample() -> None:
    assert unmerged("a.md", "```\n<<<<<<< HEAD\n```\n", (1, 2, 3)) is None


@pytest.mark.parametrize(
    ("text", "line", "column", "hint"),
    [
        ("results:\n  jury: ex aequo\n    - {laureate: Ann}\n    - Ben\n", 2, 9, "take the text away: `  jury:`"),
        ('hosts: "the same"\n- Ann\n', 1, 8, "take the text away: `hosts:`"),
        ("a:\n  - b: x\n    c: y\n      - z: 1\n", 3, 8, "take the text away: `    c:`"),
    ],
)
def test_a_text_above_a_list_is_told_where_it_stands(text: str, line: int, column: int, hint: str) -> None:
    assert told(text) == (line, column, "this is not YAML: this key has a text, and a list below it", hint)


def test_a_key_below_a_text_may_belong_to_it() -> None:
    assert told("results:\n  pie: Ann Crust\n    role: baker\n")[3] == (
        "begin it below the others: `  role: baker`; if it belongs to the text above it, write "
        "`pie: {…: Ann Crust, role: baker}`, with the key of that text"
    )
    assert told("results:\n  pie: Ann\n   tart: Ben\n")[3] == "begin it below the others: `  tart: Ben`"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("partners:\n  -{name: Mill, as: miller}\n", "write `  - {name: Mill, as: miller}`"),
        ("partners:\n  -name: Mill\n   as: miller\n", "write `  - name: Mill`"),
        (
            "ordinal: 3\n  pie: Ann Crust\n  tart: Ben Dough\n",
            "a line is missing above it, with the key to which these lines belong, such as `results:`; "
            "or begin it below the others: `pie: Ann Crust`",
        ),
        ("ordinal: 3\n  pie: Ann Crust\ntheme: Butter\n", "begin it below the others: `pie: Ann Crust`"),
    ],
)
def test_a_dash_without_a_space_and_a_lost_key_are_told_with_what_to_write(text: str, hint: str) -> None:
    assert told(text)[3].startswith(hint)
