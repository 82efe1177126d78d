"""Warnings for probable slips: values that stand twice in one list, and lists typed as one text."""

import dataclasses
from collections.abc import Iterator

from ..model import Category, Entry, Figure, Function, Part, Prose, Record, Ref, Result
from ..model.editions import Round
from ..model.results import Holder
from ..problems import Level, Problem, Span, plain, quoted
from .nodes import Node
from .schema.written import Title, Written

_TITLE = Title.__metadata__  # type: ignore[attr-defined]
_ELSEWHERE = (Entry, Result, Holder, Category, Prose)
"""Records that are left to checks, which know more of them: two trophies, two works, two names of one laureate."""

# What stands twice: a name, an id, a word, a link, a source.


def repeated(record: Record) -> Iterator[Problem]:
    """Each value of a list that stands there a second time."""
    return _inside(record, record.span)


def _inside(value: object, span: Span) -> Iterator[Problem]:
    if isinstance(value, tuple):
        yield from _in_list(value, span)
        for each in value:
            yield from _inside(each, _span(each, span))
    elif dataclasses.is_dataclass(value) and not isinstance(value, Ref | Span | Prose | type):
        for field in dataclasses.fields(value):
            yield from _inside(getattr(value, field.name), span)


def _in_list(values: tuple[object, ...], span: Span) -> Iterator[Problem]:
    first: dict[object, Span] = {}
    for value in values:
        is_juror = isinstance(value, Part) and value.function is Function.JUROR
        if is_juror or isinstance(value, (*_ELSEWHERE, int)):
            continue
        place, said = _span(value, span), _said(value)
        if isinstance(value, Round | Figure):
            said = (type(value).__name__, value.id)
        if said in first:
            text, line = _shown(value), first[said].line
            where = f"; the first is on line {line}" if line != place.line else ""
            message = f"{quoted(text)} stands in this list twice{where}"
            yield Problem("listed-twice", place, message, "delete one of the two", Level.WARNING, (text,))
        first.setdefault(said, place)


def _span(value: object, otherwise: Span) -> Span:
    """The place of a value, where it has one."""
    own = value.name.span if isinstance(value, Part) else getattr(value, "span", None)
    return own if isinstance(own, Span) else otherwise


def _said(value: object) -> object:
    """A value as it is compared: without its place and its id."""
    if isinstance(value, Ref):
        return value.text
    if isinstance(value, tuple):
        return tuple(map(_said, value))
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = (field.name for field in dataclasses.fields(value) if field.name not in ("span", "id"))
        return (type(value).__name__, *(_said(getattr(value, name)) for name in fields))
    return value


def _shown(value: object) -> str:
    """A value as a message calls it: its first text."""
    if isinstance(value, Ref):
        return value.text
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = (getattr(value, field.name) for field in dataclasses.fields(value))
        return next((_shown(each) for each in fields if type(each) in (Ref, str) and each), "")
    return str(value)


# Texts of one line that were typed over several: one name, where several may have been meant.


def joined(root: Node, form: Written) -> Iterator[Problem]:
    """Names, ids and words of a list that go on over lines without quotes; a title may, but not with its line breaks.

    A longer text, such as a note, may be typed as one likes.
    """
    over = tuple(_over_lines(root))
    # Hardly any file has one: then nobody needs to know what all the values are.
    values = tuple(_values(form)) if over else ()
    names = {value.span for value in values if isinstance(value, Ref)}
    texts = {value for value in values if isinstance(value, str)}
    for node in over:
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
