"""Write a JSON Schema for every kind of record of the API, and for its index and lists.

`schema/name.json` is the schema of one name, `schema/names.json` of the list of all.
"""

import json
import re
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any

from ..model import Date, Ref
from ..pages.context import Context, public
from ..pages.parts.data_index import LISTS, Index, schema_of
from ..pages.plan import Blob, Listed
from ..sources.schema import forms
from ..sources.schema.written import Written
from .records.mapper import Shape, Whole, inner, shape_of, whole
from .records.shapes import ARTICLE, AWARD, CATEGORY, EDITION, NAME, RESULT

OUTPUT = "api"

# Describe a published record as JSON Schema.
#
# The sentence of a key is that of its shape; without one, that of the written form of the same name.

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


def json_schema(shape: Shape[Any]) -> dict[str, Any]:
    """What `records.mapper` may write for a shape: no null, no other key; shapes that it holds are in `$defs`."""
    held = {
        each.title: _record(each) for each in sorted(inner(shape), key=lambda each: each.title) if each is not shape
    }
    return {**_record(shape), **({"$defs": held} if held else {})}


def _record(shape: Shape[Any]) -> dict[str, Any]:
    keys = whole(shape).values()
    says = _sentences(shape)
    return {
        "title": shape.title,
        "description": _FOR_US.sub("", shape.says),
        "type": "object",
        "properties": {key.name: {**_type(key), "description": key.says or says.get(key.name, "")} for key in keys},
        "required": [key.name for key in keys if key.always],
        "additionalProperties": False,
    }


def _type(key: Whole) -> dict[str, Any]:
    """The schema of a value; what is optional is left out rather than null."""
    one = _one(key.type)
    return {"type": "array", "items": one} if key.many else one


def _one(type: Any) -> dict[str, Any]:
    if isinstance(type, Shape):
        return {"$ref": f"#/$defs/{type.title}"}
    return {"enum": [member.value for member in type]} if issubclass(type, Enum) else dict(_PLAIN[type])


def _sentences(shape: Shape[Any]) -> Mapping[str, str]:
    """A sentence for each field that the written form of the same name has."""
    form = _forms().get(shape.title)
    written = {name: field.description or "" for name, field in form.model_fields.items()} if form else {}
    return {**written, **_OTHERS.get(shape.title, {})}


@cache
def _forms() -> Mapping[str, type[Written]]:
    """The written forms by name."""
    found = (each for each in vars(forms).values() if isinstance(each, type) and issubclass(each, Written))
    return MappingProxyType({form.__name__: form for form in found})


_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SHAPES = (shape_of(Index), AWARD, EDITION, CATEGORY, NAME, RESULT, ARTICLE)


def export(context: Context, pages: Mapping[str, Listed]) -> Iterator[Blob]:
    for name, described in _schemas():
        yield _blob(context, name, described)
    for kind in LISTS:
        one = _address(context, schema_of(kind))
        yield _blob(context, kind, _told({"title": kind, "type": "array", "items": {"$ref": one}}))


@cache
def _schemas() -> tuple[tuple[str, str], ...]:
    """By name: pydantic takes a while, and the answer is the same for every site."""
    return tuple((shape.title.lower(), _told(json_schema(shape))) for shape in _SHAPES)


def _told(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2)


def _blob(context: Context, name: str, described: str) -> Blob:
    """A schema behind its own address, which is all that differs from site to site."""
    head = _told({"$schema": _DIALECT, "$id": _address(context, name)})
    return Blob(_url(context, name), f"{head.removesuffix('}').rstrip()},{described.removeprefix('{')}\n".encode())


def _url(context: Context, name: str) -> str:
    return context.urls.api(f"schema/{name}.json")


def _address(context: Context, name: str) -> str:
    return public(context, _url(context, name))
