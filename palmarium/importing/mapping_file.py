"""Mapping files: TOML validated against the form of a mapping, with the place of each key."""

from dataclasses import replace

from ..problems import Problem
from ..sources import plaintext, toml
from ..sources.nodes import Node, Pair
from ..sources.schema.reading import read
from . import mapping

_SECTIONS = ("award", "edition", "category", "entry", "result", "name")


def parse(path: str, data: bytes) -> tuple[mapping.Mapping | None, tuple[Problem, ...]]:
    """The mapping; None where too little of it can be read."""
    text, undecoded = plaintext.decode(path, data)
    if undecoded:
        return None, undecoded
    node, unread = toml.parse(path, text)
    return read(mapping.Mapping, _opened(node), path) if node else (None, unread)


def _opened(root: Node) -> Node:
    """`"ceremony.date" = …` is `ceremony.date = …`."""
    pairs = (
        replace(pair, value=_undotted(pair.value)) if pair.key in _SECTIONS and pair.value.form == "mapping" else pair
        for pair in root.pairs
    )
    return replace(root, pairs=tuple(pairs))


def _undotted(section: Node) -> Node:
    made: tuple[Pair, ...] = ()
    for pair in section.pairs:
        *above, last = pair.key.split(".")
        nested = replace(pair, key=last)
        for key in reversed(above):
            nested = Pair(key, pair.span, Node("mapping", pair.span, pairs=(nested,), toml="table"))
        joined = _joined(made, nested)
        if joined is None:
            return section
        made = joined
    return replace(section, pairs=made)


def _joined(pairs: tuple[Pair, ...], more: Pair) -> tuple[Pair, ...] | None:
    """The pairs and one more, whose own pairs may go into a table that is there; None where both can't stand."""
    at = next((at for at, pair in enumerate(pairs) if pair.key == more.key), None)
    if at is None:
        return (*pairs, more)
    if (pairs[at].value.form, more.value.form) != ("mapping", "mapping"):
        return None
    inner: tuple[Pair, ...] | None = pairs[at].value.pairs
    for pair in more.value.pairs:
        inner = _joined(inner, pair) if inner is not None else None
    if inner is None:
        return None
    return (*pairs[:at], replace(pairs[at], value=replace(pairs[at].value, pairs=inner)), *pairs[at + 1 :])
