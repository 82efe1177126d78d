"""A list or a table that is pasted into an edition: read by the import, merged into what stands there."""

import re
from collections.abc import Iterator, Mapping

from ...build.work import silent
from ...importing import Given, bring
from ...importing.guessing import guessed
from ...importing.tables import reading
from ...importing.tables.table import Reading
from ...problems import SHOWN, quoted

_OURS = ("[award]", "[edition]", "[name]")
"""Sections of a guess that are known here."""


def merged(
    files: Mapping[str, bytes], path: str, pasted: str, category: str
) -> tuple[bytes | None, tuple[str, ...], tuple[str, ...]]:
    """The edition with the rows that it lacked, what was done, and what is in doubt; None where nothing landed."""
    name, data = _named(pasted), pasted.encode()
    table, problems = reading.read_table(name, data, {}, Reading())
    if table is None:
        return None, (), tuple(f"{each.message}; {each.hint}" for each in problems)
    award, edition = path.removesuffix(".yaml").split("/")[1:]
    mapping = "\n".join(_mapping(guessed(table, name).text, award, edition, category))
    made = bring(Given(name, data, "pasted.toml", mapping.encode(), {}), files, False, silent)
    doubts = dict.fromkeys(
        f"line {each.span.line}: {each.message}" + (f" ({each.hint})" if each.hint else "")
        for each in made.problems
        if each.span.path in (name, path)
    )
    others = tuple(f"this also belongs into {each}, which was not changed" for each in made.files if each != path)
    return made.files.get(path), made.report[:1], (*tuple(doubts)[:SHOWN], *others)


def _named(text: str) -> str:
    """A name for what is pasted, whose ending says what it is."""
    lines = [line for line in text.splitlines() if line.strip()]
    if lines and all(line.lstrip().startswith("|") for line in lines):
        return "pasted.md"
    is_table = any(all(mark in line for line in lines) for mark in "\t;")
    return "pasted.csv" if lines and is_table else "pasted.txt"


def _mapping(guess: str, award: str, edition: str, category: str) -> Iterator[str]:
    """What is what, as it is guessed, but for what is known."""
    yield from ("[award]", f"id = {quoted(award)}", "[edition]", f"id = {quoted(edition)}")
    if category:
        yield from ("[category]", f"id = {quoted(category)}")
    ours = (*_OURS, "[category]") if category else _OURS
    for section in re.split(r"^(?=\[\w+\]$)", guess, flags=re.MULTILINE)[1:]:
        if section.split("\n", 1)[0] not in ours:
            yield section
