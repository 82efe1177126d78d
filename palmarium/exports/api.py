"""Write the archive as JSON: an index, a list of each kind of record, and files for single ones.

A list holds whole records, one on each line, sorted by id. An award, an edition and a name also have a file of
their own, with the same bytes as their line in the list.
"""

from collections.abc import Iterator, Mapping
from functools import partial

from ..pages.context import Context, former_ids
from ..pages.parts.data_index import index
from ..pages.plan import Blob, Listed, ListFile, ListLine, Part, Piece
from .records.convert import article, award, category, edition, name, written_results
from .records.encode import dump

OUTPUT = "api"


def parts(context: Context, pages: Mapping[str, Listed]) -> Iterator[Part]:
    del pages
    yield "index", partial(_index, context)
    archive = context.archive
    yield from ((f"award {key}", partial(_award, context, key)) for key in archive.awards)
    yield from ((f"edition {key}", partial(_edition, context, key)) for key in archive.editions)
    yield from ((f"name {key}", partial(_name, context, key)) for key in archive.names)
    yield from ((f"category {key}", partial(_category, context, key)) for key in archive.categories)
    yield from ((f"article {key}", partial(_article, context, key)) for key in archive.articles)


def lists(context: Context) -> Iterator[ListFile]:
    """The lists, which are there even without a record."""
    return (_list(context, kind) for kind in ("awards", "editions", "names", "categories", "results", "articles"))


def _index(context: Context) -> Iterator[Piece]:
    yield Blob(context.urls.api("index.json"), _file(dump(index(context))))


def _award(context: Context, key: str) -> Iterator[Piece]:
    written = context.archive.awards[key]
    return _both(context, "award", key, dump(award(context, written)), written.span.path)


def _edition(context: Context, key: str) -> Iterator[Piece]:
    written = context.archive.editions[key]
    results = written_results(context, key)
    known = {id(made): text for made, text in results.values()}
    yield from _both(context, "edition", key, dump(edition(context, written), known), written.span.path)
    yield from (ListLine(_list(context, "results"), id, text) for id, (_, text) in results.items())


def _name(context: Context, key: str) -> Iterator[Piece]:
    written = context.archive.names[key]
    made, known = name(context, written)
    return _both(context, "name", key, dump(made, known), written.span.path)


def _category(context: Context, key: str) -> Iterator[Piece]:
    yield ListLine(_list(context, "categories"), key, dump(category(context, context.archive.categories[key])))


def _article(context: Context, key: str) -> Iterator[Piece]:
    yield ListLine(_list(context, "articles"), key, dump(article(context, context.archive.articles[key])))


def _both(context: Context, kind: str, key: str, text: str, source: str) -> Iterator[Piece]:
    """A line in the list, and a file of its own, which stands at the addresses that the record had before as well."""
    yield ListLine(_list(context, f"{kind}s"), key, text)
    for each in (key, *former_ids(context, kind, key)):
        yield Blob(context.urls.record(kind, each), _file(text), (source,))


def _list(context: Context, kind: str) -> ListFile:
    return ListFile(context.urls.api(f"{kind}.json"), "[\n", ",\n", "\n]\n", "[]\n", is_sorted=True)


def _file(text: str) -> bytes:
    return f"{text}\n".encode()
