"""Say whose name each text is: the files of names first, then bare names as they come.

Owns: the registry of names, ids of bare names, kinds guessed from use, namesakes.
Never: merges two spellings; a spelling that is not known is a name of its own.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from .mentions import Mention
from .model import Kind, Name, Ref
from .problems import Level, Problem, nearest
from .syntax import plain

Slug = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Registry:
    """Names by id, and the id that each written text means."""

    names: Mapping[str, Name]
    ids: Mapping[str, str]


def register(
    written: Iterable[Name], mentions: Iterable[Mention], slug: Slug, honours: Mapping[str, Kind]
) -> tuple[Registry, tuple[Problem, ...]]:
    """The registry of all names that have a file or are mentioned where a bare name is allowed.

    `honours` says of a category (key) what its laureates are, where nothing else says so.
    """
    names = {name.id: name for name in written}
    ids, namesakes, problems = _spellings(names)
    ids |= {id: id for id in names if id not in ids and id not in namesakes}
    bare: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        text = mention.ref.text
        if text in namesakes:
            problems.append(ambiguous(mention.ref, namesakes[text]))
        elif text not in ids:
            bare[text].append(mention)
    for text, uses in bare.items():
        id = slug(text)
        if id in names:
            problems.append(_collision(id, uses[0], names[id]))
            ids[text] = id
            continue
        kind, unclear = _kind(text, uses, honours)
        problems += unclear
        names[id] = Name(id, kind, text, uses[0].ref.span, registered=False)
        ids[text] = id
    ids |= {id: id for id in names if id not in ids}
    return Registry(names, ids), tuple(problems)


def _spellings(names: Mapping[str, Name]) -> tuple[dict[str, str], dict[str, tuple[str, ...]], list[Problem]]:
    """Every spelling that means one name, those that mean several, and undeclared namesakes."""
    by_text: defaultdict[str, list[str]] = defaultdict(list)
    for name in names.values():
        for text in dict.fromkeys((name.name, *name.aliases, *(dated.name for dated in name.names))):
            by_text[text].append(name.id)
    ids = {text: found[0] for text, found in by_text.items() if len(found) == 1}
    namesakes = {text: tuple(found) for text, found in by_text.items() if len(found) > 1}
    problems = [
        _undeclared(text, names[id], names[found[0]])
        for text, found in namesakes.items()
        for id in found[1:]
        if not (names[id].disambiguation and names[found[0]].disambiguation)
    ]
    return ids, namesakes, problems


def _kind(text: str, uses: Iterable[Mention], honours: Mapping[str, Kind]) -> tuple[Kind, tuple[Problem, ...]]:
    """The kind that a bare name's uses speak for, else the one that its categories honour, else organisation."""
    there = tuple(uses)
    said = {use.kind: use for use in there if use.kind}
    if not said:
        won = ((use, honours.get(f"{use.award}/{use.category}")) for use in there if use.how == "laureate")
        said = {kind: use for use, kind in won if kind}
    if len(said) < 2:
        return next(iter(said), Kind.ORGANISATION), ()
    (kind, first), (other, second) = list(said.items())[:2]
    place = f"{first.ref.span.path}:{first.ref.span.line}"
    used, before = (f"an {each}" if each is Kind.ORGANISATION else f"a {each}" for each in (other, kind))
    message = f'"{text}" is used as {used} here and as {before} in {place}'
    hint = f"write content/names/<id>.md with `name: {text}` and its `kind`"
    return kind, (Problem("unclear-kind", second.ref.span, message, hint, Level.WARNING, (text,)),)


def ambiguous(ref: Ref, ids: Iterable[str]) -> Problem:
    """A text that several names bear, where one is meant."""
    meant = sorted(ids)
    message = f'"{ref.text}" is the name of several: {", ".join(meant)}'
    hint = f"write an id, such as `{meant[0]}`"
    return Problem("ambiguous-name", ref.span, message, hint, subject=(ref.text,), needs=(("one name", ref.text),))


def _undeclared(text: str, name: Name, other: Name) -> Problem:
    message = f'"{text}" is also a name of {other.id} ({other.span.path})'
    hint = "give both a `disambiguation` and write the id of the one that is meant, or delete the alias in one of them"
    return Problem(
        "undeclared-namesake", name.span, message, hint, subject=(text, other.id), hides=(("one name", text),)
    )


def _collision(id: str, use: Mention, name: Name) -> Problem:
    text = use.ref.text
    if name.registered:
        spellings = (name.name, *name.aliases, *(dated.name for dated in name.names))
        same = f"write {nearest(text, spellings) or name.name}, or add `aliases: [{plain(text)}]` to {name.span.path}"
        hint = f"{same}; for somebody else, give it its own file and id"
    else:
        hint = f'write one spelling, or content/names/{id}.md with `name: {name.name}` and `aliases: ["{text}"]`'
    place = f"{name.span.path}:{name.span.line}"
    message = f'"{text}" would share the id "{id}" with "{name.name}" ({place})'
    return Problem("id-collision", use.ref.span, message, hint, subject=(text, name.name))
