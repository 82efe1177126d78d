"""A site that is read from the right: its pages say so, its styles know no left and no right, its words are its own."""

import re
from pathlib import Path

import pytest

from palmarium.build import pipeline
from palmarium.build.work import silent
from palmarium.model import Date
from palmarium.theming.i18n import date, direction, ordinal
from tests.conftest import Site

ROOT = Path(__file__).parent.parent.parent
# What a table of a text says of its columns, the strokes of charts and their years, and gradients, are geometry.
GEOMETRY = re.compile(r"text-align: (?:left|right); \}|linear-gradient\(to (?:left|right)")
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|inset)-(?:left|right)|left|right|border-(?:top|bottom)-(?:left|right)-radius)\s*:"
    r"|text-align:\s*(?:left|right)|float:\s*(?:left|right)|clear:\s*(?:left|right)|\bto (?:left|right)\b"
)

ARABIC = """\
-- site.toml --
title = "سجل النخلة"
language = "ar"
base_url = "https://example.org/"
cards = false
-- editions/nakhla/award.yaml --
name: جائزة النخلة
categories: {raghif: أفضل رغيف, kaak: أفضل كعك}
-- editions/nakhla/2020.yaml --
ordinal: 1
ceremony: {date: 2020-11-01, city: مدينة القمر}
coverage: complete
jury: [أنس الطحان]
results: {raghif: مخبز السنابل, kaak: [{rank: 1, laureate: مخبز ندى}, {rank: 2, laureate: Ann Crust}]}
-- editions/nakhla/2021.yaml --
ordinal: 2
ceremony: 2021-11
coverage: partial
results: {raghif: مخبز السنابل, kaak: unknown}
claims: [{says: فائز واحد, count: laureates, is: 1, source: s1}]
sources: {s1: {title: النخلة, publisher: صحيفة الفرن, date: 2021-11-10}}
"""


@pytest.mark.parametrize("theme", ["base", "ceremonie"])
def test_styles_are_of_the_start_and_the_end_of_a_line(theme: str) -> None:
    found = [
        f"{path.name}:{number}: {line.strip()}"
        for path in sorted((ROOT / "themes" / theme / "assets" / "css").rglob("*.css"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if PHYSICAL.search(line) and not GEOMETRY.search(line)
    ]
    assert found == []


@pytest.mark.slow
def test_a_site_in_arabic_is_read_from_the_right_and_says_nothing_in_english(site: Site) -> None:
    root = site(ARABIC)
    assert [each.message for each in pipeline.build(root, silent).problems] == []
    pages = {path: path.read_text("utf-8") for path in sorted((root / "_site").rglob("*.html"))}
    assert len(pages) > 15
    assert [path for path, text in pages.items() if '<html lang="ar" dir="rtl">' not in text] == []
    foreign = {word for text in pages.values() for word in re.findall(r"[A-Za-z]{2,}", said(text))}
    assert foreign - KNOWN == set()


KNOWN = {
    *("Ann", "Crust", "Palmarium", "CSV", "JSON", "SQLite", "Atom", "UTF", "Feed", "OpenAPI", "BibTeX", "RIS", "CSL"),
    *("SHA", "SUMS", "SQL", "format", "Data", "Package", "JavaScript", "https", "example", "org"),
}
"""A name of this site, and those of formats and programs."""


def said(page: str) -> str:
    """What a page shows as text, without code, names of files and addresses."""
    body = re.sub(r"<(script|style|code|pre)\b.*?</\1>|<!--.*?-->", " ", page.partition("<body")[2], flags=re.DOTALL)
    plain = re.sub(r"<[^>]*>|&[a-z#0-9]+;", " ", body)
    return re.sub(r"\S*[/.@_{}]\S*\w|v\d\S*", " ", plain)


def test_a_date_and_a_place_are_written_as_each_language_does() -> None:
    day, month = Date(2011, 10, 3), Date(2010, 10)
    assert {
        language: (date(day, language), date(month, language)) for language in ("de", "es", "it", "ar", "en", "fr")
    } == {
        "de": ("3. Oktober 2011", "Oktober 2010"),
        "es": ("3 de octubre de 2011", "octubre de 2010"),
        "it": ("3 ottobre 2011", "ottobre 2010"),
        "ar": ("3 أكتوبر 2011", "أكتوبر 2010"),
        "en": ("October 3, 2011", "October 2010"),
        "fr": ("3 octobre 2011", "octobre 2010"),
    }
    assert [date(Date(2011, 10, 1), each) for each in ("en_GB", "en_US", "fr_CA")] == [
        *("1 October 2011", "October 1, 2011", "1er octobre 2011"),
    ]
    assert [ordinal(4, language, "f") for language in ("de", "es", "it", "ar")] == [
        *(("4.", ""), ("4.ª", ""), ("4ª", ""), ("4", "")),
    ]
    assert [direction(language) for language in ("ar", "he", "fa", "fr", "xx")] == ["rtl", "rtl", "rtl", "ltr", "ltr"]
