"""Facts from the rows of a table, and the reason for each row that is left out."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Any

from ..build.work import Tell as Progress
from ..model.ids import slug as made_slug
from ..problems import Level, Problem, Span
from ..sources.load import UNKNOWN
from ..sources.schema import forms, meant
from ..sources.schema.outline import Type
from ..sources.schema.words import nobody
from . import mapping, short_form
from .cells import Cells, clean, columns_of, conditions_of, date_hint, split, splitter
from .facts import (
    Facts,
    Filled,
    ImportedAward,
    ImportedEdition,
    ImportedEntry,
    ImportedResult,
    Person,
    add,
    first_row_of,
    grouped,
    leave_out,
    left_out,
    mention,
)
from .filling import (
    NOBODY,
    FilledFrom,
    FilledKey,
    Tell,
    as_many,
    fill,
    keys,
    letters,
    listed,
    one,
    placed,
    shown,
    taken,
    tied,
    values_from_cells,
)
from .mapping import OF_HOLDER, TextRule, Value, literal
from .no_names import SECTIONS, by_section, said_by, to_write, to_write_for_part
from .patterns import UnreadableCell, search
from .tables.table import Row, Table, column_texts

# Read the text of a laureate by the rules of a mapping: one or several names, and what else it says.


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A compiled rule for reading names."""

    pattern: re.Pattern[str]
    kind: str
    splitter: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name found in a text, its kind if a rule gives one, and keys of its laureate and result.

    `rest` is what stands before and after what the rule's pattern takes.
    """

    text: str
    kind: str = ""
    holder: dict[str, Any] = field(default_factory=dict)
    result: dict[str, Any] = field(default_factory=dict)
    rest: tuple[str, ...] = ()


def rules(written: tuple[TextRule, ...]) -> tuple[CompiledRule, ...]:
    return tuple(
        CompiledRule(rule.match, rule.kind or "", splitter(rule.split) if rule.split else None) for rule in written
    )


def names_in(text: str, readings: tuple[CompiledRule, ...]) -> tuple[FoundName, ...]:
    """Every name in a text, read by the first rule whose pattern matches."""
    for reading in readings:
        found = search(reading.pattern, text)
        if found:
            parts = {name: clean(part) for name, part in found.groupdict().items() if part}
            outside = (text[: found.start()], text[found.end() :]) if "laureate" in parts else ()
            rest = tuple(clean(part) for part in outside if any(map(str.isalnum, part)))
            return _read(text, reading, parts, rest)
    return (FoundName(text),)


def _read(text: str, reading: CompiledRule, parts: dict[str, str], rest: tuple[str, ...]) -> tuple[FoundName, ...]:
    named = parts.pop("laureate", text)
    names = tuple(filter(None, split(named, reading.splitter))) if reading.splitter else (named,)
    holder = {key: short_form.opened(forms.Holder, key, value) for key, value in parts.items() if key in OF_HOLDER}
    result = {key: short_form.opened(forms.Result, key, value) for key, value in parts.items() if key not in OF_HOLDER}
    return tuple(
        FoundName(name, reading.kind, dict(holder), dict(result), () if at else rest) for at, name in enumerate(names)
    )


# Read the rows of a table as facts: what each row states, and why one does not land.

slug = lru_cache(maxsize=100_000)(made_slug)

_STEP = 500
_TEXT = Type("text")
_SEVERAL_YEARS = re.compile(r"\b\d{4}\s*(?:[,;&+]|and|et|und)\s*\d{4}\b")
_NOTHING = FilledKey("", _TEXT, take=lambda cells: ())
_DECISIVE = ("distinction", "rank", "status", "acceptance", "official", "outcome")
"""Keys that say whether somebody won: a row whose value for one can't be read does not land."""

_BARE = '{} is a bare text, which is the column `value`: `laureate = {{… or = "{{value}}"}}`'
_USUAL = MappingProxyType({"distinction": "winner", "status": "active"})
"""What a prize is where nothing else is said."""

Known = Mapping[str, Mapping[str, tuple[str, str]]]
"""What the site has already: by award, then by id or name of a category, its id and its name."""


class SkippedRow(Exception):
    """A row that is left out entirely, with the reason and a hint."""


