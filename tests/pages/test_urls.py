import re
import unicodedata
from pathlib import Path
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmarium.model.ids import slug
from palmarium.pages.urls import Urls, Words, absolute, anchor, path, relative
from palmarium.sources.load import load

URLS = Urls(Words(awards="prix", category="categorie", names="noms", years="annees"))


def test_addresses_are_those_that_were_promised() -> None:
    assert URLS.home() == "/"
    assert URLS.section("years") == "/annees/"
    assert URLS.award("palmes") == "/prix/palmes/"
    assert URLS.edition("palmes/2011") == "/prix/palmes/2011/"
    assert URLS.category("palmes/voix") == "/prix/palmes/categorie/voix/"
    assert URLS.name("leroy-merlin") == "/noms/leroy-merlin/"
    assert URLS.year(2011) == "/annees/2011/"
    assert URLS.note("a-propos/equipe") == "/a-propos/equipe/"
    assert URLS.record("edition", "palmes/2011") == "/api/v1/editions/palmes-2011.json"
    assert URLS.table("results") == "/data/results.csv"


def test_what_a_link_means_has_the_address_of_its_kind() -> None:
    assert URLS.target("category", "palmes/voix") == URLS.category("palmes/voix")


def test_the_file_of_an_address() -> None:
    assert path("/") == "index.html"
    assert path("/noms/屠呦呦/") == "noms/屠呦呦/index.html"
    assert path("/feed.xml") == "feed.xml"


@pytest.mark.parametrize(
    ("url", "page", "expected"),
    [
        ("/", "/", "./"),
        ("/noms/", "/", "noms/"),
        ("/", "/noms/", "../"),
        ("/noms/a/", "/noms/a/", "../../noms/a/"),
        ("/prix/palmes/2011/", "/noms/a/", "../../prix/palmes/2011/"),
        ("/prix/palmes/2011/#source-s1", "/prix/", "../prix/palmes/2011/#source-s1"),
        ("/noms/屠呦呦/", "/noms/", "../noms/%E5%B1%A0%E5%91%A6%E5%91%A6/"),
        ("/media/la salle.jpg", "/", "media/la%20salle.jpg"),
    ],
)
def test_links_are_relative_and_percent_encoded(url: str, page: str, expected: str) -> None:
    assert relative(url, page) == expected
    assert urljoin("https://example.org" + page, expected) == absolute(url, "https://example.org/")


def test_a_full_address_keeps_its_fragment() -> None:
    assert absolute("/prix/#é", "https://example.org/archives/") == "https://example.org/archives/prix/#%C3%A9"


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Leroy Merlin", "leroy-merlin"),
        ("Thierry d’Épinay", "thierry-d-epinay"),
        ("AT&T", "at-t"),
        ("Straße & Cie", "strasse-cie"),
        ("Mª Pérez", "ma-perez"),
        ("屠呦呦", "屠呦呦"),
        ("該当なし", "該当なし"),
        ("Лев Толстой", "лев-толстой"),
        ("हिन्दी", "हिन्दी"),
    ],
)
def test_an_id_is_made_of_a_name(name: str, id: str) -> None:
    assert slug(name) == id


@pytest.mark.parametrize(
    ("one", "other"),
    [("屠呦呦", "图呦呦"), ("กี่", "กา"), ("हिन्दी", "हनद"), ("!!!", "???"), ("…", "—"), ("該当なし", "該当")],
)
def test_names_that_are_not_latin_do_not_fall_together(one: str, other: str) -> None:
    assert slug(one) != slug(other)


@given(st.text(min_size=1, max_size=300))
def test_any_text_has_an_id_that_a_file_and_an_address_can_bear(text: str) -> None:
    id = slug(text)
    assert id
    assert len(f"{id}.json".encode()) <= 255
    assert id == unicodedata.normalize("NFC", id.lower())
    assert not set(id) & set("/\\ .#?%\0")
    record, problems = load(f"content/names/{id}.md", b"---\nname: a\nkind: person\n---\n", "fr")
    assert problems == ()
    assert record


@pytest.mark.parametrize("text", ["Ͱ¨", "ʼn̈ ̈b", "梅̀ ̀"])
def test_a_slug_is_an_id_that_a_file_may_have(text: str) -> None:
    id = slug(text)
    assert load(f"content/names/{id}.md", b"---\nname: A\nkind: person\n---\n", "en")[1] == ()


def test_no_category_takes_an_id_that_the_page_of_an_edition_has() -> None:
    folder = Path(__file__).parent.parent.parent / "themes/base/templates"
    templates = "".join((folder / path).read_text("utf-8") for path in ("page/edition.html", "part/sections.html"))
    own = re.findall(r"""(?:\bid=|section\()["']([\w-]+)["']""", templates)
    assert {"palmares", "jury", "cite"} <= set(own)
    assert [id for id in own if anchor(id) == id] == []
    assert (anchor("jury"), anchor("jury-prize"), anchor("")) == ("category-jury", "jury-prize", "unknown")
