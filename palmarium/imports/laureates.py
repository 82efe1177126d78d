"""Read the text of a laureate by the rules of a mapping: one or several names, and what else it says."""

import re
from dataclasses import dataclass, field
from typing import Any

from ..schema import results
from ..schema.mapping import OF_HOLDER, Rule
from . import shapes
from .cells import clean, split, splitter


@dataclass(frozen=True, slots=True)
class Reading:
    """A rule made ready."""

    pattern: re.Pattern[str]
    kind: str
    splitter: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Said:
    """A name that a text holds, its kind where a rule says so, and keys of its laureate and of its result.

    `rest` is what stands before and after what the rule's pattern takes.
    """

    text: str
    kind: str = ""
    holder: dict[str, Any] = field(default_factory=dict)
    result: dict[str, Any] = field(default_factory=dict)
    rest: tuple[str, ...] = ()


def rules(written: tuple[Rule, ...]) -> tuple[Reading, ...]:
    return tuple(Reading(rule.match, rule.kind or "", splitter(rule.split) if rule.split else None) for rule in written)


def said(text: str, readings: tuple[Reading, ...]) -> tuple[Said, ...]:
    """Every name in a text, read by the first rule that finds its pattern."""
    for reading in readings:
        found = reading.pattern.search(text)
        if found:
            parts = {name: clean(part) for name, part in found.groupdict().items() if part}
            outside = (text[: found.start()], text[found.end() :]) if "laureate" in parts else ()
            rest = tuple(clean(part) for part in outside if any(map(str.isalnum, part)))
            return _read(text, reading, parts, rest)
    return (Said(text),)


def _read(text: str, reading: Reading, parts: dict[str, str], rest: tuple[str, ...]) -> tuple[Said, ...]:
    named = parts.pop("laureate", text)
    names = tuple(filter(None, split(named, reading.splitter))) if reading.splitter else (named,)
    holder = {key: shapes.opened(results.Holder, key, value) for key, value in parts.items() if key in OF_HOLDER}
    result = {key: shapes.opened(results.Result, key, value) for key, value in parts.items() if key not in OF_HOLDER}
    return tuple(
        Said(name, reading.kind, dict(holder), dict(result), () if at else rest) for at, name in enumerate(names)
    )
