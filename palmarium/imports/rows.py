"""Read the rows of a table as facts.

Owns: what a row stands for, and why one does not land.
Never: looks at the site's files, or knows whose name a text is.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from ..load import UNKNOWN
from ..problems import Level, Problem, Span
from ..progress import Tell
from ..schema import award, edition, mapping, parts, results, texts
from ..schema.outline import Type
from ..table import Row, Table
from ..urls import slug as made_slug
from .cells import Cells, Unmade, conditions_of
from .facts import Award, Edition, Entry, Facts, Filled, Person, Result, add, grouped
from .filling import Key, Source, as_many, fill, keys, listed, one, placed, taken
from .laureates import Reading, Said, rules, said

slug = lru_cache(maxsize=100_000)(made_slug)

_STEP = 500
_TEXT = Type("text")
_NOTHING = Key("", _TEXT, take=lambda cells: ())

Known = Mapping[str, Mapping[str, tuple[str, str]]]
"""What the site has already: by award, then by id or name of a category, its id and its name."""


class Unlanded(Exception):
    """A row of which nothing can be kept, and why; with a hint."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A mapping made ready for the rows of one table."""

    award_id: Key
    edition_id: Key
    category_id: Key
    printed: Key
    laureate: Key
    identity: Key
    group: Key
    award: tuple[Key, ...]
    edition: tuple[Key, ...]
    category: tuple[Key, ...]
    entry: tuple[Key, ...]
    refusal: tuple[Key, ...]
    result: tuple[Key, ...]
    holder: tuple[Key, ...]
    name: tuple[Key, ...]
    readings: tuple[Reading, ...]
    skips: tuple[tuple[str, Callable[[Cells], bool]], ...]
    not_awarded: Callable[[Cells], bool]
    unknown: Callable[[Cells], bool]
    joint: bool
    has_category: bool
    has_result: bool
    has_name: bool
    known: Known


def read(table: Table, how: mapping.Mapping, source: Source, known: Known, tell: Tell) -> Facts:
    """Every fact of a table."""
    reader = _reader(how, source, known)
    facts = Facts()
    for done, row in enumerate(table.rows, 1):
        try:
            _row(reader, row, facts)
        except (Unlanded, Unmade) as error:
            facts.unlanded.append(row.span)
            why, hint = (*error.args, "correct it in the table")[:2]
            facts.problems.append(Problem("row-not-landed", row.span, why, hint, Level.WARNING))
        if done % _STEP == 0:
            tell("rows", done, len(table.rows))
    return facts


def _reader(how: mapping.Mapping, source: Source, known: Known) -> Reader:
    def special(section: object, name: str) -> Key:
        value = getattr(section, name, None)
        return Key(name, _TEXT, take=source.take(value)) if value is not None else _NOTHING

    def holds(part: object) -> Callable[[Cells], bool]:
        return conditions_of(part.when, source.places) if part is not None else lambda cells: False  # type: ignore[attr-defined]

    laureates = keys(how.result, results.Result, source)
    holder = tuple(inner for key in laureates if key.name == "laureate" for inner in key.inner)
    of_name = keys(how.name, texts.Name, source)
    return Reader(
        award_id=special(how.award, "id"),
        edition_id=special(how.edition, "id"),
        category_id=special(how.category, "id"),
        printed=special(how.category, "printed_name"),
        laureate=next((key for key in holder if key.name == "name"), special(how.name, "name")),
        identity=special(how.name, "identity"),
        group=special(how.result, "group"),
        award=keys(how.award, award.Award, source),
        edition=keys(how.edition, edition.Edition, source),
        category=keys(how.category, parts.Category, source),
        entry=keys(how.entry, results.Entry, source),
        refusal=keys(how.not_awarded, results.Refusal, source),
        result=tuple(key for key in laureates if key.name != "laureate"),
        holder=(*(key for key in holder if key.name != "name"), *_beside(how, source)),
        name=tuple(key for key in of_name if key.name != "name"),
        readings=rules(how.rules),
        skips=tuple((skip.why, conditions_of(skip.when, source.places)) for skip in how.skips),
        not_awarded=holds(how.not_awarded),
        unknown=holds(how.unknown),
        joint=how.result is None or how.result.joint,  # type: ignore[attr-defined]
        has_category=how.category is not None,
        has_result=how.result is not None,
        has_name=how.name is not None,
        known=known,
    )


