"""A country is spelt as countries are."""

import pytest

from palmarium.checks import countries
from tests.archives import hints, told

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
    assert [line.split(": ", 1)[1] for line in told(countries, site)] == [f'there is no country "{code}"'] * count
