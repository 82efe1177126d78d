"""Read a JSON file: its rows are where `rows` says, or in its outermost list.

Owns: nothing of its own.   Never: reads JSON line by line.
"""

from dataclasses import replace

from .. import decoding, nested, unnest
from ..problems import Problem
from ..table import Reading, Table

ENDINGS = (".json", ".geojson")


def read(path: str, data: bytes, how: Reading) -> tuple[Table | None, tuple[Problem, ...]]:
    decoded, problems = decoding.decode(path, data, how.encoding)
    if decoded is None:
        return None, problems
    root, wrong = nested.parse(path, decoded.text)
    if root is None and wrong:
        return None, (*problems, *wrong)
    how = replace(how, format="json", encoding=decoded.encoding)
    table, missing = unnest.table(path, root, how)
    return table, (*problems, *wrong, *missing)
