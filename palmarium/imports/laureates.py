"""Read the text of a laureate: one or several names, and what else it says.

Owns: the rules of a mapping, in their order.   Never: guesses; what no rule reads is a name as it stands.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from ..schema.mapping import OF_HOLDER, Rule
from ..schema.results import Holder, Result
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
    """A name that a text holds, its kind where a rule says so, and keys of its laureate and of its result."""

    text: str
    kind: str = ""
    holder: dict[str, Any] = field(default_factory=dict)
    result: dict[str, Any] = field(default_factory=dict)


def rules(written: tuple[Rule, ...]) -> tuple[Reading, ...]:
    return tuple(Reading(rule.match, rule.kind or "", splitter(rule.split) if rule.split else None) for rule in written)


def said(text: str, readings: tuple[Reading, ...]) -> tuple[Said, ...]:
    """Every name in a text, read by the first rule that finds its pattern."""
    for reading in readings:
        found = reading.pattern.search(text)
        if found:
            return _read(text, reading, {name: clean(part) for name, part in found.groupdict().items() if part})
    return (Said(text),)


def _read(text: str, reading: Reading, parts: dict[str, str]) -> tuple[Said, ...]:
    named = parts.pop("laureate", text)
    names = tuple(filter(None, split(named, reading.splitter))) if reading.splitter else (named,)
    holder = {key: shapes.opened(Holder, key, value) for key, value in parts.items() if key in OF_HOLDER}
    result = {key: shapes.opened(Result, key, value) for key, value in parts.items() if key not in OF_HOLDER}
    return tuple(Said(name, reading.kind, dict(holder), dict(result)) for name in names)
