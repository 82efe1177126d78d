"""What belongs to an award lies within its years."""

import pytest

from palmarium.checks import outside_years
from tests.archives import hints, messages, told

SITE = """\
-- editions/tarte/award.yaml --
name: Prix Imaginaire de la Tarte
YEARS
categories:
  pomme: {name: Pomme, lineage: LINEAGE}
-- editions/tarte/2019.yaml --
ceremony: 2019-10-04
results: {pomme: Ann}
-- editions/tarte/2020.yaml --
results: {pomme: Ann}
-- editions/tarte/2021.yaml --
status: cancelled
"""


def _site(years: str = "short: Tarte", lineage: str = "[]") -> str:
    return SITE.replace("YEARS", years).replace("LINEAGE", lineage)


@pytest.mark.parametrize(
    ("years", "message", "hint"),
    [
        (
            "founded: 2091",
            "the award was founded in 2091, and has an edition of 2019-10-04 (tarte/2019)",
            "write `founded: 2019`, or correct the `ceremony` in editions/tarte/2019.yaml",
        ),
        (
            "founded: 2020",
            "the award was founded in 2020, and has an edition of 2019-10-04 (tarte/2019)",
            "write `founded: 2019`, or correct the `ceremony` in editions/tarte/2019.yaml",
        ),
        (
            "ended: 2019",
            "the award ended in 2019, and has an edition of 2020 (tarte/2020)",
            "write `ended: 2020`, or correct the `ceremony` in editions/tarte/2020.yaml",
        ),
        (
            "names: [{name: Prix, until: 2019}, {name: Tarte, from: 2021}]",
            'between "Prix" and "Tarte" tarte/2020 has no name of the award',
            "write `until: 2020` for the first, or `from: 2020` for the second",
        ),
    ],
)
def test_an_edition_outside_the_years_of_its_award_is_told(years: str, message: str, hint: str) -> None:
    assert messages(outside_years, _site(years)) == [message]
    assert hints(outside_years, _site(years)) == [hint]


@pytest.mark.parametrize(
    "years",
    [
        *("founded: 2019-10", "founded: 2019", "founded: 2010", "ended: 2020", "ended: 2021-03", "short: Tarte"),
        *("names: [{name: Prix, until: 2019}, {name: Tarte, from: 2020}]", "names: {name: Tarte, from: 2020}"),
    ],
)
def test_years_that_hold_all_editions_are_right(years: str) -> None:
    assert told(outside_years, _site(years)) == []


def test_a_label_that_looks_back_is_no_year_of_a_ceremony() -> None:
    site = _site("founded: 2020").replace("2019-10-04", "2020-01-04")
    assert told(outside_years, site) == []


@pytest.mark.parametrize(
    ("lineage", "message"),
    [
        ("{event: new, in: 2020}", "pomme is new in 2020, and was awarded in 2019"),
        ("{event: dropped, in: 2019}", "pomme is dropped in 2019, and was awarded in 2020"),
    ],
)
def test_a_category_outside_its_years_is_told(lineage: str, message: str) -> None:
    (found,) = told(outside_years, _site(lineage=lineage))
    assert found == f"editions/tarte/award.yaml:4:33: {message}"


@pytest.mark.parametrize(
    "lineage",
    [
        *("{event: new, in: 2019}", "{event: dropped, in: 2020}", "{event: new, in: 1990}", "{event: dropped}"),
        "[{event: dropped, in: 2019}, {event: revived, in: 2020}]",
    ],
)
def test_a_category_within_its_years_is_right(lineage: str) -> None:
    assert told(outside_years, _site(lineage=lineage)) == []


def test_no_edition_has_a_number_above_the_years_of_its_award() -> None:
    site = _site("founded: 2018").replace("ceremony: 2019", "ordinal: 12\nceremony: 2019")
    assert messages(outside_years, site) == ["no. 12 does not fit: the award was founded in 2018"]
    assert hints(outside_years, site) == [
        "write `ordinal: 2` or less, or correct `founded` in editions/tarte/award.yaml"
    ]
    assert told(outside_years, site.replace("ordinal: 12", "ordinal: 2")) == []


