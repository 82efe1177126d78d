"""content/facts.lock: what each record of a site said when it was published last, a line for each record."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from ..model.facts import KINDS, Facts, Key
from ..problems import Problem, Span
from . import disk

PATH = disk.FACTS
_HEAD = """\
# What each record said when this site was published last: what is another at the next time goes into changes.jsonl.
# `palmarium build --publish` and `palmarium deploy` write it; commit it beside the sources.
"""

Published = Mapping[Key, tuple[Facts, ...]]
"""What each record said: in several ways where the lines of two editors were merged, and any of them may hold."""


def parse(data: bytes) -> tuple[Published, tuple[Problem, ...]]:
    """What was published; lines in any order."""
    found: dict[Key, tuple[Facts, ...]] = {}
    problems = []
    for number, text in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        if not text.strip() or text.startswith("#"):
            continue
        read = _read(text)
        if read:
            found[read[0]] = (*found.get(read[0], ()), read[1])
        else:
            message, hint = (
                f'"{text[:60]}" is no record that was published',
                "put the line back as it was, or delete it",
            )
            problems.append(Problem("fact-lock", Span(PATH, number), message, hint, subject=(text[:60],)))
    return found, tuple(problems)


def _read(text: str) -> tuple[Key, Facts] | None:
    try:
        read: Any = json.loads(text)
        kind, key, said = read
        facts = {str(field): tuple(map(str, values)) for field, values in said.items()}
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    return ((kind, key), facts) if kind in KINDS and isinstance(key, str) else None


def written(facts: Iterable[tuple[Key, Facts]]) -> bytes:
    """The file, sorted, so that two editors' changes merge."""
    lines = sorted(json.dumps([*key, said], ensure_ascii=False, separators=(",", ":")) for key, said in facts)
    return (_HEAD + "".join(f"{line}\n" for line in lines)).encode("utf-8", "replace")
