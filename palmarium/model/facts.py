"""Facts: what each record says, field by field, as texts that are kept and compared; and what became of a fact.

The fields are read from the classes of the records, so that a new field is included without a change here.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any, get_args, get_type_hints

from . import (
    Article,
    Award,
    Category,
    Ceremony,
    Covered,
    Date,
    Edition,
    Entry,
    Function,
    Identifier,
    Method,
    Name,
    Part,
    Ref,
    Result,
)

Key = tuple[str, str]
"""A kind of record and its key: `edition`, `palmes/2011`."""

Facts = Mapping[str, tuple[str, ...]]
"""The values of each field that says something."""

KINDS: Mapping[str, type] = MappingProxyType(
    {
        "award": Award,
        "category": Category,
        "edition": Edition,
        "entry": Entry,
        "result": Result,
        "name": Name,
        "article": Article,
    }
)
"""The records that have facts, and what each is: `entry` is a category in an edition."""

CALLED: Mapping[str, str] = MappingProxyType(
    {
        "award": "name",
        "category": "name",
        "edition": "label",
        "entry": "outcome",
        "result": "holders",
        "name": "name",
        "article": "title",
    }
)
"""The field that stands for all that a record says, where it is new or gone."""

BETWEEN = " · "
"""What stands between the parts of a value: a juror's name, role and organisation."""

UNTOLD = frozenset(
    (
        # What identifies a record, or is a record of its own, or where it stands.
        *("id", "award", "edition", "category", "span", "sort_year", "formerly", "entries", "results", "specials"),
        # What an editor says to the program, and prose.
        *("categories", "sort", "reading", "registered", "hidden", "draft", "many", "once", "apart", "body", "picture"),
        *("related", "tags", "comments", "cited", "disputes", "language", "translates"),
    )
)
"""Fields of records that are no facts."""

_INSIDE = (Ceremony, Covered, Method)
"""Parts of a record whose fields are facts of their own: `ceremony.date`."""

_UNSAID = frozenset(("span", "sources", "source", "count", "several_answers", "id", "weekday", "inferred"))
"""Fields of a part of a record that are no facts."""


class Turn(StrEnum):
    """What became of a fact."""

    CORRECTED = "corrected"
    UPDATED = "updated"
    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that has changed since it was published: its values then and now, and the day.

    Without a `field` a whole record is new, removed or has another id; `note` is written by an editor. `is_withheld` is
    true where a name in it is withheld and replaced by something neutral.
    """

    on: Date
    turn: Turn
    kind: str
    key: str
    field: str = ""
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    note: str = ""
    is_withheld: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a kind of record: its path, the word for it, and the classes of which its values are made.

    A value that equals the `default` is not stored; it is stated only in a change from or to another value.
    """

    path: str
    word: str
    made_of: tuple[type, ...]
    default: tuple[str, ...] = ()

    @property
    def refers(self) -> bool:
        """Whether its values hold names or ids of other records."""
        return Ref in self.made_of or self.path == "parent"


@cache
def told(kind: str) -> Mapping[str, Field]:
    """Every field of a kind of record that is a fact, in the order of its class."""
    return MappingProxyType({field.path: field for field in _told(KINDS[kind])})


def _told(cls: type) -> Iterator[Field]:
    for name, hint in get_type_hints(cls).items():
        made_of = _once(_classes(hint))
        inside = next((each for each in _INSIDE if each in (get_args(hint) or (hint,))), None)
        if name in UNTOLD or (name == "sources" and made_of == (Ref,)):
            continue
        if name == "parts":
            yield from (Field(str(each), f"function-{each}", made_of) for each in Function)
        elif inside:
            for each, part in get_type_hints(inside).items():
                if each not in _UNSAID:
                    of_part = _once(_classes(part))
                    yield Field(f"{name}.{each}", f"field-{each}", of_part, _default(inside, each))
        else:
            yield Field(name, f"field-{name}", made_of, _default(cls, name))


def _once(classes: Iterator[type]) -> tuple[type, ...]:
    return tuple(dict.fromkeys(classes))


def _default(cls: Any, name: str) -> tuple[str, ...]:
    value = next(each.default for each in fields(cls) if each.name == name)
    return () if value is MISSING else _values(value, str)


def _classes(hint: Any) -> Iterator[type]:
    """The classes of which a value of some type is made; of parts, those that its text holds."""
    if get_args(hint):
        for each in get_args(hint):
            yield from _classes(each)
    elif isinstance(hint, type) and is_dataclass(hint) and hint not in (Ref, Date):
        hints = get_type_hints(hint)
        for name in _said_of(hint):
            yield from _classes(hints[name])
    elif hint not in (type(None), Ellipsis):
        yield hint


@cache
def _said_of(cls: Any) -> tuple[str, ...]:
    if cls is Part:
        return ("name", "chair", "posts", "role", "category", "note")
    left = _UNSAID - {"id"} if cls is Identifier else _UNSAID
    return tuple(each.name for each in fields(cls) if each.name not in left)


Call = Callable[[str], str]
"""What the thing is called today that a reference means."""


def facts(kind: str, record: Any, call: Call) -> Facts:
    """What a record says, without what is said of others, and what is counted."""
    found: dict[str, tuple[str, ...]] = {}
    for field, first, rest in _ways(kind):
        value = getattr(record, first)
        if first == "parts":
            value = tuple(part for part in value if part.function == rest)
        elif rest:
            value = getattr(value, rest, None)
        # Most fields of most records say nothing.
        if value is None or value in ("", ()):
            continue
        said = _values(value, call)
        if said and said != field.default:
            found[field.path] = said
    return found


@cache
def _ways(kind: str) -> tuple[tuple[Field, str, str], ...]:
    """How the value of each field is reached in a record."""
    functions = frozenset(map(str, Function))
    return tuple(
        (field, "parts", path) if path in functions else (field, path.partition(".")[0], path.partition(".")[2])
        for path, field in told(kind).items()
    )


def _values(value: Any, call: Call) -> tuple[str, ...]:
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    return tuple(_said(value if isinstance(value, tuple) else (value,), call))


def _said(values: tuple[Any, ...], call: Call) -> Iterator[str]:
    return filter(None, (_text(each, call) for each in values))


def _text(value: Any, call: Call) -> str:
    """A value as a text: its parts one after the other."""
    if value is None:
        return ""
    if isinstance(value, Ref):
        return call(value.text)
    if isinstance(value, tuple):
        return BETWEEN.join(_said(value, call))
    if is_dataclass(value) and not isinstance(value, Date):
        return BETWEEN.join(filter(None, _parts(value, call)))
    return str(value)


def _parts(value: Any, call: Call) -> Iterator[str]:
    """The parts of a value; of what is merely so, the name of its field, and of what is as usual, nothing."""
    cls: Any = type(value)
    for name in _said_of(cls):
        part = getattr(value, name)
        if isinstance(part, bool):
            yield name if part else ""
        elif not isinstance(part, StrEnum) or (str(part),) != _default(cls, name):
            yield _text(part, call)
