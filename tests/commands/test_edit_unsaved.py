"""The preview of what is typed: the page as it would be, in a frame, with nothing saved."""

import re
from pathlib import Path

import pytest

from palmarium.commands.edit.desk import Desk
from palmarium.commands.serve import DESK
from tests import small
from tests.desk import get, in_form, post
from tests.photos import photo

ARTICLE = "content/articles/palmes-2011.md"
EDITION = "editions/palmes/2011.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small.copy(tmp_path / "site")


def shown(desk: Desk, path: str, view: str = "form", **fields: str) -> str:
    form = in_form(get(desk, f"{view}/{path}"))
    reply = post(desk, f"{view}/{path}", **{**form, "do": "preview", **fields})
    assert reply.is_framed
    return reply.body.decode()


@pytest.mark.slow
def test_a_text_as_it_was_saved_is_shown_as_the_build_shows_it(root: Path, desk: Desk) -> None:
    small.build(root)
    paths = [path for path in small.files(root) if path.startswith(("editions/", "content/")) and "media" not in path]
    seen = 0
    for path in paths:
        url = desk.page_of(path)
        if not path.endswith((".md", ".yaml")) or not (root / f"_site{url}index.html").is_file():
            continue
        built = (root / f"_site{url}index.html").read_text("utf-8")
        page = re.sub(r'<base [^>]*><link rel="stylesheet" href="/palmarium-preview.css">', "", shown(desk, path))
        page = re.sub(r'<div id="palmarium-typed".*?</div>', "", page)
        page = page.replace(f' href="{DESK}form/{path}#', ' href="#')
        assert without_cards(page) == without_cards(built), path
        seen += 1
    assert seen == len(paths) == 10


def without_cards(page: str) -> str:
    """A page without the picture that stands for it elsewhere, which is no part of what is seen."""
    return re.sub(r'<meta (?:property|name)="(?:og|twitter):image[^>]*>\n?', "", page)


def test_what_is_typed_is_shown_and_not_saved(root: Path, desk: Desk) -> None:
    before = (root / ARTICLE).read_bytes()
    page = shown(
        desk, ARTICLE, body="A **new** text, by [[Nobody Known]].[^1]\n\n[^1]: A note.\n", **{"f.title": "Autre"}
    )
    assert "A <strong>new</strong> text" in page
    assert "Telle que vous l’avez tapée\u202f; elle n’est pas enregistrée." in page
    assert "<title>Autre" in page
    assert "<p>1 erreur</p><p>" in page
    assert "Nobody Known&quot;" in page
    # A note stays on this page, whose address is that of the form.
    assert f'href="{DESK}form/{ARTICLE}#' in page
    assert 'href="#' not in page
    assert (root / ARTICLE).read_bytes() == before
    assert not desk.history.done


def test_what_no_page_of_the_site_may_hold_is_not_in_the_preview_either(desk: Desk) -> None:
    page = shown(
        desk, ARTICLE, body='<script>alert(1)</script> <img src="x" onerror="alert(1)"> [x](javascript:alert(1))\n'
    )
    assert "alert(1)</script>" not in page
    assert "onerror=" not in re.sub("&lt;.*?&gt;", "", page)
    assert 'href="javascript' not in page


def test_the_typed_text_of_a_palmares_is_shown(root: Path, desk: Desk) -> None:
    text = (root / EDITION).read_text("utf-8").replace("Mercedes-Benz", "Zoé Nouvelle")
    assert "Zoé Nouvelle" in shown(desk, EDITION, "file", text=text)


def test_what_stands_in_the_way_of_a_preview_is_told(root: Path, desk: Desk) -> None:
    text = (root / EDITION).read_text("utf-8")
    page = shown(desk, EDITION, "file", text=f"\t{text}")
    assert "Ceci ne peut pas encore être montré" in page
    assert "ligne 1, colonne 1" in page
    (root / "editions/casques/award.yaml").unlink()
    page = shown(desk, "editions/casques/2007.yaml")
    assert "Ceci ne peut pas encore être montré" in page
    assert "there is no award &#34;casques&#34;" in page
    # A row that can't be taken into the text.
    page = shown(desk, EDITION, **{"r.0.laureate.0": ""})
    assert "Ceci ne peut pas encore être montré" in page
    small.replace(root, "site.toml", "title = ", "title ")
    assert "The settings or the theme of the site have errors" in shown(desk, ARTICLE)


def test_a_picture_that_no_build_has_made_is_drawn_for_what_is_typed(root: Path, desk: Desk) -> None:
    assert desk.drawn("media/phare-640.jpg") is None
    (root / "content/media/phare.jpg").write_bytes(photo())
    page = shown(desk, ARTICLE, body="![A lighthouse](phare.jpg)\n")
    [plain] = set(re.findall(r"media/phare-800\.[0-9a-f]+\.jpg", page))
    assert (desk.drawn(plain) or b"").startswith(b"\xff\xd8")
    assert desk.drawn(f"{plain}.webp") is None
