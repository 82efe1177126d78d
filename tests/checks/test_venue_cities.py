"""A venue stands in one city."""

import pytest

from palmarium.checks import venue_cities
from tests.archives import hints, told


def site(*held: str) -> str:
    return "".join(f"-- editions/pie/{2010 + at}.yaml --\nceremony: {{{each}}}\n" for at, each in enumerate(held))


HALL, OTHER = "venue: Rope Hall, city: Saltby", "venue: Rope Hall, city: Penport"


def test_the_one_edition_that_has_the_venue_in_another_city_is_told() -> None:
    text = site(HALL, HALL, OTHER)
    assert told(venue_cities, text) == [
        "editions/pie/2012.yaml:1:11: Rope Hall is in Penport here, and in Saltby 2 times elsewhere "
        "(editions/pie/2010.yaml:1)"
    ]
    assert hints(venue_cities, text) == [
        "write `city: Saltby`, or correct the venue; if there is one in each, write "
        '`venue-city = [{texts = ["Rope Hall", "Penport"], reason = "…"}]` below `[exceptions]` in site.toml'
    ]


def test_an_event_and_an_article_before_the_venue_count() -> None:
    event = "-- editions/pie/2015.yaml --\nevents: [{name: Gala, venue: The Rope Hall, city: Penport}]\n"
    assert told(venue_cities, site(HALL, HALL) + event) == [
        "editions/pie/2015.yaml:1:10: The Rope Hall is in Penport here, and in Saltby 2 times elsewhere "
        "(editions/pie/2010.yaml:1)"
    ]


@pytest.mark.parametrize(
    "text",
    [
        site(HALL, OTHER),
        site(HALL, HALL, OTHER, OTHER),
        site(HALL, HALL, OTHER, "venue: Rope Hall, city: Brest"),
        site(HALL, HALL, "venue: Rope Hall, city: saltby"),
        site(HALL, HALL, "venue: Rope Hall, city: Saltbey"),
        site(HALL, HALL, f"{OTHER}, note: Another one."),
        *(
            site(f"venue: {any}, city: Saltby", f"venue: {any}, city: Saltby", f"venue: {any}, city: Penport")
            for any in (
                "Town Hall",
                "Hôtel de ville",
                "The Grand Hotel",
                "Palais des Congrès",
                "Opera",
                "Novotel Hotel",
            )
        ),
    ],
)
def test_what_may_be_in_two_cities_passes(text: str) -> None:
    assert told(venue_cities, text) == []


@pytest.mark.parametrize(
    "venue", ['"Rope Hall, Saltby"', "Rope Hall (Saltby)", "Rope Hall – Saltby", "Town Hall - saltby"]
)
def test_a_venue_that_ends_with_its_city_is_told_with_what_stands_before(venue: str) -> None:
    bare = "Town Hall" if "Town" in venue else "Rope Hall"
    text = site(f"venue: {venue}, city: Saltby")
    said = venue.strip('"')
    assert told(venue_cities, text) == [
        f'editions/pie/2010.yaml:1:11: the venue "{said}" ends with its city, which is printed behind it'
    ]
    assert hints(venue_cities, text) == [f"write `venue: {bare}`"]


@pytest.mark.parametrize("venue", ["Saltby", "Hall of Saltby", '"Rope Hall, Old Saltby"', '"Saltby, Rope Hall"'])
def test_a_venue_that_is_named_after_its_city_passes(venue: str) -> None:
    assert told(venue_cities, site(f"venue: {venue}, city: Saltby")) == []


def test_a_city_that_stands_in_the_venue_alone_is_told_where_another_edition_has_it_as_its_city() -> None:
    text = site(HALL, 'venue: "Sail Loft, Saltby"')
    assert told(venue_cities, text) == [
        'editions/pie/2011.yaml:1:11: the venue "Sail Loft, Saltby" ends with a city, which is no part of its name'
    ]
    assert hints(venue_cities, text) == ["write `venue: Sail Loft`, `city: Saltby`"]
    assert told(venue_cities, site(HALL, 'venue: "Sail Loft, first floor"')) == []
