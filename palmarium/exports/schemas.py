"""Write a JSON Schema for every kind of record of the API, and for its index and lists.

Owns: the addresses and titles of the schemas.   Never: describes a field (that is `schema.published`).

`schema/name.json` is the schema of one name, `schema/names.json` of the list of all.
"""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from ..context import Context, public
from ..plan import Blob, Page
from ..records import things
from ..records.index import LISTS, Index, schema_of
from ..schema.published import json_schema

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_CLASSES = (Index, things.Award, things.Edition, things.Category, things.Name, things.Result, things.Article)


def export(context: Context, pages: tuple[Page, ...]) -> Iterator[Blob]:
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
