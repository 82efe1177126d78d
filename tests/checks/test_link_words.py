"""The words of a link are those of what it leads to."""

import pytest

from palmarium.checks import link_words
from tests.archives import hints, told

SITE = """\
-- editions/pie/award.yaml --
name: The Golden Pie
short: Golden Pie
categories: {apple: Best Apple Pie, plum: Best Plum Pie}
-- editions/pie/2010.yaml --
ordinal: 1
results: {apple: Ann Crust, plum: Ben Crumble}
-- editions/pie/2011.yaml --
ordinal: 2
results: {apple: Ann Crust}
-- editions/tart/award.yaml --
name: The Silver Tart
categories: {plain: Plainest Tart}
-- editions/tart/2010.yaml --
ordinal: 1
results: {plain: Ann Crust}
-- editions/tart/2014.yaml --
ordinal: 2
results: {plain: Ann Crust}
-- content/names/cy.md --
---
name: Cy Dough
kind: person
aliases: [The Baker]
---
-- content/articles/a.md --
---
title: Pies
about: {awards: pie}
---
TEXT
"""


@pytest.mark.parametrize(
    ("link", "what", "hint"),
    [
        ("[[Ann Crust|Ben Crumble]]", '"Ben Crumble" leads to Ann Crust', "write [[Ben Crumble]], or other words"),
        ("[[ben-crumble|The Baker]]", '"The Baker" leads to Ben Crumble', "write [[The Baker]], or other words"),
        (
            "[[pie/apple|best plum pie]]",
            '"best plum pie" leads to Best Apple Pie',
            "write [[pie/plum|best plum pie]], or other words",
        ),
        (
            "[[pie/apple|Plainest Tart]]",
            '"Plainest Tart" leads to pie/apple, Best Apple Pie',
            "write [[tart/plain|Plainest Tart]], or other words",
        ),
        (
            "[[pie|The Silver Tart]]",
            '"The Silver Tart" leads to The Golden Pie',
            "write [[tart|The Silver Tart]], or other words",
        ),
        (
            "[[pie/2011|the first year]]",
            '"the first year" leads to pie/2011, the edition of number 2',
            "write [[pie/2010|the first year]], or other words",
        ),
        (
            "[[pie/2011|the first edition]]",
            '"the first edition" leads to pie/2011, the edition of number 2',
            "write [[pie/2010|the first edition]], or other words",
        ),
        (
            "[[pie/2010|3rd Golden Pie]]",
            '"3rd Golden Pie" leads to pie/2010, the edition of number 1',
            "correct the words, or where the link leads",
        ),
    ],
)
def test_words_that_say_another_thing_are_told(link: str, what: str, hint: str) -> None:
    site = SITE.replace("TEXT", f"So {link} rose.")
    assert told(link_words, site) == [f"content/articles/a.md:5:4: {what}"]
    assert hints(link_words, site) == [hint]


@pytest.mark.parametrize(
    ("link", "hint"),
    [
        ("[[pie/2011|here]]", "write [[pie/2011]]"),
        ("[Read more…](https://pie.example/)", "write words that name it"),
        ("[[Ann Crust|cliquez ici]]", "write [[Ann Crust]]"),
    ],
)
def test_words_that_name_nothing_are_told(link: str, hint: str) -> None:
    site = SITE.replace("TEXT", f"So {link} rose.")
    assert hints(link_words, site) == [hint]
    [line] = told(link_words, site)
    assert line.endswith("says nothing of where the link leads, to whoever hears the links alone")


@pytest.mark.parametrize(
    "link",
    [
        *("[[Ann Crust]]", "[[Ann Crust|Ann]]", "[[Cy Dough|The Baker]]", "[[pie/2011|the first online edition]]"),
        *("[[pie/2011|the second edition]]", "[[pie/apple|Best Apple Pie]]", "[[pie/2010|Ann Crust]]"),
        *("[[pie|Golden Pie]]", "[[pie|the bakers' award]]", "[[tart/2014|the fifth year]]", "[[pie/apple|Ann Crust]]"),
        *("[[pie/2011|their third title]]", "[[pie/2011|first]]", "[[Ann Crust|baker of the first pie]]"),
    ],
)
def test_other_words_are_free(link: str) -> None:
    assert told(link_words, SITE.replace("TEXT", f"So {link} rose.")) == []


def _about(text: str) -> str:
    return SITE.replace("{awards: pie}", "{editions: tart/2014}").replace("TEXT", text)


@pytest.mark.parametrize(
    "link",
    [
        *("[[tart/2010|three years earlier]]", "[[tart/2010|trois ans plus tôt]]", "[[tart/2010|3 years before]]"),
        *("[[tart/2010|four years later]]", "[[tart/2010|quatre ans plus tard]]"),
    ],
)
def test_years_between_two_editions_are_those_that_lie_between_them(link: str) -> None:
    (line,) = told(link_words, _about(f"She had it {link}."))
    assert line.endswith("leads to tart/2010, and the article is about tart/2014")
    for passes in (
        "[[tart/2010|four years earlier]]",
        "[[tart/2010|quatre ans plus tôt]]",
        "[[tart/2010|years before]]",
    ):
        assert told(link_words, _about(f"She had it {passes}.")) == []
    for before in ("In 2013 she ate it. She had", "At [[tart/2014]], in 2013, she had", "Unlike [[pie/2011]] she had"):
        assert told(link_words, _about(f"{before} it {link}.")) == []
    assert told(link_words, _about("").replace("tart/2014}", "[tart/2010, tart/2014]}") + link) == []


def test_the_edition_that_many_years_away_is_offered() -> None:
    site = _about("She had it [[tart/2014|four years earlier]].")
    assert hints(link_words, site) == ["write [[tart/2010|four years earlier]], or other words"]


def test_an_award_is_called_without_its_article_too() -> None:
    site = SITE.replace("TEXT", "[[pie|Silver Tart]], [[tart|Silver Tart]], [[pie|golden pie]].")
    assert [line.split(": ", 1)[1] for line in told(link_words, site)] == ['"Silver Tart" leads to The Golden Pie']
