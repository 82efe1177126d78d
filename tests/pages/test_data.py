from itertools import chain

from palmarium.exports import api, calendar, data_package, data_readme, database, feed, schemas, tables
from palmarium.pages import data
from tests.exports.exported import PIE, context, files

EXPORTS = (api, calendar, data_package, data_readme, database, feed, schemas, tables)


def test_every_file_that_is_offered_is_written() -> None:
    there = context(PIE)
    view = data.data_view(there)
    written = dict(chain.from_iterable(files(export, there).items() for export in EXPORTS))
    written["/data/SHA256SUMS"] = b""
    offered = {view.index, view.index_schema, view.feed, view.json_feed, view.calendar, view.example}
    offered |= {file.url for file in (*view.tables, *view.files)}
    for endpoint in view.endpoints:
        offered |= {endpoint.url, endpoint.schema}
    assert offered - set(written) == set()


def test_records_are_counted() -> None:
    there = context(PIE)
    counts = {endpoint.kind: endpoint.count for endpoint in data.data_view(there).endpoints}
    assert counts["editions"] == len(there.archive.editions)
    assert counts["results"] == len(there.archive.results)


def test_an_empty_archive_offers_no_example() -> None:
    assert data.data_view(context("")).example == ""
