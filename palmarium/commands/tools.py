"""Files for editors' programs: JSON Schemas of this archive, and the settings that point to them."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ..importing import yaml_edit
from ..importing.yaml_edit import Edit, Piece
from ..model import ArticleKind, Coverage, WhyNotAwarded
from ..model.archive import Archive
from ..sources import disk
from ..sources.schema.outline import FILES
from . import reference
from .offers import offers
from .problem_forms import document
from .schema_files import SCHEMAS

KINDS = MappingProxyType(dict(zip(("award", "edition", "name", "article", "page"), FILES, strict=True)))
"""The kinds of files that have a schema, with the path of each."""

_OF_AWARDS = ("award", "edition")
_NOT_STRINGS = re.compile(r'"(?:\\.|[^"\\])*"|//[^\n]*|/\*.*?(?:\*/|\Z)|\t', re.DOTALL)
_GENERATED = "// Written by `palmarium tools vscode`, which replaces it."


def schemas(archive: Archive) -> dict[str, bytes]:
    """The schema of each kind of file, and of each award's, by path: they offer what the archive holds."""
    every = {**offers(archive), "category": {}}
    known = {kind: texts for kind, texts in every.items() if texts}
    found = {f"{SCHEMAS}{kind}.json": reference.json_schema(path, known) for kind, path in KINDS.items()}
    for award in archive.awards:
        own = {kind: texts for kind, texts in offers(archive, award).items() if texts}
        found |= {f"{SCHEMAS}{award}/{kind}.json": reference.json_schema(KINDS[kind], own) for kind in _OF_AWARDS}
    return {path: json.dumps(schema, ensure_ascii=False).encode() for path, schema in found.items()}


def write(root: Path, archive: Archive) -> None:
    """Write every schema into the state folder."""
    for path, data in schemas(archive).items():
        disk.replace(root, path, data)


def vscode(archive: Archive) -> Mapping[str, Mapping[str, Any] | str]:
    """The content for each file of VS Code: settings to merge, or a whole file."""
    return {
        ".vscode/settings.json": {
            "yaml.schemas": _files(archive),
            "glspc.server.command": "palmarium",
            "glspc.server.commandArguments": ["lsp"],
            "glspc.server.languageId": ["yaml", "markdown"],
            # In YAML the schemas complete already.
            "glspc.server.initializationOptions": {"completeYaml": False},
        },
        ".vscode/extensions.json": {"recommendations": ["redhat.vscode-yaml", "zsol.vscode-glspc"]},
        ".vscode/palmarium.code-snippets": f"{_GENERATED}\n{document(_snippets())}\n",
    }


def zed(archive: Archive) -> Mapping[str, Mapping[str, Any] | str]:
    """The settings of Zed to merge."""
    schemas = {"yaml": {"schemas": _files(archive)}}
    return {".zed/settings.json": {"lsp": {"yaml-language-server": {"settings": schemas}}}}


def _files(archive: Archive) -> dict[str, list[str]]:
    """Which files each schema is for; an award that comes later has the general ones."""
    found = {}
    for award in archive.awards:
        folder = f"editions/{award}"
        found[f"./{SCHEMAS}{award}/award.json"] = [f"{folder}/award.yaml"]
        found[f"./{SCHEMAS}{award}/edition.json"] = [f"{folder}/*.yaml", f"!{folder}/award.yaml"]
    others = [f"!editions/{award}/*.yaml" for award in archive.awards]
    found[f"./{SCHEMAS}award.json"] = ["editions/*/award.yaml", *others]
    found[f"./{SCHEMAS}edition.json"] = ["editions/*/*.yaml", "!editions/*/award.yaml", *others]
    return found


def _snippets() -> dict[str, dict[str, object]]:
    return {
        name: {"scope": scope, "prefix": prefix, "description": says, "body": list(body)}
        for name, (scope, prefix, says, body) in _SNIPPETS.items()
    }


def filled(existing: bytes | None, wanted: Mapping[str, Any] | str) -> str | None:
    """A file with the required content added to its own; None if that can't be done safely."""
    if isinstance(wanted, str):
        is_ours = existing is None or existing.startswith(wanted.partition("\n")[0].encode())
        return wanted if is_ours else None
    if existing is None or not existing.strip():
        return document(wanted) + "\n"
    try:
        text = existing.decode("utf-8")
    except UnicodeDecodeError:
        return None
    root = _read(text)
    if root is None:
        return None
    made = yaml_edit.apply(text, _merged(text, root, wanted))
    after = _read(made)
    is_whole = after is not None and _data(after) == _joined(_data(root), wanted)
    return made if is_whole else None


def _read(text: str) -> Piece | None:
    """The pieces of JSON with comments, which is YAML once they are blanked; None where it is no object."""
    bare = _NOT_STRINGS.sub(lambda found: found[0] if found[0][0] == '"' else re.sub(r"[^\n]", " ", found[0]), text)
    root = yaml_edit.parse(bare)
    return root if root and root.form == "mapping" and root.flow and _is_clear(root) else None


