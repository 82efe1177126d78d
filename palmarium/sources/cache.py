"""Cache of the Markdown and pictures that an earlier build converted."""

import hashlib
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, TypeVar

from ..images import PictureShape, look
from ..model import Prose
from ..problems import Problem
from .load import Convert
from .markdown import convert
from .values import dumps, loads

Converted = tuple[Prose, tuple[Problem, ...]]
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Memory:
    """Conversions of an earlier build, those used or added by this one, and the theme they were made for.

    `seen` and `looked` are the same of pictures.
    """

    past: Mapping[str, Any]
    used: dict[str, Any]
    theme: str = ""
    seen: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    looked: dict[str, Any] = field(default_factory=dict)


def recall(state: object, engine: str) -> Memory:
    """The cache that an earlier build of the same program version left."""
    if isinstance(state, dict) and state.get("engine") == engine and isinstance(state.get("prose"), dict):
        seen = state.get("pictures")
        return Memory(state["prose"], {}, str(state.get("theme", "")), seen if isinstance(seen, dict) else {})
    return Memory({}, {})


def state(memory: Memory, engine: str, theme: str) -> dict[str, Any]:
    return {"engine": engine, "prose": memory.used, "theme": theme, "pictures": memory.looked}


def shape(memory: Memory, path: str, data: bytes) -> tuple[PictureShape | None, tuple[Problem, ...]]:
    """`images.look` with the cache in front."""
    key = f"{path} {hashlib.blake2b(data, digest_size=12).hexdigest()}"
    known = _value(memory.seen.get(key), PictureShape)
    found, problems = (known, ()) if known else look(path, data)
    if found and not problems:
        memory.looked[key] = _text(found)
    return found, problems


def remembering(memory: Memory) -> Convert:
    """`markdown.convert` with the cache in front; new conversions are added to it."""

    def remembered(path: str, text: str, first_line: int, language: str) -> Converted:
        if not text.strip():
            return Prose(path=path), ()
        key = hashlib.blake2b(f"{path}\0{first_line}\0{language}\0{text}".encode(), digest_size=12).hexdigest()
        if known := _value(memory.past.get(key), Prose):
            memory.used[key] = memory.past[key]
            return replace(known, text=text), ()
        prose, problems = convert(path, text, first_line, language)
        if not problems:
            memory.used[key] = _text(replace(prose, text=""))
        return prose, problems

    return remembered


def _text(value: object) -> str:
    return b64encode(dumps(value)).decode()


def _value(text: Any, kind: type[_T]) -> _T | None:
    """What a text stands for; None where that is nothing of this kind."""
    try:
        found = loads(b64decode(text, validate=True))
    except (TypeError, ValueError):
        return None
    return found if isinstance(found, kind) else None
