"""Write openapi.json: what can be asked of the API, as OpenAPI 3.1 says it; its schemas are those that stand beside."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ..pages.context import Context, public
from ..pages.parts.data_index import CONTRACT, LISTS, RECORDS, SINGLE, VERSION, schema_of
from ..pages.plan import Blob, Listed

OUTPUT = "api"


def export(context: Context, pages: Mapping[str, Listed]) -> Iterator[Blob]:
    text = json.dumps(_described(context), ensure_ascii=False, indent=2)
    yield Blob(context.urls.api("openapi.json"), f"{text}\n".encode())


def _described(context: Context) -> dict[str, Any]:
    config = context.config
    licence = {"license": {"name": config.data_licence, "url": config.data_licence}} if config.data_licence else {}
    info = {
        "title": config.title,
        "version": VERSION,
        "description": "\n".join(f"- {term.id}: {says.id}" for term, says in CONTRACT),
        **licence,
    }
    index = _answer("what there is to read, and on which terms", "index")
    paths: dict[str, Any] = {"/index.json": {"get": {"operationId": "index", **index}}}
    for kind in LISTS:
        answer = _answer(f"all {kind}: {RECORDS[kind]}", kind)
        paths[f"/{kind}.json"] = {"get": {"operationId": kind, **answer}}
    for kind in SINGLE:
        one = schema_of(kind)
        said = f"id of the {one}, with - for /"
        id = {"name": "id", "in": "path", "required": True, "description": said, "schema": {"type": "string"}}
        answer = _answer(f"one {one}", one)
        answer["responses"]["404"] = {"description": "nothing stands there"}
        paths[f"/{kind}/{{id}}.json"] = {"get": {"operationId": one, "parameters": [id], **answer}}
    server = {"url": public(context, context.urls.api("")).removesuffix("/")}
    return {"openapi": "3.1.0", "info": info, "servers": [server], "security": [], "paths": paths}


def _answer(says: str, schema: str) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": f"schema/{schema}.json"}}}
    return {"summary": says, "responses": {"200": {"description": says, "content": content}}}
