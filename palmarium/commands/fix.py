"""Mend what is sure: the text that was meant in place of the one that was typed, with every other byte kept."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..importing import yaml_edit
from ..importing.yaml_edit import Edit
from ..problems import Fix, Problem, line_starts, lines

_BOM = "\ufeff"
_CONTEXT = 1
"""Lines shown around one that changes."""


@dataclass(frozen=True, slots=True)
class Mended:
    """Files as they would be, and how many mistakes that mends."""

    files: Mapping[str, bytes]
    count: int


def mended(files: Mapping[str, bytes], problems: Iterable[Problem]) -> Mended:
    """What these problems say that is sure; a fix whose text does not stand where it should is left out."""
    by_path: dict[str, set[Fix]] = {}
    for problem in problems:
        if problem.fix and problem.fix.span.path in files:
            by_path.setdefault(problem.fix.span.path, set()).add(problem.fix)
    made, count = {}, 0
    for path, fixes in sorted(by_path.items()):
        data, done = _applied(files[path], fixes)
        if done:
            made[path] = data
            count += done
    return Mended(made, count)


def _applied(data: bytes, fixes: Iterable[Fix]) -> tuple[bytes, int]:
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return data, 0
    found = edits(text, fixes)
    return yaml_edit.apply(text, found).encode(), len(found)


def edits(text: str, fixes: Iterable[Fix]) -> tuple[Edit, ...]:
    """Where each fix replaces what by what, in order; none where another text stands, or where an earlier one ends."""
    _, *others = line_starts(text)
    starts = [len(_BOM) if text.startswith(_BOM) else 0, *others]
    places = {place: fix.instead for fix in fixes if (place := _place(text, starts, fix))}
    made: list[Edit] = []
    for (first, last), instead in sorted(places.items()):
        if not made or first >= made[-1].end:
            made.append(Edit(first, last, instead))
    return tuple(made)


def _place(text: str, starts: list[int], fix: Fix) -> tuple[int, int] | None:
    """Where the text of a fix begins and ends, plain or in quotes; None where another one stands there."""
    if not 0 < fix.span.line <= len(starts):
        return None
    at = starts[fix.span.line - 1] + fix.span.column - 1
    for written in (fix.typed, f'"{fix.typed}"', f"'{fix.typed}'"):
        end = at + len(written)
        if text.startswith(written, at) and not re.match(r"\w", text[end : end + 1]):
            return at, end
    return None


def diff(files: Mapping[str, bytes], after: Mapping[str, bytes]) -> Iterator[str]:
    """The changes of each file as a unified diff, line by line."""
    for path, data in after.items():
        old, new = (_shown(each) for each in (files.get(path, b""), data))
        yield from difflib.unified_diff(old, new, path, path, n=_CONTEXT, lineterm="")


def _shown(data: bytes) -> list[str]:
    """The lines of a file, as a terminal may show them."""
    text = data.decode("utf-8", "replace")
    return ["".join(c if c.isprintable() else "\ufffd" for c in line) for line in lines(text)]
