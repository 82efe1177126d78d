"""The feed of changes: an entry for each fact, whose id never changes, and none that gives a withheld name away."""

from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as xml

from palmarium.exports import changes_feed
from palmarium.model.facts import Turn
from palmarium.pages.changes import changes_view, entries
from palmarium.pages.context import Context
from tests.exports.exported import PIE, context, files, read
from tests.exports.test_feed import texts
from tests.pages.test_changes import DATE, GONE, HELD, RANK, THEME, told


def items(of: Context) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(files(changes_feed, of), "/changes/feed.json")["items"]
    return found


def test_a_site_that_was_never_published_has_no_feed_of_changes() -> None:
    assert files(changes_feed, context(PIE)) == {}


def test_atom_and_json_tell_the_same() -> None:
    of = told(RANK, THEME, GONE)
    found = xml.fromstring(files(changes_feed, of)["/changes/feed.xml"])
    assert texts(found, "entry/id") == [item["id"] for item in items(of)]
    assert texts(found, "title") == ["Ce qui a changé – Tartes"]
    assert texts(found, "updated") == ["2026-12-09T00:00:00Z"]


def test_the_feed_tells_the_same_in_sentences() -> None:
    of = items(told(RANK, THEME, HELD))
    # No sign begins a line in French.
    said = ((item["title"], item["content_text"].replace("\N{NO-BREAK SPACE}:", " :")) for item in of)
    assert list(zip(said, (item["date_modified"] for item in of), strict=True)) == [
        (("Pie 2010", "Correction : Statut : tenue au lieu de reportée"), "2026-12-09T00:00:00Z"),
        (("Pie 2011", "Correction : Thème : trust au lieu de faith – A reader wrote to us."), "2026-12-01T00:00:00Z"),
        (("Pie 2011, Best Pie", "Ajout : Trophées : 2"), "2026-12-01T00:00:00Z"),
    ]
    assert all(" :" not in item["content_text"] for item in of)


def test_ids_in_the_feed_never_change() -> None:
    before = {item["id"] for item in items(told(RANK, THEME, GONE))}
    assert len(before) == 3
    # More publications, another word for what became of it, a note, another order.
    again = replace(THEME, turn=Turn.UPDATED, note="It was never wrong.")
    after = {item["id"] for item in items(told(again, RANK, GONE, HELD, DATE))}
    assert before < after
    # What happened twice on a day is two entries.
    back = replace(THEME, old=THEME.new, new=THEME.old)
    assert len({each.id for each in entries(told(THEME, back, THEME))}) == 3


def test_what_tells_of_a_withheld_name_is_not_in_the_feed_for_its_id_is_made_of_the_name() -> None:
    of = told(replace(GONE, old=("name withheld",), is_withheld=True), HELD)
    assert changes_view(of).count == 2
    assert [item["title"] for item in items(of)] == ["Pie 2010"]
