"""Look-ups: what was asked of an archive while a value was made, noted by itself.

A value depends on what its maker looked up, and on nothing else. Each look-up is an index and a key in it; the index
tells what may change without the value changing:

- the name of an index of the archive (`editions`, `results_of`, …): what statistics read of the record at that key;
- `text`: the wording of a record, which no statistic reads;
- `place`: the lines and columns of a file, which only problems show;
- `table`: a value derived from the whole archive (`statistics.memoize`).
"""

import contextlib
import hashlib
import marshal
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from itertools import chain
from typing import Any, TypeVar

Lookup = tuple[str, Hashable]
"""An index and a key in it; `EVERY` stands for all its values, `KEYS` for which keys there are, in which order."""

EVERY, KEYS = "*", "#"
TEXT, PLACE, TABLE = "text", "place", "table"

_K = TypeVar("_K", bound=Hashable)
_V = TypeVar("_V")
_T = TypeVar("_T")


class _Noting:
    """The look-ups of the value that is being made; one for the program, for records know no archive."""

    __slots__ = ("seen",)

    def __init__(self) -> None:
        self.seen: set[Lookup] = set()


_frame = _Noting()


@contextlib.contextmanager
def noting() -> Iterator[set[Lookup]]:
    """The look-ups made inside; they are not added to those of the value around it."""
    outer, _frame.seen = _frame.seen, set()
    try:
        yield _frame.seen
    finally:
        _frame.seen = outer


def note(index: str, key: Hashable) -> None:
    """Say that a value depends on something that no index hands out."""
    _frame.seen.add((index, key))


def note_all(lookups: set[Lookup]) -> None:
    """Say that a value depends on all that another one depends on."""
    _frame.seen |= lookups


_MOST_REMEMBERED = 2000
"""Values; more than one record is written with, and few enough for an archive of any size."""


def remembered(memory: dict[str, Any], key: str, make: Callable[[], _T]) -> _T:
    """What was made of late under a key; who asks for it depends on all that was looked up for it."""
    if key not in memory:
        with noting() as made_with:
            value = make()
        memory[key] = (value, tuple(made_with))
        if len(memory) > _MOST_REMEMBERED:
            del memory[next(iter(memory))]
    made: _T
    made, seen = memory[key]
    _frame.seen.update(seen)
    return made


class NotedIndex(Mapping[_K, _V]):
    """An index of the archive, read by key: each value is made when it is first asked for.

    `read` gives the value at a key, and raises KeyError where there is none.
    """

    __slots__ = ("_keys", "_made", "_name", "_read")

    def __init__(self, name: str, keys: Mapping[_K, Any], read: Callable[[_K], _V]) -> None:
        self._name, self._keys, self._read = name, keys, read
        self._made: dict[_K, _V] = {}

    def __getitem__(self, key: _K) -> _V:
        _frame.seen.add((self._name, key))
        try:
            return self._made[key]
        except KeyError:
            value = self._made[key] = self._read(key)
            return value

    def get(self, key: _K, default: Any = None) -> Any:
        _frame.seen.add((self._name, key))
        return self._value(key) if key in self._keys else default

    def __contains__(self, key: object) -> bool:
        _frame.seen.add((self._name, key))
        return key in self._keys

    def __iter__(self) -> Iterator[_K]:
        _frame.seen.add((self._name, KEYS))
        return iter(self._keys)

    def __len__(self) -> int:
        _frame.seen.add((self._name, KEYS))
        return len(self._keys)

    def values(self) -> Any:
        _frame.seen.add((self._name, EVERY))
        return [self._value(key) for key in self._keys]

    def items(self) -> Any:
        _frame.seen.add((self._name, EVERY))
        return [(key, self._value(key)) for key in self._keys]

    @property
    def raw(self) -> Mapping[_K, Any]:
        """What the index reads from, by key; looking there is not noted."""
        return self._keys

    def __repr__(self) -> str:
        return repr({key: self._value(key) for key in self._keys})

    def _value(self, key: _K) -> _V:
        made = self._made
        if key not in made:
            made[key] = self._read(key)
        return made[key]


