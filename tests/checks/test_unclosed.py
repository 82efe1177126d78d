"""A mark that opens something is closed."""

import pytest

from palmarium.checks import unclosed
from palmarium.checks.run import asked
from tests.archives import archive, hints, told
from tests.resolved import loaded

SITE = """\
-- editions/pie/award.yaml --
name: The Golden Pie
categories: {pie: Pie}
-- editions/pie/2011.yaml --
results: {pie: {laureate: Cy Dough, for: WORK}}
-- content/articles/a.md --
---
title: TITLE
---
TEXT
"""


def site(text: str = "", title: str = "Pies", work: str = "A pie") -> str:
    return SITE.replace("TITLE", title).replace("TEXT", text).replace("WORK", work)


@pytest.mark.parametrize(
    ("text", "what", "hint"),
    [
        (
            "It was “hot and dry. So?",
            "4:8: “ is not closed: “hot and dry.",
            "write ” where these words end, as in “hot and dry.”",
        ),
        (
            "C'est « chaud et sec.",
            "4:7: « is not closed: « chaud et sec.",
            "write » where these words end, as in « chaud et sec.\u202f»",
        ),
        ('It was "hot and dry.', '4:8: " has no partner: "hot and dry.', "write the other one as well, or delete it"),
        ("It was hot”, he said.", "4:11: ” has no partner: ”, he said.", "write the other one as well, or delete it"),
        ("It was (hot\n\nand dry).", "4:8: ( is not closed: (hot", "write ) where these words end, as in (hot)"),
    ],
)
def test_a_mark_without_its_partner_is_told(text: str, what: str, hint: str) -> None:
    assert told(unclosed, site(text)) == [f"content/articles/a.md:{what}"]
    assert [each.split("; if it is right")[0] for each in hints(unclosed, site(text))] == [hint]


@pytest.mark.parametrize(
    "text",
    [
        *(
            '“Hot”, « sec », (dry), "so".',
            "“Hot\n\n“and dry.”",
            "“Hot\n\nand dry.”",
            "„Heiß“ und „trocken“.",
            "»Heiß« und so.",
        ),
        *(
            'A tin of 5" and one of 6”.',
            "a) one, b) two :(",
            "`“(«`",
            "> “Hot",
            "1) one\n2) two",
            "[a](https://x.y/(z))",
        ),
        *("Fish ’n’ chips, the bakers’ pies", "(see [x](https://x.y))", "\\(", "- “Hot\n- and dry.”"),
    ],
)
def test_what_is_closed_or_opens_nothing_is_free(text: str) -> None:
    assert told(unclosed, site(text)) == []


def test_titles_and_works_are_looked_at() -> None:
    assert told(unclosed, site(title="The “night of pies")) == [
        "content/articles/a.md:2:1: “ is not closed: “night of pies"
    ]
    assert told(unclosed, site(work="'Pies (one and two'")) == [
        "editions/pie/2011.yaml:1:27: ( is not closed: (one and two"
    ]


def test_what_a_comma_has_cut_is_no_mark_left_open() -> None:
    (problem, *_) = (each for each in asked(unclosed, archive(site(work="“A pie"))) if each.code == "unclosed-mark")
    assert problem.needs == (("line", "editions/pie/2011.yaml:1"),)
    cut = "-- editions/pie/2011.yaml --\nresults: {pie: {laureate: Cy Dough, citation: “Hot, and dry.”}}\n"
    (comma,) = loaded(cut)[1]
    assert comma.hides == (("line", "editions/pie/2011.yaml:1"),)
