"""What an edit reaches is made again, and nothing else: whatever is edited, the site is that of a full build."""

import random
import shutil
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from palmarium.build import engine, pipeline, stages
from palmarium.build.pipeline import Report
from palmarium.build.work import silent
from palmarium.problems import Problem, any_error
from tests.editing import ENGLISH, FRENCH, Say, edit, english, french, write
from tests.photos import photo
from tests.small import tree

pytestmark = pytest.mark.slow

EDITS = 12
_OWN = shutil.ignore_patterns("_site", ".palmarium")


@pytest.fixture(autouse=True)
def _drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A card hangs on its drawing alone; to draw it takes longer than the rest of a page."""
    monkeypatch.setattr(stages, "card", lru_cache(maxsize=4096)(stages.card))


@pytest.fixture
def updates(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether each update was one; a fault in it, from which a build recovers, is a fault here."""
    seen: list[bool] = []

    def update(*arguments: Any) -> Any:
        made = engine._update(*arguments)
        seen.append(made is not None)
        return made

    monkeypatch.setattr(engine, "update", update)
    return seen


def told(problems: tuple[Problem, ...]) -> list[object]:
    """All that an editor reads of them."""
    return [(p.code, p.span, p.message, p.hint, p.level, told(p.below)) for p in problems]


def fresh(root: Path) -> tuple[Report, dict[str, bytes]]:
    """What a build from nothing makes of the same sources."""
    there = root.with_name("fresh")
    shutil.copytree(root, there, ignore=_OWN)
    report = pipeline.build(there, silent, full=True)
    made = tree(there) if (there / "_site").exists() else {}
    shutil.rmtree(there)
    return report, made


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return [path for path in {**one, **other} if one.get(path) != other.get(path)]


def sources(root: Path) -> dict[Path, bytes]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path: path.read_bytes() for path in files if path.relative_to(root).parts[0] not in ("_site", ".palmarium")}


def put_back(root: Path, before: dict[Path, bytes]) -> None:
    for path in sources(root).keys() - before.keys():
        path.unlink()
    for path, data in before.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def edited(root: Path, say: Say, number: int, seed: int) -> list[str]:
    """Edit again and again, a few at once; after each, what was built is what a build from nothing makes.

    Every other mistake stays for the next edits; then all is as it was before it.
    """
    chance, done, good, wrong = random.Random(seed), list[str](), sources(root), 0
    pipeline.build(root, silent)
    last = tree(root)
    for step in range(number):
        made = [edit(root, chance, say) for _ in range(chance.choice((1, 1, 1, 2, 4)))]
        done += made
        report = pipeline.build(root, silent)
        whole, expected = fresh(root)
        at = f"step {step} of seed {seed}: {', '.join(made)}"
        assert told(report.problems) == told(whole.problems), at
        if any_error(report.problems):
            assert differing(tree(root), last) == [], at
            wrong += 1
            if wrong == 2 or chance.randrange(2):
                put_back(root, good)
                wrong = 0
            continue
        last, good, wrong = tree(root), sources(root), 0
        assert differing(last, expected) == [], at
        assert report.pages == whole.pages, at
        assert report.kept + len(report.written) == len(expected), at
    return done


@pytest.mark.parametrize(("make", "say"), [(french, FRENCH), (english, ENGLISH)])
def test_after_any_edit_the_site_and_all_that_is_told_are_those_of_a_full_build(
    make: Callable[[Path], None], say: Say, tmp_path: Path, updates: list[bool], request: pytest.FixtureRequest
) -> None:
    number, seed = request.config.getoption("--edits"), request.config.getoption("--seed")
    make(tmp_path / "site")
    done = edited(tmp_path / "site", say, number or EDITS, seed)
    print(f"{len(done)} edits, {sum(updates)} of {len(updates)} updates went on from what was kept: {Counter(done)}")
    assert sum(updates) > len(updates) / 4


# What random edits, or a look at the engine, found once.


@pytest.fixture
def root(tmp_path: Path) -> Path:
    french(tmp_path / "site")
    return tmp_path / "site"


def same(root: Path) -> Report:
    """A build that makes what one from nothing makes."""
    report = pipeline.build(root, silent)
    whole, expected = fresh(root)
    assert told(report.problems) == told(whole.problems)
    assert differing(tree(root), expected) == []
    return report


def test_a_picture_that_nothing_shows_any_more_goes_and_comes_back(root: Path, updates: list[bool]) -> None:
    (root / "content/media/photo.jpg").write_bytes(photo(400, 300))
    article = "content/articles/p.md", "---\ntitle: P\ndate: 2011-01-01\n---\n"
    for shown in ("![A hall](photo.jpg)", "A hall.", "![A hall](photo.jpg)"):
        write(root, article[0], article[1] + shown)
        same(root)
    assert updates == [True, True]
