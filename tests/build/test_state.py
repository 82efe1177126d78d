from pathlib import Path

import pytest

from palmarium.build import state as ledger
from palmarium.build.output import Written
from palmarium.build.state import Ledger
from palmarium.problems import Level, Problem, Span
from palmarium.sources import disk
from palmarium.sources.disk import STATE

WARNING = Problem("near-names", Span("a.yaml", 2, 3), "m", "h", Level.WARNING)
BUILT = Ledger("mark", {"index.html": "f1"}, {"index.html": Written(4, 5)}, (WARNING,), 1)


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


@pytest.mark.parametrize("path", [("files",), ("files", "index.html"), ("warnings",), ("warnings", 0), ("pages",)])
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
    ledger.still_holds(ledger.read(tmp_path), "mark", ())


def test_a_build_still_holds_while_input_and_output_are_what_they_were() -> None:
    built = Ledger("mark", {"index.html": "f"}, {"index.html": Written(1, 2)})
    assert ledger.still_holds(built, "mark", ["index.html"])
    assert not ledger.still_holds(built, "other", ["index.html"])
    assert not ledger.still_holds(built, "mark", [])
    assert not ledger.still_holds(Ledger(), "", [])
