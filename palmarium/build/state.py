"""The ledger that a build leaves for the next one: its input, its output, its warnings."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ..problems import Level, Problem, Span
from ..sources import disk
from .output import WrittenFile

NAME = "ledger"
_FORM = 3
_COLUMNS = (("paths", str), ("marks", str), ("sizes", int), ("times", int))
"""What is kept of the files, column by column: read in a fraction of the time that a row for each takes."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """One build: the digest of its input, each file's fingerprint and what it was, its warnings."""

    mark: str = ""
    fingerprints: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    files: Mapping[str, WrittenFile] = field(default_factory=lambda: MappingProxyType({}))
    warnings: tuple[Problem, ...] = ()
    pages: int = 0


def read(root: Path, known: Mapping[str, Ledger] = MappingProxyType({})) -> Ledger:
    """The ledger of the last build; empty if it can't be read. `known` are ledgers by their marks."""
    mark = disk.state_mark(root, NAME) if known else ""
    return known[mark] if mark in known else _read(root)


def _read(root: Path) -> Ledger:
    state = disk.read_state(root, NAME)
    try:
        if state["form"] != _FORM:
            return Ledger()
        paths, marks, sizes, times = (_column(state, name, of) for name, of in _COLUMNS)
        return Ledger(
            mark=state["mark"],
            fingerprints=MappingProxyType(dict(zip(paths, marks, strict=True))),
            files=MappingProxyType(dict(zip(paths, zip(sizes, times, strict=True), strict=True))),
            warnings=tuple(_problem(row) for row in state["warnings"]),
            pages=state["pages"],
        )
    except (TypeError, KeyError, ValueError, IndexError, AttributeError):
        return Ledger()


def _column(state: Mapping[str, Any], name: str, of: type) -> Sequence[Any]:
    """Raises TypeError where something else stands there."""
    column = state[name]
    if not isinstance(column, list) or {*map(type, column)} - {of}:
        raise TypeError(name)
    return column


def write(root: Path, ledger: Ledger) -> Mapping[str, Ledger]:
    """Write a ledger for the next build; returns it by its mark, as it will be read."""
    there = MappingProxyType({path: ledger.files[path] for path in ledger.fingerprints})
    sizes, times = ([seen[at] for seen in there.values()] for at in (0, 1))
    columns = dict(zip(dict(_COLUMNS), ([*there], [*ledger.fingerprints.values()], sizes, times), strict=True))
    warnings = [*map(_row, ledger.warnings)]
    state = {"form": _FORM, "mark": ledger.mark, **columns, "warnings": warnings, "pages": ledger.pages}
    mark = disk.write_state(root, NAME, state)
    return {mark: replace(ledger, files=there, warnings=tuple(map(_problem, warnings)))}


def still_holds(ledger: Ledger, mark: str, intact: Collection[str]) -> bool:
    """Whether the same input was built already and the output is still what was written."""
    return bool(mark) and ledger.mark == mark and len(intact) == len(ledger.files)


def _row(problem: Problem) -> tuple[object, ...]:
    """A warning as it is kept, to be repeated when nothing is built."""
    span, below = problem.span, tuple(_row(each) for each in problem.below)
    return problem.code, span.path, span.line, span.column, problem.message, problem.hint, problem.subject, below


def _problem(row: Sequence[Any]) -> Problem:
    code, path, line, column, message, hint, subject, below = row
    span = Span(str(path), int(str(line)), int(str(column)))
    texts = tuple(str(text) for text in subject)
    return Problem(str(code), span, str(message), str(hint), Level.WARNING, texts, below=tuple(map(_problem, below)))
