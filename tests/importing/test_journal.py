"""Writing that is stopped half-way: all of it or nothing of it, once any command has started again."""

import errno
import json
import os
import random
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from palmarium.build import pipeline
from palmarium.build.work import silent
from palmarium.commands import cli
from palmarium.importing import run
from palmarium.sources import disk
from tests.conftest import Site
from tests.resolved import lines

OLD = {f"editions/pie/{year}.yaml": f"theme: {year}\n".encode() for year in range(2001, 2011)}
NEW = {
    **{path: data + b"results: {best: Ann}\n" for path, data in OLD.items()},
    **{f"editions/bun/{year}.yaml": b"results: {best: Bo}\n" for year in range(2001, 2011)},
    "editions/bun/award.yaml": "name: Bün\n".encode(),
}
HALF = {"editions/bun/2001.yaml": [None, "ordinal: 1\n"], "editions/bun/award.yaml": ["name: Bun\n", "name: B\n"]}
WRITERS: list[tuple[disk.Writer, str, str]] = [
    ("import", "an import", "import again to add the rest"),
    ("fix", "a run of check --fix", "run it again to mend the rest"),
    ("tidy", "a run of tidy", "run it again to tidy the rest"),
    ("save", "a save in the browser", "save it there again"),
]
JOURNAL = f"{disk.STATE}/import.journal"


def leave(root: Path, writer: str, files: object) -> None:
    """Leave the journal of writing that was stopped."""
    disk.replace(root, JOURNAL, json.dumps({"writer": writer, "files": files}).encode())


def sources(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in (root / "editions").rglob("*") if path.is_file()}


def reset(root: Path) -> None:
    for path in sorted((root / "editions").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    for path, data in OLD.items():
        disk.replace(root, path, data)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "editions").mkdir()
    reset(tmp_path)
    return tmp_path


