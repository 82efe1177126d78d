import contextlib
import errno
import os
import signal
import socket
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palmarium.sources import disk
from palmarium.sources.disk import STATE, OutputBusy
from tests.resolved import lines

SHELVED = tuple(f"themes/{name}/" for name in disk.shelved())


def site(root: Path, **files: bytes) -> Path:
    for name, data in {"site.toml": b"", **{name.replace("__", "/"): data for name, data in files.items()}}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root


def told(root: Path) -> list[str]:
    return lines(disk.read(root)[1])


def own(root: Path) -> list[str]:
    return [path for path in disk.read(root)[0].files if not path.startswith(SHELVED)]


def test_only_sources_are_read_and_nothing_hidden(tmp_path: Path) -> None:
    site(tmp_path, editions__a__b=b"", content__x=b"", README=b"", _site__y=b"")
    for name in ("content/.git/config", "content/.obsidian/app.json", "themes/.gitkeep", "content/.old/x.md"):
        put(tmp_path, name)
    assert own(tmp_path) == ["content/x", "editions/a/b", "site.toml"]
    assert told(tmp_path) == []


def put(root: Path, name: str, data: bytes = b"") -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_bytes(data)


@pytest.mark.parametrize(
    "name",
    [
        *("#2011.yaml#", ".#2011.yaml", "2011.yaml~", ".2011.yaml.swp", ".2011.yaml.swo", "2011.yaml.~1~", "4913"),
        *("2011.yaml___jb_tmp___", "2011.yaml___jb_old___", "2011.yaml.aBcDeF", "2011.yaml.sb-1a2b3c4d-Xy12Zz"),
        *("2011.yaml.orig", "2011.yaml.rej", "2011.yaml.bak", "2011.yaml.tmp", ".~lock.2011.yaml#", "~$2011.yaml"),
        *("desktop.ini", "Desktop.ini", "Thumbs.db", ".DS_Store", "._2011.yaml", ".goutputstream-AB12CD", ".directory"),
        *(".nfs0000001", ".fuse_hidden0000001"),
    ],
)
@pytest.mark.parametrize("folder", ["editions/palmes", "content/files/.well-known"])
def test_what_an_editors_program_or_a_system_makes_for_itself_is_not_read(
    tmp_path: Path, folder: str, name: str
) -> None:
    put(tmp_path, f"{folder}/2011.yaml")
    put(tmp_path, f"{folder}/{name}")
    copied = [f"{folder}/4913"] if "files" in folder and name == "4913" else []
    assert own(tmp_path) == [f"{folder}/2011.yaml", *copied]
    assert told(tmp_path) == []


@pytest.mark.parametrize(
    "name",
    [
        *("2021.yaml.txt", "2021.yaml~", "2021.yaml.bak", "2021.yaml.tmp", "2021.yaml.orig", "2021.yaml___jb_old___"),
        *("2021.yaml.aBcDeF", "2011.yaml.backup", "2011.yaml.BACKUP", "2011.yaml.save", "2011.yaml.old", "4913.yaml"),
    ],
)
def test_what_may_be_all_that_is_left_of_somebodys_work_is_read_and_so_told(tmp_path: Path, name: str) -> None:
    put(tmp_path, "editions/palmes/2011.yaml")
    put(tmp_path, f"editions/palmes/{name}")
    assert f"editions/palmes/{name}" in own(tmp_path)


def test_a_trial_file_of_vim_is_empty(tmp_path: Path) -> None:
    put(tmp_path, "content/4913", b"a number that somebody wrote down")
    assert own(tmp_path) == ["content/4913"]


def test_a_hidden_file_with_the_ending_of_a_source_is_told(tmp_path: Path) -> None:
    put(tmp_path, "editions/palmes/.2011.yaml")
    [problem] = disk.read(tmp_path)[1]
    assert lines([problem]) == [
        "editions/palmes/.2011.yaml:1:1: a file whose name begins with a dot is not read  [stray-file]"
    ]
    assert problem.hint == 'rename it to "2011.yaml", or delete it'


