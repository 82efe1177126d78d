import ctypes
import os
import socket
from pathlib import Path

import pytest

from palmarium import disk
from palmarium.disk import STATE, OutputBusy, Written
from tests.resolved import lines


def site(root: Path, **files: bytes) -> Path:
    for name, data in {"site.toml": b"", **{name.replace("__", "/"): data for name, data in files.items()}}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


def told(root: Path) -> list[str]:
    return lines(disk.read(root)[1])


def own(root: Path) -> list[str]:
    return [path for path in disk.read(root)[0].files if not path.startswith("themes/base/")]


def test_only_sources_are_read_and_nothing_hidden_or_left_by_an_editor(tmp_path: Path) -> None:
    site(tmp_path, editions__a__b=b"", content__x=b"", README=b"", _site__y=b"")
    for name in ("content/.x.md.swp", "content/x.md~", "content/x.bak", "content/.git/config", "themes/.DS_Store"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    assert own(tmp_path) == ["content/x", "editions/a/b", "site.toml"]


def test_the_theme_of_the_program_is_there_unless_the_site_holds_one_of_that_name(tmp_path: Path) -> None:
    assert "themes/base/theme.toml" in disk.read(site(tmp_path))[0].files
    site(tmp_path, themes__base__x=b"")
    assert [path for path in disk.read(tmp_path)[0].files if path.startswith("themes/")] == ["themes/base/x"]


def test_one_changed_byte_or_name_changes_the_digest(tmp_path: Path) -> None:
    digests = {disk.read(site(tmp_path, content__a=b"1"))[0].digest}
    digests.add(disk.read(site(tmp_path, content__a=b"2"))[0].digest)
    os.rename(tmp_path / "content/a", tmp_path / "content/b")
    digests.add(disk.read(tmp_path)[0].digest)
    assert len(digests) == 3
    assert disk.read(tmp_path)[0].digest in digests


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("content/out.md", "/etc/hostname"),
        ("content/up.md", "../../secret"),
        ("content/dir", "/etc"),
        ("content/inner", "../editions"),
        ("content/loop", "loop"),
        ("content/gone", "nowhere"),
        ("site.toml", "/etc/hostname"),
        ("editions", "/etc"),
    ],
)
def test_a_link_out_of_the_site_to_a_folder_or_in_a_circle_is_told_with_its_place(
    tmp_path: Path, link: str, target: str
) -> None:
    (tmp_path / "secret").write_text("x")
    root = tmp_path / "site"
    (root / "content").mkdir(parents=True)
    if link != "editions":
        (root / "editions").mkdir()
    (root / link).symlink_to(target)
    assert told(root) == [f"{link}:1:1: this link leads out of the site, or in a circle  [symlink]"]
    assert not any(b"root" in data for path, data in disk.read(root)[0].files.items() if "base" not in path)


def test_a_link_to_a_file_of_the_site_is_read(tmp_path: Path) -> None:
    site(tmp_path, content__a=b"1")
    (tmp_path / "content/b").symlink_to("a")
    assert told(tmp_path) == []
    assert disk.read(tmp_path)[0].files["content/b"] == b"1"


def test_what_is_no_ordinary_file_is_told_and_never_waited_for(tmp_path: Path) -> None:
    site(tmp_path, content__a=b"")
    os.mkfifo(tmp_path / "content/pipe")
    with socket.socket(socket.AF_UNIX) as unix:
        here = os.getcwd()
        os.chdir(tmp_path / "content")
        try:
            unix.bind("socket")
        finally:
            os.chdir(here)
        assert sorted(told(tmp_path)) == [
            "content/pipe:1:1: this is no ordinary file  [unreadable]",
            "content/socket:1:1: this is no ordinary file  [unreadable]",
        ]


