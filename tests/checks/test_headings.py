"""Each heading of a text has words below it, and is not the one of another part."""

import pytest

from palmarium.checks import headings
from tests.archives import hints, told

SITE = """\
-- content/articles/a.md --
---
title: Pies
kind: KIND
---
TEXT
"""


def site(text: str, kind: str = "report") -> str:
    return SITE.replace("TEXT", text).replace("KIND", kind)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("## The *oven*\n\n## The crumbs\n\nFew.", '5:1: nothing stands below the heading "The oven"'),
        ("## A\n\nB.\n\n### C\n\n## D\n\nE.", '9:1: nothing stands below the heading "C"'),
        ("Hot.\n\n## The end", '7:1: nothing stands below the heading "The end"'),
        ("## A\n\nB.\n\n## a\n\nC.", '9:1: the heading "a" is here twice'),
    ],
)
def test_an_empty_part_and_two_alike_are_told(text: str, what: str) -> None:
    assert told(headings, site(text)) == [f"content/articles/a.md:{what}"]
    word = what.split('"')[1]
    does = (
        "write its text, or delete it; if it is right"
        if "nothing" in what
        else ("give one of the two other words; if both are right")
    )
    assert hints(headings, site(text)) == [
        f'{does}, write `text-heading = [{{texts = ["{word}"], reason = "…"}}]` below `[exceptions]` in site.toml'
    ]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "## A\n\n### B\n\nC.",
            "## A\n\n![b](c.png)",
            "## A\n\n- b",
            "## A\n\n{{ palmares pie/2011 }}",
            "No heading.",
        ),
        *("## A\n\n### B\n\nC.\n\n## D\n\n### B\n\nE.", "## A\n\n---\n\nB.", "## A\n\n```\n## B\n```"),
    ],
)
def test_other_headings_are_free(text: str) -> None:
    assert told(headings, site(text)) == []


def test_a_question_may_be_asked_twice() -> None:
    assert told(headings, site("## And?\n\nA.\n\n## And?\n\nB.", "interview")) == []


def test_a_page_without_a_text_is_told() -> None:
    text = site("").replace("articles", "pages").replace("kind: report\n", "")
    assert told(headings, text) == ['content/pages/a.md:2:1: the page "Pies" has no text']
    assert hints(headings, text) == ["write it, or say `draft: true` until it is there"]
    assert told(headings, site("")) == []
