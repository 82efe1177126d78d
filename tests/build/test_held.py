"""A preview keeps from build to build what it has read and written; what it shows is what a build of its own would."""

import gc
import shutil
import tracemalloc
from pathlib import Path

import pytest

from palmarium.build import output, pipeline
from palmarium.build.pipeline import Held
from palmarium.build.work import silent
from tests.resolved import lines
from tests.small import copy, replace, tree

pytestmark = pytest.mark.slow

ARTICLE = "content/articles/palmes-2011.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy(tmp_path / "site")


def edits(root: Path, number: int) -> None:
    """The first of many saves, one after the other: words, facts, names, a mistake and its mending."""
    match number % 5:
        case 0:
            replace(root, ARTICLE, "Le jury a ", f"Le jury a {number} ")
        case 1:
            replace(root, "editions/palmes/2011.yaml", "Les points d'accueil", f"Les points d'accueil {number}")
        case 2:
            (root / f"content/articles/article-{number}.md").write_text(f"---\ntitle: Numéro {number}\n---\nTexte.\n")
        case 3:
            (root / f"content/articles/article-{number - 1}.md").unlink()
        case 4:
            replace(root, ARTICLE, f"Le jury a {number - 4} ", "Le jury a ")
            replace(root, "editions/palmes/2011.yaml", f"Les points d'accueil {number - 3}", "Les points d'accueil")


def test_what_a_preview_shows_is_what_a_full_build_makes(root: Path, tmp_path: Path) -> None:
    held = Held()
    for number in range(10):
        edits(root, number)
        report = pipeline.build(root, silent, held=held)
        other = copy(tmp_path / f"full-{number}", root)
        told = pipeline.build(other, silent, full=True)
        assert tree(root) == tree(other), number
        assert lines(report.problems) == lines(told.problems), number


def test_a_preview_looks_at_its_own_output_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = Held()
    looks: list[Path] = []
    survey = output._survey
    monkeypatch.setattr(output, "_survey", lambda folder: looks.append(folder) or survey(folder))
    for number in range(5):
        edits(root, number)
        pipeline.build(root, silent, held=held)
    assert len(looks) <= 2


def test_another_build_meanwhile_is_seen(root: Path, tmp_path: Path) -> None:
    """What is held is that of this program's last build, and not of another program's."""
    held = Held()
    pipeline.build(root, silent, held=held)
    replace(root, ARTICLE, "Le jury a ", "Le jury a bien ")
    pipeline.build(root, silent)
    replace(root, "editions/palmes/2011.yaml", "Les points d'accueil", "Les points d'écoute")
    pipeline.build(root, silent, held=held)
    other = copy(tmp_path / "full", root)
    pipeline.build(other, silent, full=True)
    assert tree(root) == tree(other)


@pytest.mark.parametrize(
    "lost", ["_site", "_site/index.html", "_site/prix", ".palmarium", ".palmarium/stage", ".palmarium/units.db"]
)
def test_what_somebody_took_away_meanwhile_comes_back(root: Path, tmp_path: Path, lost: str) -> None:
    held = Held()
    for number in range(3):
        edits(root, number)
        pipeline.build(root, silent, held=held)
    gone = root / lost
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    edits(root, 3)
    pipeline.build(root, silent, held=held)
    edits(root, 4)
    pipeline.build(root, silent, held=held)
    # What a preview does not look at, the next build of any other program finds.
    pipeline.build(root, silent)
    other = copy(tmp_path / "full", root)
    pipeline.build(other, silent, full=True)
    assert tree(root) == tree(other)


def test_a_mistake_leaves_the_last_good_site_and_its_mending_is_seen(root: Path) -> None:
    held = Held()
    pipeline.build(root, silent, held=held)
    good = tree(root)
    replace(root, "editions/palmes/2011.yaml", "results:", "resulst:")
    assert any(problem.level == "error" for problem in pipeline.build(root, silent, held=held).problems)
    assert tree(root) == good
    replace(root, "editions/palmes/2011.yaml", "resulst:", "results:")
    replace(root, ARTICLE, "Le jury a ", "Le jury a bien ")
    assert pipeline.build(root, silent, held=held).problems == ()
    assert b"Le jury a bien" in tree(root)["articles/palmes-2011/index.html"]


def test_many_saves_take_no_more_memory(root: Path, request: pytest.FixtureRequest) -> None:
    """Values that are replaced are let go; `--kills 200` makes as many saves."""
    held, saves = Held(), max(15, request.config.getoption("kills"))
    sizes = []
    tracemalloc.start()
    try:
        for number in range(saves):
            edits(root, number)
            pipeline.build(root, silent, held=held)
            if number % 5 == 4:
                gc.collect()
                sizes.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    # What a library notes once is some thousand bytes; a record that is not let go would be more at each save.
    assert max(sizes[2:]) - sizes[1] < 10_000 * (saves - 10)
