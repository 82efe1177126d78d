"""A word that stands for nobody is no laureate."""

import pytest

from palmarium.checks import pseudo_names
from tests.archives import hints, told

SITE = """\
-- editions/tarte/award.yaml --
name: Prix Imaginaire de la Tarte
categories: {pomme: Pomme}
-- editions/tarte/2020.yaml --
results: {pomme: "NAME"}
"""


@pytest.mark.parametrize("name", ["N.C.", "n.c", "Inconnu", "TBD", "3"])
def test_nobody_known_is_written_unknown(name: str) -> None:
    site = SITE.replace("NAME", name)
    assert told(pseudo_names, site) == [f'editions/tarte/2020.yaml:1:18: "{name}" is nobody\'s name']
    assert hints(pseudo_names, site) == ["write `unknown` instead"]


@pytest.mark.parametrize("name", ["Aucun lauréat", "No award", "Non attribué", "該当なし", "no", "Non", "nil"])
def test_nobody_at_all_is_written_not_awarded(name: str) -> None:
    site = SITE.replace("NAME", name)
    assert hints(pseudo_names, site) == ["write `not_awarded: {reason: …}` for the category"]


@pytest.mark.parametrize("name", ["Nestlé", "Personne Ltd", "NC Soft", "24 h de la Tarte"])
def test_names_that_hold_such_a_word_are_names(name: str) -> None:
    assert told(pseudo_names, SITE.replace("NAME", name)) == []
