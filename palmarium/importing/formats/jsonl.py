"""JSON Lines: the objects of all lines form one list, so `rows` starts with `[]`."""

from dataclasses import replace

from ...problems import Problem
from ..tables import decoding, nested
from ..tables.table import Reading, Table

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
    table, missing = nested.table(path, items, how)
    return table, (*problems, *wrong, *missing)
