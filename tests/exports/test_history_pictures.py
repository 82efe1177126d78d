"""The history of an award as a picture: names and editions, sound as XML, with room for all that it says."""

import re
from xml.etree import ElementTree as xml

from palmarium.config import Outputs
from palmarium.exports import history_pictures
from palmarium.exports.history_pictures import draw
from palmarium.pages.award import award_view
from palmarium.pages.links import Link
from palmarium.pages.parts.heatmap import Columns, HeatCell, HeatMap, HeatRow
from palmarium.statistics.count import Count
from tests.exports.exported import context, files

EDITION = """\
-- editions/pie/{year}.yaml --
label: "{year}"
coverage: {coverage}
results:
  best: {best}
  tart: [{{laureate: Cy Crumb, rank: 2}}]
"""
AWARD = "-- editions/pie/award.yaml --\nname: Pie <Award>\ncategories: {best: Best Pie, tart: Best Tart}\n"
SITE = AWARD + "".join(
    EDITION.format(year=year, best=best, coverage="complete" if year < 2003 else "partial")
    for year, best in ((2001, "Ann & Ben"), (2002, "Ann & Ben"), (2003, "Dee Dough"))
)
URL = "/prix/pie/history.svg"
WORDS = {"says": "says", "won": "titles", "placed": "places", "none": "none", "hidden": "unknown", "below": "Tartes"}


def texts(svg: str) -> list[str]:
    return ["".join(element.itertext()) for element in xml.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_a_picture_has_each_name_with_two_editions_its_cells_and_its_sum() -> None:
    there = context(SITE)
    svg = files(history_pictures, there)[URL].decode()
    assert svg.count("<title>Pie &lt;Award&gt;</title>") == 1
    said = texts(svg)
    assert said[0] == "Pie <Award>"
    assert said[2:5] == ["2001", "2002", "2003"]
    assert said[5:9] == ["Ann & Ben", "≥1", "≥1", "≥2"]
    assert said[9:14] == ["Cy Crumb", "2", "2", "2", "≥0"]
    assert "Dee Dough" not in said
    # What is not known of the last edition is hatched, once for the name and once in the key.
    assert svg.count('fill="url(#hatch)"') == 2
    assert award_view(there, there.archive.awards["pie"]).picture == URL


def test_there_is_none_where_nobody_comes_twice_or_the_site_makes_none() -> None:
    once = AWARD + EDITION.format(year=2001, best="Ann", coverage="complete")
    assert files(history_pictures, context(once)) == {}
    assert award_view(context(once), context(once).archive.awards["pie"]).picture == ""
    off = context(SITE, outputs=Outputs(pictures=False))
    assert files(history_pictures, off) == {}
    assert award_view(off, off.archive.awards["pie"]).picture == ""


def test_of_many_editions_the_latest_are_drawn() -> None:
    site = AWARD + "".join(EDITION.format(year=year, best="Ann", coverage="complete") for year in range(1960, 2000))
    there = context(site)
    said = texts(files(history_pictures, there)[URL].decode())
    assert [each for each in said if re.fullmatch(r"(?:19|20)\d\d", each)] == [str(year) for year in range(1970, 2000)]
    assert award_view(there, there.archive.awards["pie"]).heat is None


def test_what_has_no_room_is_cut_and_what_xml_cannot_hold_left_out() -> None:
    rows = tuple(
        HeatRow(Link(f"{'Ann Crust ' * 9}{n}\x07<&", "/"), (HeatCell("won", 1), HeatCell("apart")), Count(1))
        for n in range(25)
    )
    editions = (Link("2010, spring and summer, held online", "/"), Link("2011", "/"))
    svg = draw(HeatMap((Columns("A", editions),), rows, 3), "A long title " * 9, WORDS, "fr")
    said = texts(svg)
    assert len([each for each in said if each.startswith("Ann")]) == 20
    assert all(each.endswith("…") for each in said if each.startswith(("Ann", "A long", "2010")))
    assert "rotate(-55)" in svg
    wide = float(xml.fromstring(svg).attrib["width"])
    rights = [float(x) + float(w) for x, w in re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', svg)]
    assert max(rights) < wide
