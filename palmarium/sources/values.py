"""Values as bytes and back: only classes that hold data are ever made of what a file says."""

import copyreg
import io
import pickle
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from enum import Enum
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
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if module.partition(".")[0] == __package__.partition(".")[0] and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum)):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no class of data")


def frozen(values: dict[Any, Any]) -> Mapping[Any, Any]:
    """A read-only mapping; pickle calls this function, because it can't find the class by its name."""
    return MappingProxyType(values)


_TABLE = MappingProxyType({**copyreg.dispatch_table, MappingProxyType: lambda value: (frozen, (dict(value),))})


def dumps(value: object, name: Name | None = None) -> bytes:
    """A value as bytes; `name` gives what stands for a part of a record. Raises ValueError for what is no data."""
    file = io.BytesIO()
    pickler = pickle.Pickler(file, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _TABLE
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
