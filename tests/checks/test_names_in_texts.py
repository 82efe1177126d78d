"""A name in a text is spelt as the archive spells it."""

import pytest

from palmarium.checks import names_in_texts
from tests.archives import hints, told

SITE = """\
-- editions/tarte/2020.yaml --
results: {pomme: [Ann Crumble, Les Ateliers Gwenn, Crumble, Paul Brioche, Paul Briochet]}
-- content/articles/a.md --
---
title: A
---

TEXT
"""


@pytest.mark.parametrize(
    ("text", "written", "name"),
    [
        ("Puis Ann Crunble arrive.", "Ann Crunble", "Ann Crumble"),
        ("Puis **Ann Crumbel** arrive.", "Ann Crumbel", "Ann Crumble"),
        ("Voilà Les Atelier Gwenn.", "", ""),
        ("Voilà Les Ateleirs Gwenn.", "Les Ateleirs Gwenn", "Les Ateliers Gwenn"),
    ],
)
def test_a_name_with_a_slip_is_told(text: str, written: str, name: str) -> None:
    found = told(names_in_texts, SITE.replace("TEXT", text))
    column = text.find(written) + 1
    said = f'content/articles/a.md:5:{column}: "{written}" is written almost like "{name}"'
    assert found == [said] * bool(written)


@pytest.mark.parametrize(
    "text",
    [
        *("Puis Ann Crumble arrive.", "Ann, Crunble.", "« Ann Crunble » dit-on.", "`Ann Crunble`", "Une Ann Crusade."),
        *("Paul Brioche et Paul Briochet.", "ann crunble", "Crunble"),
    ],
)
def test_other_words_pass(text: str) -> None:
    assert told(names_in_texts, SITE.replace("TEXT", text)) == []


def test_it_is_told_once_with_what_to_write() -> None:
    (hint,) = hints(names_in_texts, SITE.replace("TEXT", "Ann Crunble, puis Ann Crunble."))
    assert hint.startswith("write Ann Crumble; if it is another, write `near-name-in-text = [{texts = [")
