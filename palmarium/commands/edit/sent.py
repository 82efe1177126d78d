"""Forms sent by a browser, with the text of a file, in which unchanged lines keep their bytes."""

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from urllib.parse import parse_qsl, unquote

from ...importing import yaml_edit
from ...problems import line_starts, plain_ends

_MOST_FIELDS = 20_000
_BOUNDARY = re.compile(r'multipart/form-data\s*;\s*boundary="?([\w\'()+,./:=?-]{1,70})"?\s*', re.IGNORECASE)
_FIELD = re.compile(r'content-disposition:\s*form-data;\s*name="([^"]*)"(?:;\s*filename="([^"]*)")?', re.IGNORECASE)
_LONGEST_HEAD = 2_000
_BLANK = b"\r\n\r\n"
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class SentForm:
    """A sent form; the file has its name in the browser, and is empty if none was chosen."""

    fields: Mapping[str, str]
    name: str = ""
    data: bytes = b""


def read(type: str, body: bytes) -> SentForm | None:
    """A form read by its content type; None for other content."""
    try:
        if not type.lower().startswith("multipart/"):
            return SentForm(dict(parse_qsl(body.decode("ascii"), True, max_num_fields=_MOST_FIELDS, errors="strict")))
        boundary = _BOUNDARY.fullmatch(type.strip())
        return _multipart(boundary[1].encode(), body) if boundary else None
    except ValueError:
        return None


def _multipart(boundary: bytes, body: bytes) -> SentForm | None:
    """Raises ValueError where a text is not in UTF-8, or a part has no name."""
    parts = (b"\r\n" + body).split(b"\r\n--" + boundary, _MOST_FIELDS)
    if len(parts) < 2 or parts[0] or not parts[-1].startswith(b"--"):
        return None
    fields: dict[str, str] = {}
    name, data = "", b""
    for part in parts[1:-1]:
        end = part.find(_BLANK, 0, _LONGEST_HEAD)
        found = _FIELD.search(part[:end].decode()) if part.startswith(b"\r\n") and end > 0 else None
        if found is None:
            return None
        value = part[end + len(_BLANK) :]
        if found[2] is None:
            fields[_named(found[1])] = value.decode()
        elif found[2]:
            name, data = _named(found[2]), value
    return SentForm(MappingProxyType(fields), name, data)


def _named(text: str) -> str:
    """A name in a head, in which browsers write quotes and line ends as `%22`, `%0D` and `%0A`, and nothing else so."""
    return re.sub("%(?:22|0[DA])", lambda found: unquote(found[0]), text, flags=re.IGNORECASE)


def shown(data: bytes) -> str | None:
    """A file as a field of a form holds it: line ends alike; None where it is not UTF-8 or holds what no field can."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else plain_ends(text.removeprefix(_BOM))


def typed(data: bytes, text: str) -> bytes:
    """The file with the typed text: unchanged lines keep their line ends, others get those of the file."""
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
    """The new lines, each with the bytes of the same line in the old file."""
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
