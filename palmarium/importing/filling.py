"""Written forms filled from the cells of a row: scalars, lists and nested forms."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from ..sources.numerals import roman
from ..sources.schema.meant import date_alone, scope
from ..sources.schema.outline import Type, hints, type_of
from ..sources.schema.reading import fault
from ..sources.schema.words import nobody, surely
from ..sources.schema.written import Written
from ..sources.schema.written import required as required_keys
from .cells import Cells, Take, Texts, clean, columns_of, compiled, date_hint, own_columns, required
from .mapping import Value, When, form_of, literal
from .patterns import UnreadableCell, search

Plain = str | list[Any] | dict[str, Any]
"""A value as it is written: a text, a list, a mapping."""

Filled = dict[str, Plain]
Tell = Callable[[str, str, str], None]
"""Called with a key, what is wrong with its value in this row, and a hint; the value is left out."""


NOBODY = "say what it means: `[[not_awarded]]`, `[[unknown]]` or `[[skip]]`, each with `when`"
_NUMBER = re.compile(r"#?(\d[\d\s]*)(?:\.0*|st|nd|rd|th|er|re|ère|e|è?me|º|ª|°)?", re.I)
_TIED = re.compile(r"^(?:T|=|joint)[- ]?(?=\d)| ?(?:(?<=\d)\.?[=T]|\(?(?:tied?|ex[ -]?(?:ae|æ|e)quo)\)?)$", re.I)
_TRUTHS = MappingProxyType(
    {
        **dict.fromkeys(("true", "yes", "y", "oui", "vrai"), "true"),
        **dict.fromkeys(("false", "no", "n", "non", "faux"), "false"),
    }
)


@dataclass(frozen=True, slots=True)
class FilledKey:
    """A key of a form: the sources of its values, or the keys nested in it.

    `reads` are the columns it takes from. `whole` gives its texts before a pattern takes a part of each, and `is_read`
    tells whether that pattern, or another key, takes something of one. `parts` are the columns that all have to be
    filled for the text of `template` to be made.
    """

    name: str
    type: Type
    take: Take | None = None
    reads: frozenset[str] = frozenset()
    whole: Take | None = None
    is_read: Callable[[str], bool] = bool
    parts: tuple[tuple[str, int], ...] = ()
    template: str = ""
    inner: "tuple[FilledKey, ...]" = ()
    needs: tuple[str, ...] = ()
    named: "tuple[tuple[str, tuple[FilledKey, ...]], ...]" = ()


@dataclass(frozen=True, slots=True)
class FilledFrom:
    """Input for values: the position of each column, and replacement tables by file name.

    `parts` are the values and conditions of a mapping: where several look at a column, none of them has to take all of
    a cell. `laureates` are those of them that name laureates: what only another key takes is no laureate.
    """

    places: Mapping[str, int]
    maps: Mapping[str, Mapping[str, str]]
    parts: tuple[Value | When, ...] = ()
    laureates: tuple[Value, ...] = ()

    def key(self, name: str, type_: Type, value: Value) -> FilledKey:
        columns = columns_of(value)
        others = self._others(value)
        is_shared = any(own_columns(other) & set(required(value.text)) for other in others)
        parts = () if value.fallback or value.when or is_shared else required(value.text)
        at = tuple((column, self.places[column]) for column in parts) if len(parts) > 1 else ()
        made = FilledKey(name, type_, compiled(value, self.places, self.maps), columns, parts=at, template=value.text)
        if value.pattern is None:
            return made
        later: dict[str, Any] = {"pattern": None, "map": None, "date": (), "join": None, "fallback": None}
        whole = compiled(value.model_copy(update=later), self.places, self.maps)
        whole = _in_part(whole, value.pattern) if value.fallback else whole
        beside = tuple(other for other in others if own_columns(other) & columns)
        return replace(made, whole=whole, is_read=lambda text: _is_read(text, value, beside))

    def _others(self, value: Value) -> tuple[Value | When, ...]:
        """The other values and conditions that may use the rest of a cell."""
        own = tuple(values(value))
        those = self.laureates if any(value is each for each in self.laureates) else self.parts
        return tuple(other for other in those if not any(other is each for each in own))


def _in_part(whole: Take, pattern: re.Pattern[str]) -> Take:
    """The texts, if a pattern matches one of them; otherwise none, so that the next value applies."""

    def take(cells: Cells) -> Texts:
        texts = whole(cells)
        return texts if any(search(pattern, text) for text in texts) else ()

    return take


def _is_read(text: str, value: Value, others: tuple[Value | When, ...]) -> bool:
    """Whether the pattern of a value finds something in a text, or another part of the mapping looks at it.

    What takes a cell as it is, or parts it otherwise, may look at any of it.
    """
    patterns = [value.pattern]
    for other in others:
        if isinstance(other, When) or other.pattern is None or other.split != value.split:
            return True
        patterns.append(other.pattern)
    return any(pattern is not None and search(pattern, text) for pattern in patterns)


def keys(columns: Written | None, form: type[Written], source: FilledFrom) -> tuple[FilledKey, ...]:
    """The keys of a form that a mapping fills, except those that are handled by other code."""
    return tuple(_keys(columns, form, source)) if columns is not None else ()


def values(columns: Written | None) -> Iterator[Value]:
    """All values in a part of a mapping, at any depth."""
    if isinstance(columns, Value):
        yield columns
        yield from _values((*columns.all, columns.fallback))
    elif isinstance(columns, Written):
        for name in type(columns).model_fields:
            yield from _values(getattr(columns, name))


def _values(found: object) -> Iterator[Value]:
    if isinstance(found, Written):
        yield from values(found)
    elif isinstance(found, tuple | dict):
        for each in found.values() if isinstance(found, dict) else found:
            yield from _values(each)


def _keys(columns: Written, form: type[Written], source: FilledFrom) -> Iterator[FilledKey]:
    for name, hint in hints(form).items():
        found = getattr(columns, name, None)
        alias = form.model_fields[name].alias or name
        type_ = type_of(hint)
        if isinstance(found, Value):
            yield source.key(alias, type_ if type_.is_a != "form" else Type("text"), found)
        elif isinstance(found, dict):
            named = tuple((key, tuple(_inner(each, hint, source))) for key, each in found.items())
            yield FilledKey(alias, type_, reads=_reads(key for _, inner in named for key in inner), named=named)
        elif isinstance(found, Written):
            those = tuple(_inner(found, hint, source))
            yield FilledKey(alias, type_, reads=_reads(those), inner=those, needs=required_keys(form_of(hint)))


def _reads(keys: Iterable[FilledKey]) -> frozenset[str]:
    return frozenset(column for key in keys for column in sorted(key.reads))


def _inner(found: Written, hint: Any, source: FilledFrom) -> Iterator[FilledKey]:
    if isinstance(found, Value):
        return iter((source.key("", Type("text"), found),))
    return _keys(found, form_of(hint), source)


def fill(wanted: tuple[FilledKey, ...], cells: Cells, tell: Tell) -> Filled:
    """The keys of a form with the values of a row."""
    made: Filled = {}
    for key in wanted:
        value = _filled(key, cells, tell)
        if value:
            made[key.name] = value
    return made


def _filled(key: FilledKey, cells: Cells, tell: Tell) -> Plain:
    if key.take is not None:
        texts = taken(key, cells, tell)
        return one(key.name, texts, tell) if key.type.is_a != "list" else list(dict.fromkeys(texts))
    if key.named:
        found = ((name, fill(inner, cells, tell)) for name, inner in key.named)
        return {name: value.get("", value) for name, value in found if value}
    elements = listed(key.inner, cells, tell, key.needs)
    if key.type.is_a == "list":
        return elements
    if len(elements) > 1:
        tell(key.name, f"{len(elements)} values where one is expected", _JOIN)
    return elements[0] if len(elements) == 1 else {}


def one(name: str, texts: Texts, tell: Tell) -> str:
    """The single value of a key that takes no more than one."""
    if len(texts) > 1:
        tell(name, f"{len(texts)} values where one is expected", _JOIN)
        return ""
    return texts[0] if texts else ""


def taken(key: FilledKey, cells: Cells, tell: Tell) -> Texts:
    """The values of a key that are valid."""
    return tuple(filter(None, placed(key, cells, tell)))


def placed(key: FilledKey, cells: Cells, tell: Tell) -> Texts:
    """The valid values by position: an empty value keeps its place beside others."""
    try:
        texts = key.take(cells) if key.take else ()
        whole = key.whole(cells) if key.whole else ()
    except UnreadableCell as error:
        tell(key.name, str(error), error.hint)
        return ()
    if key.parts and not any(texts):
        _tell_of_parts(key, cells, tell)
    for text in whole:
        if text and not key.is_read(text):
            tell(key.name, f'the pattern finds nothing in "{text}"', "correct the pattern, or say what is `empty`")
    type_ = key.type.of if key.type.of and not key.type.of.form else key.type
    if type_.is_a in ("text", "reference", "form", "list", "mapping"):
        return texts
    return tuple(_right(type_, key.name, text, tell) for text in texts)


def _tell_of_parts(key: FilledKey, cells: Cells, tell: Tell) -> None:
    """Report a template that gives nothing because one of its columns is empty."""
    full = [(column, str(cells[at])) for column, at in key.parts if str(cells[at]).strip() and cells[at]]
    empty = [column for column, at in key.parts if column not in dict(full)]
    if full and empty:
        said = ", ".join(f'{column} is "{clean(text)}"' for column, text in full)
        tell(
            key.name,
            f"{said}, and {' and '.join(empty)} is empty",
            NOBODY if any(map(nobody, dict(full).values())) else f'if it may be: "{_bracketed(key.template, empty)}"',
        )


def _bracketed(template: str, columns: list[str]) -> str:
    """A template in which columns may be missing, with what stands between them and their neighbour."""
    for column in columns:
        before, _, behind = template.partition(f"{{{column}}}")
        at = max(before.rfind("}"), before.rfind("]")) + 1
        if at:
            template = f"{before[:at]}[{before[at:]}{{{column}}}]{behind}"
        else:
            end = max(behind.find("{"), 0)
            template = f"{before}[{{{column}}}{behind[:end]}]{behind[end:]}"
    return template


def _right(type_: Type, name: str, text: str, tell: Tell) -> str:
    """A valid text as it is written in the file, or nothing."""
    read = _read(type_, _TIED.sub("", text) if name == "rank" else text)
    # The number of an edition alone is written so; elsewhere a letter is a code.
    read = str(roman(text)) if name == "ordinal" and roman(text) else read
    message, hint = _fault(type_, read) if read else ("", "")
    if message:
        tell(name, message, _hint(type_, text) or hint)
    return "" if message else read


def _read(type_: Type, text: str) -> str:
    """A number, truth value or vocabulary word, from the ways in which people and spreadsheets write it."""
    if type_.is_a == "number":
        found = _NUMBER.fullmatch(text)
        return found[1].strip() if found else text
    if type_.is_a == "true or false":
        return _TRUTHS.get(text.casefold(), text)
    if type_.is_a == "date":
        return (_IN_WORDS.search(text) and date_alone(text)) or text
    if type_.is_a == "choice":
        return next((word for word in type_.words if letters(word) == letters(text)), text)
    return scope(text) if type_.is_a == "scope" else text


_IN_WORDS = re.compile(r"[^\W\d_]{3}")


def tied(text: str) -> bool:
    """Whether a rank is written as a shared one: `T3`, `=3`, `3=`."""
    bare = _TIED.sub("", text)
    return bare != text and bool(_NUMBER.fullmatch(bare))


def letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _hint(type_: Type, text: str) -> str:
    """The hint: what to write in the mapping so that the value can be read."""
    key = literal(text)
    if type_.is_a == "true or false":
        return f'say what it means: `map = {{{key} = "true"}}`'
    if type_.is_a == "date" and (form := date_hint(text)):
        return f"say how dates are written: {form}"
    if type_.is_a == "choice":
        return f'say what it means: `map = {{{key} = "{surely(text, type_.words) or "…"}"}}`'
    if type_.is_a == "number":
        return f"if it means nothing, write `empty = [{key}]`"
    return ""


_fault = lru_cache(maxsize=65536)(fault)
_AS_MANY = (
    "they must be as many, or one for all",
    'take one by a `pattern` in place of `split`, or make one text of them: `join = ", "`',
)
_JOIN = "write `join = …`, or split a list only"


def listed(
    inner: tuple[FilledKey, ...], cells: Cells, tell: Tell, needs: tuple[str, ...] = (), count: int = 0
) -> list[Filled]:
    """Elements of a list from parallel values: the first of each key, the second…; a single value is used for all.

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
            tell(
                key.name, f"{len(found)} values beside {length} name{'' if length == 1 else 's'}", _AS_MANY[length == 1]
            )
            continue
        for element, value in zip(made, found, strict=False):
            if value:
                element[key.name] = value
    return [element for element in made if count or (element and _is_whole(element, inner, needs, cells, tell))]


