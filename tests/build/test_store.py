"""What a build keeps of its units is believed only where it is whole; killed at any moment, the next build heals."""

import os
import pickle
import random
import shutil
import signal
import sqlite3
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from palmarium.build import engine, pipeline, store
from palmarium.build.work import silent
from palmarium.sources import disk
from palmarium.sources.values import dumps, loads
from palmarium.statistics.coverage import Known
from tests.small import build, copy, replace, tree

pytestmark = pytest.mark.slow

KILLS = 4
ARTICLE = "content/articles/palmes-2011.md"
WORDS = "Une soirée au théâtre.", "Une soirée."


@pytest.fixture(scope="module")
def other(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with another word in it."""
    root = copy(tmp_path_factory.mktemp("other") / "site", built)
    replace(root, ARTICLE, *WORDS)
    build(root)
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    """The small site, built, and then edited by that word."""
    made = copy(tmp_path / "site", built)
    replace(made, ARTICLE, *WORDS)
    return made


@pytest.fixture
def updates(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether each build that had something to begin with could go on from there."""
    seen: list[bool] = []
    whole = engine.update

    def update(*arguments: Any) -> Any:
        made = whole(*arguments)
        seen.append(made is not None)
        return made

    monkeypatch.setattr(engine, "update", update)
    return seen


def units(root: Path) -> Path:
    return root / disk.STATE / "units.db"


def test_what_is_whole_is_gone_on_from(root: Path, other: Path, updates: list[bool]) -> None:
    """Without this, nothing below would say anything."""
    build(root)
    assert updates == [True]
    assert tree(root) == tree(other)


def test_every_table_of_statistics_is_kept(built: Path) -> None:
    """One that is not kept differs from itself in every key, and all its readers are made again."""
    with store.opened(built) as there:
        assert there is not None
        tables = {key for (key,) in there.connection.execute("SELECT key FROM kept WHERE kind = 'table'")}
        assert "palmarium.statistics.coverage._rows" in tables
        assert [key for key in sorted(tables) if not store.get(there, "table", key)] == []


@pytest.mark.parametrize(
    "value", [MappingProxyType({"a": 1}), {"a": {1}}, Fraction(1, 2), Known(True, True, False, True), Counter("a")]
)
def test_a_value_comes_back_as_it_was(value: object) -> None:
    assert loads(dumps(value)) == value
    assert type(loads(dumps(value))) is type(value)


# Damage.


def rewritten(root: Path, change: Callable[[str, str, bytes], bytes]) -> None:
    """Rows changed as somebody would who knows their form; `change` gets the value without its digest."""
    with closing(sqlite3.connect(units(root))) as connection:
        rows = connection.execute("SELECT kind, key, value FROM kept").fetchall()
        for kind, key, value in rows:
            data = value[store._DIGEST :]
            put = change(kind, key, data)
            if put != data:
                connection.execute("UPDATE kept SET value = ? WHERE kind = ? AND key = ?", (put, kind, key))
        connection.commit()


def forged(root: Path, change: Callable[[str, str, bytes], bytes]) -> None:
    """The same, with a digest that fits."""

    def fitting(kind: str, key: str, data: bytes) -> bytes:
        put = change(kind, key, data)
        return data if put == data else store._mark(kind, key, put) + put

    rewritten(root, fitting)


def flipped(of: str) -> Callable[[Path], None]:
    """A bit of the last byte of each row of a kind is another."""

    def flip(kind: str, key: str, data: bytes) -> bytes:
        return store._mark(kind, key, data) + data[:-1] + bytes([data[-1] ^ 1]) if kind == of and data else data

    return lambda root: rewritten(root, flip)


def cut(share: float) -> Callable[[Path], None]:
    def damage(root: Path) -> None:
        data = units(root).read_bytes()
        units(root).write_bytes(data[: int(len(data) * share)])

    return damage


def of_another_form(root: Path) -> None:
    with closing(sqlite3.connect(units(root))) as connection:
        connection.execute("PRAGMA user_version = 99")


def of_another_program(root: Path) -> None:
    forged(root, lambda kind, key, data: data.replace(disk.engine_digest().encode(), b"0" * 64) if key == "" else data)


def of_another_build(root: Path) -> None:
    """What a build kept whose output is not the one that is there."""
    there = copy(root.with_name("another"), root)
    replace(there, "editions/casques/2007.yaml", "Mercedes-Benz", "Somebody Else")
    build(there)
    shutil.copy(units(there), units(root))


def without_a_table(root: Path) -> None:
    with closing(sqlite3.connect(units(root))) as connection:
        connection.execute("DROP TABLE kept")


def folder(root: Path) -> None:
    units(root).unlink()
    (units(root) / "mine").mkdir(parents=True)


DAMAGE: dict[str, Callable[[Path], None]] = {
    "empty": cut(0),
    "half written": cut(0.5),
    "without its end": cut(0.98),
    "no database": lambda root: units(root).write_bytes(b"x" * 8192) and None,
    "another form": of_another_form,
    "another program": of_another_program,
    "another build": of_another_build,
    "without a table": without_a_table,
    "a folder": folder,
    **{f"a bit of {kind}": flipped(kind) for kind in ("meta", "sources", "outlines", "structure", "pictures")},
    **{
        f"bits of {kind}": flipped(kind)
        for kind in ("numbers", "lookups", "pages", "told", "files", "lines", "record", "readers")
    },
}


@pytest.mark.parametrize("name", DAMAGE)
def test_what_is_damaged_or_foreign_is_not_believed(name: str, root: Path, other: Path, updates: list[bool]) -> None:
    DAMAGE[name](root)
    updates.clear()
    build(root)
    assert not any(updates)
    assert tree(root) == tree(other)


def test_a_page_whose_readers_are_gone_from_the_file_is_made_again_all_the_same(
    root: Path, other: Path, updates: list[bool]
) -> None:
    """A page of the database that is lost takes rows with it, and leaves no trace of them."""
    with closing(sqlite3.connect(units(root))) as connection:
        connection.execute("DELETE FROM kept WHERE kind = 'readers'")
        connection.commit()
    build(root)
    assert updates == [False]
    assert tree(root) == tree(other)


def test_any_byte_of_the_file_may_be_another(root: Path, other: Path, built: Path, tmp_path: Path) -> None:
    chance = random.Random(3)
    for number in range(6):
        site = copy(tmp_path / str(number), root)
        data = bytearray(units(site).read_bytes())
        for _ in range(chance.choice((1, 20, 400))):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        units(site).write_bytes(data)
        build(site)
        assert tree(site) == tree(other), number
        shutil.rmtree(site)


class Forbidden:
    """What a pickle may ask for: a program that is run while it is read."""

    def __init__(self, trace: Path) -> None:
        self.trace = trace

    def __reduce__(self) -> Any:
        return os.mkdir, (str(self.trace),)


@pytest.mark.parametrize(
    "of", ["meta", "sources", "outlines", "structure", "numbers", "pages", "told", "files", "record"]
)
def test_a_value_that_would_run_something_is_never_read(
    of: str, root: Path, other: Path, tmp_path: Path, updates: list[bool]
) -> None:
    trace = tmp_path / "run"
    data = pickle.dumps(Forbidden(trace))
    forged(root, lambda kind, key, there: data if kind == of else there)
    build(root)
    assert not trace.exists()
    assert updates == [False]
    assert tree(root) == tree(other)
    pickle.loads(data)
    assert trace.exists()


@pytest.mark.parametrize("value", [None, 3, "x", [], {}, ("a",), {"a": 1}, frozenset({"a"})])
@pytest.mark.parametrize("of", ["meta", "outlines", "structure", "pages", "told", "files", "record"])
def test_a_value_of_another_kind_never_stops_a_build(of: str, value: object, root: Path, other: Path) -> None:
    forged(root, lambda kind, key, there: dumps(value) if kind == of else there)
    with disk.held(root), store.opened(root) as there:
        assert there is not None
        past = pipeline.state.read(root)
        snapshot, _ = disk.read(root)
        engine.update(there, snapshot, disk.engine_digest(), past.fingerprints, lambda file: b"", silent)


@pytest.mark.parametrize(
    ("make", "hint"),
    [
        (lambda path: path.symlink_to("/dev/zero"), "delete it: rm .palmarium/units.db"),
        (os.mkfifo, "move it away: mv .palmarium/units.db .palmarium/units.db.old"),
    ],
)
def test_a_link_or_a_pipe_in_its_place_is_told_and_not_followed(
    root: Path, built: Path, make: Callable[[Path], None], hint: str
) -> None:
    units(root).unlink()
    make(units(root))
    [problem] = pipeline.build(root, silent).problems
    assert problem.message.startswith('the output can\'t be written: ".palmarium/units.db" is ')
    assert problem.hint == hint
    assert tree(root) == tree(built)


# Kills.


def forked(root: Path, prepare: Callable[[], None]) -> int:
    child = os.fork()
    if not child:
        prepare()
        os._exit(len(pipeline.build(root, silent).problems))
    return child


def killed_after(root: Path, seconds: float) -> bool:
    child = forked(root, lambda: None)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def killed_at_row(root: Path, number: int) -> bool:
    """Killed while what was made is being kept: at the n-th row."""

    def prepare() -> None:
        whole = store._row

        def row(value: tuple[str, str, bytes]) -> tuple[str, str, bytes]:
            nonlocal number
            number -= 1
            if number == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return whole(value)

        store._row = row

    return os.waitstatus_to_exitcode(os.waitpid(forked(root, prepare), 0)[1]) == -signal.SIGKILL


@pytest.fixture
def number(request: pytest.FixtureRequest) -> int:
    asked: int = request.config.getoption("--kills")
    return asked or KILLS


def toggled(root: Path) -> None:
    replace(root, ARTICLE, *(WORDS if WORDS[0] in (root / ARTICLE).read_text() else WORDS[::-1]))


def test_after_a_kill_at_any_moment_of_an_edit_the_next_build_heals(
    root: Path, built: Path, other: Path, number: int
) -> None:
    chance, killed, sites = random.Random(5), 0, [tree(built), tree(other)]
    whole = time.perf_counter()
    build(copy(root.with_name("timed"), root))
    whole = time.perf_counter() - whole
    for step in range(number):
        if step % 2:
            killed += killed_at_row(root, chance.randrange(1, 40))
        else:
            killed += killed_after(root, chance.uniform(0, whole))
        assert tree(root) in sites
        if step % 3 == 0:
            # What a killed build left is edited once more before the next one.
            toggled(root)
            sites.reverse()
        build(root)
        assert tree(root) == sites[1]
        toggled(root)
        sites.reverse()
    assert killed >= number / 3


def test_after_a_kill_at_any_moment_of_a_first_build_the_next_one_heals(root: Path, other: Path, number: int) -> None:
    chance, killed = random.Random(6), 0
    shutil.rmtree(root / "_site")
    shutil.rmtree(root / disk.STATE)
    for step in range(number):
        site = copy(root.with_name(f"cold-{step}"), root)
        if step % 2:
            killed += killed_at_row(site, chance.randrange(1, 900))
        else:
            killed += killed_after(site, chance.uniform(0, 1))
        assert tree(site) in ({}, tree(other)) if (site / "_site").exists() else True
        build(site)
        assert tree(site) == tree(other)
        shutil.rmtree(site)
    assert killed
