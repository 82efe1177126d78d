"""Units: what a build can make alone, with what each looked up while it was made.

A unit is a tuple of its room, its maker and a key: `("pages", "name", "orange")`, `("checks", "rank-gap")`.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, count
from operator import ne
from types import MappingProxyType
from typing import Any, TypeVar

from ..lookups import EVERY, KEYS, PLACE, TEXT, Lookup, NotedIndex, differences, digest, note, noting, places, wording
from ..model import Article, Award, Date, Edition, Name, Note, Record
from ..model.facts import Change
from ..model.mentions import mentions, results_in
from ..model.structure import Structure
from ..pages.plan import Listed
from ..problems import Problem

Unit = tuple[Hashable, ...]
ADDRESSES = "addresses"
"""The index of the addresses of a site."""

PUBLICATIONS = "publications"
"""The index of what has changed from one publication to the next."""

_T = TypeVar("_T")
INDEX = MappingProxyType({Award: "awards", Edition: "editions", Name: "names", Article: "articles", Note: "notes"})


def by_url(pages: Iterable[Listed]) -> Mapping[str, Listed]:
    """All pages by address, as an index whose look-ups are noted."""
    return _noted({page.url: page for page in pages})


def addresses(every: Iterable[str]) -> Collection[str]:
    """All addresses of a site, as an index whose look-ups are noted."""
    return _noted(dict.fromkeys(every))


def _noted(there: Mapping[str, Any]) -> NotedIndex[str, Any]:
    return NotedIndex(ADDRESSES, there, there.__getitem__)


def publications(changes: Iterable[Change]) -> Mapping[Date, tuple[Change, ...]]:
    """Changes by the day of publication, from old to new, as an index whose look-ups are noted."""
    found: dict[Date, tuple[Change, ...]] = {}
    for change in changes:
        found[change.on] = (*found.get(change.on, ()), change)
    return NotedIndex(PUBLICATIONS, found, found.__getitem__)


Row = tuple[Unit, str, bytes]
"""A line of a file: who made it, its key, its text."""

Size = tuple[Unit, str, int]
"""A line of a file: who made it, its key, the length of its text."""


@dataclass(frozen=True, slots=True)
class Log:
    """What the units of one build looked up, made and complained of; filled while the build goes on.

    `lines` are those of files that are made of lines, by the address of the file, and `sizes` their lengths once such a
    file is made. `known` holds each look-up once with its number, `lookups` the numbers of those that a unit made.
    """

    lookups: dict[Unit, "array[int]"] = field(default_factory=dict)
    pages: dict[Unit, tuple[Listed, ...]] = field(default_factory=dict)
    files: dict[Unit, tuple[str, ...]] = field(default_factory=dict)
    problems: dict[Unit, tuple[Problem, ...]] = field(default_factory=dict)
    lines: dict[str, list[Row]] = field(default_factory=dict)
    sizes: dict[str, tuple[Size, ...]] = field(default_factory=dict)
    known: defaultdict[Lookup, int] = field(default_factory=lambda: defaultdict(count().__next__))


def listed(log: Log) -> tuple[Listed, ...]:
    """Every page of the site, in the order in which it was made."""
    return tuple(chain.from_iterable(log.pages.values()))


def made(log: Log, unit: Unit, make: Callable[[], _T]) -> _T:
    """What a unit makes, with its look-ups noted; what it looks up in several parts adds up."""
    with noting() as seen:
        value = make()
    numbers = renumbered(log, seen)
    before = log.lookups.get(unit)
    log.lookups[unit] = array("I", {*before, *numbers}) if before else numbers
    return value


def renumbered(log: Log, known: Iterable[Lookup]) -> "array[int]":
    """The numbers in a log of look-ups, in their order; one that is new to it gets the next number."""
    return array("I", map(log.known.__getitem__, known))


def measured(log: Log, url: str, sizes: Iterable[Size]) -> None:
    """Keep the units and lengths of the lines of a file."""
    log.sizes[url] = tuple(sizes)
    log.lines.pop(url, None)


def told(log: Log, unit: Unit, tell: Callable[[], Iterable[Problem]]) -> tuple[Problem, ...]:
    """What a unit complains of: it depends on the places that it names, too."""

    def say() -> tuple[Problem, ...]:
        problems = tuple(tell())
        for problem in problems:
            note(PLACE, problem.span.path)
        return problems

    found = made(log, unit, say)
    if found:
        log.problems[unit] = found
    return found


# What an edit changed: look-ups whose answer may be another one now.


def changed(
    old: Structure, new: Structure, before: Mapping[str, Record], after: Mapping[str, Record]
) -> frozenset[Lookup]:
    """The look-ups that records and the structure answer otherwise; both hold the records that changed, by path."""
    found: set[Lookup] = set()
    for name in Structure.__slots__ if old is not new else ():
        found.update(differences(name, getattr(old, name), getattr(new, name), ne))
    if old.tags != new.tags:
        found |= {("articles", EVERY), *(("articles", key) for key in new.articles)}
        found |= {("listed", EVERY), *(("listed", key) for key in new.listed)}
    for path in {**before, **after}:
        was = _contributions(before[path], old.ids) if path in before else {}
        now = _contributions(after[path], new.ids) if path in after else {}
        # Most edits put other words where there were words: nothing that is told stands elsewhere then.
        if path not in before or path not in after or tuple(places(before[path])) != tuple(places(after[path])):
            found.add((PLACE, path))
        for part in {**was, **now}:
            if was.get(part) != now.get(part):
                index, key, _ = part
                found |= {(index, key), (index, EVERY)}
                if index in ("articles", "listed"):
                    # A translation leaves to its original what is the same in both.
                    versions = (*old.versions.get(f"article:{key}", ()), *new.versions.get(f"article:{key}", ()))
                    found |= {(index, each) for each in versions}
    if found & {("editions", KEYS), ("results_of", EVERY), ("editions", EVERY)}:
        found.add(("results", EVERY))
    return frozenset(found)


_Part = tuple[str, Hashable, int]


def _contributions(record: Record, ids: Mapping[str, str]) -> Mapping[_Part, bytes]:
    """A digest of each part of a record, by the index and the key that hand it out, and its number there."""
    path = record.span.path
    key = record.key if isinstance(record, Edition) else record.id
    found: dict[_Part, bytes] = {(INDEX[type(record)], key, 0): digest(record)}
    for n, mention in enumerate(mentions(record)):
        if mention.ref.text in ids:
            found["mentions_of", ids[mention.ref.text], n] = digest(mention)
    if isinstance(record, Award):
        found |= {("categories", each.key, n): digest(each) for n, each in enumerate(record.categories)}
    elif isinstance(record, Edition):
        found |= {("categories", each.key, n): digest(each) for n, each in enumerate(record.specials)}
        for n, entry in enumerate(record.entries):
            found["entries_of", entry.category_key, n] = digest(entry)
        for n, result in enumerate(results_in(record)):
            core = digest(result)
            for holder in result.holders:
                if holder.name.text in ids:
                    found["results_of", ids[holder.name.text], n] = core
            found[TEXT, f"{result.edition}#{result.id}", n] = digest(wording(result))
    else:
        found[TEXT, path, 0] = digest(wording(record.body))
        if isinstance(record, Name):
            found["profiles", key, 0] = digest(record)
        if isinstance(record, Article):
            found["listed", key, 0] = digest(record)
    return found


# Which units an edit reaches.


def by_lookup(log: Log, numbers: Mapping[Unit, "array[int]"]) -> Iterator[tuple[Lookup, "array[int]"]]:
    """The look-ups that units made, each with the places of these units among all; `numbers` are those of look-ups."""
    found = [array("I") for _ in log.known]
    for place, seen in enumerate(numbers.values()):
        for each in seen:
            found[each].append(place)
    return ((lookup, there) for lookup, there in zip(log.known, found, strict=True) if there)
