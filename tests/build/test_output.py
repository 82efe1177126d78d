"""The output folder: a new tree in place of the old one, and what is not ours in it."""

import ctypes
import errno
import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from palmarium.build import output
from palmarium.build.output import Output, OutputChange, Synced, WrittenFile
from palmarium.sources.disk import STATE
from tests.resolved import lines

OURS = {"manifest.webmanifest": b'{"generator": "palmarium"}'}


def put(out: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(data)
    return out


def tree(out: Path) -> dict[str, bytes]:
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def ignore(files: object) -> None:
    """Nobody has to be told."""


def sync(
    root: Path, new: dict[str, bytes], kept: tuple[str, ...] = (), gone: tuple[str, ...] = (), before: Any = ignore
) -> Synced:
    """A build: what is neither new nor kept nor gone is another's, and stays."""
    (root / STATE).mkdir(exist_ok=True)
    there = found(root, (*new, *kept, *gone))
    return output.sync(root, there, OutputChange(new, kept, gone, there.others), before)


def found(root: Path, recorded: tuple[str, ...] = ()) -> Output:
    """The output, in which these files are as they were written."""
    there, wrong = output.find(root, "_site", {path: seen(root / "_site" / path) for path in recorded})
    assert there, wrong
    return there


def seen(path: Path) -> WrittenFile:
    if not os.path.lexists(path):
        return (-1, -1)
    return (path.lstat().st_size, path.lstat().st_mtime_ns)


def state(root: Path) -> list[str]:
    return sorted(path.name for path in (root / STATE).iterdir())


def test_a_new_tree_takes_the_place_of_the_old(tmp_path: Path) -> None:
    out = tmp_path / "_site"
    sync(tmp_path, {"index.html": b"1", "a/b.html": b"2", "c.html": b"3"})
    before = (out / "a/b.html").stat()
    synced = sync(tmp_path, {"index.html": b"new"}, ("a/b.html",), ("c.html",))
    assert tree(out) == {"index.html": b"new", "a/b.html": b"2"}
    after = (out / "a/b.html").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert output.intact(out, synced.files) == {"index.html", "a/b.html"}
    assert (synced.problems, state(tmp_path)) == ((), ["stage"])


def test_a_file_that_was_tampered_with_is_not_intact(tmp_path: Path) -> None:
    out = tmp_path / "_site"
    written = sync(tmp_path, {"a": b"1", "b": b"1", "c": b"1", "d/e": b"1"}).files
    (out / "a").write_bytes(b"12")
    (out / "b").unlink()
    (out / "b").symlink_to("c")
    (out / "d").rename(tmp_path / "d")
    (out / "d").symlink_to(tmp_path / "d")
    assert output.intact(out, written) == {"c"}


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "renameat2"), reason="this system exchanges in two steps")
def test_where_the_system_can_two_trees_are_exchanged_in_one_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync(tmp_path, {"a": b"1"})
    monkeypatch.setattr(os, "rename", None)
    sync(tmp_path, {"a": b"2"})
    assert tree(tmp_path / "_site") == {"a": b"2"}


def no_library(*arguments: object, **more: object) -> object:
    raise TypeError("this system has no such library")


@pytest.mark.parametrize("library", [lambda *a, **k: object(), no_library])
def test_without_an_exchange_in_one_step_the_old_tree_is_moved_aside_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: Callable[..., object]
) -> None:
    monkeypatch.setattr("ctypes.CDLL", library)
    sync(tmp_path, {"a": b"1"})
    put(tmp_path / "_site", {"mine": b"1"})
    sync(tmp_path, {"a": b"2"})
    assert tree(tmp_path / "_site") == {"a": b"2", "mine": b"1"}
    assert state(tmp_path) == []


def test_a_tree_that_was_moved_aside_goes_back_where_the_new_one_can_not_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ctypes.CDLL", no_library)
    sync(tmp_path, {"a": b"1"})
    failing = refusing("rename", errno.EIO, lambda old, new: Path(old).name == "stage")
    with failing, pytest.raises(OSError, match="Input"):
        sync(tmp_path, {"a": b"2"})
    assert tree(tmp_path / "_site") == {"a": b"1"}
    assert state(tmp_path) == []


