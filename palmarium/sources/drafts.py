"""Drafts: records that are not to be published yet, by `draft: true` or a file whose name begins with `_`."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from ..problems import Key, Problem
from . import layout
from .disk import Snapshot

_SIGN = "_"
_SAID = re.compile(rb"^draft[ \t]*:[ \t]*true[ \t]*(?:#.*)?$", re.M)
_FRONT = re.compile(rb"\A(?:\xef\xbb\xbf)?---[ \t]*$.*?^(?:---|\.\.\.)[ \t]*$", re.M | re.S)


def stem(written: str) -> str:
    """The id in the name of a file, without the sign of a draft."""
    return written.removeprefix(_SIGN)


def found(files: Mapping[str, bytes]) -> Iterator[tuple[Key, str]]:
    """Each draft by what it would be, such as `("article", "kettles")`, and its file."""
    for path, data in files.items():
        kind, id = layout.record(path) or ("award", "")
        above, slash, last = id.rpartition("/")
        if kind != "award" and (last.startswith(_SIGN) or _is_said(path, data)):
            yield ("page" if kind == "note" else kind, f"{above}{slash}{stem(last)}"), path


def _is_said(path: str, data: bytes) -> bool:
    # Few files hold the word at all.
    if b"draft" not in data:
        return False
    text = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if path.endswith(".md"):
        front = _FRONT.match(text)
        text = front[0] if front else b""
    return bool(_SAID.search(text))


def left_out(snapshot: Snapshot) -> tuple[Snapshot, Mapping[Key, str]]:
    """The sources without drafts, and these."""
    drafts = dict(found(snapshot.files))
    if not drafts:
        return snapshot, drafts
    paths = frozenset(drafts.values())
    files = {path: data for path, data in snapshot.files.items() if path not in paths}
    # What is built of them is another site than one that shows the drafts.
    mark = hashlib.blake2b(f"{snapshot.digest}\0published".encode(), digest_size=16).hexdigest()
    return replace(snapshot, files=MappingProxyType(files), digest=mark), drafts


def explained(problems: Iterable[Problem], drafts: Mapping[Key, str]) -> tuple[Problem, ...]:
    """Problems as they are; where what is missing is a draft, the hint says so."""
    return tuple(_explained(problem, drafts) for problem in problems)


def _explained(problem: Problem, drafts: Mapping[Key, str]) -> Problem:
    path = next((drafts[key] for key in problem.needs if key in drafts), "")
    below = explained(problem.below, drafts)
    if not path:
        return replace(problem, below=below) if below != problem.below else problem
    way = "take the `_` off the name of" if path.rsplit("/", 1)[1].startswith(_SIGN) else "delete `draft: true` in"
    hint = f"{path} is a draft, which is not published: {way} that file, or take this away until it is ready"
    return replace(problem, hint=hint, below=below, fix=None, likely=None)
