"""A site in French with an article in English and Arabic: its pages, and all that tells of them."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree as xml

import pytest

from palmarium.build import pipeline
from palmarium.build.work import silent
from tests.conftest import PHARE_2010, SETTINGS, Site
from tests.small import tree

pytestmark = pytest.mark.slow

SITE = f"""\
-- site.toml --
{SETTINGS}cards = false
navigation = [{{label = "Nos prix", url = "/prix/"}}, {{label = "Qui", url = "/qui/"}}]
{PHARE_2010}\
-- content/articles/nuit.md --
---
title: La nuit du phare
date: 2010-10-08
time: "18:30"
author: Ann Crust
about: {{editions: phare/2010}}
tags: [récit]
---
La [[Corderie Vauban]] l’emporte : [un lauréat]{{laureates}}.
-- content/articles/night.md --
---
title: The night of the lighthouse
language: en
translates: nuit
deck: Who won.
---
The [[Corderie Vauban]] won: [one laureate]{{laureates is=1}}!
-- content/articles/layl.md --
---
title: ليلة المنارة
language: ar
translates: nuit
---
فازت [[Corderie Vauban]].
-- content/articles/autre.md --
---
title: Un autre soir
date: 2009-01
---
Voir [[nuit]].
-- content/pages/qui.md --
---
title: Qui
---
Nous.
-- content/pages/en/who.md --
---
title: Who
language: en
translates: qui
---
We.
"""
ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="https://example.org([^"]+)">')
LANGUAGES = {
    ("fr", "/articles/nuit/"),
    ("x-default", "/articles/nuit/"),
    ("en", "/articles/night/"),
    ("ar", "/articles/layl/"),
}


@pytest.fixture
def root(site: Site) -> Path:
    root = site(SITE)
    assert [(each.code, each.message) for each in pipeline.build(root, silent).problems] == [
        ("timezone", "the times of articles (content/articles/nuit.md) have no zone, and are read as universal time")
    ]
    return root


def read(root: Path, path: str) -> str:
    return (root / "_site" / path).read_text(encoding="utf-8")


def page(root: Path, url: str) -> str:
    return read(root, f"{url.strip('/')}/index.html".lstrip("/"))


def links(text: str) -> list[str]:
    return re.findall(r'<a href="([^"#]+)"', text)


def test_a_page_is_whole_in_its_language(root: Path) -> None:
    english, arabic, french = (page(root, f"articles/{id}") for id in ("night", "layl", "nuit"))
    assert '<html lang="en">' in english
    assert '<html lang="ar" dir="rtl">' in arabic
    assert '<html lang="fr">' in french
    for said in ("Skip to content", "October 8, 2010", "Cite this article", "report", "</a> won: ", "Main menu"):
        assert said in english
    for said in ("Aller au contenu", "8 octobre 2010", "Citer cet article", "compte rendu", "l’emporte\u00a0: "):
        assert said in french
        assert said not in english
        assert said not in arabic
    assert "8 أكتوبر 2010" in arabic
    # What the site itself is called stays, and says in which language it is.
    assert '<a href="../../" lang="fr">' in english
    assert 'property="og:locale" content="en_GB"' in english
    assert 'property="og:locale:alternate" content="fr_FR"' in english


def test_the_menu_and_the_pages_of_text_are_called_as_in_the_language_of_the_page(root: Path) -> None:
    menu = re.compile(r'<nav class="menu".*?</nav>', re.DOTALL)
    english, arabic = (menu.findall(page(root, f"articles/{id}"))[0] for id in ("night", "layl"))
    assert '<a href="../../prix/">Awards</a>' in english
    assert '<a href="../../en/who/">Who</a>' in english
    assert '<a href="../../qui/" lang="fr">Qui</a>' in arabic
    footer = page(root, "articles/night").partition('<footer class="colophon">')[2]
    assert ">Who</a>" in footer
    assert ">Qui</a>" not in footer


def test_a_page_and_the_sitemap_tell_of_every_language(root: Path) -> None:
    for id in ("nuit", "night", "layl"):
        assert set(ALTERNATE.findall(page(root, f"articles/{id}"))) == LANGUAGES
    assert ALTERNATE.findall(page(root, "articles/autre")) == []
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    found = {
        each.findtext("s:loc", "", spaces): {
            (link.attrib["hreflang"], link.attrib["href"].removeprefix("https://example.org"))
            for link in each.findall("x:link", spaces)
        }
        for each in xml.fromstring(read(root, "sitemap.xml"))
    }
    assert found["https://example.org/articles/night/"] == LANGUAGES
    assert found["https://example.org/articles/layl/"] == LANGUAGES
    assert found["https://example.org/articles/autre/"] == set()
    assert len(found["https://example.org/en/who/"]) == 3


def test_a_switch_names_each_language_in_itself(root: Path) -> None:
    def switch(id: str, says: str) -> str:
        return page(root, f"articles/{id}").partition(f'aria-label="{says}"')[2].partition("</nav>")[0]

    assert '<span aria-current="page">English</span>' in switch("night", "Languages")
    to_french = '<a href="../../articles/nuit/" rel="alternate" lang="fr" hreflang="fr" dir="auto">Français</a>'
    assert to_french in switch("night", "Languages")
    assert '<span aria-current="page">Français</span>' in switch("nuit", "Langues")
    assert 'lang="ar" hreflang="ar" dir="auto">العربية</a>' in switch("nuit", "Langues")
    assert "aria-label" not in switch("autre", "Langues")


@pytest.mark.parametrize("url", ["/", "/articles/", "/prix/phare/2010/", "/noms/corderie-vauban/", "/annees/2010/"])
def test_a_list_has_an_article_once_in_the_language_of_the_site(root: Path, url: str) -> None:
    text = page(root, url).partition("<main")[2].partition("</main>")[0]
    assert "La nuit du phare" in text
    assert "The night of the lighthouse" not in text
    if "articles" not in url:
        assert len(re.findall(r'articles/night/" rel="alternate" lang="en" hreflang="en"[^>]*>English</a>', text)) == 1


def test_what_a_translation_does_not_say_is_that_of_its_original(root: Path) -> None:
    [night] = [each for each in json.loads(read(root, "api/v1/articles.json")) if each["id"] == "night"]
    said = {key: night[key] for key in ("date", "time", "language", "translates")}
    assert said == {"date": "2010-10-08", "time": "18:30", "language": "en", "translates": "nuit"}
    assert [author["id"] for author in night["author"]] == ["ann-crust"]
    assert night["about"]["editions"] == ["phare/2010"]
    assert night["claims"][0]["verdict"] == "agrees"
    assert "récit" in page(root, "articles/night")


def test_linked_data_and_citations_have_the_language(root: Path) -> None:
    def data(id: str) -> dict[str, object]:
        found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page(root, f"articles/{id}"))
        assert found
        graph: list[dict[str, object]] = json.loads(found[1])["@graph"]
        return graph[0]

    english, french = data("night"), data("nuit")
    assert english["inLanguage"] == "en"
    assert english["translationOfWork"] == {"@id": "https://example.org/articles/nuit/"}
    assert "workTranslation" not in english
    assert french["inLanguage"] == "fr"
    assert {"@id": "https://example.org/articles/night/"} in french["workTranslation"]  # type: ignore[operator]
    [cited] = json.loads(read(root, "articles/night/citation.json"))
    assert cited["language"] == "en"


def test_a_feed_has_an_article_once_and_a_language_its_own(root: Path) -> None:
    space = {"a": "http://www.w3.org/2005/Atom"}
    feed = xml.fromstring(read(root, "feed.xml"))
    titles = [each.findtext("a:title", "", space) for each in feed.findall("a:entry", space)]
    assert titles.count("La nuit du phare") == 1
    assert "The night of the lighthouse" not in titles
    [entry] = [each for each in feed.findall("a:entry", space) if "nuit" in (each.findtext("a:title", "", space))]
    there = [(link.get("hreflang"), link.get("href")) for link in entry.findall("a:link", space)]
    assert ("en", "https://example.org/articles/night/") in there
    english = xml.fromstring(read(root, "en/feed.xml"))
    assert english.findtext("a:title", "", space) == f"{feed.findtext('a:title', '', space)} (en)"
    assert english.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert [each.findtext("a:title", "", space) for each in english.findall("a:entry", space)] == [
        "The night of the lighthouse"
    ]
    assert json.loads(read(root, "en/feed.json"))["language"] == "en"
    assert 'href="../../en/feed.xml"' in page(root, "articles/night")
    assert 'href="../../feed.xml"' in page(root, "articles/nuit")


def test_a_search_finds_every_language(root: Path) -> None:
    index = read(root, "recherche/index.js")
    assert all(title in index for title in ("La nuit du phare", "The night of the lighthouse", "ليلة المنارة"))


def test_a_claim_that_a_translation_repeats_is_counted_once(root: Path) -> None:
    assert page(root, "affirmations").count("un lauréat") >= 1
    assert "one laureate" not in page(root, "affirmations")
    (root / "content/articles/night.md").write_text(
        "---\ntitle: Night\nlanguage: en\ntranslates: nuit\n---\n[Nine laureates]{laureates is=9}.\n", encoding="utf-8"
    )
    told = [each.message for each in pipeline.build(root, silent).problems if each.code == "claim-differs"]
    assert told == ['"Nine laureates": the archive finds 1, not 9']


def test_another_date_of_the_original_reaches_its_translation_and_the_site_is_that_of_a_full_build(root: Path) -> None:
    file = root / "content/articles/nuit.md"
    file.write_text(file.read_text(encoding="utf-8").replace("2010-10-08", "2010-10-09"), encoding="utf-8")
    pipeline.build(root, silent)
    assert "October 9, 2010" in page(root, "articles/night")
    made = tree(root)
    pipeline.build(root, silent, full=True)
    assert tree(root) == made


def test_the_first_text_in_a_language_is_made_as_in_a_full_build(root: Path) -> None:
    (root / "content/articles/nacht.md").write_text(
        "---\ntitle: Die Nacht\nlanguage: de\ntranslates: nuit\n---\nText.\n", encoding="utf-8"
    )
    pipeline.build(root, silent)
    assert '<html lang="de">' in page(root, "articles/nacht")
    assert "Deutsch" in page(root, "articles/nuit")
    made = tree(root)
    pipeline.build(root, silent, full=True)
    assert tree(root) == made


def test_a_language_that_the_theme_does_not_speak_is_told_at_the_text(site: Site) -> None:
    root = site(SITE.replace("language: ar", "language: eo"))
    [problem] = [each for each in pipeline.build(root, silent).problems if each.code == "catalogue"]
    assert (problem.span.path, problem.message) == ("content/articles/layl.md", 'the theme does not speak "eo"')
    assert problem.hint == (
        "write one of those that it speaks: ar, de, en, es, fr, it; or its sentences in this one, as "
        "themes/base/locale/eo/LC_MESSAGES/messages.po"
    )
    lines = (root / problem.span.path).read_text().splitlines()
    assert lines[problem.span.line - 1] == "language: eo"
    assert not (root / "_site").exists()


def test_a_sentence_of_a_theme_that_a_language_lacks_is_told(site: Site) -> None:
    own = """\
