from dataclasses import replace

from palmarium.problems import (
    Level,
    Problem,
    Span,
    any_error,
    counted,
    did_you_mean,
    folded,
    gathered,
    in_order,
    line_starts,
    lines,
    nearest,
    plain_ends,
    text,
)

WRONG = Problem("unknown-name", Span("editions/palmes/2011.yaml", 14, 12), '"X" is no name', 'did you mean "Y"?')
MILD = Problem("near-names", Span("editions/palmes/2011.yaml", 2), "two names look alike", level=Level.WARNING)


def shown(line: str | None) -> str:
    return text(WRONG, lambda span: line)


def test_the_text_form_has_place_level_message_code_source_caret_and_hint() -> None:
    assert shown("  voix-du-client: X") == (
        'editions/palmes/2011.yaml:14:12: error: "X" is no name  [unknown-name]\n'
        "   14 |   voix-du-client: X\n"
        "      |            ^\n"
        '   hint: did you mean "Y"?'
    )


def test_without_a_source_line_the_rest_is_still_told() -> None:
    assert shown(None) == (
        'editions/palmes/2011.yaml:14:12: error: "X" is no name  [unknown-name]\n   hint: did you mean "Y"?'
    )


def test_without_a_hint_nothing_is_hinted() -> None:
    assert text(MILD, lambda span: None) == "editions/palmes/2011.yaml:2:1: warning: two names look alike  [near-names]"


def test_the_caret_stands_below_its_column_in_a_line_of_any_length() -> None:
    line = "x" * 300 + "!" + "y" * 300
    source, caret = text(Problem("a", Span("a", 1, 301), "b"), lambda span: line).split("\n")[1:3]
    assert source[caret.index("^")] == "!"
    assert len(source) < 120


def test_tabs_and_escapes_in_the_source_neither_move_the_caret_nor_reach_the_terminal() -> None:
    line = "\ta:\x1b[31m no"
    source, caret = text(Problem("a", Span("a", 1, line.index("no") + 1), "b"), lambda span: line).split("\n")[1:3]
    assert source[caret.index("^") :] == "no"
    assert "\x1b" not in source


def test_problems_come_by_place_and_each_once() -> None:
    late, early = (Problem("a", Span("b.yaml", line), "m") for line in (10, 9))
    first = Problem("z", Span("a.yaml", 99), "m")
    assert in_order((late, early, late, first)) == (first, early, late)


def test_only_an_error_stops_a_build() -> None:
    assert any_error((MILD, WRONG))
    assert not any_error((MILD,))


def test_the_nearest_word_ignores_case_and_prefers_the_one_with_capitals() -> None:
    assert nearest("Mercedez-Benz", ("mercedes-benz", "Mercedes-Benz", "Leroy Merlin")) == "Mercedes-Benz"
    assert nearest("CITY", ("city", "country")) == "city"


def test_nothing_is_guessed_from_afar() -> None:
    assert did_you_mean("zzz", ("city", "country")) == ""
    assert did_you_mean("city", ()) == ""


def test_what_is_wrong_in_many_lines_is_told_once_with_all_of_them() -> None:
    many = [Problem("row", Span("t.csv", line), "no edition") for line in (3, 4, 5, 9)]
    assert [each.message for each in gathered(many)] == ["no edition (and in lines 4–5, 9)"]


def test_of_many_alike_the_first_are_told_and_the_lines_of_all() -> None:
    many = [Problem("value", Span("t.csv", line), f"{line} is no date") for line in range(1, 41)]
    told = gathered([*many, Problem("other", Span("t.csv", 7), "odd")])
    assert [each.message for each in told[:21]] == [
        *(f"{line} is no date" for line in range(1, 21)),
        "20 more like the ones above, in lines 21–40",
    ]
    assert [each.message for each in told[21:]] == ["odd"]


UNREAD = Problem("yaml", Span("e/2011.yaml", 3), "not YAML", "mend it", hides=(("edition", "p/2011"),))
MISSED = tuple(
    Problem("unknown-edition", Span(path, 5), '"p/2011" is not an edition', "x", needs=(("edition", "p/2011"),))
    for path in ("a.md", "b.md")
)


