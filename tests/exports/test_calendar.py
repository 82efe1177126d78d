import re

import pytest

from palmarium.exports import calendar
from palmarium.pages.parts.calendar import without_a_day
from tests.exports.exported import PIE, context, files

AWARD = "-- editions/pie/award.yaml --\nname: Fictional Pie Award\nshort: Pie\n"


def text(edition: str = "", site: str = "") -> str:
    there = context(site or f"{AWARD}-- editions/pie/2011.yaml --\n{edition}\n")
    return files(calendar, there)["/calendar.ics"].decode()


def events(written: str) -> list[dict[str, str]]:
    """The events, lines unfolded, values as they are written."""
    lines = written.replace("\r\n ", "").split("\r\n")
    found: list[dict[str, str]] = []
    for line in lines:
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and line not in ("END:VEVENT", "END:VCALENDAR", ""):
            name, _, value = line.partition(":")
            found[-1][name] = value
    return found


def test_a_ceremony_is_a_day() -> None:
    (event,) = events(text("ceremony: {date: 2011-10-03, venue: 'Hall, the; old', city: Paris}\ntheme: trust"))
    assert event == {
        "UID": "tag:example.org\\,2026:#edition-pie-2011-ceremony",
        "DTSTAMP": "20111003T000000Z",
        "DTSTART;VALUE=DATE": "20111003",
        "DTEND;VALUE=DATE": "20111004",
        "SUMMARY": "Pie 2011",
        "LOCATION": "Hall\\, the\\; old\\, Paris",
        "DESCRIPTION": "trust",
        "URL": "https://example.org/pies/prix/pie/2011/",
        "STATUS": "CONFIRMED",
        "TRANSP": "TRANSPARENT",
    }


@pytest.mark.parametrize("ceremony", ["2011-10", "2011", "{city: Paris}"])
def test_a_month_is_never_its_first_day(ceremony: str) -> None:
    assert events(text(f"ceremony: {ceremony}")) == []


def test_what_has_no_day_is_counted() -> None:
    edition = "ceremony: 2011-10\ndeadlines: [{what: Entries, date: 2011-06}]\nevents: [{name: Fair, date: 2011-05-02}]"
    assert without_a_day(context(f"{AWARD}-- editions/pie/2011.yaml --\n{edition}\n").archive) == 2


def test_several_days_end_with_the_last() -> None:
    (event,) = events(text("ceremony: {date: 2011-12-30, until: 2011-12-31}"))
    assert (event["DTSTART;VALUE=DATE"], event["DTEND;VALUE=DATE"]) == ("20111230", "20120101")


def test_events_and_deadlines_are_days_too() -> None:
    edition = "deadlines: [{what: Entries, date: 2011-06-30}]\nevents: [{name: Fair, date: 2011-05-02, city: Lyon}]"
    assert [(event["SUMMARY"], event["DTSTART;VALUE=DATE"]) for event in events(text(edition))] == [
        ("Pie 2011 – Fair", "20110502"),
        ("Pie 2011 – date limite\N{NO-BREAK SPACE}: Entries", "20110630"),
    ]


def test_what_was_cancelled_says_so_and_what_was_postponed_has_no_day() -> None:
    (event,) = events(text("status: cancelled\nceremony: 2011-10-03"))
    assert event["STATUS"] == "CANCELLED"
    assert events(text("status: postponed\nceremony: 2011-10-03")) == []


def test_lines_are_short_and_end_as_the_form_asks() -> None:
    written = text("ceremony: 2011-10-03\ntheme: " + "é" * 100 + "𝄞" * 40)
    lines = written.encode().split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 for line in lines)
    assert not re.search("(?<!\r)\n", written)
    assert events(written)[0]["DESCRIPTION"] == "é" * 100 + "𝄞" * 40


def test_a_calendar_without_a_day_is_one() -> None:
    written = text(site=AWARD)
    assert written.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert written.endswith("END:VCALENDAR\r\n")


def test_ids_are_unique() -> None:
    ids = [event["UID"] for event in events(text(site=PIE))]
    assert ids
    assert len(set(ids)) == len(ids)
