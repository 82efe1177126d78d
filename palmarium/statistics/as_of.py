"""The date of the data: the newest that the records state of what has happened. No clock is asked."""

from collections.abc import Iterator

from ..model import Date
from ..model.archive import Archive
from .memoize import once


@once
def data_as_of(archive: Archive) -> Date | None:
    """The newest date of a source (when it appeared or was read), of an article, or of a ceremony with results."""
    return max(_dates(archive), key=lambda date: date.last, default=None)


def _dates(archive: Archive) -> Iterator[Date]:
    for source in (source for record in archive.sourced for source in record.sources):
        yield from filter(None, (source.date, source.accessed))
    yield from (article.date for article in archive.articles.values() if article.date)
    for edition in archive.editions.values():
        if edition.ceremony.date and any(entry.results for entry in edition.entries):
            yield edition.ceremony.until or edition.ceremony.date
