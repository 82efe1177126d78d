"""Mapping files: their written form, which gives columns their meaning, and their reading from TOML."""

import json
import re
from dataclasses import replace
from functools import cache
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator, create_model

from ..model import Kind
from ..problems import Problem, did_you_mean
from ..sources import plaintext, toml
from ..sources.nodes import Node, Pair
from ..sources.schema.forms import Award, Category, Edition, Entry, Holder, Name, Result
from ..sources.schema.outline import Type, hints, type_of
from ..sources.schema.reading import read
from ..sources.schema.written import (
    Bool,
    Int,
    Raw,
    Text,
    Texts,
    Written,
    choice,
    pairs,
    record,
    scalar,
    sequence,
    wrong,
)
from .patterns import may_take_for_ever
from .tables import table


def literal(text: str) -> str:
    """A text as a mapping file writes it."""
    return json.dumps(text, ensure_ascii=False)


# What an import may fill in: for each written form, a form of the same keys that says where their values come from.


def _pattern(node: Any) -> Any:
    if not isinstance(node, Node):
        return node
    text = scalar(node)
    try:
        made = re.compile(text)
    except (re.error, RecursionError, OverflowError) as error:
        hint = "put it in single quotes, so that TOML leaves its \\ alone"
        where = (getattr(error, "pos", None) or 0) + 1
        raise wrong(f'"{text}" is not a pattern, from its character {where} on', hint) from None
    if may_take_for_ever(made):
        hint = "in what is repeated, end each part with what it can't hold itself: `(?:[^,]+,)*` in place of `(?:.+,)*`"
        raise wrong(f'"{text}" reads some texts in too many ways, and would never end', hint)
    return made


def _listed(node: Any) -> Any:
    """A list of values is one value that takes them all."""
    if isinstance(node, Node) and node.form == "sequence":
        return Node("mapping", node.span, pairs=(Pair("all", node.span, node),))
    return node


def _table(node: Any) -> Any:
    """The name of a file, or a table of texts."""
    return pairs(node) if isinstance(node, Node) and node.form == "mapping" else scalar(node)


Raws = Annotated[tuple[Raw, ...], BeforeValidator(sequence)]
Pattern = Annotated[re.Pattern[str], PlainValidator(_pattern, json_schema_input_type=str)]


class When(Written):
    """A condition: what a column, or a text made from columns, must be."""

    SHORT = "text"
    text: Raw = Field("", description="a text in which `{Column}` stands for a cell")
    column: Text = Field("", description="the column that is looked at")
    is_: Raws | None = Field(
        None, alias="is", description="the text, or one of several, that it must be; `{Column}` stands for a cell"
    )
    is_not: Raws | None = Field(None, alias="not", description="what it must not be, in the same way")
    matches: Pattern | None = Field(None, description="a pattern that must be found in it")


Whens = Annotated[tuple[When, ...], BeforeValidator(sequence)]


class Value(Written):
    """Where a value comes from; a bare text is the text itself, in which `{Column}` stands for a cell."""

    SHORT = "text"
    text: Raw = Field("", description="the text, with `{Column}` for a cell and `[…]` around what may be missing")
    column: Text = Field("", description="the column, as it is")
    all: "Values" = Field((), description="several values; a bare list is enough")
    strip: Raw = Field("", description="characters to cut from both ends")
    replace: Annotated[dict[str, Raw], BeforeValidator(pairs)] = Field(
        default_factory=dict, description="texts to put in place of others; `\\n` is what parts lines"
    )
    split: Raws = Field((), description="what stands between several values in a cell; `\\n` for its lines")
    pattern: Pattern | None = Field(None, description="what to take of it: the first group, or the whole match")
    empty: Raws = Field((), description="texts that mean nothing; `{Column}` stands for a cell")
    map: Annotated[str | dict[str, Raw] | None, BeforeValidator(_table)] = Field(
        None, description="a table of texts to put in place of others, or the name of a JSON file that holds one"
    )
    otherwise: Raw | None = Field(None, alias="else", description="the value for what is not in `map`")
    date: Texts = Field((), description="how dates are written, such as `%d/%m/%Y`")
    join: Raw | None = Field(None, description="what to put between several values to make them one")
    when: Whens = Field((), description="take it only where this holds")
    fallback: "OneValue | None" = Field(None, alias="or", description="another value, where this one is empty")


