from xml.etree import ElementTree as xml

import pytest

from palmarium.exports import badges
from palmarium.exports.svg_text import width
from palmarium.pages.parts.badges import HEIGHT, WIDTH, Badge, badge_lines
from tests.exports.exported import context, files

SITE = """\
-- editions/pie/award.yaml --
name: Fictional Pie Award
short: Pie
categories: {best: Best Pie, tart: Best Tart, crust: Best Crust, crumb: Best Crumb}
-- editions/pie/2001.yaml --
coverage: complete
validity: one year
results:
  best: {laureate: Ann & Ben <Crust>, rank: 1, distinction: winner}
  tart: {laureate: Ann & Ben <Crust>, status: revoked}
  crust: {laureate: Ann & Ben <Crust>, acceptance: declined}
  crumb:
    - {laureate: Ann & Ben <Crust>, official: false}
    - {rank: 2, laureate: Cy Crumb}
  unknown: [Dee Dough]
"""
PLAIN = Badge("/b.svg", "Award", "Pie 2001", "2001", "Best Pie", "Ann", 0, "", "Tartes", "https://example.org/", True)


def drawn(**given: object) -> str:
    return badges.draw(Badge(**{**{f: getattr(PLAIN, f) for f in PLAIN.__slots__}, **given}), "fr", "Titre retiré")


def texts(svg: str) -> list[str]:
    return ["".join(element.itertext()) for element in xml.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_a_title_that_is_sure_has_a_badge_and_no_other_has() -> None:
    written = files(badges, context(SITE))
    assert sorted(written) == [
        "/noms/ann-ben-crust/badges/pie-2001-best.svg",
        "/noms/ann-ben-crust/badges/pie-2001-tart.svg",
    ]


def test_a_badge_says_what_was_won_by_whom_and_for_how_long() -> None:
    svg = files(badges, context(SITE))["/noms/ann-ben-crust/badges/pie-2001-best.svg"].decode()
    assert texts(svg) == [
        *("2001", "1er", "Fictional Pie Award", "Best Pie", "Ann & Ben <Crust>", "one year", "Tartes")
    ]
    assert "<title>Ann &amp; Ben &lt;Crust&gt; – Pie 2001, Best Pie</title>" in svg


def test_a_title_that_was_lost_keeps_its_address_and_says_so() -> None:
    there = context(SITE)
    svg = files(badges, there)["/noms/ann-ben-crust/badges/pie-2001-tart.svg"].decode()
    assert "Titre retiré" in texts(svg)
    assert "one year" not in texts(svg)
    assert "line-through" in svg
    offered = badge_lines(there, there.archive.names["ann-ben-crust"])
    assert [line.url for line in offered] == ["/noms/ann-ben-crust/badges/pie-2001-best.svg"]


def test_the_lines_to_paste_lead_back_to_the_palmares() -> None:
    there = context(SITE)
    [line] = badge_lines(there, there.archive.names["ann-ben-crust"])
    assert line.snippet.html == (
        "&lt;a href=&quot;https://example.org/pies/prix/pie/2001/#best--ann-ben-crust&quot;&gt;"
        "&lt;img src=&quot;https://example.org/pies/noms/ann-ben-crust/badges/pie-2001-best.svg&quot;"
        " alt=&quot;Ann &amp;amp; Ben &amp;lt;Crust&amp;gt; – Pie 2001, Best Pie&quot;"
        f" width=&quot;{WIDTH}&quot; height=&quot;{HEIGHT}&quot;&gt;&lt;/a&gt;"
    )


@pytest.mark.parametrize(
    "name", ["W" * 200, "Une maison au nom qui ne finit pas " * 9, "該当なし" * 30, "é\u0301\x07" * 50]
)
def test_whatever_is_written_fits(name: str) -> None:
    svg = drawn(laureate=name, category=name, award=name, label=name, validity=name, site=name)
    for element in xml.fromstring(svg).iter("{http://www.w3.org/2000/svg}text"):
        size, text = float(element.attrib["font-size"]), "".join(element.itertext())
        room = 92 if "text-anchor" in element.attrib else WIDTH - 148
        assert width(text) * size <= room + 1
        assert 8 <= float(element.attrib["y"]) <= HEIGHT - 4


def test_nothing_in_a_badge_needs_a_style_or_a_script() -> None:
    svg = drawn()
    assert "style" not in svg.replace("font-style", "")
    assert "<script" not in svg


def test_a_place_is_said_as_the_language_says_it() -> None:
    badge = Badge(**{**{f: getattr(PLAIN, f) for f in PLAIN.__slots__}, "rank": 2})
    assert [texts(badges.draw(badge, language, ""))[1] for language in ("fr", "en")] == ["2e", "2nd"]
