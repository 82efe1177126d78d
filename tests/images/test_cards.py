"""Cards of pages that are shared: their words, their letters, when they are drawn again."""

import re
from pathlib import Path

import pytest
from PIL import ImageFont

from palmarium.build import pipeline
from palmarium.build.work import silent
from palmarium.images import cards
from palmarium.images.cards import HEIGHT, WIDTH, Drawing, card, is_drawn
from palmarium.images.ornaments import SHAPES, LeafKind
from palmarium.images.strokes import drawn
from palmarium.model import Kind
from palmarium.theming.drawing import medal
from tests.conftest import Site
from tests.photos import opened
from tests.small import build, replace, tree

pytestmark = pytest.mark.slow

COLOURS = ("#0d3a2b", "#f8f4e9", "#dcb866")
SITE = """\
-- site.toml --
title = "Prix"
base_url = "https://example.org/"
language = "fr"
-- editions/crumble/award.yaml --
name: Les prix Crumble de la tarte
short: Crumble
categories: {pie: Best Pie}
-- editions/crumble/2011.yaml --
ceremony: {date: 2011-05-02}
coverage: winners-only
results: {pie: Ann Crumble}
-- content/names/ann.md --
---
name: Ann Crumble
kind: person
---
-- content/names/tu.md --
---
name: 屠呦呦
kind: person
---
-- content/articles/night.md --
---
title: La nuit des tartes
kind: report
date: 2011-05-02
about: {editions: crumble/2011}
---
It began late.
"""


def drawing(title: str, above: str = "Above", below: str = "Below", ornament: str = "") -> Drawing:
    return Drawing("The site", above, title, below, ornament, COLOURS)


def drawn_cards(root: Path) -> dict[str, bytes]:
    """The cards of a site, by the address of their page."""
    found = {path: data for path, data in tree(root).items() if path.startswith("cards/")}
    return {re.sub(r"\.[0-9a-f]{8}\.png$", "", path.removeprefix("cards")): data for path, data in found.items()}


def meta(root: Path, url: str) -> dict[str, str]:
    html = (root / "_site" / url / "index.html").read_text(encoding="utf-8")
    return dict(re.findall(r'<meta property="og:(image[:a-z]*)" content="([^"]*)">', html))


@pytest.mark.parametrize("weight", ["Regular", "Semibold"])
def test_every_letter_that_a_card_may_print_is_in_its_font(weight: str) -> None:
    font = cards._font(weight, 40)
    box = bytes(font.getmask("\uffff"))
    lacking = [
        hex(code)
        for code in range(0x20, 0x2300)
        if is_drawn(chr(code)) and code != 0xAD and not 0x2000 <= code <= 0x200A and code not in (0x202F, 0x205F)
        if bytes(font.getmask(chr(code))) == box
    ]
    assert lacking == []


def test_french_is_printed_whole() -> None:
    assert is_drawn("«\u202fL’œuvre d’Éloïse Çà-et-là — n°\u00a05, à l’été…\u202f» – 3ᵉ".replace("ᵉ", "e"))
    assert is_drawn("Øyvind Łukasz Ştefan Nguyễn Тест Ωμέγα")


@pytest.mark.parametrize("text", ["屠呦呦", "نجيب محفوظ", "🥧", "\ue000"])
def test_what_the_font_lacks_is_known(text: str) -> None:
    assert not is_drawn(text)


def test_a_card_is_as_large_as_it_says_small_to_load_and_the_same_twice() -> None:
    data = card(drawing("Crumble 2011", ornament=SHAPES["palm"]((LeafKind.KNOWN,) * 6, 4)))
    image = opened(data)
    assert image.size == (WIDTH, HEIGHT) == (1200, 630)
    assert len(data) < 40_000
    assert image.convert("RGB").getpixel((3, 300)) == (0x0D, 0x3A, 0x2B)
    assert image.convert("RGB").getpixel((600, 4)) == (0xDC, 0xB8, 0x66)
    assert data == card(drawing("Crumble 2011", ornament=SHAPES["palm"]((LeafKind.KNOWN,) * 6, 4)))


@pytest.mark.parametrize("title", ["Ann", "The pies " * 12, "anticonstitutionnellement" * 5, "Pie crumble " * 30])
def test_a_title_is_never_cut(title: str) -> None:
    ornament = SHAPES["wreath"]((LeafKind.KNOWN,) * 9, 2)
    for text in (title, title.strip()):
        size, lines = cards._set(text, 652, 264)
        assert "".join("".join(lines).split()) == "".join(text.split())
        assert max(cards._font("Semibold", size).getlength(line) for line in lines) <= 652
    image = opened(card(drawing(title, ornament=ornament))).convert("L")
    # Nothing touches the edges, left and right, below the line of brass.
    edges = [image.crop((x, 10, x + 40, HEIGHT)) for x in (0, WIDTH - 40)]
    assert [edge.getextrema() for edge in edges] == [(edges[0].getpixel((0, 0)),) * 2] * 2
    assert isinstance(cards._font("Regular", 30), ImageFont.FreeTypeFont)


