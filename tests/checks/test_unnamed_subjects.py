"""What an article is about stands in it."""

import pytest

from palmarium.checks import unnamed_subjects
from tests.archives import hints, told

SITE = """\
-- editions/pie/award.yaml --
name: The Golden Pie
categories: {apple: Best Apple Pie}
-- editions/pie/2010.yaml --
ordinal: 1
results: {apple: Ann Crust}
-- editions/pie/2011.yaml --
ordinal: 2
results: {apple: Ben Crumble}
-- editions/loaf/award.yaml --
name: Prix de la Miche
categories: {loaf: Best Loaf}
-- editions/loaf/2010.yaml --
results: {loaf: Guild of Bakers}
-- content/articles/a.md --
---
title: A night
about: {ABOUT}
---
TEXT It was a night of wind and rain, and nobody
who had come to see what would rise stayed dry for long, and nobody left.
"""


def site(about: str, text: str) -> str:
    return SITE.replace("ABOUT", about).replace("TEXT", text)


@pytest.mark.parametrize(
    ("about", "text"),
    [
        *(("names: Ann Crust", "[[Ben Crumble]] rose."), ("editions: pie/2011", "[[Ann Crust]] rose.")),
        *(("awards: loaf", "The [[pie]] rose."), ("editions: [pie/2010, loaf/2010]", "Ann Crust rose.")),
        ("editions: pie/2011", "In 2010 the Golden Pie was baked for the first time."),
    ],
)
def test_a_subject_that_the_text_never_names_is_told(about: str, text: str) -> None:
    subject = about.split(": ")[1].split(", ")[-1].strip("[]")
    column = len(f"about: {{{about}") - len(subject) - about.endswith("]") + 1
    assert told(unnamed_subjects, site(about, text)) == [
        f'content/articles/a.md:3:{column}: the article is about "{subject}", and nothing in it names that'
    ]
    key = about.split(":")[0]
    assert hints(unnamed_subjects, site(about, text)) == [
        f"take {subject} out of `{key}`, or write [[{subject}]] where the text tells of it; if it is right, write "
        f'`unnamed-subject = [{{texts = ["a", "{subject}"], reason = "…"}}]` below `[exceptions]` in site.toml'
    ]


@pytest.mark.parametrize(
    ("about", "text"),
    [
        *(("names: Ann Crust", "Mrs Crust rose."), ("names: Ann Crust", "[[ann-crust|She]] rose.")),
        *(("names: Ann Crust", "{{ palmares pie/2010 }}\n\n"), ("editions: pie/2011", "In 2011 they rose.")),
        *(("editions: pie/2011", "Ben Crumble rose."), ("editions: pie/2011", "The second time.")),
        *(("editions: pie/2011", "So [[pie/2011|that night]]."), ("awards: loaf", "A miche.")),
        *(("awards: pie", "[[pie/2011|That night]]."), ("names: Guild of Bakers", "The bakers rose.")),
    ],
)
def test_a_subject_that_the_text_names_is_free(about: str, text: str) -> None:
    assert told(unnamed_subjects, site(about, text)) == []


def test_a_few_words_are_let_pass() -> None:
    brief = site("names: Ann Crust", "So.").split("So. It")[0]
    assert told(unnamed_subjects, brief + "A night of wind.\n") == []


def test_who_has_a_part_in_several_of_the_editions_tells_of_none() -> None:
    both = site("editions: [pie/2010, pie/2011]", "Ann Crust rose.")
    assert [line.split('"')[1] for line in told(unnamed_subjects, both)] == ["pie/2011"]
    both = both.replace("{apple: Ben Crumble}", "{apple: Ben Crumble}\njury: Ann Crust")
    assert [line.split('"')[1] for line in told(unnamed_subjects, both)] == ["pie/2010", "pie/2011"]
