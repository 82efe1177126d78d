"""Write the archive as JSON: an index, a list of each kind of record, and files for single ones.

A list holds whole records, one on each line, sorted by id. An award, an edition and a name also have a file of
their own, with the same bytes as their line in the list.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TypeVar

from ..model import Award, Edition, Name
from ..pages.context import Context, former_ids
from ..pages.parts.data_index import index
from ..pages.plan import Blob, Listed, ListFile, ListLine, Part, Piece
from .records.mapper import Shape, dump, shape_of
from .records.shapes import ARTICLE, AWARD, CATEGORY, EDITION, NAME, RESULT, result_id

OUTPUT = "api"
_R = TypeVar("_R", Award, Edition, Name)


def parts(context: Context, pages: Mapping[str, Listed]) -> Iterator[Part]:
    yield "index", partial(_index, context)
    archive = context.archive
    yield from ((f"award {key}", partial(_award, context, key)) for key in archive.awards)
    yield from ((f"edition {key}", partial(_edition, context, key)) for key in archive.editions)
    yield from ((f"name {key}", partial(_name, context, key)) for key in archive.names)
    yield from ((f"category {key}", partial(_category, context, key)) for key in archive.categories)
    yield from ((f"article {key}", partial(_article, context, key)) for key in archive.articles)


def lists(context: Context) -> Iterator[ListFile]:
    """The lists, written even if there is no record."""
    return (_list(context, kind) for kind in ("awards", "editions", "names", "categories", "results", "articles"))


def _index(context: Context) -> Iterator[Piece]:
    made = index(context)
    yield Blob(context.urls.api("index.json"), _file(dump(shape_of(type(made)), made, context)))


def _award(context: Context, key: str) -> Iterator[Piece]:
    return _both(context, AWARD, "award", key, context.archive.awards[key])


def _edition(context: Context, key: str) -> Iterator[Piece]:
    edition = context.archive.editions[key]
    yield from _both(context, EDITION, "edition", key, edition)
    results = (result for entry in edition.entries for result in entry.results)
    yield from (ListLine(_list(context, "results"), result_id(each), dump(RESULT, each, context)) for each in results)


def _name(context: Context, key: str) -> Iterator[Piece]:
    return _both(context, NAME, "name", key, context.archive.names[key])


def _category(context: Context, key: str) -> Iterator[Piece]:
    category = context.archive.categories[key]
    yield ListLine(_list(context, "categories"), key, dump(CATEGORY, category, context))


def _article(context: Context, key: str) -> Iterator[Piece]:
    yield ListLine(_list(context, "articles"), key, dump(ARTICLE, context.archive.articles[key], context))


def _both(context: Context, shape: Shape[_R], kind: str, key: str, record: _R) -> Iterator[Piece]:
    """A line in the list, and a file of its own, also at the former addresses of the record."""
    text = dump(shape, record, context)
    yield ListLine(_list(context, f"{kind}s"), key, text)
    for each in (key, *former_ids(context, kind, key)):
        yield Blob(context.urls.record(kind, each), _file(text), (record.span.path,))


def _list(context: Context, kind: str) -> ListFile:
    return ListFile(context.urls.api(f"{kind}.json"), "[\n", ",\n", "\n]\n", "[]\n", is_sorted=True)


def _file(text: str) -> bytes:
    return f"{text}\n".encode()