-- themes/own/theme.toml --
extends = "base"
-- themes/own/templates/page/note.html --
{% extends "base:page/note.html" %}
{% block main %}{{ super() }}<p>{{ _('Of our own') }}</p>{% endblock %}
-- themes/own/locale/fr/LC_MESSAGES/messages.po --
msgid ""
msgstr "Plural-Forms: nplurals=2; plural=(n > 1);\\n"

msgid "Of our own"
msgstr "Rien qu’à nous"
"""
    root = site(SITE.replace("cards = false", 'cards = false\ntheme = "own"') + own)
    told = [(each.span.path, each.message) for each in pipeline.build(root, silent).problems if each.code != "timezone"]
    assert told == [("themes/own/templates/page/note.html", '"Of our own" has no translation in ar')]


def test_the_original_may_be_in_another_language_than_the_site(site: Site) -> None:
    root = site(
        SITE.replace("title: La nuit du phare\n", "title: La nuit du phare\nlanguage: de\n").replace(
            "title: Un autre soir\n", "title: Un autre soir\ntranslates: nuit\n"
        )
    )
    assert [each.code for each in pipeline.build(root, silent).problems] == ["timezone"]
    text = page(root, "articles").partition("<main")[2]
    assert "Un autre soir" in text
    assert "La nuit du phare" not in text
    assert ("x-default", "/articles/autre/") in ALTERNATE.findall(page(root, "articles/night"))
