"""Warnings for what stands twice in one list of a record: a name, an id, a word, a link, a source."""

import dataclasses
from collections.abc import Iterator

from ..model import Category, Entry, Figure, Function, Part, Prose, Record, Ref, Result
from ..model.editions import Round
from ..model.results import Holder
from ..problems import Level, Problem, Span, quoted

_ELSEWHERE = (Entry, Result, Holder, Category, Prose)
"""Of these, checks tell that know more: two trophies, two works, two names of one."""


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
    """What is said, wherever it stands and whatever its id is."""
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
