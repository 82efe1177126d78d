"""Write the days of the archive as a calendar (RFC 5545): ceremonies, events inside editions, deadlines.

A calendar holds whole days only: dates that are known to the month or the year are left out. The time stamp that the
format requires is the day itself, so that no clock is read.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from functools import partial

from ..pages.context import Context, lasting_id, public
from ..pages.parts.calendar import Day, days
from ..pages.plan import Listed, ListFile, ListLine, Part, Piece

OUTPUT = "calendar"
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_WIDTH = 75
"""The most octets of a line; a longer one continues after a line break and a blank."""


def parts(context: Context, pages: Mapping[str, Listed]) -> Iterator[Part]:
    return ((key, partial(_events, context, key)) for key in context.archive.editions)


def lists(context: Context) -> Iterator[ListFile]:
    """The file, written even if there is no day."""
    yield _calendar(context)


def _calendar(context: Context) -> ListFile:
    head = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//palmarium//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_escaped(context.config.title)}",
        f"X-WR-CALNAME:{_escaped(context.config.title)}",
        f"URL:{public(context, context.urls.home())}",
    )
    text, end = _lines(head), _lines(("END:VCALENDAR",))
    return ListFile(context.urls.calendar(), text, "", end, text + end)


def _events(context: Context, key: str) -> Iterator[Piece]:
    edition = context.archive.editions[key]
    url = public(context, context.urls.edition(key))
    said = "".join(_event(day, url, f"{lasting_id(context, edition)}-{day.id}") for day in days(context, edition))
    if said:
        yield ListLine(_calendar(context), key, said)


def _event(day: Day, url: str, uid: str) -> str:
    first, after = (f"{each:%Y%m%d}" for each in (day.first, day.last + timedelta(days=1)))
    lines = (
        "BEGIN:VEVENT",
        f"UID:{_escaped(uid)}",
        f"DTSTAMP:{first}T000000Z",
        f"DTSTART;VALUE=DATE:{first}",
        f"DTEND;VALUE=DATE:{after}",
        f"SUMMARY:{_escaped(day.title)}",
        f"LOCATION:{_escaped(day.place)}" if day.place else "",
        f"DESCRIPTION:{_escaped(day.note)}" if day.note else "",
        f"URL:{url}",
        "STATUS:CANCELLED" if day.is_off else "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )
    return _lines(line for line in lines if line)


def _lines(lines: Iterable[str]) -> str:
    return "".join(_folded(line) + "\r\n" for line in lines)


def _folded(line: str) -> str:
    """A line folded at the most octets that the format allows, never inside a character."""
    rows, room = [""], _WIDTH
    for sign in line:
        size = len(sign.encode())
        if size > room:
            rows.append(" ")
            room = _WIDTH - 1
        rows[-1] += sign
        room -= size
    return "\r\n".join(rows)


def _escaped(text: str) -> str:
    """A text escaped for the format: line breaks and separators of values."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return _CONTROL.sub("", "\\n".join(text.split("\n")))
