"""What stands under two keys does not stand there the wrong way round."""

import pytest

from palmarium.checks import exchanged
from tests.archives import hints, messages, told

SITE = """\
-- editions/tarte/2019.yaml --
ceremony: {venue: Salle du Four, city: Brest}
jury:
  - {name: Ann Crust, role: présidente, org: Guilde des Tartes}
results: {pomme: {laureate: Ben Crumble, role: chef, org: Le Moulin}}
sources: {s1: {title: A, author: Cleo Custard, publisher: Le Journal du Four, date: 2019}}
-- content/names/four.md --
---
name: Le Four
kind: organisation
---
-- editions/tarte/2020.yaml --
"""


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        (
            "jury: {name: Di Fork, role: Guilde des Tartes, org: présidente}",
            '"Guilde des Tartes" is the role here, beside the org "présidente"; elsewhere it is the other way round',
            "write `role: présidente, org: Guilde des Tartes`",
        ),
        (
            "jury: {name: Di Fork, role: Le Four, org: trésorière}",
            '"Le Four" is the role here, beside the org "trésorière"; elsewhere it is the other way round',
            "write `role: trésorière, org: Le Four`",
        ),
        (
            "results: {pomme: {laureate: Di Fork, role: La Râpe, org: chef}}",
            '"La Râpe" is the role here, beside the org "chef"; elsewhere it is the other way round',
            "write `role: chef, org: La Râpe`",
        ),
        (
            "jury: {name: Di Fork, role: Le Four}",
            '"Le Four" is the role here; elsewhere it is the other way round',
            "write `org: Le Four`",
        ),
        (
            "ceremony: {venue: Brest, city: Salle du Four}",
            '"Brest" is the venue here, beside the city "Salle du Four"; elsewhere it is the other way round',
            "write `venue: Salle du Four, city: Brest`",
        ),
        (
            "sources: {s1: {title: B, author: Le Journal du Four, publisher: Cleo Custard, date: 2020}}",
            '"Le Journal du Four" is the author here, beside the publisher "Cleo Custard"; elsewhere '
            "it is the other way round",
            "write `author: Cleo Custard, publisher: Le Journal du Four`",
        ),
    ],
)
def test_what_was_exchanged_is_told(line: str, message: str, hint: str) -> None:
    assert messages(exchanged, SITE + line) == [message]
    assert hints(exchanged, SITE + line) == [hint]


@pytest.mark.parametrize(
    "line",
    [
        "jury: {name: Di Fork, role: présidente, org: Guilde des Tartes}",
        "jury: {name: Di Fork, role: trésorière, org: La Râpe}",
        "jury: {name: Di Fork, role: chef}",
        "jury: {name: Di Fork, org: Le Four}",
        "ceremony: {venue: Brest, city: Brest}",
        "ceremony: {venue: La Capitainerie, city: Brest}",
        "jury: {name: Di Fork, role: Ben Crumble, org: Le Moulin}",
    ],
)
def test_what_stands_right_or_may_passes(line: str) -> None:
    assert told(exchanged, SITE + line) == []


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        (
            "jury: {name: Di Fork, org: présidente}",
            '"présidente" is the org here, and a role elsewhere',
            "write `role: présidente`",
        ),
        (
            "jury: {name: Di Fork, role: trésorière de la Guilde des Tartes}",
            'the role "trésorière de la Guilde des Tartes" names Guilde des Tartes, which the archive knows',
            "write `role: trésorière, org: Guilde des Tartes`",
        ),
        (
            "results: {pomme: {laureate: Di Fork, role: head steward at Le Moulin}}",
            'the role "head steward at Le Moulin" names Le Moulin, which the archive knows',
            "write `role: head steward, org: Le Moulin`",
        ),
        (
            "jury: {name: Di Fork, role: chef (Le Four)}",
            'the role "chef (Le Four)" names Le Four, which the archive knows',
            "write `role: chef, org: Le Four`",
        ),
        (
            "ceremony: {venue: Le Phare, city: Brest}\nhosts: [Le Phare]",
            '"Le Phare" is a host here, and the venue of this edition',
            "write who it was, or delete it",
        ),
        (
            "ceremony: {city: Brest}\njury: [brest]",
            '"brest" is a juror here, and the city of this edition',
            "write who it was, or delete it",
        ),
        (
            'sources: {s1: {title: "https://four.example/a", date: 2020}}',
            "the title of this source is an address",
            'write `url: "https://four.example/a"`, and its own `title`',
        ),
        (
            'sources: {s1: {title: B, publisher: "www.four.example", url: "https://four.example/a", date: 2020}}',
            "the publisher of this source is an address",
            "write `url: www.four.example`, and its own `publisher`",
        ),
        (
            'sources: {s1: {title: "https://four.example/a", url: "https://four.example/a", date: 2020}}',
            "the title of this source is an address",
            "write its own `title`; the address stands under `url` already",
        ),
    ],
)
def test_what_belongs_under_another_key_is_told(line: str, message: str, hint: str) -> None:
    assert messages(exchanged, SITE + line) == [message]
    assert hints(exchanged, SITE + line) == [hint]