OneValue = Annotated[Value, BeforeValidator(_listed)]
Values = Annotated[tuple[OneValue, ...], BeforeValidator(sequence)]
Value.model_rebuild()


def columns(form: type[Written], leave: tuple[str, ...] = (), **more: Any) -> dict[str, Any]:
    """The fields of a form that says where each key of another one comes from."""
    made: dict[str, Any] = {}
    for name, hint in hints(form).items():
        field = form.model_fields[name]
        if (field.alias or name) not in leave:
            says = Field(None, alias=field.alias or name, description=field.description)
            made[name] = (_source(type_of(hint), hint) | None, says)
    return made | more


def _source(type_: Type, hint: Any) -> Any:
    inner = type_.of if type_.is_a in ("list", "mapping") and type_.of else type_
    leaf = Annotated[_nested(form_of(hint)), BeforeValidator(_short(form_of(hint)))] if inner.form else OneValue
    return Annotated[dict[str, leaf], BeforeValidator(pairs)] if type_.is_a == "mapping" else leaf  # type: ignore[valid-type]


def form_of(hint: Any) -> Any:
    """The written form inside a hint such as `tuple[Form, ...] | None`."""
    pending = [hint]
    while pending:
        each = pending.pop()
        if isinstance(each, type) and issubclass(each, Written):
            return each
        pending += getattr(each, "__args__", ())
    return None


@cache
def _nested(form: type[Written]) -> type[Written]:
    return create_model(f"{form.__name__}Columns", __base__=Written, __doc__=form.__doc__, **columns(form))


def _short(form: type[Written]) -> Any:
    """What stands for a form's short key: a text, a list, a table that says how a value is made."""

    def read(node: Any) -> Any:
        if not isinstance(node, Node) or not form.SHORT:
            return node
        keys = {pair.key for pair in node.pairs}
        if node.form == "mapping" and not keys & {"text", "column", "all"}:
            return node
        field = form.model_fields.get(form.SHORT)
        return Node("mapping", node.span, pairs=(Pair((field and field.alias) or form.SHORT, node.span, node),))

    return read


def parts_of(form: type[Written]) -> Any:
    """A value as one part; an array of tables as several, of which each has its own."""
    short = _short(form)

    def read(node: Any) -> Any:
        if not isinstance(node, Node):
            return node
        are_tables = node.form == "sequence" and all(each.get(form.SHORT) for each in node.elements)
        return tuple(map(short, node.elements)) if are_tables else (short(node),)

    return read


# The written form of a mapping file: what is what in a table that is imported.


class Join(Written):
    """Columns of other rows, put beside those that they belong to."""

    rows: Text = Field("", description="where the other rows are, such as `[].rounds[].performances[]`")
    file: Text = Field("", description="the file that holds them, beside the imported one; the same, if not given")
    on: Annotated[dict[str, Raw], BeforeValidator(pairs)] = Field(
        description="their column, and ours that it equals", examples=[{"…": "…"}]
    )
    prefix: Text = Field("", description="what to put before the names of their columns")


class Wide(Written):
    """Columns of one kind, such as one for each category: every cell becomes a row."""

    columns: Texts = Field(description="their names; `*` stands for any letters")
    but: Texts = Field((), description="those that are meant by `*`, and are not of that kind")
    name: Text = Field(description="what to call the column of their names, such as `Category`")
    value: Text = Field(description="what to call the column of their cells, such as `Winner`")


def _header(node: Any) -> Any:
    text = scalar(node)
    if text.removeprefix("-").isdecimal() and -1 <= int(text) < 10_000:
        return int(text)
    raise wrong(f'"{text}" is not the number of a row', "write 1, 2…; 0 to find it, -1 where there is none")


class Read(Written):
    """How the file is read; what is not said is found out."""

    format: Text = Field("", description="csv, spreadsheet, json, jsonl, yaml, markdown or names")
    encoding: Text = Field("", description="such as `utf-8` or `cp1252`")
    delimiter: Raw = Field("", description="what stands between two cells")
    sheet: Text = Field("", description="name of the sheet; in Markdown, the heading above the table")
    header: Annotated[int, BeforeValidator(_header)] = Field(
        0, description="row of the column names; 0 finds it, -1 where there is none"
    )
    header_rows: Int = Field(
        0, ge=0, le=9, description="how many rows it has; `2020` above `Winner` is the column `2020 Winner`"
    )
    rows: Text = Field("", description="where the rows of a JSON or YAML file are, such as `prizes[].laureates[]`")
    fill_down: Texts = Field((), description="columns whose empty cells mean the one above")
    wide: Annotated[tuple[Wide, ...], BeforeValidator(sequence)] = Field(
        (), description="columns of one kind, which become rows"
    )
    keep: Texts = Field(
        (), description="what not to clean: struck, emphasis, tags, footnotes, decimals, midnights or apostrophes"
    )
    joins: Annotated[tuple[Join, ...], BeforeValidator(sequence)] = Field((), description="other rows beside ours")


