"""A claim counts what its text tells of."""

import pytest

from palmarium.checks import other_claims
from tests.archives import hints, messages, told

SITE = """\
-- editions/ladle/award.yaml --
name: The Golden Ladle
categories: {soup: Best Soup}
-- editions/ladle/2010.yaml --
ordinal: 13
results: {soup: Ann Broth}
-- editions/ladle/2011.yaml --
ordinal: 14
results: {soup: Ben Tureen}
CLAIMED
-- editions/spoon/award.yaml --
name: Silver Spoon
-- content/articles/night.md --
---
title: The night
about: {editions: ladle/2011}
ABOVE
---

TEXT
"""


def _site(text: str = "Nothing.", above: str = "", claimed: str = "") -> str:
    return SITE.replace("TEXT", text).replace("ABOVE", above or "tags: [soup]").replace("CLAIMED", claimed)


def test_a_claim_of_another_edition_is_told() -> None:
    text = "## Before\n\nIn 2010 it rained.\n\n## Now\n\nThey were [one laureate]{laureates ladle/2010}.\n\nAs in 2010."
    assert messages(other_claims, _site(text)) == [
        '"one laureate" is counted in ladle/2010, and the article is about ladle/2011'
    ]
    claim = "{says: one laureate, count: laureates, is: 1, edition: ladle/2010}"
    assert len(messages(other_claims, _site("The year before was dry.", f"claims: [{claim}]"))) == 1
    assert messages(other_claims, _site(claimed=f"claims: [{claim}]")) == [
        '"one laureate" is counted in ladle/2010, and this is ladle/2011'
    ]
    assert messages(other_claims, _site("They hold [two editions]{editions spoon}.")) == [
        '"two editions" is counted in spoon, and the article is about ladle/2011'
    ]


@pytest.mark.parametrize(
    "text",
    [
        "They were [one laureate]{laureates}, [one]{laureates ladle/2011}.",
        "In 2010 they were [one laureate]{laureates ladle/2010}.",
        "They were [one laureate]{laureates ladle/2010} at [[ladle/2010]].",
        "They were [one laureate]{laureates ladle/2010} the year before.",
        "Ils étaient [un lauréat]{laureates ladle/2010} l'année précédente.",
        "At the 13th edition they were [one laureate]{laureates ladle/2010}.",
        "## The year 2010\n\nIt rained.\n\nThey were [one laureate]{laureates ladle/2010}.",
        "[[spoon]] holds [two editions]{editions spoon}.",
        "The Silver Spoon holds [two editions]{editions spoon}.",
        "[Two editions]{editions ladle}.",
    ],
)
def test_a_claim_whose_edition_is_named_passes(text: str) -> None:
    assert told(other_claims, _site(text)) == []


def test_a_claim_above_a_text_may_be_named_anywhere() -> None:
    claims = "claims: [{says: one laureate, count: laureates, is: 1, edition: ladle/2010}]"
    assert told(other_claims, _site("In 2010 it rained.", claims)) == []
    dated = claims.replace("says: one laureate", "says: one laureate in 2010")
    assert told(other_claims, _site(above=dated)) == told(other_claims, _site(claimed=dated)) == []


COUNTED = 'Then [[Ben Tureen]] had [one title]{titles ladle of="Ann Broth"}.'


def test_a_claim_for_another_name_than_its_sentence_is_told() -> None:
    assert told(other_claims, _site(COUNTED)) == [
        'content/articles/night.md:7:25: "one title" is counted for Ann Broth, and the sentence speaks of Ben Tureen'
    ]
    assert hints(other_claims, _site(COUNTED)) == [
        'write `of="Ben Tureen"`, or name Ann Broth in the words; if it is right, write '
        '`other-claim = [{texts = ["one title", "Ann Broth"], reason = "…"}]` below `[exceptions]` in site.toml'
    ]


@pytest.mark.parametrize(
    ("now", "new"),
    [
        ("Ann Broth", "Ben Tureen"),
        ("Then ", "Mrs Broth ate. Then "),
        ("[[Ben Tureen]] had", "[[Ben Tureen]] saw that [[Ann Broth|she]] had"),
        ("[[Ben Tureen]] had", "[[Ben Tureen]] ate. She had"),
        ("[[Ben Tureen]] had", "they had"),
    ],
)
def test_a_claim_for_a_name_that_is_spoken_of_passes(now: str, new: str) -> None:
    assert told(other_claims, _site(COUNTED.replace(now, new))) == []


def test_an_article_about_a_name_may_count_for_it_without_naming_it() -> None:
    about = "about: {editions: ladle/2011, names: Ann Broth}"
    assert told(other_claims, _site(COUNTED).replace("about: {editions: ladle/2011}", about)) == []
