"""The command `import`: read the files of an import, and write the result."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..build.work import Tell
from ..problems import Problem, Span
from ..sources import disk
from . import Given, bring, needed
from .guessing import Guess, guessed
from .tables import decoding, reading
from .tables.table import Reading


@dataclass(frozen=True, slots=True)
class Prepared:
    """An import before it is written; `texts` are the further files that its problems point at."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    texts: Mapping[str, bytes]
    report: tuple[str, ...] = ()


def prepare(root: Path, file: Path, mapping: Path | None, take: bool, tell: Tell, year: int = 0) -> Prepared:
    """An import, ready to be written; editions after `year` are told, unless it is 0."""
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
    made = bring(Given(file.name, data, where.name, how, known), site.files, take, tell, year)
    shown = {name: _shown(name, each) for name, each in ((file.name, data), *known.items())}
    texts = {**made.files, **shown} if made.wrong else shown
    return Prepared(made.files, (*unread, *made.problems), {**texts, where.name: how}, made.report)


def _shown(name: str, data: bytes) -> bytes:
    """A file as text for excerpts, whatever its encoding."""
    decoded, _ = decoding.decode(name, data)
    return decoded.text.encode() if decoded else data


def write(root: Path, files: Mapping[str, bytes | None], writer: disk.Writer) -> str:
    """Write all files, or delete those that are None, or do none of it; returns a message only on failure."""
    try:
        with disk.held(root):
            disk.write_all(root, files, writer)
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


def guess(file: Path, mapping: Path | None) -> tuple[Path, Guess | None, tuple[Problem, ...]]:
    """Where a first mapping goes, and its text; of nested data, for the most complete choice of rows."""
    data = disk.fetch(file.parent, file.name) or b""
    table, problems = reading.read_table(file.name, data, {}, Reading())
    if table is None:
        return mapping or file.with_suffix(".toml"), None, problems
    best = guessed(table, file.name)
    for rows in table.lists:
        other, _ = reading.read_table(file.name, data, {}, Reading(rows=rows))
        drafted = guessed(other, file.name) if other else None
        if drafted and drafted.worth > best.worth:
            best, problems = drafted, tuple(each for each in problems if each.code != "rows")
    return mapping or file.with_suffix(".toml"), best, problems
