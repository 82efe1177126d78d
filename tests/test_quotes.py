"""A quote that breaks a file is told where it stands, not where the parser stumbles."""

import pytest

from palmarium.document import front_matter, parse
from palmarium.quotes import ending_at, open_quote

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
