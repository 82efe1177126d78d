"""Kills, full disks, two builds at once, links, strangers' folders: the site that was out stays whole."""

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import pytest

from palmarium.build import output, pipeline
from palmarium.build import state as ledger
from palmarium.build.work import silent
from palmarium.sources import disk
from tests.resolved import lines
from tests.small import build, copy, replace, told, tree

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent.parent
KILLS = 6


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """The small site, built, and then edited so that every page changes."""
    made = copy(tmp_path / "site", built)
    toggle(made)
    return made


@pytest.fixture(scope="module")
def edited(built: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What the edited site is once it is out."""
    made = copy(tmp_path_factory.mktemp("edited") / "site", built)
    toggle(made)
    build(made)
    return tree(made)


def toggle(root: Path) -> None:
    """The other of two titles: every page changes."""
    settings = (root / "site.toml").read_text()
    titles = ("Les prix", "Les grands prix") if "Les prix" in settings else ("Les grands prix", "Les prix")
    replace(root, "site.toml", *titles)


def left(root: Path) -> set[str]:
    return {path.name for path in (root / disk.STATE).iterdir()}


# Kills.

OPERATIONS = ("link", "rename", "replace", "unlink", "rmdir", "mkdir")


def forked(root: Path, kill_at: int, told: Path) -> int:
    """Build in another process that kills itself before its n-th operation on the disk; how that ended."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    done = 0

    def counted(act: Callable[..., Any]) -> Callable[..., Any]:
        def operation(*arguments: Any, **more: Any) -> Any:
            nonlocal done
            done += 1
            if done == kill_at:
                os.kill(os.getpid(), signal.SIGKILL)
            return act(*arguments, **more)

        return operation

    for name in OPERATIONS:
        setattr(os, name, counted(getattr(os, name)))
    Path.open = counted(Path.open)  # type: ignore[method-assign]
    report = pipeline.build(root, silent)
    told.write_text(str(done))
    os._exit(len(report.problems))


def test_a_build_killed_at_random_steps_leaves_one_whole_site(
    root: Path, built: Path, edited: dict[str, bytes], tmp_path: Path
) -> None:
    count, chance, killed = tmp_path / "count", random.Random(7), 0
    assert forked(root, 0, count) == 0
    assert tree(root) == edited
    steps, old, new = int(count.read_text()), edited, tree(built)
    toggle(root)
    for number in range(KILLS):
        # Every third one among the last steps, where one site takes the place of the other.
        kill_at = chance.randrange(steps - 20, steps) if number % 3 == 0 else chance.randrange(1, steps)
        killed += forked(root, kill_at, count) == -signal.SIGKILL
        assert tree(root) in (old, new)
        if tree(root) == new:
            old, new = new, old
            toggle(root)
    assert killed >= KILLS - 2
    build(root)
    assert tree(root) == new
    assert left(root) == {"ledger.json", "prose.json", "units.db", "lock", "stage"}


def test_a_first_build_killed_at_random_steps_leaves_a_whole_site_or_none(
    built: Path, edited: dict[str, bytes], tmp_path: Path
) -> None:
    chance, killed = random.Random(7), 0
    for number in range(KILLS // 3):
        root = copy(tmp_path / str(number))
        toggle(root)
        killed += forked(root, chance.randrange(100, 300), tmp_path / "count") == -signal.SIGKILL
        assert tree(root) in ({}, edited)
        build(root)
        assert tree(root) == edited
    assert killed


class StoppedError(BaseException):
    """What stops a build as a kill does: nothing catches it."""


@pytest.mark.parametrize("taken_back", [True, False])
@pytest.mark.parametrize(
    "edit",
    [
        lambda root: toggle(root),
        lambda root: replace(root, "content/articles/palmes-2011.md", "Le jury a ", "Le jury avait "),
        lambda root: (root / "content/articles/palmes-2011.md").unlink(),
        lambda root: (root / "content/articles/neuf.md").write_text("---\ntitle: Neuf\n---\nTexte.\n"),
    ],
    ids=["all", "a page", "a page less", "a page more"],
)
def test_a_build_that_stops_once_the_site_is_out_is_made_good_by_the_next(
    edit: Callable[[Path], object], taken_back: bool, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, whole = copy(tmp_path / "site", built), copy(tmp_path / "whole", built)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file() and "_site" not in path.parts}
    swap = output._swap

    def stop(*arguments: Any) -> None:
        swap(*arguments)
        raise StoppedError

    with monkeypatch.context() as patch:
        patch.setattr(output, "_swap", stop)
        edit(root)
        with pytest.raises(StoppedError):
            pipeline.build(root, silent)
    assert tree(root) != tree(built)
    if taken_back:
        for path, data in before.items():
            if disk.STATE not in path.parts:
                path.write_bytes(data)
        (root / "content/articles/neuf.md").unlink(missing_ok=True)
    else:
        edit(whole)
        pipeline.build(whole, silent)
    report = pipeline.build(root, silent)
    assert tree(root) == tree(whole)
    assert "output" not in {problem.code for problem in report.problems}


def test_a_build_killed_from_outside_leaves_one_whole_site(root: Path, built: Path, edited: dict[str, bytes]) -> None:
    command = [sys.executable, "-m", "palmarium", "build", "--root", str(root)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None and not (root / disk.STATE / "stage").exists():
        time.sleep(0.001)
    process.kill()
    process.wait()
    assert tree(root) in (tree(built), edited)
    build(root)
    assert tree(root) == edited


# Full disks, and places where nobody may write.


@contextmanager
def full_after(files: int) -> Iterator[None]:
    """A disk that has room for so many files more."""
    whole, room = Path.open, [files]

    def limited(path: Path, mode: str = "r", *arguments: Any, **more: Any) -> IO[Any]:
        if any(letter in mode for letter in "wxa") and disk.STATE in path.parts and path.name != "lock":
            room[0] -= 1
            if room[0] < 0:
                raise OSError(errno.ENOSPC, "No space left on device")
        return whole(path, mode, *arguments, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "open", limited)
        yield


FULL = "the output can't be written: the disk is full; the old one is as it was"


@pytest.mark.parametrize("files", [0, 30])
def test_a_disk_that_fills_up_leaves_the_old_site(root: Path, built: Path, files: int) -> None:
    with full_after(files):
        report = pipeline.build(root, silent)
    assert [(problem.code, problem.message) for problem in report.problems] == [("output", FULL)]
    assert tree(root) == tree(built)
    assert left(root) == {"ledger.json", "prose.json", "units.db", "lock"}
    assert build(root).written
    assert tree(root) != tree(built)


def test_a_disk_with_room_for_the_site_and_a_word_of_it_lets_it_out(root: Path, edited: dict[str, bytes]) -> None:
    before = tree(root)
    changed = sum(before.get(path) != data for path, data in edited.items())
    with full_after(changed):
        assert [problem.message for problem in pipeline.build(root, silent).problems] == [FULL]
    assert tree(root) == before
    with full_after(changed + 1):
        assert pipeline.build(root, silent).problems == ()
    assert tree(root) == edited
    # The build that wrote it could not say so: what it removed is told once more, and nothing is another's.
    assert not set(build(root).removed) & set(edited)
    assert tree(root) == edited


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a disk of its own")
def test_a_disk_that_is_really_full_leaves_the_old_site(built: Path, tmp_path: Path) -> None:
    small = tmp_path / "disk"
    small.mkdir()
    size = sum(path.stat().st_blocks * 512 for path in built.rglob("*") if path.is_file())
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size + 600_000}", "tmpfs", str(small)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this system lets nobody mount")
    try:
        root = copy(small / "site", built)
        (small / "filler").write_bytes(b"x" * 200_000)
        toggle(root)
        assert told(root) == [f"site.toml:1:1: {FULL}  [output]"]
        assert tree(root) == tree(built)
    finally:
        subprocess.run(["umount", "--lazy", str(small)], check=True)


def test_where_nobody_may_write_the_old_site_stays_and_the_reason_is_told(
    root: Path, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "rename", refuse)
    monkeypatch.setattr("ctypes.CDLL", lambda *a, **k: object())
    assert told(root) == [
        'site.toml:1:1: the output can\'t be written: permission denied for "."; the old one is as it was  [output]'
    ]
    assert tree(root) == tree(built)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a disk of its own")
def test_a_site_on_a_disk_that_is_read_only_is_told(built: Path, tmp_path: Path) -> None:
    root = tmp_path / "site"
    root.mkdir()
    if subprocess.run(["mount", "--bind", str(built), str(root)], capture_output=True, check=False).returncode:
        pytest.skip("this system lets nobody mount")
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", str(root)], check=True)
        [problem] = pipeline.build(root, silent).problems
        assert problem.message == (
            'the output can\'t be written: ".palmarium/lock" lies on a disk that is read-only; the old one is as it was'
        )
        assert pipeline.check(root, silent).problems == ()
    finally:
        subprocess.run(["umount", "--lazy", str(root)], check=True)


# Two at once.


def test_a_second_build_is_told_that_one_is_going_on(root: Path, built: Path) -> None:
    with disk.held(root):
        [problem] = pipeline.build(root, silent).problems
    assert (problem.code, problem.message, problem.hint) == (
        "busy",
        "another build is writing this site",
        "wait until it is done, or stop it",
    )
    assert tree(root) == tree(built)
    assert build(root).written


def test_of_many_builds_at_once_some_build_and_the_others_say_so(root: Path, edited: dict[str, bytes]) -> None:
    reports: list[pipeline.Report] = []
    threads = [threading.Thread(target=lambda: reports.append(pipeline.build(root, silent))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {problem.code for report in reports for problem in report.problems} <= {"busy"}
    assert any(not report.problems for report in reports)
    assert tree(root) == edited


# Links and folders of others.


@pytest.mark.parametrize(
    ("link", "target", "said"),
    [
        ("content/pages/passwd.md", "/etc/passwd", "this link leads out of the site"),
        ("content/media/etc", "/etc", "this link leads out of the site"),
        ("content/media/loop", "loop", "this link leads in a circle"),
    ],
)
def test_a_link_out_of_the_site_is_an_error_with_its_place(
    root: Path, built: Path, link: str, target: str, said: str
) -> None:
    (root / link).symlink_to(target)
    assert told(root) == [f"{link}:1:1: {said}  [symlink]"]
    assert tree(root) == tree(built)


def test_a_folder_of_somebody_elses_is_never_built_into(root: Path) -> None:
    (root / "photos").mkdir()
    (root / "photos/me.jpg").write_bytes(b"mine")
    settings = (root / "site.toml").read_text()
    (root / "site.toml").write_text(f'output = "photos"\n{settings}')
    [problem] = pipeline.build(root, silent).problems
    assert problem.message == 'the folder "photos" holds files that no build put there: me.jpg'
    assert problem.hint == "move them away, or set another `output` in site.toml"
    assert [path.name for path in (root / "photos").iterdir()] == ["me.jpg"]
    (root / "photos/me.jpg").unlink()
    assert build(root).written


def test_an_output_that_is_a_link_is_refused(root: Path, tmp_path: Path) -> None:
    (root / "link").symlink_to(tmp_path)
    settings = (root / "site.toml").read_text()
    (root / "site.toml").write_text(f'output = "link"\n{settings}')
    assert told(root) == [
        'site.toml:1:1: the output "link" is a link; a build never writes where a link leads  [output]'
    ]


def test_a_first_build_does_not_take_over_a_folder_that_was_there(tmp_path: Path) -> None:
    root = copy(tmp_path / "site")
    (root / "_site").mkdir()
    (root / "_site/mine.txt").write_text("mine")
    assert told(root) == ['site.toml:1:1: the folder "_site" holds files that no build put there: mine.txt  [output]']
    assert tree(root) == {"mine.txt": b"mine"}


def test_what_somebody_put_into_the_output_stays_and_is_told_by_every_build(
    root: Path, edited: dict[str, bytes]
) -> None:
    theirs = {".git/HEAD": b"ref", "CNAME": b"prix.example", "noms/me.txt": b"1"}
    for name, data in theirs.items():
        (root / "_site" / name).parent.mkdir(exist_ok=True)
        (root / "_site" / name).write_bytes(data)
    said = 'the folder "_site" holds files that no build put there; they stay: CNAME, noms/me.txt  [output]'
    for _ in range(2):
        assert told(root) == [f"site.toml:1:1: {said}"]
        assert tree(root) == dict(sorted({**edited, **theirs}.items()))
    (root / "_site/CNAME").unlink()
    (root / "_site/noms/me.txt").unlink()
    assert build(root).written == ()


def test_a_page_in_the_place_of_somebodys_file_is_an_error_until_it_is_moved(root: Path, built: Path) -> None:
    build(root)
    before = tree(root)
    (root / "_site/rules.txt").write_text("mine")
    (root / "content/files").mkdir()
    (root / "content/files/rules.txt").write_text("ours")
    [problem] = pipeline.build(root, silent).problems
    assert (problem.message, problem.hint) == (
        'the folder "_site" holds files that no build put there, and this one has its own: rules.txt',
        "move them away, or delete them: rm -r _site/rules.txt",
    )
    assert tree(root) == {**before, "rules.txt": b"mine"}
    (root / "_site/rules.txt").unlink()
    assert "rules.txt" in build(root).written


def test_a_site_built_elsewhere_is_taken_over_without_its_ledger(root: Path, edited: dict[str, bytes]) -> None:
    before = tree(root)
    for path in (root / disk.STATE).iterdir():
        path.unlink()
    assert ledger.read(root) == ledger.Ledger()
    [said] = told(root)
    # What it made no more may be anybody's: it stays, and is named.
    lost = before.keys() - edited.keys()
    assert "nothing says who put them there; they stay: " in said
    assert lost
    assert tree(root) == {**edited, **{path: before[path] for path in lost}}


@pytest.mark.parametrize("name", ["", "/ledger.new", "/prose.json"])
def test_a_link_in_the_place_of_the_state_is_an_error_and_is_not_followed(
    root: Path, built: Path, tmp_path: Path, name: str
) -> None:
    shutil.rmtree(root / disk.STATE)
    (tmp_path / "other/stage").mkdir(parents=True)
    (tmp_path / "other/stage/thesis.txt").write_text("mine")
    (tmp_path / "mine").write_text("mine")
    if name:
        (root / disk.STATE).mkdir()
    (root / f"{disk.STATE}{name}").symlink_to(tmp_path / ("mine" if name else "other"))
    [problem] = pipeline.build(root, silent).problems
    assert problem.message == (
        f'the output can\'t be written: "{disk.STATE}{name}" is a link, and a build never writes where a link leads; '
        "the old one is as it was"
    )
    assert problem.hint == f"delete it: rm {disk.STATE}{name}"
    assert (tmp_path / "other/stage/thesis.txt").read_text() == (tmp_path / "mine").read_text() == "mine"
    assert tree(root) == tree(built)


def test_a_link_from_the_sources_into_the_output_is_an_error(root: Path) -> None:
    (root / "content/files").mkdir()
    (root / "content/files/index.json").symlink_to("../../_site/api/v1/index.json")
    assert told(root) == [
        'content/files/index.json:1:1: this link leads into the output: "_site/api/v1/index.json"  [symlink]'
    ]


def test_what_another_hand_wrote_into_the_state_is_never_published(root: Path, edited: dict[str, bytes]) -> None:
    for find, put in ((b':"gAW', b':"gAX'), (b'"prose":{', b'"prose":{"a":"YQ==",')):
        state = root / disk.STATE / "prose.json"
        assert find in state.read_bytes()
        state.write_bytes(state.read_bytes().replace(find, put))
        assert pipeline.build(root, silent).problems == ()
        assert tree(root) == edited


# Failures of every stage leave the old site.


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("site.toml", b"title = "),
        ("editions/palmes/2011.yaml", b"a: ["),
        ("content/pages/a-propos.md", b"\xff"),
        ("themes/maison/theme.toml", b"a ="),
        ("themes/maison/templates/page/note.html", b"{{ 1 / 0 }}"),
        ("themes/maison/locale/fr/LC_MESSAGES/messages.po", b'msgid "a'),
        ("content/pages/noms.md", b"---\ntitle: a\n---\n"),
    ],
)
def test_a_failed_build_leaves_the_old_site(root: Path, built: Path, path: str, data: bytes) -> None:
    (root / path).write_bytes(data)
    said = told(root)
    assert {line.split(":")[0] for line in said} == {path}
    assert tree(root) == tree(built)
    assert lines(pipeline.check(root, silent).problems) == said
