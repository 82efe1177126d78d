"""Timing of the builds of a site, each in a process of its own, on a copy: the waiting times, and their stages.

The times of the stages come from a build in one process under a profiler, which slows it down: their proportions are
right, their sum is not.
"""

import cProfile
import os
import pstats
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from ..build import pipeline
from ..build.work import silent
from ..sources import disk

_SAVES = 3
_LEAST = 0.005
"""The least share of a build at which a stage is reported."""

_STAGES = MappingProxyType(
    {
        "templates": r"/themes/|/jinja2/|/markupsafe/|palmarium/theming/(?!lint|theme)",
        "views of names": r"palmarium/pages/name\.",
        "views of other kinds": r"palmarium/pages/",
        "statistics": r"palmarium/statistics/",
        "exports": r"palmarium/exports/",
        "Markdown": r"palmarium/sources/markdown/|/markdown/|/nh3/",
        "YAML, schema, records": r"palmarium/(?:sources/(?!disk|cache)|config)|/yaml/|/pydantic",
        "checks": r"palmarium/checks/|/rapidfuzz/",
        "pictures": r"palmarium/images/|/PIL/",
        "resolve, links": r"palmarium/(?:model|lookups|problems)",
        "units": r"palmarium/build/(?:units|engine|shares|stages|derived|addresses)",
        "state": r"palmarium/(?:build/st|sources/cache)|/json/|/pickle\.",
        "write, swap, stat of outputs": r"palmarium/(?:build/output|sources/disk)|<frozen (?:os|posixpath)|/pathlib\."
        r"|/shutil\.",
        "imports, theme, lint": r"<frozen importlib|palmarium/theming/|/importlib/|/pkgutil\.",
    }
)
"""Each stage with the files whose work it is; the first that fits counts. What others do is that of who calls them."""

Clock = Callable[[], float]
_Place = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class Run:
    """One build: its seconds, the processor seconds, its peak memory in MiB, its output."""

    seconds: float
    work: float
    memory: float
    said: str


def figures(root: Path, clock: Clock) -> Iterator[str]:
    """Lines of figures: cold, nothing to do, an article, a result, the preview, memory; then stages."""
    with tempfile.TemporaryDirectory(prefix="palmarium-bench-") as folder:
        copy = Path(folder) / "site"
        for path, data in disk.read(root)[0].files.items():
            disk.replace(copy, path, data)
        cold = _run(copy, clock)
        pages = re.search(r"^(\d+) pages", cold.said, re.MULTILINE)
        if not pages:
            yield f"the site does not build:\n{cold.said}"
            return
        yield f"pages      {pages[1]}"
        yield f"cold       {_told(cold)}, {int(pages[1]) / cold.seconds:.0f} pages a second"
        yield f"nothing    {_told(_run(copy, clock))}"
        for what in ("article", "result"):
            if path := edit(copy, what):
                again = _run(copy, clock)
                found = re.search(r"(?<!\d)(\d+) written", again.said)
                yield f"{what:<10} {_told(again)}, {found[1] if found else 'no'} files written ({path})"
        yield from _said(copy, clock, "preview", "preview    ")
        if cold.memory:
            yield f"memory     {cold.memory:.0f} MiB at most in one process"
        yield from _said(copy, clock, "stages", "")


def _told(run: Run) -> str:
    return f"{run.seconds:.2f} s" + (f" ({run.work:.2f} s of work)" if run.work else "")


def _said(root: Path, clock: Clock, what: str, head: str) -> Iterator[str]:
    """The output of this module, run on a site."""
    yield from (head + line for line in _run(root, clock, __name__, what).said.splitlines())


def _run(root: Path, clock: Clock, module: str = "palmarium", command: str = "build") -> Run:
    start = clock()
    line = (sys.executable, "-m", module, command, "--root", str(root))
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        said = process.stdout.read() if process.stdout else b""
        work, largest = _waited(process)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Run(clock() - start, work, largest / unit, said.decode("utf-8", "replace"))


