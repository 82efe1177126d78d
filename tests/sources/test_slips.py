"""What an editor mistypes in a text is told with the very text to write."""

import re

import pytest

from palmarium.problems import Problem, folded
from palmarium.sources.markdown import convert
from tests.resolved import loaded

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


def test_an_advice_is_no_text_that_a_button_writes() -> None:
    for text in (":::\nRain.", "[x] Rain", ":smile:", "www.pie.example", "\n[TOC]", "https://pie.example", "h2. Rain"):
        [problem] = problems(text)
        assert problem.likely is None
    [problem] = problems("a ==big== b")
    assert problem.likely
    assert (problem.likely.typed, problem.likely.instead) == ("==big==", "<strong>big</strong>")


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


IN_A_COMMENT = """\
-- editions/palmes/award.yaml --
name: Palmes
categories: {voix: Voix}
-- editions/palmes/2011.yaml --
coverage: complete
results:
  voix:
    - {rank: 1, laureate: Ann Crust}
    COMMENT
theme: bread
# - Ben Dough
"""


@pytest.mark.parametrize(
    ("comment", "instead"),
    [
        ("# - {rank: 2, laureate: Ben Dough}", "- {rank: 2, laureate: Ben Dough}"),
        ("#- rank: 2", "- rank: 2"),
        ("#2. Ben Dough", "- {rank: 2, laureate: Ben Dough}"),
        ("# - Ben Dough", "- Ben Dough"),
    ],
)
def test_a_result_in_a_comment_of_a_complete_palmares_is_told(comment: str, instead: str) -> None:
    text = IN_A_COMMENT.replace("COMMENT", comment)
    found = [problem for problem in loaded(text)[1] if problem.code == "doubtful-text"]
    message = f'"{comment}" stands in a comment, and the coverage of the results is complete'
    assert [(each.span.line, each.span.column, each.message) for each in found] == [(5, 5, message)]
    assert found[0].hint == f"write `{instead}`, or `coverage: partial`, or delete the comment"
    assert loaded(text.replace("complete", "partial"))[1] == ()


@pytest.mark.parametrize("coverage", ["complete", "partial"])
@pytest.mark.parametrize("sign", ["# ", "#", "  # "])
def test_a_category_in_a_comment_is_told_once_with_what_was_given_in_it(sign: str, coverage: str) -> None:
    lines = ("sound:", "  prize: 500 GBP", "  results:", "    - {rank: 1, laureate: Ben Dough}")
    comment = "\n".join(sign + line for line in lines)
    found = loaded(IN_A_COMMENT.replace("    COMMENT", comment).replace("complete", coverage))[1]
    assert [(each.span.line, each.message) for each in found] == [
        (5, 'the category "sound" stands in a comment, with what was given in it')
    ]
    assert found[0].hint == "write `sound:` and what stands below it without `#`, or delete these lines"
    two = IN_A_COMMENT.replace("    COMMENT", f"{comment}\n{comment.replace('sound', 'light')}")
    assert [each.subject for each in loaded(two)[1]] == [("sound",), ("light",)]


@pytest.mark.parametrize(
    "said", ["sound: Ben Dough", "sound: {laureate: Ben Dough}", "best-sound: [Ben Dough, Cy Oven]"]
)
def test_a_category_with_its_laureate_in_a_comment_of_a_complete_palmares_is_told(said: str) -> None:
    text = IN_A_COMMENT.replace("    COMMENT", f"  # {said}")
    (found,) = loaded(text)[1]
    assert found.message == f'"# {said}" stands in a comment, and the coverage of the results is complete'
    assert found.hint == f"write `{said}`, or `coverage: partial`, or delete the comment"
    assert loaded(text.replace("complete", "partial"))[1] == ()


@pytest.mark.parametrize(
    "comment",
    [
        *("# Seen in the paper.", "# - ", "# TODO: ask", "#", "# 2011 was cold", "# sound:", "# note: Ann says so"),
        *("# todo: Ask Ben", "# sound: not given, says the Courier", "# sound:\n    # It was not given."),
    ],
)
def test_other_comments_of_a_palmares_are_of_no_account(comment: str) -> None:
    assert loaded(IN_A_COMMENT.replace("COMMENT", comment))[1] == ()


