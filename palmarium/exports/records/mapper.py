"""Conversion of the archive's records to published ones, field by field, by the type of each field."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from ...images.variants import plain
from ...model import Edition, Holder, Method, Part, Picture, Ref, Status
from ...pages.context import Context, name_then, public
from ...pages.parts.people import part_anchor
from ...statistics.count import REASONS, Reason
from . import shapes

_T = TypeVar("_T")

Then = Edition | None
"""The edition at whose time names are shown as they were then."""


def published(cls: type[_T], written: object, context: Context, then: Then = None, **more: object) -> _T:
    """A published record: the fields that it has in common with what was written, and `more`.

    A value is converted to the class of its field: a `Ref` to a name or a text, a post to one whose organisation is a
    name.
    """
    both: tuple[Any, Any] = cls, type(written)
    values = {}
    for name, target, shared in _plan(*both):
        if name in more:
            value = more[name]
        elif shared:
            value = getattr(written, name)
        else:
            continue
        values[name] = _as(target, value, context, then) if target else value
    return cls(**values)


@cache
def _plan(cls: type, written: type) -> tuple[tuple[str, Any, bool], ...]:
    """Each field of a published class: its name, the class of its value where that may differ, whether it is shared."""
    wanted, known = get_type_hints(cls), get_type_hints(written)
    shared = {field.name for field in fields(written)} if is_dataclass(written) else set()
    plan = []
    for name, hint in wanted.items():
        target = _item(hint)
        same = name in shared and _item(known[name]) is target
        may_differ = target in _MAKERS or is_dataclass(target) or (target is str and name in shared)
        plan.append((name, target if may_differ and not same else None, name in shared))
    return tuple(plan)


def _item(hint: Any) -> Any:
    """The class of a value, or of each value of a tuple, whether or not it may be missing."""
    if get_origin(hint) is tuple:
        return _item(get_args(hint)[0])
    options = [each for each in get_args(hint) if each is not type(None)]
    return options[0] if options else hint


def _as(target: Any, value: Any, context: Context, then: Then) -> Any:
    if isinstance(value, tuple):
        return tuple([_as(target, each, context, then) for each in value])
    if target is str:
        return text(value) if isinstance(value, Ref) else str(value or "")
    if value is None or type(value) is target:
        return value
    make = _MAKERS.get(target)
    return make(value, context, then) if make else published(target, value, context, then)


def text(ref: Ref | None) -> str:
    return ref.text if ref else ""


def category_key(award: str, category: str) -> str:
    """`palmes/innovation`, from the short or the long form; nothing for an unknown category."""
    return f"{award}/{category}" if category and award and "/" not in category else category


def named(ref: Ref, context: Context, then: Then = None) -> shapes.Named:
    """A name by its id; with an edition, also as it was called then."""
    id = context.archive.ids.get(ref.text)
    if id is None:
        return shapes.Named(name=ref.text)
    name = context.archive.names[id]
    called = name_then(name, then) if then and name.names else name.name
    return shapes.Named(id=id, name=name.name, name_then=called if called != name.name else "", kind=name.kind)


def _fields_of(ref: Ref, context: Context, then: Then) -> dict[str, object]:
    """A name as fields of a larger record."""
    who = named(ref, context, then)
    return {"id": who.id, "name": who.name, "name_then": who.name_then, "kind": who.kind}


def _laureate(holder: Holder, context: Context, then: Then) -> shapes.Laureate:
    status = holder.status if holder.status is not Status.ACTIVE else None
    who = _fields_of(holder.name, context, then)
    return published(shapes.Laureate, holder, context, then, **who, as_=holder.as_role, status=status)


def published_part(written: Part, context: Context, then: Then) -> shapes.Part:
    """The part of a name in an edition or award."""
    category = category_key(then.award if then else "", text(written.category))
    who = _fields_of(written.name, context, then)
    url = public(context, f"{context.urls.edition(then.key)}#{part_anchor(written)}") if then else ""
    return published(shapes.Part, written, context, then, **who, as_=written.role, category=category, url=url)


def _method(method: Method, context: Context, then: Then) -> shapes.Method:
    return published(shapes.Method, method, context, then, channel_count=method.channels_tested)


def _because(reason: Reason, context: Context, then: Then) -> shapes.Because:
    del context, then
    sentence = REASONS.get(reason.code, reason.code)
    return shapes.Because(code=reason.code, sentence=sentence % dict(reason.values))


def _picture(picture: Picture, context: Context, then: Then) -> shapes.Picture:
    return published(shapes.Picture, picture, context, then, url=public(context, _file(picture.src, context)))


def _file(source: str, context: Context) -> str:
    """The picture itself where it is published, or the one of its files that any program shows."""
    shape = context.pictures.get(source)
    if shape is None or shape.is_whole or context.config.pictures.originals:
        return context.urls.media(source)
    shown = plain(shape)
    return context.urls.variant(shown.path, shown.digest, shown.width, shown.ending)


_MAKERS: MappingProxyType[type, Callable[[Any, Context, Then], object]] = MappingProxyType(
    {
        shapes.Named: named,
        shapes.Laureate: _laureate,
        shapes.Part: published_part,
        shapes.Method: _method,
        shapes.Because: _because,
        shapes.Picture: _picture,
    }
)
"""What makes a value of a class that has more than the fields it shares with what was written."""
