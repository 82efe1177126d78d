"""The number of a claim is the one in its words."""

import pytest

from palmarium.checks import claim_words
from tests.archives import hints, messages, told

EDITION = "-- editions/tarte/2020.yaml --\nclaims: [{says: WORDS, count: COUNT, is: IS}]\n"


def _site(words: str, value: int, count: str = "titles") -> str:
    return EDITION.replace("WORDS", f'"{words}"').replace("COUNT", count).replace("IS", str(value))


@pytest.mark.parametrize(
    ("words", "value", "count", "held"),
    [
        ("quatre lauréats", 3, "laureates", "4"),
        ("26 lauréats", 62, "laureates", "26"),
        ("1 500 candidats", 150, "stated", "1500"),
        ("two or three titles", 4, "titles", "2 and 3"),
        ("sixième édition", 7, "ordinal", "6"),
        ("une place de 3e", 1, "rank", "3"),
    ],
)
def test_another_number_than_the_words_hold_is_told(words: str, value: int, count: str, held: str) -> None:
    site = _site(words, value, count)
    assert messages(claim_words, site) == [f'"{words}" holds {held}, and the claim is {value}']


@pytest.mark.parametrize(
    ("words", "value", "count"),
    [
        ("quatre lauréats", 4, "laureates"),
        ("four or five titles", 5, "titles"),
        ("une poignée de lauréats", 5, "laureates"),
        ("un record de titres", 5, "titles"),
        ("les lauréats de 2020", 26, "laureates"),
        ("deux fois plus de lauréats", 26, "laureates"),
        ("pour la première fois", 7, "first-time"),
        ("de nombreux lauréats", 26, "laureates"),
        ("sixième édition", 6, "ordinal"),
        ("une entreprise sur trois", 12, "titles"),
    ],
)
def test_words_that_do_not_contradict_pass(words: str, value: int, count: str) -> None:
    assert told(claim_words, _site(words, value, count)) == []


def test_the_hint_is_written_as_the_claim_is() -> None:
    assert hints(claim_words, _site("quatre titres", 3)) == ["write `is: 4`, or correct the words"]
    article = (
        "-- content/articles/a.md --\n---\ntitle: A\n---\n\nIls furent [quatre lauréats]{laureates tarte/2020 is=3}.\n"
    )
    assert hints(claim_words, article) == ["write `is=4`, or correct the words"]
    assert told(claim_words, article)[0].startswith("content/articles/a.md:5:12: ")


@pytest.mark.parametrize(
    ("words", "count", "other"),
    [
        ("trois jurés", "laureates", "jurors"),
        ("three categories", "laureates", "categories"),
        ("trois lauréates", "jurors", "laureates"),
        ("trois partenaires", "categories", "partners"),
    ],
)
def test_words_that_speak_of_what_is_not_counted_are_told(words: str, count: str, other: str) -> None:
    assert hints(claim_words, _site(words, 3, count)) == [f"write `count: {other}`, or correct the words"]
    assert told(claim_words, _site(words, 3, other)) == []


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("trois prix", "laureates"),
        ("trois lauréats du jury", "jurors"),
        ("trois lauréats", "titles"),
        ("3 jurés", "stated"),
    ],
)
def test_words_that_may_speak_of_it_pass(words: str, count: str) -> None:
    assert told(claim_words, _site(words, 3, count)) == []


def test_where_the_archive_finds_the_number_the_words_are_wrong() -> None:
    site = "-- editions/pie/award.yaml --\nname: Pie\n-- editions/pie/2011.yaml --\nordinal: 3\ncoverage: complete\n"
    claim = "claims: [{says: fourth edition, count: ordinal, is: 3}]\n"
    assert hints(claim_words, site + claim) == ["correct the words: the archive finds 3, too"]
    assert hints(claim_words, site + claim.replace("is: 3", "is: 5")) == ["write `is: 4`, or correct the words"]