@dataclass(frozen=True, slots=True)
class Laureates:
    """The laureate columns of a row and the keys of each; `of_name` are the keys of its own file.

    `column` is the one that names are taken from, or nothing where there are several.
    """

    name: FilledKey
    identity: FilledKey
    authority: str
    holder: tuple[FilledKey, ...]
    of_name: tuple[FilledKey, ...]

    @property
    def column(self) -> str:
        first, *others = sorted(self.name.reads) or [""]
        return "" if others else first


@dataclass(frozen=True, slots=True)
class Reader:
    """A mapping compiled for the columns of one table.

    `looked_at` are the columns by which a row says that there is no laureate; `speaks_of_nothing` is true where the
    mapping says what an empty place or distinction means; `bare` is the column of the bare texts of nested data, or -1;
    `texts` are the categories of the whole table, by award, `no_names` the cells of its columns of names that are none,
    by the section of the mapping that is to name them.
    """

    award_id: FilledKey
    edition_id: FilledKey
    category_id: FilledKey
    printed: FilledKey
    laureates: tuple[Laureates, ...]
    group: FilledKey
    award: tuple[FilledKey, ...]
    edition: tuple[FilledKey, ...]
    category: tuple[FilledKey, ...]
    entry: tuple[FilledKey, ...]
    result: tuple[FilledKey, ...]
    readings: tuple[CompiledRule, ...]
    skips: tuple[tuple[str, Callable[[Cells], bool]], ...]
    refusals: tuple[tuple[Callable[[Cells], bool], tuple[FilledKey, ...]], ...]
    unknown: tuple[Callable[[Cells], bool], ...]
    looked_at: frozenset[str]
    speaks_of_nothing: bool
    joint: bool
    bare: int
    has_category: bool
    has_result: bool
    has_name: bool
    known: Known
    texts: Mapping[str, frozenset[str]]
    no_names: Mapping[str, Mapping[str, tuple[str, ...]]]


def read(table: Table, how: mapping.Mapping, source: FilledFrom, known: Known, tell: Progress) -> Facts:
    """Every fact of a table."""
    reader = _reader(how, source, known, table)
    facts = Facts()
    for done, row in enumerate(table.rows, 1):
        try:
            _row(reader, row, facts)
        except (SkippedRow, UnreadableCell) as error:
            why, hint = (*error.args, "correct it in the table")[:2]
            leave_out(facts, row.span, why, hint)
            # An edition of which no row lands is none: `Total`, a note below the table, the heading of a part.
            for id, edition in tuple(facts.editions.items())[-1:]:
                if edition.row == row.span and not edition.entries:
                    del facts.editions[id]
        if done % _STEP == 0:
            tell("rows", done, len(table.rows))
    _settle(facts, reader)
    _drop_unlanded(facts, reader)
    return facts


# A mapping made ready.


def _reader(how: mapping.Mapping, source: FilledFrom, known: Known, table: Table) -> Reader:
    def special(section: object, name: str) -> FilledKey:
        value = getattr(section, name, None)
        return source.key(name, _TEXT, value) if value is not None else _NOTHING

    award_id, category_id = special(how.award, "id"), special(how.category, "id")
    laureates = tuple(_laureates(how, source))
    states: tuple[mapping.NotAwarded | mapping.Rows, ...] = (*how.not_awarded, *how.unknown)
    places = (getattr(how.result, name, None) for name in ("rank", "distinction"))
    return Reader(
        award_id=award_id,
        edition_id=special(how.edition, "id"),
        category_id=category_id,
        printed=special(how.category, "printed_name"),
        laureates=laureates,
        group=special(how.result, "group"),
        award=keys(how.award, forms.Award, source),
        edition=keys(how.edition, forms.Edition, source),
        category=keys(how.category, forms.Category, source),
        entry=keys(how.entry, forms.Entry, source),
        result=(*keys(how.result, forms.Result, source), *_tie(how, source)),
        readings=rules(how.rules),
        skips=tuple((skip.why, conditions_of(skip.when, source.places)) for skip in how.skips),
        refusals=tuple(
            (conditions_of(part.when, source.places), keys(part, forms.Refusal, source)) for part in how.not_awarded
        ),
        unknown=tuple(conditions_of(part.when, source.places) for part in how.unknown),
        looked_at=frozenset(name for part in states for when in part.when for name in sorted(columns_of(when))),
        speaks_of_nothing=any(_speaks_of_nothing(value) for value in places),
        bare=source.places.get("value", -1) if table.how.rows and not _is_joined(how) else -1,
        joint=how.result is None or how.result.joint,  # type: ignore[attr-defined]
        has_category=how.category is not None,
        has_result=how.result is not None,
        has_name=how.name is not None,
        known=known,
        texts=_categories(table, award_id, category_id),
        no_names={
            name: by_section(map(clean, column_texts(table, name)))
            for name in (part.column for part in laureates)
            if name
        },
    )


