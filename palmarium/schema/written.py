"""Let pydantic read nodes: mappings with their place, scalars as text, short forms.

Owns: the base of every written form, the types of scalars, `read` and `record`.
Never: names a key of one particular file.
"""

import dataclasses
import re
from collections.abc import Callable
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Any, ClassVar, TypeVar
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, model_validator
from pydantic_core import PydanticCustomError

from ..document import Node
from ..model import Date, Ref
from ..problems import Span, did_you_mean

_R = TypeVar("_R")


class Written(BaseModel):
    """One mapping as written. `MAKES` is its record in the model, `SHORT` the key a bare text fills."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, populate_by_name=False)
    MAKES: ClassVar[type | None] = None
    SHORT: ClassVar[str] = ""
    span: Span = Field(default=Span(""), exclude=True, repr=False)

    @model_validator(mode="before")
    @classmethod
    def _open(cls, node: Any) -> Any:
        if not isinstance(node, Node):
            return node
        if node.form == "mapping":
            return {**cls.expand(given(node)), "span": node.span}
        if cls.SHORT and node.form == "scalar" and node.value is not None:
            return {cls.SHORT: node, "span": node.span}
        raise wrong(f"a mapping{' or a text' if cls.SHORT else ''} is expected here, not {_said(node)}")

    @classmethod
    def expand(cls, keys: dict[str, Any]) -> dict[str, Any]:
        """Write short keys out; a form without any returns them as they are."""
        return keys


def record(written: Written, cls: type[_R], **more: object) -> _R:
    """The frozen record that a written form stands for: the same fields, by name."""
    fields = {f.name for f in dataclasses.fields(cls)}  # type: ignore[arg-type]
    values = {
        name: _made(getattr(written, name))
        for name in type(written).model_fields
        if name in fields and name not in more
    }
    return cls(**values, **more)


def _made(value: object) -> object:
    if isinstance(value, Written) and value.MAKES is not None:
        return record(value, value.MAKES)
    if isinstance(value, tuple):
        return tuple(_made(each) for each in value)
    return value


def wrong(message: str, hint: str = "") -> PydanticCustomError:
    return PydanticCustomError("written", "{message}", {"message": message, "hint": hint})


def _said(node: Node) -> str:
    if node.form != "scalar":
        return f"a {node.form}"
    return "nothing" if node.value is None else f'"{node.value}"'


def is_blank(node: Node) -> bool:
    """Whether a value was left empty: `theme:` says as much as no theme at all."""
    return node.form == "scalar" and node.value is None


def given(node: Node) -> dict[str, Any]:
    return {pair.key: pair.value for pair in node.pairs if not is_blank(pair.value)}


def scalar(node: Any) -> Any:
    """The text of a scalar node; anything else is wrong here."""
    if not isinstance(node, Node):
        return node
    if node.form != "scalar" or node.value is None:
        raise wrong(f"a text is expected here, not {_said(node)}")
    return node.value


def sequence(node: Any) -> Any:
    """The elements of a sequence; a single value is a sequence of one."""
    if not isinstance(node, Node):
        return node
    if node.form == "sequence":
        return node.elements
    return () if is_blank(node) else (node,)


def pairs(node: Any) -> Any:
    """A mapping of free keys, as a dict of nodes."""
    if not isinstance(node, Node):
        return node
    if node.form == "mapping":
        return {pair.key: pair.value for pair in node.pairs}
    raise wrong(f"a mapping is expected here, not {_said(node)}")


def _by(parse: Callable[[str], Any]) -> Callable[[Any], Any]:
    def read(node: Any) -> Any:
        return parse(scalar(node)) if isinstance(node, Node) else node

    return read


def _text(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def _date(text: str) -> Date:
    found = _DATE.fullmatch(text.strip())
    if not found:
        raise wrong(f'"{text}" is not a date', "write 2011, 2011-10 or 2011-10-03")
    year, month, day = (int(part or 0) for part in found.groups())
    if found[2] and not 1 <= month <= 12:
        raise wrong(f'"{text}" is not a date: there is no month {month}', "months go from 01 to 12")
    last = Date(year or 4, month).last[2]
    if found[3] and not 1 <= day <= last:
        raise wrong(f'"{text}" is not a date: month {month} of {year} has {last} days')
    if year == 0:
        raise wrong(f'"{text}" is not a date: there is no year 0')
    return Date(year, month, day)


def _integer(text: str) -> int:
    bare = re.sub(r"[\s\u00a0\u202f]", "", text)
    if not re.fullmatch(r"\d{1,12}", bare):
        raise wrong(f'"{text}" is not a whole number', "write digits, such as 12")
    return int(bare)


def _fraction(text: str) -> Fraction:
    if not re.fullmatch(r"\d{1,4}(/[1-9]\d{0,3})?", text) or not 0 < Fraction(text) <= 1:
        raise wrong(f'"{text}" is not a share', "write a fraction such as 1/2 or 1/4, at most 1")
    return Fraction(text)


def _truth(text: str) -> bool:
    if text not in ("true", "false"):
        raise wrong(f'"{text}" is neither true nor false', "write true or false")
    return text == "true"


def _address(text: str) -> str:
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https", "mailto") or re.search(r"[\s<>\"']", text):
        raise wrong(f'"{text}" is not an address', "write a full one, such as https://example.org/page")
    if parts.scheme != "mailto" and not parts.netloc:
        raise wrong(f'"{text}" is not an address', "write a full one, such as https://example.org/page")
    return text


def _time(text: str) -> str:
    if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", text):
        raise wrong(f'"{text}" is not a time', "write hours and minutes, such as 09:18")
    return text


def _identifier(text: str) -> str:
    if not re.fullmatch(r"[\w]+(?:[-.][\w]+)*", text) or text != text.lower():
        raise wrong(f'"{text}" is not an id', "use small letters, digits and hyphens")
    return text


def choice(kinds: type[StrEnum]) -> BeforeValidator:
    """One word of a closed vocabulary."""
    words = tuple(member.value for member in kinds)

    def read(text: str) -> StrEnum:
        if text not in words:
            raise wrong(f'"{text}" is not one of {", ".join(words)}', did_you_mean(text, words))
        return kinds(text)

    return BeforeValidator(_by(read))


def _ref(node: Any) -> Any:
    if not isinstance(node, Node):
        return node
    text = _text(scalar(node))
    if not text:
        raise wrong("a name is expected here, not an empty text")
    return Ref(text, node.span)


def _title(text: str) -> str:
    if not _text(text):
        raise wrong("a text is expected here, not an empty one")
    return _text(text)


Text = Annotated[str, BeforeValidator(_by(_text))]
Title = Annotated[str, BeforeValidator(_by(_title))]
Date_ = Annotated[Date, PlainValidator(_by(_date), json_schema_input_type=str)]
Int = Annotated[int, BeforeValidator(_by(_integer))]
Share = Annotated[Fraction, PlainValidator(_by(_fraction), json_schema_input_type=str)]
Bool = Annotated[bool, BeforeValidator(_by(_truth))]
Url = Annotated[str, BeforeValidator(_by(_address))]
Time = Annotated[str, BeforeValidator(_by(_time))]
Id = Annotated[str, BeforeValidator(_by(_identifier))]
RefTo = Annotated[Ref, PlainValidator(_ref, json_schema_input_type=str)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(sequence)]
Refs = Annotated[tuple[RefTo, ...], BeforeValidator(sequence)]
