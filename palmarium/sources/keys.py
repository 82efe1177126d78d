"""Places of keys: where a problem names a key of a record, the place of that key in the record's file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from ..problems import Problem, Span
from . import plaintext, yaml
from .nodes import Node

KeyPlaces = Mapping[tuple[Span, tuple[str, ...]], Span | None]
"""The place of a key by what begins the way to it, and that way; None where there is none."""

NO_PLACES: KeyPlaces = MappingProxyType({})


def key_places(problems: Iterable[Problem], files: Mapping[str, bytes], known: KeyPlaces = NO_PLACES) -> KeyPlaces:
    """Where the key stands that each problem names; a file is read only for a key whose place is not `known`."""

    @cache
    def root(path: str) -> Node | None:
        text, wrong = plaintext.decode(path, files.get(path, b""))
        if wrong:
            return None
        return yaml.front_matter(path, text)[0] if path.endswith(".md") else yaml.parse(path, text)[0]

    found: dict[tuple[Span, tuple[str, ...]], Span | None] = {}
    for way in ((problem.span, problem.key) for problem in problems if problem.key):
        if way in known:
            found[way] = known[way]
        elif way not in found:
            node = root(way[0].path)
            found[way] = _place(node, *way) if node else None
    return MappingProxyType(found)


def at_keys(problems: Iterable[Problem], files: Mapping[str, bytes]) -> Iterator[Problem]:
    """The same problems, each at the value of the key that it names; where there is none, it stays where it is."""
    told = tuple(problems)
    return at_places(told, key_places(told, files))


def at_places(problems: Iterable[Problem], places: KeyPlaces) -> Iterator[Problem]:
    """The same, where the places of all keys that they name are known."""
    for problem in problems:
        place = places.get((problem.span, problem.key))
        yield replace(problem, span=place, key=()) if place else problem


def _place(root: Node, span: Span, key: tuple[str, ...]) -> Span | None:
    """Where the way of keys leads, from what begins at a place, the widest first, or else from what that stands in."""
    way = tuple(_down_to(root, span))
    begins = [node for node, opened in way if span in (node.span, opened)]
    above = [node for node, _ in way[: len(way) - len(begins)]]
    start = next((node for node in (*begins, *above[-1:]) if node.get(key[0])), None)
    return _end(start, key) if start else None


def _down_to(root: Node, span: Span) -> Iterator[tuple[Node, Span]]:
    """What holds a place, the widest first; each with where the key begins that holds it."""
    found: tuple[Node, Span] | None = (root, root.span)
    while found:
        yield found
        inside = [(pair.value, pair.span) for pair in found[0].pairs]
        inside += [(node, node.span) for node in found[0].elements]
        found = max((each for each in inside if each[1] <= span), key=lambda each: each[1], default=None)


def _end(start: Node, key: tuple[str, ...]) -> Span | None:
    """The place of the last key on the way that is there: of its value, where that stands beside it."""
    node, place = start, None
    for step in key:
        pair = next((pair for pair in node.pairs if pair.key == step), None)
        inside = pair.value if pair else next((each for each in node.elements if each.value == step), None)
        if inside is None:
            break
        node, place = inside, inside.span if inside.value or not pair else pair.span
    return place
