"""When something began or ended is the same in a text as under its keys."""

import pytest

from palmarium.checks import lives_in_texts
from tests.archives import messages, told

SITE = """\
-- editions/ladle/award.yaml --
name: The Golden Ladle
founded: 1998
ended: 2014
DESCRIBED
-- content/names/dill-saffron.md --
---
name: Dill Saffron
kind: person
born: 1970-05-02
died: 2012
---
BODY
-- content/names/broth.md --
---
name: Broth & Sons
kind: organisation
born: 1950
---
-- content/articles/night.md --
---
title: The night
---

TEXT
"""


def _site(text: str = "Nothing.", body: str = "", described: str = "") -> str:
    return SITE.replace("TEXT", text).replace("BODY", body).replace("DESCRIBED", described or "country: GB")


LADLE, DILL, BROTH = "editions/ladle/award.yaml", "content/names/dill-saffron.md", "content/names/broth.md"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "[[ladle]] was founded in 1989.",
            f'"was founded in 1989" is said of The Golden Ladle, and `founded` is 1998 ({LADLE})',
        ),
        ("[[ladle]], which was created in Bath in May 1989, is old.", ""),
        ("Fondée en 1997, [[ladle]] est jeune.", ""),
        ("[[ladle|Le prix]] a été créé en 1989.", ""),
        ("[[ladle]], abolished in 2015, is gone.", ""),
        (
            "[[Dill Saffron]], born in 1972, rose.",
            f'"born in 1972" is said of Dill Saffron, and `born` is 1970-05-02 ({DILL})',
        ),
        ("[[Dill Saffron]] est née à Lyon le 2 mai 1971.", ""),
        ("[[Dill Saffron]] (1971–2012) rose.", ""),
        ("[[Dill Saffron]] (1970–2013) rose.", f'"1970–2013)" is said of Dill Saffron, and `died` is 2012 ({DILL})'),
        ("[[Dill Saffron]] died in 2013.", ""),
        ("Born in 1972, [[Dill Saffron]] rose.", ""),
        ("[[Broth & Sons]], founded in 1960, sells soup.", ""),
    ],
)
def test_a_year_that_is_another_is_told(text: str, message: str) -> None:
    (line,) = messages(lives_in_texts, _site(text))
    assert not message or line == message


@pytest.mark.parametrize(
    "text",
    [
        "[[ladle]] was founded in 1998, and abolished in 2014.",
        "[[ladle]] was not founded in 1989.",
        "[[ladle]] founded in 2005 a school. [[ladle]], which founded in 2005 a school, is rich.",
        "[[ladle]] lives: the guild was founded in 1950.",
        "In 1989 [[ladle]] was a dream.",
        "[[Dill Saffron]], born in 1970, died in 2012.",
        "[[Dill Saffron]] (2009, 2011) won twice, and then [[Dill Saffron]] (1970–2012) died.",
        "[[Dill Saffron]] met her pupil, born in 1990.",
        "She said “[[Dill Saffron]] was born in 1972”.",
        "[[Broth & Sons]], founded in 1950, was joined by [[Dill Saffron]] in 1990.",
        "The mother of [[Dill Saffron]] was born in 1940.",
    ],
)
def test_a_year_that_is_so_or_is_of_something_else_passes(text: str) -> None:
    found = messages(lives_in_texts, _site(text))
    assert found == [] or text.startswith("The mother")


@pytest.mark.parametrize(
    "body",
    [
        "She was born in 1972 on a barge.",
        "**Dill Saffron** est née en 1972.",
        "Born in Bath in 1972, she swam.",
        "Née en 1972.",
    ],
)
def test_the_file_of_a_name_says_its_own_years(body: str) -> None:
    assert len(messages(lives_in_texts, _site(body=body))) == 1
    assert told(lives_in_texts, _site(body=body.replace("1972", "1970"))) == []


def test_the_file_of_a_name_may_tell_of_others() -> None:
    for body in ("Her school was founded in 1990.", "[[Broth & Sons]] was her uncle's. He was born in 1920."):
        assert told(lives_in_texts, _site(body=body)) == []


