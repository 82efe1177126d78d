"""History of the desk: the last change can be undone, and an undone one redone."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ...importing import run
from ...sources import disk
from ...sources.layout import MEDIA

_MOST = 50


@dataclass(frozen=True, slots=True)
class Done:
    """A change: each file as it was (None if it was not there), and its mark since (empty: it is gone).

    `what` says it, `path` is the file that is opened then.
    """

    what: str
    path: str
    files: Mapping[str, tuple[bytes | None, str]]


@dataclass(frozen=True, slots=True)
class History:
    """The changes done and undone, each with the last at the end."""

    done: tuple[Done, ...] = ()
    undone: tuple[Done, ...] = ()


def noted(history: History, done: Done) -> History:
    """The history after one more change: undone changes can't be redone any more."""
    return History((*history.done, done)[-_MOST:])


def took_back(history: History, files: Mapping[str, bytes]) -> History:
    """The history after the last change is undone; `files` are those before that."""
    return History(history.done[:-1], (*history.undone, _turned(history.done[-1], files)))


def did_again(history: History, files: Mapping[str, bytes]) -> History:
    """The history after the last undone change is redone; `files` are those before that."""
    return History((*history.done, _turned(history.undone[-1], files)), history.undone[:-1])


def _turned(done: Done, files: Mapping[str, bytes]) -> Done:
    """The inverse of a change that is about to be written."""
    return Done(done.what, done.path, {path: (files.get(path), mark(old)) for path, (old, _) in done.files.items()})


def mark(data: bytes | None) -> str:
    """A mark of a file; nothing for one that is not there."""
    return "" if data is None else disk.digest(data)


def rewritten(done: Done, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """The files that somebody else has written since a change."""
    return tuple(path for path, (_, since) in done.files.items() if mark(files.get(path)) != since)


def write(root: Path, done: Done) -> str:
    """Restore each file; returns the reason if that failed. Pictures are written alone, without a journal."""
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
