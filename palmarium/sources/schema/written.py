"""Base class of the written forms, and the types of their scalars, as validators of nodes."""

import dataclasses
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, TypeVar, get_args, get_origin
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    ValidationError,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from ...model import Date, Ref
from ...problems import Span, nearest, plain, quoted
from ..nodes import Node, Pair
from ..plaintext import is_visible
from . import meant
from .words import near, surely

_R = TypeVar("_R")
_LONGEST_TITLE = 1_000
UNKNOWN = "\0"
"""Put behind a key that has the name of a field which no editor writes: so it is unknown, as any other."""

IDLE = "\0\0"
"""Put behind a key that says nothing without another one, or beside one: so it is unknown, and told."""

_ID = re.compile(r"\w+(?:[-.]\w+)*")
_NEVER_A_NAME = ("laureate", "rank", "role", "org", "credited_as", "distinction")


class Written(BaseModel):
    """One mapping as written.

    `MAKES` is its record in the model, `SHORT` the key a bare text fills, `BESIDE` the short keys that `expand` reads,
    `INSTEAD` what to write in place of a key that is looked for here. `NEEDS` has the keys that say nothing alone, with
    what one of which must stand beside them, as it can be written: `status: revoked`; `LEFT` has those that say nothing
    beside another one. `KEYED` are the two keys that are meant where `text: text` stands in place of a list of these,
    `IN_ORDER` those that are meant by a list in place of one of these.
    """

    # The fields of the base say where a mapping comes from; they are none of its keys.
    # A form is made ready when it is first needed: to read one edited article takes the form of articles alone.
    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, populate_by_name=False, defer_build=True
    )
    MAKES: ClassVar[type | None] = None
    SHORT: ClassVar[str] = ""
    BESIDE: ClassVar[tuple[str, ...]] = ()
    INSTEAD: ClassVar[Mapping[str, str]] = MappingProxyType({})
    NEEDS: ClassVar[Mapping[str, tuple[str, ...]]] = MappingProxyType({})
    LEFT: ClassVar[Mapping[str, str]] = MappingProxyType({})
    KEYED: ClassVar[tuple[str, ...]] = ()
    IN_ORDER: ClassVar[tuple[str, ...]] = ()
    span: Span = Field(default=Span(""), exclude=True, repr=False)

    @model_validator(mode="before")
    @classmethod
    def _open(cls, node: Any) -> Any:
        if not isinstance(node, Node):
            return node
        if node.form == "mapping":
            names = known(cls)
            if node.pairs and not any(pair.key in names or has_colon(pair) for pair in node.pairs):
                raise _braces(cls, node)
            if rows := _rows(cls, node):
                typed = ", ".join(f'"{pair.key}"' for pair in node.pairs)
                message = f"{typed} {'is no key' if len(rows) == 1 else 'are no keys'} here"
                keys = tuple(pair.key for pair in node.pairs)
                data = [meant.data(row) for row in rows]
                raise wrong(message, value=data, items=tuple(map(meant.flow, rows)), keys=keys)
            origin = cls._origin(node)
            unknown = {f"{pair.key}{UNKNOWN}": pair.value for pair in node.pairs if pair.key in origin}
            return {**cls.written_out(given(node, names)), **unknown, **origin}
        if cls.SHORT and node.form == "scalar" and node.value is not None:
            first, blank, rest = node.value.partition(" ")
            if blank and first in _NEVER_A_NAME and first in known(cls):
                raise wrong(f"a colon is missing behind `{first}`", f"write `{first}: {plain(rest.strip())}`")
            return {**cls.expand({cls.SHORT: node}), **cls._origin(node)}
        kind = f"{'a table' if node.toml else 'keys with their values'}{' or a text' if cls.SHORT else ''}"
        message = f"{kind} {'is' if node.toml else 'are'} expected here, not {described(node)}"
        raise wrong(message, value=cls._sample(node), items=cls.instead(node))

    @classmethod
    def written_out(cls, keys: dict[str, Any]) -> dict[str, Any]:
        """The keys of a mapping, short ones written out; one that says nothing there is set apart."""
        idle = (*(key for key in cls.NEEDS if key in keys and not _has_one(keys, needed(cls, key), cls)),)
        idle += tuple(key for key, other in cls.LEFT.items() if key in keys and other in keys)
        rest = {key: value for key, value in keys.items() if key not in idle}
        return {**cls.expand(rest), **{f"{key}{IDLE}": keys[key] for key in idle}}

    @classmethod
    def expand(cls, keys: dict[str, Any]) -> dict[str, Any]:
        """Write short keys out; a form without any returns them as they are."""
        return keys

    @classmethod
    def _origin(cls, node: Node) -> dict[str, Any]:
        """The fields that say where a mapping comes from, and are not keys of it."""
        return {"span": node.span}

    @classmethod
    def _sample(cls, node: Node | None = None) -> Mapping[str, object]:
        """Plain data that this form reads in place of a node, for a hint in TOML."""
        return {key: example(cls, key) for key in required(cls) or known(cls)[:1]}

    @classmethod
    def instead(cls, node: Node) -> tuple[str, ...]:
        """What to write in place of a node that is no mapping; several where a list of these may stand there."""
        if node.form == "sequence":
            elements = node.elements
            if len(elements) > 1 and cls.IN_ORDER:
                told = [Pair(key, each.span, each) for key, each in zip(cls.IN_ORDER, elements, strict=False)]
                return (meant.flow(_filled(cls, node, told)),)
            if elements and (cls.SHORT or all(element.form == "mapping" for element in elements)):
                return tuple(cls._alone(element) for element in elements)
            return tuple(text for element in elements for text in cls.instead(element)) or (cls._empty(node),)
        if is_blank(node):
            return (cls._empty(node),)
        keys = cls.IN_ORDER or required(cls) or known(cls)
        dated = (key for key in keys if meant.date(node.value or "") and _is_dated(fields_by_key(cls)[key]))
        pairs = [Pair(next(dated, keys[0]), node.span, node)]
        if keys[0] == "id" and cls.KEYED and node.value != meant.identifier(node.value or ""):
            pairs.append(Pair(cls.KEYED[1], node.span, node))
        return (meant.flow(_filled(cls, node, pairs)),)

    @classmethod
    def _alone(cls, node: Node) -> str:
        """A node as it may stand in place of one of these."""
        try:
            cls.model_validate(node)
        except ValidationError as error:
            said = next((each["ctx"] for each in error.errors(include_url=False) if each["type"] == "written"), {})
            return str(said.get("alone") or next(iter(said.get("items", ())), "") or cls._empty(node))
        return meant.flow(node)

    @classmethod
    def _empty(cls, node: Node) -> str:
        return meant.flow(_filled(cls, node, []))

    @classmethod
    def row(cls, pair: Pair) -> Node:
        """`text: text` as one of these."""
        first, second = cls.KEYED
        name = Node("scalar", pair.span, pair.key, toml=pair.value.toml and "text")
        inner = pair.value.pairs or (() if is_blank(pair.value) else (Pair(second, pair.span, pair.value),))
        return _filled(cls, pair.value, [Pair(first, pair.span, name), *inner])


