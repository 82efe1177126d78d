"""Texts as a browser hands them back: every line that is as it was keeps its bytes."""

import difflib
import re
from collections.abc import Iterator

from ...importing import yaml_edit

_BOM = "\ufeff"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")
_ENDS = re.compile(r"\r\n|\r|\n")


def shown(data: bytes) -> str | None:
    """A file as a field of a form holds it: line ends alike; None where it is not UTF-8 or holds what no field can."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else plain(text.removeprefix(_BOM))


def plain(text: str) -> str:
    """A text with line ends that are alike, as browsers keep them."""
    return _ENDS.sub("\n", text)


def typed(data: bytes, text: str) -> bytes:
    """The file with what was typed: lines that are as they were keep their ends, others get those of the file."""
    before = data.decode()
    mark = _BOM if before.startswith(_BOM) else ""
    end = yaml_edit.newline(before)
    old = _LINE.findall(before.removeprefix(_BOM))
    new = _LINE.findall(plain(text))
    return (mark + "".join(_merged(old, new, end))).encode("utf-8", "surrogatepass")


def _merged(old: list[str], new: list[str], end: str) -> Iterator[str]:
    """The new lines, each as the old file wrote it where it was there."""
    alike = [plain(line) for line in old]
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
