"""Identity of the names in an import: a name of the site or a new one; namesakes kept apart."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..model import WIKIDATA, Kind, Name
from ..model.archive import Archive
from ..problems import Level, Problem, Span
from . import yaml_edit
from .facts import PEOPLE, REFERENCES, Facts, Filled, Person, add, differ, first_row_of
from .mapping import literal
from .rows import slug
from .tables.table import texts_of
from .yaml_edit import Edit, Piece, opened

# Find out whose name each text of an import is: a name of the site, or a new one; no two spellings are merged.

Key = tuple[str, str, str]
"""What makes two texts one name: ("id", its identity, whose that is) or ("text", its spelling, "")."""


@dataclass(frozen=True, slots=True)
class ImportedName:
    """A name of an import: its spellings, the keys of its file, and the first row that has it."""

    row: Span
    spellings: Counter[str] = field(default_factory=Counter)
    keys: Filled = field(default_factory=dict)
    has_post: list[bool] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class People:
    """What the site calls each name: `refs` by key and spelling; `files` are to be written or merged.

    `ids` says whose name a text is, here and in the site; `ambiguous` are texts that several bear, `bearers` the ids of
    those who bear a text; `rows` are those in which new names come first. `alone` counts names without a namesake, of
    which a row says what would tell them apart.
    """

    refs: Mapping[tuple[Key, str], str]
    ids: Mapping[str, str]
    files: Mapping[str, tuple[Span, Filled]]
    ambiguous: frozenset[str]
    bearers: Mapping[str, set[str]]
    alone: int
    new: tuple[str, ...]
    matched: tuple[str, ...]
    rows: Mapping[str, Span]

    def called(self, person: Person) -> str:
        """The text that a result writes for a name; empty if several could be meant."""
        return self.refs.get((key_of(person), person.text), "")

    def named(self, text: str) -> str:
        """The text that anything else writes for a name without an external id."""
        return self.refs.get((("text", text, ""), text), "")


def key_of(person: Person) -> Key:
    return ("id", person.identity, person.authority) if person.identity else ("text", person.text, "")


def people(facts: Facts, archive: Archive) -> People:
    """Match every text of the import to a name."""
    found = _collected(facts)
    bearers = _bearers(archive.names.values())
    known: dict[Key, str] = {
        ("id", id, authority): name.id for name in archive.names.values() for authority, id in _ids(name)
    }
    ids = _matched(found, bearers, known)
    fresh = _fresh(found, ids, bearers, archive)
    for key, who in found.items():
        id = ids.get(key) or fresh.get(key)
        if id:
            for text in (*who.spellings, *who.keys.get("aliases", ())):
                bearers[text].add(id)
    everyone = {**{key: id for key, id in ids.items() if id}, **fresh}
    several = frozenset(text for text, those in bearers.items() if len(those) > 1)
    refs = dict(_refs(found, everyone, bearers))
    files = {**_namesakes(several, bearers, archive), **_files(found, everyone, fresh, bearers, archive, facts)}
    disambiguated = {id for id, (_, keys) in files.items() if "disambiguation" in keys}
    return People(
        refs=refs,
        ids={**{text: everyone[key] for (key, _), text in refs.items()}, **archive.ids},
        files=files,
        alone=sum(
            "disambiguation" in who.keys and everyone.get(key) not in disambiguated for key, who in found.items()
        ),
        ambiguous=several,
        bearers=bearers,
        new=tuple(fresh.values()),
        matched=tuple(id for id in ids.values() if id),
        rows={id: found[key].row for key, id in fresh.items()},
    )


def _collected(facts: Facts) -> dict[Key, ImportedName]:
    """Every name, those with an external id first, so that a bare text can match one of them."""
    found: dict[Key, ImportedName] = {}
    for row, person in persons(facts):
        key = key_of(person)
        who = found.get(key)
        if who is None:
            who = found[key] = ImportedName(row)
        who.spellings[person.text] += 1
        if person.name and person.name != who.keys:
            add(facts, who.keys, person.name, row, person.text)
        if not who.has_post and ("role" in person.holder or "org" in person.holder):
            who.has_post.append(True)
    for row, _, text in facts.mentions:
        found.setdefault(("text", text, ""), ImportedName(row)).spellings[text] += 1
    return dict(sorted(found.items(), key=lambda pair: pair[0][0]))


def persons(facts: Facts) -> Iterator[tuple[Span, Person]]:
    """Every laureate, and every name that stands alone, with its row."""
    yield from facts.people
    for edition in facts.editions.values():
        for entry in edition.entries.values():
            for result in entry.results:
                for person in result.people:
                    yield result.row, person


def unclear(facts: Facts, people: People) -> Iterator[Problem]:
    """Report names shared by several people outside the laureate column: such a reference is left out."""
    for row, key, text in dict.fromkeys(facts.mentions):
        if not people.named(text):
            message = f'{key}: "{text}" is the name of several; left out'
            yield Problem("ambiguous-name", row, message, which(people, text), Level.WARNING)


def which(people: People, text: str) -> str:
    """How to state in the mapping which of several names is meant."""
    first, *others = sorted(people.bearers[text])
    said = f"`map = {{{literal(text)} = {literal(first)}}}`"
    return f"say which is meant: {said}, or {', '.join(others)}"


def renamed(keys: Filled, people: People) -> Filled:
    """The keys with each name replaced by the site's name for it; an ambiguous name is left out."""
    made: Filled = {}
    for key, value in keys.items():
        if key in REFERENCES:
            called = [name for text in texts_of(value) if (name := people.named(text))]
            value = called[0] if isinstance(value, str) and called else called
        elif key in PEOPLE:
            value = [each for each in (_part(one, people) for one in value) if each]
        elif isinstance(value, dict):
            value = renamed(value, people)
        elif isinstance(value, list):
            value = [renamed(each, people) if isinstance(each, dict) else each for each in value]
        if value:
            made[key] = value
    return made


