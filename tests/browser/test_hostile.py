"""Texts that would run in a careless page: in every field, in every place of a template, in a drawing. None does."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from palmarium.build import pipeline
from palmarium.build.work import silent
from palmarium.problems import Level
from tests import hostile
from tests.conftest import SETTINGS
from tests.images.test_drawings import FIGMA, ILLUSTRATOR, INKSCAPE

# What a browser would have to have done, or to be about to do.
LIVE = """() => {
  const bad = [];
  for (const one of document.querySelectorAll('*')) {
    if (one.matches('script:not([src], [type="application/ld+json"]), iframe, object, embed, base, style')) {
      bad.push(one.outerHTML.slice(0, 80));
    }
    for (const { name, value } of one.attributes) {
      const leads = ['href', 'src', 'action', 'formaction', 'data', 'xlink:href', 'srcset', 'poster'].includes(name);
      const away = leads && /^\\s*(javascript|data|vbscript):|^\\/\\//i.test(value);
      if (name.startsWith('on') || name === 'style' || away) {
        bad.push(`${one.tagName} ${name}=${value.slice(0, 80)}`);
      }
    }
  }
  return bad;
}"""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("hostile")
    hostile.write(root, hostile.TEXTS)
    report = pipeline.build(root, silent)
    assert [problem for problem in report.problems if problem.level is Level.ERROR] == []
    return root / "_site"


@pytest.fixture
def quiet(own_page: Page) -> Iterator[Page]:
    """A page that tells what has run, and what was asked of other hosts."""
    own_page.on("dialog", lambda dialog: (told.append(dialog.message), dialog.dismiss()))
    own_page.on("request", lambda request: told.append(request.url) if not request.url.startswith("file:") else None)
    told: list[str] = []
    yield own_page
    assert told == []


def test_no_text_of_an_editor_runs_on_any_page(quiet: Page, output: Path) -> None:
    wrong = {}
    pages = sorted(output.rglob("*.html"))
    assert len(pages) > 80
    for path in pages:
        quiet.goto(path.as_uri())
        if found := quiet.evaluate(LIVE):
            wrong[path.relative_to(output).as_posix()] = found[:3]
    assert wrong == {}


@pytest.mark.parametrize("data", [INKSCAPE, ILLUSTRATOR, FIGMA])
def test_what_drawing_programs_write_shows(quiet: Page, tmp_path: Path, data: str) -> None:
    (tmp_path / "a.svg").write_text(data, encoding="utf-8")
    (tmp_path / "a.html").write_text('<!doctype html><img src="a.svg">', encoding="utf-8")
    quiet.goto((tmp_path / "a.html").as_uri())
    quiet.wait_for_function("document.images[0].complete")
    assert quiet.evaluate("document.images[0].naturalWidth") > 0
    quiet.goto((tmp_path / "a.svg").as_uri())


@pytest.fixture(scope="module")
def themed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose theme has a logo of its own, and prints a hostile parameter."""
    root = tmp_path_factory.mktemp("themed")
    motto = json.dumps(" ".join(hostile.VECTORS), ensure_ascii=False)
    home = (
        '{% extends "base:page/home.html" %}\n{% block main %}\n'
        "<p id=\"motto\" title=\"{{ param('motto') }}\">{{ param('motto') }}</p>\n{{ super() }}\n{% endblock %}\n"
    )
    files = {
        "site.toml": f'{SETTINGS}theme = "own"\ncards = false\n[theme_parameters]\nmotto = {motto}\n',
        "themes/own/theme.toml": 'extends = "base"\nstyles = ["css/own.css"]\n'
        '[parameters]\nmotto = {default = "", says = "a line"}\n',
        "themes/own/assets/css/own.css": ":root { --palm: url(../img/mine.svg); }",
        "themes/own/assets/img/mine.svg": FIGMA,
        "themes/own/templates/page/home.html": home,
    }
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    assert pipeline.build(root, silent).problems == ()
    return root / "_site/index.html"


def test_a_parameter_of_a_theme_does_not_run(quiet: Page, themed: Path) -> None:
    quiet.goto(themed.as_uri())
    assert quiet.evaluate(LIVE) == []
    assert "<script>alert(1)</script>" in quiet.locator("#motto").inner_text()


def test_a_logo_of_a_theme_of_ones_own_stands_by_day_and_by_night(quiet: Page, themed: Path) -> None:
    quiet.goto(themed.as_uri())
    shown = "getComputedStyle(document.querySelector('.leaf')).backgroundImage"
    for scheme in ("light", "dark"):
        for chosen in ("", "light", "dark"):
            quiet.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            quiet.evaluate("scheme => document.documentElement.dataset.scheme = scheme", chosen)
            assert "img/mine." in quiet.evaluate(shown)