@pytest.mark.parametrize("shape", SHAPES)
def test_every_ornament_is_drawn_with_what_is_not_known_in_lines(shape: str) -> None:
    def covered(*kinds: LeafKind) -> int:
        image = drawn(SHAPES[shape](kinds, 3), 380, 380)
        assert max(image.size) == 380
        return sum(image.histogram()[200:])

    assert covered(*[LeafKind.KNOWN] * 8) > 2 * covered(*[LeafKind.UNKNOWN] * 8)


@pytest.mark.parametrize("kind", list(Kind))
def test_a_medal_is_struck_with_its_initials(kind: Kind) -> None:
    with_letters = card(drawing("Ann Crumble", ornament=medal("Ann Crumble", kind)))
    without = card(drawing("Ann Crumble", ornament=medal("Ann Crumble", kind).replace("AC", "  ")))
    assert with_letters != without


def test_each_edition_name_and_article_has_its_card_and_the_others_that_of_the_site(site: Site) -> None:
    root = site(SITE)
    build(root)
    assert set(drawn_cards(root)) == {"/site", "/prix/crumble/2011", "/noms/ann", "/articles/night"}
    told = meta(root, "prix/crumble/2011")
    assert re.fullmatch(r"https://example\.org/cards/prix/crumble/2011\.[0-9a-f]{8}\.png", told["image"])
    assert (told["image:width"], told["image:height"], told["image:alt"]) == ("1200", "630", "Crumble 2011")
    assert "/cards/site." in meta(root, "lacunes")["image"]
    assert meta(root, "lacunes")["image:alt"] == "Prix"


def test_a_name_that_the_font_lacks_has_the_card_of_the_site(site: Site) -> None:
    root = site(SITE)
    build(root)
    assert "/cards/site." in meta(root, "noms/tu")["image"]


def test_every_card_that_a_page_names_is_there(site: Site) -> None:
    root = site(SITE)
    build(root)
    files = tree(root)
    named = {found for data in files.values() for found in re.findall(rb'https://example\.org/(cards/[^"]+)', data)}
    assert {path.decode() for path in named} == {path for path in files if path.startswith("cards/")}


def test_an_edit_draws_again_only_the_card_whose_words_changed(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    root = site(SITE)
    build(root)
    drawn: list[str] = []

    def draw(drawing: Drawing) -> bytes:
        drawn.append(drawing.title)
        return card(drawing)

    monkeypatch.setattr("palmarium.build.stages.card", draw)
    replace(root, "content/articles/night.md", "It began late.", "It began early.")
    build(root)
    assert drawn == []
    replace(root, "content/articles/night.md", "La nuit des tartes", "La nuit des tourtes")
    report = build(root)
    assert drawn == ["La nuit des tourtes"]
    assert [path for path in report.removed if path.startswith("cards/")] != []
    build(root)
    assert drawn == ["La nuit des tourtes"]


def test_a_site_may_do_without(site: Site) -> None:
    root = site(SITE)
    settings = root / "site.toml"
    settings.write_text("cards = false\n" + settings.read_text(encoding="utf-8"), encoding="utf-8")
    build(root)
    assert drawn_cards(root) == {}
    assert "/assets/img/card." in meta(root, "prix/crumble/2011")["image"]


def test_the_theme_chooses_the_colours(site: Site) -> None:
    root = site(SITE)
    settings = root / "site.toml"
    parameters = '\n[theme_parameters]\ncard = "#102030 #ffffff #ff0000"\n'
    settings.write_text(settings.read_text(encoding="utf-8") + parameters, encoding="utf-8")
    build(root)
    image = opened(drawn_cards(root)["/prix/crumble/2011"]).convert("RGB")
    assert image.getpixel((3, 300)) == (0x10, 0x20, 0x30)
    assert image.getpixel((3, 3)) == (255, 0, 0)


def test_check_draws_none_since_none_can_fail(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[Drawing] = []
    monkeypatch.setattr("palmarium.build.stages.card", lambda each: drawn.append(each) or b"")
    assert pipeline.check(site(SITE), silent).problems == ()
    assert drawn == []
