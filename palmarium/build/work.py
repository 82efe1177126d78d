"""Progress of long work, and a second process for half of it."""

import os
import pickle
import threading
from collections.abc import Callable
from typing import TypeVar

# Say how far long work is.

Tell = Callable[[str, int, int], None]
"""Called with the name of a stage, how much of it is done, and how much there is."""


def silent(stage: str, done: int, total: int) -> None:
    """Say nothing."""
    del stage, done, total


# Do work in a second process while this one goes on.

_T = TypeVar("_T")


def beside(work: Callable[[], _T]) -> Callable[[], _T]:
    """Start `work` in a copy of this process; call what is returned to wait for its result.

    Where there is one processor, no fork, or a second thread (whose locks a copy would inherit held),
    the work is done when its result is asked for. So it is when the copy dies.
    """
    if not hasattr(os, "fork") or (os.cpu_count() or 1) < 2 or threading.active_count() > 1:
        return work
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _send(work, writing)
    os.close(writing)

    def wait() -> _T:
        with os.fdopen(reading, "rb") as pipe:
            sent = pipe.read()
        _, status = os.waitpid(child, 0)
        result: _T = pickle.loads(sent) if status == 0 else work()
        return result

    return wait


def _send(work: Callable[[], object], writing: int) -> None:
    """In the copy: never come back from here, whatever the work does."""
    status = 1
    try:
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(pickle.dumps(work()))
        status = 0
    finally:
        os._exit(status)