def _is_joined(how: mapping.Mapping) -> bool:
    """Whether a bare text is an id, by which other rows are put beside it, and no name."""
    return any("value" in join.on.values() for join in how.read.joins)


def _laureates(how: mapping.Mapping, source: FilledFrom) -> Iterator[Laureates]:
    """Each part of `[result] laureate`, or the `[name]` of a row that is no result."""
    named = keys(how.name, forms.Name, source)
    of_name = tuple(key for key in named if key.name != "name")
    identity, authority = getattr(how.name, "identity", None), getattr(how.name, "authority", "")
    parts_of = getattr(how.result, "holders", ())
    for part in parts_of:
        inner = keys(part, forms.Holder, source)
        name = next((key for key in inner if key.name == "name"), _NOTHING)
        holder = (*(key for key in inner if key.name != "name"), *_beside(how, source))
        if part.identity is None and (len(parts_of) == 1 or part.kind is None):
            yield Laureates(name, _identity(identity, source), authority, holder, of_name)
            continue
        kind = tuple(key for key in holder if key.name == "kind")
        holder = tuple(key for key in holder if key.name != "kind")
        yield Laureates(name, _identity(part.identity, source), part.authority, holder, kind)
    alone = next((key for key in named if key.name == "name"), None)
    if not parts_of and alone:
        yield Laureates(alone, _identity(identity, source), authority, (), of_name)


def _identity(value: Value | None, source: FilledFrom) -> FilledKey:
    return source.key("identity", _TEXT, value) if value is not None else _NOTHING


def _beside(how: mapping.Mapping, source: FilledFrom) -> tuple[FilledKey, ...]:
    """Keys of a laureate that are written beside it instead of inside it."""
    of_holder = keys(how.result, forms.Holder, source)
    of_post = keys(how.result, forms.Post, source)
    return (*(key for key in of_holder if key.name in ("kind", "size", "country")), *of_post)


def _tie(how: mapping.Mapping, source: FilledFrom) -> Iterator[FilledKey]:
    """Mark a rank written `T3` or `=3` as shared, if no column states it."""
    rank, tie = getattr(how.result, "rank", None), getattr(how.result, "tie", None)
    take = source.key("rank", _TEXT, rank).take if rank is not None and tie is None else None
    if take is not None:
        yield FilledKey("tie", _TEXT, take=lambda cells: tuple("true" if tied(text) else "" for text in take(cells)))


def _speaks_of_nothing(value: Value | None) -> bool:
    in_map = value is not None and isinstance(value.map, dict) and "" in value.map
    return value is not None and (value.otherwise is not None or value.fallback is not None or in_map)


def _categories(table: Table, award_id: FilledKey, category_id: FilledKey) -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in table.rows if award_id.take and category_id.take else ():
        try:
            awards, categories = award_id.take(row.cells), category_id.take(row.cells)  # type: ignore[misc]
        except UnreadableCell:
            continue
        for text in awards:
            found[slug(text)].update(categories)
    return {id: frozenset(those) for id, those in found.items()}


# One row.