def known(form: type[Written]) -> tuple[str, ...]:
    """Every key that a form reads, those of its short forms included."""
    return tuple(dict.fromkeys((*fields_by_key(form), *form.BESIDE)))


def fields_by_key(form: type[Written]) -> dict[str, FieldInfo]:
    """The fields that an editor writes, by their keys."""
    return {field.alias or name: field for name, field in form.model_fields.items() if not field.exclude}


def needed(form: type[Written], key: str) -> tuple[str, ...]:
    """The keys one of which must stand beside another one, which says nothing alone."""
    return tuple(written.partition(":")[0] for written in form.NEEDS.get(key, ()))


def _has_one(keys: Mapping[str, Any], wanted: Collection[str], form: type[Written]) -> bool:
    """Whether one of these keys says more than it does when it is left out; one that is misspelt will be told."""
    fields = fields_by_key(form)
    for key, value in keys.items():
        other = key if key in fields else nearest(key, fields)
        is_default = isinstance(value, Node) and other and value.value == _default(fields.get(other))
        if other in wanted and not is_default:
            return True
    return False


def _default(field: FieldInfo | None) -> str:
    """The word of a closed vocabulary that a key stands for where it is left out."""
    return field.default.value if field and isinstance(field.default, StrEnum) else ""


def example(form: type[Written], key: str, otherwise: object = "…") -> object:
    """A value of a key, for a hint."""
    field = fields_by_key(form).get(key)
    return field.examples[0] if field and field.examples else otherwise


