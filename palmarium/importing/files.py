"""Bytes of the files of an import: new files written whole, existing ones edited in place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ..build.work import Tell
from ..problems import Span
from ..sources.schema.forms import Award, Edition, Name
from . import short_form, yaml_edit
from .drafts import Draft
from .merge import Difference, Merge, merge_keys
from .merge_results import merge_results
from .people import Disambiguation
from .yaml_edit import Piece, opened

_STEP = 200
_MOST_PASSES = 6


@dataclass(frozen=True, slots=True)
class FilesToWrite:
    """Files to write, by path, and how each came about."""

    files: dict[str, bytes] = field(default_factory=dict)
    created: list[str] = field(default_factory=list)
    edited: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    added: list[tuple[Span, str, str]] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)


def changes(
    drafts: Iterable[Draft],
    files: Mapping[str, bytes],
    apart: Disambiguation,
    ids: Mapping[str, str],
    take: bool,
    tell: Tell,
) -> FilesToWrite:
    """The changes to a site's files, made after names were told `apart`."""
    made = FilesToWrite(files=dict(apart.files), edited=list(apart.files), added=list(apart.places))
    files = {**files, **apart.files}
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
        keys = short_form.shaped(Edition, {key: value for key, value in draft.keys.items() if key != "results"})
        keys = keys if isinstance(keys, dict) else {}
        found = {id: short_form.entry(value) for id, value in draft.keys.get("results", {}).items()}
        said = {**keys, "results": found} if found else keys
        return yaml_edit.document(said, short_form.typed()) or "results: {}\n"
    if draft.form is Award:
        keys = {"name": draft.path.split("/")[1], **draft.keys}
        written = short_form.shaped(Award, keys)
        return yaml_edit.document(written if isinstance(written, dict) else {"name": written}, short_form.typed())
    written = short_form.shaped(Name, draft.keys)
    return f"---\n{yaml_edit.document(written, short_form.typed())}---\n"


def _edit(made: FilesToWrite, draft: Draft, data: bytes, ids: Mapping[str, str], take: bool) -> None:
    text = data.decode("utf-8", "replace")
    merge = compared(draft, text, ids, take)
    if merge is None:
        said = yaml_edit.flow(draft.keys)
        why = "this file can't be edited in place: add it by hand"
        made.differences.append(Difference(Span(draft.path), "everything", "", said, draft.row, why=why))
        made.unchanged.append(draft.path)
        return
    changed = _edited(draft, merge, ids, take)
    if changed is None:
        why = "it could not be added in place: add it by hand"
        lost = (Difference(span, what, "", value, draft.row, why=why) for span, what, value in merge.added)
        made.differences.extend((*(replace(each, taken=False) for each in merge.differences), *lost))
        made.unchanged.append(draft.path)
        return
    if changed != text:
        made.files[draft.path] = changed.encode()
    where = made.edited if draft.path in made.files else made.unchanged
    where.extend([draft.path] if draft.path not in where else [])
    made.added.extend(merge.added)
    made.differences.extend(merge.differences)


def _edited(draft: Draft, merge: Merge, ids: Mapping[str, str], take: bool) -> str | None:
    """The text after all edits; None if they do not come to an end."""
    for _ in range(_MOST_PASSES):
        if not merge.edits:
            return merge.text
        again = compared(draft, yaml_edit.apply(merge.text, merge.edits), ids, take)
        if again is None:
            return None
        merge = again
    return None


def compared(draft: Draft, text: str, ids: Mapping[str, str], take: bool) -> Merge | None:
    """What a file lacks of a draft, and where the two differ; None if it can't be edited in place."""
    found = opened(draft.path, text)
    if found is None:
        return None
    root, line = found
    merge = Merge(draft.path, text, line, ids, take)
    merge_keys(merge, draft.form, root, draft.keys, draft.row, leave=("results",))
    results: dict[str, Any] = draft.keys.get("results", {})
    if results:
        there = root.get("results")
        if there is None or there.form != "mapping":
            shaped = {id: short_form.entry(value) for id, value in results.items()}
            _whole(merge, root, there, shaped, draft.row)
        else:
            merge_results(merge, there, results, draft.rows, draft.states)
    return merge


def _whole(merge: Merge, root: Piece, there: Piece | None, results: dict[str, Any], row: Span) -> None:
    """All results of an edition that has none so far."""
    if there is not None and not (there.form == "scalar" and there.value is None):
        merge.differs(there, "results", results, row, "a mapping is expected here")
        return
    lines = list(yaml_edit.pair("results", results, root.column, short_form.typed()))
    if there is not None and not root.flow:
        merge.edits.append(yaml_edit.below(merge.text, there, lines[1:]))
    else:
        pair = ("results", yaml_edit.flow(results, short_form.typed()), lambda column: lines)
        merge.edits.extend(yaml_edit.with_pairs(merge.text, root, [pair], tuple(short_form.keys(Edition))))
    merge.adds(root, "results", f"{len(results)} categories")