def _row(reader: Reader, row: Row, facts: Facts) -> None:
    cells = row.cells
    for why, skips in reader.skips:
        if skips(cells):
            facts.skipped[why].append(row.span)
            return
    tell = partial(left_out, facts, row.span)
    award = _award(reader, row, facts, tell)
    edition = _edition(reader, row, facts, award, tell) if award and reader.edition_id is not _NOTHING else None
    if award is None or edition is None:
        _names_alone(reader, row, facts, award, tell)
        return
    state = _state(reader, cells, tell)
    people, keys = _people(reader, cells, tell) if reader.has_result and not state else ([], [])
    if not reader.has_result and not state and not reader.has_category:
        return
    if not people and not state and reader.has_result:
        bare = cells[reader.bare] if reader.bare >= 0 else ""
        raise SkippedRow("no laureate", _BARE.format(literal(str(bare))) if bare else NOBODY)
    # What may leave a row out is read before the row leaves a trace.
    of_state = fill(reader.result, cells, _decided(tell)) if state and "not_awarded" not in state else {}
    entry = _entry(reader, row, facts, award, edition, tell)
    if state:
        _stated(reader, entry, row, facts, state, of_state, f"{edition.id}, {award.id}")
        return
    for each in keys:
        each.update(_printed(entry, "printed_category"))
    group = one("group", taken(reader.group, cells, tell), tell)
    _results(entry, row.span, people, keys, group, facts)


def _award(reader: Reader, row: Row, facts: Facts, tell: Tell) -> ImportedAward | None:
    if reader.award_id is _NOTHING:
        return None
    text = one("award", taken(reader.award_id, row.cells, tell), tell)
    if not text:
        raise SkippedRow("no award", "give `[award] id` a column that is never empty")
    id = slug(text)
    award = facts.awards.get(id)
    if award is None:
        award = facts.awards[id] = ImportedAward(row.span, id)
        if text != id:
            award.keys["name"] = text
    known = fill(reader.award, row.cells, tell)
    if known:
        if award.keys.get("name") == text:
            award.keys.pop("name") if "name" in known else None
        add(facts, award.keys, known, row.span, award.id)
    return award


def _of_a_day(row: Span, text: str, day: str) -> Problem:
    """An edition that is called by a day, which may be two days: `3/4/2020`."""
    message = f'the edition "{text}" is called by a day' + (f": {day}" if day != text else "")
    kept = date_hint(text, '`ceremony.date = {column = "…", ', "}`") or '`ceremony.date = "{…}"`'
    hint = rf"""to take its year: `id = {{column = "…", pattern = '\d{{4}}'}}`; to keep the day, too: {kept}"""
    return Problem("odd-edition", row, message, hint, Level.WARNING)


def _edition(reader: Reader, row: Row, facts: Facts, award: ImportedAward, tell: Tell) -> ImportedEdition:
    text = one("edition", taken(reader.edition_id, row.cells, tell), tell)
    if not text:
        raise SkippedRow("no edition", "give `[edition] id` a column that is never empty")
    # The file award.yaml is that of the award.
    id = slug(text) if slug(text) != "award" else "award-2"
    edition = facts.editions.get(f"{award.id}/{id}")
    if edition is None:
        edition = facts.editions[f"{award.id}/{id}"] = ImportedEdition(row.span, award.id, id)
        if text != id:
            edition.keys["label"] = text
        if text[-1:].isalnum() and len(day := meant.date(text)) >= len("2020-04-03"):
            facts.problems.append(_of_a_day(row.span, text, day))
        elif _SEVERAL_YEARS.search(text):
            message = f'the edition "{text}" is called by several years'
            hint = "write a row for each year; a season is `2019/20`"
            facts.problems.append(Problem("odd-edition", row.span, message, hint, Level.WARNING))
    called = str(edition.keys.get("label", id))
    if not any(key.name == "label" for key in reader.edition) and letters(called) != letters(text):
        message = f'"{text}" and "{called}" are one edition, {id}: the first name stays'
        facts.problems.append(Problem("rows-differ", row.span, message, "give one of them another id", Level.WARNING))
    known = fill(reader.edition, row.cells, tell)
    if known:
        if "label" in known and edition.keys.get("label") == text:
            del edition.keys["label"]
        add(facts, edition.keys, known, row.span, f"{award.id}/{id}")
    return edition


