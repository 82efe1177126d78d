"""A country is spelt as countries are."""

import pytest

from palmarium.checks import countries
from tests.archives import archive, hints, messages, told

SITE = """\
-- editions/tarte/award.yaml --
name: Prix Imaginaire de la Tarte
country: COUNTRY
"""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Frnace", "France"),
        ("Allemange", "Allemagne"),
        ("Germny", "Germany"),
        ("Espange", "Espagne"),
        ("Suise", "Suisse"),
    ],
)
def test_a_slip_is_told_with_the_country_that_was_meant(written: str, meant: str) -> None:
    site = SITE.replace("COUNTRY", written)
    assert told(countries, site) == [f'editions/tarte/award.yaml:1:1: there is no country "{written}"']
    assert hints(countries, site) == [f'did you mean "{meant}"?']


@pytest.mark.parametrize(
    "line",
    [
        "ceremony: {date: 2020-05-04, country: Frnace}",
        "results: {unknown: {laureate: Ann Crust, country: Frnace}}",
    ],
)
def test_every_country_of_an_edition_is_looked_at(line: str) -> None:
    site = SITE.replace("COUNTRY", "France") + f"-- editions/tarte/2020.yaml --\n{line}\n"
    assert hints(countries, site) == ['did you mean "France"?']


@pytest.mark.parametrize(
    "country",
    [
        *("France", "Turkey", "Trinidad and Tobago", "Prussia", "Austria-Hungary", "USSR", "Deutschland", "Belgica"),
        *("UK", "England", "West Germany", "Grece", "Etats Unis", "Ordalie"),
    ],
)
def test_countries_of_other_times_and_languages_and_codes_pass(country: str) -> None:
    assert told(countries, SITE.replace("COUNTRY", country)) == []


def test_what_the_site_writes_more_often_is_meant_first() -> None:
    names = "".join(
        f"-- content/names/n-{n}.md --\n---\nname: N {n}\nkind: person\ncountry: {country}\n---\n"
        for n, country in enumerate(("Freedonia", "Freedonia", "Fredonia"))
    )
    assert hints(countries, names) == ['did you mean "Freedonia"?']


@pytest.mark.parametrize(("code", "count"), [("ZZ", 1), ("QX", 1), ("FR", 0), ("UK", 0), ("Fr", 0)])
def test_a_code_that_is_none_is_told(code: str, count: int) -> None:
    site = f"-- editions/tarte/award.yaml --\nname: Tarte\ncountry: {code}\n"
    assert messages(countries, site) == [f'there is no country "{code}"'] * count


LYING = """\
-- editions/tarte/2019.yaml --
ceremony: {date: 2019-10-04, city: Whitby, country: United Kingdom}
-- editions/tarte/2020.yaml --
ceremony: {date: 2020-10-02, city: CITY, country: COUNTRY}
-- editions/tarte/2021.yaml --
ceremony: {date: 2021-10-01, city: Whitby, country: UK}
"""


@pytest.mark.parametrize(
    ("city", "country", "count"),
    [
        ("Whitby", "France", 1),
        ("whitby", "FR", 1),
        ("Brest", "France", 0),
        *(("Whitby", same, 0) for same in ("England", "Royaume-Uni", "GB", "Great Britain", "Kingdom of Nowhere")),
    ],
)
def test_a_city_lies_in_one_country(city: str, country: str, count: int) -> None:
    site = LYING.replace("CITY", city).replace("COUNTRY", country)
    there = "editions/tarte/2019.yaml:1"
    said = f"editions/tarte/2020.yaml:1:11: {city} is in {country} here, and in United Kingdom in {there}"
    assert [line for line in told(countries, site) if " is called " not in line] == [said] * count


def test_the_city_of_a_name_lies_in_the_same_country() -> None:
    name = "-- content/names/mill.md --\n---\nname: Mill Lane\nkind: organisation\ncity: Whitby\ncountry: Canada\n---\n"
    site = LYING.replace("CITY", "Brest").replace("COUNTRY", "France").replace("UK", "United Kingdom") + name
    [said] = told(countries, site)
    assert said.startswith("content/names/mill.md:2:1: Whitby is in Canada here")
    assert hints(countries, site)[0].startswith("correct one of the two; if they are two cities, write `near-country")