NAMED = """\
-- content/names/odet-yard.md --
---
name: Odet Yard
kind: organisation
names: [{name: Odet Quay, UNTIL}, {name: Odet Yard, from: 2021}]
---
-- editions/tarte/2020.yaml --
results: {unknown: WHO}
"""


@pytest.mark.parametrize(
    ("until", "who", "count"),
    [
        ("until: 2019", "Odet Yard", 1),
        ("until: 2019", "{laureate: Ann, org: Odet Quay}", 1),
        ("until: 2020", "Odet Yard", 0),
        ("until: 2019", "Ann", 0),
        ("from: 2010", "Odet Yard", 0),
    ],
)
def test_a_part_between_two_names_of_a_name_is_told(until: str, who: str, count: int) -> None:
    site = NAMED.replace("UNTIL", until).replace("WHO", who)
    message = 'between "Odet Quay" and "Odet Yard" tarte/2020 has no name of odet-yard'
    assert messages(outside_years, site) == [message] * count


def _held(periodicity: str, *years: int, status: str = "held") -> str:
    editions = "".join(
        f"-- editions/tarte/{year}.yaml --\nordinal: {at}\nstatus: {status}\nresults: {{}}\n"
        for at, year in enumerate(years, 1)
    )
    return f"-- editions/tarte/award.yaml --\nname: Tarte\nperiodicity: {periodicity}\n{editions}"


@pytest.mark.parametrize(
    ("periodicity", "years", "when"),
    [
        ("every two years", (2016, 2017, 2018), "tarte/2017 is in the year after tarte/2016"),
        ("Biennale", (2016, 2018, 2019), "tarte/2019 is in the year after tarte/2018"),
        ("tous les trois ans", (2012, 2015, 2017), "tarte/2017 is 2 years after tarte/2015"),
        # Never so often as that, and no number is left out.
        ("annual", (2014, 2016, 2018), "tarte/2016 is 2 years after tarte/2014"),
        ("every two years", (2012, 2015, 2018), "tarte/2015 is 3 years after tarte/2012"),
    ],
)
def test_an_award_that_is_held_more_or_less_often_than_it_says_is_told(
    periodicity: str, years: tuple[int, ...], when: str
) -> None:
    assert messages(outside_years, _held(periodicity, *years)) == [f"the award is held {periodicity}, and {when}"]


@pytest.mark.parametrize(
    ("periodicity", "years"),
    [
        ("yearly", (2016, 2017)),
        ("yearly", (2016, 2018, 2019)),
        ("yearly", (2016, 2018)),
        ("every two years", (2016, 2018, 2022)),
        ("every two years until 2010", (2016, 2017)),
        ("triennial", (2016, 2019)),
    ],
)
def test_an_award_that_is_held_as_it_says_passes(periodicity: str, years: tuple[int, ...]) -> None:
    assert told(outside_years, _held(periodicity, *years)) == []
    assert told(outside_years, _held("every two years", 2016, 2017, status="cancelled")) == []


def test_a_year_of_foundation_whose_digits_changed_places_is_told() -> None:
    site = (
        "-- editions/pie/award.yaml --\nname: Pie\nfounded: FOUNDED\n"
        "-- editions/pie/1998.yaml --\nordinal: ORDINAL\nceremony: 1998\n"
    )
    first = site.replace("ORDINAL", "1")
    message = "the award was founded in 1989, and its first edition was in 1998"
    assert messages(outside_years, first.replace("FOUNDED", "1989")) == [message]
    for founded in ("1998", "1988", "1990", "1898-05"):
        assert told(outside_years, first.replace("FOUNDED", founded)) == [] or founded == "1898-05"
    assert told(outside_years, site.replace("ORDINAL", "10").replace("FOUNDED", "1989")) == []