def _entry(
    reader: Reader, row: Row, facts: Facts, award: ImportedAward, edition: ImportedEdition, tell: Tell
) -> ImportedEntry:
    text = one("category", taken(reader.category_id, row.cells, tell), tell) if reader.has_category else ""
    keys = fill(reader.entry, row.cells, _decided(tell))
    id = _category(reader, row, facts, award, text, tell) if text else UNKNOWN
    entry = edition.entries.get(id)
    if entry is None:
        entry = edition.entries[id] = ImportedEntry(row.span)
    printed = one("printed_name", taken(reader.printed, row.cells, tell), tell)
    name = award.categories[id].get("name", "") if id != UNKNOWN else ""
    entry.printed.append(printed or name)
    if printed not in ("", name) and id != UNKNOWN and printed == entry.printed[0]:
        keys["printed_name"] = printed
    if keys:
        add(facts, entry.keys, keys, row.span, f"{award.id}/{edition.id}, {text}")
    return entry


def _printed(entry: ImportedEntry, key: str) -> Filled:
    """The name of the category in this row, if it differs from the first one."""
    return {key: entry.printed[-1]} if entry.printed[-1] not in ("", entry.printed[0]) else {}


def _category(reader: Reader, row: Row, facts: Facts, award: ImportedAward, text: str, tell: Tell) -> str:
    """The id of a category; names that differ only in case or accents share one."""
    id = award.texts.get(text)
    if id is None:
        known = reader.known.get(award.id, {})
        id, name = known.get(text) or _new_category(reader, award, dict(known.values()), text)
        award.texts[text] = id
        award.categories.setdefault(id, {"name": name})
    keys = fill(reader.category, row.cells, tell)
    if keys:
        held = award.categories[id]
        if "name" in keys and held.get("name") == text:
            held["name"] = keys["name"]
        add(facts, held, keys, row.span, f"{award.id}/{id}")
    return id


def _new_category(reader: Reader, award: ImportedAward, known: Mapping[str, str], text: str) -> tuple[str, str]:
    """The id and name of a category that occurs for the first time.

    A category of the site with that id is taken for the same one, renamed since, unless the table also uses the name
    that it has in the site.
    """
    names = {**known, **{id: keys["name"] for id, keys in award.categories.items()}}
    base = slug(text)
    others = {letters(other) for other in reader.texts.get(award.id, ())}
    if base in known and base not in award.categories and letters(known[base]) not in others:
        return base, text
    id, number = base, 1
    while id == UNKNOWN or (id in names and letters(names[id]) != letters(text)):
        number += 1
        id = f"{base}-{number}"
    return id, names.get(id, text)


def _state(reader: Reader, cells: Cells, tell: Tell) -> Filled:
    refusal = next((keys for holds, keys in reader.refusals if holds(cells)), None)
    if refusal is not None:
        return {"not_awarded": {"reason": "other", **fill(refusal, cells, tell)}}
    is_unknown = any(holds(cells) for holds in reader.unknown)
    # Where the row has laureates, what is wrong with their names is told as they are read.
    how = tell if is_unknown else lambda key, message, hint: None
    named = [text for part in reader.laureates for text in taken(part.name, cells, how)]
    return {"outcome": short_form.UNKNOWN} if is_unknown or set(named) == {short_form.UNKNOWN} else {}


def _stated(
    reader: Reader, entry: ImportedEntry, row: Row, facts: Facts, state: Filled, keys: Filled, about: str
) -> None:
    """A row which states that nobody won, or that the winner is unknown, who may have other `keys`."""
    spoken = reader.result if "not_awarded" in state else ()
    of_laureates = ((each.name, each.identity, *each.holder, *each.of_name) for each in reader.laureates)
    said = "nobody got it" if "not_awarded" in state else "the laureate is not known"
    used = reader.looked_at.union(*(key.reads for _, keys in reader.refusals for key in keys if spoken))
    for key in (*(key for those in of_laureates for key in those), *spoken):
        for value in values_from_cells(key, row.cells) if key.reads - used else ():
            is_nothing = isinstance(value, str) and nobody(value) == "unknown"
            if not is_nothing and _USUAL.get(key.name) != value:
                column = literal(f"{{{min(key.reads)}}}") if len(key.reads) == 1 else '"…"'
                hint = f"to keep it: [not_awarded] note = {column}" if spoken and key.name == "note" else ""
                left_out(facts, row.span, key.name, f'"{shown(value)}" in a row that says that {said}', hint)
    if any(_USUAL.get(key) != value for key, value in keys.items()):
        mention(facts, keys, row.span)
        entry.results.append(ImportedResult(row.span, [], {**keys, **_printed(entry, "printed_category")}))
        return
    add(facts, entry.keys, {**state, **_printed(entry, "printed_name")}, row.span, about)