class NotAwarded(Written):
    """Rows that state that an award was not given."""

    when: Whens = Field(description="which rows", examples=[{"column": "…", "is": "…"}])
    reason: OneValue | None = Field(None, description="the reason")
    note: OneValue | None = Field(None, description="the reason in words")


class Rows(Written):
    """Rows that state something other than a result."""

    when: Whens = Field(description="which rows", examples=[{"column": "…", "is": "…"}])


class Skip(Written):
    """Rows that are not meant to land; they are counted."""

    when: Whens = Field(description="which rows", examples=[{"column": "…", "is": "…"}])
    why: Text = Field("", description="why, for the report")


OF_HOLDER = frozenset(field.alias or name for name, field in Holder.model_fields.items()) - {"name", "span"}
OF_HOLDER |= {"role", "org"}
_GROUPS = OF_HOLDER.union({"laureate"}, (f.alias or name for name, f in Result.model_fields.items())) - {"span"}


def _groups(pattern: re.Pattern[str]) -> re.Pattern[str]:
    for name in pattern.groupindex:
        if name not in _GROUPS:
            hint = did_you_mean(name, _GROUPS) or f"known are {', '.join(sorted(_GROUPS))}"
            raise wrong(f'a group can\'t be called "{name}"', hint)
    return pattern


class TextRule(Written):
    """How to read the text of a laureate: the first pattern that is found decides."""

    match: Annotated[Pattern, AfterValidator(_groups)] = Field(
        description="a pattern; its named groups are `laureate` and keys of a result, such as `org` or `role`"
    )
    kind: Annotated[Kind, choice(Kind)] | None = Field(None, description="person, organisation, team or work")
    split: Raws = Field((), description="what stands between several laureates")


_AWARD = columns(
    Award,
    ("categories", "claims", "cited", "disputes"),
    id=(OneValue, Field(description="which award: a constant, or a column where a file holds several")),
)
_EDITION = columns(
    Edition,
    ("results", "claims", "cited", "disputes", "figures"),
    coverage=(OneValue | None, Field(None, description="how much of it the archive holds, once this is in")),
    id=(OneValue, Field(description="which edition; `1927/28` becomes the id 1927-28 and the label 1927/28")),
)
_CATEGORY = columns(
    Category,
    ("lineage",),
    id=(OneValue, Field(description="which category: its name, or its id; what it is called for good")),
    printed_name=(OneValue | None, Field(None, description="what it was called then, kept where it differs")),
    order=(Texts, Field((), description="ids or names in the order in which they are shown")),
)
_LAUREATE = create_model(
    "LaureateColumns",
    __base__=Written,
    __doc__="Laureates that stand in one place of a row.",
    **columns(
        Holder,
        identity=(OneValue | None, Field(None, description="its id elsewhere, where `[name]` does not say it")),
        authority=(Text, Field("", description="whose id that is")),
    ),
)
_RESULT = columns(
    Result,
    (),
    holders=(
        Annotated[tuple[_LAUREATE, ...], BeforeValidator(parts_of(Holder))],
        Field((), alias="laureate", description="the laureate, or several, in one place of a row or in several"),
    ),
    **{name: field for name, field in columns(Holder).items() if name in ("kind", "size", "country")},
    role=(OneValue | None, Field(None, description="role of a laureate then")),
    org=(OneValue | None, Field(None, description="organisation of a laureate then")),
    joint=(Bool, Field(True, description="whether laureates in one cell share one result")),
    group=(OneValue | None, Field(None, description="rows of a category in which this is the same share one result")),
)
_NAME = columns(
    Name,
    (),
    identity=(OneValue | None, Field(None, description="its id elsewhere: the same id is the same name")),
    authority=(Text, Field("", description="whose id that is, such as `viaf`")),
)
_NAME["name"] = (OneValue | None, Field(None, description="the name, where a row is no result"))

