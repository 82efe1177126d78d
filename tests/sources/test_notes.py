"""Notes of a text: where they stand, and what is told of those that don't fit together."""

import re

import pytest

from palmarium.problems import Level
from palmarium.sources.markdown import convert
from tests.resolved import lines


def html(text: str) -> str:
    prose, problems = convert("a.md", text, 1, "fr")
    assert problems == ()
    return "".join(map(str, prose.pieces))


def order(made: str, *parts: str) -> bool:
    places = [made.index(part) for part in parts]
    return places == sorted(places)


def test_a_note_stands_behind_the_paragraph_that_calls_it_and_not_at_the_end() -> None:
    made = html("Un[^1].\n\nDeux.\n\n[^1]: Note.")
    assert order(made, "Un<sup", '<div class="note" id="fn:1" role="note">', "<sup>1</sup> Note.", "Deux.")
    assert made.count("Note.") == 1
    assert 'href="#fn:1"' in made
    assert 'href="#fnref:1"' in made


def test_notes_of_one_paragraph_stand_together_each_with_its_number() -> None:
    made = html("Un[^b] deux[^a].\n\nTrois[^c].\n\n[^a]: Note a.\n[^b]: Note b.\n[^c]: Note c.")
    assert made.count('<div class="notes">') == 2
    assert order(made, "Un", "<sup>1</sup> Note a.", "<sup>2</sup> Note b.", "Trois", "<sup>3</sup> Note c.")


@pytest.mark.parametrize("block", ["<div>b</div>", "{{ jury p/1 }}", "- b\n    - c", "> b", "```\n    b\n    ```"])
def test_a_note_may_be_any_block(block: str) -> None:
    made = html(f"Un[^1].\n\n[^1]: {block}")
    assert order(made, "<p><sup>1</sup>", "b" if "jury" not in block else "Block", "footnote-backref")
    assert not re.search("[\ue000-\ue0ff]", made)


def test_a_note_called_twice_stands_once_with_two_ways_back() -> None:
    made = html("Un[^1].\n\nDeux[^1].\n\n[^1]: Note.")
    assert order(made, "Un", "Note.", "Deux")
    assert made.count("footnote-backref") == 2


def test_a_note_of_a_note_a_heading_or_a_list_is_found_too() -> None:
    made = html("## Un[^1]\n\n- Deux[^2]\n\n[^1]: Note a[^3].\n[^2]: Note b.\n[^3]: Note c.")
    assert order(made, "<h2", "Note a", "Note c", "<li>Deux", "Note b")


def test_a_call_without_a_note_is_told_and_the_near_one_offered() -> None:
    _, problems = convert("a.md", "Un[^jury], `[^code]`, \\[^rien].\n\n[^jurry]: Note.", 5, "fr")
    assert lines(problems) == [
        'a.md:5:3: "[^jury]" calls a note that is not there  [broken-note]',
        'a.md:7:1: nothing calls the note "[^jurry]"  [broken-note]',
    ]
    assert [problem.hint for problem in problems] == [
        'did you mean "jurry"?',
        "write [^jurry] behind the words it is about",
    ]
    assert [problem.level for problem in problems] == [Level.ERROR, Level.WARNING]


def test_a_call_by_number_says_how_a_note_is_written() -> None:
    _, [problem] = convert("a.md", "Un[^1].", 1, "fr")
    assert problem.hint == "write it on a line of its own, behind a blank one: [^1]: …"


@pytest.mark.parametrize(
    "line",
    [
        "^1]: Two.",
        "[^1: Two.",
        "[^1]; Two.",
        "[^1]. Two.",
        "(^1): Two.",
        "[^1}: Two.",
        "^1: Two.",
        "1]: Two.",
        "[[^1]]: Two.",
    ],
)
def test_a_note_without_one_of_its_signs_is_told_there_and_not_at_its_call(line: str) -> None:
    _, [problem] = convert("a.md", f"One.[^1]\n\n{line}", 1, "en")
    assert (problem.code, problem.span.line, problem.hint) == ("broken-note", 3, "write [^1]: Two.")
    assert convert("a.md", f"One.[^1]\n\n{problem.hint.removeprefix('write ')}", 1, "en")[1] == ()


@pytest.mark.parametrize(
    "text", ["One.\n^2 of it.", "One\n[^1]; and two.\n\n[^1]: Two.", "2: one.", "(1): one.", "10: 30"]
)
def test_what_looks_like_the_beginning_of_a_note_may_be_words(text: str) -> None:
    assert convert("a.md", text, 1, "en")[1] == ()