def test_a_build_killed_between_the_two_steps_is_made_good(tmp_path: Path) -> None:
    for place in (STATE, f"{STATE}-swap"):
        sync(tmp_path, {"a": b"1"})
        (tmp_path / place).mkdir(exist_ok=True)
        os.rename(tmp_path / "_site", tmp_path / place / "old")
        output.find(tmp_path, "_site", {})
        assert tree(tmp_path / "_site") == {"a": b"1"}
        output.find(tmp_path, "_site", {})
        assert tree(tmp_path / "_site") == {"a": b"1"}
    assert not (tmp_path / f"{STATE}-swap").exists()


def test_a_stage_left_by_a_killed_build_is_no_part_of_the_next(tmp_path: Path) -> None:
    put(tmp_path / STATE / "stage", {"left": b""})
    put(tmp_path / "_site" / STATE, {"0.new": b""})
    put(tmp_path / f"{STATE}-swap/stage", {"left": b""})
    sync(tmp_path, {"a": b"1"})
    assert tree(tmp_path / "_site") == {"a": b"1"}
    assert sorted(path.name for path in tmp_path.iterdir()) == [STATE, "_site"]


def test_what_will_be_written_is_announced_before_it_is_out(tmp_path: Path) -> None:
    told: list[dict[str, WrittenFile]] = []

    def before(files: dict[str, WrittenFile]) -> None:
        assert tree(tmp_path / "_site") == {"a": b"1", "b": b"1"}
        told.append(dict(files))

    sync(tmp_path, {"a": b"1", "b": b"1"})
    synced = sync(tmp_path, {"a": b"22"}, ("b",), before=before)
    assert told == [synced.files]
    assert output.intact(tmp_path / "_site", told[0]) == {"a", "b"}


# What no build put there.

THEIRS = {
    **{".git/HEAD": b"ref", ".git/objects/ab/cd": b"x", ".well-known/x": b""},
    **{"CNAME": b"a.example", "noms/me.txt": b"1"},
}


def test_what_no_build_put_there_stays(tmp_path: Path) -> None:
    out = tmp_path / "_site"
    sync(tmp_path, {"noms/index.html": b"1", "index.html": b"1"})
    put(out, THEIRS)
    (out / ".git/refs").mkdir()
    (out / ".git").chmod(0o700)
    (out / "link").symlink_to("CNAME")
    os.mkfifo(out / "pipe")
    before = (out / ".git/HEAD").stat().st_ino
    sync(tmp_path, {"index.html": b"2"}, (), ("noms/index.html",))
    assert tree(out) == {"index.html": b"2", **THEIRS, "link": b"a.example"}
    assert (out / ".git/HEAD").stat().st_ino == before
    assert (out / ".git/refs").is_dir()
    assert (out / ".git").stat().st_mode & 0o777 == 0o700
    assert ((out / "link").is_symlink(), (out / "pipe").is_fifo()) == (True, True)


def test_what_is_written_there_meanwhile_stays(tmp_path: Path) -> None:
    out = tmp_path / "_site"
    sync(tmp_path, {"a": b"1"})
    put(out, {".git/index": b"old", ".git/HEAD": b"1"})

    def before(files: object) -> None:
        """What `git commit` does while the new tree is made ready."""
        put(out, {".git/objects/ab/cd": b"new", ".git/index.lock": b"new"})
        os.replace(out / ".git/index.lock", out / ".git/index")
        (out / ".git/refs").mkdir()

    sync(tmp_path, {"a": b"2"}, before=before)
    assert tree(out) == {"a": b"2", ".git/index": b"new", ".git/HEAD": b"1", ".git/objects/ab/cd": b"new"}
    assert (out / ".git/refs").is_dir()


