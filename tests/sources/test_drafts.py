"""Drafts: shown by the preview and marked, left out by every other command."""

from pathlib import Path

import pytest

from palmarium.build import pipeline
from palmarium.build.work import silent
from palmarium.sources import drafts
from tests.conftest import PHARE_2010, Site

SITE = f"""\
{PHARE_2010}\
-- editions/phare/_2011.yaml --
results: {{lumiere: Zelda Pockets}}
-- content/articles/kettles.md --
---
title: Kettles
about: {{editions: phare/2010}}
draft: true  # until Monday
---
Not yet.
-- content/articles/lamps.md --
---
title: Lamps
about: {{editions: phare/2010}}
---
draft: true
-- content/articles/_wicks.md --
---
title: Wicks
about: {{editions: phare/2010}}
---
Not yet.
"""


def test_a_draft_says_so_or_has_a_name_that_does() -> None:
    files = {
        "content/articles/a.md": b"---\r\ntitle: A\r\ndraft: true\r\n---\r\nText",
        "content/articles/b.md": b"---\ntitle: B\n---\ndraft: true\n",
        "content/articles/c.md": b"---\ntitle: C\ndraft: false\n---\n",
        "content/articles/_d.md": b"---\ntitle: D\n---\n",
        "content/pages/about/_e.md": b"",
        "content/names/f.md": b"\xef\xbb\xbf---\nname: F\ndraft:  true \n---\n",
        "editions/p/2011.yaml": b"draft: true\n",
        "editions/p/2012.yaml": b"note: >\n  draft: true\n",
        "editions/p/award.yaml": b"draft: true\n",
        "content/media/_g.png": b"draft: true",
    }
    assert dict(drafts.found(files)) == {
        ("article", "a"): "content/articles/a.md",
        ("article", "d"): "content/articles/_d.md",
        ("page", "about/e"): "content/pages/about/_e.md",
        ("name", "f"): "content/names/f.md",
        ("edition", "p/2011"): "editions/p/2011.yaml",
    }


@pytest.mark.slow
def test_a_build_leaves_drafts_out_and_a_preview_shows_and_marks_them(site: Site) -> None:
    root = site(SITE)
    shown = {"articles/kettles", "articles/wicks", "prix/phare/2011"}

    def there() -> set[str]:
        return {url for url in shown if (root / "_site" / url / "index.html").exists()}

    first = pipeline.build(root, silent)
    assert (first.drafts, there()) == ((), set())
    assert (root / "_site/articles/lamps/index.html").exists()
    assert not mentions(root, "Zelda")

    preview = pipeline.build(root, silent, preview=True)
    assert set(preview.drafts) == {
        "content/articles/kettles.md",
        "content/articles/_wicks.md",
        "editions/phare/_2011.yaml",
    }
    assert there() == shown
    page = (root / "_site/articles/wicks/index.html").read_text("utf-8")
    assert "seul l’aperçu montre cette page." in page
    assert '<meta name="robots" content="noindex' in page
    assert "Brouillon" not in (root / "_site/articles/lamps/index.html").read_text("utf-8")

    pipeline.build(root, silent)
    assert there() == set()
    assert not mentions(root, "Zelda")


def mentions(root: Path, word: str) -> list[str]:
    return [
        path.as_posix() for path in (root / "_site").rglob("*") if path.is_file() and word.encode() in path.read_bytes()
    ]


def test_a_link_to_a_draft_says_what_it_is(site: Site) -> None:
    root = site(SITE)
    path = root / "content/articles/lamps.md"
    path.write_text("---\ntitle: Lamps\nabout: {editions: phare/2010}\n---\n[[kettles]] and [[phare/2011]]\n", "utf-8")
    hints = [problem.hint for problem in pipeline.check(root, silent).problems]
    assert hints == [
        "content/articles/kettles.md is a draft, which is not published: delete `draft: true` in that file, or take "
        "this away until it is ready",
        "editions/phare/_2011.yaml is a draft, which is not published: take the `_` off the name of that file, or take "
        "this away until it is ready",
    ]


@pytest.mark.slow
def test_a_draft_may_be_half_written(site: Site) -> None:
    root = site(SITE)
    (root / "content/articles/_wicks.md").write_text("---\ntitle: [\n", "utf-8")
    assert pipeline.check(root, silent).problems == ()


@pytest.mark.parametrize("typed", ["yes", "oui", "1"])
def test_a_draft_that_is_said_in_another_way_is_told(site: Site, typed: str) -> None:
    root = site(SITE)
    (root / "content/articles/lamps.md").write_text(
        f"---\ntitle: Lamps\nabout: {{editions: phare/2010}}\ndraft: {typed}\n---\n", "utf-8"
    )
    [problem] = pipeline.check(root, silent).problems
    assert problem.hint == "write true"
