"""Two keys do not hold the same words."""

import pytest

from palmarium.checks import same_text
from tests.archives import hints, messages, told

EDITION = "-- editions/tarte/2020.yaml --\nLINE\n"


def _name(line: str) -> str:
    return f"-- content/names/ann.md --\n---\nname: Ann Crust\nkind: person\n{line}\n---\n"


@pytest.mark.parametrize(
    ("site", "message"),
    [
        ("ceremony: {venue: Whitby, city: Whitby}", '`city` and `venue` both say "Whitby"'),
        ("results: {pomme: {laureate: Ann, citation: Bravo., note: bravo}}", '`citation` and `note` both say "Bravo."'),
        ("results: {pomme: {laureate: Ann, for: ann}}", '`laureate` and `for` both say "Ann"'),
    ],
)
def test_the_same_words_under_two_keys_are_told(site: str, message: str) -> None:
    assert messages(same_text, EDITION.replace("LINE", site)) == [message]


def test_it_is_told_of_every_record_with_what_to_delete() -> None:
    assert hints(same_text, _name("description: Ann Crust")) == ["delete `description`, or write its own"]
    article = "-- content/articles/a.md --\n---\ntitle: Nuit\ndeck: Nuit.\n---\n\nTexte.\n"
    assert hints(same_text, article) == ["delete `deck`, or write its own"]
    note = "-- content/pages/a.md --\n---\ntitle: Nuit\ndescription: Nuit\n---\n\nTexte.\n"
    assert hints(same_text, note) == ["delete `description`, or write its own"]
    award = "-- editions/tarte/award.yaml --\nname: T\ncategories: {a: {name: Pomme, description: Pomme}}\n"
    assert hints(same_text, award) == ["delete `description`, or write its own"]


@pytest.mark.parametrize(
    "line",
    [
        *("ceremony: {venue: Guild Hall, city: Whitby}", "results: {pomme: {laureate: Ann, citation: A, note: B}}"),
        "results: {pomme: {laureate: {name: Le Film, kind: work}, for: Le Film}}",
    ],
)
def test_other_words_and_works_pass(line: str) -> None:
    assert told(same_text, EDITION.replace("LINE", line)) == []


def test_a_citation_is_not_the_title_of_the_work() -> None:
    site = "-- editions/tarte/2020.yaml --\nresults: {pomme: {laureate: Ann, for: The Lamp, citation: CITED}}\n"
    assert messages(same_text, site.replace("CITED", "the lamp")) == ['`for` and `citation` both say "The Lamp"']
    assert messages(same_text, site.replace("CITED", "A light")) == []