@pytest.mark.parametrize(
    ("key", "said"),
    [("finalists", "distinction: finalist"), ("runner_up", "rank: 2"), ("mentions", "distinction: mention")],
)
def test_a_key_that_looks_like_a_list_of_others_is_told_with_the_list_to_write(key: str, said: str) -> None:
    text = f"-- editions/palmes/2011.yaml --\nresults: {{voix: {{laureate: Ann Crust, {key}: [Ben Dough]}}}}\n"
    (problem,) = loaded(text)[1]
    assert problem.hint == f"write a list below the category: `[{{laureate: …}}, {{laureate: …, {said}}}]`"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ('{{< figure src="horn.jpg" >}}', "![what it shows](horn.jpg)"),
        ('{{< figure src="/img/horn.jpg" alt="A horn" >}}', "![A horn](horn.jpg)"),
        ("{{< img horn.jpg >}}", "![what it shows](horn.jpg)"),
        ('So: {{< figure src="horn.jpg" >}} there.', "![what it shows](horn.jpg)"),
        ('{{% figure src="horn.jpg" %}}', "![what it shows](horn.jpg)"),
        ('{% include figure.html src="horn.jpg" caption="A horn" %}', "![A horn](horn.jpg)"),
        ("{% image horn.jpg %}", "![what it shows](horn.jpg)"),
        ('[caption id="a_1"]![A horn](horn.jpg) At night[/caption]', "![what it shows](horn.jpg)"),
        ("[img]horn.jpg[/img]", "![what it shows](horn.jpg)"),
        ("![[horn.jpg]]", "![what it shows](horn.jpg)"),
        (".. image:: horn.jpg", "![what it shows](horn.jpg)"),
        ('{{< ref "pies.md" >}}', "[[pies]]"),
    ],
)
def test_a_shortcode_of_another_program_is_told_with_what_does_it_here(text: str, meant: str) -> None:
    [problem] = problems(text)
    assert problem.hint == f"write {meant}"
    assert problems(meant) == ()


@pytest.mark.parametrize("text", ["[gallery ids=1,2]", '[gallery ids="1"]', "[gallery columns='2']"])
def test_a_gallery_is_a_line_for_each_picture(text: str) -> None:
    assert [each.hint.split(", ")[0] for each in problems(text)] == ["write ![what it shows](horn.jpg)"]


@pytest.mark.parametrize(
    "text", ["The [gallery] was full.", "A [caption] and [video 2] [sic].", "100 % {a} %", "[embed](#a)"]
)
def test_what_is_no_shortcode_passes(text: str) -> None:
    assert problems(text) == ()


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "results:\n  voix: Ann Crust\n  claims:\n    - {says: two pies, count: titles, is: 2}",
            "`claims` stands inside `results`, and is a key beside it",
            "write `claims:`, with all that is below it, 2 spaces further left",
        ),
        (
            "results: {voix: Ann Crust, claims: [{says: two pies, count: titles, is: 2}]}",
            "`claims` stands inside `results`, and is a key beside it",
            "write `claims:`, with all that is below it, outside of the braces",
        ),
        (
            "results:\n  attendance: {value: 12, qualifier: about}",
            "`attendance` stands inside `results`, and is a key beside it",
            "write `attendance:`, with all that is below it, 2 spaces further left",
        ),
        ("ceremony: {date 2011-10-03, city: Bath}", "a colon is missing behind `date`", "write `date: 2011-10-03`"),
        (
            "jury:\n  - name: Ann Crust\n    posts:\n      - {role: baker, org: Mill}\n  - {role: cook, org: Inn}",
            'the key "name" is missing',
            "write `name: …`, or, if it goes on with `posts` above, indent it: `      - {role: cook, org: Inn}`",
        ),
        (
            "jury:\n  - name: Ann Crust\n  - posts:\n      - {role: baker, org: Mill}",
            'the key "name" is missing',
            "write `name: …`, or, if it belongs to the item above, write `posts:` without a dash, below `name`",
        ),
        (
            "jury:\n  -name: Ann Crust",
            "a space is missing behind the dash",
            "write a space behind the dash: `- name: Ann Crust`",
        ),
    ],
)
def test_what_stands_at_a_wrong_place_is_told_once_with_where_it_belongs(text: str, message: str, hint: str) -> None:
    (problem,) = folded(loaded(f"-- editions/palmes/2011.yaml --\n{text}\n")[1])
    assert (problem.message, problem.hint) == (message, hint)


def test_a_key_of_the_file_that_is_also_a_category_keeps_its_own_mistakes() -> None:
    text = "-- editions/palmes/2011.yaml --\nresults:\n  jury: {laureate: Ann Crust, prise: 3 €}\n"
    (problem,) = loaded(text)[1]
    assert problem.subject == ("prise",)


def test_words_beside_a_number_keep_the_keys_beside_them() -> None:
    text = "-- editions/palmes/2011.yaml --\nattendance: {value: 420 people, qualifier: more than}\n"
    (problem,) = loaded(text)[1]
    assert problem.hint == "write `attendance: [{value: 420, what: people, qualifier: more than}]`"
