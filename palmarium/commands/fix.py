"""Application of certain fixes: the intended text replaces the typed one, and every other byte is kept."""

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ..importing import yaml_edit
from ..importing.yaml_edit import Edit, Piece
from ..problems import Fix, Problem, line_starts, lines

_BOM = "\ufeff"
_CONTEXT = 1
"""Lines shown around one that changes."""


@dataclass(frozen=True, slots=True)
class Mended:
    """The mended files, and the number of mended mistakes."""

    files: Mapping[str, bytes]
    count: int


def mended(files: Mapping[str, bytes], problems: Iterable[Problem]) -> Mended:
    """The files with the certain fixes of problems; a fix whose text is not at its place is left out."""
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
    """The edits for fixes, in order; none for a fix whose text is not there or that overlaps an earlier one."""
    _, *others = line_starts(text)
    starts = [len(_BOM) if text.startswith(_BOM) else 0, *others]
    root: Callable[[str], Piece | None] = cache(lambda path: (yaml_edit.opened(path, text) or (None,))[0])
    places = {place: fix.instead for fix in fixes if (place := _place(text, starts, fix, root))}
    made: list[Edit] = []
    for (first, last), instead in sorted(places.items()):
        if not made or first >= made[-1].end:
            made.append(Edit(first, last, instead))
    return tuple(made)


_Place = tuple[int, int]


def _place(text: str, starts: list[int], fix: Fix, root: Callable[[str], Piece | None]) -> _Place | None:
    """The start and end of the text of a fix, plain or quoted; None if another text is there."""
    if not 0 < fix.span.line <= len(starts):
        return None
    at = starts[fix.span.line - 1] + fix.span.column - 1
    for written in (fix.typed, f'"{fix.typed}"', f"'{fix.typed}'"):
        end = at + len(written)
        goes_on = re.match(r"\w\w", written[-1:] + text[end : end + 1])
        if not fix.key and text.startswith(written, at) and not goes_on:
            return at, end
    below = yaml_edit.body(fix.span.path, text)
    if 0 <= below <= at:
        return _on_line(text, at, fix)
    whole = root(fix.span.path)
    is_whole = (fix.span.line, fix.span.column) == (1, 1)
    holders = (whole,) if is_whole else _holders(whole, at)
    return next(filter(None, (_below(text, holder, fix) for holder in holders if holder)), None)


def _on_line(text: str, at: int, fix: Fix) -> _Place | None:
    """Where the text of a fix stands alone on the rest of its line."""
    end = text.find("\n", at)
    before = re.escape(f"{fix.key}=" if fix.key else "")
    sign = rf"(?<!\w){before}(?P<typed>{re.escape(fix.typed)})(?!\w)"
    found = [*re.finditer(sign, text[at : end if end >= 0 else len(text)])]
    return (at + found[0].start("typed"), at + found[0].end("typed")) if len(found) == 1 else None


def _holders(root: Piece | None, at: int) -> Iterator[Piece]:
    """The pieces that begin at a place: a value, the value of a key; then their container."""
    around = [each for each in _pieces(root) if each.start <= at < each.end]
    yield from (each for each in around if each.start == at)
    yield from (value for each in around for _, key, value in each.pairs if key.start == at)
    yield from (each for each in reversed(around) if each.form == "mapping")


def _below(text: str, holder: Piece, fix: Fix) -> _Place | None:
    """Where the text of a fix is the value of its key, or the only one of its kind, below a piece."""
    values = [each for each in _values(holder, fix.key) if each.value and not each.literal]
    exact = [each for each in values if each.value == fix.typed]
    if len(exact) == 1:
        return exact[0].start, exact[0].end
    sign = rf"(?<!\w){re.escape(fix.typed)}(?!\w)"
    inside = [(each, found) for each in values for found in re.finditer(sign, text[each.start : each.end])]
    if exact or fix.key or len(inside) != 1:
        return None
    (piece, found), *_ = inside
    return piece.start + found.start(), piece.start + found.end()


def _pieces(piece: Piece | None) -> Iterator[Piece]:
    """Every value of a text, what holds others before them."""
    if piece:
        yield piece
        for each in piece.values:
            yield from _pieces(each)


def _values(holder: Piece, key: str) -> Iterator[Piece]:
    """The texts below a piece, keys among them; the values of one key where one is named."""
    for piece in _pieces(holder):
        if not key and piece.form == "scalar":
            yield piece
        if not key:
            yield from (name for _, name, _ in piece.pairs)
        yield from (value for name, _, value in piece.pairs if name == key)


def diff(files: Mapping[str, bytes], after: Mapping[str, bytes]) -> Iterator[str]:
    """The changes of each file as a unified diff, line by line."""
    for path, data in after.items():
        old, new = (_shown(each) for each in (files.get(path, b""), data))
        yield from difflib.unified_diff(old, new, path, path, n=_CONTEXT, lineterm="")


def _shown(data: bytes) -> list[str]:
    """The lines of a file, as a terminal may show them."""
    text = data.decode("utf-8", "replace")
    return ["".join(c if c.isprintable() else "\ufffd" for c in line) for line in lines(text)]
