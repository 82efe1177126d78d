"""The page of data: downloads, their forms and licences."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Date
from ..statistics.as_of import data_as_of
from .context import Context, makes
from .links import Definition, Head, Html, section_head
from .messages import Message
from .parts.calendar import without_a_day
from .parts.data_index import CONTRACT, FILES, LISTS, TABLES, VIEWS, as_of, endpoint, files, index
from .parts.linked_data import dataset
from .plan import Page

TEMPLATE = "page/data.html"
_WHOLE = Message("The whole archive as JSON, CSV and SQLite, with its schemas, its licence and its feed.")
_SOME = Message("What of this archive can be downloaded, and on which terms.")
_OF_ALL = ("api", "tables", "database", "feed")


@dataclass(frozen=True, slots=True)
class Listing:
    """Records of one kind as JSON: how many, the list, the pattern of single ones (empty: none), their schema."""

    kind: str
    count: int
    url: str
    one: str
    schema: str


@dataclass(frozen=True, slots=True)
class TableFile:
    """A table of the data."""

    kind: str
    url: str


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file beside the tables."""

    url: str
    type: str
    says: Message


@dataclass(frozen=True, slots=True)
class View:
    """What can be downloaded; every address is one of this site, and empty where the site makes no such file.

    `forms` are the names of the forms in which the archive is there.
    """

    head: Head
    forms: tuple[str, ...]
    index: str
    openapi: str
    endpoints: tuple[Listing, ...]
    tables: tuple[TableFile, ...]
    files: tuple[DataFile, ...]
    views: tuple[Definition, ...]
    contract: tuple[Definition, ...]
    as_of: Date | None
    feed: str
    json_feed: str
    feed_of_changes: str
    has_feeds: bool
    calendar: str
    without_a_day: int
    example: str
    titles: int
    laureates: int


def pages(context: Context) -> Iterator[Page]:
    view = data_view(context)
    yield Page(view.head.url, TEMPLATE, view)


def _forms(context: Context) -> Iterator[tuple[str, str]]:
    """The forms in which the whole is there, each with its media type."""
    urls = context.urls
    if makes(context, "database"):
        yield urls.data("archive.sqlite"), FILES["archive.sqlite"].type
    yield from ((urls.table(name), "text/csv") for name in TABLES if makes(context, "tables"))
    yield from ((urls.api(f"{kind}.json"), "application/json") for kind in LISTS if makes(context, "api"))


def data_view(context: Context) -> View:
    urls = context.urls
    counts = index(context).counts
    url = urls.section("data")
    said = _WHOLE if all(makes(context, each) for each in _OF_ALL) else _SOME
    forms = tuple(_forms(context))
    api, tables, database, feed = (makes(context, each) for each in _OF_ALL)
    named = (("JSON", api), ("CSV", tables), ("SQLite", database), ("Atom", feed))
    return View(
        head=section_head(
            context,
            "data",
            said,
            title=Message("Data"),
            json_ld=dataset(context, url, as_of(context), said, forms) if forms else Html(""),
        ),
        forms=tuple(name for name, is_there in named if is_there),
        index=urls.api("index.json") if api else "",
        openapi=urls.api("openapi.json") if api else "",
        endpoints=tuple(
            Listing(kind, getattr(counts, kind), there.url, there.one, there.schema)
            for kind, there in ((kind, endpoint(context, kind)) for kind in LISTS if api)
        ),
        tables=tuple(TableFile(kind, urls.table(kind)) for kind in TABLES if tables),
        files=tuple(DataFile(urls.data(name), file.type, file.says) for name, file in files(context).items()),
        views=tuple(Definition(name, says) for name, says in VIEWS.items() if database),
        contract=tuple(Definition(term, says) for term, says in CONTRACT if forms),
        as_of=data_as_of(context.archive),
        feed=urls.feed() if feed else "",
        json_feed=urls.json_feed() if feed else "",
        feed_of_changes=f"{urls.section('changes')}feed.xml" if feed and context.changes is not None else "",
        has_feeds=makes(context, "feeds"),
        calendar=urls.calendar() if makes(context, "calendar") else "",
        without_a_day=without_a_day(context.archive),
        example=next((urls.record("edition", key) for key in reversed(tuple(context.archive.editions)) if api), ""),
        titles=counts.titles,
        laureates=counts.laureates,
    )
