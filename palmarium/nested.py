"""JSON as objects that know where they start."""

import json
import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from . import syntax
from .problems import Level, Problem, Span

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|([{}])', re.S)


@dataclass(frozen=True, slots=True)
class Object:
    """A mapping of the file; its values are Objects, lists, texts, or None. Numbers are as they are written."""

    span: Span
    members: Mapping[str, object]


def parse(path: str, text: str, line: int = 1) -> tuple[object, tuple[Problem, ...]]:
    """What a JSON text says; `line` is where it starts in its file."""
    starts = iter(_starts(text))
    ends = [found.start() for found in re.finditer("\n", text)]
    problems: list[Problem] = []

    # Objects are handed over as they close: in the order in which their starts were put.
    def made(pairs: list[tuple[str, object]]) -> Object:
        span = _place(path, next(starts), ends, line)
        members = dict(pairs)
        if len(members) < len(pairs):
            problems.append(_twice(span, pairs))
        return Object(span, MappingProxyType(members))

    try:
        value = json.loads(
            text, object_pairs_hook=made, parse_int=str, parse_float=str, parse_constant=str, strict=False
        )
    except json.JSONDecodeError as error:
        fault = syntax.json_fault(text, error.pos)
        span = _place(path, fault.place, ends, line)
        return None, (Problem("json", span, f"this is no JSON: {fault.message}", fault.hint),)
    except RecursionError:
        return None, (Problem("json", Span(path, line), "brackets are nested too deep here", "flatten the data"),)
    return value, tuple(problems)


def written(value: object) -> str:
    """A scalar as JSON writes it; null is nothing."""
    if isinstance(value, str):
        return value
    return "" if value is None else str(value).lower()


def _starts(text: str) -> list[int]:
    """Where each object starts, in the order in which they end."""
    opened: list[int] = []
    closed: list[int] = []
    for found in _TOKEN.finditer(text):
        if found[1] == "{":
            opened.append(found.start())
        elif found[1] and opened:
            closed.append(opened.pop())
    return closed


def _place(path: str, offset: int, ends: list[int], line: int) -> Span:
    before = bisect_left(ends, offset)
    return Span(path, before + line, offset - (ends[before - 1] if before else -1))


def _twice(span: Span, pairs: list[tuple[str, object]]) -> Problem:
    seen: set[str] = set()
    key = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
    message = f'the key "{key}" stands twice in this object: the last is read'
    return Problem("duplicate-key", span, message, "give one of them another name", Level.WARNING)
