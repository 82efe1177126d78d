"""Progress of long work, and more processes for parts of it."""

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import takewhile
from typing import TypeVar

# Say how far long work is.

Tell = Callable[[str, int, int], None]
"""Called with the name of a stage, how much of it is done, and how much there is."""


def silent(stage: str, done: int, total: int) -> None:
    """Report no progress."""


# Do work in a second process while this one goes on.

_T = TypeVar("_T")


def beside(work: Callable[[], _T]) -> Callable[[], _T]:
    """Start `work` in a copy of this process; call what is returned to wait for its result.

    With one processor, without fork, or with a second thread (whose locks a copy would inherit in a locked state), the
    work is done when its result is asked for; likewise if the copy dies.
    """
    if copies() < 2:
        return work
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _send(work, writing)
    os.close(writing)

    def wait() -> _T:
        import pickle

        with os.fdopen(reading, "rb") as pipe:
            sent = pipe.read()
        _, status = os.waitpid(child, 0)
        result: _T = pickle.loads(sent) if status == 0 else work()
        return result

    return wait


def _send(work: Callable[[], object], writing: int) -> None:
    """Do the work in the copied process, and end that process, whatever happens."""
    import pickle

    status = 1
    try:
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(pickle.dumps(work()))
        status = 0
    finally:
        os._exit(status)


def copies() -> int:
    """How many processes may work side by side: as many as there are processors."""
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return 1
    return os.cpu_count() or 1


# Do many pieces of work in all processes, each of which takes the next ones as soon as it has done its own.

_MOST_TAKEN = 1000
_TOKEN = 4
"""Bytes; all tokens together are no more than any pipe holds."""


def spread(
    count: int, processes: int, work: Callable[[int, Iterator[int]], _T], done: Callable[[_T], Iterable[int]]
) -> list[_T]:
    """What `work` gives in each process for the pieces that it took; it is told the number of its process, too.

    `done` says which pieces are in that: those that a process had taken that died are done again in the first.
    """
    if processes < 2:
        return [work(0, iter(range(count)))]
    step = -(-count // _MOST_TAKEN) or 1
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as pipe:
        pipe.write(b"".join(start.to_bytes(_TOKEN) for start in range(0, count, step)))
    taken = partial(_taken, reading, count, step)
    others = [beside(partial(_share, work, number, taken, os.getpid())) for number in range(1, processes)]
    mine = work(0, taken())
    os.close(reading)
    shares = [mine, *(wait() for wait in others)]
    lost = set(range(count)).difference(*map(done, shares))
    return [*shares, work(0, iter(sorted(lost)))] if lost else shares


def _share(
    work: Callable[[int, Iterator[int]], _T], number: int, taken: Callable[[], Iterator[int]], parent: int
) -> _T:
    """The share of a copy, which ends with the process that wants it; asked for there, it is that of one that died."""
    return work(number, takewhile(lambda _: os.getppid() == parent, taken() if os.getpid() != parent else iter(())))


def _taken(reading: int, count: int, step: int) -> Iterator[int]:
    while token := os.read(reading, _TOKEN):
        start = int.from_bytes(token)
        yield from range(start, min(start + step, count))