def test_what_a_cause_hides_is_folded_below_it_and_the_cause_stands_first() -> None:
    other = Problem("value", Span("a.md", 1), "no date", "write one")
    told = folded((*MISSED, other, UNREAD))
    assert [(each.code, len(each.below)) for each in told] == [("yaml", 2), ("value", 0)]
    assert told[0].below == MISSED


def test_of_those_that_miss_the_same_key_the_first_stands_for_the_others() -> None:
    first, second = MISSED
    assert folded((second, first)) == (replace(first, below=(second,)),)
    assert len(folded((first, replace(second, needs=(("edition", "p/2012"),))))) == 2


def test_a_cause_of_a_cause_holds_all_that_follows() -> None:
    merge = Problem("merge", Span("e/2011.yaml", 2), "a merge", "mend it", hides=(("file", "e/2011.yaml"),))
    assert [(each.code, len(each.below)) for each in folded((UNREAD, *MISSED, merge))] == [("merge", 3)]


def test_a_circle_of_causes_loses_nothing() -> None:
    one = Problem("a", Span("a", 1), "m", "h", needs=(("x", "1"),), hides=(("x", "2"),))
    two = Problem("b", Span("b", 1), "m", "h", needs=(("x", "2"),), hides=(("x", "1"),))
    told = folded((one, two))
    assert sum(1 + len(each.below) for each in told) == 2


def test_an_error_is_never_folded_below_a_warning() -> None:
    mild = replace(UNREAD, level=Level.WARNING)
    assert [each.code for each in folded((mild, MISSED[0]))] == ["unknown-edition", "yaml"]


def test_doubts_about_one_thing_have_nothing_else_in_common() -> None:
    one, two = (Problem("weekday", Span("a", line), "m", "h", needs=(("date", "p/1"),)) for line in (1, 2))
    assert folded((one, two)) == (one, two)


def test_consequences_are_shown_and_counted() -> None:
    [told] = folded((UNREAD, *MISSED))
    assert text(told, lambda span: None) == (
        "e/2011.yaml:3:1: error: not YAML  [yaml]\n"
        "   hint: mend it\n"
        "   2 consequences:\n"
        '      a.md:5:1: "p/2011" is not an edition  [unknown-edition]\n'
        '      b.md:5:1: "p/2011" is not an edition  [unknown-edition]'
    )
    assert counted((told,)) == "1 error and its 2 consequences"
    assert counted((told, UNREAD, MILD)) == "2 errors and their 2 consequences, 1 warning"


def test_many_consequences_are_counted_and_the_first_shown() -> None:
    missed = [replace(MISSED[0], span=Span("a.md", line)) for line in range(1, 31)]
    [told] = folded((UNREAD, *missed))
    shown = text(told, lambda span: None).split("\n")
    assert (shown[2], len(shown), shown[-1]) == ("   30 consequences:", 24, "      and 10 more")


def test_a_text_of_megabytes_is_not_shown_whole() -> None:
    long = Problem("x", Span("a.yaml"), "m" * 1_000_000, "h" * 1_000_000, below=(Problem("y", Span("b"), "n" * 9_000),))
    assert len(text(long, lambda span: None)) < 7_000


def test_lines_end_as_any_system_ends_them_and_only_there() -> None:
    for end in ("\n", "\r\n", "\r"):
        typed = f"a\u2028b{end}{end}c\x0cd{end}"
        assert lines(typed) == ["a\u2028b", "", "c\x0cd", ""]
        assert [typed[start:][:1] for start in line_starts(typed)] == ["a", end[0], "c", ""]
        assert plain_ends(typed) == "a\u2028b\n\nc\x0cd\n"
    assert lines("") == [""]
    assert line_starts("") == [0]


def test_errors_come_before_warnings_and_what_has_consequences_before_the_others() -> None:
    mild = Problem("a", Span("a.yaml", 1), "m", level=Level.WARNING)
    spoilt = Problem("a", Span("a.yaml", 2), "m", level=Level.WARNING, below=(mild,))
    wrong, cause = (Problem("a", Span("b.yaml", line), "m") for line in (3, 4))
    cause = replace(cause, below=(wrong,))
    assert in_order((mild, spoilt, wrong, cause)) == (cause, wrong, spoilt, mild)
