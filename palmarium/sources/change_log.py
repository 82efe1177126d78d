"""content/changes.jsonl: every fact that changed from one publication to the next, a line for each."""

import datetime
import json
from collections.abc import Callable, Iterable
from typing import Any

from ..model import Date
from ..model.facts import KINDS, Change, Turn
from ..model.withheld import Withheld, tells
from ..problems import Problem, Span, did_you_mean

PATH = "content/changes.jsonl"
_HEAD = """\
# What has changed from one publication to the next. `palmarium build --publish` and `palmarium deploy` add to it.
# Commit it. Yours to write: "is" ("corrected" or "updated"), and a "note" for readers.
"""


def parse(data: bytes) -> tuple[tuple[Change, ...], tuple[Problem, ...]]:
    """The changes from old to new; what two editors have both added is read once."""
    found: list[Change] = []
    problems = []
    for number, text in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        if text.strip() and not text.startswith("#"):
            change, message, hint = _read(text)
            if change:
                found.append(change)
            else:
                problems.append(Problem("change-log", Span(PATH, number), message, hint, subject=(text[:60],)))
    return once(sorted(found, key=lambda each: each.on)), tuple(problems)


def once(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Changes from old to new, none of them twice in a row."""
    last: dict[tuple[str, str, str], tuple[object, ...]] = {}
    found = []
    for change in changes:
        said = (change.old, change.new)
        if last.get(about(change)) != said:
            found.append(change)
        last[about(change)] = said
    return tuple(found)


def about(change: Change) -> tuple[str, str, str]:
    """The fact that is another."""
    return change.kind, change.key, change.field


def _read(text: str) -> tuple[Change | None, str, str]:
    """A line, or what is wrong with it and what to write."""
    message, hint = f'"{text[:60]}" is no change of a fact', "put the line back as it was, or delete it"
    try:
        read: Any = json.loads(text)
        kind = next(kind for kind in KINDS if kind in read)
        day = datetime.date.fromisoformat(read["on"])
        old, new = (tuple(map(str, read.get(each, ()))) for each in ("old", "new"))
        is_known = all(isinstance(read[each], str) for each in (kind, "is"))
    except (ValueError, TypeError, AttributeError, LookupError, StopIteration, RecursionError):
        return None, message, hint
    if not is_known or any(isinstance(read.get(each, []), str) for each in ("old", "new")):
        return None, message, hint
    if read["is"] not in set(Turn):
        meant = did_you_mean(read["is"], Turn) or f"write one of {', '.join(Turn)}"
        return None, f'"is" says "{read["is"][:60]}", which is nothing that becomes of a fact', meant
    field, note = str(read.get("fact", "")), str(read.get("note", ""))
    on, is_withheld = Date(day.year, day.month, day.day), bool(read.get("withheld"))
    return Change(on, Turn(read["is"]), kind, read[kind], field, old, new, note, is_withheld), "", ""


def added(data: bytes, changes: Iterable[Change]) -> bytes:
    """The file with more lines at its end."""
    there = data or _HEAD.encode()
    lines = "".join(map(_line, changes))
    return there + b"\n" * (not there.endswith(b"\n")) + lines.encode("utf-8", "replace")


def without(data: bytes, names: Withheld, redact: Callable[[Change], Iterable[Change]]) -> bytes:
    """The file without withheld names: a line that tells one is written anew, as `redact` makes it, or left out."""
    lines = data.decode("utf-8", "replace").splitlines(keepends=True) if names.said else ()
    return "".join(_without(line, names, redact) for line in lines).encode() if lines else data


def _without(line: str, names: Withheld, redact: Callable[[Change], Iterable[Change]]) -> str:
    change = _read(line)[0]
    left = tuple(redact(change)) if change else ()
    is_free = left == (change,) if change else True
    return line if is_free and not tells(names, line) else "".join(map(_line, left))


def _line(change: Change) -> str:
    return f"{json.dumps(_plain(change), ensure_ascii=False)}\n"


def _plain(change: Change) -> dict[str, object]:
    said = {"on": str(change.on), change.kind: change.key, "fact": change.field, "is": str(change.turn)}
    rest = {"old": list(change.old), "new": list(change.new), "note": change.note, "withheld": change.is_withheld}
    return {name: value for name, value in {**said, **rest}.items() if value}
