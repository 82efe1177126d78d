"""An interview asks in headings, and is held by somebody else than the one who answers."""

import pytest

from palmarium.checks import interviews
from tests.archives import hints, told

SITE = """\
-- editions/pie/award.yaml --
name: The Golden Pie
categories: {pie: Pie}
-- editions/pie/2011.yaml --
results: {pie: Cy Dough}
-- content/articles/a.md --
---
title: Pies
kind: KIND
author: AUTHOR
about: {names: NAMES}
---
TEXT
"""


def site(text: str, kind: str = "interview", author: str = "Ann Crust", names: str = "Cy Dough") -> str:
    made = SITE.replace("KIND", kind).replace("AUTHOR", author).replace("NAMES", names)
    return made.replace("TEXT", text)


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("**What do you bake?**\n\nPies.", "7:1: this question is a paragraph in bold, and no heading", ""),
        ("__What do you bake__ ?\n\nPies.", "7:1: this question is a paragraph in bold, and no heading", " ?"),
        ("Hi.\n\nQ: What do you bake?\n\nA: Pies.", "9:1: this question is no heading", ""),
        ("**Q.** What do you bake?\n\nPies.", "7:1: this question is no heading", ""),
    ],
)
def test_a_question_that_is_no_heading_is_told(text: str, place: str, words: str) -> None:
    assert told(interviews, site(text)) == [f"content/articles/a.md:{place}"]
    asked = f"What do you bake{words or '?'}"
    assert hints(interviews, site(text)) == [
        f'write ## {asked}; if it is none, write `interview = [{{texts = ["{asked}"], reason = "…"}}]` '
        "below `[exceptions]` in site.toml"
    ]


def test_in_any_article_a_line_in_bold_stands_for_a_heading() -> None:
    assert told(interviews, site("**The oven**\n\nIt is hot.", "report")) == [
        "content/articles/a.md:7:1: this paragraph in bold stands for a heading"
    ]


@pytest.mark.parametrize(
    "text",
    [
        *("## What do you bake?\n\nPies.", "**Nobody stayed dry.**\n\nPies.", "**Really?** he said.\n\nPies."),
        *("```\n\n**What?**\n\n```\n\nPies.", "A: Pies.\n\nPies.", "Pies.\n\n**The end**", "Queens: why?\n\nPies."),
    ],
)
def test_other_paragraphs_are_free(text: str) -> None:
    assert told(interviews, site(text)) == []


def test_nobody_interviews_himself() -> None:
    text = site("## So?\n\nSo.", author="Cy Dough")
    assert told(interviews, text) == [
        'content/articles/a.md:4:9: "Cy Dough" is the author of this interview and the one whom it is about'
    ]
    assert hints(interviews, text) == [
        "write who asked: `author: …`, or `kind: opinion`; if both are right, "
        'write `interview = [{texts = ["Cy Dough"], reason = "…"}]` below `[exceptions]` in site.toml'
    ]
    assert told(interviews, site("## So?", "opinion", "Cy Dough")) == []
    assert told(interviews, site("## So?", names="[Cy Dough, Di Fork]", author="Cy Dough")) == []


@pytest.mark.parametrize(
    ("path", "head"),
    [("content/names/cy-dough.md", "name: Cy Dough\nkind: person"), ("content/pages/about.md", "title: About")],
)
def test_the_file_of_a_name_and_a_page_have_headings_too(path: str, head: str) -> None:
    made = f"-- {path} --\n---\n{head}\n---\n\n**The oven**\n\nIt was hot.\n"
    assert [line.split(": ", 1)[1] for line in told(interviews, made)] == [
        "this paragraph in bold stands for a heading"
    ]
    assert told(interviews, made.replace("**The oven**", "**It was a hot oven.**")) == []
