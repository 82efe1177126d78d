"""Cache of the Markdown and pictures that an earlier build converted."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass, field
from types import MappingProxyType
from typing import Any

from ..images import PictureShape, look
from ..model import Block, Claim, Heading, Picture, Prose, ProseLink, Ref, Shown, Stated
from ..problems import Problem, Span
from .load import Convert
from .markdown import convert

Converted = tuple[Prose, tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class Memory:
    """Conversions of an earlier build, those used or added by this one, and the theme they were made for.

    `seen` and `looked` are the same of pictures.
    """

    past: Mapping[str, Any]
    used: dict[str, Any]
    theme: str = ""
    seen: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    looked: dict[str, Any] = field(default_factory=dict)


def recall(state: object, engine: str) -> Memory:
    """The cache that an earlier build of the same program version left."""
    if isinstance(state, dict) and state.get("engine") == engine and isinstance(state.get("prose"), dict):
        seen = state.get("pictures")
        return Memory(state["prose"], {}, str(state.get("theme", "")), seen if isinstance(seen, dict) else {})
    return Memory({}, {})


def state(memory: Memory, engine: str, theme: str) -> dict[str, Any]:
    return {"engine": engine, "prose": memory.used, "theme": theme, "pictures": memory.looked}


def shape(memory: Memory, path: str, data: bytes) -> tuple[PictureShape | None, tuple[Problem, ...]]:
    """`pictures.look` with the cache in front."""
    key = f"{path} {hashlib.blake2b(data, digest_size=12).hexdigest()}"
    row = memory.seen.get(key)
    found, problems = (_shape(row), ()) if row else look(path, data)
    if found and not problems:
        memory.looked[key] = astuple(found)
    return found, problems


def _shape(row: Any) -> PictureShape:
    path, form, width, height, mark, is_whole, is_clear, modern = row
    return PictureShape(path, form, width, height, mark, is_whole, is_clear, tuple(modern))


def remembering(memory: Memory) -> Convert:
    """`prose.convert` with the cache in front; new conversions are added to it."""

    def remembered(path: str, text: str, first_line: int, language: str) -> Converted:
        if not text.strip():
            return Prose(path=path), ()
        key = hashlib.blake2b(f"{path}\0{first_line}\0{language}\0{text}".encode(), digest_size=12).hexdigest()
        row = memory.past.get(key)
        if row is not None:
            try:
                prose = _prose(row, path, text, first_line)
            except (TypeError, ValueError, KeyError, IndexError):
                row = None
        if row is None:
            prose, problems = convert(path, text, first_line, language)
            if problems:
                return prose, problems
            row = _row(prose)
        memory.used[key] = row
        return prose, ()

    return remembered


def _row(prose: Prose) -> list[Any]:
    return [
        [_row_of(piece) for piece in prose.pieces],
        [_link_row(link) for link in prose.links],
        [[heading.id, heading.text, heading.level] for heading in prose.outline],
        prose.words,
        [_claim_row(claim) for claim in prose.claims],
        [_link_row(link) for link in prose.brackets],
        prose.apart,
    ]


def _link_row(link: ProseLink) -> list[str | int]:
    return [link.target, link.text, *_place(link)]


def _row_of(piece: str | Block | Shown | Stated) -> object:
    if isinstance(piece, Stated):
        return piece.claim
    if isinstance(piece, Shown):
        return {"shown": [[p.src, p.alt, *_place(p), p.credit, p.caption] for p in piece.pictures]}
    return [piece.kind, piece.arguments, *_place(piece)] if isinstance(piece, Block) else piece


def _claim_row(claim: Claim) -> dict[str, Any]:
    """A claim by its fields; a reference is its text and its place."""
    values = {name: getattr(claim, name) for name in Claim.__dataclass_fields__ if name != "span"}
    said = {key: [value.text, *_place(value)] if isinstance(value, Ref) else value for key, value in values.items()}
    return {**said, "span": list(_place(claim))}


def _place(thing: Block | ProseLink | Claim | Picture | Ref) -> tuple[int, int]:
    return thing.span.line, thing.span.column


def _claim(row: Any, path: str) -> Claim:
    refs = {key: Ref(value[0], Span(path, *value[1:])) for key, value in row.items() if isinstance(value, list)}
    return Claim(**{**row, **refs, "span": Span(path, *row["span"])})


def _prose(row: Any, path: str, text: str, line: int) -> Prose:
    pieces, links, outline, words, claims, brackets, apart = row
    return Prose(
        tuple(_pieces(pieces, path)),
        tuple(_link(each, path) for each in links),
        tuple(Heading(id, text, level) for id, text, level in outline),
        words,
        tuple(_claim(claim, path) for claim in claims),
        tuple(_link(each, path) for each in brackets),
        tuple((start, end) for start, end in apart),
        text,
        line,
        path,
    )


def _link(row: Any, path: str) -> ProseLink:
    target, text, line, column = row
    return ProseLink(target, text, Span(path, line, column))


def _picture(row: Any, path: str) -> Picture:
    src, alt, line, column, credit, caption = row
    return Picture(src, alt, Span(path, line, column), credit, caption)


def _pieces(rows: Any, path: str) -> Iterator[str | Block | Shown | Stated]:
    for row in rows:
        if isinstance(row, str):
            yield row
        elif isinstance(row, int):
            yield Stated(row)
        elif isinstance(row, dict):
            yield Shown(tuple(_picture(picture, path) for picture in row["shown"]))
        else:
            kind, arguments, line, column = row
            yield Block(kind, tuple(arguments), Span(path, line, column))
