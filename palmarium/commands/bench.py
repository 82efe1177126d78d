"""Time the builds of a site, each in a process of its own, on a copy."""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..sources import disk

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Run:
    """One build: seconds, peak memory in MiB, what it printed."""

    seconds: float
    memory: float
    said: str


def figures(root: Path, clock: Clock) -> Iterator[str]:
    """Lines of figures: cold, second, one edit; pages a second; peak memory."""
    with tempfile.TemporaryDirectory(prefix="palmarium-bench-") as folder:
        copy = Path(folder) / "site"
        _copy(root, copy)
        cold = _run(copy, clock)
        pages = re.search(r"^(\d+) pages", cold.said, re.MULTILINE)
        if not pages:
            yield f"the site does not build:\n{cold.said}"
            return
        yield f"pages      {pages[1]}"
        yield f"cold       {cold.seconds:.2f} s, {int(pages[1]) / cold.seconds:.0f} pages a second"
        yield f"second     {_run(copy, clock).seconds:.2f} s"
        edited = _edit(copy)
        if edited:
            again = _run(copy, clock)
            found = re.search(r"(?<!\d)(\d+) written", again.said)
            yield f"one edit   {again.seconds:.2f} s, {found[1] if found else 'no'} files written ({edited})"
        if cold.memory:
            yield f"memory     {cold.memory:.0f} MiB at most"


def _copy(root: Path, copy: Path) -> None:
    for path, data in disk.read(root)[0].files.items():
        disk.replace(copy, path, data)


def _run(root: Path, clock: Clock) -> Run:
    start = clock()
    command = (sys.executable, "-m", "palmarium", "build", "--root", str(root))
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        said = process.stdout.read() if process.stdout else b""
        largest = _waited(process)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Run(clock() - start, largest / unit, said.decode("utf-8", "replace"))


def _waited(process: "subprocess.Popen[bytes]") -> int:
    """The most memory that a process had, as its system counts it; 0 where none tells."""
    if not hasattr(os, "wait4"):
        process.wait()
        return 0
    # Only wait4 tells the memory of this one child.
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_maxrss


def _edit(root: Path) -> str:
    """Add a note to the first edition that has none, and say to which; "" where there is no such edition."""
    for path, data in disk.read(root)[0].files.items():
        if re.fullmatch(r"editions/[^/]+/(?!award\.).+\.yaml", path) and b"\nnote:" not in data:
            disk.replace(root, path, data.rstrip() + b"\nnote: One more sentence.\n")
            return path
    return ""
