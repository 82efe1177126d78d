"""The file of an edition is called by the year of what is dated in it."""

import pytest

from palmarium.checks import misnamed
from tests.archives import hints, told

AWARD = "-- editions/pie/award.yaml --\nname: Fictional Pie Award\n"
DATED = "ceremony: 2012-10-01\nsources: {s1: {title: Our winners, date: 2012-10-02}}\n"


def site(id: str, lines: str, *others: int) -> str:
    rest = "".join(f"-- editions/pie/{year}.yaml --\nceremony: {year}-10-03\n" for year in others)
    return f"{AWARD}{rest}-- editions/pie/{id}.yaml --\n{lines}"


@pytest.mark.parametrize("id", ["2062", "2021", "1912", "2103"])
def test_a_file_that_is_called_by_another_year_than_its_dates_is_told(id: str) -> None:
    assert told(misnamed, site(id, DATED, 2011)) == [
        f"editions/pie/{id}.yaml:1:1: the file is called {id}, and its 2 dates are of 2012"
    ]
    assert hints(misnamed, site(id, DATED, 2011)) == [
        "rename it to 2012.yaml; if it was held in another year, say why: `ceremony: {date: …, note: …}`"
    ]


def test_one_date_is_enough_where_the_year_is_far_from_all_others() -> None:
    one = "ceremony: 2012-10-01\n"
    assert told(misnamed, site("2062", one, 2011)) == [
        "editions/pie/2062.yaml:1:1: the file is called 2062, and its date is of 2012"
    ]
    assert told(misnamed, site("2015", one, 2011)) == []


def test_within_two_years_only_where_all_others_were_held_in_the_year_of_their_file() -> None:
    assert len(told(misnamed, site("2013", DATED, 2009, 2010, 2011))) == 1
    assert told(misnamed, site("2013", DATED, 2010, 2011)) == []
    late = "-- editions/pie/2008.yaml --\nceremony: 2007-10-03\n"
    assert told(misnamed, site("2013", DATED, 2009, 2010, 2011) + late) == []


@pytest.mark.parametrize(
    "lines",
    [
        "ceremony: {date: 2012-10-01, note: Held before.}\nsources: {s1: {title: A, date: 2012}}\n",
        f"status: online\nstatus_note: Put off.\n{DATED}",
        f"label: Pie 2012\n{DATED}",
        "ceremony: 2012-10-01\nsources: {s1: {title: A, date: 2061}}\n",
    ],
)
def test_what_is_explained_or_dated_in_several_years_passes(lines: str) -> None:
    assert told(misnamed, site("2062", lines, 2011)) == []


def test_where_the_year_of_the_dates_has_an_edition_the_dates_are_in_doubt() -> None:
    assert told(misnamed, site("2062", DATED, 2011, 2012)) == []


@pytest.mark.parametrize(
    ("id", "lines", "to"),
    [
        ("12", DATED, "rename it to 2012.yaml"),
        ("12", "sort_year: 2012\n", "rename it to 2012.yaml"),
        ("20120", DATED, "rename it to 2012.yaml"),
        ("11", "ceremony: 2011-10-09\n", "rename it to its year; 2011.yaml is there: is it a copy?"),
    ],
)
def test_a_number_beside_years_is_told(id: str, lines: str, to: str) -> None:
    text = site(id, lines, 2010, 2011)
    assert told(misnamed, text) == [
        f'editions/pie/{id}.yaml:1:1: the file is called "{id}", and the others are by a year of four digits'
    ]
    assert hints(misnamed, text) == [f"{to}; if a source calls it otherwise, write that as its `label`"]


def test_editions_that_are_numbered_or_have_a_label_pass() -> None:
    assert told(misnamed, site("12", f"label: The twelfth, 2012\n{DATED}", 2010, 2011)) == []
    numbered = "".join(f"-- editions/pie/{n}.yaml --\nceremony: {2000 + n}-10-03\n" for n in (10, 11, 12))
    assert told(misnamed, AWARD + numbered) == []