@pytest.mark.parametrize(
    "line",
    [
        "jury: {name: Di Fork, role: chef de cuisine}",
        "jury: {name: Di Fork, role: chef de Le Moulin-Neuf}",
        "jury: {name: Di Fork, role: membre de la Guilde des Tartes, org: Le Four}",
        "jury: {name: Di Fork, org: boulangerie}",
        "ceremony: {city: Brest}\npartners: [Brest]",
        "sources: {s1: {title: four.example, publisher: four.example, date: 2020}}",
    ],
)
def test_what_may_stand_there_passes(line: str) -> None:
    assert told(exchanged, SITE + line) == []


def test_the_wrong_line_is_told_where_two_stand_against_each_other() -> None:
    """The later one is right here: what is written small is a role."""
    site = """\
-- editions/tarte/2019.yaml --
jury: {name: Ann Crust, org: boulangère}
-- editions/tarte/2020.yaml --
jury: {name: Ann Crust, role: boulangère}
"""
    assert [line.split(":")[0] for line in told(exchanged, site)] == ["editions/tarte/2019.yaml"]
    assert hints(exchanged, site) == ["write `role: boulangère`"]


def test_a_city_that_is_a_venue_elsewhere_is_told() -> None:
    site = "-- editions/tarte/2021.yaml --\nceremony: {city: Brest, venue: Salle du Four}\n" + SITE
    (line,) = told(exchanged, site + "ceremony: {city: Salle du Four}")
    assert line.endswith('"Salle du Four" is the city here, and a venue elsewhere')


CALLED = """\
-- editions/tarte/award.yaml --
name: Prix de la Tarte
categories: {pomme: Tarte aux pommes, poire: {name: Poire, honours: work}}
-- editions/tarte/2020.yaml --
ceremony: {venue: Le Phare, city: Brest}
"""


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("results: {pomme: Tarte aux Pommes}", '"Tarte aux Pommes" is a laureate here, and the name of pomme'),
        ("results: {pomme: Prix de la Tarte}", '"Prix de la Tarte" is a laureate here, and the name of the award'),
        ("hosts: [Prix de la Tarte]", '"Prix de la Tarte" is a host here, and the name of the award'),
        ("guests: [Le Phare]", '"Le Phare" is a guest here, and the venue of this edition'),
    ],
)
def test_the_award_its_categories_and_its_places_are_nobody(line: str, message: str) -> None:
    assert messages(exchanged, CALLED + line) == [message]
    assert hints(exchanged, CALLED + line) == ["write who it was, or delete it"]


@pytest.mark.parametrize("line", ["results: {poire: Poire}", "guests: [Brest]", "partners: [Prix de la Tarte]"])
def test_a_work_a_town_and_a_partner_may_be_called_so(line: str) -> None:
    assert told(exchanged, CALLED + line) == []