def test_where_the_disk_knows_no_second_names_files_are_copied(tmp_path: Path) -> None:
    sync(tmp_path, {"a": b"1", "b": b"1"})
    put(tmp_path / "_site", {"mine": b"1"})
    with refusing("link", errno.EPERM):
        synced = sync(tmp_path, {"a": b"2"}, ("b",))
    assert tree(tmp_path / "_site") == {"a": b"2", "b": b"1", "mine": b"1"}
    assert output.intact(tmp_path / "_site", synced.files) == {"a", "b"}


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, ""),
        ({"photo.jpg": b""}, "photo.jpg"),
        ({"photos/a.jpg": b"", "photos/b.jpg": b"", "x": b""}, "photos/, x"),
        ({**OURS, "photo.jpg": b""}, ""),
        ({"manifest.webmanifest": b'{"generator": "else"}'}, "manifest.webmanifest"),
        ({"manifest.webmanifest": b"[]"}, "manifest.webmanifest"),
        ({"manifest.webmanifest": b"[" * 90_000}, "manifest.webmanifest"),
        ({".git/HEAD": b"", ".DS_Store": b"", "Thumbs.db": b""}, ""),
        (dict.fromkeys("abcdefg", b""), "a, b, c, d, e and 2 more"),
    ],
)
def test_a_folder_is_ours_when_nobodys_or_when_it_says_so(tmp_path: Path, files: dict[str, bytes], said: str) -> None:
    put(tmp_path / "_site", files)
    there, problems = output.find(tmp_path, "_site", {})
    assert (there is None) is bool(said)
    whole = f'site.toml:1:1: the folder "_site" holds files that no build put there: {said}  [output]'
    assert lines(problems) == ([whole] if said else [])


def test_a_folder_is_not_ours_because_another_was(tmp_path: Path) -> None:
    written = sync(tmp_path, {"a": b"1"}).files
    put(tmp_path / "photos", {"me.jpg": b""})
    assert output.find(tmp_path, "_site", written)[0]
    assert output.find(tmp_path, "photos", written)[0] is None


def test_a_file_or_a_link_is_never_taken_for_the_output(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "link").symlink_to(tmp_path)
    (tmp_path / "nowhere").symlink_to("gone")
    told = [lines(output.find(tmp_path, name, {})[1]) for name in ("file", "link", "nowhere")]
    assert told == [
        ['site.toml:1:1: the output "file" is a file; a build makes a folder of that name  [output]'],
        ['site.toml:1:1: the output "link" is a link; a build never writes where a link leads  [output]'],
        ['site.toml:1:1: the output "nowhere" is a link; a build never writes where a link leads  [output]'],
    ]


def test_what_stays_is_named_but_for_what_git_and_systems_keep(tmp_path: Path) -> None:
    put(tmp_path / "_site", {**OURS, ".git/HEAD": b"", ".DS_Store": b"", "CNAME": b"", "old/a": b"", "old/b": b""})
    there = found(tmp_path, tuple(OURS))
    [problem] = output.staying(there, there.others, tuple(OURS))
    assert problem.message == 'the folder "_site" holds files that no build put there; they stay: CNAME, old/'
    assert problem.hint == (
        'to have one in every build, put it into content/files ("content/files/CNAME"); otherwise delete it'
    )
    assert problem.level == "warning"
    assert list(output.staying(there, (".git/HEAD",), ())) == []


def test_without_a_record_of_the_last_build_nobody_is_said_to_have_put_a_file_there(tmp_path: Path) -> None:
    put(tmp_path / "_site", {**OURS, "old/a": b""})
    [problem] = output.staying(found(tmp_path), ("old/a",), tuple(OURS))
    assert problem.message == (
        'the folder "_site" holds files of which nothing says who put them there; they stay: old/'
    )
    assert problem.hint == (
        'if they are pages of an earlier build, delete them; if none is yours, delete the folder "_site"'
    )


def left(root: Path, recorded: tuple[str, ...], new: dict[str, bytes]) -> tuple[tuple[str, ...], list[str]]:
    others, problems = output.others_left(found(root, recorded), {*recorded, *new}, new)
    return others, [problem.hint for problem in problems]


@pytest.mark.parametrize(
    ("theirs", "new", "hint"),
    [
        ("rules.pdf", "rules.pdf", "rm -r _site/rules.pdf"),
        ("a b/x", "a b", "rm -r '_site/a b/x'"),
        ("noms", "noms/index.html", "rm -r _site/noms"),
    ],
)
def test_a_file_of_anothers_in_the_place_of_a_page_stops_the_build(
    tmp_path: Path, theirs: str, new: str, hint: str
) -> None:
    put(tmp_path / "_site", {**OURS, theirs: b"mine", "CNAME": b""})
    others, hints = left(tmp_path, tuple(OURS), {new: b"ours"})
    assert hints == [f"move them away, or delete them: {hint}"]
    assert others == ("CNAME",)


