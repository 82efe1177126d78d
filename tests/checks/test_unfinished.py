"""Nothing stands for what was to be written later."""

import pytest

from palmarium.checks import unfinished
from tests.archives import hints, messages, told

SITE = """\
-- editions/pie/award.yaml --
name: The Golden Pie
categories: {apple: Best Apple Pie}
-- editions/pie/2016.yaml --
theme: THEME
ceremony: {date: 2016, venue: VENUE}
sources: {s: {title: "TITLE", publisher: The Mugford Leaf, date: 2016}}
results: {apple: {laureate: Ann Crust, role: ROLE, citation: CITATION}}
-- content/articles/a.md --
---
title: Pies
about: {awards: pie}
---
TEXT
"""
WORDS = {
    "THEME": "Steam",
    "VENUE": "The Mill",
    "TITLE": "Pies rose",
    "ROLE": "baker",
    "CITATION": "Light.",
    "TEXT": "Yes.",
}


def site(**other: str) -> str:
    made = SITE
    for key, text in {**WORDS, **other}.items():
        made = made.replace(key, text)
    return made


@pytest.mark.parametrize(
    ("key", "text", "place"),
    [
        ("VENUE", "TBC", "2016.yaml:2:11"), ("THEME", "XXX", "2016.yaml:1:1"),
        ("CITATION", "see above", "2016.yaml:4:29"),
        ("ROLE", "unknown", "2016.yaml:4:29"), ("VENUE", "n/a", "2016.yaml:2:11"), ("TITLE", "???", "2016.yaml:3:14"),
        ("ROLE", "à compléter", "2016.yaml:4:29"),
    ],
)  # fmt: skip
def test_a_key_that_says_nothing_is_told(key: str, text: str, place: str) -> None:
    assert told(unfinished, site(**{key: text})) == [f'editions/pie/{place}: "{text}" says nothing']
    assert hints(unfinished, site(**{key: text})) == ["write what is meant, or delete the key"]


@pytest.mark.parametrize(
    ("text", "said", "hint"),
    [
        ("XXX check with Mim!!", '"XXX" is left to do', "write what is meant, or delete it"),
        ("So ??? rose.", '"???" is left to do', "write what is meant, or delete it"),
        (
            "Lorem ipsum dolor sit amet.",
            '"Lorem ipsum dolor sit amet" fills a place',
            "write what is meant, or delete it",
        ),
        ("[photo here]", '"[photo here]" is left to do', "write what is meant, or delete it"),
        ("So the the train", '"the the" stands twice', "write the"),
        ("The the train", '"The the" stands twice', "write The"),
        ("CafÃ© too", '"CafÃ©" was read in a wrong encoding', "write Café"),
        (
            "Caf\ufffd too",
            '"Caf\ufffd" has lost a letter: the sign \ufffd stands in its place',
            "write what is meant, or delete it",
        ),
        ("So pies ,and", '"pies ," has a space before its comma', "write pies,"),
        ("So co\u00adst", '"co\u00adst" holds a soft hyphen, by which nobody finds it', "write cost"),
    ],
)
def test_what_is_left_to_do_in_a_text_is_told(text: str, said: str, hint: str) -> None:
    assert messages(unfinished, site(TEXT=text)) == [said]
    assert hints(unfinished, site(TEXT=text)) == [hint]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "The Bowl XXX was held.",
            "`TODO`",
            '"the the"',
            "[[Ann Crust]]",
            "They had had that that day.",
            "À à ça, São",
        ),
        *("What? Really??", "the The Crust", "[photo](https://a.example/)", "Ça, ici et là", "out of of-course"),
    ],
)
def test_other_words_may_stand(text: str) -> None:
    assert [line for line in told(unfinished, site(TEXT=text)) if "twice" not in line or "The" not in text] == []


@pytest.mark.parametrize(
    ("deck", "what", "hint"),
    [
        ("Two bakers rise and the", '"Two bakers rise and the" breaks off', "write the rest, or delete these words"),
        ("Ann, Ben and Cy,", '"Ann, Ben and Cy," breaks off', "write the rest, or delete these words"),
        ("deck_v2.docx", '"deck_v2.docx" is the name of a file', "write the words themselves"),
    ],
)
def test_words_that_break_off_and_names_of_files_are_told(deck: str, what: str, hint: str) -> None:
    text = f"-- content/articles/b.md --\n---\ntitle: Pies\ndeck: {deck}\n---\nSo.\n"
    assert told(unfinished, text) == [f"content/articles/b.md:2:1: {what}"]
    assert hints(unfinished, text) == [hint]


def test_that_a_picture_says_no_more_than_its_file_is_told_of_pictures_alone() -> None:
    text = "-- content/articles/b.md --\n---\ntitle: Pies\npicture: {src: a.jpg, alt: ALT}\n---\nSo.\n"
    assert told(unfinished, text.replace("ALT", "deck_v2.jpg")) == []
    assert len(told(unfinished, text.replace("ALT", "Two bakers rise and the"))) == 1


@pytest.mark.parametrize("deck", ["A pie of the sort we know.", "pies.example", "And then", "Et la fête"])
def test_words_that_end_are_free(deck: str) -> None:
    assert told(unfinished, f"-- content/articles/b.md --\n---\ntitle: Pies\ndeck: {deck}\n---\nSo.\n") == []


@pytest.mark.parametrize(
    ("text", "said", "hint"),
    [
        ("Nobody heard why .", '"why ." has a space before its stop', "write why."),
        (
            "So the com-\npany rose.",
            '"com- pany" is parted at the end of a line, and printed so',
            "write company, or both halves on one line",
        ),
        (
            "They \ufb01nally rose.",
            '"\ufb01nally" holds two letters in one sign, by which nobody finds it',
            "write finally",
        ),
    ],
)
def test_what_a_program_left_of_a_printed_page_is_told(text: str, said: str, hint: str) -> None:
    site = f"-- content/articles/b.md --\n---\ntitle: Pies\n---\n{text}\n"
    [line] = told(unfinished, site)
    assert line.endswith(said)
    assert hints(unfinished, site) == [hint]


@pytest.mark.parametrize("text", ["A ... B", "So - and\nso.", "Jean-\nMarie", "Well .5 of it.", "X-ray"])
def test_other_signs_may_stand(text: str) -> None:
    assert told(unfinished, f"-- content/articles/b.md --\n---\ntitle: Pies\n---\n{text}\n") == []
