"""YAML data: the rows are at the path in `rows`, or in the outermost list."""

from dataclasses import replace
from types import MappingProxyType

from ...problems import Problem, Span
from ...sources import yaml
from ...sources.nodes import Node
from ..tables import decoding, nested
from ..tables.nested import Object
from ..tables.table import Reading, Table

ENDINGS = (".yaml", ".yml")


def read(path: str, data: bytes, how: Reading) -> tuple[Table | None, tuple[Problem, ...]]:
    decoded, problems = decoding.decode(path, data, how.encoding)
    if decoded is None:
        return None, problems
    root, wrong = yaml.parse(path, decoded.text)
    if root is None:
        empty = Problem("no-rows", Span(path), "this file holds no rows", "check that it is the one meant")
        return None, (*problems, *(wrong or (empty,)))
    how = replace(how, format="yaml", encoding=decoded.encoding)
    table, missing = nested.table(path, _plain(root), how)
    return table, (*problems, *wrong, *missing)


def _plain(node: Node) -> object:
    """Nodes as the objects, lists and texts of nested data."""
    if node.form == "mapping":
        return Object(node.span, MappingProxyType({pair.key: _plain(pair.value) for pair in node.pairs}))
    return [_plain(each) for each in node.elements] if node.form == "sequence" else node.value