def _is_whole(element: Filled, inner: tuple[FilledKey, ...], needs: tuple[str, ...], cells: Cells, tell: Tell) -> bool:
    """Whether an element has its required keys; if not, what the cells hold of it is reported."""
    missing = [need for need in needs if need not in element]
    for key in inner if missing else ():
        if element.get(key.name) in values_from_cells(key, cells):
            tell(key.name, f'"{shown(element[key.name])}" without a {missing[0]}', "")
    return not missing


def values_from_cells(key: FilledKey, cells: Cells) -> list[Plain]:
    """The values of a key that come from cells, without those that a row of empty cells would have too."""
    usual = _column(key, ("",) * len(cells), _silent)
    return [value for value in _column(key, cells, _silent) if value and value not in usual]


def _silent(key: str, message: str, hint: str) -> None:
    del key, message, hint


def shown(value: Plain) -> str:
    """A value on one line, for a message."""
    if isinstance(value, str):
        return value
    return ", ".join(shown(each) for each in (value.values() if isinstance(value, dict) else value))


def as_many(found: list[Plain], count: int) -> list[Plain]:
    """The values without surplus empty ones at the end, where a list ends with a separator."""
    while len(found) > count and not found[-1]:
        found = found[:-1]
    return found


def _column(key: FilledKey, cells: Cells, tell: Tell) -> list[Plain]:
    if key.take is not None and key.type.is_a != "list":
        return list(placed(key, cells, tell))
    value = _filled(key, cells, tell)
    return [value] if value else []
