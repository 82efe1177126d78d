"""Words that are free to choose are spelt in one way."""

import pytest

from palmarium.checks import near_words
from tests.archives import hints, told

SITE = """\
-- editions/tarte/2018.yaml --
ceremony: {city: Whitby, venue: Salle du Four}
results: {pomme: {laureate: Ann, scope: sector:farine, for: {title: A, kind: tartelette}}}
sources: {s1: {title: A, publisher: Le Courrier du four, date: 2018}}
-- editions/tarte/2019.yaml --
ceremony: {city: Whitby, venue: Salle du Four}
-- editions/tarte/2020.yaml --
LINE
"""


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "ceremony: {city: Whitbey}",
            'the city "Whitbey" is written almost like "Whitby" (editions/tarte/2018.yaml:1)',
        ),
        ("ceremony: {city: whitby}", 'the city "whitby" is written almost like "Whitby" (editions/tarte/2018.yaml:1)'),
        (
            "events: {name: A, venue: Salle-du-Four}",
            'the venue "Salle-du-Four" is written almost like "Salle du Four" (editions/tarte/2018.yaml:1)',
        ),
        (
            "results: {pomme: {laureate: Ann, scope: sector:farien}}",
            'the scope "sector:farien" is written almost like "sector:farine" (editions/tarte/2018.yaml:2)',
        ),
        (
            "results: {pomme: {laureate: Ann, for: {title: A, kind: tartelete}}}",
            'the kind of work "tartelete" is written almost like "tartelette" (editions/tarte/2018.yaml:2)',
        ),
        (
            "sources: {s1: {title: B, publisher: Le Courier du four, date: 2020}}",
            'the publisher "Le Courier du four" is written almost like "Le Courrier du four" '
            "(editions/tarte/2018.yaml:3)",
        ),
    ],
)
def test_a_word_that_is_nearly_another_is_told(line: str, message: str) -> None:
    site = SITE.replace("LINE", line)
    (found,) = told(near_words, site)
    assert found.startswith("editions/tarte/2020.yaml:1:")
    assert found.split(": ", 1)[1] == message


@pytest.mark.parametrize(
    "line",
    [
        *("ceremony: {city: Whitley Bay}", "ceremony: {city: Whitby}", "events: {name: A, venue: Salle du Four 2}"),
        "results: {pomme: [{laureate: Ann, scope: sector:a}, {laureate: Ann, scope: sector:b}]}",
        "results: {pomme: [{laureate: Ann, scope: sector:nord}, {laureate: Ann, scope: sector:bord}]}",
        "events: [{name: A, region: Nord 1}, {name: B, region: Nord 2}]",
        "ceremony: {city: Salle du Four}",
    ],
)
def test_words_that_are_apart_pass(line: str) -> None:
    assert told(near_words, SITE.replace("LINE", line)) == []


def test_the_rarer_one_is_told() -> None:
    site = SITE.replace("Whitby", "Whitbey", 1).replace("LINE", "ceremony: {city: Whitby}")
    assert told(near_words, site)[0].startswith("editions/tarte/2018.yaml:1:")
    assert hints(near_words, site) == [
        'write Whitby; if they are two, write `near-word = [{texts = ["Whitby", "Whitbey"], reason = "…"}]` '
        "below `[exceptions]` in site.toml"
    ]


def test_a_role_differs_in_more_than_capitals() -> None:
    site = "-- editions/tarte/2020.yaml --\njury: [{name: Ann, role: présidente}, {name: Ben, role: ROLE}]\n"
    assert len(told(near_words, site.replace("ROLE", "Présidente"))) == 1
    assert told(near_words, site.replace("ROLE", "président")) == []