def _rows(form: type[Written], node: Node) -> tuple[Node, ...]:
    """`a: b, c: d` in place of a list of this form, as its items; nothing where its keys were mistyped."""
    names = known(form)
    typed = any(pair.key in names or meant.key(pair.key, names) or nearest(pair.key, names, 0.8) for pair in node.pairs)
    foreign = any(inner.key not in names for pair in node.pairs for inner in pair.value.pairs)
    return () if typed or foreign or not form.KEYED else tuple(form.row(pair) for pair in node.pairs)


def _filled(form: type[Written], node: Node, pairs: Collection[Pair]) -> Node:
    """A mapping of this form: these pairs as it reads them, and a stand-in for each key that it needs besides."""
    fields = fields_by_key(form)
    have = {pair.key for pair in pairs}
    told = [replace(pair, value=_fitting(pair.key, fields.get(pair.key), pair.value)) for pair in pairs]
    blank = Node("scalar", node.span, STAND_IN, toml=node.toml and "text")
    told += [Pair(key, node.span, blank) for key in required(form) if key not in have]
    order = known(form)
    told.sort(key=lambda pair: order.index(pair.key) if pair.key in order else len(order))
    return Node("mapping", node.span, pairs=tuple(told), toml=node.toml and "table")


def vocabulary(field: FieldInfo) -> tuple[str, ...]:
    """The words that a key may have, where these are given."""
    return next((tuple(kind) for kind in _kinds(field.annotation) if issubclass(kind, StrEnum)), ())


def _kinds(annotation: Any) -> Iterator[type]:
    """The types that a single value may have."""
    if isinstance(annotation, type) and get_origin(annotation) is None:
        yield annotation
    elif get_origin(annotation) not in (tuple, dict):
        for each in get_args(annotation):
            yield from _kinds(each)


def _is_dated(field: FieldInfo) -> bool:
    return Date in _kinds(field.annotation)


def _fitting(key: str, field: FieldInfo | None, node: Node) -> Node:
    """A text as the type of its key takes it; a stand-in where one can't tell what is meant."""
    if field is None or node.form != "scalar" or node.value is None:
        return node
    kinds = tuple(_kinds(field.annotation))
    words, text = vocabulary(field), node.value
    if key == "id":
        found = meant.identifier(text)
    elif words:
        found = text if text in words else meant.word(text, words) or near(text, words)
    elif key == "url":
        found = text if re.match(r"(?:https?://|mailto:)\S+$", text) else meant.address(text)
    else:
        found = next((to(text) for kind, to in _LIKELY.items() if kind in kinds), text)
    return replace(node, value=found.split(", or ")[0] or STAND_IN)


_LIKELY: MappingProxyType[type, Callable[[str], str]] = MappingProxyType(
    {Date: meant.date, int: meant.number, bool: meant.truth}
)


def required(form: type[Written]) -> tuple[str, ...]:
    return tuple(field.alias or name for name, field in form.model_fields.items() if field.is_required())