def _beside(how: mapping.Mapping, source: Source) -> tuple[Key, ...]:
    """What is said of a laureate beside it rather than inside it."""
    of_holder = keys(how.result, results.Holder, source)
    of_post = keys(how.result, parts.Post, source)
    return (*(key for key in of_holder if key.name in ("kind", "size", "country")), *of_post)


def _row(reader: Reader, row: Row, facts: Facts) -> None:
    cells = row.cells
    for why, skips in reader.skips:
        if skips(cells):
            facts.skipped[why].append(row.span)
            return
    tell = partial(_left_out, facts, row.span)
    award = _award(reader, row, facts, tell)
    edition = _edition(reader, row, facts, award, tell) if award and reader.edition_id is not _NOTHING else None
    if award is None or edition is None:
        _names_alone(reader, row, facts, award, tell)
        return
    people, keys = _people(reader, cells, tell) if reader.has_result else ([], [])
    state = _state(reader, cells, tell)
    if not reader.has_result and not state and not reader.has_category:
        return
    if not people and not state and reader.has_result:
        hint = "say which rows are meant: `[not_awarded]`, `[unknown]` or `[[skip]]`, each with `when`"
        raise Unlanded("no laureate", hint)
    entry = _entry(reader, row, facts, award, edition, tell)
    about = f"{edition.id}, {award.id}"
    if state:
        add(facts, entry.keys, {**state, **_printed(entry, "printed_name")}, row.span, about)
        return
    for each in keys:
        each.update(_printed(entry, "printed_category"))
    group = one("group", taken(reader.group, cells, tell), tell)
    _results(reader, entry, row.span, people, keys, group, facts)


def _left_out(facts: Facts, row: Span, key: str, message: str, hint: str) -> None:
    said = f"{key}: {message}; left out" if key else f"{message}; left out"
    facts.problems.append(Problem("value-left-out", row, said, hint, Level.WARNING))


def _award(reader: Reader, row: Row, facts: Facts, tell: Callable[[str, str, str], None]) -> Award | None:
    if reader.award_id is _NOTHING:
        return None
    text = one("award", taken(reader.award_id, row.cells, tell), tell)
    if not text:
        raise Unlanded("no award", "give `[award] id` a column that is never empty")
    id = slug(text)
    award = facts.awards.get(id)
    if award is None:
        award = facts.awards[id] = Award(row.span, id)
        if text != id:
            award.keys["name"] = text
    known = fill(reader.award, row.cells, tell)
    if known:
        if award.keys.get("name") == text:
            award.keys.pop("name") if "name" in known else None
        add(facts, award.keys, known, row.span, award.id)
    return award


def _edition(
    reader: Reader, row: Row, facts: Facts, award: Award, tell: Callable[[str, str, str], None]
) -> Edition:
    text = one("edition", taken(reader.edition_id, row.cells, tell), tell)
    if not text:
        raise Unlanded("no edition", "give `[edition] id` a column that is never empty")
    # The file award.yaml is that of the award.
    id = slug(text) if slug(text) != "award" else "award-2"
    edition = facts.editions.get(f"{award.id}/{id}")
    if edition is None:
        edition = facts.editions[f"{award.id}/{id}"] = Edition(row.span, award.id, id)
        if text != id:
            edition.keys["label"] = text
    known = fill(reader.edition, row.cells, tell)
    if known:
        if "label" in known and edition.keys.get("label") == text:
            del edition.keys["label"]
        add(facts, edition.keys, known, row.span, f"{award.id}/{id}")
    return edition


def _entry(
    reader: Reader, row: Row, facts: Facts, award: Award, edition: Edition, tell: Callable[[str, str, str], None]
) -> Entry:
    text = one("category", taken(reader.category_id, row.cells, tell), tell) if reader.has_category else ""
    id = _category(reader, row, facts, award, text, tell) if text else UNKNOWN
    entry = edition.entries.get(id)
    if entry is None:
        entry = edition.entries[id] = Entry(row.span)
    keys = fill(reader.entry, row.cells, tell)
    printed = one("printed_name", taken(reader.printed, row.cells, tell), tell)
    name = award.categories[id].get("name", "") if id != UNKNOWN else ""
    entry.printed.append(printed or name)
    if printed not in ("", name) and id != UNKNOWN and printed == entry.printed[0]:
        keys["printed_name"] = printed
    if keys:
        add(facts, entry.keys, keys, row.span, f"{award.id}/{edition.id}, {text}")
    return entry


