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
        (
            "ceremony: {venue: La Salle du Four}",
            'the venue "La Salle du Four" is written almost like "Salle du Four" (editions/tarte/2018.yaml:1)',
        ),
        (
            "sources: {s1: {title: B, publisher: Courrier du four, date: 2020}}",
            'the publisher "Courrier du four" is written almost like "Le Courrier du four" '
            "(editions/tarte/2018.yaml:3)",
        ),
        (
            "method: {channels: [courrier, courier]}",
            'the channel "courier" is written almost like "courrier" (editions/tarte/2020.yaml:1)',
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


@pytest.mark.parametrize(("wrong", "right"), [("jurry", "jury"), ("votes", "vote"), ("teas", "tea")])
def test_a_short_word_with_a_letter_twice_or_an_s_is_told(wrong: str, right: str) -> None:
    words = ((2018, right), (2019, wrong))
    site = "".join(f"-- editions/tarte/{year}.yaml --\nmethod: {{how: [{word}]}}\n" for year, word in words)
    (line,) = told(near_words, site)
    assert line.startswith(f'editions/tarte/2019.yaml:1:1: the method "{wrong}" is written almost like "{right}"')
    assert told(near_words, site.replace(wrong, "fury")) == []


def test_one_letter_of_four_is_told_beside_what_stands_often() -> None:
    held = "".join(f"-- editions/tarte/{year}.yaml --\nceremony: {{venue: Le Four Bleu}}\n" for year in (2015, 2016))
    other = "-- editions/tarte/2018.yaml --\nceremony: {venue: Le Four Blau}\n"
    assert told(near_words, held + other) == []
    often = held + "-- editions/tarte/2017.yaml --\nceremony: {venue: Le Four Bleu}\n"
    (line,) = told(near_words, often + other)
    assert 'the venue "Le Four Blau" is written almost like "Le Four Bleu"' in line
    assert told(near_words, often.replace("Le Four Bleu", "Bleu") + other.replace("Le Four Blau", "Blau")) == []


def test_the_one_city_that_is_a_letter_away_from_all_others_is_told_in_any_length() -> None:
    def held(*cities: str) -> str:
        rows = enumerate(cities, 2015)
        return "".join(f"-- editions/tarte/{year}.yaml --\nceremony: {{city: {city}}}\n" for year, city in rows)

    for slip in ("Bth", "Bsth", "Nath", "Batg", "Baath"):
        assert told(near_words, held("Bath", "Bath", "Bath", slip)) == [
            f'editions/tarte/2018.yaml:1:11: the city "{slip}" is written almost like "Bath"'
            " (editions/tarte/2015.yaml:1)"
        ]
    assert hints(near_words, held("Bath", "Bath", "Bath", "Bth"))[0].startswith("write Bath; if they are two, write")
    for cities in (("Bath", "Bath", "Bth"), ("Bath", "Bath", "Bath", "Bth", "York"), ("Bath", "Bath", "Bath", "York")):
        assert told(near_words, held(*cities)) == []
    assert told(near_words, held("Bath", "Bath", "Bath", "Bsth", "Bsth")) == []


def test_the_credits_of_pictures_are_written_in_one_way() -> None:
    two = "".join(
        f"-- content/names/{id}.md --\n---\nname: {id}\nkind: person\n"
        f"picture: {{src: {id}.jpg, alt: {id} at work, credit: {credit}}}\n---\n"
        for id, credit in (("ann", "Photo Cy Doughh"), ("ben", "Photo Cy Dough"))
    )
    assert len(told(near_words, two)) == 1