def _is_clear(piece: Piece) -> bool:
    """Whether no key is there twice: programs do not agree on which one holds."""
    keys = [key for key, _, _ in piece.pairs]
    return len(set(keys)) == len(keys) and all(map(_is_clear, piece.values))


def _merged(text: str, piece: Piece, wanted: Mapping[str, Any]) -> Iterator[Edit]:
    missing = {}
    for key, value in wanted.items():
        there = piece.get(key)
        if there is None:
            missing[key] = value
        elif isinstance(value, Mapping) and there.form == "mapping":
            yield from _merged(text, there, value)
        elif _data(there) != _joined(_data(there), value):
            yield Edit(there.start, there.end, document(_joined(_data(there), value)).replace("\n", "\n  "))
    if missing:
        yield _added(text, piece, missing)


def _added(text: str, piece: Piece, missing: Mapping[str, Any]) -> Edit:
    """Keys at the end of an object, each on its line, as far in as the one above."""
    if not piece.pairs:
        lines = ",\n".join(f"  {json.dumps(key)}: {document(value)}" for key, value in missing.items())
        return Edit(piece.start + 1, piece.start + 1, f"\n{lines}\n")
    _, key, last = piece.pairs[-1]
    gap = text[text.rfind("\n", 0, key.start) + 1 : key.start]
    indent = gap if not gap.strip() else "  "
    said = (f"{json.dumps(key)}: {document(value)}".replace("\n", f"\n{indent}") for key, value in missing.items())
    return Edit(last.end, last.end, "".join(f",\n{indent}{each}" for each in said))


def _joined(there: Any, wanted: Any) -> Any:
    """A value with the missing keys or elements added; a text stays as it is."""
    if isinstance(there, Mapping) and isinstance(wanted, Mapping):
        return {**there, **{key: _joined(there.get(key), each) for key, each in wanted.items()}}
    if isinstance(wanted, list) and isinstance(there, list | str):
        known = there if isinstance(there, list) else [there]
        return [*known, *(each for each in wanted if each not in known)]
    return _as_read(wanted) if there is None else there


def _as_read(value: Any) -> Any:
    """A value as the pieces of a file hold it: every scalar is a text."""
    if isinstance(value, Mapping):
        return {key: _as_read(each) for key, each in value.items()}
    return value if isinstance(value, list | str) else json.dumps(value)


def _data(piece: Piece) -> Any:
    if piece.form == "mapping":
        return {key: _data(value) for key, _, value in piece.pairs}
    return [_data(each) for each in piece.elements] if piece.form == "sequence" else piece.value


def _one_of(place: int, words: Iterable[str]) -> str:
    return f"${{{place}|{','.join(words)}|}}"


_SNIPPETS: Mapping[str, tuple[str, str, str, tuple[str, ...]]] = MappingProxyType(
    {
        "edition": (
            "yaml",
            "edition",
            "an edition: its day, its place, how much is known of it, its palmarès",
            (
                "ordinal: ${1:1}",
                "ceremony: {date: ${2:2011-10-03}, venue: ${3:venue}, city: ${4:city}}",
                f"coverage: {_one_of(5, Coverage)}",
                "results:",
                "  ${6:category}: ${7:laureate}",
                "sources:",
                "  s1: {title: ${8:title}, publisher: ${9:publisher}, date: ${10:2011-10-05}, url: ${11:https://}}",
                "$0",
            ),
        ),
        "result": (
            "yaml",
            "result",
            "a result with all that is mostly known of it",
            (
                "- laureate: ${1:laureate}",
                "  role: ${2:role}",
                "  org: ${3:organisation}",
                "  rank: ${4:1}",
                "  citation: >-",
                "    ${5:why}",
                "  sources: ${6:s1}",
                "$0",
            ),
        ),
        "not awarded": (
            "yaml",
            "not_awarded",
            "a category that nobody got",
            (f"${{1:category}}: {{not_awarded: {_one_of(2, WhyNotAwarded)}, note: ${{3:why}}}}", "$0"),
        ),
        "claim": (
            "yaml",
            "claim",
            "a number that somebody stated, counted again in each build",
            ("- {says: ${1:26 laureates}, count: ${2:laureates}, is: ${3:26}, source: ${4:s1}}", "$0"),
        ),
        "claim in a text": (
            "markdown",
            "claim",
            "a number in a text, counted again in each build",
            ("[${1:26 laureates}]{${2:laureates} ${3:award/edition}}$0",),
        ),
        "article": (
            "markdown",
            "article",
            "an article with its front matter",
            (
                "---",
                "title: ${1:title}",
                f"kind: {_one_of(2, ArticleKind)}",
                "date: ${3:$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE}",
                "about: {editions: [${4:award/edition}], names: [${5:name}]}",
                "tags: [${6:tag}]",
                "sources:",
                "  s1: {title: ${7:title}, publisher: ${8:publisher}, url: ${9:https://}}",
                "---",
                "",
                "$0",
            ),
        ),
        "palmarès in a text": (
            "markdown",
            "palmares",
            "the palmarès of an edition, shown in a text",
            ("{{ palmares ${1:award/edition} }}", "$0"),
        ),
    }
)