def _braces(form: type[Written], node: Node) -> PydanticCustomError:
    """`{Dot Ashby}` where a list was meant, or `{laureate:Dot Ashby}`."""
    tight = [tight_key(pair.key, known(form)) for pair in node.pairs]
    if all(tight):
        return wrong("a space is missing behind each colon", f"write `{{{', '.join(tight)}}}`")
    texts = tuple(Node("scalar", pair.span, pair.key) for pair in node.pairs)
    message = "a list stands in square brackets, not in braces" if len(texts) > 1 else "this text stands in braces"
    return wrong(message, items=form.instead(Node("sequence", node.span, elements=texts)))


def tight_key(key: str, known: Iterable[str]) -> str:
    """`city: Brest` for a key `city:Brest`; nothing where that is no key."""
    pair = re.fullmatch(r"([^:=]*[^:=\s])\s*[:=]\s*(\S.*)", key.strip())
    if not pair:
        return ""
    found = pair[1] if pair[1] in known else nearest(pair[1], known)
    return f"{found}: {plain(pair[2])}" if found else ""


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


STAND_IN = "…"
"""What stands in a hint for what only the editor knows."""


def wrong(
    message: str,
    hint: str = "",
    value: object = None,
    items: tuple[str, ...] = (),
    alone: str = "",
    keys: tuple[str, ...] = (),
    sure: str = "",
    likely: str = "",
) -> PydanticCustomError:
    """What is wrong, and what to write instead.

    `value` is that as plain data, for a line of TOML; `items` are what YAML may hold there, all of them where it is a
    list, or else what is to stand `alone`. With these, the hint is what there is to say besides. `keys` are those that
    are none. `sure` is the text that must have been meant by the one that was typed, `likely` one that may have been.
    """
    said = {"message": message, "hint": hint, "value": value, "items": items, "alone": alone, "keys": keys}
    said |= {"sure": sure, "likely": likely}
    return PydanticCustomError("written", "{message}", said)


def described(node: Node) -> str:
    """A node as a message calls it."""
    if node.toml:
        return {"table": "a table", "list": "a list"}.get(node.toml) or meant.flow(node)
    if node.form != "scalar":
        return "a list" if node.form == "sequence" else "keys"
    return "nothing" if node.value is None else f'"{node.value}"'


def is_blank(node: Node) -> bool:
    """Whether a value was left empty, which counts as if its key were not there."""
    return node.form == "scalar" and node.value is None


def has_colon(pair: Pair) -> bool:
    """Whether a key stands alone, as in `{laureate: A, The B}`: then its empty value begins where it ends."""
    return not is_blank(pair.value) or pair.value.span.column != pair.span.column + len(pair.key)


def is_unwritten(pair: Pair) -> bool:
    """Whether nothing stands behind the colon of a key, not even `~`: then its empty value begins right behind it."""
    return is_blank(pair.value) and pair.value.span.column == pair.span.column + len(pair.key) + 1


def given(node: Node, known: Collection[str]) -> dict[str, Any]:
    """Values by key; empty values of known keys are left out."""
    return {pair.key: pair.value for pair in node.pairs if pair.key not in known or not is_blank(pair.value)}


def scalar(node: Any) -> Any:
    """The text of a scalar node; anything else is wrong here."""
    if not isinstance(node, Node):
        return node
    if node.form == "scalar" and node.value is not None:
        return node.value
    texts = tuple(texts_of(node))
    raise _no_text(node, texts, ", ".join(texts))


def _no_text(node: Node, texts: tuple[str, ...], alone: str) -> PydanticCustomError:
    """What to write in place of keys or of a list: its texts, or one of them."""
    hint = "" if texts else "write a text, or delete it"
    message = f"a text is expected here, not {described(node)}"
    return wrong(
        message, hint, alone or STAND_IN, tuple(map(plain, texts)), meant.short(plain(alone), STAND_IN) if alone else ""
    )


def string(node: Any) -> Any:
    """The text of a scalar that TOML must hold in quotes; its blanks count."""
    if isinstance(node, Node) and node.form == "scalar" and node.toml != "text":
        raise wrong(f"a text in quotes is expected here, not {described(node)}", "", node.value)
    return scalar(node)


