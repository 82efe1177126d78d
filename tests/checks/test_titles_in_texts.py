"""The years in which a text says that somebody won are those of the results."""

import pytest

from palmarium.checks import titles_in_texts
from tests.archives import hints, messages, told

SITE = """\
-- editions/pie/award.yaml --
name: The Golden Pie
categories: {apple: Best Apple Pie, cook: Cook of the Year}
-- editions/pie/2010.yaml --
coverage: complete
results: {apple: Oven & Sons, cook: Ann Crust}
-- editions/pie/2011.yaml --
coverage: complete
jury: [{name: Ann Crust, role: cook, chair: true}, {name: Cy Dough, role: cook}]
results: {apple: Oven & Sons, cook: Ben Crumble}
-- editions/pie/2012.yaml --
coverage: complete
jury: [{name: Ben Crumble, role: cook, chair: true}, {name: Cy Dough, role: cook}]
results: {apple: [{rank: 1, laureate: Pan & Co}, {rank: 2, laureate: Oven & Sons}], cook: Ann Crust}
-- editions/pie/2013.yaml --
coverage: COVERED
results: {apple: Pan & Co, cook: Ben Crumble}
-- content/articles/a.md --
---
title: Pies
date: 2014-05-01
about: {ABOUT}
---
TEXT
-- content/names/ann-crust.md --
---
name: Ann Crust
kind: person
---
BODY
"""


def _site(text: str, about: str = "awards: pie", body: str = "", covered: str = "complete") -> str:
    site = SITE.replace("TEXT", text).replace("ABOUT", about)
    return site.replace("BODY", body).replace("COVERED", covered)


COOK = "Ann Crust is said to have won pie/cook in 2011, and in pie/2011 Ben Crumble did"


@pytest.mark.parametrize(
    "text",
    [
        "[[Ann Crust]] was Cook of the Year in 2011.",
        "[[Ann Crust]] was twice Cook of the Year, in [[pie/2010|2010]] and in [[pie/2011|2011]].",
        "[[Ann Crust]] est [[pie/cook|cook of the year]] en 2010, 2011 et encore en 2012.",
        "[[Ann Crust]], Cook of the Year twice: in 2010, then in 2011.",
    ],
)
def test_a_year_in_which_another_won_the_category_is_told(text: str) -> None:
    assert messages(titles_in_texts, _site(text)) == [COOK]
    assert told(titles_in_texts, _site(text.replace("2011", "2012"))) == []


def test_the_hint_says_what_may_be_wrong() -> None:
    site = _site("[[Ann Crust]] was Cook of the Year in 2011.")
    (line,) = told(titles_in_texts, site)
    assert line.startswith("content/articles/a.md:6:39: ")
    assert hints(titles_in_texts, site) == [
        "correct the year, or editions/pie/2011.yaml; if it is right, write `title-in-text = "
        '[{texts = ["Ann Crust", "pie/2011", "a"], reason = "…"}]` below `[exceptions]` in site.toml'
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[[Oven & Sons]] won it three times: in 2010, in 2011 and in 2013.",
        "[[Oven & Sons]] l'a remporté [trois fois]{laureates pie/2010} : en 2010, en 2011 et en 2013.",
        "[[Oven & Sons]], lauréate en 2010 et en [[pie/2013|2013]].",
    ],
)
def test_a_year_in_which_a_name_has_no_part_is_told(text: str) -> None:
    assert messages(titles_in_texts, _site(text)) == [
        "Oven & Sons is said to have won in 2013, and in pie/2013 it has no result"
    ]
    assert len(told(titles_in_texts, _site(text, covered="winners-only"))) == 1
    assert told(titles_in_texts, _site(text, covered="partial")) == []


def test_who_chaired_a_jury_in_a_year_is_its_chair() -> None:
    said = "Ann Crust is said to have chaired the jury in 2012, and in pie/2012 Ben Crumble did"
    for text in ("[[Ann Crust]] chaired the jury", "[[Ann Crust]], présidente du jury"):
        assert messages(titles_in_texts, _site(f"{text} in 2011 and in [[pie/2012|2012]].")) == [said]
        assert told(titles_in_texts, _site(f"{text} in [[pie/2011|2011]], in 2013.")) == []


@pytest.mark.parametrize("text", ["She was Cook of the Year in [[pie/2011|2011]].", "Lauréate en [[pie/2013]]."])
def test_the_file_of_a_name_and_an_article_about_one_tell_of_that(text: str) -> None:
    assert len(told(titles_in_texts, _site("", body=text))) == 1
    assert len(told(titles_in_texts, _site(text, "names: Ann Crust"))) == 1
    assert told(titles_in_texts, _site(text, "names: [Ann Crust, Ben Crumble]")) == []
    assert told(titles_in_texts, _site(f"[[Ben Crumble]] sang. {text}", "names: Ann Crust")) == []


@pytest.mark.parametrize("said", ["three times Cook of the Year", "trois fois Cook of the Year"])
def test_another_number_of_titles_is_told(said: str) -> None:
    assert messages(titles_in_texts, _site(f"[[Ann Crust]] was {said}.")) == [
        f'"{said}" is said of Ann Crust, who has 2 of these titles'
    ]
    unknown = _site(f"[[Ann Crust]] was {said}.").replace(
        "cook: Ben Crumble}\n-- content", "cook: unknown}\n-- content"
    )
    assert told(titles_in_texts, unknown) == []
    early = _site("[[Ann Crust]] was twice Cook of the Year.").replace("2014-05-01", "2011-12-01")
    assert len(told(titles_in_texts, early)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "[[Ann Crust]] was never Cook of the Year in 2011.",
        "[[Ann Crust]] and [[Ben Crumble]] were Cook of the Year in 2011.",
        "[[Ann Crust]] met the Cook of the Year, and in 2011 sang.",
        "[[Ann Crust]] was twice Cook of the Year.",
        "[[Ann Crust]] was a cook in 2011, and won a house in 2011.",
        "[[Oven & Sons]] was given Best Apple Pie in 2011, and came second in 2012.",
        "[[Ann Crust]] says: “[[Ann Crust]] was Cook of the Year in 2011.”",
        "[[Ann Crust]] was Cook of the Year in 2009.",
        "Three times Cook of the Year!",
    ],
)
def test_what_is_so_or_is_said_of_something_else_passes(text: str) -> None:
    assert told(titles_in_texts, _site(text)) == []
