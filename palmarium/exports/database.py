"""Write the archive as an SQLite database: typed tables with keys and references, and views for the plain questions.

After an edit, the rows of the records that changed are replaced in the existing file; its bytes are the same as those
of a file made from all rows.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

from ..pages.context import Context, public
from ..pages.parts.data_index import VERSION, VIEWS
from ..pages.plan import Listed, ListFile, ListLine, Part, Piece
from .records.columns import CsvTable, row_parts
from .records.relations import RELATIONS
from .records.sqlite import ABOUT, cell, revised

OUTPUT = "database"
_VIEWS = MappingProxyType(
    {
        "winners": """SELECT e.year, r.date, r.award, e.award_name, r.edition, r.label, r.category, r.category_name,
  r.laureate, r.name, coalesce(r.name_then, r.name) AS name_then, r.kind, r.result, r.count, r.share, r.acceptance,
  r.url
FROM results AS r JOIN editions AS e ON e.id = r.edition
WHERE r.title AND r.status = 'active' AND r.laureate IS NOT NULL""",
        "titles_by_name": """SELECT laureate, name, kind, sum(count) AS titles, count(DISTINCT edition) AS editions,
  min(year) AS first, max(year) AS last
FROM (SELECT DISTINCT laureate, name, kind, result, count, edition, year FROM winners)
GROUP BY laureate ORDER BY titles DESC, name""",
        "titles_by_year": """SELECT w.year, w.award, w.award_name, sum(w.count) AS titles, (
  SELECT count(DISTINCT laureate) FROM winners AS v WHERE v.year = w.year AND v.award = w.award
) AS laureates
FROM (SELECT DISTINCT year, award, award_name, result, count FROM winners) AS w
GROUP BY w.year, w.award ORDER BY w.year, w.award""",
        "holders": """SELECT w.category, c.name AS category_now, w.category_name, w.year, w.edition, w.label,
  w.laureate, w.name
FROM winners AS w JOIN categories AS c ON c.category = w.category
ORDER BY w.category, w.year DESC, w.edition""",
        "jury_seats": """SELECT j.juror, j.name, count(DISTINCT j.edition) AS seats, sum(j.chair) AS chairs,
  min(e.year) AS first, max(e.year) AS last
FROM juries AS j JOIN editions AS e ON e.id = j.edition
GROUP BY j.juror, j.name ORDER BY seats DESC, j.name""",
        "differing_claims": """SELECT c.of_kind, c.of_id, c.says, c.value, c.found, c.sentence, s.title AS source, s.url
FROM claims AS c LEFT JOIN sources AS s USING (of_kind, of_id, source)
WHERE c.verdict = 'differs'""",
    }
)


def parts(context: Context, pages: Mapping[str, Listed]) -> Iterator[Part]:
    yield ABOUT, partial(_about, context)
    yield from row_parts(context, RELATIONS.values(), _rows)


def lists(context: Context) -> Iterator[ListFile]:
    """The file, written even if there is no record."""
    yield _file(context)


def _about(context: Context) -> Iterator[Piece]:
    config = context.config
    said = {
        "title": config.title,
        "url": public(context, context.urls.home()),
        "publisher": config.publisher,
        "language": config.language,
        "licence": config.data_licence,
        "format": VERSION,
    }
    yield _line(context, ABOUT, ABOUT, [[key, value] for key, value in said.items() if value])


def _rows(context: Context, table: CsvTable[Any, Any], index: str, key: str) -> Iterator[Piece]:
    rows = table.cells(context, index, key)
    if rows:
        cells = [[cell(value) for value in row] for row in rows]
        yield _line(context, f"{table.name} {index} {key}", table.name, cells)


def _line(context: Context, key: str, name: str, rows: list[Any]) -> ListLine:
    return ListLine(_file(context), key, json.dumps([name, rows], ensure_ascii=False, separators=(",", ":")))


def _file(context: Context) -> ListFile:
    return ListFile(context.urls.data("archive.sqlite"), revise=_revised)


def _revised(old: bytes | None, gone: Iterable[str], lines: Iterable[bytes]) -> bytes:
    """The file without the rows of removed records, and with the new rows."""
    keys = (f"{key}  ".split(" ", 2) for key in gone)
    rows = ((table, index, key.strip()) for table, index, key in keys)
    views = (f"CREATE VIEW {name} AS -- {VIEWS[name].id}\n{query}" for name, query in _VIEWS.items())
    return revised(old, RELATIONS, views, rows, map(json.loads, lines))
