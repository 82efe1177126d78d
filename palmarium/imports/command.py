"""Do what the command asks for: read the files of an import, and write what it makes.

Owns: where the files of an import are; what is said at the end.   Never: prints, or reads a row.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .. import disk, intake
from ..problems import Problem, Span
from ..progress import Tell
from ..table import Reading
from . import Given, bring, needed
from .guessing import guessed


@dataclass(frozen=True, slots=True)
class Prepared:
    """An import before it is written; `texts` are the files that its problems point at, besides the site's."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    texts: Mapping[str, bytes]
    report: tuple[str, ...] = ()


def prepare(root: Path, file: Path, mapping: Path | None, take: bool, tell: Tell) -> Prepared:
    """Everything but writing."""
    where = mapping or file.with_suffix(".toml")
    how = disk.fetch(where.parent, where.name)
    data = disk.fetch(file.parent, file.name)
    if how is None or data is None:
        missing = where if how is None else file
        problem = Problem("no-mapping", Span(str(missing)), "there is no such file", "--guess writes a first mapping")
        return Prepared({}, (problem,), {})
    beside = {name: disk.fetch(file.parent, name) for name in needed(where.name, how)}
    known = {name: found for name, found in beside.items() if found is not None}
    site, unread = disk.read(root)
    made = bring(Given(file.name, data, where.name, how, known), site.files, take, tell)
    texts = {**made.files, file.name: data, where.name: how, **known} if made.wrong else {file.name: data, **known}
    return Prepared(made.files, (*unread, *made.problems), {**texts, where.name: how}, made.report)


def write(root: Path, files: Mapping[str, bytes]) -> str:
    """Write all files or none; nothing is said where that went well."""
    try:
        with disk.held(root):
            disk.write_all(root, files)
    except disk.OutputBusy:
        return "a build is under way; nothing was written"
    except OSError as error:
        return f"the site can't be written: {error.strerror or error}; every file is as it was"
    return ""


def done(made: Prepared, unwritten: bool, seconds: float) -> str:
    if unwritten or not made.files:
        return f"nothing was written ({seconds:.2f} s)"
    count = len(made.files)
    return f"{count} file{'s' if count > 1 else ''} written in {seconds:.2f} s"


def guess(file: Path, mapping: Path | None) -> tuple[Path, str, tuple[Problem, ...]]:
    """Where a first mapping goes, and what it says."""
    table, problems = intake.read_table(file.name, disk.fetch(file.parent, file.name) or b"", {}, Reading())
    return mapping or file.with_suffix(".toml"), guessed(table, file.name) if table else "", problems