class _Noted(property):
    """A field whose reading is noted under an index of its own."""

    index = ""


def noted(index: str, key: Callable[[Any], Hashable], *names: str) -> Callable[[type[_T]], type[_T]]:
    """Note each reading of these fields of a slotted class; `key` says of which record they are."""

    def reading(slot: Any) -> Callable[[Any], Any]:
        get = slot.__get__

        def read(owner: Any) -> Any:
            _frame.seen.add((index, key(owner)))
            return get(owner)

        return read

    def wrap(cls: type[_T]) -> type[_T]:
        for name in names:
            slot = cls.__dict__[name]
            field = _Noted(reading(slot), slot.__set__)
            field.index = index
            setattr(cls, name, field)
        return cls

    return wrap


def digest(value: object) -> bytes:
    """A short digest of a value's core: all of it but wording and places."""
    return hashlib.blake2b(marshal.dumps(core(value)), digest_size=8).digest()


def core(value: Any) -> Any:
    """A value without its wording and places, in plain values."""
    return _in_plain_values(value, _core_fields)


def said(value: Any) -> Any:
    """A value with its wording, but without its places, in plain values."""
    return _in_plain_values(value, _said_fields)


def _in_plain_values(value: Any, names: Callable[[Any], tuple[str, ...]]) -> Any:
    kind = type(value)
    if kind is str or kind is int or value is None or kind is bool:
        return value
    if kind is tuple or kind is list:
        return [_in_plain_values(each, names) for each in value]
    if is_dataclass(kind):
        return [kind.__name__, *[_in_plain_values(getattr(value, name), names) for name in names(kind)]]
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Mapping):
        return [[_in_plain_values(key, names), _in_plain_values(each, names)] for key, each in value.items()]
    if isinstance(value, set | frozenset):
        return sorted((_in_plain_values(each, names) for each in value), key=repr)
    return [kind.__name__, repr(value)]


def wording(value: object) -> tuple[Any, ...]:
    """The fields of a value that are noted as its wording."""
    kind: Any = type(value)
    return tuple(getattr(value, name) for name, index in _fields(kind) if index == TEXT)


def places(value: Any) -> Iterator[Any]:
    """Every line and column that a value holds, in a fixed order."""
    kind = type(value)
    if is_dataclass(kind):
        for name, index in _fields(kind):
            part = getattr(value, name)
            yield from (part,) if index == PLACE else places(part)
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from places(key)
            yield from places(part)
    elif isinstance(value, set | frozenset):
        yield from chain.from_iterable(map(places, sorted(value, key=repr)))
    elif kind is not str and isinstance(value, Iterable):
        yield from chain.from_iterable(map(places, value))


def differences(
    index: str, old: Mapping[Any, Any], new: Mapping[Any, Any], differ: Callable[[Any, Any], bool]
) -> Iterator[Lookup]:
    """The look-ups in an index that have another answer in its new values than in its old ones."""
    keys = tuple(key for key in {**old, **new} if (key in old) != (key in new) or differ(old[key], new[key]))
    is_moved = list(old) != list(new)
    yield from ((index, key) for key in keys)
    if is_moved:
        yield index, KEYS
    if keys or is_moved:
        yield index, EVERY


@cache
def _core_fields(kind: Any) -> tuple[str, ...]:
    return tuple(name for name, index in _fields(kind) if not index)


@cache
def _said_fields(kind: Any) -> tuple[str, ...]:
    return tuple(name for name, index in _fields(kind) if index != PLACE)


@cache
def _fields(kind: Any) -> tuple[tuple[str, str], ...]:
    """The fields of a dataclass, and the index under which each is noted; none for those of its core."""
    noted = vars(kind)
    return tuple(
        (each.name, noted[each.name].index if isinstance(noted.get(each.name), _Noted) else "") for each in fields(kind)
    )
