"""A mapping file, read with the place of each of its keys."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from .. import config
from ..problems import Problem, Span
from ..sources import plaintext
from ..sources.schema.reading import read
from ..sources.yaml import Node, Pair
from . import mapping

_SECTIONS = ("award", "edition", "category", "entry", "result", "name")
_HEADER = re.compile(r"\s*\[(\[)?([^\[\]]+)\]")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=\s*""")
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")

_Path = tuple[str | int, ...]
_Places = Mapping[_Path, tuple[Span, Span]]


def parse(path: str, data: bytes) -> tuple[mapping.Mapping | None, tuple[Problem, ...]]:
    """The mapping; None where too little of it can be read."""
    text, undecoded = plaintext.decode(path, data)
    if undecoded:
        return None, undecoded
    written, unread = config.toml(path, text)
    if written is None:
        return None, unread
    return read(mapping.Mapping, _node(_opened(written), (), Span(path), _places(path, text)), path)


def _opened(written: Mapping[str, Any]) -> dict[str, Any]:
    """`"ceremony.date" = …` is `ceremony.date = …`."""
    return {key: _undotted(value) if key in _SECTIONS else value for key, value in written.items()}


def _undotted(section: Any) -> Any:
    if not isinstance(section, dict):
        return section
    made: dict[str, Any] = {}
    for key, value in section.items():
        *above, last = key.split(".")
        inner = made
        for part in above:
            inner = inner.setdefault(part, {})
            if not isinstance(inner, dict):
                return section
        inner[last] = value
    return made


def _node(value: Any, path: _Path, above: Span, places: _Places) -> Node:
    span = places.get(path, (above, above))[1]
    if isinstance(value, dict):
        pairs = (
            Pair(key, places.get((*path, key), (span, span))[0], _node(each, (*path, key), span, places))
            for key, each in value.items()
        )
        return Node("mapping", span, pairs=tuple(pairs))
    if isinstance(value, list):
        elements = (_node(each, (*path, at), span, places) for at, each in enumerate(value))
        return Node("sequence", span, elements=tuple(elements))
    return Node("scalar", span, str(value).lower() if isinstance(value, bool) else str(value))


def _places(path: str, text: str) -> _Places:
    """Where keys stand at the start of a line, and their values; of tables in one line, their own place."""
    places: dict[_Path, tuple[Span, Span]] = {}
    here: _Path = ()
    counts: dict[_Path, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            here = _keys(header[2])
            span = Span(path, number, header.start(2) + 1)
            if header[1]:
                places.setdefault(here, (span, span))
                counts[here] = counts.get(here, -1) + 1
                here = (*here, counts[here])
            places[here] = span, span
        elif key := _KEY.match(line):
            full = (*here, *_keys(key[1]))
            _at(places, full, Span(path, number, key.start(1) + 1), Span(path, number, key.end() + 1))
            _inside(places, full, path, number, line, key.end())
    return MappingProxyType(places)


def _at(places: dict[_Path, tuple[Span, Span]], path: _Path, key: Span, value: Span) -> None:
    for length in range(1, len(path)):
        places.setdefault(path[:length], (key, key))
    places[path] = key, value


def _inside(places: dict[_Path, tuple[Span, Span]], path: _Path, file: str, number: int, line: str, start: int) -> None:
    """Keys of a table that is written in the same line."""
    if line[start : start + 1] == "{":
        for found in re.finditer(r"[{,]" + _KEY.pattern, line[start:]):
            key = Span(file, number, start + found.start(1) + 1)
            places.setdefault((*path, *_keys(found[1])), (key, Span(file, number, start + found.end() + 1)))


def _keys(text: str) -> _Path:
    return tuple(part.strip("\"'") for part in _PART.findall(text))
