from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmarium.importing.tables.repair import repair, repair_text
from palmarium.importing.tables.table import Cell, Reading, Row, Table
from palmarium.problems import Level, Problem, Span


def of(*texts: Cell) -> Table:
    return Table(("winner",), tuple(Row(Span("pies.csv", line), (text,)) for line, text in enumerate(texts, 2)))


def mended(*texts: Cell) -> tuple[list[Cell], tuple[Problem, ...]]:
    found, problems = repair(of(*texts))
    return [row.cells[0] for row in found.rows], problems


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (
            "Pies &amp; Cie",
            "Pies & Cie",
            'HTML entities in 1 cell: read as the characters meant; here "Pies &amp; Cie" became "Pies & Cie"',
        ),
        (
            "Caf&amp;eacute; &#233;t&#xE9;",
            "Café été",
            "HTML entities in 1 cell: read as the characters meant; "
            'here "Caf&amp;eacute; &#233;t&#xE9;" became "Café été"',
        ),
        (
            "CrÃ¨me brÃ»lÃ©e",
            "Crème brûlée",
            'letters garbled by a wrong encoding in 1 cell: mended; here "CrÃ¨me brÃ»lÃ©e" became "Crème brûlée"',
        ),
        (
            "Ada\u00a0Crumb",
            "Ada Crumb",
            r'spaces that do not break in 1 cell: read as plain ones; here "Ada\u00a0Crumb" became "Ada Crumb"',
        ),
        (
            "Ada\u200bCrumb",
            "AdaCrumb",
            r'zero-width spaces or soft hyphens in 1 cell: left out; here "Ada\u200bCrumb" became "AdaCrumb"',
        ),
        (
            "Ada\x0bCrumb",
            "Ada\nCrumb",
            r'line breaks of another kind in 1 cell: read as newlines; here "Ada\u000bCrumb" became "Ada\u000aCrumb"',
        ),
        ("Ada\x07", "Ada", r'control characters in 1 cell: left out; here "Ada\u0007" became "Ada"'),
        ("Zoe\u0301", "Zoé", "letters put together from a letter and an accent in 1 cell: read as one letter"),
        ("<b>Ada</b> Crumb", "Ada Crumb", 'HTML tags in 1 cell: left out; here "<b>Ada</b> Crumb" became "Ada Crumb"'),
        ("Ada[1]", "Ada", 'footnote marks in 1 cell: left out; here "Ada[1]" became "Ada"'),
        (
            "2017.0",
            "2017",
            'years written as decimal numbers in 1 cell: read as years; here "2017.0" became "2017"',
        ),
        (
            "2014-12-31 00:00:00",
            "2014-12-31",
            'hours of midnight behind days in 1 cell: left out; here "2014-12-31 00:00:00" became "2014-12-31"',
        ),
        ("Zo\ufffd", "Zo\ufffd", "U+FFFD, where an earlier program lost a character in 1 cell: left as they are"),
    ],
)
def test_what_is_sure_is_mended_and_said(before: str, after: str, message: str) -> None:
    texts, problems = mended("Bo", before)
    assert texts == ["Bo", after]
    assert [(p.message, p.span, p.level) for p in problems] == [(message, Span("pies.csv", 3), Level.WARNING)]


@pytest.mark.parametrize(
    "text",
    [
        "  Ada  Crumb ",
        "AT&T; R&D",
        "a?x=1&copyright;",
        "L’Été « à la carte » – ©",
        "ÉTÉ À LA MER",
        "Nestlé®",
        "夏目　漱石",
        "می‌خواهم",
        "Ada\tCrumb\n(twice)",
        "10 × 3 ± 2 €",
        "Antê muerta que çençiya",
        "Ελλάδα",
        "a < b, c > d <ok>",
        "[Rec]",
        "[1]",
        "M*A*S*H",
        "*",
        "A*",
        "x = 3.0",
        "10:00:00",
        "3.0",
    ],
)
def test_what_somebody_wrote_stays(text: str) -> None:
    assert mended(text) == ([text], ())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Good.<br>Very good", "Good.\nVery good"),
        ("<p>Good.</p><p>Better</p>", "Good.\n\nBetter"),
        ("&lt;i&gt;Loaf&lt;/i&gt;", "Loaf"),
        ('<a href="https://x.example/">Ada</a><!-- new -->', "Ada"),
        ("Ada<sup>1</sup>", "Ada"),
        ("<em>Ada</em><sup>[a]</sup>", "Ada"),
        ("5 km<sup>2</sup>", "5 km2"),
        ("Ada <ref name=x>so</ref>", "Ada "),
        ("Ada [note 3]", "Ada"),
        ("Ada[^2], Bo[b]", "Ada, Bo"),
        ("Ada Crumb*", "Ada Crumb"),
        ("The Loaf (2012)†", "The Loaf (2012)"),
    ],
)
def test_tags_and_marks_are_left_out_however_they_stand(before: str, after: str) -> None:
    texts, problems = mended(before)
    assert texts == [after]
    assert {problem.code for problem in problems} <= {"repaired-tags", "repaired-footnotes", "repaired-entities"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("~~Ada~~ Bo", "Bo"),
        ("Bo ~Ada~", "Bo"),
        ("<s>Ada <b>Crumb</b></s> Bo", "Bo"),
        ('Bo <del class="x">(out)</del> Rye', "Bo Rye"),
        ("<strike>Ada</strike>", ""),
        ("A\u0336d\u0336a\u0336 Bo", "Bo"),
    ],
)
def test_struck_text_is_nobody_and_told(before: str, after: str) -> None:
    texts, problems = mended(before)
    assert texts == [after]
    assert [(problem.code, problem.hint) for problem in problems] == [
        ("repaired-struck", 'if they mean something: `keep = ["struck"]` in `[read]`')
    ]
    kept = Table(("winner",), (Row(Span("t.csv", 2), (before,)),), Reading(keep=("struck", "tags")))
    assert repair(kept) == (kept, ())


