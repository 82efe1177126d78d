"""What was done at the desk: the last of it can be taken back, and what was taken back can be done again."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ...importing import run
from ...sources import disk
from ...sources.layout import MEDIA

_MOST = 50


@dataclass(frozen=True, slots=True)
class Done:
    """What was written: each file as it was (None where it was not there), and its mark since (empty: it is gone).

    `what` says it, `path` is the file that is opened then.
    """

    what: str
    path: str
    files: Mapping[str, tuple[bytes | None, str]]


@dataclass(frozen=True, slots=True)
class History:
    """What was done, and what of that was taken back, each with its last at the end."""

    done: tuple[Done, ...] = ()
    undone: tuple[Done, ...] = ()


def noted(history: History, done: Done) -> History:
    """One thing more is done: what was taken back before is not done again."""
    return History((*history.done, done)[-_MOST:])


def took_back(history: History, files: Mapping[str, bytes]) -> History:
    """The last thing that was done is taken back; the files are those before that."""
    return History(history.done[:-1], (*history.undone, _turned(history.done[-1], files)))


def did_again(history: History, files: Mapping[str, bytes]) -> History:
    """The last thing that was taken back is done again; the files are those before that."""
    return History((*history.done, _turned(history.undone[-1], files)), history.undone[:-1])


def _turned(done: Done, files: Mapping[str, bytes]) -> Done:
    """The way back from what is about to be written."""
    return Done(done.what, done.path, {path: (files.get(path), mark(old)) for path, (old, _) in done.files.items()})


def mark(data: bytes | None) -> str:
    """A mark of a file; nothing for one that is not there."""
    return "" if data is None else disk.digest(data)


def rewritten(done: Done, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """The files that another has written since."""
    return tuple(path for path, (_, since) in done.files.items() if mark(files.get(path)) != since)


def write(root: Path, done: Done) -> str:
    """Put each file back as it was; why not, where that failed. No journal has a picture, which is written alone."""
    before = {path: old for path, (old, _) in done.files.items()}
    if not any(path.startswith(MEDIA) for path in before):
        return run.write(root, before, "save")
    try:
        for path, data in before.items():
            if data is None:
                disk.take_away(root, path)
            elif not disk.create(root, path, data):
                return f"{path} is there already"
    except OSError as error:
        return str(error.strerror)
    return ""
