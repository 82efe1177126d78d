"""Write a JSON Schema for every kind of record of the API, and for its index and lists.

`schema/name.json` is the schema of one name, `schema/names.json` of the list of all.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any, get_args, get_origin, get_type_hints

from ..model import Date, Ref
from ..pages.context import Context, public
from ..pages.parts.data_index import LISTS, Index, schema_of
from ..pages.plan import Blob, Listed
from ..problems import Span
from ..sources.schema import forms
from ..sources.schema.written import Written
from .records import shapes
from .records.encode import key, required

OUTPUT = "api"

# Describe a published record as JSON Schema.
#
# A field's sentence is the text in its annotation; without one, that of the written form of the same name.

_PLAIN: MappingProxyType[type, Mapping[str, str]] = MappingProxyType(
    {
        str: {"type": "string"},
        int: {"type": "integer"},
        bool: {"type": "boolean"},
        Ref: {"type": "string"},
        Date: {"type": "string", "pattern": r"^\d{4}(-\d\d(-\d\d)?)?$"},
    }
)
_OTHERS: MappingProxyType[str, Mapping[str, str]] = MappingProxyType(
    {
        "Source": {"id": "id, unique in its record"},
        "Identifier": {"authority": "who gave the id, such as `viaf`", "id": "the id"},
        "Citation": {"field": "the field, such as `ceremony.date`", "sources": "ids of the sources that say so"},
    }
)
"""Sentences for what an editor writes as a key rather than as a value."""

_FOR_US = re.compile(r"(?:(?<!\s)\s+)?\((?:edge |award-model)[^()]*\)")


def json_schema(cls: type) -> dict[str, Any]:
    """What `records.encode` may write for a class: no null, no other key; classes it holds are in `$defs`."""
    inner = {each.__name__: _record(each) for each in sorted(_held(cls) - {cls}, key=lambda each: each.__name__)}
    return {**_record(cls), **({"$defs": inner} if inner else {})}


def _record(cls: type) -> dict[str, Any]:
    shown = tuple(field for field in fields(cls) if field.type is not Span)
    says = sentences(cls)
    hints = get_type_hints(cls)
    return {
        "title": cls.__name__,
        "description": _FOR_US.sub("", cls.__doc__ or ""),
        "type": "object",
        "properties": {
            key(field.name): {**_type(hints[field.name]), "description": says[field.name]} for field in shown
        },
        "required": [key(field.name) for field in shown if required(field)],
        "additionalProperties": False,
    }


def _type(hint: Any) -> dict[str, Any]:
    """The schema of a value; what is optional is left out rather than null."""
    if hint in _PLAIN:
        return dict(_PLAIN[hint])
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _type(get_args(hint)[0])}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [member.value for member in hint]}
    if is_dataclass(hint) and isinstance(hint, type):
        return {"$ref": f"#/$defs/{hint.__name__}"}
    (only,) = (option for option in get_args(hint) if option is not type(None))
    return _type(only)


def _held(cls: type) -> set[type]:
    """Every class that a record of this class may hold, itself included."""
    found: set[type] = set()
    waiting: list[Any] = [cls]
    while waiting:
        each = waiting.pop()
        waiting += get_args(each)
        if is_dataclass(each) and isinstance(each, type) and each not in found and each not in (*_PLAIN, Span):
            found.add(each)
            waiting += get_type_hints(each).values()
    return found


def sentences(cls: type) -> dict[str, str]:
    """A sentence for each field."""
    form = _forms().get(cls.__name__)
    written = {name: field.description or "" for name, field in form.model_fields.items()} if form else {}
    written |= _OTHERS.get(cls.__name__, {})
    own = {
        name: next((said for said in get_args(hint)[1:] if isinstance(said, str)), "")
        for name, hint in get_type_hints(cls, include_extras=True).items()
    }
    return {name: said or written.get(name, "") for name, said in own.items()}


@cache
def _forms() -> Mapping[str, type[Written]]:
    """The written forms by name."""
    found = (each for each in vars(forms).values() if isinstance(each, type) and issubclass(each, Written))
    return MappingProxyType({form.__name__: form for form in found})


_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_CLASSES = (Index, shapes.Award, shapes.Edition, shapes.Category, shapes.Name, shapes.Result, shapes.Article)


def export(context: Context, pages: Mapping[str, Listed]) -> Iterator[Blob]:
    del pages
    for name, described in _schemas():
        yield _blob(context, name, json.loads(described))
    for kind in LISTS:
        one = _address(context, schema_of(kind))
        yield _blob(context, kind, {"title": kind, "type": "array", "items": {"$ref": one}})


@cache
def _schemas() -> tuple[tuple[str, str], ...]:
    """By name: pydantic takes a while, and the answer is the same for every site."""
    return tuple((cls.__name__.lower(), json.dumps(json_schema(cls))) for cls in _CLASSES)


def _blob(context: Context, name: str, schema: dict[str, Any]) -> Blob:
    whole = {"$schema": _DIALECT, "$id": _address(context, name), **schema}
    return Blob(_url(context, name), f"{json.dumps(whole, ensure_ascii=False, indent=2)}\n".encode())


def _url(context: Context, name: str) -> str:
    return context.urls.api(f"schema/{name}.json")


def _address(context: Context, name: str) -> str:
    return public(context, _url(context, name))