@pytest.mark.parametrize(
    ("path", "size", "said", "hint"),
    [
        ("content/media/a.jpg", 3_000_000_001, "3,001 MB; 100 MB", "save it smaller: 3000 pixels across are plenty"),
        ("content/media/a.jpg", 100_000_001, "101 MB; 100 MB", "save it smaller: 3000 pixels across are plenty"),
        ("editions/a/2011.yaml", 5_000_001, "6 MB; 5 MB", "split it into several files"),
        ("content/articles/a.md", 9_000_000_000, "9,000 MB; 5 MB", "split it into several files"),
        ("themes/a/assets/video.mp4", 4_000_000_000, "4,000 MB; 100 MB", "save it smaller, or move it away"),
    ],
)
def test_a_file_that_is_too_large_is_told_and_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, size: int, said: str, hint: str
) -> None:
    site(tmp_path, **{path.replace("/", "__"): b""})
    os.truncate(tmp_path / path, size)
    whole = Path.read_bytes

    def read_bytes(file: Path) -> bytes:
        assert file.stat().st_size < 1_000_000, f"{file} is read"
        return whole(file)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    snapshot, [problem] = disk.read(tmp_path)
    assert path not in snapshot.files
    assert lines([problem]) == [f"{path}:1:1: this file has {said} at most are read  [too-large]"]
    assert problem.hint == hint


def test_a_name_that_is_no_text_is_told(tmp_path: Path) -> None:
    site(tmp_path, content__a=b"")
    for name in (b"\xff.md", b"a\nb.md"):
        Path(os.fsdecode(os.fsencode(tmp_path / "content") + b"/" + name)).write_bytes(b"")
    assert sorted(told(tmp_path)) == [
        "content/\\udcff.md:1:1: this file's name is no text  [file-name]",
        "content/a\\nb.md:1:1: this file's name is no text  [file-name]",
    ]


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site(tmp_path, content__a=b"", editions__b=b"")
    whole = Path.iterdir

    def iterdir(path: Path) -> object:
        if path.name == "content":
            raise PermissionError(13, "Permission denied")
        return whole(path)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    assert told(tmp_path) == ["content:1:1: this can't be read: Permission denied  [unreadable]"]


# Writing.


def tree(out: Path) -> dict[str, bytes]:
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def sync(root: Path, new: dict[str, bytes], kept: tuple[str, ...] = ()) -> dict[str, Written]:
    (root / STATE).mkdir(exist_ok=True)
    return disk.sync(root, root / "_site", new, kept)


def test_a_new_tree_takes_the_place_of_the_old_and_what_is_in_neither_is_gone(tmp_path: Path) -> None:
    out = tmp_path / "_site"
    sync(tmp_path, {"index.html": b"1", "a/b.html": b"2", "c.html": b"3"})
    before = (out / "a/b.html").stat()
    written = sync(tmp_path, {"index.html": b"new"}, ("a/b.html",))
    assert tree(out) == {"index.html": b"new", "a/b.html": b"2"}
    after = (out / "a/b.html").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert disk.as_written(out, written) == {"index.html", "a/b.html"}
    assert [path.name for path in (tmp_path / STATE).iterdir()] == []


def test_a_file_that_was_tampered_with_is_not_as_written(tmp_path: Path) -> None:
    out = tmp_path / "_site"
    written = sync(tmp_path, {"a": b"1", "b": b"1", "c": b"1"})
    (out / "a").write_bytes(b"12")
    (out / "b").unlink()
    (out / "b").symlink_to("c")
    assert disk.as_written(out, written) == {"c"}


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "renameat2"), reason="this system exchanges in two steps")
def test_where_the_system_can_two_trees_are_exchanged_in_one_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync(tmp_path, {"a": b"1"})
    monkeypatch.setattr(os, "rename", None)
    sync(tmp_path, {"a": b"2"})
    assert tree(tmp_path / "_site") == {"a": b"2"}