def test_a_file_of_anothers_that_is_the_same_is_taken_over(tmp_path: Path) -> None:
    put(tmp_path / "_site", {**OURS, "rules.pdf": b"ours", "CNAME": b""})
    assert left(tmp_path, tuple(OURS), {"rules.pdf": b"ours"}) == (("CNAME",), [])


def test_where_another_build_wrote_since_its_pages_are_taken_over_and_the_rest_stays(tmp_path: Path) -> None:
    put(tmp_path / "_site", {**OURS, "noms/index.html": b"other", "old/index.html": b"other"})
    assert left(tmp_path, (), {**OURS, "noms/index.html": b"ours"}) == (("old/index.html",), [])
    (tmp_path / "_site/prix").symlink_to(tmp_path)
    _, hints = left(tmp_path, (), {**OURS, "prix/index.html": b"ours"})
    assert hints == ["move them away, or delete them: rm -r _site/prix"]


# No path but a plain one.


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("../escaped/index.html", "it leads out of its folder"),
        ("a/../../escaped", "it leads out of its folder"),
        ("./a", "it leads out of its folder"),
        ("/etc/passwd", "it begins at the root of a disk"),
        ("C:/x", "it begins at the root of a disk"),
        ("c:x", "it begins at the root of a disk"),
        ("a//b", "a part of it is empty"),
        ("", "a part of it is empty"),
        ("a/", "a part of it is empty"),
        ("a\\..\\b", "it holds a backslash or a control character"),
        ("a\0b", "it holds a backslash or a control character"),
        ("a\nb", "it holds a backslash or a control character"),
        ("\ud800", "it is no text"),
        (".git/hooks/post-checkout", '".git" is not a build\'s to write'),
        ("a/.GIT/config", '"a" is not a build\'s to write'),
        (".palmarium/ledger.json", '".palmarium" is not a build\'s to write'),
        ("é" * 128, "it is too long: 255 bytes are the most for a name, 1024 for a path"),
        ("/".join(["a" * 200] * 6), "it is too long: 255 bytes are the most for a name, 1024 for a path"),
    ],
)
def test_no_path_but_a_plain_one_is_ever_written(tmp_path: Path, path: str, why: str) -> None:
    root = tmp_path / "site"
    (root / STATE).mkdir(parents=True)
    sync(root, {"a": b"1"})
    for change in (OutputChange({path: b"x", "b": b"1"}), OutputChange({"b": b"1"}, kept=(path,))):
        synced = output.sync(root, found(root, ("a",)), change, ignore)
        assert [problem.code for problem in synced.problems] == ["output-path"]
        assert synced.problems[0].message.endswith(f"can't be a file of the output: {why}")
    assert tree(tmp_path) == {"site/_site/a": b"1"}


# Where sites live.


@contextmanager
def refusing(name: str, code: int, when: Callable[[Any, Any], bool] = lambda old, new: True) -> Iterator[list[str]]:
    """A system that does not do something, for some files."""
    whole, refused = getattr(os, name), []

    def act(old: Any, new: Any, **more: Any) -> Any:
        if when(old, new):
            refused.append(str(old))
            raise OSError(code, os.strerror(code), str(old), None, str(new))
        return whole(old, new, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, name, act)
        patch.setattr("ctypes.CDLL", no_library)
        yield refused


def crosses(mount: Path) -> Callable[[Any, Any], bool]:
    """Whether one path is below a mount and the other is not."""
    return lambda old, new: Path(old).is_relative_to(mount) != Path(new).is_relative_to(mount)