def _decided(tell: Tell) -> Tell:
    """Check that the value deciding a win was read; otherwise the row is left out."""

    def told(key: str, message: str, hint: str) -> None:
        if key in _DECISIVE:
            raise SkippedRow(f"{key}: {message}", hint)
        tell(key, message, hint)

    return told


def _people(reader: Reader, cells: Cells, tell: Tell) -> tuple[list[Person], list[Filled]]:
    """Every name in a row with the keys of the result: once for a shared result, else for each."""
    decided = _decided(tell)
    made = [pair for part in reader.laureates for pair in _part(reader, part, cells, decided)]
    if not made:
        return [], []
    count = len(made)
    shared = reader.joint or count == 1
    keys = [fill(reader.result, cells, decided)] if shared else listed(reader.result, cells, decided, count=count)
    for at, (_, name) in enumerate(made):
        keys[0 if shared else at].update(name.result)
    return [person for person, _ in made], keys


def _part(reader: Reader, part: Laureates, cells: Cells, tell: Tell) -> Iterator[tuple[Person, FoundName]]:
    """The laureates in one column of a row."""
    found = [name for text in taken(part.name, cells, tell) for name in names_in(text, reader.readings)]
    count = len(found)
    if not found:
        return
    identities = as_many(list(placed(part.identity, cells, tell)), count)
    if identities and len(identities) != count:
        raise SkippedRow(
            f"{len(identities)} identities for {count} laureates",
            "split both alike, or take the identity only `when` there is one",
        )
    holders = listed(part.holder, cells, tell, count=count)
    names = listed(part.of_name, cells, tell, count=count)
    for name, identity, holder, of_name in zip(found, identities or [""] * count, holders, names, strict=True):
        if name.text == short_form.UNKNOWN:
            tell("laureate", f'"{short_form.UNKNOWN}" beside others', "make a result of each: `joint = false`")
            continue
        if _is_nobody(name, str(identity), {**holder, **of_name}):
            message, hint = f'"{name.text}" is nobody\'s name', _of_nobody(reader, part, name.text, count)
            if count == 1:
                raise SkippedRow(message, hint)
            tell("laureate", message, hint)
            continue
        for rest in name.rest:
            tell("laureate", f'no part of the rule takes "{rest}"', "let a group of `[[rule]] match` take it")
        own = {**of_name, "kind": name.kind} if name.kind else of_name
        yield Person(name.text, str(identity), part.authority, {**holder, **name.holder}, own), name


def _is_nobody(name: FoundName, identity: str, keys: Filled) -> bool:
    """Whether a word such as "unknown" is written for a name; works and names with an id may be called so."""
    return not identity and "work" not in (name.kind, keys.get("kind")) and bool(said_by(name.text))


def _of_nobody(reader: Reader, part: Laureates, text: str, count: int) -> str:
    """What to write for a text that is nobody's name, alone in its cell or one of several in it."""
    said = said_by(text)
    if count > 1 and said in SECTIONS:
        return f"`empty = [{literal(text)}]` leaves it out"
    if not part.column and said in SECTIONS:
        return NOBODY
    alike = reader.no_names.get(part.column, {}).get(SECTIONS.get(said, ""), ())
    if text not in alike:
        return to_write_for_part(said, part.column, text)
    # Where a row says whose name is one all the same, what is right for this row may be wrong for others.
    may_differ = part.identity is not _NOTHING or any(key.name == "kind" for key in (*part.holder, *part.of_name))
    return to_write(said, part.column, (text,) if may_differ else alike)


def _results(
    entry: ImportedEntry, row: Span, people: list[Person], keys: list[Filled], group: str, facts: Facts
) -> None:
    made = (
        [ImportedResult(row, people, keys[0])]
        if len(keys) == 1
        else [ImportedResult(row, [person], each) for person, each in zip(people, keys, strict=True)]
    )
    for result in made:
        mention(facts, result.keys, row)
        for person in result.people:
            mention(facts, person.holder, row)
        if group:
            grouped(facts, entry, group, result, "the result")
        else:
            entry.results.append(result)