def test_without_an_exchange_in_one_step_the_old_tree_is_moved_aside_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ctypes.CDLL", lambda *a, **k: object())
    sync(tmp_path, {"a": b"1"})
    sync(tmp_path, {"a": b"2"})
    assert tree(tmp_path / "_site") == {"a": b"2"}
    assert [path.name for path in (tmp_path / STATE).iterdir()] == []


def test_a_build_killed_between_the_two_steps_is_made_good(tmp_path: Path) -> None:
    out = tmp_path / "_site"
    sync(tmp_path, {"a": b"1"})
    os.rename(out, tmp_path / STATE / "old")
    disk.recover(tmp_path, out)
    assert tree(out) == {"a": b"1"}
    disk.recover(tmp_path, out)
    assert tree(out) == {"a": b"1"}


def test_a_stage_left_by_a_killed_build_is_no_part_of_the_next(tmp_path: Path) -> None:
    stage = tmp_path / STATE / "stage"
    stage.mkdir(parents=True)
    (stage / "left").write_bytes(b"")
    sync(tmp_path, {"a": b"1"})
    assert tree(tmp_path / "_site") == {"a": b"1"}


def test_nothing_is_written_through_a_link_in_the_state_folder(tmp_path: Path) -> None:
    (tmp_path / STATE).mkdir()
    (tmp_path / "mine").mkdir()
    (tmp_path / STATE / "stage").symlink_to(tmp_path / "mine")
    sync(tmp_path, {"a": b"1"})
    assert tree(tmp_path / "mine") == {}
    assert not (tmp_path / "_site").is_symlink()


def test_a_second_build_is_told_while_the_first_holds_the_output(tmp_path: Path) -> None:
    with disk.held(tmp_path), pytest.raises(OutputBusy), disk.held(tmp_path):
        pass
    with disk.held(tmp_path):
        pass


@pytest.mark.parametrize(
    ("files", "foreign"),
    [
        ({}, False),
        ({"photo.jpg": b""}, True),
        ({"api/v1/index.json": b'{"generator": "palmarium"}', "photo.jpg": b""}, False),
        ({"api/v1/index.json": b'{"generator": "else"}'}, True),
        ({"api/v1/index.json": b"[]"}, True),
    ],
)
def test_a_folder_is_ours_when_empty_or_when_it_says_so(tmp_path: Path, files: dict[str, bytes], foreign: bool) -> None:
    out = tmp_path / "out"
    for name, data in files.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(data)
    assert disk.foreign(out, {}) is foreign


def test_a_folder_that_another_build_wrote_into_is_not_ours_because_there_was_one(tmp_path: Path) -> None:
    written = sync(tmp_path, {"a": b"1"})
    assert not disk.foreign(tmp_path / "_site", written)
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/me.jpg").write_bytes(b"")
    assert disk.foreign(tmp_path / "photos", written)


def test_a_file_or_a_link_is_never_taken_for_the_output(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "link").symlink_to(tmp_path)
    assert disk.foreign(tmp_path / "file", {})
    assert disk.foreign(tmp_path / "link", {})


def test_a_new_file_never_overwrites_and_never_leaves_the_site(tmp_path: Path) -> None:
    root = tmp_path / "site"
    root.mkdir()
    assert disk.create(root, "content/a.md", "1")
    assert not disk.create(root, "content/a.md", "2")
    assert (root / "content/a.md").read_text() == "1"
    (root / "out").symlink_to(tmp_path)
    assert not disk.create(root, "out/a.md", "1")
    assert not (tmp_path / "a.md").exists()


def test_nothing_outside_a_folder_is_fetched_from_it(tmp_path: Path) -> None:
    root = site(tmp_path / "site")
    (tmp_path / "secret").write_text("x")
    (root / "link").symlink_to("../secret")
    assert disk.fetch(root, "site.toml") == b""
    assert [disk.fetch(root, path) for path in ("../secret", "/etc/hostname", "link", "none", "", "a\0b")] == [None] * 6
