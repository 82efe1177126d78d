"""Facts that a table states about awards, editions, results and names, each with its row."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..problems import Level, Problem, Span
from . import short_form
from .tables.table import texts_of

Filled = dict[str, Any]
"""Keys and values as they are written: texts, lists, mappings."""

REFERENCES = ("org", "provider", "by", "represented_by", "superseded_by", "partner")
PEOPLE = ("hosts", "speakers", "guests", "participants", "organisers", "organiser", "providers", "partners", "jury")


@dataclass(frozen=True, slots=True)
class Person:
    """A name in a row: as printed, its external id, and the keys of its result and of its own file."""

    text: str
    identity: str = ""
    authority: str = ""
    holder: Filled = field(default_factory=dict)
    name: Filled = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportedResult:
    """A result of one row; without people, its laureate is unknown."""

    row: Span
    people: list[Person]
    keys: Filled

    @property
    def name(self) -> str:
        return self.people[0].text if self.people else short_form.UNKNOWN

    @property
    def is_win(self) -> bool:
        """Whether the result makes its laureate a winner, as it does by default."""
        return short_form.is_win(*(self.keys.get(key) for key in ("distinction", "rank", "status")))


@dataclass(frozen=True, slots=True)
class ImportedEntry:
    """A category in an edition; `keys` hold its outcome and all else apart from its results.

    `printed` is what it was called in each row: of canonical categories that join several, rows differ.
    """

    row: Span
    keys: Filled = field(default_factory=dict)
    results: list[ImportedResult] = field(default_factory=list)
    groups: dict[str, ImportedResult] = field(default_factory=dict)
    printed: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ImportedEdition:
    row: Span
    award: str
    id: str
    keys: Filled = field(default_factory=dict)
    entries: dict[str, ImportedEntry] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportedAward:
    """An award, and its categories by id in the order in which they came."""

    row: Span
    id: str
    keys: Filled = field(default_factory=dict)
    categories: dict[str, Filled] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of a table, and what became of each row; `skipped` holds line numbers by the reason for skipping.

    `mentions` are the names besides laureates, each with its row and the key that holds it; `said` is the row that
    stated a value first, by the mapping that holds it and its key.
    """

    awards: dict[str, ImportedAward] = field(default_factory=dict)
    editions: dict[str, ImportedEdition] = field(default_factory=dict)
    people: list[tuple[Span, Person]] = field(default_factory=list)
    skipped: defaultdict[str, list[Span]] = field(default_factory=lambda: defaultdict(list))
    unlanded: list[Span] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    mentions: list[tuple[Span, str, str]] = field(default_factory=list)
    said: dict[tuple[int, str], Span] = field(default_factory=dict)


def left_out(facts: Facts, row: Span, key: str, message: str, hint: str) -> None:
    """Report a value that is left out although its row is imported."""
    said = f"{key}: {message}; left out" if key else f"{message}; left out"
    facts.problems.append(Problem("value-left-out", row, said, hint, Level.WARNING))


def add(facts: Facts, into: Filled, new: Filled, row: Span, about: str) -> None:
    """Add new keys; of two different values the first row's is kept, and the other reported."""
    mention(facts, new, row)
    _add(facts, into, new, row, about)


def mention(facts: Facts, keys: Filled, row: Span) -> None:
    facts.mentions.extend((row, key, text) for key, text in _names_in(keys))


def _add(facts: Facts, into: Filled, new: Filled, row: Span, about: str, whole: Span | None = None) -> None:
    """`whole` is the row that stated the mapping which this one goes into."""
    for key, value in new.items():
        old = into.get(key)
        first = facts.said.get((id(into), key), whole)
        if old is None:
            into[key] = value
            # Mappings live as long as the facts, so that no two have one id.
            facts.said[id(into), key] = row
        elif old == value:
            continue
        elif isinstance(old, dict) and isinstance(value, dict):
            _add(facts, old, value, row, about, first)
        elif isinstance(old, list) and isinstance(value, list):
            old += [each for each in value if each not in old]
        else:
            differ(facts, about, key, (old, first), (value, row))


def first_row_of(facts: Facts, keys: Filled, key: str) -> Span | None:
    """The first row that states the value of a key."""
    return facts.said.get((id(keys), key))


def differ(facts: Facts, about: str, key: str, old: tuple[Any, Span | None], new: tuple[Any, Span]) -> None:
    where = f"line {old[1].line}" if old[1] else "a row before"
    message = f'{about} has the {key} "{new[0]}" here, and "{old[0]}" in {where}; the first stays'
    facts.problems.append(Problem("rows-differ", new[1], message, "", Level.WARNING))


def grouped(facts: Facts, entry: ImportedEntry, group: str, result: ImportedResult, about: str) -> None:
    """A new result, or further laureates for one that an earlier row started."""
    first = entry.groups.get(group)
    if first is None:
        entry.groups[group] = result
        entry.results.append(result)
        facts.said.update({(id(result.keys), key): result.row for key in result.keys})
        return
    known = {person.identity or person.text: person for person in first.people}
    for person in result.people:
        there = known.get(person.identity or person.text)
        if there is None:
            first.people.append(person)
        else:
            _add(facts, there.holder, person.holder, result.row, person.text)
            _add(facts, there.name, person.name, result.row, person.text)
    _add(facts, first.keys, result.keys, result.row, about)


def _names_in(keys: Filled) -> Iterator[tuple[str, str]]:
    """All names of laureates and others in a value, each with its key."""
    for key, value in keys.items():
        if key in REFERENCES:
            yield from ((key, text) for text in texts_of(value))
        elif key in PEOPLE:
            for each in value:
                yield from ((key, text) for text in texts_of(each["name"] if isinstance(each, dict) else each))
                yield from _names_in(each) if isinstance(each, dict) else ()
        elif isinstance(value, dict):
            yield from _names_in(value)
        elif isinstance(value, list):
            for each in value:
                yield from _names_in(each) if isinstance(each, dict) else ()


def leave_out(facts: Facts, row: Span, why: str, hint: str) -> None:
    """Record that a row was not imported, with a problem that says why."""
    facts.unlanded.append(row)
    facts.problems.append(Problem("row-not-landed", row, why, hint, Level.WARNING))