def _waited(process: "subprocess.Popen[bytes]") -> tuple[float, int]:
    """Processor seconds and peak memory of a process, as its system counts them; 0 where it does not."""
    if not hasattr(os, "wait4"):
        process.wait()
        return 0, 0
    # Only wait4 tells this of one child.
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime, used.ru_maxrss


def edit(root: Path, what: str) -> str:
    """A word more in the first article, or in the title of a work, else in the note of an edition; the file, if any."""
    for path, data in disk.read(root)[0].files.items():
        if what == "article" and path.startswith("content/articles/"):
            disk.replace(root, path, data.rstrip() + b" More.\n")
            return path
        if what == "result" and re.fullmatch(r"editions/[^/]+/(?!award\.).+\.yaml", path):
            more = re.sub(rb"\b((?:for|work): [\"']?)(?=\w)", rb"\1More ", data, count=1)
            if more != data or b"\nnote:" not in data:
                disk.replace(root, path, more if more != data else data.rstrip() + b"\nnote: One more sentence.\n")
                return path
    return ""


def preview(root: Path, clock: Clock) -> Iterator[str]:
    """How long a save takes in a preview that has been at work for a while."""
    held, taken = pipeline.HeldBuild(), []
    pipeline.build(root, silent, held=held)
    for number in range(_SAVES + 1):
        edit(root, "result" if number % 2 else "article")
        start = clock()
        pipeline.build(root, silent, held=held)
        taken.append(clock() - start)
    yield f"{taken[-2]:.2f} s an article, {taken[-1]:.2f} s a result, from the save that is seen to the page"


def stages(root: Path) -> Iterator[str]:
    """The seconds of each stage, of a build of everything and after an edit of either kind."""
    # Beside a second thread a build starts no process of its own, whose work nobody would see here.
    over = threading.Event()
    threading.Thread(target=over.wait, daemon=True).start()
    found = {"cold": _by_stage(root, True)}
    for what in ("article", "result"):
        if edit(root, what):
            found[what] = _by_stage(root, False)
    over.set()
    yield f"{'stage':<30}" + "".join(f"{what:>10}" for what in found)
    for stage in (*_STAGES, "other"):
        taken = [each.get(stage, 0.0) for each in found.values()]
        if any(one > _LEAST * sum(each.values()) for one, each in zip(taken, found.values(), strict=True)):
            yield f"{stage:<30}" + "".join(f"{seconds:>10.2f}" for seconds in taken)


def _by_stage(root: Path, full: bool) -> dict[str, float]:
    profile = cProfile.Profile(time.process_time)
    profile.runcall(pipeline.build, root, silent, full=full)
    every = pstats.Stats(profile).stats  # type: ignore[attr-defined]

    @cache
    def shares(place: _Place, depth: int) -> tuple[tuple[str, float], ...]:
        """The time of a function by stage: that of its file, or else of its callers, in proportion."""
        own = next((stage for stage, files in _STAGES.items() if re.search(files, place[0].replace(os.sep, "/"))), "")
        callers = {caller: each[3] for caller, each in every[place][4].items() if caller in every}
        whole = sum(callers.values())
        if own or not depth or not whole:
            return ((own or "other", 1.0),)
        found: defaultdict[str, float] = defaultdict(float)
        for caller, taken in callers.items():
            for stage, share in shares(caller, depth - 1):
                found[stage] += share * taken / whole
        return tuple(found.items())

    total: defaultdict[str, float] = defaultdict(float)
    for place, (_, _, own, _, _) in every.items():
        for stage, share in shares(place, 4):
            total[stage] += share * own
    return dict(total)


if __name__ == "__main__":
    _, _command, _, _folder = sys.argv
    for _line in preview(Path(_folder), time.perf_counter) if _command == "preview" else stages(Path(_folder)):
        print(_line)
