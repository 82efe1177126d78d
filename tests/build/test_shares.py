"""Units made in several processes: the same site, and the same that is kept, whoever did what, also where one dies."""

import os
import signal
from array import array
from collections.abc import Iterator
from itertools import chain, count
from operator import itemgetter
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from palmarium.build import shares, stages, store, work
from palmarium.build.shares import Layers, Stream
from palmarium.build.work import silent, spread
from palmarium.sources import disk
from palmarium.sources.values import loads
from tests.small import SMALL, build, copy, told, tree

FORKS = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system copies no process")


def in_processes(number: int, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(work.os, "cpu_count", lambda: number)
    patch.setattr(shares, "_WORTH_IT", 0)


def kept(root: Path) -> dict[str, Any]:
    """What a build left: the units of each look-up, what units made, the value of each table, and lists."""
    with store.opened(root) as there:
        assert there

        def values(kind: str) -> dict[str, bytes]:
            return {key: store.get(there, kind, key) or b"" for key in store.keys(there, kind)}

        numbers = loads(values("numbers")[""])
        readers = {look: {numbers[n] for n in array("I", data)} for look, data in values("readers").items()}
        units = {kind: {key: loads(data) for key, data in values(kind).items()} for kind in ("pages", "told", "files")}
        tables = {name: loads(data) for name, data in values("table").items()}
        lines = {url: loads(data) for url, data in values("lines").items()}
        return {"readers": readers, "units": units, "lines": lines, "tables": tables}


@FORKS
@pytest.mark.slow
def test_in_any_number_of_processes_the_site_and_what_is_kept_of_it_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    for number in (1, 2, 5):
        in_processes(number, monkeypatch)
        root = copy(tmp_path / str(number))
        build(root)
        found.append((tree(root), kept(root)))
    assert found[0] == found[1] == found[2]


@FORKS
@pytest.mark.slow
def test_what_a_process_that_dies_had_taken_is_done_by_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, one = copy(tmp_path / "whole"), copy(tmp_path / "one")
    build(whole)
    in_processes(3, monkeypatch)
    done, first, taken = shares._done, os.getpid(), count()

    def dying(*more: Any) -> Any:
        if os.getpid() != first and next(taken) > 3:
            os.kill(os.getpid(), signal.SIGKILL)
        return done(*more)

    monkeypatch.setattr(shares, "_done", dying)
    build(one)
    assert tree(one) == tree(whole)
    assert kept(one)["readers"] == kept(whole)["readers"]


@FORKS
@pytest.mark.slow
@pytest.mark.parametrize("work", ["load", "check_units"])
def test_what_is_read_and_asked_in_a_process_that_dies_is_done_by_the_first(
    tmp_path: Path, built: Path, monkeypatch: pytest.MonkeyPatch, work: str
) -> None:
    in_processes(3, monkeypatch)
    done, first = getattr(stages, work), os.getpid()

    def dying(*more: Any) -> Any:
        if os.getpid() != first:
            os.kill(os.getpid(), signal.SIGKILL)
        return done(*more)

    monkeypatch.setattr(stages, work, dying)
    root = copy(tmp_path / "site")
    build(root)
    assert tree(root) == tree(built)
    assert kept(root)["readers"] == kept(built)["readers"]


@FORKS
@pytest.mark.slow
def test_a_template_that_fails_is_told_whichever_process_runs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = []
    for number in (1, 3):
        in_processes(number, monkeypatch)
        root = copy(tmp_path / str(number))
        template = '{% extends "layout.html" %}{% block main %}<h1>{{ page.name * 2 }}</h1>{% endblock %}'
        (root / "themes/maison/templates/page/name.html").write_text(template)
        said.append(told(root))
        assert not (root / "_site").exists()
    assert said[0] == said[1]
    assert any("is no number  [template]" in line for line in said[0])


def test_a_view_is_forgotten_once_its_page_is_put_away_and_kept_where_nothing_is_rendered() -> None:
    made, _ = stages.make(disk.read(SMALL)[0], "engine", None, silent, stream=Stream(MappingProxyType({})))
    assert made
    assert {page.view for page in made.plan.pages} == {None}
    assert (dict(made.ready), made.failed) == ({}, ())
    made, _ = stages.make(disk.read(SMALL)[0], "engine", None, silent)
    assert made
    assert all(page.view for page in made.plan.pages)


def test_only_what_differs_from_the_output_is_put_away(tmp_path: Path) -> None:
    snapshot = disk.read(SMALL)[0]
    with disk.spool(tmp_path) as spool:
        whole, _ = stages.make(snapshot, "engine", None, silent, stream=Stream(MappingProxyType({}), (spool,)))
        assert whole
        assert whole.ready["index.html"].startswith(b"<!doctype html>")
        some = {file: mark for file, mark in whole.fingerprints.items() if file != "index.html"}
        made, _ = stages.make(snapshot, "engine", None, silent, stream=Stream(some, (spool,)))
        assert made
        assert set(made.ready) == {"index.html"}
        assert made.ready["index.html"] == whole.ready["index.html"]
    assert list((tmp_path / disk.STATE).iterdir()) == []


@FORKS
@pytest.mark.parametrize(("count", "processes"), [(0, 3), (1, 3), (999, 2), (1001, 4), (12_345, 3), (5, 1)])
def test_each_piece_of_work_is_taken_once(count: int, processes: int) -> None:
    found = spread(count, processes, lambda number, pieces: (number, list(pieces)), itemgetter(1))
    assert [number for number, _ in found] == list(range(processes))
    assert sorted(piece for _, pieces in found for piece in pieces) == list(range(count))


@FORKS
def test_what_a_process_that_dies_had_taken_is_done_again() -> None:
    first = os.getpid()

    def dying(number: int, pieces: Iterator[int]) -> list[int]:
        done = list(pieces)
        if os.getpid() != first:
            os._exit(1)
        return done

    found = spread(30, 3, dying, iter)
    assert found[1:3] == [[], []]
    assert sorted(chain.from_iterable(found)) == list(range(30))


def test_the_first_of_several_mappings_that_has_a_file_counts() -> None:
    files = Layers({"a": b"1"}, {"a": b"2", "b": b"3"})
    assert dict(files) == {"a": b"1", "b": b"3"}
    assert (len(files), "b" in files, files.get("c")) == (2, True, None)
