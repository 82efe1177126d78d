"""A form as a browser sends it: texts by the names of their fields, and one file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import parse_qsl, unquote

_MOST_FIELDS = 20_000
_BOUNDARY = re.compile(r'multipart/form-data\s*;\s*boundary="?([\w\'()+,./:=?-]{1,70})"?\s*', re.IGNORECASE)
_FIELD = re.compile(r'content-disposition:\s*form-data;\s*name="([^"]*)"(?:;\s*filename="([^"]*)")?', re.IGNORECASE)
_LONGEST_HEAD = 2_000
_BLANK = b"\r\n\r\n"


@dataclass(frozen=True, slots=True)
class SentForm:
    """What was sent; the file has the name that it bore there, and is empty where none was chosen."""

    fields: Mapping[str, str]
    name: str = ""
    data: bytes = b""


def read(type: str, body: bytes) -> SentForm | None:
    """A form by its content type; None where it is none."""
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