def texts_of(node: Node) -> Iterator[str]:
    """Every text of a node; a key that is no word of a vocabulary belongs to it."""
    if node.form == "scalar" and node.value:
        yield node.value
    for element in node.elements:
        yield from texts_of(element)
    for pair in node.pairs:
        is_text = pair.key != pair.key.lower()
        texts = tuple(texts_of(pair.value))
        if is_blank(pair.value) or (is_text and len(texts) > 1):
            yield pair.key
        yield from (f"{pair.key}: {texts[0]}",) if is_text and len(texts) == 1 else texts


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
    if is_blank(node):
        return {}
    if node.toml:
        raise wrong(f"a table is expected here, not {described(node)}", "write `{<key> = …}`")
    elements = node.elements or (node,)
    named = tuple(element.pairs[0].key for element in elements if len(element.pairs) == 1)
    if len(set(named)) == len(elements):
        raise keyed(node, ", ".join(meant.flow(element)[1:-1] for element in elements))
    read = tuple(meant.pair(element.value or "") for element in elements)
    if all(read):
        raise keyed(node, ", ".join(read))
    texts = tuple(element.value for element in elements if element.form == "scalar" and element.value)
    if len(texts) < len(elements):
        raise keyed(
            node, numbered(meant.flow(each) if each.pairs else plain(", ".join(texts_of(each))) for each in elements)
        )
    # A text that could be a key names one.
    ids = tuple(text == meant.identifier(text) for text in texts)
    if any(ids):
        pairs = zip(texts, ids, strict=True)
        raise keyed(
            node, ", ".join(f"{text}: {STAND_IN}" if is_id else f"<key>: {plain(text)}" for text, is_id in pairs)
        )
    raise keyed(node, numbered(map(plain, texts)))


def numbered(texts: Iterable[str]) -> str:
    """Values without keys, each below one that is made for it."""
    return ", ".join(f"s{at}: {text}" for at, text in enumerate(texts, 1))


def keyed(node: Node, inner: str, besides: str = "") -> PydanticCustomError:
    """Keys are missing; `inner` is what to write, in braces."""
    message = f"keys with their values are expected here, not {described(node)}"
    alone = meant.short(f"{{{inner}}}", f"{{<key>: {STAND_IN}, <key>: {STAND_IN}}}")
    return wrong(message, f"or each key on a line of its own, without a dash{besides}", alone=alone)


def _by(parse: Callable[[str], Any]) -> Callable[[Any], Any]:
    def read(node: Any) -> Any:
        if not isinstance(node, Node):
            return node
        if node.form != "scalar" and (texts := tuple(texts_of(node))):
            fit = next((text for text in (", ".join(texts), *texts) if _is_read(parse, text)), "")
            if not fit:
                return parse(texts[0])
            raise _no_text(node, texts, fit)
        return parse(scalar(node))

    return read


def _is_read(parse: Callable[[str], Any], text: str) -> bool:
    try:
        parse(text)
    except PydanticCustomError:
        return False
    return True


