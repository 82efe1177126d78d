"""A translation leads to what its original leads to."""

import pytest

from palmarium.checks import translated_links
from tests.archives import hints, messages, told

SITE = """\
-- editions/pie/award.yaml --
name: The Golden Pie
categories: {apple: Best Apple Pie, plum: Best Plum Pie}
-- editions/pie/2010.yaml --
results: {apple: Ann Crust, plum: Ben Crumble}
-- editions/pie/2011.yaml --
results: {apple: Ann Crust, plum: Cy Dough}
-- content/names/oven.md --
---
name: Oven & Sons
kind: organisation
---
-- content/names/ann-crust.md --
---
name: Ann Crust
kind: person
---
-- content/articles/night.md --
---
title: The night
about: {editions: pie/2011}
---
ORIGINAL
-- content/articles/nuit.md --
---
title: La nuit
language: fr
translates: night
---
TEXT
"""


def _site(original: str, text: str) -> str:
    return SITE.replace("ORIGINAL", original).replace("TEXT", text)


@pytest.mark.parametrize(
    ("original", "text", "message", "hint"),
    [
        (
            "[[Ann Crust]] rose, as did [[Cy Dough]].",
            "[[Ann Crust]] se lève, et [[Ben Crumble|lui]].",
            'this translation leads to "Ben Crumble", and "night" to "Cy Dough"',
            "write [[Cy Dough|lui]], or correct the original (content/articles/night.md:5); if both are right, ",
        ),
        (
            "It was as in [[pie/2010]].",
            "Comme en [[pie/2011]].",
            'this translation leads to "pie/2011", and "night" to "pie/2010"',
            "write [[pie/2010]], or correct the original (content/articles/night.md:5); if both are right, ",
        ),
        (
            "She won [[pie/apple|a prize]].",
            "Elle remporte [[pie/plum|un prix]].",
            'this translation leads to "pie/plum", and "night" to "pie/apple"',
            "write [[pie/apple|un prix]], or ",
        ),
    ],
)
def test_a_link_to_something_else_is_told(original: str, text: str, message: str, hint: str) -> None:
    assert messages(translated_links, _site(original, text)) == [message]
    (found,) = hints(translated_links, _site(original, text))
    assert found.startswith(hint)


@pytest.mark.parametrize(
    ("original", "text"),
    [
        ("[[Ann Crust]] rose.", "[[Ann Crust]] se lève."),
        ("[[Ann Crust]] rose.", "Ann Crust se lève."),
        ("Ann Crust rose, as did [[Cy Dough]].", "[[Ann Crust]] se lève."),
        ("[[Ann Crust]] rose.", "[[Ann Crust]] se lève, comme [[Ben Crumble]]."),
        ("[[Ann Crust]] rose.", "[[Oven & Sons]] rit."),
        ("[[Ann Crust]] met [[Cy Dough]].", "[[Ben Crumble]] rit."),
        ("It was as in [[pie/2010]].", "Comme en 2010, et après en [[pie/2011]]."),
    ],
)
def test_what_is_the_same_or_is_more_or_less_passes(original: str, text: str) -> None:
    assert told(translated_links, _site(original, text)) == []


def test_a_page_is_read_as_an_article_is() -> None:
    site = _site("[[Ann Crust]] rose.", "[[Cy Dough]] se lève.").replace("about: {editions: pie/2011}\n", "")
    assert len(messages(translated_links, site.replace("content/articles", "content/pages"))) == 1
