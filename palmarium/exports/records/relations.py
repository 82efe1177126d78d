"""The tables as a database holds them: awards too, and categories apart from what became of them in editions."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from ...model import Award, Category, Date, Entry
from ...model.archive import Archive
from ...pages.context import Context
from .columns import TABLES, Column, CsvTable
from .shapes import AWARD, CATEGORY

_OF_AWARDS: tuple[Column[Award, None], ...] = (
    Column("id", str, "its id"),
    Column("name", str, "the name today"),
    Column("short", str, "the short name, for lists"),
    Column("description", str, "what it is"),
    Column("founded", Date, "when it began"),
    Column("ended", Date, "when it ended"),
    Column("country", str, "country"),
    Column("family", str, "a word that sister awards share"),
    Column(
        "succeeds", str, "the award it continues", lambda ctx, a, _: _award(ctx.archive, a.succeeds), refers="awards"
    ),
    Column(
        "part_of", str, "the award it is held in", lambda ctx, a, _: _award(ctx.archive, a.part_of), refers="awards"
    ),
    Column("note", str, "anything to add"),
    Column("url", str, "its page"),
    Column("wikidata", str, "its item on Wikidata"),
)
_OF_CATEGORIES = frozenset(
    ("category", "award", "name", "special", "parent", "method", "note", "sources", "url", "wikidata")
)
_LINEAGE = "lineage"


def _award(archive: Archive, ref: Any) -> str:
    return ref.text if ref and ref.text in archive.awards else ""


def _awards(context: Context, index: str, key: str) -> Iterator[tuple[Award, None]]:
    yield context.archive.awards[key], None


def _categories(context: Context, index: str, key: str) -> Iterator[tuple[Category, Entry | None]]:
    yield context.archive.categories[key], None


def _entries(context: Context, index: str, key: str) -> Iterator[tuple[Category, Entry]]:
    for entry in context.archive.entries_of.get(key, ()):
        yield context.archive.categories[key], entry


def _is_lasting(column: Column[Any, Any]) -> bool:
    """Whether a column tells of a category, whatever the edition."""
    return column.name in _OF_CATEGORIES or column.group == _LINEAGE


def _tells_of_an_edition(column: Column[Any, Any]) -> bool:
    """Whether a column tells of a category in an edition; its note, its method and its sources are others there."""
    there = ("category", "method", "note", "sources")
    return column.name in there or not _is_lasting(column)


_SPLIT = TABLES["categories"].columns
_ALL: tuple[CsvTable[Any, Any], ...] = (
    CsvTable(
        "awards", ("awards",), _awards, _OF_AWARDS, key=("id",), of=("id",), shape=AWARD, says="a row for each award"
    ),
    TABLES["editions"],
    TABLES["names"],
    CsvTable(
        "categories",
        ("categories",),
        _categories,
        tuple(filter(_is_lasting, _SPLIT)),
        key=("category",),
        of=("category",),
        shape=CATEGORY,
        says="a row for each category",
    ),
    CsvTable(
        "category_editions",
        ("categories",),
        _entries,
        tuple(filter(_tells_of_an_edition, _SPLIT)),
        key=("category", "edition"),
        of=("category",),
        shape=CATEGORY,
        says="a row for each category in each edition that has it",
    ),
    TABLES["results"],
    TABLES["juries"],
    TABLES["claims"],
    TABLES["sources"],
)
RELATIONS = MappingProxyType({table.name: table for table in _ALL})