@pytest.mark.parametrize(
    ("one", "other", "wrong"),
    [
        ("United Kingdom", "UK", "UK"),
        ("UK", "United Kingdom", "UK"),
        ("United States", "U.S.A.", "U.S.A."),
        ("United Kingdom", "U.K.", "U.K."),
        ("United Kingdom", "united kingdom", "united kingdom"),
        ("France", "FR", "FR"),
        ("Germany", "Allemagne", "Allemagne"),
        ("United States", "USA", "USA"),
        ("Nowhereland", "Nowhere-Land", ""),
        ("Nowhereland", "NOWHERELAND", "NOWHERELAND"),
    ],
)
def test_a_country_is_called_in_one_way(one: str, other: str, wrong: str) -> None:
    site = f"-- editions/pie/award.yaml --\nname: Pie\ncountry: {one}\n-- editions/tarte/award.yaml --\nname: Tarte\n"
    site += f"country: {other}\n"
    right = one if wrong == other else other
    said = [f'the country "{wrong}" is called "{right}" elsewhere' for _ in filter(None, [wrong])]
    assert [line.split(": ", 1)[1].split(" (")[0] for line in told(countries, site)] == said
    assert hints(countries, site) == [f"write `country: {right}`" for _ in said]


@pytest.mark.parametrize(
    ("one", "other"), [("United Kingdom", "England"), ("Scotland", "England"), ("France", "Spain")]
)
def test_the_parts_of_a_country_have_names_of_their_own(one: str, other: str) -> None:
    site = f"-- editions/pie/award.yaml --\nname: Pie\ncountry: {one}\n"
    assert told(countries, f"{site}-- editions/tarte/award.yaml --\nname: Tarte\ncountry: {other}\n") == []


def test_a_ceremony_in_the_city_of_the_others_is_in_the_country_of_the_award() -> None:
    site = """\
-- editions/tarte/award.yaml --
name: Tarte
country: United Kingdom
-- editions/tarte/2019.yaml --
ceremony: {date: 2019-10-04, city: Whitby}
-- editions/tarte/2020.yaml --
ceremony: {date: 2020-10-02, city: Whitby, country: France}
"""
    message = "Whitby is in France here, and in editions/tarte/2019.yaml:1 where the award is"
    assert told(countries, site) == [f"editions/tarte/2020.yaml:1:11: {message}"]
    assert hints(countries, site) == ["write `country: United Kingdom`, or delete it"]
    assert told(countries, site.replace("Whitby, country", "Lille, country")) == []
    assert told(countries, site.replace("France", "England")) == []


PLACED = """\
-- editions/tarte/2019.yaml --
ceremony: {city: Brest, country: France}
-- editions/tarte/2020.yaml --
ceremony: {PLACE}
"""


@pytest.mark.parametrize(
    ("place", "said", "hint"),
    [
        ("city: 'Brest, France'", 'the city "Brest, France" holds the country', "write `city: Brest, country: France`"),
        (
            "city: Royaume-Uni",
            'the city "Royaume-Uni" is a country',
            "write `country: Royaume-Uni`; if there is a city of that name, write"
            ' `near-country = [{texts = ["Royaume-Uni"], reason = "…"}]` below `[exceptions]` in site.toml',
        ),
        (
            "country: Brest",
            'the country "Brest" is a city elsewhere in this site',
            "write `city: Brest`, and the country under `country`",
        ),
    ],
)
def test_a_country_and_a_city_stand_each_under_its_key(place: str, said: str, hint: str) -> None:
    site = PLACED.replace("PLACE", place)
    assert told(countries, site) == [f"editions/tarte/2020.yaml:1:11: {said}"]
    assert hints(countries, site) == [hint]


@pytest.mark.parametrize(
    "place", ["city: Luxembourg", "city: Lebanon, country: USA", "city: 'Brest, Finistère'", "country: Yougoslavie"]
)
def test_a_city_that_is_called_as_a_country_passes(place: str) -> None:
    assert told(countries, PLACED.replace("PLACE", place)) == []


OF_A_COAST = "".join(
    f"-- content/names/{id}.md --\n---\nname: {id.title()}\nkind: person\n{place}\n---\n"
    for id, place in (
        ("ann", "country: Saltland"),
        ("ben", "city: Crustport\ncountry: Saltland"),
        ("cob", "country: Saltland"),
    )
)


@pytest.mark.parametrize(
    ("place", "meant"),
    [
        ("city: Saltland\ncountry: Tidewick", "write `city: Tidewick` and `country: Saltland`"),
        ("city: Saltland", "write `country: Saltland`"),
    ],
)
def test_a_country_under_city_is_told_where_it_is_the_odd_one(place: str, meant: str) -> None:
    text = f"{OF_A_COAST}-- content/names/dan.md --\n---\nname: Dan\nkind: person\n{place}\n---\n"
    [problem] = countries.check(archive(text))
    assert (problem.span.path, problem.message) == (
        "content/names/dan.md",
        'the city "Saltland" is a country elsewhere in this site',
    )
    assert problem.hint.split(";")[0] == meant
