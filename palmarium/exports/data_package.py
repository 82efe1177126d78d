"""Write datapackage.json: the tables as a Data Package (version 2), every column with its type and its sentence."""

import json
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any, get_args

from ..model import Date
from ..model.ids import slug
from ..pages.context import Context, public
from ..pages.parts.data_index import as_of
from ..pages.plan import Blob, Listed
from .records.columns import TABLES, Column, CsvTable

OUTPUT = "tables"
_PROFILE = "https://datapackage.org/profiles/2.0/"
_PLAIN = MappingProxyType({str: "string", int: "integer", bool: "boolean", Date: "string"})
_DATE = r"\d{4}(-\d\d(-\d\d)?)?"
_DIALECT = MappingProxyType({"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True})


def export(context: Context, pages: Mapping[str, Listed]) -> Iterator[Blob]:
    text = f"{_told(_about(context)).removesuffix('}').rstrip()},{_resources().removeprefix('{')}\n"
    yield Blob(context.urls.data("datapackage.json"), text.encode())


def _told(described: Mapping[str, Any]) -> str:
    return json.dumps(described, ensure_ascii=False, indent=2)


@cache
def _resources() -> str:
    """The tables, which are the same for every site: to write that down takes longer than all the rest of the file."""
    return _told({"resources": [_resource(table) for table in TABLES.values()]})


def _about(context: Context) -> dict[str, Any]:
    """What differs from site to site."""
    config = context.config
    told = {
        "$schema": f"{_PROFILE}datapackage.json",
        "name": slug(config.title) or "archive",
        "title": config.title,
        "description": config.description,
        "homepage": public(context, context.urls.home()),
        "version": as_of(context),
        "licenses": [{"path": config.data_licence}] if config.data_licence else [],
        "contributors": [{"title": config.publisher, "roles": ["publisher"]}] if config.publisher else [],
    }
    return {key: value for key, value in told.items() if value}


def _resource(table: CsvTable[Any, Any]) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        "description": table.sentence,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"$schema": f"{_PROFILE}tabledialect.json", **_DIALECT},
        "schema": {
            "$schema": f"{_PROFILE}tableschema.json",
            "fields": [_field(table, column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [_reference(table, column) for column in table.columns if _refers(column)],
        },
    }


def _field(table: CsvTable[Any, Any], column: Column[Any, Any]) -> dict[str, Any]:
    """A column; several values in one cell are a text, for no type of the format has our separator everywhere."""
    constraints: dict[str, Any] = {}
    if column.name in table.key and column.name != "edition":
        constraints["required"] = True
    said = column.sentence
    if column.is_list:
        said += "; several values have “ | ” between them"
        if isinstance(get_args(column.type)[0], type) and issubclass(get_args(column.type)[0], Enum):
            words = "|".join(str(word.value) for word in get_args(column.type)[0])
            constraints["pattern"] = rf"({words})( \| ({words}))*"
    elif issubclass(column.type, Enum):
        constraints["enum"] = [str(word.value) for word in column.type]
    elif column.type is Date:
        said += "; as precise as it is known"
        constraints["pattern"] = _DATE
    kind = "string" if column.is_list else _PLAIN.get(column.type, "string")
    field: dict[str, Any] = {"name": column.name, "type": kind, "description": said}
    return {**field, "constraints": constraints} if constraints else field


def _refers(column: Column[Any, Any]) -> bool:
    return column.refers in TABLES and not column.is_list


def _reference(table: CsvTable[Any, Any], column: Column[Any, Any]) -> dict[str, Any]:
    """A table that refers to itself does not name itself (Table Schema, *foreignKeys*)."""
    (key, *_) = TABLES[column.refers].key
    there = {} if column.refers == table.name else {"resource": column.refers}
    return {"fields": [column.name], "reference": {**there, "fields": [key]}}
