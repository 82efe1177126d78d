"""Tidy the form of files, never their facts: line ends, blanks behind lines, composed letters, the last line."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..lookups import said
from ..model import Article, Name, Note, Prose
from ..sources.load import load

_RECORDS = re.compile(r"(?:content|editions)/.+\.(?:yaml|md)")
_UNSEEN = re.compile(r"(<pre\b[^<]*(?:<(?!/pre>|pre\b)[^<]*)*</pre>)|(?<! ) +(?=\n)", re.S)
"""Blanks that no page shows, in front of the end of a line; but not in code."""
_BLANKS = re.compile(r"(?<![ \t])[ \t]+$", re.M)
_HARD_BREAK = re.compile(r"(?<=\S) {2,}$", re.M)


def tidied(files: Mapping[str, bytes], language: str) -> dict[str, bytes]:
    """The files whose form can be improved, in their new form; a file whose content would change is left out."""
    made = {}
    for path, data in files.items():
        if _RECORDS.fullmatch(path):
            found = _tidied(path, data)
            if found != data and _said(path, found, language) == _said(path, data, language):
                made[path] = found
    return made


def _tidied(path: str, data: bytes) -> bytes:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data
    windows = text.count("\r\n")
    text = re.sub(r"\r\n?", "\n", unicodedata.normalize("NFC", text))
    # Two blanks or more behind a line of Markdown break it.
    ends = {found.start() for found in _HARD_BREAK.finditer(text)} if path.endswith(".md") else set()
    text = _BLANKS.sub(lambda blanks: blanks[0] if blanks.start() in ends else "", text)
    text = text.strip("\n") + "\n" if text.strip() else text
    # Where most lines end as Windows ends them, all do.
    return (text.replace("\n", "\r\n") if windows > text.count("\n") / 2 else text).encode()


def _said(path: str, data: bytes, language: str) -> tuple[Any, tuple[tuple[str, str], ...]]:
    """The content of a file without the places in it."""
    record, problems = load(path, data, language)
    if isinstance(record, Article | Name | Note):
        shown = Prose(record.body.pieces, record.body.links, record.body.outline, claims=record.body.claims)
        record = replace(record, body=shown)
    return _shown(said(record)), tuple((problem.code, problem.message) for problem in problems)


def _shown(value: Any) -> Any:
    """A value as pages show it: the texts in it without blanks that nobody sees."""
    if isinstance(value, str):
        return _UNSEEN.sub(lambda found: found[1] or "", value)
    return [_shown(each) for each in value] if isinstance(value, list) else value