def test_what_a_host_looks_for_is_told_beside_the_settings_unless_the_same_is_published(tmp_path: Path) -> None:
    put(tmp_path, "CNAME")
    put(tmp_path, "README.md")
    [problem] = disk.read(tmp_path)[1]
    assert lines([problem]) == [
        "CNAME:1:1: this file is not published: it lies beside site.toml, and not below content/files/  [stray-file]"
    ]
    assert problem.hint == "move it to content/files/CNAME"
    put(tmp_path, "content/files/CNAME")
    assert disk.read(tmp_path)[1] == ()


@pytest.mark.parametrize(
    "name",
    [
        *("2011.sync-conflict-20240101-123456-ABCDEFG.yaml", "2011 (conflicted copy 2024-01-01).yaml"),
        *("2011 (Ann's conflicted copy 2024-01-01).yaml", "2011 (Copie en conflit de Ann 2024-01-01).yaml"),
        *("2011 (In Konflikt stehende Kopie von Ann 2024-01-01).yaml", "2011_conflict-20240101-123456.yaml"),
        *("2011 (Case Conflict).yaml", "2011 (conflicted copy 2024-01-01 123456).yaml"),
    ],
)
@pytest.mark.parametrize("folder", ["editions/palmes", "content/files"])
def test_a_copy_that_two_changes_at_once_left_is_told(tmp_path: Path, folder: str, name: str) -> None:
    put(tmp_path, f"{folder}/2011.yaml")
    put(tmp_path, f"{folder}/{name}")
    [problem] = disk.read(tmp_path)[1]
    assert own(tmp_path) == [f"{folder}/2011.yaml"]
    assert (problem.code, problem.span.path) == ("conflict-copy", f"{folder}/{name}")
    assert problem.message == (
        'two people changed "2011.yaml" at once, and this copy holds what one of them wrote; it is not read'
    )
    assert problem.hint == 'take over into "2011.yaml" what is right in it, then delete it'


def test_a_picture_of_a_conflict_is_a_picture(tmp_path: Path) -> None:
    put(tmp_path, "content/media/grève (conflit de 2011).jpg")
    assert (own(tmp_path), told(tmp_path)) == (["content/media/grève (conflit de 2011).jpg"], [])


def test_hidden_files_are_read_where_files_are_copied_as_they_are(tmp_path: Path) -> None:
    for name in (".nojekyll", ".well-known/security.txt", "CNAME", ".git/config", ".htaccess"):
        put(tmp_path, f"content/files/{name}")
    names = [".htaccess", ".nojekyll", ".well-known/security.txt", "CNAME"]
    assert own(tmp_path) == [f"content/files/{name}" for name in names]


def test_the_theme_of_the_program_is_there_unless_the_site_holds_one_of_that_name(tmp_path: Path) -> None:
    assert "themes/base/theme.toml" in disk.read(site(tmp_path))[0].files
    site(tmp_path, themes__base__x=b"")
    there = disk.read(tmp_path)[0].files
    assert [path for path in there if path.startswith("themes/base/")] == ["themes/base/x"]
    assert {path.split("/")[1] for path in there if path.startswith("themes/")} == {*disk.shelved()}


def test_one_changed_byte_or_name_changes_the_digest(tmp_path: Path) -> None:
    digests = {disk.read(site(tmp_path, content__a=b"1"))[0].digest}
    digests.add(disk.read(site(tmp_path, content__a=b"2"))[0].digest)
    os.rename(tmp_path / "content/a", tmp_path / "content/b")
    digests.add(disk.read(tmp_path)[0].digest)
    assert len(digests) == 3
    assert disk.read(tmp_path)[0].digest in digests


