"""Withheld names that a text still gives away: told with the file and the line, before anything is written."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from ..config import Config
from ..model import Name, Record
from ..model.withheld import Withheld, redacted, replaced, tells, texts
from ..problems import Problem, Span
from ..sources import change_log, disk, url_lock
from ..sources.layout import RECORDS
from ..sources.site_toml import PATH

CODE_OF_LEAKS = "hidden-name"
_UNREAD = (PATH, url_lock.PATH, change_log.PATH, "build.py")
_WORD = re.compile(r"\b\w")
_MEANT = "refer to it ([[…]], or a key that names somebody), or write it without the name"


def in_records(records: Iterable[Record], files: Mapping[str, bytes], names: Withheld) -> Iterator[Problem]:
    """Places where a record has a withheld name other than in a reference, which is replaced."""
    for record in records:
        path = record.span.path
        if isinstance(record, Name) and record.hidden:
            continue
        if tells(names, path):
            yield _renamed(path)
        if any(tells(names, text) for text in texts(redacted(record, names))):
            found = tuple(_lines(path, files.get(path, b""), names, tuple(replaced(record, names))))
            yield from found or (_told(record.span),)


def elsewhere(files: Mapping[str, bytes], settings: Config, names: Withheld) -> Iterator[Problem]:
    """Places where pictures, copied files, a theme or the settings have a withheld name."""
    menu = (item.label for item in settings.navigation)
    # A rule for all that is below a folder is written for the host as it stands.
    folders = (url for url in settings.moved if "*" in url)
    shown = (settings.title, settings.subtitle, settings.description, settings.publisher, *menu, *folders)
    if any(tells(names, text) for text in shown):
        yield from tuple(_lines(PATH, files.get(PATH, b""), names)) or (_told(Span(PATH)),)
    for path, data in files.items():
        if path.startswith(RECORDS) or path in _UNREAD:
            continue
        published = path.removeprefix(disk.FILES)
        if tells(names, published):
            yield _renamed(path)
        yield from _lines(path, data, names)


def _lines(path: str, data: bytes, names: Withheld, gone: Iterable[tuple[int, str]] = ()) -> Iterator[Problem]:
    """The lines of a text that say a name, but for what is `gone` from them."""
    is_text = path.endswith(".md")
    blank: defaultdict[int, list[str]] = defaultdict(list)
    for number, text in gone:
        blank[number].append(text)
    try:
        lines = data.decode("utf-8").splitlines()
    except UnicodeDecodeError:
        return
    # A heading makes an id of all its words, those of a link too.
    seen = [line if is_text and line.startswith("#") else _without(line, blank[n]) for n, line in enumerate(lines, 1)]
    seen = ["" if path.endswith(".yaml") and line.lstrip().startswith("#") else line for line in seen]
    said = [bool(tells(names, line)) for line in seen]
    for n, (line, following) in enumerate(zip(seen, (*seen[1:], ""), strict=True)):
        is_split = not any(said[n : n + 2]) and tells(names, f"{line} {following}")
        if said[n] or is_split:
            yield _told(Span(path, n + 1, _column(line, f" {following}" if is_split else "", names)))


def _column(line: str, behind: str, names: Withheld) -> int:
    """The column of the last name in a line."""
    words = tuple(found.start() for found in _WORD.finditer(line))
    return 1 + next((at for at in reversed(words) if tells(names, line[at:] + behind)), 0)


def _without(line: str, texts: Iterable[str]) -> str:
    for text in texts:
        line = line.replace(text, " " * len(text), 1)
    return line


def _told(span: Span) -> Problem:
    message = "this says a name that is withheld"
    return Problem(CODE_OF_LEAKS, span, message, _MEANT, subject=(span.path,))


def _renamed(path: str) -> Problem:
    message = "the name of this file says a name that is withheld, and would be part of an address"
    hint = "rename it: what stood at its address then says that a name is withheld"
    return Problem(CODE_OF_LEAKS, Span(path), message, hint, subject=(path,))
