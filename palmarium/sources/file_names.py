"""Checks of files as such: what nothing reads, names that no address or system can hold, merges left unfinished."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from ..problems import Level, Problem, Span
from . import change_log, disk, plaintext
from .layout import MEDIA, RECORDS
from .load import misplaced
from .markdown import code_lines
from .yaml import front_matter

_MERGES = tuple(sign * 7 for sign in (b"<", b">", b"|", b"="))
"""Without one of these nothing in a file can be left of a merge; to look for a pattern in every theme takes longer."""
_THEME_TEXTS = (".html", ".css", ".js", ".po", ".toml", ".txt", ".md", ".json")
_NOT_IN_NAMES = frozenset('#?%:*"<>|\\')
_OF_DEVICES = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])", re.I)
_LONGEST_NAME = 150


def problems_of(files: Mapping[str, bytes]) -> Iterator[Problem]:
    """What is wrong with the files of a site, whatever they hold."""
    yield from _unmerged(files)
    yield from _turned(files)
    yield from _stray(files)
    yield from twins(files)


def _unmerged(files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Every text, whatever reads it, in which a merge was left unfinished."""
    for path, data in files.items():
        if not path.startswith((MEDIA, disk.FILES)) and any(sign in data for sign in _MERGES):
            text = data.decode("utf-8", "replace")
            _, body, first_line, _ = front_matter(path, text)
            code = code_lines(body, first_line) if path.endswith(".md") else ()
            found = plaintext.unmerged(path, text, code)
            if found:
                yield found


def _turned(files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Texts of a theme in which a line reads otherwise than it is written; `load` tells of those of records."""
    for path, data in files.items():
        is_text = path.startswith("themes/") and path.endswith(_THEME_TEXTS)
        if is_text and (found := _turning(data)):
            yield plaintext.unprinted(plaintext.place(path, found.string, found.start()), found[0])


@lru_cache(maxsize=512)
def _turning(data: bytes) -> re.Match[str] | None:
    """The first sign that turns a line; the themes that come with the program are asked at each build of a preview."""
    return plaintext.TURNING.search(data.decode("utf-8", "replace"))


def _stray(files: Iterable[str]) -> Iterator[Problem]:
    """What nothing reads, and files that no address could name."""
    for path in files:
        parts = path.split("/")
        if path in ("content", "editions", "themes"):
            yield Problem("stray-file", Span(path), "this is a file; a folder is meant to be here", "move it away")
        elif parts[0] == "content" and path != change_log.PATH and not path.startswith((*RECORDS, MEDIA, disk.FILES)):
            yield misplaced(path)
        elif wrong := next(filter(None, (_unfit_name(path, part) for part in parts)), None):
            yield wrong


def _unfit_name(path: str, name: str) -> Problem | None:
    """A part of a path that no address, no Windows or no file system could have; which ids there are `load` says."""
    stem, dot, ending = name.partition(".")
    size = len(name.encode("utf-8", "surrogateescape"))
    message, right = "", name
    if path.startswith((MEDIA, disk.FILES)) and set(name) & _NOT_IN_NAMES:
        message = f'"{name}" can\'t be part of an address'
        right = "-".join(filter(None, re.split(f"[{re.escape(''.join(_NOT_IN_NAMES))}]+", name)))
    elif _OF_DEVICES.fullmatch(stem):
        message, right = f'Windows can hold no file called "{name}"', f"{stem}-1{dot}{ending}"
    elif name != name.rstrip(". "):
        message, right = f'"{name}" ends with a {"dot" if name.endswith(".") else "blank"}', name.rstrip(". ")
    elif size > _LONGEST_NAME:
        message = f"this name takes {size} bytes; {_LONGEST_NAME} at most, for the names of files made of it are longer"
        right = f"{name[:30]}.{name.rpartition('.')[2][:5]}" if dot else name[:30]
    hint = f'rename it "{right}"' if name == path.rpartition("/")[2] else f'rename the folder "{right}"'
    return Problem("file-name", Span(path), message, hint, subject=(name,)) if message else None


def twins(files: Iterable[str]) -> Iterator[Problem]:
    """Files that only a system which tells capitals from small letters can hold beside each other."""
    seen: dict[str, str] = {}
    for path in sorted(files):
        other = seen.setdefault(path.casefold(), path)
        if other != path:
            message = f'"{path}" and "{other}" are one file for Windows and macOS: they differ in capitals only'
            yield Problem("file-name", Span(path), message, "rename one of them", Level.WARNING, (other,))