def test_with_the_state_on_another_disk_the_site_is_still_exchanged_at_once(tmp_path: Path) -> None:
    sync(tmp_path, {"a": b"1", "b": b"1"})
    put(tmp_path / "_site", {"mine": b"1"})
    before = (tmp_path / "_site").stat().st_ino
    across = crosses(tmp_path / STATE)
    with refusing("link", errno.EXDEV, across), refusing("rename", errno.EXDEV, across):
        synced = sync(tmp_path, {"a": b"2"}, ("b",))
        assert (tree(tmp_path / "_site"), synced.problems) == ({"a": b"2", "b": b"1", "mine": b"1"}, ())
        shutil.rmtree(tmp_path / "_site")
        assert sync(tmp_path, {"a": b"3"}).problems == ()
    assert (tmp_path / "_site").stat().st_ino != before
    assert tree(tmp_path / "_site") == {"a": b"3"}
    assert sorted(path.name for path in tmp_path.iterdir()) == [STATE, "_site"]


IN_PLACE = [
    'site.toml:1:1: "_site" is a mount, or lies on a disk of its own: its files were put in place one after the other  '
    "[in-place]"
]


@contextmanager
def mounted(out: Path, code: int) -> Iterator[list[str]]:
    with (
        refusing("link", errno.EXDEV, crosses(out)),
        refusing("rename", code, lambda old, new: out in (Path(old), Path(new)) or crosses(out)(old, new)) as refused,
    ):
        yield refused


@pytest.mark.parametrize("code", [errno.EBUSY, errno.EXDEV])
@pytest.mark.parametrize("kept", [("b",), ()])
def test_an_output_that_can_not_be_moved_is_written_in_place_and_says_so(
    tmp_path: Path, code: int, kept: tuple[str, ...]
) -> None:
    out = tmp_path / "_site"
    sync(tmp_path, {"a": b"1", "b": b"1", "old/page/index.html": b"1", "x": b"1"})
    put(out, {"mine": b"1", "old/mine": b"1"})
    before = out.stat().st_ino
    with mounted(out, code):
        gone = ("old/page/index.html", "x", *({"b"} - set(kept)))
        synced = sync(tmp_path, {"a": b"2", "x/y/index.html": b"2"}, kept, gone)
    assert tree(out) == {"a": b"2", "mine": b"1", "old/mine": b"1", "x/y/index.html": b"2", **dict.fromkeys(kept, b"1")}
    assert out.stat().st_ino == before
    assert not (out / "old/page").exists()
    assert output.intact(out, synced.files) == synced.files.keys() == {"a", "x/y/index.html", *kept}
    assert lines(synced.problems) == IN_PLACE
    assert synced.problems[0].level == "warning"


@pytest.mark.parametrize("failing", range(1, 6))
def test_what_fails_half_way_in_place_is_undone(tmp_path: Path, failing: int) -> None:
    out = tmp_path / "_site"
    files = {"a": b"1", "b/index.html": b"1", "old/index.html": b"1"}
    sync(tmp_path, files)
    whole, done = os.replace, []

    def replace(old: Any, new: Any) -> None:
        done.append(new)
        if len(done) == failing and Path(old).suffix == ".new":
            raise PermissionError(errno.EACCES, "Permission denied")
        whole(old, new)

    new = {"a": b"2", "b/index.html": b"2", "c/index.html": b"2", "d.css": b"2", "old": b"2"}
    with pytest.MonkeyPatch.context() as patch, mounted(out, errno.EBUSY):
        patch.setattr(os, "replace", replace)
        with pytest.raises(PermissionError):
            sync(tmp_path, new, (), ("old/index.html",))
    assert tree(out) == files


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a disk of its own; the tests above pretend to")
@pytest.mark.parametrize("place", ["_site", STATE, "_site/uploads"])
def test_a_real_mount_is_built_into(tmp_path: Path, place: str) -> None:
    mount = tmp_path / place
    if place != "_site":
        sync(tmp_path, {"a": b"1", "b": b"1"})
    mount.mkdir(exist_ok=True, parents=True)
    if subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(mount)], capture_output=True, check=False).returncode:
        pytest.skip("this system lets nobody mount; the tests above pretend to")
    try:
        sync(tmp_path, {"a": b"1", "b": b"1"})
        put(tmp_path / "_site", {"uploads/mine": b"1"})
        synced = sync(tmp_path, {"a": b"2"}, ("b",))
        assert tree(tmp_path / "_site") == {"a": b"2", "b": b"1", "uploads/mine": b"1"}
        assert lines(synced.problems) == ([] if place == STATE else IN_PLACE)
    finally:
        subprocess.run(["umount", str(mount)], check=True)


