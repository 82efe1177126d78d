"""Awards that are tied to each other as a picture: all of them, and those around one; sound as XML."""

from xml.etree import ElementTree as xml

from palmarium.config import Outputs
from palmarium.exports import family_pictures
from palmarium.pages.award import award_view
from palmarium.pages.awards import pages
from tests.exports.exported import context, files

SITE = """\
-- editions/old/award.yaml --
name: The Old <Award>
-- editions/new/award.yaml --
name: The New Award
succeeds: old
sisters: [Atlantis]
-- editions/small/award.yaml --
name: The Small Award
part_of: new
-- editions/alone/award.yaml --
name: An Award Alone
"""


def texts(svg: bytes) -> list[str]:
    return ["".join(element.itertext()) for element in xml.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_a_picture_names_all_that_are_tied_and_each_tie_in_its_key() -> None:
    drawn = files(family_pictures, context(SITE))
    assert sorted(drawn) == ["/prix/family.svg", "/prix/new/family.svg"]
    names = ["The Old <Award>", "The New Award", "Atlantis", "The Small Award"]
    assert texts(drawn["/prix/family.svg"])[2:-1] == [*names, "Successeur", "Abrite", "Prix frères"]
    assert texts(drawn["/prix/new/family.svg"])[0] == "The New Award"
    # One arrow arrives at the heir, one stands in the key.
    assert drawn["/prix/family.svg"].count(b"<path") == 2


def test_the_page_leads_to_the_picture_and_has_none_where_the_site_makes_none() -> None:
    there = context(SITE)
    family = award_view(there, there.archive.awards["new"]).family
    assert family is not None
    assert family.picture == "/prix/new/family.svg"
    off = context(SITE, outputs=Outputs(pictures=False))
    assert files(family_pictures, off) == {}
    (index,) = pages(off)
    assert index.view.family.picture == ""


def test_what_has_no_room_is_cut() -> None:
    drawn = files(family_pictures, context(SITE.replace("The Small Award", "The Small Award " * 12)))
    small = texts(drawn["/prix/family.svg"])[5]
    assert small.startswith("The Small")
    assert small.endswith("…")
