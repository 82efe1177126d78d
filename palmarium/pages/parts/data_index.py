"""The index of the published data: its records and tables, their addresses and licences."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Annotated, get_args, get_type_hints

from ...statistics.as_of import data_as_of
from ...statistics.titles import ALL, laureate_names, titles
from ..context import Context, makes, public
from ..messages import Message

VERSION = "1"
SINGLE = ("awards", "editions", "names")
"""The kinds whose records also have a file each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Licences:
    """On which terms data and texts may be used again."""

    data: Annotated[str, "address of the licence of the data"] = ""
    text: Annotated[str, "address of the licence of the texts"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """How many of each the archive holds."""

    awards: Annotated[int, "awards"]
    editions: Annotated[int, "editions"]
    categories: Annotated[int, "categories"]
    names: Annotated[int, "names"]
    results: Annotated[int, "results"]
    titles: Annotated[int, "titles: active winning results, each times its number of trophies"]
    laureates: Annotated[int, "distinct names with at least one title"]
    articles: Annotated[int, "articles"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """One kind of record, and where it is."""

    url: Annotated[str, "list of all records, by id"]
    one: Annotated[str, "address of one record: put its id for {id}, with - instead of /"] = ""
    schema: Annotated[str, "JSON Schema of one record"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoints:
    """The kinds of record."""

    awards: Annotated[Endpoint, "prize programmes"]
    editions: Annotated[Endpoint, "each holding of an award"]
    categories: Annotated[Endpoint, "lines of a palmarès"]
    names: Annotated[Endpoint, "persons, organisations, teams and works"]
    results: Annotated[Endpoint, "who got what in one category of one edition"]
    articles: Annotated[Endpoint, "texts about all of them"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Addresses of the same data as tables (CSV)."""

    results: Annotated[str, "a row for each laureate of each result, one without a name where nobody knows whose it is"]
    editions: Annotated[str, "a row for each edition"]
    names: Annotated[str, "a row for each name"]
    categories: Annotated[str, "a row for each category in each edition"]
    juries: Annotated[str, "a row for each juror of each edition"]
    claims: Annotated[str, "a row for each claim"]
    sources: Annotated[str, "a row for each source of each record"]
    reconciliation: Annotated[
        str,
        "a row for each name that is not withheld, each award, edition and category, with what it is called and its ids"
        " elsewhere, to match lists with",
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:  # its name is published: it is that of its schema
    """What there is to read, and on which terms."""

    title: Annotated[str, "title of the site"]
    description: Annotated[str, "a sentence or two about it"] = ""
    url: Annotated[str, "its home page"]
    language: Annotated[str, "language of its texts"]
    publisher: Annotated[str, "who publishes it"] = ""
    licence: Annotated[Licences | None, "on which terms it may be used again"] = None
    generator: Annotated[str, "the program that made it"]
    version: Annotated[str, "version of this interface"]
    format: Annotated[str, "the same: while it stays, what is there keeps its name, its type and its meaning"]
    data_as_of: Annotated[str, "newest date that the records and their sources state; never that of a build"] = ""
    counts: Annotated[Totals, "how many of each it holds"]
    endpoints: Annotated[Endpoints, "the records"]
    tables: Annotated[Tables | None, "the same as tables"] = None
    database: Annotated[str, "the same as one file, for SQLite"] = ""
    package: Annotated[str, "what each column of the tables is, as a Data Package"] = ""
    feed: Annotated[str, "address of the Atom feed"] = ""
    openapi: Annotated[str, "what can be asked, as OpenAPI 3.1 says it"]
    json_feed: Annotated[str, "address of the same as JSON Feed"] = ""
    calendar: Annotated[str, "address of the calendar (iCalendar)"] = ""


RECORDS: MappingProxyType[str, str] = MappingProxyType(
    {name: get_args(hint)[1] for name, hint in get_type_hints(Endpoints, include_extras=True).items()}
)
"""The kinds of record, each with what one is."""

LISTS = tuple(RECORDS)
TABLES: MappingProxyType[str, str] = MappingProxyType(
    {name: get_args(hint)[1] for name, hint in get_type_hints(Tables, include_extras=True).items()}
)
"""The tables by name, each with what a row of it is."""

VIEWS: MappingProxyType[str, Message] = MappingProxyType(
    {
        "winners": Message("who won what, and when: a row for each laureate of each title that stands"),
        "titles_by_name": Message("how many titles each name has, in how many editions, from when to when"),
        "titles_by_year": Message("how many titles each award gave each year, and to how many names"),
        "holders": Message("who held each category, edition by edition"),
        "jury_seats": Message("on how many juries each name sat, from when to when"),
        "differing_claims": Message("numbers that somebody stated and that the archive counts otherwise"),
    }
)
"""The views of the database by name, each with what it tells."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of the data: its media type, what it is, and the output of a site that it belongs to."""

    type: str
    says: Message
    output: str


FILES: MappingProxyType[str, File] = MappingProxyType(
    {
        "archive.sqlite": File("application/vnd.sqlite3", Message("all tables in one file, for SQLite"), "database"),
        "datapackage.json": File(
            "application/json", Message("what each column is, for programs (Data Package)"), "tables"
        ),
        "README.md": File("text/markdown", Message("what each column is, for people"), "tables"),
        "quickstatements.txt": File(
            "text/plain",
            Message("awards received, for Wikidata, of names and awards whose item there is known"),
            "quickstatements",
        ),
        "SHA256SUMS": File("text/plain", Message("the checksum of each file of the data"), ""),
    }
)
"""The files of the data beside its tables."""

CONTRACT: tuple[tuple[Message, Message], ...] = (
    (
        Message("Form"),
        Message(
            "Keys, columns and files may come; those that are there keep their name, their type and their meaning, as"
            " long as “format” in index.json stays."
        ),
    ),
    (Message("References"), Message("The id of another record always leads to a record that is there.")),
    (
        Message("Missing"),
        Message(
            "A key that is not there, or an empty cell, means that nothing was recorded, not that there was nothing; an"
            " unknown result says so in words."
        ),
    ),
    (
        Message("Addresses"),
        Message("An address that was published stays, or leads on; an id may change, and leads on as well."),
    ),
    (Message("Names"), Message("The name is that of today; that of the time stands beside it where it differs.")),
    (Message("Dates"), Message("As precise as they are known: 2011-10-03, 2010-10, 2008.")),
    (Message("Counts"), Message("Those that may be too small are named under “at_least”.")),
    (
        Message("Bytes"),
        Message("The same sources give the same bytes: a file that has not changed has no other checksum."),
    ),
)
"""What whoever uses the data may count on, each under a word."""


def files(context: Context) -> Mapping[str, File]:
    """The files beside the tables that the site makes; the checksums are those of the others."""
    made = {name: file for name, file in FILES.items() if file.output and makes(context, file.output)}
    return MappingProxyType(made and made | {name: file for name, file in FILES.items() if not file.output})


def index(context: Context) -> Index:
    config, urls = context.config, context.urls

    def made(output: str, url: str) -> str:
        return public(context, url) if makes(context, output) else ""

    tables = Tables(**{kind: public(context, urls.table(kind)) for kind in TABLES})
    return Index(
        title=config.title,
        description=config.description,
        url=public(context, urls.home()),
        language=config.language,
        publisher=config.publisher,
        licence=Licences(data=config.data_licence, text=config.text_licence),
        generator="palmarium",
        version=VERSION,
        format=VERSION,
        data_as_of=as_of(context),
        counts=_totals(context),
        endpoints=Endpoints(**{kind: endpoint(context, kind, partial(public, context)) for kind in LISTS}),
        tables=tables if makes(context, "tables") else None,
        database=made("database", urls.data("archive.sqlite")),
        package=made("tables", urls.data("datapackage.json")),
        feed=made("feed", urls.feed()),
        openapi=public(context, urls.api("openapi.json")),
        json_feed=made("feed", urls.json_feed()),
        calendar=made("calendar", urls.calendar()),
    )


def as_of(context: Context) -> str:
    """The newest date that the records state; nothing where they state none."""
    return str(data_as_of(context.archive) or "")


def _totals(context: Context) -> Totals:
    archive = context.archive
    return Totals(
        awards=len(archive.awards),
        editions=len(archive.editions),
        categories=len(archive.categories),
        names=len(archive.names),
        results=len(archive.results),
        titles=titles(archive, ALL).value,
        laureates=len(laureate_names(archive, ALL)),
        articles=len(archive.articles),
    )


def endpoint(context: Context, kind: str, spelled: Callable[[str], str] = str) -> Endpoint:
    """The files of one kind of record; addresses of this site, unless they are `spelled` otherwise."""
    urls = context.urls
    return Endpoint(
        url=spelled(urls.api(f"{kind}.json")),
        one=spelled(urls.api(f"{kind}/")) + "{id}.json" if kind in SINGLE else "",
        schema=spelled(urls.api(f"schema/{schema_of(kind)}.json")),
    )


def schema_of(kind: str) -> str:
    """`category` for `categories`: a schema has the name of one record."""
    return kind.removesuffix("ies") + "y" if kind.endswith("ies") else kind.removesuffix("s")
