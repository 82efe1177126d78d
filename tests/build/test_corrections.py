"""Every page says where its errors are reported, where the site says so; without JavaScript too."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.small import build, copy, replace, tree

pytestmark = pytest.mark.slow
SETTING = 'corrections = "mailto:ann@prix.example"\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy(tmp_path / "site")


def reports(root: Path) -> dict[str, str]:
    """By page: where an error of it is reported."""
    pages = {path: data.decode() for path, data in tree(root).items() if path.endswith(".html")}
    found = {path: re.findall(r'<p class="report"><a href="([^"]*)"', text) for path, text in pages.items()}
    return {path: unescape(links[0]) for path, links in found.items() if len(links) == 1}


def test_a_site_that_names_no_place_for_reports_has_no_link(root: Path) -> None:
    build(root)
    assert not [path for path, data in tree(root).items() if b"Signaler une erreur" in data]


def test_every_page_has_one_link_that_says_what_it_is_about(root: Path) -> None:
    replace(root, "site.toml", 'language = "fr"\n', f'language = "fr"\n{SETTING}')
    build(root)
    found = reports(root)
    assert found.keys() == {path for path in tree(root) if path.endswith(".html")}
    said = unquote(found["prix/palmes/2011/index.html"])
    assert said.startswith(
        "mailto:ann@prix.example?subject=Les Palmes de la Relation Client 2011&body=https://prix.example/"
    )
    assert "\nedition palmes/2011\n" in said
    # Made again where the setting is another, and gone without one.
    replace(root, "site.toml", SETTING, "")
    build(root)
    assert reports(root) == {}
