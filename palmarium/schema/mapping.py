"""The written form of a mapping file: what is what in a table that is imported.

Owns: the keys of a mapping.   Never: reads the table.
"""

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, create_model

from .. import table
from ..model import Kind
from ..problems import did_you_mean
from .award import Award
from .columns import OneValue, Pattern, Raw, Raws, Whens, columns, parts_of
from .edition import Edition
from .parts import Category
from .results import Entry, Holder, Result
from .texts import Name
from .written import Bool, Text, Texts, Written, choice, pairs, scalar, sequence, wrong


class Join(Written):
    """Columns of other rows, put beside those that they belong to."""

    rows: Text = Field("", description="where the other rows are, such as `[].rounds[].performances[]`")
    file: Text = Field("", description="the file that holds them, beside the imported one; the same, if not given")
    on: Annotated[dict[str, Raw], BeforeValidator(pairs)] = Field(description="their column, and ours that it equals")
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
    rows: Text = Field("", description="where the rows of a JSON or YAML file are, such as `prizes[].laureates[]`")
    fill_down: Texts = Field((), description="columns whose empty cells mean the one above")
    wide: Annotated[tuple[Wide, ...], BeforeValidator(sequence)] = Field(
        (), description="columns of one kind, which become rows"
    )
    keep: Texts = Field((), description="what not to clean: tags, footnotes, decimals or midnights")
    joins: Annotated[tuple[Join, ...], BeforeValidator(sequence)] = Field((), description="other rows beside ours")


class NotAwarded(Written):
    """Rows that say that nobody got it."""

    when: Whens = Field(description="which rows")
    reason: OneValue | None = Field(None, description="the reason")
    note: OneValue | None = Field(None, description="the reason in words")


class Rows(Written):
    """Rows that say something else than a result."""

    when: Whens = Field(description="which rows")


class Skip(Written):
    """Rows that are not meant to land; they are counted."""

    when: Whens = Field(description="which rows")
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


class Rule(Written):
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
    "EntryColumns", __base__=Written, __doc__="The category in this edition.",
    **columns(Entry, ("results", "not_awarded", "printed_name")),
)
ResultColumns = create_model("ResultColumns", __base__=Written, __doc__="Who got what.", **_RESULT)
NameColumns = create_model("NameColumns", __base__=Written, __doc__="Who the laureates are.", **_NAME)


class Mapping(Written):
    """What is what in a table."""

    read: Read = Field(default_factory=lambda: Read(), description="how the file is read")
    award: AwardColumns | None = Field(None, description="the award")
    edition: EditionColumns | None = Field(None, description="the edition")
    category: CategoryColumns | None = Field(
        None, description="the category; without one, results whose category is not known"
    )
    entry: EntryColumns | None = Field(None, description="the category in this edition")
    result: ResultColumns | None = Field(None, description="who got what")
    name: NameColumns | None = Field(None, description="who the laureates are")
    not_awarded: NotAwarded | None = Field(None, description="rows that say that nobody got it")
    unknown: Rows | None = Field(None, description="rows that say that the laureate is not known")
    rules: Annotated[tuple[Rule, ...], BeforeValidator(sequence)] = Field(
        (), alias="rule", description="how to read the text of a laureate"
    )
    skips: Annotated[tuple[Skip, ...], BeforeValidator(sequence)] = Field(
        (), alias="skip", description="rows that are not meant to land"
    )


def reading(written: Read) -> table.Reading:
    """How the file is read, for those who read it."""
    joins = tuple(table.Join(join.rows, join.file, tuple(join.on.items()), join.prefix) for join in written.joins)
    wide = tuple(table.Wide(each.columns, each.but, each.name, each.value) for each in written.wide)
    own = ("format", "encoding", "delimiter", "sheet", "header", "rows", "keep", "fill_down")
    return table.Reading(**{name: getattr(written, name) for name in own}, joins=joins, wide=wide)


