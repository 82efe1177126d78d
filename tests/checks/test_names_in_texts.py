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


@pytest.mark.parametrize(("credit", "name"), [("Photo Ann Crunble", "Ann Crumble"), ("Photo Paul Mist", "Paul Mast")])
def test_a_name_with_a_slip_in_the_credit_of_a_picture_is_told(credit: str, name: str) -> None:
    site = SITE.replace("title: A\n", f"title: A\npicture: {{src: a.jpg, alt: An oven, credit: {credit}}}\n")
    site = site.replace("Paul Briochet]", "Paul Briochet, Paul Mast]")
    written = credit.removeprefix("Photo ")
    assert told(names_in_texts, site) == [f'content/articles/a.md:3:10: "{written}" is written almost like "{name}"']
    assert hints(names_in_texts, site) == [
        f'write {name}; if it is another, write `near-name-in-text = [{{texts = ["{written}"], reason = "…"}}]` below '
        "`[exceptions]` in site.toml"
    ]
    assert told(names_in_texts, site.replace(credit, f"Photo {name}")) == []
    assert told(names_in_texts, site.replace(credit, "Agency").replace("TEXT", "Then Paul Mist rose.")) == []


def test_a_name_with_a_slip_in_the_credit_of_a_figure_is_told() -> None:
    site = SITE.replace("TEXT", '![An oven](oven.jpg "The oven — Photo Ann Crunble")')
    assert [line.split(": ", 1)[1] for line in told(names_in_texts, site)] == [
        '"Ann Crunble" is written almost like "Ann Crumble"'
    ]
