"""The page of data: downloads, their forms and licences."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Date
from ..statistics.as_of import data_as_of
from .context import Context
from .links import Head, crumbs
from .messages import Message
from .parts.calendar import without_a_day
from .parts.data_index import CONTRACT, FILES, LISTS, TABLES, VIEWS, as_of, endpoint, index
from .parts.linked_data import WHOLE, dataset
from .plan import Page

TEMPLATE = "page/data.html"


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
class Promise:
    """What whoever uses the data may count on."""

    term: Message
    says: Message


@dataclass(frozen=True, slots=True)
class Question:
    """A view of the database, and what it tells."""

    name: str
    says: Message


@dataclass(frozen=True, slots=True)
class View:
    """What can be downloaded; every address is one of this site."""

    head: Head
    index: str
    index_schema: str
    openapi: str
    endpoints: tuple[Listing, ...]
    tables: tuple[TableFile, ...]
    files: tuple[DataFile, ...]
    views: tuple[Question, ...]
    contract: tuple[Promise, ...]
    as_of: Date | None
    feed: str
    json_feed: str
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
    yield urls.data("archive.sqlite"), FILES["archive.sqlite"].type
    yield from ((urls.table(name), "text/csv") for name in TABLES)
    yield from ((urls.api(f"{kind}.json"), "application/json") for kind in LISTS)


def data_view(context: Context) -> View:
    urls = context.urls
    counts = index(context).counts
    url = urls.section("data")
    return View(
        head=Head(
            url=url,
            title=Message("Data"),
            description=WHOLE,
            crumbs=crumbs(),
            section=url,
            json_ld=dataset(context, url, as_of(context), _forms(context)),
        ),
        index=urls.api("index.json"),
        index_schema=urls.api("schema/index.json"),
        openapi=urls.api("openapi.json"),
        endpoints=tuple(
            Listing(kind, getattr(counts, kind), files.url, files.one, files.schema)
            for kind, files in ((kind, endpoint(context, kind)) for kind in LISTS)
        ),
        tables=tuple(TableFile(kind, urls.table(kind)) for kind in TABLES),
        files=tuple(DataFile(urls.data(name), file.type, file.says) for name, file in FILES.items()),
        views=tuple(Question(name, says) for name, says in VIEWS.items()),
        contract=tuple(Promise(term, says) for term, says in CONTRACT),
        as_of=data_as_of(context.archive),
        feed=urls.feed(),
        json_feed=urls.json_feed(),
        calendar=urls.calendar(),
        without_a_day=without_a_day(context.archive),
        example=next((urls.record("edition", key) for key in reversed(tuple(context.archive.editions))), ""),
        titles=counts.titles,
        laureates=counts.laureates,
    )
