"""The path, on one screen: read → load → resolve → check → plan → render → write.

Owns: the order of the stages and the report of a build.   Never: does a stage's work.
"""

import contextlib
import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from . import config, disk, ledger
from .problems import Level, Problem, Span, any_error, in_order
from .progress import Tell

if TYPE_CHECKING:
    from . import editorial, stages

_PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did; nothing was written where a problem is an error."""

    problems: tuple[Problem, ...]
    pages: int = 0
    written: tuple[str, ...] = ()
    kept: int = 0
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claims:
    """What became of the claims: everything wrong, and how many fare how; None where the archive can't be read."""

    problems: tuple[Problem, ...]
    tally: "editorial.Tally | None" = None


def build(root: Path, tell: Tell, *, full: bool = False) -> Report:
    """Bring the output of a site up to date; `full` renders everything again."""
    try:
        with disk.held(root):
            return _build(root, tell, full)
    except disk.OutputBusy:
        hint = "wait until it is done, or stop it"
        return Report((Problem("busy", Span(config.PATH), "another build is writing this site", hint),))
    except OSError as error:
        message = f"the output can't be written: {error.strerror or error}; the old one is as it was"
        return Report((Problem("output", Span(config.PATH), message, "make room, or check who may write there"),))


def _build(root: Path, tell: Tell, full: bool) -> Report:
    snapshot, unread = disk.read(root)
    engine = disk.engine_digest()
    out = root / config.output(snapshot.files)
    past = _past(root, out)
    mark = snapshot.digest + engine
    if not full and not unread and ledger.still_holds(past, mark, out):
        return Report(past.warnings, past.pages, kept=len(past.files))
    if disk.foreign(out, past.files):
        return Report((_foreign(out.name),))
    # Only a build that has something to do pays for the libraries.
    from . import indexing, packing, stages

    made, problems = stages.make(snapshot, engine, None if full else disk.read_state(root, _PROSE), tell, unread)
    if made is None or any_error(problems):
        return Report(problems)
    known, intact = ledger.Ledger() if full else past, disk.as_written(out, past.files)
    work = stages.work(made, known, intact)
    new, failed = stages.render(made, work, tell)
    if failed:
        return Report(in_order((*problems, *failed)))

    def read(file: str) -> bytes | None:
        return disk.fetch(out, file)

    indexed = indexing.index(made, known, intact, work, new, read)
    found = packing.pack(indexed, made.context.config.compress, known, intact, new, read, tell)
    work, problems = found.work, in_order((*problems, *found.problems))
    files = disk.sync(root, out, {**new, **found.files}, work.kept) if work.stale or work.gone else past.files
    warnings = tuple(problem for problem in problems if problem.level is Level.WARNING)
    pages = len(made.plan.pages)
    # The site is out: without these two the next build only has more to do.
    with contextlib.suppress(OSError):
        disk.write_state(root, _PROSE, made.prose)
        again = "" if found.problems else mark
        ledger.write(root, ledger.Ledger(again, found.fingerprints, files, warnings, pages))
    return Report(problems, pages, work.stale, len(work.kept), work.gone)


def _past(root: Path, out: Path) -> ledger.Ledger:
    """The build before, after bringing back what a killed one left half moved."""
    disk.recover(root, out)
    return ledger.read(root)


def check(root: Path, tell: Tell, today: datetime.date | None = None) -> Report:
    """Everything a build would complain of, with nothing written, and what is dated after a day that is given."""
    made, problems = _made(root, tell)
    if made is None or any_error(problems):
        return Report(problems)
    from . import editorial, stages

    _, failed = stages.render(made, stages.fallible(made), tell)
    ahead = editorial.dated_ahead(made.context.archive, made.context.config, today) if today else ()
    return Report(in_order((*problems, *failed, *ahead)), len(made.plan.pages))


def claims(root: Path, tell: Tell) -> Claims:
    """Every claim counted again; one that differs and is not disputed is an error."""
    made, problems = _made(root, tell)
    if made is None:
        return Claims(problems)
    from . import editorial

    archive, settings = made.context.archive, made.context.config
    told = editorial.claims_told(archive, settings)
    rest = (problem for problem in problems if problem.code != editorial.CLAIMS)
    return Claims(in_order((*rest, *told)), editorial.tally(archive))


def explain(root: Path, url: str, tell: Tell) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Lines that say what stands at an address, what it is made from, and why it would be rebuilt."""
    made, problems = _made(root, tell)
    if made is None:
        return (), problems
    from . import stages

    past = ledger.read(root)
    return stages.explain(made, url, past, disk.as_written(root / made.context.config.output, past.files))


def _made(root: Path, tell: Tell) -> "tuple[stages.Made | None, tuple[Problem, ...]]":
    from . import stages

    snapshot, unread = disk.read(root)
    return stages.make(snapshot, disk.engine_digest(), disk.read_state(root, _PROSE), tell, unread)


def _foreign(name: str) -> Problem:
    message = f'the folder "{name}" holds files that no build put there'
    return Problem("output", Span(config.PATH), message, "move them away, or set another `output` in site.toml")

