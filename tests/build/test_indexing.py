"""The index of every word: beside the pages, kept while they are as they were, gone when nobody asks for it."""

from pathlib import Path

import pagefind_bin
import pytest

from palmarium.build import pipeline
from palmarium.build.work import silent
from tests.small import build, copy, edit_a_name, replace, tree

pytestmark = pytest.mark.slow

FOLDER = "recherche/pagefind/"
FAILED = "Pagefind could not index the pages"


@pytest.fixture(scope="module")
def indexed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, built with an index of every word."""
    root = copy(tmp_path_factory.mktemp("indexed") / "site", built)
    replace(root, "site.toml", 'theme = "maison"', 'theme = "maison"\nsearch = "pagefind"')
    build(root)
    return root


@pytest.fixture
def root(indexed: Path, tmp_path: Path) -> Path:
    return copy(tmp_path / "site", indexed)


def index(root: Path) -> dict[str, bytes]:
    return {path: data for path, data in tree(root).items() if path.startswith(FOLDER)}


def break_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: Path("/nowhere/pagefind"))


def test_the_index_stands_beside_the_page_that_asks_it(root: Path) -> None:
    assert {f"{FOLDER}pagefind.js", f"{FOLDER}pages.json"} <= set(index(root))


def test_while_no_page_changes_the_index_is_kept_without_asking(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = index(root)
    break_program(monkeypatch)
    replace(root, "site.toml", 'data_licence = "', '# nothing\ndata_licence = "')
    report = pipeline.build(root, silent)
    assert report.written == ()
    assert FAILED not in "".join(problem.message for problem in report.problems)
    assert index(root) == before


def test_after_an_edit_the_tree_is_that_of_a_full_build(root: Path, tmp_path: Path) -> None:
    before = index(root)
    edit_a_name(root)
    report = build(root)
    assert index(root) != before
    assert f"{FOLDER}pages.json" in report.written
    full = copy(tmp_path / "full", root)
    pipeline.build(full, silent, full=True)
    assert tree(full) == tree(root)


def test_an_edit_writes_the_files_of_the_index_that_it_changes_and_no_other(root: Path) -> None:
    before = index(root)
    edit_a_name(root)
    written = {file for file in build(root).written if file.startswith(FOLDER)}
    assert written == {file for file, data in index(root).items() if before.get(file) != data}
    assert len(written) < len(before)


def test_a_file_of_the_index_that_was_lost_is_made_again(root: Path) -> None:
    before = index(root)
    (root / "_site" / FOLDER / "pages.json").unlink()
    build(root)
    assert index(root) == before


def test_where_pagefind_fails_the_site_is_out_without_an_index_until_it_works(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit_a_name(root)
    with monkeypatch.context() as broken:
        break_program(broken)
        (problem,) = pipeline.build(root, silent).problems
        assert problem.message.startswith(FAILED)
        assert index(root) == {}
        assert "recherche/index.js" in tree(root)
    build(root)
    assert index(root)


def test_an_index_that_nobody_asks_for_any_more_is_gone(root: Path) -> None:
    replace(root, "site.toml", 'search = "pagefind"', 'search = "script"')
    build(root)
    assert index(root) == {}
