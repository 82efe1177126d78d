import pytest

from palmarium.checks import anchors
from tests.archives import hints, messages, told

SITE = """\
-- editions/pie/award.yaml --
name: Pie
categories: {pie: Pie, tart: Tart}
-- editions/pie/2011.yaml --
results: {pie: Ann Crust, tart: unknown, unknown: Ben}
-- content/articles/night.md --
---
title: Night
---
## The oven

Warm.
"""


def article(text: str) -> str:
    return f"{SITE}-- content/articles/a.md --\n---\ntitle: A\n---\n{text}\n\n## La fin !\n"


@pytest.mark.parametrize(
    "text",
    [
        *("[x](#la-fin)", "[[night#the-oven|x]]", "[[pie/2011#tart]]", "[[pie/2011]]", "[[Ann Crust]]", "`[x](#gone)`"),
        *("    [x](#gone)", "a[^1]\n\n[^1]: b", '<b id="here">x</b> [y](#here)', "[[gone#x]]"),
    ],
)
def test_links_to_parts_that_are_there_pass(text: str) -> None:
    assert told(anchors, article(text)) == []


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("See [x](#la-fn).", '5: "#la-fn" is no part of this text', 'did you mean "la-fin"?'),
        ("See [x](#).", '5: "#" is no part of this text', "there are la-fin"),
        ("See [[night#oven]].", '5: "#oven" is no part of night', "there are the-oven"),
        ("See [[pie/2011#Tart]].", '5: "#Tart" is no part of pie/2011', "write pie/2011#tart"),
        ("See [[night#the-ovens|x]].", '5: "#the-ovens" is no part of night', 'did you mean "the-oven"?'),
        ("See [[pie/2011#cake]].", '5: "#cake" is no part of pie/2011', "there are pie, tart"),
        ("See [[pie#cake]].", '5: "#cake" is no part of pie', "delete it with its #"),
        ("See [[Ann Crust#cake]].", '5: "#cake" is no part of Ann Crust', "delete it with its #"),
    ],
)
def test_a_part_that_is_not_there_is_told(text: str, message: str, hint: str) -> None:
    column = 9 if "](" in text else 5
    line, rest = message.split(": ", 1)
    assert told(anchors, article(text)) == [f"content/articles/a.md:{int(line) - 1}:{column}: {rest}"]
    assert hints(anchors, article(text)) == [hint]


@pytest.mark.parametrize("path", ["content/names/b.md", "content/pages/b.md"])
def test_biographies_and_pages_are_read_too(path: str) -> None:
    front = "name: B\nkind: person" if "names" in path else "title: B"
    text = f"{SITE}-- {path} --\n---\n{front}\n---\n[x](#gone) [[night#gone]]\n"
    assert messages(anchors, text) == [
        '"#gone" is no part of this text',
        '"#gone" is no part of night',
    ]


def test_of_many_parts_eight_are_named() -> None:
    headings = "".join(f"\n\n## {letter}{letter}\n" for letter in "abcdefghi")
    [hint] = hints(anchors, f"-- content/articles/a.md --\n---\ntitle: A\n---\n[x](#zzz){headings}")
    assert hint == "there are aa, bb, cc, dd, ee, ff, gg, hh"


def test_a_name_with_a_hash_is_a_name() -> None:
    text = "-- editions/pie/2012.yaml --\nresults: {unknown: ['Pie #1', Pie]}\n"
    assert told(anchors, article("[[Pie #1]]") + text) == []


def test_a_heading_without_a_blank_is_what_to_mend() -> None:
    text = article("See [[b#the-hob]].") + "-- content/articles/b.md --\n---\ntitle: B\n---\n##The hob\n"
    assert hints(anchors, text) == ["write ## The hob in line 4 of content/articles/b.md"]
