"""Write the archive as JSON: an index, a list of each kind of record, and files for single ones.

A list holds whole records, one on each line, sorted by id. An award, an edition and a name also have a file of
their own, with the same bytes as their line in the list.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from ..pages.context import Context
from ..pages.parts.data_index import index
from ..pages.plan import Blob, Page
from .records.convert import Results, article, award, category, edition, names, results
from .records.encode import dump

Line = tuple[str, str, str]
"""A record's id, its JSON, and the file it was written in."""

Written = Mapping[int, str]
"""The JSON of results, by the `id()` of their record: editions and names show them again."""


def export(context: Context, pages: tuple[Page, ...]) -> Iterator[Blob]:
    del pages
    found = results(context)
    written = MappingProxyType({id(each): dump(each) for each in found.values()})
    yield Blob(context.urls.api("index.json"), _file(dump(index(context))))
    yield from _files(context, "award", _awards(context))
    yield from _files(context, "edition", _editions(context, found, written))
    yield from _files(context, "name", _names(context, found, written))
    yield _list(context, "categories", _categories(context))
    yield _list(context, "results", ((key, written[id(each)], "") for key, each in found.items()))
    yield _list(context, "articles", _articles(context))


def _files(context: Context, kind: str, lines: Iterable[Line]) -> Iterator[Blob]:
    """A list, and a file for each record."""
    kept = tuple(lines)
    yield _list(context, f"{kind}s", kept)
    for key, text, source in kept:
        yield Blob(context.urls.record(kind, key), _file(text), (source,))


def _list(context: Context, kind: str, lines: Iterable[Line]) -> Blob:
    ordered = ",\n".join(text for _, text, _ in sorted(lines))
    return Blob(context.urls.api(f"{kind}.json"), _file(f"[\n{ordered}\n]" if ordered else "[]"))


def _file(text: str) -> bytes:
    return f"{text}\n".encode()


def _awards(context: Context) -> Iterator[Line]:
    for each in context.archive.awards.values():
        yield each.id, dump(award(context, each)), each.span.path


def _editions(context: Context, found: Results, written: Written) -> Iterator[Line]:
    for each in context.archive.editions.values():
        yield each.key, dump(edition(context, each, found), written), each.span.path


def _names(context: Context, found: Results, written: Written) -> Iterator[Line]:
    for each in names(context, found):
        yield each.id, dump(each, written), context.archive.names[each.id].span.path


def _categories(context: Context) -> Iterator[Line]:
    for each in context.archive.categories.values():
        yield each.key, dump(category(context, each)), each.span.path


def _articles(context: Context) -> Iterator[Line]:
    for each in context.archive.articles.values():
        yield each.id, dump(article(context, each)), each.span.path
