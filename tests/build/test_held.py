"""A preview keeps from build to build what it has read and written; what it shows is what a build of its own would."""

import gc
import os
import random
import shutil
import signal
import time
import tracemalloc
from itertools import pairwise
from pathlib import Path

import pytest

from palmarium.build import output, pipeline, store
from palmarium.build.pipeline import HeldBuild
from palmarium.build.work import silent
from tests.resolved import lines
from tests.small import build, copy, replace, tree

pytestmark = pytest.mark.slow

ARTICLE = "content/articles/palmes-2011.md"
WORDS = "Une soirée au théâtre.", "Une soirée."
KILLS = 4


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    return copy(tmp_path / "site", built)


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
    held = HeldBuild()
    for number in range(10):
        edits(root, number)
        report = pipeline.build(root, silent, held=held)
        other = copy(tmp_path / f"full-{number}", root)
        told = pipeline.build(other, silent, full=True)
        assert tree(root) == tree(other), number
        assert lines(report.problems) == lines(told.problems), number


def test_a_preview_looks_at_its_own_output_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = HeldBuild()
    looks: list[Path] = []
    survey = output._survey
    monkeypatch.setattr(output, "_survey", lambda folder: looks.append(folder) or survey(folder))
    for number in range(5):
        edits(root, number)
        pipeline.build(root, silent, held=held)
    assert len(looks) <= 2


def test_a_file_that_two_trees_share_is_linked_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held, linked = HeldBuild(), list[str]()
    keep = output._keep
    monkeypatch.setattr(output, "_keep", lambda old, new: linked.append(new) or keep(old, new))
    pipeline.build(root, silent, full=True, held=held)
    counts = []
    for number in range(4):
        linked.clear()
        edits(root, number)
        pipeline.build(root, silent, held=held)
        counts.append(len(linked))
    whole = len(tree(root))
    assert counts[0] > whole / 2
    assert max(counts[1:]) < whole / 10


def test_another_build_meanwhile_is_seen(root: Path, tmp_path: Path) -> None:
    """What is held is that of this program's last build, and not of another program's."""
    held = HeldBuild()
    pipeline.build(root, silent, held=held)
    replace(root, ARTICLE, "Le jury a ", "Le jury a bien ")
    pipeline.build(root, silent)
    replace(root, "editions/palmes/2011.yaml", "Les points d'accueil", "Les points d'écoute")
    pipeline.build(root, silent, held=held)
    other = copy(tmp_path / "full", root)
    pipeline.build(other, silent, full=True)
    assert tree(root) == tree(other)


def test_a_theme_that_is_edited_meanwhile_is_opened_anew(root: Path, tmp_path: Path) -> None:
    held = HeldBuild()
    edits(root, 0)
    pipeline.build(root, silent, held=held)
    replace(root, "themes/maison/locale/fr/LC_MESSAGES/messages.po", '"Les lauréats"', '"Lauréates et lauréats"')
    pipeline.build(root, silent, held=held)
    edits(root, 1)
    edits(root, 2)
    pipeline.build(root, silent, held=held)
    other = copy(tmp_path / "full", root)
    pipeline.build(other, silent, full=True)
    assert tree(root) == tree(other)


@pytest.mark.parametrize(
    "lost", ["_site", "_site/index.html", "_site/prix", ".palmarium", ".palmarium/stage", ".palmarium/units.db"]
)
def test_what_somebody_took_away_meanwhile_comes_back(root: Path, built: Path, lost: str) -> None:
    held = HeldBuild()
    for number in range(3):
        edits(root, number)
        pipeline.build(root, silent, held=held)
    gone = root / lost
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    edits(root, 3)
    pipeline.build(root, silent, held=held)
    edits(root, 4)
    pipeline.build(root, silent, held=held)
    # What a preview does not look at, the next build of any other program finds. All five edits undo each other.
    pipeline.build(root, silent)
    found, expected = tree(root), tree(built)
    left = {path for path in found.keys() - expected.keys() if lost != ".palmarium" or "article-2" not in path}
    assert {path: data for path, data in found.items() if path in expected} == expected
    assert left == set(), "only where its state is lost, nothing says whose a page is that has no record any more"


def test_a_mistake_leaves_the_last_good_site_and_its_mending_is_seen(root: Path) -> None:
    held = HeldBuild()
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
    held, saves = HeldBuild(), max(20, request.config.getoption("kills"))
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
    # What is loaded once makes one step; a record that is not let go would be more at each save.
    steps = [after - before for before, after in pairwise(sizes[1:])]
    assert min(steps) < 50_000


# Kills.


def toggled(root: Path) -> None:
    replace(root, ARTICLE, *(WORDS if WORDS[0] in (root / ARTICLE).read_text() else WORDS[::-1]))


def previewed(root: Path, saves: int, at_row: int) -> tuple[int, int]:
    """A copy of this process that previews a site: it makes some saves, says so, and makes one more.

    In the last one it kills itself while it keeps the row of that number, if there is one.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    held, left = HeldBuild(), at_row
    pipeline.build(root, silent, preview=True, held=held)
    for _ in range(saves):
        toggled(root)
        pipeline.build(root, silent, preview=True, held=held)
    toggled(root)
    whole = store._row

    def row(value: store.Value) -> tuple[str, str, bytes]:
        nonlocal left
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
        return whole(value)

    store._row = row
    os.write(writing, b"!")
    os._exit(len(pipeline.build(root, silent, preview=True, held=held).problems))


def test_after_a_kill_at_any_moment_of_a_save_the_site_is_whole_and_the_next_build_heals(
    root: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    number, chance, killed = request.config.getoption("--kills") or KILLS, random.Random(11), 0
    other = copy(tmp_path / "other", root)
    toggled(other)
    for each in (root, other):
        build(each)
    sites, held = {False: tree(root), True: tree(other)}, HeldBuild()
    pipeline.build(other, silent, held=held)
    toggled(other)
    start = time.perf_counter()
    pipeline.build(other, silent, held=held)
    whole = time.perf_counter() - start
    is_other = False
    for step in range(number):
        saves = chance.randrange(4)
        child, reading = previewed(root, saves, chance.randrange(1, 30) if step % 2 else 0)
        assert os.read(reading, 1), "the preview died of itself"
        os.close(reading)
        if step % 2 == 0:
            time.sleep(chance.uniform(0, 1.2 * whole))
            os.kill(child, signal.SIGKILL)
        killed += os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
        was, is_other = is_other ^ bool(saves % 2), is_other ^ bool(saves % 2) ^ True
        assert tree(root) in (sites[was], sites[is_other]), step
        if step % 3 == 0:
            # What a killed preview left is edited once more before the next build.
            toggled(root)
            is_other = not is_other
        if step % 4 < 2:
            build(root)
        else:
            pipeline.build(root, silent, preview=True, held=HeldBuild())
        assert tree(root) == sites[is_other], step
    print(f"{killed} of {number} saves were killed")
    assert killed >= number / 3