@pytest.mark.parametrize(
    ("link", "target", "said"),
    [
        ("content/out.md", "/etc/hostname", "this link leads out of the site"),
        ("content/up.md", "../../secret", "this link leads out of the site"),
        ("content/dir", "/etc", "this link leads out of the site"),
        ("site.toml", "/etc/hostname", "this link leads out of the site"),
        ("editions", "/etc", "this link leads out of the site"),
        ("content/inner", "../editions", 'this link leads to "editions", a folder that is read already'),
        ("content/inner", "../editions/a", 'this link leads to "editions/a", a folder that is read already'),
        ("content/loop", "loop", "this link leads in a circle"),
        ("content/whole", "..", "this link leads in a circle"),
        ("content/self", ".", "this link leads in a circle"),
        ("content/gone", "nowhere", 'this link leads to "nowhere", where there is nothing'),
        ("content/files/key", "../../.git/config", 'this link leads to ".git/config", which is no part of the site'),
        ("content/files/state", "../../.palmarium", 'this link leads to ".palmarium", which is no part of the site'),
    ],
)
def test_a_link_that_is_not_followed_says_why(tmp_path: Path, link: str, target: str, said: str) -> None:
    (tmp_path / "secret").write_text("x")
    root = tmp_path / "site"
    for name in ("content/files/x", ".git/config", ".palmarium/x", *(["editions/a/x"] if link != "editions" else [])):
        put(root, name)
    (root / link).symlink_to(target)
    assert told(root) == [f"{link}:1:1: {said}  [symlink]"]
    assert link not in disk.read(root)[0].files


def test_a_link_to_a_folder_of_the_site_is_followed_once(tmp_path: Path) -> None:
    root = site(tmp_path, shared__palmes__2011=b"1", content__x=b"")
    (root / "shared/again").symlink_to("palmes")
    (root / "shared/palmes/up").symlink_to("..")
    (root / "editions").symlink_to("shared")
    (root / "content/media").symlink_to("../shared/palmes")
    snapshot, problems = disk.read(root)
    assert own(root) == ["content/media/2011", "content/x", "editions/palmes/2011", "site.toml"]
    assert snapshot.linked == {"content/media": "shared/palmes", "editions": "shared"}
    assert lines(problems) == [
        "content/media/up:1:1: this link leads in a circle  [symlink]",
        'editions/again:1:1: this link leads to "shared/palmes", a folder that is read already  [symlink]',
        "editions/palmes/up:1:1: this link leads in a circle  [symlink]",
    ]


def test_links_between_folders_are_never_read_in_every_way_through_them(tmp_path: Path) -> None:
    """Twenty folders, each with two links to the next, are a million ways."""
    for number in range(20):
        put(tmp_path, f"far/{number}/x")
        for side in "ab":
            (tmp_path / f"far/{number}/{side}").symlink_to(f"../{number + 1}")
    (tmp_path / "content").symlink_to("far/0")
    assert len(own(tmp_path)) == 20


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
            "content/pipe:1:1: this is no ordinary file: a pipe, a socket or a device  [unreadable]",
            "content/socket:1:1: this is no ordinary file: a pipe, a socket or a device  [unreadable]",
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
    whole = os.open

    def opened(file: Path, *how: int) -> int:
        assert os.stat(file).st_size < 1_000_000, f"{file} is read"
        return whole(file, *how)

    monkeypatch.setattr(os, "open", opened)
    snapshot, [problem] = disk.read(tmp_path)
    assert path not in snapshot.files
    assert lines([problem]) == [f"{path}:1:1: this file has {said} at most are read  [too-large]"]
    assert problem.hint == hint


def test_a_name_is_the_same_however_the_disk_spells_it(tmp_path: Path) -> None:
    apart = "content/media/phare-a\u0300-midi.jpg"
    site(tmp_path, **{apart.replace("/", "__"): b"1"})
    assert disk.read(tmp_path)[0].files["content/media/phare-\u00e0-midi.jpg"] == b"1"
    assert told(tmp_path) == []
    site(tmp_path, **{"content__media__phare-\u00e0-midi.jpg": b"2"})
    assert told(tmp_path) == [
        "content/media/phare-\u00e0-midi.jpg:1:1: "
        "two files have this name, and differ only in how Unicode spells it  [file-name]"
    ]


