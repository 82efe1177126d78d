"""Fill a written form from the cells of a row.

Owns: which values a key may take, lists and forms inside forms.   Never: knows what a row stands for.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..schema.columns import Value, form_of
from ..schema.outline import Type, hints, type_of
from ..schema.scalars import fault
from ..schema.written import Written
from .cells import Cells, Take, Texts, Unmade, compiled

Plain = str | list[Any] | dict[str, Any]
"""A value as it is written: a text, a list, a mapping."""

Filled = dict[str, Plain]
Tell = Callable[[str, str, str], None]
"""Called with a key, what is wrong with its value in this row, and a hint; the value is left out."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a form: where its values come from, or those of the keys inside it."""

    name: str
    type: Type
    take: Take | None = None
    inner: "tuple[Key, ...]" = ()
    needs: tuple[str, ...] = ()
    named: "tuple[tuple[str, tuple[Key, ...]], ...]" = ()


@dataclass(frozen=True, slots=True)
class Source:
    """What values are made from: where each column stands, and tables by the name of their file."""

    places: Mapping[str, int]
    maps: Mapping[str, Mapping[str, str]]

    def take(self, value: Value) -> Take:
        return compiled(value, self.places, self.maps)


def keys(columns: Written | None, form: type[Written], source: Source) -> tuple[Key, ...]:
    """The keys of a form that a mapping fills; keys of its own are left to those who know them."""
    return tuple(_keys(columns, form, source)) if columns is not None else ()


def values(columns: Written | None) -> Iterator[Value]:
    """Every value in a part of a mapping, however deep."""
    if isinstance(columns, Value):
        yield columns
    elif isinstance(columns, Written):
        for name in type(columns).model_fields:
            yield from _values(getattr(columns, name))


def _values(found: object) -> Iterator[Value]:
    if isinstance(found, Written):
        yield from values(found)
    elif isinstance(found, tuple | dict):
        for each in found.values() if isinstance(found, dict) else found:
            yield from _values(each)


def _keys(columns: Written, form: type[Written], source: Source) -> Iterator[Key]:
    for name, hint in hints(form).items():
        found = getattr(columns, name, None)
        alias = form.model_fields[name].alias or name
        type_ = type_of(hint)
        if isinstance(found, Value):
            yield Key(alias, type_ if type_.is_a != "form" else Type("text"), take=source.take(found))
        elif isinstance(found, dict):
            inner = ((key, tuple(_inner(each, hint, source))) for key, each in found.items())
            yield Key(alias, type_, named=tuple(inner))
        elif isinstance(found, Written):
            yield Key(alias, type_, inner=tuple(_inner(found, hint, source)), needs=_needed(form_of(hint)))


def _inner(found: Written, hint: Any, source: Source) -> Iterator[Key]:
    if isinstance(found, Value):
        return iter((Key("", Type("text"), take=source.take(found)),))
    return _keys(found, form_of(hint), source)


def _needed(form: type[Written]) -> tuple[str, ...]:
    return tuple(field.alias or name for name, field in form.model_fields.items() if field.is_required())


def fill(wanted: tuple[Key, ...], cells: Cells, tell: Tell) -> Filled:
    """The keys that a row has something to say for."""
    made: Filled = {}
    for key in wanted:
        value = _filled(key, cells, tell)
        if value:
            made[key.name] = value
    return made


def _filled(key: Key, cells: Cells, tell: Tell) -> Plain:
    if key.take is not None:
        texts = taken(key, cells, tell)
        return one(key.name, texts, tell) if key.type.is_a != "list" else list(dict.fromkeys(texts))
    if key.named:
        found = ((name, fill(inner, cells, tell)) for name, inner in key.named)
        return {name: value.get("", value) for name, value in found if value}
    elements = listed(key.inner, cells, tell, key.needs)
    if key.type.is_a == "list":
        return elements
    return elements[0] if elements else {}


def one(name: str, texts: Texts, tell: Tell) -> str:
    """The one value of a key that can have no more."""
    if len(texts) > 1:
        tell(name, f"{len(texts)} values where one is expected", "write `join = …`, or split a list only")
        return ""
    return texts[0] if texts else ""


def taken(key: Key, cells: Cells, tell: Tell) -> Texts:
    """The values of a key that may stand there."""
    return tuple(filter(None, placed(key, cells, tell)))


def placed(key: Key, cells: Cells, tell: Tell) -> Texts:
    """The same, each in its place: beside others, one may be empty."""
    try:
        texts = key.take(cells) if key.take else ()
    except Unmade as error:
        tell(key.name, str(error), error.hint)
        return ()
    type_ = key.type.of if key.type.of and not key.type.of.form else key.type
    if type_.is_a in ("text", "reference", "form", "list", "mapping"):
        return texts
    return tuple(_right(type_, key.name, text, tell) for text in texts)


def _right(type_: Type, name: str, text: str, tell: Tell) -> str:
    """A text that may stand there, or nothing."""
    message, hint = _fault(type_, text) if text else ("", "")
    if message:
        tell(name, message, hint)
    return "" if message else text


_fault = lru_cache(maxsize=65536)(fault)


def listed(
    inner: tuple[Key, ...], cells: Cells, tell: Tell, needs: tuple[str, ...] = (), count: int = 0
) -> list[Filled]:
    """Elements of a list, side by side: the first value of each key, the second…; a single value holds for all.

    `count` says how many there must be; without it there are as many as the longest has.
    """
    columns = [(key, _column(key, cells, tell)) for key in inner]
    length = count or max((len(found) for _, found in columns), default=0)
    made: list[Filled] = [{} for _ in range(length)]
    for key, found in columns:
        found = as_many(found, length)
        if len(found) == 1 and length > 1:
            found = found * length
        elif found and len(found) != length:
            tell(key.name, f"{len(found)} values beside {length} names", "they must be as many, or one for all")
            continue
        for element, value in zip(made, found, strict=False):
            if value:
                element[key.name] = value
    return [element for element in made if count or (element and all(need in element for need in needs))]


def as_many(found: list[Plain], count: int) -> list[Plain]:
    """Without the empty ones at the end that are too many: a list may end as it is separated."""
    while len(found) > count and not found[-1]:
        found = found[:-1]
    return found


def _column(key: Key, cells: Cells, tell: Tell) -> list[Plain]:
    if key.take is not None and key.type.is_a != "list":
        return list(placed(key, cells, tell))
    value = _filled(key, cells, tell)
    return [value] if value else []
