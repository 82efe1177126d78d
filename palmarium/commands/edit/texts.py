"""Texts as a browser hands them back: every line that is as it was keeps its bytes."""

import difflib
from collections.abc import Iterator
from itertools import pairwise

from ...importing import yaml_edit
from ...problems import line_starts, plain_ends

_BOM = "\ufeff"


def shown(data: bytes) -> str | None:
    """A file as a field of a form holds it: line ends alike; None where it is not UTF-8 or holds what no field can."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else plain_ends(text.removeprefix(_BOM))


def typed(data: bytes, text: str) -> bytes:
    """The file with what was typed: lines that are as they were keep their ends, others get those of the file."""
    before = data.decode()
    mark = _BOM if before.startswith(_BOM) else ""
    end = yaml_edit.newline(before)
    old = _with_ends(before.removeprefix(_BOM))
    new = _with_ends(plain_ends(text))
    return (mark + "".join(_merged(old, new, end))).encode("utf-8", "surrogatepass")


def _with_ends(text: str) -> list[str]:
    """The lines of a text, each with its end."""
    ends = (*line_starts(text), len(text))
    return [text[start:end] for start, end in pairwise(ends) if start < end]


def _merged(old: list[str], new: list[str], end: str) -> Iterator[str]:
    """The new lines, each as the old file wrote it where it was there."""
    alike = [plain_ends(line) for line in old]
    most = min(len(alike), len(new))
    head = next((at for at in range(most) if alike[at] != new[at]), most)
    most -= head
    tail = next((at for at in range(most) if alike[-1 - at] != new[-1 - at]), most)
    yield from old[:head]
    middle, others = alike[head : len(alike) - tail], new[head : len(new) - tail]
    for what, first, last, begin, finish in difflib.SequenceMatcher(None, middle, others, autojunk=False).get_opcodes():
        if what == "equal":
            yield from old[head + first : head + last]
        else:
            yield from (line.replace("\n", end) for line in others[begin:finish])
    yield from old[len(old) - tail :]