def _names_alone(reader: Reader, row: Row, facts: Facts, award: ImportedAward | None, tell: Tell) -> None:
    """A row that is about names, not about results."""
    people, _ = _people(reader, row.cells, tell) if reader.has_name and not reader.has_result else ([], [])
    if not people and award is None:
        raise SkippedRow("no name", "give `[name] name` a column that is never empty")
    facts.people.extend([(row.span, person) for person in people])


# All rows together.


def _settle(facts: Facts, reader: Reader) -> None:
    """Problems that only several rows show: nobody beside a winner, missing ranks beside ranks."""
    found = [(each, id, entry) for each in facts.editions.values() for id, entry in each.entries.items()]
    named = any(result.keys.get("distinction") == "winner" for _, _, entry in found for result in entry.results)
    for held, category, entry in found:
        _contradicted(facts, f"{category} of {held.id}", entry)
        rankings: defaultdict[tuple[str, ...], list[ImportedResult]] = defaultdict(list)
        for result in entry.results:
            rankings[tuple(result.keys.get(key, "") for key in ("track", "scope", "round"))].append(result)
        for those in rankings.values():
            _placeless(facts, reader, category, entry, those, named)
        if rankings and not (entry.results or entry.keys):
            del held.entries[category]
        if not held.entries:
            del facts.editions[f"{held.award}/{held.id}"]


def _drop_unlanded(facts: Facts, reader: Reader) -> None:
    """Take away the awards of which no row landed, and the categories that no edition has."""
    held = {(edition.award, id) for edition in facts.editions.values() for id in edition.entries}
    landed = {edition.award for edition in facts.editions.values()}
    for id, award in tuple(facts.awards.items()) if reader.edition_id is not _NOTHING else ():
        if id not in landed:
            del facts.awards[id]
        for category in [each for each in award.categories if (id, each) not in held]:
            del award.categories[category]


def _contradicted(facts: Facts, about: str, entry: ImportedEntry) -> None:
    refused = first_row_of(facts, entry.keys, "not_awarded")
    winner = next((result for result in entry.results if result.is_win), None)
    row = winner.row if winner else first_row_of(facts, entry.keys, "outcome")
    if refused is None or row is None:
        return
    # Told here with both lines: the files that would hold the two have no more to say of it.
    del entry.keys["not_awarded"]
    name = f'"{winner.name}" did' if winner else "who did is not known"
    if refused == row:
        message = f"this row says that nobody got {about}, and that {name}"
        hint = "name the cell that is nobody's in a `[[skip]]` in place of `[not_awarded]`"
    else:
        message = f"line {refused.line} says that nobody got {about}, and line {row.line} that {name}"
        hint = "correct one of the two lines, or the mapping"
    facts.problems.append(Problem("contradiction", row, message, hint))


def _placeless(
    facts: Facts, reader: Reader, about: str, entry: ImportedEntry, those: list[ImportedResult], named: bool
) -> None:
    """Rows without a rank or distinction in a category where others have one: by default they would be winners."""
    blank = [result for result in those if not {"rank", "distinction"} & result.keys.keys()]
    others = [result for result in those if {"rank", "distinction"} & result.keys.keys()]
    if not blank or not (others or named):
        return
    key = "rank" if any("rank" in other.keys for other in others) else "distinction"
    first = next((other for other in others if other.is_win), None)
    hint = f'say what an empty cell means: `{key} = {{… or = "…"}}`, or an `else` of its `map`'
    for result in blank:
        name = result.name
        if first or named:
            where = f"line {first.row.line} has the winner of {about}" if first else "other rows say who won"
            leave_out(facts, result.row, f'no {key} for "{name}", and {where}', hint)
            entry.results.remove(result)
        elif not reader.speaks_of_nothing:
            message = f'no {key} for "{name}", and others of {about} have one: taken for the winner'
            facts.problems.append(Problem("partly-empty", result.row, message, hint, Level.WARNING))
