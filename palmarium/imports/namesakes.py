"""Tell the names of a site apart from namesakes that an import brings.

Owns: texts that meant one name and now mean several; what stands for them in the files that hold them.
Never: decides who is whose namesake.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .. import edits
from ..archive import Archive
from ..edits import Edit, Piece
from ..problems import Span
from . import handwriting
from .opening import opened
from .people import People


@dataclass(frozen=True, slots=True)
class Apart:
    """The files in which a name is now written as its id, and each place where it is."""

    files: Mapping[str, bytes]
    places: tuple[tuple[Span, str, str], ...]


def told_apart(files: Mapping[str, bytes], archive: Archive, people: People) -> Apart:
    """Write the id wherever a text that meant one name would now be anybody's."""
    wanted: defaultdict[str, dict[tuple[int, int], str]] = defaultdict(dict)
    for text in sorted(people.ambiguous):
        id = archive.ids.get(text, "")
        for mention in archive.mentions_of.get(id, ()):
            span = mention.ref.span
            if mention.ref.text == text and text != id:
                wanted[span.path][span.line, span.column] = id
    made: dict[str, bytes] = {}
    places: list[tuple[Span, str, str]] = []
    for path, there in wanted.items():
        text = files[path].decode("utf-8", "replace")
        found = tuple(_found(path, text, there))
        if found:
            made[path] = edits.apply(text, (edit for edit, _, _ in found)).encode()
            places += [(span, edits.source(text, piece), there[span.line, span.column]) for _, piece, span in found]
    return Apart(made, tuple(places))


def _found(path: str, text: str, wanted: Mapping[tuple[int, int], str]) -> Iterator[tuple[Edit, Piece, Span]]:
    root = opened(path, text)
    for piece in _scalars(root[0]) if root else ():
        line, column = piece.line + (root[1] if root else 1), piece.column + 1
        id = wanted.get((line, column))
        if id is not None:
            yield edits.in_place(piece, handwriting.flow(id)), piece, Span(path, line, column)


def _scalars(piece: Piece) -> Iterator[Piece]:
    if piece.form == "scalar":
        yield piece
    for inner in (*piece.elements, *(value for _, _, value in piece.pairs)):
        yield from _scalars(inner)
