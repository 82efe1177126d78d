"""Compressed copies: beside the files they are of, made again with them, gone when nobody asks for them."""

import gzip
import sys
from pathlib import Path

import brotli
import pytest

from palmarium.build import pipeline
from palmarium.build.work import silent
from palmarium.config import parse
from tests.resolved import lines
from tests.small import build, copy, edit_a_name, replace, told, tree

pytestmark = pytest.mark.slow

BOTH = 'compress = ["br", "gz"]\n'


def site(root: Path, built: Path, asked: str) -> Path:
    """The small site, built, with what it asks for."""
    copy(root, built)
    replace(root, "site.toml", 'theme = "maison"\n', f'theme = "maison"\n{asked}')
    build(root)
    return root


@pytest.fixture(scope="module")
def packed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site(tmp_path_factory.mktemp("packed") / "site", built, BOTH)


@pytest.fixture
def root(packed: Path, tmp_path: Path) -> Path:
    return copy(tmp_path / "site", packed)


def copies(root: Path) -> dict[str, bytes]:
    return {file: data for file, data in tree(root).items() if file.endswith((".br", ".gz"))}


def test_a_copy_holds_what_its_file_holds(root: Path) -> None:
    files = tree(root)
    assert {"index.html.br", "index.html.gz", "api/v1/index.json.br", "feed.xml.gz"} <= set(files)
    for file, data in copies(root).items():
        whole = brotli.decompress(data) if file.endswith(".br") else gzip.decompress(data)
        assert whole == files[file.rpartition(".")[0]]
        assert len(data) < len(whole)
    assert not any(file.startswith("media/") and not file.endswith(".svg.br") for file in files if ".br" in file)


def test_small_files_and_pictures_have_none(root: Path) -> None:
    files = tree(root)
    small = {file for file, data in files.items() if len(data) < 1024}
    assert "robots.txt" in small
    assert {file.rpartition(".")[0] for file in copies(root)}.isdisjoint(small)
    assert not any(file.endswith((".png.br", ".png.gz")) for file in files)


def test_only_what_changed_is_compressed_again(root: Path) -> None:
    before = copies(root)
    assert build(root).written == ()
    replace(root, "site.toml", 'data_licence = "', '# nothing\ndata_licence = "')
    assert pipeline.build(root, silent).written == ()
    edit_a_name(root)
    report = build(root)
    after = copies(root)
    changed = {file for file, data in after.items() if before.get(file) != data}
    written = {file for file in report.written if file.endswith((".br", ".gz"))}
    assert changed == written
    assert {file.rpartition(".")[0] for file in written} <= set(report.written)
    assert 0 < len(written) < len(after) / 2
    assert report.removed == ()


def test_after_an_edit_the_tree_is_that_of_a_full_build(root: Path, tmp_path: Path) -> None:
    edit_a_name(root)
    build(root)
    full = copy(tmp_path / "full", root)
    pipeline.build(full, silent, full=True)
    assert tree(full) == tree(root)


def test_a_copy_that_was_lost_comes_back(root: Path) -> None:
    before = tree(root)
    (root / "_site/index.html.br").unlink()
    (root / "_site/index.html.gz").write_bytes(b"")
    assert set(build(root).written) == {"index.html.br", "index.html.gz"}
    assert tree(root) == before


def test_copies_go_when_nobody_asks_for_them(root: Path) -> None:
    replace(root, "site.toml", BOTH, 'compress = ["gz"]\n')
    report = build(root)
    assert report.written == ()
    assert {file.rpartition(".")[2] for file in report.removed} == {"br"}
    replace(root, "site.toml", 'compress = ["gz"]\n', "")
    build(root)
    assert copies(root) == {}
    assert "index.html" in tree(root)


def test_the_files_of_the_search_have_copies_too(built: Path, tmp_path: Path) -> None:
    root = site(tmp_path / "site", built, f'search = "pagefind"\n{BOTH}')
    assert {"recherche/pagefind/pagefind.js.br", "recherche/pagefind/pages.json.gz"} <= set(copies(root))
    assert not any(file.endswith((".pf_index.br", ".pf_fragment.gz")) for file in tree(root))


def test_without_brotli_it_is_told_what_to_install(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(root)
    monkeypatch.setitem(sys.modules, "brotli", None)
    edit_a_name(root)
    report = pipeline.build(root, silent)
    [problem] = report.problems
    place = (root / "site.toml").read_text(encoding="utf-8").split("\n").index(BOTH.strip()) + 1
    assert lines([problem]) == [f"site.toml:{place}:1: Brotli is not installed  [compress]"]
    assert problem.hint == 'install it with `pip install "palmarium[br]"`, or write `compress = ["gz"]`'
    assert tree(root) == before
    replace(root, "site.toml", BOTH, 'compress = ["gz"]\n')
    assert told(root) == []


@pytest.mark.parametrize(
    ("written", "said", "hint"),
    [
        ("true", "3:12: compress: a text in quotes is expected here, not true", 'write `compress = "br"`'),
        ('["zip"]', '3:13: compress: "zip" is not one of br, gz', 'write `"gz"`'),
        ("[3]", "3:13: compress: a text in quotes is expected here, not 3", 'write `"br"`'),
    ],
)
def test_what_is_no_way_to_compress_is_told(written: str, said: str, hint: str) -> None:
    settings, [problem] = parse(f'title = "a"\nbase_url = "https://example.org/"\ncompress = {written}\n')
    assert lines([problem]) == [f"site.toml:{said}  [setting]"]
    assert problem.hint == hint
    assert settings
    assert settings.compress == ()
