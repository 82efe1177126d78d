"""Problems of a file as its page shows them: at their field, or on top."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ...model import Kind
from ...problems import Fix, Level, Problem, Span, excerpts
from ...sources import disk
from ..lsp.mending import mending, told
from ..lsp.site import OpenSite
from . import address, is_record
from .sheet import Sheet, cell_at


@dataclass(frozen=True, slots=True)
class DeskProblem:
    """A problem; `field` is the cell or the row that it is about.

    `spot` is from where to where it goes in a field of several lines, as a browser counts. A button `fix` writes what
    is meant (`instead`), which may be only likely. `made` is a name that needs a file.
    """

    code: str
    level: str
    line: int
    column: int
    message: str
    hint: str
    excerpt: str
    field: str = ""
    spot: str = ""
    fix: str = ""
    typed: str = ""
    instead: str = ""
    is_sure: bool = True
    made: str = ""


def of(site: OpenSite, path: str) -> tuple[Problem, ...]:
    """What is wrong in a file, by line; also what follows from something else."""
    found = {(each.span, each.code, each.message): each for each in _every(site) if each.span.path == path}
    return tuple(sorted(found.values(), key=lambda each: (each.span, each.level, each.code)))


def listed(site: OpenSite, path: str, text: str, sheet: Sheet | None) -> Iterator[DeskProblem]:
    """The problems of a file whose text is this one."""
    line = excerpts({path: site.files[path]})
    for problem in of(site, path):
        fix, is_sure = next(mending(problem, site, text), (None, True))
        mended = fix if fix and fix.span.path == path else None
        field = _field(sheet, path, text, problem)
        place = (mended.span.line, mended.span.column, mended.typed, mended.instead) if mended else ()
        yield DeskProblem(
            problem.code,
            problem.level.value,
            problem.span.line,
            problem.span.column,
            problem.message,
            problem.hint,
            line(problem.span) or "",
            field,
            _spot(text, problem, text if sheet is None else sheet.body if field == "body" else None),
            json.dumps(place) if mended else "",
            mended.typed if mended else "",
            mended.instead if mended else "",
            is_sure,
            _nameless(problem, site),
        )


def _field(sheet: Sheet | None, path: str, text: str, problem: Problem) -> str:
    """The cell or row that a problem is about; the body of a text, where it stands in that."""
    if sheet is None or problem.code == "syntax":
        return ""
    start, _ = told(text, problem)
    if sheet.body is not None and start >= len(text) - len(sheet.body) and path.endswith(".md"):
        return "body"
    found = cell_at(sheet, start)
    if not problem.key or found.startswith("r."):
        return found
    # A key that is not there has a field of its own, which is empty.
    lacking = ".".join(("f", *problem.key, ""))
    return next((cell.name for cell in sheet.fields if f"{cell.name}.".startswith(lacking)), found)


def _spot(text: str, problem: Problem, typed: str | None) -> str:
    """The start and end of a problem in a typed text."""
    if typed is None:
        return ""
    first = len(text) - len(typed)
    return " ".join(str(len(text[first:each].encode("utf-16-le", "replace")) // 2) for each in told(text, problem))


def _nameless(problem: Problem, site: OpenSite) -> str:
    """The unknown name that a new file would make known."""
    name = problem.subject[0] if problem.subject else ""
    is_name = problem.code == "unknown-name" and ("name", name) in problem.needs
    known = (site.archive.awards, site.archive.editions, site.archive.categories)
    return name if is_name and not any(name in index for index in known) else ""


def mark(problems: Iterable[Problem]) -> str:
    """A mark of the errors that were shown; nothing where there is none."""
    errors = [f"{each.code}\0{each.message}" for each in problems if each.level is Level.ERROR]
    return disk.digest("\0".join(errors).encode("utf-8", "replace")) if errors else ""


def asked_fix(path: str, said: str) -> Fix | None:
    """The fix that a button names; it is made only where its text stands at its place."""
    try:
        match json.loads(said):
            case [int(line), int(column), str(typed), str(instead)] if line > 0 and column > 0 and typed:
                return Fix(Span(path, line, column), typed, instead)
    except (ValueError, RecursionError):
        pass
    return None


def asked_name(said: str) -> tuple[Kind, str] | None:
    """The kind and the name that a button wants a file for."""
    kind, _, name = said.partition(":")
    is_name = any(map(str.isalnum, name)) and name.isprintable() and kind in tuple(Kind)
    return (Kind(kind), name.strip()) if is_name else None


def made(before: OpenSite, after: OpenSite, known: Iterable[str]) -> Iterator[Problem]:
    """Errors that were not there before, in other files than those known."""
    there, apart = {_mark(each) for each in _every(before)}, frozenset(known)
    for each in _every(after):
        if each.level is Level.ERROR and each.span.path not in apart and _mark(each) not in there:
            yield each


def elsewhere(before: OpenSite, after: OpenSite, known: Iterable[str]) -> Iterator[Mapping[str, Any]]:
    """The errors that a change makes in other files than those known, with where each can be mended."""
    for each in made(before, after, known):
        leads = address(each.span.path) if is_record(each.span.path) else ""
        yield {
            "path": each.span.path,
            "line": each.span.line,
            "address": leads,
            "code": each.code,
            "message": each.message,
        }


def _every(site: OpenSite) -> Iterator[Problem]:
    return (each for problem in site.problems for each in (problem, *problem.below))


def _mark(problem: Problem) -> tuple[str, str, str]:
    return problem.span.path, problem.code, problem.message
