import json
from typing import Any

from palmarium.exports import search_index
from tests.exports.exported import context, files

SITE = """\
-- editions/pie/award.yaml --
name: The Pie Award
short: Pie
categories: {best: Best Pie}
-- editions/pie/2001.yaml --
theme: butter
coverage: complete
results: {best: {printed_name: Pie of Pies, laureate: Ovens}}
-- content/names/ovens.md --
---
name: Ovens
kind: organisation
aliases: [Ovens & Sons]
description: bakers
---
-- content/articles/evening.md --
---
title: "An evening </script> of pies"
kind: report
deck: Long.
---
Text.
"""


def lines(text: str) -> list[list[Any]]:
    ((url, script),) = files(search_index, context(text)).items()
    start, end = b"globalThis.searchIndex = ", b";\n"
    assert url == "/search/index.js"
    assert script.startswith(start)
    assert script.endswith(end)
    found: list[list[Any]] = json.loads(script[len(start) : -len(end)])
    return found


def test_everything_with_a_page_can_be_found() -> None:
    found = {line[1]: line for line in lines(SITE)}
    assert found["noms/ovens/"][:5] == ["Ovens", "noms/ovens/", "organisation", "bakers", "Ovens & Sons"]
    assert found["prix/pie/"][:5] == ["The Pie Award", "prix/pie/", "award", "", "Pie"]
    assert found["prix/pie/2001/"][:5] == ["Pie 2001", "prix/pie/2001/", "edition", "butter", "The Pie Award"]
    assert found["prix/pie/categorie/best/"][2:5] == ["category", "Pie", "Pie of Pies"]
    assert found["years/2001/"][:3] == ["2001", "years/2001/", "year"]
    assert found["articles/evening/"][2:4] == ["article", "Long."]
    assert len(found) == 6


def test_each_line_says_what_narrows_a_search_to_it() -> None:
    facets = {line[1]: line[5] for line in lines(SITE)}
    best = {"award": ["pie"], "year": ["2001"], "category": ["pie/best"]}
    assert facets["noms/ovens/"] == {**best, "distinction": ["winner"]}
    assert facets["prix/pie/2001/"] == facets["prix/pie/categorie/best/"] == best
    assert facets["prix/pie/"] == facets["years/2001/"] == {"award": ["pie"], "year": ["2001"]}
    assert facets["articles/evening/"] == {"kind": ["report"]}


def test_a_title_refused_or_withdrawn_narrows_nothing_to_its_name() -> None:
    text = SITE.replace("laureate: Ovens}", "laureate: Ovens, status: revoked}")
    assert "distinction" not in {line[1]: line[5] for line in lines(text)}["noms/ovens/"]


def test_an_empty_archive_has_an_empty_index() -> None:
    assert lines("") == []