def test_what_is_written_goes_where_the_disk_spells_its_name(tmp_path: Path) -> None:
    apart = tmp_path / "editions/e\u0301te\u0301/2011.yaml"
    site(tmp_path, **{"editions__e\u0301te\u0301__2011.yaml": b"a"})
    (tmp_path / STATE).mkdir()
    disk.write_all(
        tmp_path, {"editions/\u00e9t\u00e9/2011.yaml": b"b", "editions/\u00e9t\u00e9/2012.yaml": b"c"}, "import"
    )
    assert apart.read_bytes() == b"b"
    assert [path.name for path in (tmp_path / "editions").iterdir()] == [apart.parent.name]
    assert not disk.create(tmp_path, "editions/\u00e9t\u00e9/2011.yaml", b"d")


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
    whole = os.listdir

    def listdir(path: str) -> list[str]:
        if os.path.basename(path) == "content":
            raise PermissionError(13, "Permission denied")
        return whole(path)

    monkeypatch.setattr(os, "listdir", listdir)
    assert told(tmp_path) == ["content:1:1: this can't be read: Permission denied  [unreadable]"]


# Writing.


def test_a_second_build_is_told_while_the_first_holds_the_output(tmp_path: Path) -> None:
    with disk.held(tmp_path), pytest.raises(OutputBusy), disk.held(tmp_path):
        pass
    with disk.held(tmp_path):
        pass


