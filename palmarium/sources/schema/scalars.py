"""Validation of a single text as a date, a number or a vocabulary word, before it is written."""

from functools import cache
from types import MappingProxyType

from pydantic import TypeAdapter, ValidationError

from ...problems import Span, did_you_mean
from ..nodes import Node
from .outline import SCALARS, Type

_ANY = ("text", "form", "list", "mapping")
_HINTS = MappingProxyType({says: hint for hint, says in SCALARS.items() if says != "text"})


def fault(type_: Type, text: str) -> tuple[str, str]:
    """What is wrong with a text, and a hint; twice nothing where it may stand."""
    if type_.is_a in _ANY:
        return "", ""
    if type_.is_a == "choice":
        if text in type_.words:
            return "", ""
        return f'"{text}" is not one of {", ".join(type_.words)}', did_you_mean(text, type_.words)
    try:
        _adapter(type_.is_a).validate_python(Node("scalar", Span(""), text))
    except ValidationError as error:
        said = error.errors(include_url=False)[0].get("ctx", {})
        return str(said.get("message", f'"{text}" is not a {type_.is_a}')), str(said.get("hint", ""))
    return "", ""


@cache
def _adapter(is_a: str) -> TypeAdapter[object]:
    return TypeAdapter(_HINTS[is_a])