def _printed(entry: Entry, key: str) -> Filled:
    """What this row calls the category, where the first one called it otherwise."""
    return {key: entry.printed[-1]} if entry.printed[-1] not in ("", entry.printed[0]) else {}


def _category(
    reader: Reader, row: Row, facts: Facts, award: Award, text: str, tell: Callable[[str, str, str], None]
) -> str:
    """The id of a category; two names of the same letters are one, others never are."""
    id = award.texts.get(text)
    if id is None:
        known = reader.known.get(award.id, {})
        id, name = known.get(text) or _new_category(award, dict(known.values()), text)
        award.texts[text] = id
        award.categories.setdefault(id, {"name": name})
    keys = fill(reader.category, row.cells, tell)
    if keys:
        held = award.categories[id]
        if "name" in keys and held.get("name") == text:
            held["name"] = keys["name"]
        add(facts, held, keys, row.span, f"{award.id}/{id}")
    return id


def _new_category(award: Award, known: Mapping[str, str], text: str) -> tuple[str, str]:
    """The id of a category that came with this text first, and its name."""
    names = {**{id: keys["name"] for id, keys in award.categories.items()}, **known}
    base = slug(text)
    id, number = base, 1
    while id == UNKNOWN or (id in names and _letters(names[id]) != _letters(text)):
        number += 1
        id = f"{base}-{number}"
    return id, names.get(id, text)


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _state(reader: Reader, cells: Cells, tell: Callable[[str, str, str], None]) -> Filled:
    if reader.not_awarded(cells):
        return {"not_awarded": {"reason": "other", **fill(reader.refusal, cells, tell)}}
    return {"outcome": "unknown"} if reader.unknown(cells) else {}


def _people(
    reader: Reader, cells: Cells, tell: Callable[[str, str, str], None]
) -> tuple[list[Person], list[Filled]]:
    """Every name in a row, and what the row says of the result: once where they share it, else for each."""
    found = [name for text in taken(reader.laureate, cells, tell) for name in said(text, reader.readings)]
    if not found:
        return [], []
    count = len(found)
    identities = as_many(list(placed(reader.identity, cells, tell)), count)
    if identities and len(identities) != count:
        raise Unlanded(
            f"{len(identities)} identities for {count} laureates",
            "split both alike, or take the identity only `when` there is one",
        )
    holders = listed(reader.holder, cells, tell, count=count)
    names = listed(reader.name, cells, tell, count=count)
    people = [
        Person(name.text, str(identity), {**holder, **name.holder}, _named(name, of_name))
        for name, identity, holder, of_name in zip(found, identities or [""] * count, holders, names, strict=True)
    ]
    shared = reader.joint or count == 1
    keys = [fill(reader.result, cells, tell)] if shared else listed(reader.result, cells, tell, count=count)
    for at, name in enumerate(found):
        keys[0 if shared else at].update(name.result)
    return people, keys


def _named(name: Said, keys: Filled) -> Filled:
    return {**keys, "kind": name.kind} if name.kind else keys


def _results(
    reader: Reader, entry: Entry, row: Span, people: list[Person], keys: list[Filled], group: str, facts: Facts
) -> None:
    made = (
        [Result(row, people, keys[0])]
        if len(keys) == 1
        else [Result(row, [person], each) for person, each in zip(people, keys, strict=True)]
    )
    for result in made:
        if group:
            grouped(facts, entry, group, result, "the result")
        else:
            entry.results.append(result)


def _names_alone(
    reader: Reader, row: Row, facts: Facts, award: Award | None, tell: Callable[[str, str, str], None]
) -> None:
    """A row that is about names, not about results."""
    people, _ = _people(reader, row.cells, tell) if reader.has_name and not reader.has_result else ([], [])
    if not people and award is None:
        raise Unlanded("no name", "give `[name] name` a column that is never empty")
    facts.people.extend([(row.span, person) for person in people])
