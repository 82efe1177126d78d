"""What an editor mistypes in a text is told with the very text to write."""

import re

import pytest

from palmarium.problems import Problem
from palmarium.sources.markdown import convert

LATER = "\n\nOne.[^1]\n\n[^1]: Two."


def problems(text: str) -> tuple[Problem, ...]:
    return convert("a.md", text, 1, "en")[1]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Write to [mail](a@b.example).", "[mail](mailto:a@b.example)"),
        ("See [x](www.pie.example).", "[x](https://www.pie.example)"),
        ("See [x](pie.example/a).", "[x](https://pie.example/a)"),
        ("See [x](https:/pie.example).", "[x](https://pie.example)"),
        ("See [x](http//pie.example).", "[x](https://pie.example)"),
        ("See [x](htps://pie.example).", "[x](https://pie.example)"),
        ("See [x](mailto: a@b.example).", "[x](mailto:a@b.example)"),
        ("See [x](https://pie.example", "[x](https://pie.example)"),
        ('See [x](https://pie.example "t)', '[x](https://pie.example "t")'),
        ('![a](b.jpg "t)', '![a](b.jpg "t")'),
        ("![a](b.jpg 't)", '![a](b.jpg "t")'),
        ("![a](b.jpg « t »)", '![a](b.jpg "t")'),
        ("![a](b.jpg “t”)", '![a](b.jpg "t")'),
        ("![a](b.jpg =300x)", "![a](b.jpg)"),
        ("![a](two words.jpg)", "![a](<two words.jpg>)"),
        ("![a](b.jpg", "![a](b.jpg)"),
        ("[[Ann Crust|]] bakes.", "[[Ann Crust]]"),
        ("[[ Ann Crust || she ]] bakes.", "[[Ann Crust|she]]"),
        ("[[Ann Crust|she|he]] bakes.", "[[Ann Crust|she]]"),
        ("[[|she]] bakes.", "[[she]]"),
        ("[[Ann Crust] bakes.", "[[Ann Crust]]"),
        ("[[Ann\nCrust]] bakes.", "[[Ann Crust]]"),
        ("[[Ann Crust]](https://pie.example)", "[Ann Crust](https://pie.example)"),
        ("[12 titles]{titles of=Ann Crust}", '{titles of="Ann Crust"}'),
        ('[12 titles]{titles of="Ann Crust}', '{titles of="Ann Crust"}'),
        ("[12 titles]{titles of=« Ann Crust »}", '{titles of="Ann Crust"}'),
        ("[12 titles]{titles note=The paper said so disputed}", '{titles note="The paper said so" disputed}'),
        ("[12 titles]{titles is = 2}", "{titles is=2}"),
        ("[12 titles]{titles is:2}", "{titles is=2}"),
        ("[12 titles]{titles=2}", "{titles is=2}"),
        ("[12 titles]{count=titles}", "{titles}"),
        ("[12 titles]{titles, pie/2014}", "{titles pie/2014}"),
        ("[12 titles]{titles Pie 2014}", "{titles pie/2014}"),
        ("[12 titles]{titles edition:pie/2014}", "{titles edition=pie/2014}"),
        ("[12 titles]{titles source=[s1]}", "{titles source=s1}"),
        ("[12 titles]{titles disputed=true}", "{titles disputed}"),
        ("{{ image b.jpg }}", "![what it shows](b.jpg)"),
        ("![b.jpg]", "![what it shows](b.jpg)"),
        ("!(b.jpg)", "![what it shows](b.jpg)"),
        ("Here {{ palmares pie/2014 }}", "{{ palmares pie/2014 }}"),
        ("{{palmares pie/2014", "{{ palmares pie/2014 }}"),
        ("{% palmares pie/2014 %}", "{{ palmares pie/2014 }}"),
        ("(12 titles){titles}", "[12 titles]{titles}"),
        ("==big==", "<strong>big</strong>"),
        ("++more++", "<ins>more</ins>"),
        ("<https://pie.example", "<https://pie.example>"),
    ],
)
def test_what_is_proposed_differs_and_is_read(text: str, meant: str) -> None:
    [problem] = problems(text)
    assert problem.hint.removeprefix("write ").startswith(meant)
    assert meant != text
    whole = f"[12 titles]{meant}" if meant.startswith("{") and not meant.startswith("{{") else meant
    assert [each.message for each in problems(whole)] == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("One.[^a]\n\n[^a] : two", "write [^a]: two"),
        ("One.[^a]\n\n[^a] Two words.", "write [^a]: Two words."),
        ("See [it][ref].\n\n[ref] : https://pie.example", "write [ref]: https://pie.example"),
        ("One.[^ 1]\n\nTwo.[^1]\n\n[^1]: Three.", "write [^1]"),
    ],
)
def test_a_note_or_a_reference_with_a_space_too_many_is_told_once_and_read(text: str, meant: str) -> None:
    assert [problem.hint for problem in problems(text)] == [meant]


def test_a_word_alone_may_be_a_claim() -> None:
    [problem] = problems("The [second edition](ordinal).")
    assert "[second edition]{ordinal} for a claim" in problem.hint


def test_words_below_a_picture_inside_a_line_are_told() -> None:
    [problem] = problems('See ![a](b.jpg "below") here.')
    assert problem.hint == 'put a line of its own: ![a](b.jpg "below")'


@pytest.mark.parametrize(
    "text",
    [
        "[[Ann Crust]] (https not)",
        "a == b == c",
        "C++ and C++",
        "[1] (see below)",
        "[x](https://pie.example/a_(b))",
        "(so) {a set}",
        "[Ann](mailto:a@b.example)",
        "[12 titles]{titles pie of=ann-crust is=5}",
        '[12 titles]{titles pie of="Ann Crust" is=5}',
        "[12 titles]{titles of=“Ann Crust”}",
        "[12 titles]{titles category=tart pie}",
        "Yes: www is old.",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert [problem.message for problem in problems(text)] == []


@pytest.mark.parametrize("text", ["[x](ann.md)", "[x](rules.pdf)", "[x](../pages/about.md)"])
def test_a_file_is_no_address_of_another_site(text: str) -> None:
    [problem] = problems(text)
    assert re.match(r"write \[\[[\w.-]+\|x\]\]", problem.hint)