@pytest.mark.parametrize("key", ["description", "note"])
def test_the_description_of_an_award_says_when_it_was_founded(key: str) -> None:
    wrong = _site(described=f"{key}: 'A prize for soups, founded in 1989.'")
    assert messages(lives_in_texts, wrong) == [f"the {key} says that it was founded in 1989, and `founded` 1998"]
    for passes in ("A prize for soups, founded in 1998.", "A prize of the Guild founded in 1950.", "Soups of 1989."):
        assert told(lives_in_texts, _site(described=f"{key}: '{passes}'")) == []


def _of_broth(body: str) -> str:
    return SITE.replace("born: 1950\n---\n", f"born: 1950\n---\n{body}\n").replace("DESCRIBED", "country: GB")


@pytest.mark.parametrize(
    "body",
    [
        "Broth & Sons is a kitchen on the quay, founded in 1911 by two sisters.",
        "Broth & Sons is a kitchen that was founded in 1911.",
        "It feeds a town. The company was founded in 1911.",
        "La maison a été fondée en 1911.",
        "Broth & Sons dates from 1911.",
        "Broth & Sons opened in 1911.",
    ],
)
def test_the_file_of_an_organisation_says_its_own_years(body: str) -> None:
    assert len(messages(lives_in_texts, _of_broth(body))) == 1
    assert told(lives_in_texts, _of_broth(body.replace("1911", "1950"))) == []


@pytest.mark.parametrize(
    "body",
    [
        "Broth & Sons is a sponsor of the fair, founded in 1911.",
        "Broth & Sons opened in 1911 a second kitchen.",
        "The prize was founded in 1911.",
        "Broth & Sons, a kitchen, feeds the school that was founded in 1911.",
    ],
)
def test_what_another_began_is_not_told_of_an_organisation(body: str) -> None:
    assert told(lives_in_texts, _of_broth(body)) == []


@pytest.mark.parametrize(
    "text",
    [
        "[[Dill Saffron]] est née le 12 mai 1970.",
        "[[Dill Saffron]] est née à Lyon le 2 juin 1970.",
        "[[Dill Saffron]] was born on 3 May 1970.",
        "[[Dill Saffron]] was born in May 3, 1970.",
        "[[Dill Saffron]] was born in June 1970.",
    ],
)
def test_another_day_or_month_is_told_as_another_year_is(text: str) -> None:
    (line,) = messages(lives_in_texts, _site(text))
    assert line.endswith(f"is said of Dill Saffron, and `born` is 1970-05-02 ({DILL})")
    for passes in ("est née le 2 mai 1970", "was born on 2nd May 1970", "was born in May 1970", "died on 3 June 2012"):
        assert told(lives_in_texts, _site(f"[[Dill Saffron]] {passes}.")) == []


@pytest.mark.parametrize("said", ["Dill Saffron (1970–2013)", "Dill Saffron, 1970-2013", "Dill Saffron died in 2013"])
@pytest.mark.parametrize("key", ["title", "deck"])
def test_the_title_and_the_deck_of_an_article_say_the_years_of_whom_it_is_about(key: str, said: str) -> None:
    def site(said: str, about: str = "Dill Saffron") -> str:
        other = "title: A life\n" if key == "deck" else ""
        return _site().replace("title: The night\n", f"{other}{key}: '{said}'\nabout: {{names: {about}}}\n")

    (line,) = messages(lives_in_texts, site(said))
    assert line.endswith(f"is said of Dill Saffron, and `died` is 2012 ({DILL})")
    assert told(lives_in_texts, site(said.replace("2013", "2012"))) == []
    assert told(lives_in_texts, site(said, "Broth & Sons")) == []
    for passes in ("Dill Saffron, her prizes of 1999-2009", "The pots of Dill Saffron, 1999"):
        assert told(lives_in_texts, site(passes)) == []


def test_the_description_of_a_person_says_the_years_of_its_own() -> None:
    for said, count in (("(1970–2013), cook", 1), ("(1970–2012), cook", 0), ("born in 1971", 0)):
        site = _site().replace("born: 1970", f"description: '{said}'\nborn: 1970")
        assert len(told(lives_in_texts, site)) == count


def test_a_sentence_without_a_subject_is_told_where_it_begins() -> None:
    (line,) = told(lives_in_texts, _of_broth("\n\nFounded in 1911 on the quay."))
    (other,) = told(lives_in_texts, _of_broth("Founded in 1911 on the quay."))
    assert int(line.split(":")[1]) == int(other.split(":")[1]) + 2
