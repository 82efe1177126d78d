"""What a table says: facts about awards, editions, results and names, each with the row that says it.

Owns: the nouns of an import, and how two rows that speak of one thing are put together.
Never: reads a row, or knows the site.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from ..problems import Level, Problem, Span

Filled = dict[str, Any]
"""Keys and values as they are written: texts, lists, mappings."""


@dataclass(frozen=True, slots=True)
class Person:
    """One name in a row: as printed there, its id elsewhere, what its result and its own file say of it."""

    text: str
    identity: str = ""
    holder: Filled = field(default_factory=dict)
    name: Filled = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Result:
    row: Span
    people: list[Person]
    keys: Filled


@dataclass(frozen=True, slots=True)
class Entry:
    """A category in an edition; `keys` say what became of it where it has no result.

    `printed` is what it was called in each row: of canonical categories that join several, rows differ.
    """

    row: Span
    keys: Filled = field(default_factory=dict)
    results: list[Result] = field(default_factory=list)
    groups: dict[str, Result] = field(default_factory=dict)
    printed: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Edition:
    row: Span
    award: str
    id: str
    keys: Filled = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Award:
    """An award, and its categories by id in the order in which they came."""

    row: Span
    id: str
    keys: Filled = field(default_factory=dict)
    categories: dict[str, Filled] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Facts:
    """All of it, and what became of each row: `skipped` holds lines by the reason for which they are skipped."""

    awards: dict[str, Award] = field(default_factory=dict)
    editions: dict[str, Edition] = field(default_factory=dict)
    people: list[tuple[Span, Person]] = field(default_factory=list)
    skipped: defaultdict[str, list[Span]] = field(default_factory=lambda: defaultdict(list))
    unlanded: list[Span] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def add(facts: Facts, into: Filled, new: Filled, row: Span, about: str) -> None:
    """Take over what is new; of two values, the first row's stays, and the other is told."""
    for key, value in new.items():
        old = into.get(key)
        if old is None:
            into[key] = value
        elif old == value:
            continue
        elif isinstance(old, dict) and isinstance(value, dict):
            add(facts, old, value, row, about)
        elif isinstance(old, list) and isinstance(value, list):
            old += [each for each in value if each not in old]
        else:
            message = f'{about} has the {key} "{value}" here, and "{old}" in a row before; the first stays'
            facts.problems.append(Problem("rows-differ", row, message, "", Level.WARNING))


def grouped(facts: Facts, entry: Entry, group: str, result: Result, about: str) -> None:
    """A result of its own, or more laureates of one that an earlier row began."""
    first = entry.groups.get(group)
    if first is None:
        entry.groups[group] = result
        entry.results.append(result)
        return
    known = {(person.identity, person.text) for person in first.people}
    first.people.extend(person for person in result.people if (person.identity, person.text) not in known)
    add(facts, first.keys, result.keys, result.row, about)
