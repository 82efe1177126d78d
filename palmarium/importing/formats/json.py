"""JSON: the rows are at the path in `rows`, or in the outermost list."""

from dataclasses import replace

from ...problems import Problem
from ..tables import decoding, nested
from ..tables.table import Reading, Table

ENDINGS = (".json", ".geojson")


def read(path: str, data: bytes, how: Reading) -> tuple[Table | None, tuple[Problem, ...]]:
    decoded, problems = decoding.decode(path, data, how.encoding)
    if decoded is None:
        return None, problems
    root, wrong = nested.parse(path, decoded.text)
    if root is None and wrong:
        return None, (*problems, *wrong)
    how = replace(how, format="json", encoding=decoded.encoding)
    table, missing = nested.table(path, root, how)
    return table, (*problems, *wrong, *missing)