def _part(written: Any, people: People) -> Any:
    if isinstance(written, str):
        return people.named(written)
    name = people.named(written["name"])
    rest = {key: each for key, each in written.items() if key != "name"}
    return {"name": name, **renamed(rest, people)} if name else {}


def _bearers(names: Iterable[Name]) -> defaultdict[str, set[str]]:
    """The ids of the names that have a text as name, alias, former name or id."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    ids = []
    for name in names:
        ids.append(name.id)
        for text in name.spellings:
            found[text].add(name.id)
    for id in ids:
        if id not in found:
            found[id].add(id)
    return found


def _matched(
    found: Mapping[Key, ImportedName], bearers: Mapping[str, set[str]], known: Mapping[Key, str]
) -> dict[Key, str]:
    """Names that the site already has: by external id, else by spelling unless that name has another external id.

    An empty id stands for a text that several bear.
    """
    ids: dict[Key, str] = {}
    claims: defaultdict[str, list[Key]] = defaultdict(list)
    identified = {(id, authority) for (_, _, authority), id in known.items()}
    for key, who in found.items():
        if key in known:
            ids[key] = known[key]
            continue
        spellings = (*who.spellings, *who.keys.get("aliases", ())) if key[0] == "id" else tuple(who.spellings)
        those = {id for text in spellings for id in bearers.get(text, ())}
        if key[0] == "id":
            those = {id for id in those if (id, key[2]) not in identified}
            if len(those) == 1:
                claims[those.pop()].append(key)
        elif those:
            ids[key] = those.pop() if len(those) == 1 else ""
    # Two identities that could both be one name of the site are two namesakes of it.
    ids |= {keys[0]: id for id, keys in claims.items() if len(keys) == 1}
    return ids


def _fresh(
    found: Mapping[Key, ImportedName], ids: dict[Key, str], bearers: Mapping[str, set[str]], archive: Archive
) -> dict[Key, str]:
    """An id for each new name, and the name for a text that only one new identity has."""
    new = {key: who for key, who in found.items() if key not in ids}
    sharing = Counter(main(who) for key, who in new.items() if key[0] == "id")
    by_text: defaultdict[str, list[Key]] = defaultdict(list)
    for key, who in found.items():
        if key[0] == "id":
            for text in (*who.spellings, *who.keys.get("aliases", ())):
                by_text[text].append(key)
    taken = set(archive.names)
    fresh: dict[Key, str] = {}
    for key, who in new.items():
        text = main(who)
        if key[0] == "text" and by_text[text]:
            those = {ids.get(each) or fresh.get(each, "") for each in by_text[text]}
            ids[key] = those.pop() if len(those) == 1 else ""
            continue
        namesake = key[0] == "id" and (sharing[text] > 1 or text in bearers)
        fresh[key] = _free(f"{slug(text)}-{slug(key[1])}" if namesake else slug(text), taken)
        taken.add(fresh[key])
    return fresh


def _free(base: str, taken: set[str]) -> str:
    id, number = base, 1
    while id in taken:
        number += 1
        id = f"{base}-{number}"
    return id


def main(who: ImportedName) -> str:
    """The most frequent spelling; of several, the first."""
    return max(who.spellings, key=lambda text: who.spellings[text])


def _refs(
    found: Mapping[Key, ImportedName], everyone: Mapping[Key, str], bearers: Mapping[str, set[str]]
) -> Iterator[tuple[tuple[Key, str], str]]:
    for key, who in found.items():
        id = everyone.get(key)
        if id:
            for text in who.spellings:
                yield (key, text), text if bearers[text] == {id} else id


def _files(
    found: Mapping[Key, ImportedName],
    everyone: Mapping[Key, str],
    fresh: Mapping[Key, str],
    bearers: Mapping[str, set[str]],
    archive: Archive,
    facts: Facts,
) -> dict[str, tuple[Span, Filled]]:
    """The files of names; names without further facts get none."""
    files: dict[str, tuple[Span, Filled]] = {}
    guessed: list[tuple[Span, str]] = []
    for key, who in found.items():
        id = everyone.get(key)
        if not id or (key[0] == "text" and key not in fresh and not who.keys):
            continue
        known = archive.names.get(id)
        keys = _keys(key, who, known, bearers)
        is_said = bool(known or who.has_post or "kind" in who.keys)
        if not is_said and (like := archive.names.get(slug(main(who)))):
            # In capitals, or with a sign more, it is as one who is there.
            keys["kind"], is_said = like.kind.value, True
        if (known and known.registered) or _says_more(key, who, id, keys):
            guessed += [(who.row, main(who))] if not is_said else []
            row, into = files.setdefault(id, (who.row, {}))
            for name, value in {**who.keys, **keys}.items():
                if name not in into and name not in keys:
                    # What tells namesakes apart is not needed here.
                    continue
                if name not in into:
                    into[name] = value
                elif name == "identifiers":
                    into[name] = {**value, **into[name]}
                elif isinstance(value, list):
                    into[name] = list(dict.fromkeys((*into[name], *value)))
                elif name in who.keys and who.keys[name] != into[name]:
                    value = who.keys[name]
                    here = first_row_of(facts, who.keys, name) or who.row
                    differ(facts, main(who), name, (into[name], row), (value, here))
    facts.problems.extend(_kind_guessed(guessed))
    return files


def _kind_guessed(guessed: list[tuple[Span, str]]) -> Iterator[Problem]:
    """New files of names of which nothing says the kind; told once."""
    if guessed:
        row, text = guessed[0]
        more = f", and so are the kinds of {len(guessed) - 1} more" if len(guessed) > 1 else ""
        message = f'"{text}" is written as an organisation, which nothing says{more}'
        hint = '[name] kind = "person", "organisation", "team" or "work", or the column that says it'
        yield Problem("unsure-kind", row, message, hint, Level.WARNING)


def _namesakes(
    several: Iterable[str], bearers: Mapping[str, set[str]], archive: Archive
) -> dict[str, tuple[Span, Filled]]:
    """Names of the site that now have a namesake: one without a file needs one, because its id is written instead."""
    files: dict[str, tuple[Span, Filled]] = {}
    for id in sorted({id for text in several for id in bearers[text]}):
        name = archive.names.get(id)
        if name and not name.registered:
            files[id] = name.span, {"name": name.name, "kind": name.kind.value, **_met(id, archive)}
        elif name and not name.disambiguation:
            known = next(_ids(name), None)
            if known:
                files[id] = name.span, {"disambiguation": " ".join(known)}
    return files


def _ids(name: Name) -> Iterator[tuple[str, str]]:
    """The ids of a name elsewhere, each after its authority; Wikidata has a key of its own."""
    yield from ((each.authority, each.id) for each in name.identifiers)
    if name.wikidata:
        yield WIKIDATA, name.wikidata


def _met(id: str, archive: Archive) -> Filled:
    """Where a name occurs first, the only fact that can tell it apart."""
    first = next((each for each in archive.mentions_of.get(id, ()) if each.edition in archive.editions), None)
    if first is None or first.award not in archive.awards:
        return {}
    edition, award = archive.editions[first.edition], archive.awards[first.award]
    return {"disambiguation": f"{award.label} {edition.label}"}


def _keys(key: Key, who: ImportedName, known: Name | None, bearers: Mapping[str, set[str]]) -> Filled:
    name, authority = main(who), key[2]
    keys = dict(who.keys)
    apart = keys.pop("disambiguation", "") or (f"{authority} {key[1]}".strip() if key[0] == "id" else "")
    others = dict.fromkeys((*who.spellings, *keys.pop("aliases", ())))
    if known and known.registered:
        borne = {known.id, *known.spellings}
        keys.setdefault("kind", known.kind.value)
    else:
        borne = {name}
        keys = {"name": name, "kind": Kind.PERSON.value if who.has_post else Kind.ORGANISATION.value, **keys}
    aliases = [text for text in others if text not in borne]
    if aliases:
        keys["aliases"] = aliases
    if key[0] == "id":
        keys |= {WIKIDATA: key[1]} if authority == WIKIDATA else {"identifiers": {authority: key[1]}}
    spelled = (*who.spellings, *others, *(() if known is None else (known.name,)))
    if apart and any(len(bearers.get(text, ())) > 1 for text in spelled) and not (known and known.disambiguation):
        keys["disambiguation"] = apart
    return keys


def _says_more(key: Key, who: ImportedName, id: str, keys: Filled) -> bool:
    """Whether a file would hold more than the bare name."""
    usual = Kind.PERSON.value if who.has_post else Kind.ORGANISATION.value
    return key[0] == "id" or id != slug(main(who)) or bool(set(keys) - {"name", "kind"}) or keys["kind"] != usual


# Tell the names of a site apart from namesakes that an import brings.


@dataclass(frozen=True, slots=True)
class Disambiguation:
    """Files in which a name was replaced by its id, and each place where it was."""

    files: Mapping[str, bytes]
    places: tuple[tuple[Span, str, str], ...]


def disambiguated(files: Mapping[str, bytes], archive: Archive, people: People) -> Disambiguation:
    """Replace a text by the id of its name wherever it has become ambiguous."""
    wanted: defaultdict[str, dict[tuple[int, int], str]] = defaultdict(dict)
    for text in sorted(people.ambiguous):
        id = archive.ids.get(text, "")
        for mention in archive.mentions_of.get(id, ()):
            span = mention.ref.span
            if mention.ref.text == text and text != id:
                wanted[span.path][span.line, span.column] = id
    made: dict[str, bytes] = {}
    places: list[tuple[Span, str, str]] = []
    for path, there in wanted.items():
        text = files[path].decode("utf-8", "replace")
        found = tuple(_found(path, text, there))
        if found:
            made[path] = yaml_edit.apply(text, (edit for edit, _, _ in found)).encode()
            places += [(span, yaml_edit.source(text, piece), there[span.line, span.column]) for _, piece, span in found]
    return Disambiguation(made, tuple(places))


def _found(path: str, text: str, wanted: Mapping[tuple[int, int], str]) -> Iterator[tuple[Edit, Piece, Span]]:
    root = opened(path, text)
    for piece in _scalars(root[0]) if root else ():
        line, column = piece.line + (root[1] if root else 1), piece.column + 1
        id = wanted.get((line, column))
        if id is not None:
            yield yaml_edit.in_place(piece, yaml_edit.flow(id)), piece, Span(path, line, column)


def _scalars(piece: Piece) -> Iterator[Piece]:
    if piece.form == "scalar":
        yield piece
    for inner in piece.values:
        yield from _scalars(inner)
