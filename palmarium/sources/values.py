"""Values as bytes and back: only classes that hold data are ever made of what a file says."""

import copyreg
import importlib
import io
import pickle
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from types import MappingProxyType
from typing import Any

_PLAIN = frozenset(
    {
        ("builtins", "set"),
        ("builtins", "frozenset"),
        ("builtins", "list"),
        ("builtins", "dict"),
        ("builtins", "int"),
        ("collections", "defaultdict"),
        ("collections", "Counter"),
        ("fractions", "Fraction"),
        (__name__, "frozen"),
    }
)

Name = Callable[[object], object]
"""Stands for a part of a record in a value that is kept: None for what is kept as it is."""


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        return _class_of_data(module, name)


@cache
def _class_of_data(module: str, name: str) -> Any:
    if (module, name) in _PLAIN:
        return getattr(importlib.import_module(module), name)
    if module.partition(".")[0] == __package__.partition(".")[0] and "." not in name:
        found = getattr(importlib.import_module(module), name)
        if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum)):
            return found
    raise pickle.UnpicklingError(f"{module}.{name} is no class of data")


def frozen(values: dict[Any, Any]) -> Mapping[Any, Any]:
    """A read-only mapping; pickle calls this function, because it can't find the class by its name."""
    return MappingProxyType(values)


_Reduce = Callable[[Any], Any]
_TABLE: Mapping[type, _Reduce] = MappingProxyType(
    {**copyreg.dispatch_table, MappingProxyType: lambda value: (frozen, (dict(value),))}
)


class _Reducers:
    """How pickle takes a value apart, by its class."""

    def __getitem__(self, of: type) -> _Reduce:
        return _TABLE[of] if of in _TABLE else _reducer(of)


@cache
def _reducer(of: type) -> _Reduce:
    """A dataclass is made anew of its fields: pickle itself puts them in one by one, in three times the time.

    Raises KeyError for what pickle takes apart by itself.
    """
    if not is_dataclass(of) or hasattr(of, "__post_init__"):
        raise KeyError(of)
    there = fields(of)
    if not all(each.init and not each.kw_only for each in there):
        raise KeyError(of)
    names = tuple(each.name for each in there)
    if len(names) > 1:
        take = attrgetter(*names)
        return lambda value: (of, take(value))
    return lambda value: (of, tuple(getattr(value, name) for name in names))


def dumps(value: object, name: Name | None = None) -> bytes:
    """A value as bytes; `name` gives what stands for a part of a record. Raises ValueError for what is no data."""
    file = io.BytesIO()
    pickler = pickle.Pickler(file, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _Reducers()  # type: ignore[assignment]
    if name:
        pickler.persistent_id = name  # type: ignore[method-assign]
    try:
        pickler.dump(value)
    except (pickle.PicklingError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error
    return file.getvalue()


def loads(data: bytes, part: Callable[[Any], object] = lambda pid: pid) -> Any:
    """The value; raises ValueError where the bytes are none of ours."""
    try:
        unpickler = _Unpickler(io.BytesIO(data))
        unpickler.persistent_load = part  # type: ignore[method-assign]
        return unpickler.load()
    except (pickle.UnpicklingError, AttributeError, EOFError, ImportError, IndexError, TypeError, KeyError) as error:
        raise ValueError(str(error)) from error
