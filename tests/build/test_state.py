import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from palmarium.build import pipeline
from palmarium.build import state as ledger
from palmarium.build.state import Ledger
from palmarium.build.work import silent
from palmarium.problems import Level, Problem, Span
from palmarium.sources import disk
from palmarium.sources.disk import STATE
from tests.resolved import lines
from tests.small import copy, replace, tree

WARNING = Problem("near-names", Span("a.yaml", 2, 3), "m", "h", Level.WARNING)
BUILT = Ledger("mark", {"index.html": "f1"}, {"index.html": (4, 5)}, (WARNING,), 1)


def test_what_is_written_reads_back_the_same(tmp_path: Path) -> None:
    ledger.write(tmp_path, BUILT)
    assert ledger.read(tmp_path) == BUILT


def test_without_a_ledger_nothing_is_known(tmp_path: Path) -> None:
    assert ledger.read(tmp_path) == Ledger()


@pytest.mark.parametrize(
    "text",
    ["", "[]", "null", "{", '{"form": 99}', '{"form": 1, "files": 3}', "[" * 90_000, "\udcff"],
)
def test_a_ledger_that_cannot_be_read_is_an_empty_one(tmp_path: Path, text: str) -> None:
    (tmp_path / STATE).mkdir()
    (tmp_path / STATE / "ledger.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert ledger.read(tmp_path) == Ledger()


COLUMNS = ("paths", "marks", "sizes", "times")


@pytest.mark.parametrize(
    "path", [*((of,) for of in COLUMNS), *((of, 0) for of in COLUMNS), ("warnings",), ("warnings", 0), ("pages",)]
)
@pytest.mark.parametrize("value", [None, "x", [], {}, ["a"], 3])
def test_a_ledger_with_something_odd_in_it_never_stops_a_build(
    tmp_path: Path, path: tuple[str | int, ...], value: object
) -> None:
    ledger.write(tmp_path, BUILT)
    inner = state = disk.read_state(tmp_path, "ledger")
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    disk.write_state(tmp_path, "ledger", state)
    found = ledger.read(tmp_path)
    ledger.still_holds(found, "mark", ())
    assert {type(part) for path, seen in found.files.items() for part in (path, *seen)} <= {str, int}
    assert found.files.keys() == found.fingerprints.keys()


def test_a_build_still_holds_while_input_and_output_are_what_they_were() -> None:
    built = Ledger("mark", {"index.html": "f"}, {"index.html": (1, 2)})
    assert ledger.still_holds(built, "mark", ["index.html"])
    assert not ledger.still_holds(built, "other", ["index.html"])
    assert not ledger.still_holds(built, "mark", [])
    assert not ledger.still_holds(Ledger(), "", [])


def inside(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to each part of a state."""
    for key, part in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield (*path, key)
        yield from inside(part, (*path, key))


NONSENSE = [[], [], [], 0, [], [], [["x", {}]]]
FORGED = (None, 3, -1, "x", "\0", "\ud800", [], {}, [1], {"a": 1}, {"shown": 3}, {"shown": [[1, 2, 3, 4, 5, 6]]})


@pytest.mark.slow
def test_what_somebody_else_remembers_never_stops_a_command(built: Path, tmp_path: Path) -> None:
    """A prose memory with a digest that fits, and another value at any place: it is forgotten."""
    chance = random.Random(4)
    site = copy(tmp_path / "site", built)
    (site / STATE / "units.db").unlink()
    kept = disk.read_state(site, "prose")
    ways = [way for way in inside(kept) if way[0] in ("prose", "pictures")]
    for number in range(16):
        inner = state = disk.read_state(built, "prose")
        *before, last = chance.choice(ways)
        for step in before:
            inner = inner[step]
        inner[last] = chance.choice(FORGED)
        disk.write_state(site, "prose", state)
        assert pipeline.claims(site, silent).tally, (before, last)
        if number < 3:
            assert lines(pipeline.check(site, silent).problems) == [], (before, last)


@pytest.mark.slow
def test_a_site_is_what_its_sources_say_whatever_is_remembered(built: Path, tmp_path: Path) -> None:
    site = copy(tmp_path / "site", built)
    (site / STATE / "units.db").unlink()
    state = disk.read_state(site, "prose")
    disk.write_state(site, "prose", {**state, "prose": dict.fromkeys(state["prose"], NONSENSE)})
    replace(site, "content/articles/palmes-2011.md", "Une soirée", "Une nuit")
    fresh = copy(tmp_path / "fresh", site)
    shutil.rmtree(fresh / STATE)
    shutil.rmtree(fresh / "_site")
    assert lines(pipeline.build(site, silent).problems) == lines(pipeline.build(fresh, silent).problems)
    assert tree(site) == tree(fresh)
