"""Who has a title in the place of another one is there."""

import pytest

from palmarium.checks import superseded
from tests.archives import hints, messages, told

SITE = """\
-- editions/pie/award.yaml --
name: Fictional Pie Award
categories: {pie: Pie, tart: Tart}
-- content/names/ben-crumble.md --
---
name: Ben Crumble
kind: person
aliases: Benny C.
---
-- editions/pie/2011.yaml --
results:
  tart: Cleo Custard
  pie:
    - {laureate: Ann Crust, LOST, status: superseded, superseded_by: HEIR}
    - OTHER
"""


def site(lost: str, heir: str, other: str) -> str:
    return SITE.replace("LOST, ", f"{lost}, " if lost else "").replace("HEIR", heir).replace("OTHER", other)


@pytest.mark.parametrize(
    ("lost", "heir", "other", "said", "hint"),
    [
        ("", "Ben Crumble", "Di Fork", '"Ben Crumble" has place 1 of pie now, and no result there',
         "add `- Ben Crumble` to pie, or correct `superseded_by`"),
        ("", "Cleo Custard", "Di Fork", '"Cleo Custard" has place 1 of pie now, and no result there',
         "add `- Cleo Custard` to pie, or correct `superseded_by`"),
        ("", "Ben Crumble", "{laureate: Ben Crumble, rank: 2}",
         '"Ben Crumble" has place 1 of pie now, and stands in line 5 with less',
         "write there what it is now: `distinction: winner`"),
        ("rank: 2", "Ben Crumble", "{laureate: Ben Crumble, rank: 3}",
         '"Ben Crumble" has place 2 of pie now, and stands in line 5 with less',
         "write there what it is now: `rank: 2`"),
        ("", "Ben Crumble", "{laureate: Ben Crumble, status: revoked}",
         '"Ben Crumble" has place 1 of pie now, and no result there',
         "add `- Ben Crumble` to pie, or correct `superseded_by`"),
        ("distinction: finalist", "Ben Crumble", "Di Fork",
         '"Ben Crumble" has what was lost in pie now, and no result there',
         "add `- Ben Crumble` to pie, or correct `superseded_by`"),
    ],
)  # fmt: skip
def test_an_heir_without_what_was_lost_is_told(lost: str, heir: str, other: str, said: str, hint: str) -> None:
    text = site(lost, heir, other)
    assert messages(superseded, text) == [said]
    assert hints(superseded, text) == [hint]


@pytest.mark.parametrize(
    ("lost", "heir", "other"),
    [
        ("", "Ben Crumble", "Ben Crumble"),
        ("", "ben-crumble", "Benny C."),
        ("", "Benny C.", "{laureate: [Di Fork, Ben Crumble]}"),
        ("rank: 2", "Ben Crumble", "{laureate: Ben Crumble, rank: 1}"),
        ("rank: 2", "Ben Crumble", "{laureate: Ben Crumble, rank: 2}"),
        ("distinction: finalist", "Ben Crumble", "{laureate: Ben Crumble, distinction: finalist}"),
        ("distinction: finalist", "Ben Crumble", "Ben Crumble"),
        ("", "Nobody Known", "Di Fork"),
    ],
)
def test_an_heir_who_has_it_passes(lost: str, heir: str, other: str) -> None:
    assert told(superseded, site(lost, heir, other)) == []
