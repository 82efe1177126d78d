import pytest

from palmarium.checks import adrift
from tests.archives import hints, told

EDITIONS = """\
-- editions/pie/award.yaml --
name: Pie
categories: {pie: Pie}
-- editions/pie/2010.yaml --
results: {pie: Ann Crust}
-- editions/pie/2011.yaml --
results: {pie: Ann Crust}
"""
MESSAGE = "content/articles/pies.md:2:1: this article does not say what it is about, and links to nothing"


def article(front: str = "", text: str = "Text.") -> str:
    return f"-- content/articles/pies.md --\n---\ntitle: Pies\n{front}---\n{text}\n"


def test_an_article_that_leads_nowhere_is_told_with_the_latest_edition() -> None:
    assert told(adrift, article() + EDITIONS) == [MESSAGE]
    assert hints(adrift, article() + EDITIONS) == ["write `about: {editions: pie/2011}`, or names, categories, awards"]


def test_without_an_edition_the_hint_shows_the_form() -> None:
    assert hints(adrift, article()) == ["write `about: {editions: <award>/<edition>}`, or names, categories, awards"]


@pytest.mark.parametrize("about", ["editions: pie/2010", "names: Ann Crust", "categories: pie/pie", "awards: pie"])
def test_an_article_about_something_passes(about: str) -> None:
    assert told(adrift, article(f"about: {{{about}}}\n") + EDITIONS) == []


@pytest.mark.parametrize("claim", ["[2]{titles pie/2010}", "[2]{titles pie}"])
def test_a_number_of_an_edition_or_an_award_is_enough(claim: str) -> None:
    assert told(adrift, article(text=claim) + EDITIONS) == []
    assert told(adrift, article(text="[2]{titles}") + EDITIONS) == [MESSAGE]


def test_a_link_in_the_text_is_enough_if_it_leads_somewhere() -> None:
    assert told(adrift, article(text="By [[Ann Crust]].") + EDITIONS) == []
    assert told(adrift, article(text="By [[Nobody]] ![x](a.jpg).") + EDITIONS) == [MESSAGE]


def test_a_translation_is_about_what_its_original_is_also_where_that_is_not_found() -> None:
    assert told(adrift, article("language: fr\ntranslates: pies.md\n") + EDITIONS) == []
