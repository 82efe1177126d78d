"""Names are in the order of CLDR: that of pyuca, with what a language has otherwise; an index has them by script."""

import random
from itertools import chain

import pytest
from pyuca import Collator

from palmarium.sources.collation import DIGITS, FIELD, OTHER, filed, headings

FIRST = (
    *(
        "Ann",
        "Łukasz",
        "Zoé",
        "Ødegård",
        "Éclair",
        "æon",
        "ÆON",
        "Œuvre",
        "ñandú",
        "Ivan",
        "ivan",
        "İpek",
        "d’Or",
        "d'Or",
    ),
    *(
        "(RED)",
        "24 h",
        "7",
        "L’Oréal",
        "Straße",
        "Strasse",
        "Δάφνη",
        "Борис",
        "Йордан",
        "محمد",
        "أحمد",
        "דוד",
        "屠呦呦",
    ),
    *("カメラ", "がく", "かく", "김", "Q.", "AT&T", "Å", "Ä", "Ö", "Z", "ž", "þór", "ðór"),
)

SAMPLES = {
    "fr": "abricot Ananas Éclair Łukasz Macaron Ñandu Ødegård Odette œuf Zoé",
    "es": "nube nz ñandú Ñuño ocio Zamora",
    "sv": "Ask Valin Wallin Über Ysta Zorn Åberg Ärla Öberg Ødegård",
    "da": "Ann Zeta Æble Ødegård Åse Aase",
    "de": "Afel Äfel Afela Zoe",
    "cs": "Cyril Čapek Hora Chalupa Igor",
    "pl": "Lwów Łódź Mława Zorza Źródło Żaba",
    "ar": "24 آمنة ابن أحمد إيمان بدر محمد Zoe Борис",
}


def test_ten_thousand_names_are_in_the_order_of_pyuca() -> None:
    chance = random.Random(7)
    names = {
        " ".join(chance.choices(FIRST, k=chance.randint(1, 3))) + "".join(chance.choices("abéñ 1", k=2))
        for _ in range(14_000)
    }
    assert len(names) > 10_000
    theirs = sorted(sorted(names), key=Collator().sort_key)
    assert sorted(sorted(names), key=lambda name: filed(name, "fr")[0]) == theirs


@pytest.mark.parametrize("language", SAMPLES)
def test_a_language_has_its_own_order(language: str) -> None:
    words = SAMPLES[language].split()
    assert sorted(sorted(words), key=lambda word: filed(word, language)[0]) == words


def test_the_letter_of_an_index_is_that_of_the_language() -> None:
    assert [filed("Ødegård", language)[1] for language in ("fr", "da", "sv")] == ["O", "Ø", "Ö"]
    assert [filed("Łukasz", language)[1] for language in ("fr", "pl")] == ["L", "Ł"]
    assert [filed("Chalupa", language)[1] for language in ("fr", "cs")] == ["C", "CH"]
    assert [
        filed(name, "fr")[1] for name in ("«Œuf»", "24 h", "屠呦呦", "", "…", "がく", "각", "Άλφα", "أحمد", "שלום")
    ] == [*("O", DIGITS, OTHER, OTHER, OTHER, "か", "가", "Α", "ا", "ש")]


def test_the_script_of_the_language_goes_first() -> None:
    assert [scripts[0] for scripts in headings("fr")] == ["A", "Α", "А", "א", "ا", "가", "あ"]
    assert [scripts[0] for scripts in headings("ar")] == ["ا", "A", "Α", "А", "א", "가", "あ"]
    names = ["7", "أحمد", "محمد", "Zoe", "Борис"]
    assert sorted(sorted(names), key=lambda name: filed(name, "ar")[0]) == names


def test_every_heading_stands_where_its_letter_does() -> None:
    for language in ("fr", "sv", "da", "nb", "cs", "hu", "tr", "es", "ar", "fa", "ru", "uk", "el", "he", "ko", "lv"):
        every = tuple(chain.from_iterable(headings(language)))
        assert [filed(heading, language)[1] for heading in every] == [*every], language


def test_a_family_name_goes_before_one_that_begins_with_it() -> None:
    names = [f"Joliot{FIELD}Frédéric", "Joliot", "Joliot Fils", f"Joliot-Curie{FIELD}Irène"]
    assert sorted(names, key=lambda name: filed(name, "fr")[0]) == [names[1], names[0], *names[2:]]


def test_a_key_can_be_kept() -> None:
    for name in FIRST:
        assert filed(name, "fr")[0].encode()
