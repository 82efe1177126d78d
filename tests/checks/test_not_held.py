"""An edition that did not take place has no laureates."""

import pytest

from palmarium.checks import not_held
from tests.archives import hints, told


def site(status: str, results: str) -> str:
    return f"-- editions/tarte/2020.yaml --\nstatus: {status}\nresults: {results}\n"


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_laureates_of_an_edition_that_was_not_held_are_told(status: str) -> None:
    text = site(status, "{pomme: [Ann Crust, Ben Dough]}")
    assert told(not_held, text) == [
        f"editions/tarte/2020.yaml:1:1: this edition is {status}, and has 2 laureates, the first in line 2"
    ]
    assert hints(not_held, text) == [
        "if only the ceremony was called off, write `status: online` or `status: held`, and why in `status_note`"
    ]


@pytest.mark.parametrize(
    ("status", "results"),
    [
        *((status, "{pomme: Ann Crust}") for status in ("held", "online", "interrupted")),
        ("cancelled", "{}"),
        ("cancelled", "{pomme: {laureate: Ann Crust, distinction: finalist}}"),
        ("cancelled", "{pomme: {laureate: Ann Crust, status: revoked}}"),
    ],
)
def test_what_was_held_or_gave_nothing_passes(status: str, results: str) -> None:
    assert told(not_held, site(status, results)) == []


def test_a_venue_of_an_edition_that_was_online_is_told() -> None:
    text = "-- editions/tarte/2020.yaml --\nstatus: online\nceremony: {date: 2020-05-01, venue: Rope Hall}\n"
    assert told(not_held, text) == [
        "editions/tarte/2020.yaml:2:11: this edition is online, and its ceremony has a venue, Rope Hall"
    ]
    assert hints(not_held, text) == ["delete one of the two; if it was sent from there, `status_note: …` says so"]
    assert told(not_held, text.replace("online\n", "online\nstatus_note: Sent from the hall.\n")) == []
    assert told(not_held, text.replace("online", "held")) == []
