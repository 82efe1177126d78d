"""Write README.md beside the tables: what each file and each column is, on which terms, and what one may count on.

It is in English, as the names of the columns are.
"""

from collections.abc import Iterator, Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any, get_args

from ..model import Date
from ..pages.context import Context, makes, public
from ..pages.parts.data_index import CONTRACT, VIEWS, as_of, files
from ..pages.plan import Blob, Listed
from .records.columns import TABLES, Column, CsvTable
from .records.relations import RELATIONS

OUTPUT = "tables"
_PLAIN = MappingProxyType({str: "text", int: "number", bool: "true or false", Date: "date"})


def export(context: Context, pages: Mapping[str, Listed]) -> Iterator[Blob]:
    yield Blob(context.urls.data("README.md"), "\n\n".join(_parts(context)).encode() + b"\n")


def _parts(context: Context) -> Iterator[str]:
    config = context.config
    yield f"# {_plain(config.title)}: data"
    if config.description:
        yield _plain(config.description)
    facts = {
        "Home": public(context, context.urls.home()),
        "Publisher": _plain(config.publisher),
        "Licence of the data": config.data_licence or "none is stated",
        "Licence of the texts": config.text_licence or "none is stated",
        "Date of the data": as_of(context) or "not known",
    }
    yield "\n".join(f"- {what}: {said}" for what, said in facts.items() if said)
    yield "The date of the data is the newest that its records and sources state, not that of a build."
    yield "## What you may count on"
    yield "\n".join(f"- **{term.id}.** {says.id}" for term, says in CONTRACT)
    yield "## Files"
    rows = [(f"{table.name}.csv", table.sentence) for table in TABLES.values()]
    rows += [(name, file.says.id) for name, file in files(context).items()]
    yield _table("file", rows)
    yield (
        "The tables are comma-separated values after RFC 4180, in UTF-8, with a line of column names. Where a cell"
        " holds\nseveral values, ` | ` stands between them; where columns go together, as `role`, `org` and `org_name`"
        " do, the first\nvalue of one belongs to the first of the others. What a spreadsheet would run as a formula"
        " has an apostrophe in front,\nat the beginning of a cell and behind a semicolon; take one away, and it is the"
        " text."
    )
    for table in TABLES.values():
        yield f"### {table.name}.csv"
        yield _described(table)
    if not makes(context, "database"):
        return
    yield "## Tables of archive.sqlite alone"
    yield (
        "The other tables are those above, but for `reconciliation`: the database has it in `names`. What is missing is"
        " NULL.\nValues of a list are in a table of their own, beside the key and their `position` (`names_aliases`,"
        "\n`results_posts`)."
    )
    for table in RELATIONS.values():
        if table is not TABLES.get(table.name):
            yield f"### {table.name}"
            yield _described(table)
    yield "### Views"
    yield _table("view", [(name, says.id) for name, says in VIEWS.items()])


def _described(table: CsvTable[Any, Any]) -> str:
    head = f"{table.sentence.capitalize()}. Key: {', '.join(f'`{name}`' for name in table.key)}."
    rows = (f"| `{column.name}` | {_type(column)} | {column.sentence} |" for column in table.columns)
    return "\n".join((head, "", "| column | value | |", "|---|---|---|", *rows))


def _type(column: Column[Any, Any]) -> str:
    one = get_args(column.type)[0] if column.is_list else column.type
    words = ", ".join(f"`{word.value}`" for word in one) if issubclass(one, Enum) else _PLAIN[one]
    value = f"id in {column.refers}" if column.refers else words
    return f"{value}, any number" if column.is_list else value


def _table(what: str, rows: list[tuple[str, str]]) -> str:
    return "\n".join((f"| {what} | |", "|---|---|", *(f"| `{name}` | {says} |" for name, says in rows)))


def _plain(text: str) -> str:
    """A text of the site on one line, escaped for Markdown."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|&" else sign for sign in " ".join(text.split()))
