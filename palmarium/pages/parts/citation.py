"""Citations of pages: author, title, date and address."""

from dataclasses import dataclass, replace

from ...model import Article, Date, Edition, Kind, Name
from ..context import Context, award_then, makes
from ..urls import absolute

FORMS = ("bib", "ris", "json")
"""Endings of the files of a citation: BibTeX, RIS and CSL-JSON."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote a page; `sort` is `Family, Given` where a person's file says so."""

    name: str
    sort: str
    person: bool


@dataclass(frozen=True, slots=True)
class PageCitation:
    """The citation of a page, without the day of reading, which the reader adds; `url` is absolute.

    `files` are the addresses of the citation for programs, BibTeX, RIS, CSL-JSON: of an article or an edition, where
    the site makes them. A name has a sentence alone, else thousands of names would be three times as many files.
    """

    id: str
    title: str
    authors: tuple[Author, ...]
    date: Date | None
    site: str
    publisher: str
    url: str
    language: str
    files: tuple[str, ...]


def cite_article(context: Context, article: Article) -> PageCitation:
    names = tuple(context.archive.name(ref) for ref in article.author if ref.text in context.archive.ids)
    authors = tuple(Author(name.name, name.sort, name.kind is Kind.PERSON) for name in names)
    made = _citation(context, context.urls.article(article.id), article.id, article.title, authors, article.date)
    return replace(made, language=context.archive.language_of(article))


def cite_edition(context: Context, edition: Edition) -> PageCitation:
    title = f"{award_then(context, edition)} {edition.label}"
    return _citation(context, context.urls.edition(edition.key), edition.key.replace("/", "-"), title)


def cite_name(context: Context, name: Name) -> PageCitation:
    return replace(_citation(context, context.urls.name(name.id), name.id, name.full), files=())


def _citation(
    context: Context, url: str, id: str, title: str, authors: tuple[Author, ...] = (), date: Date | None = None
) -> PageCitation:
    config = context.config
    return PageCitation(
        id,
        title,
        authors,
        date,
        config.title,
        config.publisher if config.publisher != config.title else "",
        absolute(url, config.base_url),
        config.language,
        tuple(f"{url}citation.{form}" for form in FORMS) if makes(context, "citations") else (),
    )