AwardColumns = create_model("AwardColumns", __base__=Written, __doc__="The award, and what is known of it.", **_AWARD)
EditionColumns = create_model("EditionColumns", __base__=Written, __doc__="The edition.", **_EDITION)
CategoryColumns = create_model("CategoryColumns", __base__=Written, __doc__="The category.", **_CATEGORY)
EntryColumns = create_model(
    "EntryColumns",
    __base__=Written,
    __doc__="The category in this edition.",
    **columns(Entry, ("results", "not_awarded", "printed_name")),
)
ResultColumns = create_model("ResultColumns", __base__=Written, __doc__="Who got what.", **_RESULT)
NameColumns = create_model("NameColumns", __base__=Written, __doc__="Who the laureates are.", **_NAME)


class Mapping(Written):
    """The meaning of the columns and rows of a table."""

    read: Read = Field(default_factory=lambda: Read(), description="how the file is read")
    award: AwardColumns | None = Field(None, description="the award")
    edition: EditionColumns | None = Field(None, description="the edition")
    category: CategoryColumns | None = Field(
        None, description="the category; without one, results whose category is not known"
    )
    entry: EntryColumns | None = Field(None, description="the category in this edition")
    result: ResultColumns | None = Field(None, description="who got what")
    name: NameColumns | None = Field(None, description="who the laureates are")
    not_awarded: Annotated[tuple[NotAwarded, ...], BeforeValidator(sequence)] = Field(
        (), description="rows that say that nobody got it; the first that holds says why"
    )
    unknown: Annotated[tuple[Rows, ...], BeforeValidator(sequence)] = Field(
        (), description="rows that say that the laureate is not known"
    )
    rules: Annotated[tuple[TextRule, ...], BeforeValidator(sequence)] = Field(
        (), alias="rule", description="how to read the text of a laureate"
    )
    skips: Annotated[tuple[Skip, ...], BeforeValidator(sequence)] = Field(
        (), alias="skip", description="rows that are not meant to land"
    )


def reading(written: Read) -> table.Reading:
    """The reading options as the readers of files take them."""
    joins = tuple(record(join, table.JoinedColumns, on=tuple(join.on.items())) for join in written.joins)
    wide = tuple(record(each, table.WideColumns) for each in written.wide)
    return record(written, table.Reading, joins=joins, wide=wide)


# The mapping, with the place of each key.

_SECTIONS = ("award", "edition", "category", "entry", "result", "name")


def parse(path: str, data: bytes) -> tuple[Mapping | None, tuple[Problem, ...]]:
    """The mapping; None where too little of it can be read."""
    text, undecoded = plaintext.decode(path, data)
    if undecoded:
        return None, undecoded
    node, unread = toml.parse(path, text)
    return read(Mapping, _opened(node), path) if node else (None, unread)


def _opened(root: Node) -> Node:
    """`"ceremony.date" = …` is `ceremony.date = …`."""
    pairs = (
        replace(pair, value=_undotted(pair.value)) if pair.key in _SECTIONS and pair.value.form == "mapping" else pair
        for pair in root.pairs
    )
    return replace(root, pairs=tuple(pairs))


def _undotted(section: Node) -> Node:
    made: tuple[Pair, ...] = ()
    for pair in section.pairs:
        *above, last = pair.key.split(".")
        nested = replace(pair, key=last)
        for key in reversed(above):
            nested = Pair(key, pair.span, Node("mapping", pair.span, pairs=(nested,), toml="table"))
        joined = _joined(made, nested)
        if joined is None:
            return section
        made = joined
    return replace(section, pairs=made)


def _joined(pairs: tuple[Pair, ...], more: Pair) -> tuple[Pair, ...] | None:
    """The pairs and one more, whose own pairs may go into a table that is there; None where both can't stand."""
    at = next((at for at, pair in enumerate(pairs) if pair.key == more.key), None)
    if at is None:
        return (*pairs, more)
    if (pairs[at].value.form, more.value.form) != ("mapping", "mapping"):
        return None
    inner: tuple[Pair, ...] | None = pairs[at].value.pairs
    for pair in more.value.pairs:
        inner = _joined(inner, pair) if inner is not None else None
    if inner is None:
        return None
    return (*pairs[:at], replace(pairs[at], value=replace(pairs[at].value, pairs=inner)), *pairs[at + 1 :])
