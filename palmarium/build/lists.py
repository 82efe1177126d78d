"""Files of exports, made as a whole or line by line."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain
from operator import itemgetter
from types import ModuleType

from ..pages import urls
from ..pages.context import Context, addresses_before, makes
from ..pages.plan import Blob, Listed, ListFile, ListLine, Piece
from . import units
from .discovery import discover


def exports_of(context: Context) -> Iterator[ModuleType]:
    """The exports that a site makes: each whose `OUTPUT` is wanted, or that belongs to no output."""
    return (each for each in discover("exports") if not hasattr(each, "OUTPUT") or makes(context, each.OUTPUT))


EXPORTS = "exports"
Export = tuple[units.Unit, Callable[[], Iterable[Piece]]]
"""A unit that makes files and lines, and how."""


def maker_of(export: ModuleType) -> units.Unit:
    """The first part of the units of an export."""
    return EXPORTS, export.__name__.rpartition(".")[2]


def listing_of(export: ModuleType) -> units.Unit:
    """The unit that lists the parts of an export."""
    return *maker_of(export), "", ""


def whole_units(context: Context, pages: Mapping[str, Listed]) -> Iterator[Export]:
    """The units of the exports that are made as a whole."""
    for export in exports_of(context):
        if not hasattr(export, "parts"):
            make = partial(_everywhere, context, partial(export.export, context, pages))
            yield (*maker_of(export), None), make


def part_units(export: ModuleType, context: Context, pages: Mapping[str, Listed]) -> tuple[Export, ...]:
    """The units of an export that is made part by part."""
    maker = maker_of(export)
    return tuple(((*maker, key), partial(_everywhere, context, make)) for key, make in export.parts(context, pages))


def _everywhere(context: Context, make: Callable[[], Iterable[Piece]]) -> Iterator[Piece]:
    """The files of an export, each also at the addresses that follow from former ids."""
    for piece in make():
        yield piece
        if isinstance(piece, Blob):
            yield from (replace(piece, url=url) for url in addresses_before(context, piece.url))


def lists(context: Context) -> Iterator[ListFile]:
    """All files that are made of lines, including empty ones."""
    return chain.from_iterable(lists_of(context, export) for export in exports_of(context))


def lists_of(context: Context, export: ModuleType) -> Iterable[ListFile]:
    """The files that are made of lines of an export, and of no other's."""
    named: Iterable[ListFile] = export.lists(context) if hasattr(export, "lists") else ()
    return named


def export_pieces(log: units.Log, unit: units.Unit, make: Callable[[], Iterable[Piece]]) -> Iterator[Blob]:
    """The files of a unit; its lines are put into the log."""
    pieces = units.made(log, unit, lambda: tuple(make()))
    blobs = tuple(piece for piece in pieces if isinstance(piece, Blob))
    log.files[unit] = tuple(urls.path(blob.url) for blob in blobs)
    for piece in pieces:
        if isinstance(piece, ListLine):
            log.lines.setdefault(piece.file.url, []).append((unit, piece.key, piece.text.encode()))
    return iter(blobs)


def list_of(log: units.Log, of: ListFile, rows: Iterable[units.Row]) -> Blob:
    """A file made of lines, in the order in which they are made; the log keeps the length of each."""
    ordered = sorted(rows, key=itemgetter(1)) if of.is_sorted else list(rows)
    _listed(log, of, _sizes(ordered))
    lines = [text for _, _, text in ordered]
    if of.revise:
        return Blob(of.url, of.revise(None, (), lines))
    texts = of.between.encode().join(lines)
    return Blob(of.url, of.head.encode() + texts + of.tail.encode() if ordered else of.empty.encode())


def revised(
    log: units.Log,
    of: ListFile,
    old: bytes,
    there: Iterable[units.Size],
    rows: Iterable[units.Row],
    remade: Collection[units.Unit],
) -> Blob:
    """The new bytes of a file that is no text: the lines of units that were made again or removed are replaced."""
    lines, new = tuple(there), tuple(rows)
    _listed(log, of, (*(line for line in lines if line[0] not in remade), *_sizes(new)))
    gone = [key for unit, key, _ in lines if unit in remade]
    assert of.revise
    return Blob(of.url, of.revise(old, gone, [text for _, _, text in new]))


def _sizes(rows: Iterable[units.Row]) -> Iterator[units.Size]:
    return ((unit, key, len(text)) for unit, key, text in rows)


def _listed(log: units.Log, of: ListFile, lines: Iterable[units.Size]) -> None:
    units.measured(log, of.url, lines)
    log.files["lists", of.url] = (urls.path(of.url),)
