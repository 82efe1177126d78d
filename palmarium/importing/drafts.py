"""Drafts of the files of an import: everything that each award, edition and name will state."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..model.archive import Archive
from ..problems import Level, Problem, Span
from ..sources import layout
from ..sources.schema.forms import Award, Edition, Name
from ..sources.schema.written import Written
from . import facts as said
from . import short_form
from .facts import Facts, Filled, leave_out
from .people import People, renamed, unclear, which

_STATES = ("not_awarded", "outcome")


@dataclass(frozen=True, slots=True)
class Draft:
    """What a file will state, its written form, and the first row that mentions it.

    `rows` are the rows of results, by category, and `states` that of what became of a category apart from them.
    """

    path: str
    form: type[Written]
    row: Span
    keys: Filled
    rows: Mapping[str, tuple[Span, ...]]
    states: Mapping[str, Span]


def drafts(facts: Facts, people: People, archive: Archive, order: Iterable[str]) -> tuple[Draft, ...]:
    """A draft for every file that the facts mention."""
    wanted = tuple(order)
    facts.problems.extend(unclear(facts, people))
    return (
        *(_award(award, people, wanted) for award in facts.awards.values()),
        *(_edition(edition, facts, people, wanted) for edition in facts.editions.values()),
        *(_name(id, row, keys, archive) for id, (row, keys) in people.files.items()),
    )


def _award(award: said.ImportedAward, people: People, order: tuple[str, ...]) -> Draft:
    categories = {id: renamed(keys, people) for id, keys in award.categories.items()}
    keys = renamed(award.keys, people)
    if categories:
        keys["categories"] = {id: categories[id] for id in _ordered(categories, award, order)}
    return Draft(layout.file("award", award.id), Award, award.row, keys, {}, {})


def _ordered(ids: Iterable[str], award: said.ImportedAward, order: tuple[str, ...]) -> list[str]:
    """Categories in the order of the mapping, by id or name; the others in the order of the rows."""

    def place(id: str) -> int:
        named = (id, award.categories.get(id, {}).get("name", id))
        return min((order.index(name) for name in named if name in order), default=len(order))

    return sorted(ids, key=place)


def _edition(edition: said.ImportedEdition, facts: Facts, people: People, order: tuple[str, ...]) -> Draft:
    keys = renamed(edition.keys, people)
    results: dict[str, Any] = {}
    rows: dict[str, tuple[Span, ...]] = {}
    states: dict[str, Span] = {}
    for category in _ordered(edition.entries, facts.awards[edition.award], order):
        entry = edition.entries[category]
        made = tuple(_results(entry, facts, people))
        results[category] = renamed(entry.keys, people) | ({"results": [each for _, each in made]} if made else {})
        rows[category] = tuple(row for row, _ in made) or (entry.row,)
        states[category] = next(
            (row for key in _STATES if (row := said.first_row_of(facts, entry.keys, key))), entry.row
        )
    if results:
        keys["results"] = results
    return Draft(layout.file("edition", f"{edition.award}/{edition.id}"), Edition, edition.row, keys, rows, states)


def _results(entry: said.ImportedEntry, facts: Facts, people: People) -> Iterator[tuple[Span, Filled]]:
    """Each result once, with its row; a result without a certain name is left out."""
    seen: dict[str, Span] = {}
    for result in entry.results:
        lost = [person.text for person in result.people if not people.called(person)]
        if lost:
            _unlanded(lost[0], result.row, facts, people)
            continue
        holders = [_holder(person, people) for person in result.people] or [{"name": short_form.UNKNOWN}]
        keys = {"laureate": holders, **renamed(result.keys, people)}
        mark = repr(keys)
        if mark in seen:
            is_same = seen[mark] == result.row
            message = f"this row says {'one result twice' if is_same else f'the same as line {seen[mark].line}'}"
            facts.problems.append(Problem("said-twice", result.row, message, "", Level.WARNING))
            continue
        seen[mark] = result.row
        yield result.row, keys


def _holder(person: said.Person, people: People) -> Filled:
    return {"name": people.called(person), **renamed(person.holder, people)}


def _unlanded(text: str, row: Span, facts: Facts, people: People) -> None:
    message = f'"{text}" is the name of several'
    hint = f"map the column of their ids as `[name] identity`, or {which(people, text)}"
    leave_out(facts, row, message, hint)


def _name(id: str, row: Span, keys: Filled, archive: Archive) -> Draft:
    known = archive.names.get(id)
    path = known.span.path if known and known.registered else layout.file("name", id)
    return Draft(path, Name, row, keys, {}, {})
