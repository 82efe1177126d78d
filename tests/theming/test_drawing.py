"""A medal bears initials, in the shape of the kind of name."""

from xml.etree import ElementTree

import pytest

from palmarium.model import Kind
from palmarium.theming.drawing import initials, medal


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Mercedes-Benz", "MB"),
        ("Union nationale des PIMMS", "UP"),
        ("Club d’Arc", "CA"),
        ("AFRC", "AFRC"),
        ("SP2C", "SP2C"),
        ("MAIF et Macif Assurances Vie Europe", "MMA"),
        ("vente-privee", "VP"),
        ("24 h de la Relation Client", "2RC"),
        ("屠呦呦", "屠"),
        ("& Co.", "C"),
        ("…", ""),
    ],
)
def test_initials_are_those_of_the_proper_words(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_each_kind_has_a_shape_of_its_own_and_says_nothing_aloud() -> None:
    medals = [medal("Ann Crust", kind) for kind in Kind]
    assert len(set(medals)) == len(Kind)
    for each in medals:
        root = ElementTree.fromstring(each)
        assert root.get("aria-hidden") == "true"
        assert "".join(root.itertext()) == "AC"


def test_a_name_without_letters_has_no_medal() -> None:
    assert medal("…", Kind.PERSON) == ""
