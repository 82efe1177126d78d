"""Nodes: what a text of YAML or TOML holds, each with its place."""

from dataclasses import dataclass

from ..problems import Span


@dataclass(frozen=True, slots=True)
class Node:
    """A scalar (its text, None when left empty), a sequence or a mapping, and its place.

    `toml` is the type that TOML gives it: "text", "number", "truth", "date", "list" or "table". It is empty in YAML,
    where every scalar is read as a text. `lines` are those of a text of YAML typed over several, without quotes.
    """

    form: str
    span: Span
    value: str | None = None
    elements: "tuple[Node, ...]" = ()
    pairs: "tuple[Pair, ...]" = ()
    toml: str = ""
    lines: tuple[str, ...] = ()

    def get(self, wanted: str) -> "Node | None":
        return next((pair.value for pair in self.pairs if pair.key == wanted), None)


@dataclass(frozen=True, slots=True)
class Pair:
    """A key, its place, and its value."""

    key: str
    span: Span
    value: Node