@pytest.mark.parametrize(
    "line",
    [
        "jury: [{name: cook, role: Ida Thorn}, {name: Ida Thorn, role: cook}]",
        "jury: Ida Thorn\nresults: {pomme: {laureate: commis, role: Ida Thorn}}",
    ],
)
def test_a_name_that_stands_where_a_role_does_is_told(line: str) -> None:
    name = "\n-- content/names/ida-thorn.md --\n---\nname: Ida Thorn\nkind: person\n---\n"
    [message] = [each for each in messages(exchanged, f"{CALLED}{line}{name}") if "whom" in each]
    assert message.endswith('is "Ida Thorn", whom the archive knows by name')
    assert [
        each for each in told(exchanged, f"{CALLED}jury: [{{name: cook, role: president}}]{name}") if "whom" in each
    ] == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("results: {pomme: Prix de la Tarte}", '"Prix de la Tarte" is a laureate here, and the name of the award'),
        ("results: {pomme: pomme}", '"pomme" is a laureate here, and the id of pomme'),
        ("hosts: pomme\nresults: {pomme: Ann}", '"pomme" is a host here, and the id of pomme'),
        (
            "results: {pomme: {laureate: Ann, credited_as: Tarte aux pommes}}",
            '"Tarte aux pommes" is a laureate as printed here, and the name of pomme',
        ),
    ],
)
def test_the_award_and_its_categories_are_nobody_with_or_without_an_article(line: str, said: str) -> None:
    award = "-- editions/tarte/award.yaml --\nname: Le Prix de la Tarte\ncategories: {pomme: Tarte aux pommes}\n"
    (found,) = told(exchanged, f"{award}-- editions/tarte/2020.yaml --\n{line}\n")
    assert found.split(": ", 1)[1] == said
    assert hints(exchanged, f"{award}-- editions/tarte/2020.yaml --\n{line}\n") == ["write who it was, or delete it"]


def held(*places: str) -> str:
    return "".join(
        f"-- editions/tarte/{2015 + at}.yaml --\nceremony: {{city: {city}}}\nhosts: [{hosts}]\n"
        for at, (city, _, hosts) in enumerate(place.partition(": ") for place in places)
    )


def test_a_host_and_a_city_that_changed_places_are_told_once() -> None:
    site = held("Brest: Ann Crust", "Brest: Ann Crust", "Ann Crust: Lille, Di Fork", "Lille: Di Fork")
    assert told(exchanged, site) == [
        'editions/tarte/2017.yaml:1:11: "Ann Crust" is the city of this edition, and a host elsewhere; '
        '"Lille", a host here, is a city elsewhere'
    ]
    assert hints(exchanged, site) == ["write `city: Lille`, and Ann Crust in its place"]
    assert told(exchanged, held("Brest: Ann Crust", "Brest: Ann Crust", "Lille: Ann Crust, Di Fork")) == []


def test_the_one_that_is_wrong_is_told_of_a_city_and_a_host() -> None:
    site = held("Brest: Ann Crust", "Brest: Ann Crust", "Ann Crust: Ann Crust", "Ann Crust: Di Fork")
    right = site.replace("city: Ann Crust}\nhosts: [Ann Crust]", "city: Ann Crust}\nhosts: [Di Fork]", 1)
    assert messages(exchanged, right.replace("city: Ann Crust}", "city: Brest}", 1)) == [
        '"Ann Crust" is the city of this edition, and a host elsewhere'
    ]
    both = site.replace("{city: Ann Crust}\nhosts: [Di Fork]", "{city: Brest}\nhosts: [Di Fork]")
    assert messages(exchanged, both) == ['"Ann Crust" is the city of this edition, and a host here and elsewhere']
    assert hints(exchanged, both) == ["write the city, or delete it"]


def test_a_city_of_other_editions_is_no_host() -> None:
    site = held("Brest: Ann Crust", "Brest: Ann Crust", "Lille: Brest")
    assert messages(exchanged, site) == ['"Brest" is a host here, and the city of other editions']
    assert told(exchanged, held("Brest: Ann Crust", "Lille: Brest", "Lyon: Ann Crust")) == []


def test_the_city_of_a_name_is_no_person() -> None:
    site = (
        "-- content/names/guild.md --\n---\nname: Guild of Bakers\nkind: organisation\ncity: CITY\n---\n"
        "-- content/names/ann-crust.md --\n---\nname: Ann Crust\nkind: person\n---\n"
        "-- editions/pie/2011.yaml --\nhosts: [Di Fork]\nresults: {unknown: Brest}\n"
    )
    assert messages(exchanged, site.replace("CITY", "Ann Crust")) == [
        '"Ann Crust" is the city of Guild of Bakers, and a person elsewhere'
    ]
    for city in ("Di Fork", "Brest", "Lille"):
        assert told(exchanged, site.replace("CITY", city)) == []
