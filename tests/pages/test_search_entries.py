"""What is written in another script is found by its Latin letters, and by its reading."""

import pytest

from palmarium.pages.parts.search_entries import found_name
from palmarium.sources.plaintext import in_latin
from tests.exports.exported import context


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        *(("屠呦呦", "Tu Youyou"), ("Łukasz Żal", "Lukasz Zal"), ("Чайковский", "Chaykovskiy"), ("Ødegård", "Odegard")),
        # Every browser finds these by letters without accents; of Arabic there are no vowels to be had.
        *(("Éclair & Œuf – 3 %", ""), ("Zoé", ""), ("Straße", ""), ("محمد", "mhmd")),
    ],
)
def test_a_text_in_the_letters_of_english(text: str, latin: str) -> None:
    assert in_latin(text) == latin


def test_a_name_is_found_by_its_reading_and_by_latin_letters() -> None:
    site = """\
-- content/names/tu.md --
---
name: 屠呦呦
kind: person
reading: Tú Yōuyōu
aliases: [Ту Юю]
---
"""
    there = context(site)
    assert found_name(there, there.archive.names["tu"]).also == ("Tú Yōuyōu", "Ту Юю", "Tu Youyou", "Tu Yuyu")