# What the system would not do.

RELOCATE = "mount it for writing, or build a copy of the site"
A_LINK = "is a link, and a build never writes where a link leads"


@pytest.mark.parametrize(
    ("code", "said", "hint"),
    [
        (errno.ENOSPC, "the disk is full", "make room: a build needs it for new pages beside the old ones"),
        (errno.EDQUOT, "the disk is full", "make room: a build needs it for new pages beside the old ones"),
        (errno.EROFS, '"_site/a b" lies on a disk that is read-only', RELOCATE),
        (errno.EACCES, 'permission denied for "_site/a b"', "look who may write there: ls -ld '_site/a b'"),
        (errno.EPERM, 'permission denied for "_site/a b"', "look who may write there: ls -ld '_site/a b'"),
        (errno.ELOOP, f'"_site/a b" {A_LINK}', "delete it: rm '_site/a b'"),
        (errno.ENOTDIR, '"_site/a b" is not what builds keep there', "move it away: mv '_site/a b' '_site/a b'.old"),
        (errno.EIO, "Input/output error", "make room, or check who may write there"),
    ],
)
def test_what_the_system_would_not_do_is_told_with_what_helps(tmp_path: Path, code: int, said: str, hint: str) -> None:
    problem = output.unwritten(OSError(code, os.strerror(code), str(tmp_path / "_site/a b")), tmp_path)
    assert lines([problem]) == [
        f"site.toml:1:1: the output can't be written: {said}; the old one is as it was  [output]"
    ]
    assert problem.hint == hint


# Kills.

CALLS = ("link", "rename", "replace", "unlink", "rmdir", "mkdir", "open")


def killed_at(step: int, build: Callable[[], object]) -> int:
    """Do something in another process that kills itself before its n-th call; how that ended."""
    if child := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    done = 0

    def counted(act: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **more: Any) -> Any:
            nonlocal done
            done += 1
            if done == step:
                os.kill(os.getpid(), signal.SIGKILL)
            return act(*arguments, **more)

        return call

    for name in CALLS:
        setattr(os, name, counted(getattr(os, name)))
    Path.open = counted(Path.open)  # type: ignore[method-assign]
    try:
        build()
    finally:
        os._exit(0)


OLD = {"a": b"1", "b/index.html": b"1", "gone/index.html": b"1"}
NEW = {"a": b"2", "b/index.html": b"1", "c/index.html": b"2"}
OTHERS = {".git/HEAD": b"ref", "b/mine": b"1"}


@pytest.mark.slow
@pytest.mark.parametrize("way", ["at once", "in two steps", "from beside"])
def test_killed_at_any_step_one_whole_tree_is_there_and_nothing_of_anothers_is_lost(tmp_path: Path, way: str) -> None:
    ended, step = -signal.SIGKILL, 0
    while ended == -signal.SIGKILL:
        step += 1
        root = tmp_path / str(step)
        root.mkdir()
        sync(root, OLD)
        put(root / "_site", OTHERS)
        across = crosses(root / STATE) if way == "from beside" else lambda old, new: False
        with pytest.MonkeyPatch.context() as patch:
            if way == "in two steps":
                patch.setattr("ctypes.CDLL", no_library)
            if way == "from beside":
                patch.setattr(os, "link", raising(os.link, across))
            change = {"a": b"2", "c/index.html": b"2"}
            ended = killed_at(step, lambda: sync(root, change, ("b/index.html",), ("gone/index.html",)))  # noqa: B023
        output.find(root, "_site", {})
        assert tree(root / "_site") in ({**OLD, **OTHERS}, {**NEW, **OTHERS})
        sync(root, {"a": b"2", "c/index.html": b"2"}, ("b/index.html",), ("gone/index.html",))
        assert tree(root / "_site") == {**NEW, **OTHERS}
        assert sorted(path.name for path in root.iterdir()) == [STATE, "_site"]
    assert step > 10


def raising(act: Callable[..., Any], when: Callable[[Any, Any], bool]) -> Callable[..., Any]:
    def call(old: Any, new: Any, **more: Any) -> Any:
        if when(old, new):
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        return act(old, new, **more)

    return call
