import json
from dataclasses import replace
from itertools import chain

from palmarium.build.units import publications
from palmarium.exports import (
    api,
    calendar,
    changes_feed,
    data_package,
    data_readme,
    database,
    feed,
    openapi,
    quickstatements,
    schemas,
    tables,
)
from palmarium.pages import data
from tests.exports.exported import PIE, context, files

EXPORTS = (api, calendar, data_package, data_readme, database, feed, openapi, quickstatements, schemas, tables)


def test_every_file_that_is_offered_is_written() -> None:
    there = context(PIE)
    view = data.data_view(there)
    written = dict(chain.from_iterable(files(export, there).items() for export in EXPORTS))
    written["/data/SHA256SUMS"] = b""
    offered = {view.index, view.openapi, view.feed, view.json_feed, view.calendar, view.example}
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


def test_search_engines_are_told_of_a_dataset_and_its_files() -> None:
    there = context(PIE)
    written = dict(chain.from_iterable(files(export, there).items() for export in EXPORTS))
    [told] = json.loads(data.data_view(there).head.json_ld.html)["@graph"]
    assert (told["@type"], told["version"], told["temporalCoverage"]) == ("Dataset", "2012", "2010/2012")
    assert len(told["description"]) >= 50
    addresses = {file["contentUrl"].removeprefix("https://example.org/pies") for file in told["distribution"]}
    assert addresses - set(written) == set()
    assert {"/data/archive.sqlite", "/data/results.csv", "/api/v1/results.json"} <= addresses
    [empty] = json.loads(data.data_view(context("")).head.json_ld.html)["@graph"]
    assert "temporalCoverage" not in empty


def test_the_feed_of_changes_is_offered_where_it_is_written() -> None:
    assert data.data_view(context(PIE)).feed_of_changes == ""
    there = replace(context(PIE), changes=publications(()))
    assert data.data_view(there).feed_of_changes in files(changes_feed, there)
    outputs = there.config.outputs.model_copy(update={"feed": False})
    without = replace(there, config=there.config.model_copy(update={"outputs": outputs}))
    assert data.data_view(without).feed_of_changes == ""