def killed(act: Callable[[], object], root: Path, kill_at: int) -> int:
    """Do something in another process that is killed before its n-th operation below `root`; how many it took."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        done = 0

        def watch(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal done
            if event in ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir") and str(root) in str(arguments[0]):
                done += 1
                if done == kill_at:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(watch)
        act()
        os.write(writing, str(done).encode())
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        return int(pipe.read() or b"0")


@pytest.mark.slow
def test_an_import_killed_at_any_moment_is_all_or_nothing_after_the_next_start(root: Path) -> None:
    def write() -> object:
        return run.write(root, NEW, "import")

    steps = killed(write, root, 0)
    assert sources(root) == {**OLD, **NEW}
    chance, ends = random.Random(11), {"old": 0, "new": 0}
    for moment in range(1, steps + 1):
        reset(root)
        assert killed(write, root, moment) == 0
        # The next start may be killed, too, and the one after it.
        for _ in range(0 if moment % 4 else 2):
            killed(lambda: disk.settle(root), root, chance.randrange(1, steps // 2))
        assert disk.settle(root)[1]
        found = sources(root)
        assert found in (OLD, {**OLD, **NEW})
        assert not (root / JOURNAL).exists()
        ends["old" if found == OLD else "new"] += 1
    assert min(ends.values()) > 0


def test_files_are_deleted_and_moved_by_a_journal_as_they_are_written(root: Path) -> None:
    moved = {"editions/bun/2001.yaml": OLD["editions/pie/2001.yaml"], "editions/pie/2001.yaml": None}
    left = {path: data for path, data in OLD.items() if path not in moved}
    assert run.write(root, moved, "import") == ""
    assert sources(root) == {**left, "editions/bun/2001.yaml": OLD["editions/pie/2001.yaml"]}
    reset(root)
    then = [None, "theme: 2001\n"]
    said = {"editions/bun/2001.yaml": then, "editions/pie/2001.yaml": then[::-1]}
    leave(root, "import", said)
    assert disk.settle(root) == ("an import that was stopped half-way is finished now (2 files)", True)
    assert sources(root) == {**left, "editions/bun/2001.yaml": OLD["editions/pie/2001.yaml"]}


def test_the_next_command_says_that_an_import_is_finished(site: Site) -> None:
    root = site("-- editions/bun/award.yaml --\nname: Bun\n")
    leave(root, "import", HALF)
    result = CliRunner().invoke(cli.main, ["new", "name", "Ann", "--root", str(root)])
    assert "an import that was stopped half-way is finished now (2 files)" in result.stderr
    assert sources(root) == {"editions/bun/2001.yaml": b"ordinal: 1\n", "editions/bun/award.yaml": b"name: B\n"}


@pytest.mark.parametrize(("writer", "who", "again"), WRITERS)
def test_what_an_editor_changed_meanwhile_stays_and_is_told(site: Site, writer: str, who: str, again: str) -> None:
    root = site("-- editions/bun/award.yaml --\nname: My Bun\n")
    leave(root, writer, HALF)
    said, is_whole = disk.settle(root)
    assert said == (
        f"{who} that was stopped half-way is finished now, but for files edited since, and left as they are: "
        f"editions/bun/award.yaml; {again}"
    )
    assert is_whole
    assert sources(root) == {"editions/bun/2001.yaml": b"ordinal: 1\n", "editions/bun/award.yaml": b"name: My Bun\n"}


@pytest.mark.parametrize(("writer", "who", "again"), WRITERS)
def test_one_file_is_finished_in_the_name_of_what_wrote_it(site: Site, writer: str, who: str, again: str) -> None:
    del again
    root = site("-- editions/bun/award.yaml --\nname: Bun\n")
    leave(root, writer, {"editions/bun/award.yaml": HALF["editions/bun/award.yaml"]})
    assert disk.settle(root) == (f"{who} that was stopped half-way is finished now (1 file)", True)


@pytest.mark.slow
@pytest.mark.parametrize(("writer", "who", "again"), [*WRITERS, ("", "another command", "")])
def test_a_build_beside_what_writes_sources_says_so_and_writes_nothing(
    site: Site, writer: str, who: str, again: str
) -> None:
    del again
    root = site("-- editions/bun/award.yaml --\nname: Bun\n")
    leave(root, writer, {})
    with disk.held(root, "import.lock"):
        report = pipeline.build(root, silent)
        assert lines(report.problems) == [f"site.toml:1:1: {who} is writing the files of this site  [half-import]"]
        assert [problem.hint for problem in report.problems] == ["wait until it is done; then try again"]
        assert not (root / "_site").exists()
    disk.take_away(root, JOURNAL)
    assert disk.read(root)[1] == ()


@pytest.mark.parametrize(
    "said",
    [
        "not JSON", "[]", "[" * 100_000, "{}", '{"writer": "import"}', '{"writer": "import", "files": []}',
        '{"writer": "virus", "files": {"editions/a/b.yaml": [null, "x"]}}',
        '{"writer": ["import"], "files": {"editions/a/b.yaml": [null, "x"]}}',
        *(
            f'{{"writer": "import", "files": {{{files}}}}}'
            for files in (
                '"editions/a/b.yaml": 7', '"editions/a/b.yaml": [null, 7]', '"build.py": [null, "x"]',
                '"build.py": ["x", null]', '"content/../build.py": ["x", null]',
                '"editions/../build.py": [null, "x"]', '"editions/../../x.yaml": [null, "x"]',
                '"editions/a/\\ud800.yaml": [null, "x"]', '"editions/a/b.yaml": [null, "\\ud800"]',
            )
        ),
    ],
)  # fmt: skip
def test_a_journal_that_this_program_did_not_write_writes_nothing(root: Path, said: str) -> None:
    disk.replace(root, JOURNAL, said.encode())
    told = ".palmarium/import.journal is none that this program left behind: delete it"
    assert disk.settle(root) == (told, False)
    [problem] = disk.read(root)[1]
    assert lines([problem]) == [f"site.toml:1:1: {told}  [half-import]"]
    assert problem.hint == "to give up what is left of it: rm -r .palmarium/import.journal"
    assert sources(root) == OLD
    assert not (root / "build.py").exists()


def test_what_stands_in_the_place_of_a_journal_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / JOURNAL).mkdir(parents=True)
    stopped = "another command was stopped half-way and can't be finished"
    assert disk.settle(root) == (f"{stopped}: Is a directory", False)
    (root / JOURNAL).rmdir()
    whole = Path.lstat

    def lstat(path: Path) -> os.stat_result:
        if path == root / JOURNAL:
            raise PermissionError(errno.EACCES, "Permission denied")
        return whole(path)

    monkeypatch.setattr(Path, "lstat", lstat)
    monkeypatch.setattr(disk, "_state", lambda root: (root / JOURNAL).lstat())
    assert disk.settle(root) == (f"{stopped}: Permission denied", False)


def test_a_full_disk_leaves_every_file_as_it_was(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = os.replace

    def replace(old: Path, new: Path) -> None:
        if str(new).endswith("bun/2005.yaml"):
            raise OSError(errno.ENOSPC, "No space left on device")
        whole(old, new)

    monkeypatch.setattr(os, "replace", replace)
    assert (
        run.write(root, NEW, "import") == "the site can't be written: No space left on device; every file is as it was"
    )
    assert sources(root) == OLD
    assert not (root / JOURNAL).exists()


def test_a_link_in_the_place_of_a_draft_is_not_followed(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("mine")
    (root / "editions/pie/.palmarium-new").symlink_to(outside)
    assert run.write(root, NEW, "import") == ""
    assert sources(root) == {**OLD, **NEW}
    (root / disk.STATE / ".palmarium-new").symlink_to(outside)
    assert "is no ordinary file" in run.write(root, OLD, "import")
    assert sources(root) == {**OLD, **NEW}
    assert outside.read_text() == "mine"


@pytest.mark.slow
def test_each_command_writes_in_its_own_name(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    writers = []
    whole = disk.write_all

    def write_all(root: Path, files: dict[str, bytes], writer: disk.Writer) -> None:
        writers.append((writer, *files))
        whole(root, files, writer)

    monkeypatch.setattr(disk, "write_all", write_all)
    path = "editions/bun/2001.yaml"
    root = site(f"-- editions/bun/award.yaml --\nname: Bun\n-- {path} --\nordinl: 1  \n")
    for command in (["tidy", "--yes"], ["check", "--fix", "--yes"]):
        CliRunner().invoke(cli.main, [*command, "--root", str(root)], catch_exceptions=False)
    assert (root / path).read_bytes() == b"ordinal: 1\n"
    assert writers == [("tidy", path), ("fix", path)]