@pytest.mark.parametrize(
    "text", ["~", "about ~20", "~20 and ~30", "a~b~c", "Ada ~ Bo ~ Cy", "~~~", "<s>Ada", "a < s > b"]
)
def test_a_tilde_alone_strikes_nothing(text: str) -> None:
    assert not any(problem.code == "repaired-struck" for problem in mended(text)[1])


def test_cells_set_apart_by_a_tag_are_told() -> None:
    [tags, apart] = mended("<b>Ada</b>", "Bo")[1]
    assert (tags.code, apart.code, apart.span.line) == ("repaired-tags", "uneven-emphasis", 2)
    assert apart.message == (
        'in the column "winner" "<b>Ada</b>" is set apart from other cells, in lines 2: all are read alike'
    )
    assert "uneven-emphasis" not in {each.code for each in mended("<b>Ada</b>", "<b>Bo</b>", "")[1]}
    assert "uneven-emphasis" not in {each.code for each in mended("<i>The Loaf</i> by Ada", "Bo")[1]}
    assert mended("<b>Ada</b>; Bo")[1][1].message.startswith('in the column "winner" a part of "<b>Ada</b>; Bo" is')


def test_what_may_be_meant_can_be_kept() -> None:
    table = Table(("winner[1]",), (Row(Span("t.csv", 2), ("<b>Ada</b>*",)),), Reading(keep=("tags", "footnotes")))
    assert repair(table) == (table, ())
    found, problems = repair(replace(table, how=Reading(keep=("tags",))))
    assert (found.columns, found.rows[0].cells) == (("winner",), ("<b>Ada</b>",))
    assert problems[0].hint == 'if they mean something: `keep = ["footnotes"]` in `[read]`'
    nested, _ = repair(replace(table, columns=("names[1]",), how=Reading(rows="[]")))
    assert nested.columns == ("names[1]",)
    [wrong] = repair(replace(table, how=Reading(keep=("tag",))))[1]
    assert (wrong.message, wrong.hint) == ('"tag" is nothing that can be kept', 'did you mean "tags"?')


def test_each_kind_is_told_once_with_its_count_and_its_first_line() -> None:
    texts, problems = mended("Bo", "A\u00a0B", "C\u00a0D&amp;", ("E\u00a0F", "G"))
    assert texts == ["Bo", "A B", "C D&", ("E F", "G")]
    assert [(p.code, p.span.line, p.message.split(":")[0]) for p in problems] == [
        ("repaired-entities", 4, "HTML entities in 1 cell"),
        ("repaired-spaces", 3, "spaces that do not break in 3 cells, in lines 3–5"),
    ]


def test_columns_are_mended_and_stay_apart() -> None:
    found, _ = repair(Table(("A&amp;B", "A&B"), (Row(Span("pies.csv", 2), ("Ada", "Bo")),)))
    assert found.columns == ("A&B", "A&B (2)")


@given(st.text(st.characters(), max_size=30))
def test_what_is_mended_can_be_written(text: str) -> None:
    after = repair_text(text)
    after.encode()
    assert not {"\r", "\u00a0", "\u200b", "\0"} & set(after)


@pytest.mark.parametrize("text", ["#REF!", "#N/A", "#DIV/0!", "#NAME?", "Err:502", " #VALUE! "])
def test_what_a_spreadsheet_shows_for_an_error_is_empty_and_told(text: str) -> None:
    cells, problems = mended(text)
    assert cells == [""]
    assert [each.message for each in problems] == [
        f'errors of a spreadsheet in 1 cell: read as empty; here "{text}"',
    ]


def test_a_formula_is_told_and_stays() -> None:
    text = '=HYPERLINK("https://example.org", "Ann")'
    cells, problems = mended(text)
    assert cells == [text]
    assert [each.message for each in problems] == [
        'formulas in 1 cell: not worked out, and read as they stand; here "=HYPERLINK("https://example.org", "Ann")"'
    ]


@pytest.mark.parametrize("text", ["#metoo", "= mc²", "#1", "=", "Error: 502", "#REF! by Ann"])
def test_what_only_begins_as_a_formula_or_an_error_stays(text: str) -> None:
    assert mended(text) == ([text], ())
