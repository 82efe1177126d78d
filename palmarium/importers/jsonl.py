"""Read JSON lines: an object on each line, together one list, so `rows` starts with `[]`.

Owns: lines that are no JSON.   Never: gives up the other lines for one.
"""

from dataclasses import replace

from .. import decoding, nested, unnest
from ..problems import Problem
from ..table import Reading, Table

ENDINGS = (".jsonl", ".ndjson")


def read(path: str, data: bytes, how: Reading) -> tuple[Table | None, tuple[Problem, ...]]:
    decoded, problems = decoding.decode(path, data, how.encoding)
    if decoded is None:
        return None, problems
    items: list[object] = []
    wrong: list[Problem] = []
    for number, line in enumerate(decoded.text.split("\n"), 1):
        if line.strip():
            value, said = nested.parse(path, line, number)
            items += [value] if value is not None else []
            wrong += said
    how = replace(how, format="jsonl", encoding=decoded.encoding, rows=how.rows or "[]")
    table, missing = unnest.table(path, items, how)
    return table, (*problems, *wrong, *missing)
