"""Warnings for texts of one line that were typed over several: one name, where several may have been meant."""

from collections.abc import Iterator

from ...model import Ref
from ...problems import Level, Problem, plain, quoted
from ..nodes import Node
from .written import Title, Written

_TITLE = Title.__metadata__  # type: ignore[attr-defined]


def joined(root: Node, form: Written) -> Iterator[Problem]:
    """Names, ids and words of a list that go on over lines without quotes; a title may, but not with its line breaks.

    A longer text, such as a note, may be typed as one likes.
    """
    values = tuple(_values(form))
    names = {value.span for value in values if isinstance(value, Ref)}
    texts = {value for value in values if isinstance(value, str)}
    for node in _over_lines(root):
        text = " ".join((node.value or "").split())
        if node.span in names or ("\n" in (node.value or "").strip() and text in texts):
            message = f"{len(node.lines)} lines are read as one text: {quoted(text)}"
            parts = [line.removeprefix("- ") for line in node.lines]
            several, one = ", ".join(map(plain, parts)), plain(" ".join(parts))
            hint = f"if they are several, write `[{several}]`; if it is one, write it on one line: `{one}`"
            hides = (("name", text),)
            yield Problem("doubtful-text", node.span, message, hint, Level.WARNING, (text,), hides=hides)


def _over_lines(node: Node) -> Iterator[Node]:
    if node.lines:
        yield node
    for inside in (*node.elements, *(pair.value for pair in node.pairs)):
        yield from _over_lines(inside)


def _values(value: object) -> Iterator[Ref | str]:
    """The references, titles and words of lists in what was read."""
    if isinstance(value, Ref):
        yield value
    elif isinstance(value, Written):
        for name, field in type(value).model_fields.items():
            inside = getattr(value, name)
            is_title = isinstance(inside, str) and any(each in field.metadata for each in _TITLE)
            yield from (inside,) if is_title else _values(inside)
    elif isinstance(value, dict | tuple):
        for each in value.values() if isinstance(value, dict) else value:
            yield from (each,) if isinstance(each, str) else _values(each)
