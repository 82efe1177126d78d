"""The mapper of published records: what a record is as JSON, key by key, and that JSON.

A class is published field by field. A `Shape` states the exceptions: keys that are added, left out, renamed, or
computed. A key without a value (None, an empty text or list, `false`) is left out unless it is declared with `always`,
so no record holds a null.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass
from fractions import Fraction
from functools import cache
from operator import attrgetter
from types import MappingProxyType
from typing import Annotated, Any, Generic, TypeVar, get_args, get_origin, get_type_hints

from ...lookups import remembered
from ...model import Date, Edition, Kind, Ref
from ...pages.context import Context, name_then
from ...problems import Span

R = TypeVar("R", contravariant=True)
P = TypeVar("P", contravariant=True)

Then = Edition | None
"""The edition at whose time names are shown as they were then."""

Take = Callable[[Context, R, P], object]


@dataclass(frozen=True, slots=True)
class Key(Generic[R]):
    """A key of a published record.

    Without a `type`, it is that of the field of the same name; a list of shapes is a tuple of one. Without `says`, its
    sentence is that of the written form. Without `take`, it is the field itself.
    """

    name: str
    type: Any = None
    says: str = ""
    take: Take[R, Then] | None = None
    always: bool | None = None


def always(name: str, type: Any, says: str, take: Take[R, Then]) -> Key[R]:
    """A key that is there even where it is empty."""
    return Key(name, type, says, take, True)


@dataclass(frozen=True, slots=True, eq=False)
class Shape(Generic[R]):
    """What is published of a record: its keys in their order, and fields of `of` that are published as they are.

    `at` is the edition at whose time names are shown; without it, that of the record around it. `base` is what has the
    fields, where it is a part of the record. What several records hold is written once, `kept` under a name.
    """

    of: type
    says: str
    keys: tuple[str | Key[R], ...]
    name: str = ""
    at: Callable[[Context, R], Then] | None = None
    base: Callable[[R], object] = lambda record: record
    kept: Callable[[R], str] | None = None

    @property
    def title(self) -> str:
        return self.name or self.of.__name__


@dataclass(frozen=True, slots=True)
class Whole:
    """A key with all that is known of it: its type without what it is many of, and how it is taken and spelled."""

    name: str
    type: Any
    many: bool
    says: str
    take: Take[Any, Then]
    always: bool
    spelled: str


@cache
def whole(shape: Shape[Any]) -> MappingProxyType[str, Whole]:
    """The keys of a shape by name."""
    hints = get_type_hints(shape.of, include_extras=True)
    empty = {field.name: _may_be_empty(field.default) for field in fields(shape.of)}
    keys = (key for each in shape.keys for key in ((each,) if isinstance(each, Key) else map(Key, each.split())))
    return MappingProxyType({key.name: _whole(shape, key, hints, empty) for key in keys})


def _whole(shape: Shape[Any], key: Key[Any], hints: dict[str, Any], empty: dict[str, bool]) -> Whole:
    hint = key.type or hints[key.name]
    said = hint.__metadata__[0] if get_origin(hint) is Annotated else ""
    type, many = _item(hint)
    own = not empty.get(key.name, True) and key.take is None
    always = own if key.always is None else key.always
    field = attrgetter(key.name)
    take = key.take or (lambda context, record, then: field(shape.base(record)))
    return Whole(key.name, type, many, key.says or said, take, always, f"{_quote(key.name)}:")


def _may_be_empty(default: object) -> bool:
    """Whether a field of this default is left out where it is empty."""
    return default is not MISSING and (not default or is_dataclass(default))


def _item(hint: Any) -> tuple[Any, bool]:
    """The class or shape of a value, or of each of several."""
    if isinstance(hint, tuple):
        return hint[0], True
    if get_origin(hint) is tuple:
        return _item(get_args(hint)[0])[0], True
    options = [each for each in get_args(hint) if each is not type(None)]
    if options:
        return _item(options[0])
    return (shape_of(hint) if _is_record(hint) else hint), False


def _is_record(hint: Any) -> bool:
    return isinstance(hint, type) and is_dataclass(hint) and hint not in _WRITERS


def shape_of(cls: Any) -> Shape[Any]:
    """A class as it is, without its places."""
    return _shape_of(cls)


@cache
def _shape_of(cls: Any) -> Shape[Any]:
    shown = (field for field in fields(cls) if field.type is not Span)
    keys: tuple[Key[Any], ...] = tuple(Key(field.name, always=field.default is MISSING) for field in shown)
    return Shape(cls, cls.__doc__ or "", keys)


def inner(shape: Shape[Any]) -> Iterator[Shape[Any]]:
    """Every shape that a record of this shape may hold, each once."""
    found: dict[Shape[Any], None] = {}
    waiting = [shape]
    while waiting:
        held = (key.type for key in whole(waiting.pop()).values() if isinstance(key.type, Shape))
        for each in held:
            if each not in found:
                found[each] = None
                waiting.append(each)
    return iter(found)


def dump(shape: Shape[R], record: R, context: Context, then: Then = None) -> str:
    """A record on one line."""
    if shape.kept is None:
        return _dump(shape, record, context, then)
    return remembered(context.archive.recent, shape.kept(record), lambda: _dump(shape, record, context, then))


def _dump(shape: Shape[R], record: R, context: Context, then: Then) -> str:
    at = shape.at(context, record) if shape.at else then
    said = []
    for key in whole(shape).values():
        value: Any = key.take(context, record, at)
        if value or key.always or type(value) is int:
            several = value if key.many else (value,)
            texts = [_text(key.type, each, context, at) for each in several]
            text = f"[{','.join(texts)}]" if key.many else texts[0]
            if key.always or text != "{}":
                said.append(key.spelled + text)
    return f"{{{','.join(said)}}}"


def _text(kind: Any, value: Any, context: Context, then: Then) -> str:
    if isinstance(value, str):
        return _quote(value)
    if kind is NAMED and isinstance(value, Ref):
        return dump(NAMED, named(value, context, then), context)
    return dump(kind, value, context, then) if isinstance(kind, Shape) else _WRITERS[type(value)](value)


_quote = json.JSONEncoder(ensure_ascii=False).encode
_WRITERS: MappingProxyType[type, Callable[[Any], str]] = MappingProxyType(
    {
        bool: lambda truth: "true" if truth else "false",
        int: str,
        Date: lambda date: _quote(str(date)),
        Fraction: lambda share: _quote(str(share)),
        Ref: lambda ref: _quote(ref.text),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name that a record points at; its own record is names/<id>.json."""

    id: Annotated[str, "id of the name; missing where the archive holds no such name"] = ""
    name: Annotated[str, "the name today"]
    name_then: Annotated[str, "what it was called at the time, where that differs"] = ""
    kind: Annotated[Kind | None, "person, organisation, team or work"] = None

    @property
    def called(self) -> str:
        """What it was called at the time."""
        return self.name_then or self.name


NAMED = shape_of(Named)
"""What is published of a name that is pointed at, by a `Ref` or as it is."""


def named(ref: Ref, context: Context, then: Then = None) -> Named:
    """A name by its id; with an edition, also as it was called then."""
    id = context.archive.ids.get(ref.text)
    if id is None:
        return Named(name=ref.text)
    name = context.archive.names[id]
    called = name_then(name, then) if then and name.names else name.name
    return Named(id=id, name=name.name, name_then=called if called != name.name else "", kind=name.kind)
