import json

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


def lines(text: str) -> list[list[str]]:
    ((url, script),) = files(search_index, context(text)).items()
    start, end = b"globalThis.searchIndex = ", b";\n"
    assert url == "/search/index.js"
    assert script.startswith(start)
    assert script.endswith(end)
    found: list[list[str]] = json.loads(script[len(start) : -len(end)])
    return found


def test_everything_with_a_page_can_be_found() -> None:
    found = {line[1]: line for line in lines(SITE)}
    assert found["noms/ovens/"] == ["Ovens", "noms/ovens/", "organisation", "bakers", "Ovens & Sons"]
    assert found["prix/pie/"] == ["The Pie Award", "prix/pie/", "award", "", "Pie"]
    assert found["prix/pie/2001/"] == ["Pie 2001", "prix/pie/2001/", "edition", "butter", "The Pie Award"]
    assert found["prix/pie/categorie/best/"][2:] == ["category", "Pie", "Pie of Pies"]
    assert found["articles/evening/"][2:] == ["article", "Long."]
    assert len(found) == 5


def test_an_empty_archive_has_an_empty_index() -> None:
    assert lines("") == []
