"""What an import may fill in: for each written form, a form of the same keys that says where their values come from.

Owns: Value and When (how cells become a text), the forms made from other forms.
Never: reads a cell, or knows a table.
"""

import re
from functools import cache
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainValidator, create_model

from ..document import Node, Pair
from .outline import Type, hints, type_of
from .written import Text, Texts, Written, pairs, scalar, sequence, wrong


def _pattern(node: Any) -> Any:
    if not isinstance(node, Node):
        return node
    text = scalar(node)
    try:
        return re.compile(text)
    except (re.error, RecursionError, OverflowError) as error:
        hint = "put it in single quotes, so that TOML leaves its \\ alone"
        where = (getattr(error, "pos", None) or 0) + 1
        raise wrong(f'"{text}" is not a pattern, from its character {where} on', hint) from None


def _listed(node: Any) -> Any:
    """A list of values is one value that takes them all."""
    if isinstance(node, Node) and node.form == "sequence":
        return Node("mapping", node.span, pairs=(Pair("all", node.span, node),))
    return node


def _table(node: Any) -> Any:
    """The name of a file, or a table of texts."""
    return pairs(node) if isinstance(node, Node) and node.form == "mapping" else scalar(node)


Raw = Annotated[str, BeforeValidator(scalar)]
"""A text whose spaces count."""

Raws = Annotated[tuple[Raw, ...], BeforeValidator(sequence)]
Pattern = Annotated[re.Pattern[str], PlainValidator(_pattern, json_schema_input_type=str)]


class When(Written):
    """A condition: what a column, or a text made from columns, must be."""

    SHORT = "text"
    text: Raw = Field("", description="a text in which `{Column}` stands for a cell")
    column: Text = Field("", description="the column that is looked at")
    is_: Raws | None = Field(None, alias="is", description="the text, or one of several, that it must be")
    is_not: Raws | None = Field(None, alias="not", description="what it must not be")
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
        default_factory=dict, description="texts to put in place of others"
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
