"""Write a published record as JSON.

An empty field that has a default is left out: nothing, an empty text or list, `false`. So no record holds a null, and
a field without a default is always there. Fields keep their order.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, fields
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import Any

from ...model import Date, Ref
from ...problems import Span

_quote = json.JSONEncoder(ensure_ascii=False).encode
_NONE: Mapping[int, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class _Form:
    """The way to write values of a class: a function, or the fields."""

    write: Callable[[Any], str] | None = None
    fields: tuple[tuple[str, str, bool], ...] = ()


def dump(value: object, written: Mapping[int, str] = _NONE) -> str:
    """A record on one line. What several records hold can be `written` before, by its `id()`."""
    kind: Any = type(value)
    if isinstance(value, tuple):
        return f"[{','.join([dump(each, written) for each in value])}]"
    if (known := written.get(id(value))) is not None:
        return known
    form = _form(kind)
    if form.write:
        return form.write(value)
    said = []
    for name, spelled, always in form.fields:
        each = getattr(value, name)
        if each or always or type(each) is int:
            text = _quote(each) if type(each) is str else dump(each, written)
            if always or text != "{}":
                said.append(spelled + text)
    return f"{{{','.join(said)}}}"


def key(name: str) -> str:
    """The published name of a field: a word that Python reserves ends in `_` here."""
    return name.rstrip("_")


@cache
def _form(cls: Any) -> _Form:
    if issubclass(cls, str):
        return _Form(_quote)
    if cls in _WRITERS:
        return _Form(_WRITERS[cls])
    published = (field for field in fields(cls) if field.type is not Span)
    return _Form(None, tuple((field.name, f"{_quote(key(field.name))}:", required(field)) for field in published))


_WRITERS: MappingProxyType[type, Callable[[Any], str]] = MappingProxyType(
    {
        bool: lambda truth: "true" if truth else "false",
        int: str,
        Date: lambda date: _quote(str(date)),
        Fraction: lambda share: _quote(str(share)),
        Ref: lambda ref: _quote(ref.text),
    }
)


def required(field: "Field[Any]") -> bool:
    """Whether a field is always there, even empty."""
    return field.default is MISSING and field.default_factory is MISSING