def without_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that has no locks of its own."""
    monkeypatch.setitem(sys.modules, "fcntl", None)


def test_a_lock_is_free_when_its_holder_is_killed_whatever_copies_of_it_go_on(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    holder = os.fork()
    if not holder:
        with disk.held(tmp_path):
            copy = os.fork()
            if copy:
                os.write(writing, str(copy).encode())
            time.sleep(60)
        os._exit(0)
    copy = int(os.read(reading, 20))
    try:
        os.kill(holder, signal.SIGKILL)
        os.waitpid(holder, 0)
        # The copy takes a moment to begin.
        for _ in range(100):
            with contextlib.suppress(OutputBusy), disk.held(tmp_path):
                break
            time.sleep(0.05)
        else:
            pytest.fail("the copy holds the lock")
        os.kill(copy, 0)
    finally:
        os.kill(copy, signal.SIGKILL)


def test_where_the_system_knows_no_locks_a_file_stands_for_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_locks(monkeypatch)
    with disk.held(tmp_path):
        with pytest.raises(OutputBusy, match=r"^if there is none, delete .palmarium/lock.held$"), disk.held(tmp_path):
            pass
        with disk.held(tmp_path, "import.lock"):
            pass
    with disk.held(tmp_path):
        assert (tmp_path / STATE / "lock.held").exists()
    assert not (tmp_path / STATE / "lock.held").exists()


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.ENOTSUP])
def test_where_the_disk_knows_no_locks_a_file_stands_for_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def refuse(*arguments: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("fcntl.flock", refuse)
    with disk.held(tmp_path), pytest.raises(OutputBusy), disk.held(tmp_path):
        pass


def test_a_lock_that_can_not_be_taken_for_another_reason_is_no_other_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr("fcntl.flock", refuse)
    with pytest.raises(OSError, match="Input/output error"), disk.held(tmp_path):
        pass


# What builds leave for each other.


def test_a_state_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    value = {"a": [1, None, "é\ud800"], "b": {}}
    disk.write_state(tmp_path, "prose", value)
    assert disk.read_state(tmp_path, "prose") == value
    assert disk.read_state(tmp_path, "none") is None


@given(place=st.integers(0, 200), byte=st.integers(0, 255), cut=st.booleans())
def test_a_state_that_was_changed_by_another_hand_is_not_believed(
    tmp_path_factory: pytest.TempPathFactory, place: int, byte: int, cut: bool
) -> None:
    root = tmp_path_factory.mktemp("state")
    disk.write_state(root, "prose", {"engine": "e", "prose": {"k": [["<p>Bonjour</p>"], [], [], 1, []]}})
    file = root / STATE / "prose.json"
    data = file.read_bytes()
    place %= len(data)
    changed = data[:place] + (b"" if cut else bytes([byte]) + data[place + 1 :])
    file.write_bytes(changed)
    assert (disk.read_state(root, "prose") is None) is (changed != data)


@pytest.mark.parametrize("data", [b"", b"\n", b"[" * 90_000, b"\xff\n{}", b"0\n", b"{}"])
def test_a_state_that_no_build_wrote_is_none(tmp_path: Path, data: bytes) -> None:
    put(tmp_path, f"{STATE}/prose.json", data)
    assert disk.read_state(tmp_path, "prose") is None


def test_a_state_behind_a_link_or_in_a_pipe_is_none_and_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    disk.write_state(tmp_path / "other", "prose", {"a": 1})
    (tmp_path / STATE).mkdir()
    (tmp_path / STATE / "prose.json").symlink_to(tmp_path / "other" / STATE / "prose.json")
    os.mkfifo(tmp_path / STATE / "ledger.json")
    assert (disk.read_state(tmp_path, "prose"), disk.read_state(tmp_path, "ledger")) == (None, None)


@pytest.mark.parametrize("name", ["ledger.new", "ledger.json", "lock", "stage", "import.journal"])
def test_a_link_in_the_state_folder_is_never_written_through(tmp_path: Path, name: str) -> None:
    (tmp_path / "mine").write_text("mine")
    (tmp_path / STATE).mkdir()
    (tmp_path / STATE / name).symlink_to(tmp_path / "mine")
    for write in (lambda: disk.write_state(tmp_path, "ledger", {}), lambda: disk.held(tmp_path).__enter__()):
        with pytest.raises(OSError, match="is no ordinary file") as raised:
            write()
        assert raised.value.filename == str(tmp_path / STATE / name)
    assert (tmp_path / "mine").read_text() == "mine"


def test_a_pipe_in_the_state_folder_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / STATE).mkdir()
    os.mkfifo(tmp_path / STATE / "lock")
    with pytest.raises(OSError, match="lock is no ordinary file"), disk.held(tmp_path):
        pass


def test_a_state_folder_that_is_a_link_or_a_file_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / STATE).symlink_to("other")
    with pytest.raises(OSError, match="is no folder of its own"), disk.held(tmp_path):
        pass
    assert list((tmp_path / "other").iterdir()) == []
    (tmp_path / STATE).unlink()
    (tmp_path / STATE).write_text("mine")
    with pytest.raises(OSError, match="is no folder of its own"), disk.held(tmp_path):
        pass
    assert (tmp_path / STATE).read_text() == "mine"


# New files, and files that are fetched.


def test_a_new_file_never_overwrites_and_never_leaves_the_site(tmp_path: Path) -> None:
    root = tmp_path / "site"
    root.mkdir()
    assert disk.create(root, "content/a.md", b"1")
    assert not disk.create(root, "content/a.md", b"2")
    assert (root / "content/a.md").read_text() == "1"
    (root / "out").symlink_to(tmp_path)
    assert not disk.create(root, "out/a.md", b"1")
    assert not disk.create(root, "out/deep/a.md", b"1")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]


def test_nothing_outside_a_folder_is_fetched_from_it(tmp_path: Path) -> None:
    root = site(tmp_path / "site")
    (tmp_path / "secret").write_text("x")
    (root / "link").symlink_to("../secret")
    assert disk.fetch(root, "site.toml") == b""
    assert [disk.fetch(root, path) for path in ("../secret", "/etc/hostname", "link", "none", "", "a\0b")] == [None] * 6


def test_a_pipe_is_not_waited_for_when_it_is_fetched(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "index.html")
    assert disk.fetch(tmp_path, "index.html") is None


def test_a_file_that_is_replaced_is_never_there_by_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disk.replace(tmp_path, "urls.lock", b"/a/\n/b/\n")

    def stopped(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(os, "replace", stopped)
    with pytest.raises(OSError, match="no space"):
        disk.replace(tmp_path, "urls.lock", b"/a/\n")
    assert (tmp_path / "urls.lock").read_bytes() == b"/a/\n/b/\n"


def test_the_program_is_read_once_by_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = disk.engine_digest()
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"{path} is read again"))
    assert disk.engine_digest() == engine
