"""Turn drafts into the bytes of files: new ones whole, old ones edited in place.

Owns: front matter around a name's keys, byte-order marks, the proof that an edit did what it was meant to do.
Never: touches the disk.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .. import edits
from ..edits import Piece
from ..problems import Span
from ..progress import Tell
from ..schema.award import Award
from ..schema.edition import Edition
from ..schema.texts import Name
from . import handwriting, shapes
from .drafts import Draft
from .merging import Difference, Merge, merge_keys
from .palmares import merge_results

_BOM = "\ufeff"
_FRONT = re.compile(r"---[ \t]*(?:\r\n|\r|\n)")
_STEP = 200


@dataclass(frozen=True, slots=True)
class Changes:
    """What is to be written, by path; how each file came to it."""

    files: dict[str, bytes] = field(default_factory=dict)
    created: list[str] = field(default_factory=list)
    edited: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    added: list[tuple[Span, str, str]] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)


def changes(
    drafts: Iterable[Draft], files: Mapping[str, bytes], ids: Mapping[str, str], take: bool, tell: Tell
) -> Changes:
    made = Changes()
    wanted = tuple(drafts)
    for done, draft in enumerate(wanted, 1):
        if draft.path in files:
            _edit(made, draft, files[draft.path], ids, take)
        else:
            made.files[draft.path] = new(draft).encode()
            made.created.append(draft.path)
        if done % _STEP == 0:
            tell("files", done, len(wanted))
    return made


def new(draft: Draft) -> str:
    """A file that does not exist yet."""
    if draft.form is Edition:
        keys = shapes.shaped(Edition, {key: value for key, value in draft.keys.items() if key != "results"})
        keys = keys if isinstance(keys, dict) else {}
        found = {id: shapes.entry(value) for id, value in draft.keys.get("results", {}).items()}
        said = {**keys, "results": found} if found else keys
        return handwriting.document(said, shapes.typed()) or "results: {}\n"
    if draft.form is Award:
        keys = {"name": draft.path.split("/")[1], **draft.keys}
        written = shapes.shaped(Award, keys)
        return handwriting.document(written if isinstance(written, dict) else {"name": written}, shapes.typed())
    written = shapes.shaped(Name, draft.keys)
    return f"---\n{handwriting.document(written, shapes.typed())}---\n"


def _edit(made: Changes, draft: Draft, data: bytes, ids: Mapping[str, str], take: bool) -> None:
    text = data.decode("utf-8", "replace")
    merge = compared(draft, text, ids, take)
    if merge is None:
        said = handwriting.flow(draft.keys)
        why = "this file can't be edited in place: add it by hand"
        made.differences.append(Difference(Span(draft.path), "everything", "", said[:200], draft.row, why=why))
        return
    changed = edits.apply(text, merge.edits)
    if changed != text:
        again = compared(draft, changed, ids, take)
        if again is None or again.edits:
            why = "it could not be added in place: add it by hand"
            lost = (Difference(span, what, "", value, draft.row, why=why) for span, what, value in merge.added)
            made.differences.extend([*merge.differences, *lost])
            made.unchanged.append(draft.path)
            return
        made.files[draft.path] = changed.encode()
        made.edited.append(draft.path)
    else:
        made.unchanged.append(draft.path)
    made.added.extend(merge.added)
    made.differences.extend(merge.differences)


def compared(draft: Draft, text: str, ids: Mapping[str, str], take: bool) -> Merge | None:
    """What a file lacks of a draft and where it differs; None where it can't be edited in place."""
    opened = _opened(draft, text)
    if opened is None:
        return None
    root, line = opened
    merge = Merge(draft.path, text, line, ids, take)
    merge_keys(merge, draft.form, root, draft.keys, draft.row, leave=("results",))
    found: dict[str, Any] = draft.keys.get("results", {})
    if found:
        there = root.get("results")
        if there is None or there.form != "mapping":
            shaped = {id: shapes.entry(value) for id, value in found.items()}
            _whole(merge, root, there, shaped, draft.row)
        else:
            merge_results(merge, there, found, dict(draft.rows))
    return merge


def _whole(merge: Merge, root: Piece, there: Piece | None, results: dict[str, Any], row: Span) -> None:
    """All results of an edition that has none."""
    if there is not None and not (there.form == "scalar" and there.value is None):
        merge.differs(there, "results", results, row, "a mapping is expected here")
        return
    lines = list(handwriting.pair("results", results, root.column, shapes.typed()))
    if there is not None and not root.flow:
        merge.edits.append(edits.below(merge.text, there, lines[1:]))
    else:
        pair = ("results", handwriting.flow(results, shapes.typed()), lambda column: lines)
        merge.edits.extend(edits.with_pairs(merge.text, root, [pair], tuple(shapes.keys(Edition))))
    merge.adds(root, "results", f"{len(results)} categories")


def _opened(draft: Draft, text: str) -> tuple[Piece, int] | None:
    """The mapping at the root of a file, and the number of its first line."""
    start = len(_BOM) if text.startswith(_BOM) else 0
    line = 1
    end = len(text)
    if draft.form is Name:
        fence = _FRONT.match(text, start)
        if fence is None:
            return None
        start, line = fence.end(), 2
        closing = re.compile(r"(?:\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?=\r|\n|$)").search(text, start - 1)
        if closing is None:
            return None
        end = max(start, closing.start())
    root = edits.parse(text[start:end], start)
    return (root, line) if root is not None and root.form == "mapping" and root.pairs else None
