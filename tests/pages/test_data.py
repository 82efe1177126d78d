from itertools import chain

from palmarium.exports import api, feed, schemas, tables
from palmarium.pages import data
from tests.exports.exported import PIE, context, files


def test_every_file_that_is_offered_is_written() -> None:
    there = context(PIE)
    view = data.data_view(there)
    written = dict(chain.from_iterable(files(export, there).items() for export in (api, feed, schemas, tables)))
    offered = {view.index, view.index_schema, view.feed, view.example, *(table.url for table in view.tables)}
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