def _text(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def _date(text: str) -> Date:
    found = _DATE.fullmatch(text.strip())
    if not found:
        likely = meant.date(text) or "2011, 2011-10 or 2011-10-03, as far as it is known"
        unknown = "" if re.search(r"\d", text) else "; where it is not known, delete the key"
        unknown = f", which {text.strip()} is in a spreadsheet" if re.fullmatch(r"\s*\d{5}\s*", text) else unknown
        raise wrong(f'"{text}" is not a date', f"write {likely}{unknown}", sure=meant.date_alone(text))
    year, month, day = (int(part or 0) for part in found.groups())
    if year == 0:
        raise wrong(f'"{text}" is not a date: there is no year 0', "write the year in four digits, such as 2011")
    if found[2] and not 1 <= month <= 12:
        swapped = f"{year}-{found[3]}-{found[2]}" if found[3] and 1 <= day <= 12 and 1 <= month <= 31 else str(year)
        raise wrong(f'"{text}" is not a date: there is no month {month}', f"write {swapped}", likely=swapped)
    last = Date(year, month).last[2]
    if found[3] and not 1 <= day <= last:
        hint = f"write {year}-{month:02}-{last}, or {year}-{month:02} where the day is not known"
        message = f'"{text}" is not a date: month {month} of {year} has {last} days'
        raise wrong(message, hint, likely=f"{year}-{month:02}")
    return Date(year, month, day)


def _integer(text: str) -> int:
    bare = re.sub(r"[\s\u00a0\u202f]", "", text)
    if not re.fullmatch(r"[0-9]{1,12}", bare):
        likely, rest = meant.number(text), meant.beside_number(text)
        more = f", and {quoted(rest)} in a `note`" if likely and rest else ""
        hint = f"write {likely or 'digits, such as 12'}{more}"
        sure = "" if rest else likely
        raise wrong(f'"{text}" is not a whole number', hint, meant.Bare(likely or "12"), sure=sure)
    return int(bare)


def _fraction(text: str) -> Fraction:
    if not re.fullmatch(r"[0-9]{1,4}(/[1-9][0-9]{0,3})?", text) or not 0 < Fraction(text) <= 1:
        raise wrong(f'"{text}" is not a share', f"write {meant.share(text) or 'a fraction such as 1/2, at most 1'}")
    return Fraction(text)


_TRUTH = MappingProxyType({"true": True, "false": False})


def _truth(text: str) -> bool:
    if text not in ("true", "false"):
        likely = meant.truth(text)
        raise wrong(
            f'"{text}" is neither true nor false', f"write {likely or 'true or false'}", _TRUTH.get(likely), sure=likely
        )
    return text == "true"


def _address(text: str) -> str:
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    is_address = parts.scheme == "mailto" or (parts.scheme in ("http", "https") and parts.netloc)
    if not is_address or re.search(r"[\s<>\"']", text):
        likely = meant.address(text) or "a full one, such as https://example.org/page"
        raise wrong(f'"{text}" is not an address', f"write {likely}")
    what, right = meant.why_no_address(text)
    if what:
        raise wrong(what, f"write {right}")
    return text


def _time(text: str) -> str:
    if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", text):
        likely = meant.time(text)
        raise wrong(f'"{text}" is not a time', f"write {likely or 'hours and minutes, such as 09:18'}", sure=likely)
    return text


def _identifier(text: str) -> str:
    if not _ID.fullmatch(text) or text != text.lower():
        raise wrong(f'"{text}" is not an id', f"write {meant.identifier(text) or 'small letters, digits and hyphens'}")
    return text


def _once(node: Any) -> Any:
    """Keys or a list in place of an id: the ids that are made of their names."""
    if isinstance(node, Node) and node.form != "scalar":
        ids = tuple(filter(None, map(meant.identifier, _names(node))))
        raise _no_text(node, ids, ids[0] if ids else "")
    return node


def _former(ref: Ref) -> Ref:
    parts = ref.text.split("/")
    if not all(_ID.fullmatch(part) and part == part.lower() for part in parts):
        right = "/".join(filter(None, map(meant.identifier, parts)))
        raise wrong(f'"{ref.text}" is not an id', f"write {right or 'small letters, digits and hyphens'}")
    return ref


def _wikidata(text: str) -> str:
    if not re.fullmatch(r"Q[1-9][0-9]*", text):
        likely = meant.wikidata(text)
        hint = f"write {likely or 'Q and digits, such as Q42'}"
        raise wrong(f'"{text}" is not an id of Wikidata', hint, sure=likely)
    return text


def _language(text: str) -> str:
    if not meant.LANGUAGE.fullmatch(text):
        likely = meant.language(text)
        hint = f"write {likely or 'two letters, such as en or fr'}"
        raise wrong(f'"{text}" is not a language', hint, sure=likely)
    return text


def choice(kinds: type[StrEnum]) -> BeforeValidator:
    """One word of a closed vocabulary."""
    known = one_of(tuple(member.value for member in kinds))
    return BeforeValidator(_by(lambda text: kinds(known(text))))


def one_of(words: tuple[str, ...]) -> Callable[[str], str]:
    """A word that must be one of these."""

    def read(text: str) -> str:
        if text not in words:
            other, close = meant.word(text, words), near(text, words)
            likely = f"write {other}" if other else f'did you mean "{close}"?' if close else ""
            sample = _alike(text, words)
            hint = likely or f"write one of them, such as `{sample}`"
            message, value = f'"{text}" is not one of {", ".join(words)}', other or close or sample
            raise wrong(message, hint, value, sure=surely(text, words))
        return text

    return read


def _alike(text: str, words: tuple[str, ...]) -> str:
    """The first of these words that has a long part in common with a text, or else the first one."""
    parts = set(re.findall(r"\w{4,}", text.casefold()))
    return next((word for word in words if parts & set(re.findall(r"\w+", word))), words[0])


def _scope(text: str) -> str:
    said = _text(text)
    if (right := meant.scope(said)) != said:
        raise wrong(f'"{said}" is no scope', f"write {quoted(right) if ':' in right else right}")
    return said


def _in_quotes(node: Any) -> Any:
    string(node)
    return node


def _ref(node: Any) -> Any:
    if not isinstance(node, Node):
        return node
    if node.form != "scalar" and (names := tuple(_names(node))):
        raise _no_text(node, names, names[0])
    return Ref(_title(scalar(node)), node.span)


def _names(node: Node) -> Iterator[str]:
    """The names that keys or a list seem to hold: `name`, or a key that is a name itself."""
    named = next((pair.value for pair in node.pairs if pair.key in ("name", "id", "title")), None)
    if named:
        yield from _names(named)
    elif node.form == "scalar" and node.value:
        yield node.value
    else:
        yield from (name for element in node.elements for name in _names(element))
        for pair in node.pairs:
            is_name = is_blank(pair.value) or pair.key != pair.key.lower()
            yield from (pair.key,) if is_name else _names(pair.value)


def _title(text: str) -> str:
    if not is_visible(text):
        raise wrong("a text is expected here, not an empty one", "write it, or delete the key")
    if len(text) > _LONGEST_TITLE:
        raise wrong(
            f"a name or title of {len(text):,} letters is too long: {_LONGEST_TITLE:,} are the most", "shorten it"
        )
    return _text(text)


Raw = Annotated[str, BeforeValidator(scalar)]
"""A text whose blanks count."""

String = Annotated[str, BeforeValidator(string)]
"""A text in quotes, as settings hold it."""

Text = Annotated[str, BeforeValidator(_by(_text))]
Title = Annotated[str, BeforeValidator(_by(_title))]
Date_ = Annotated[Date, PlainValidator(_by(_date), json_schema_input_type=str)]
Int = Annotated[int, BeforeValidator(_by(_integer))]
Share = Annotated[Fraction, PlainValidator(_by(_fraction), json_schema_input_type=str)]
Bool = Annotated[bool, BeforeValidator(_by(_truth))]
Url = Annotated[str, BeforeValidator(_by(_address))]
Time = Annotated[str, BeforeValidator(_by(_time))]
Wikidata = Annotated[str, BeforeValidator(_by(_wikidata))]
Language = Annotated[str, BeforeValidator(_by(_language))]
Id = Annotated[str, BeforeValidator(_by(_identifier))]
Scope = Annotated[str, BeforeValidator(_by(_scope))]
RefTo = Annotated[Ref, PlainValidator(_ref, json_schema_input_type=str)]
StringRef = Annotated[RefTo, BeforeValidator(_in_quotes)]
"""A reference in quotes, as settings hold it."""

Texts = Annotated[tuple[Text, ...], BeforeValidator(sequence)]
FormerId = Annotated[RefTo, BeforeValidator(_once), AfterValidator(_former)]
"""An id that a record had once; what stood at its address leads to it now."""

FormerIds = Annotated[tuple[FormerId, ...], BeforeValidator(sequence)]

Refs = Annotated[tuple[RefTo, ...], BeforeValidator(sequence)]
