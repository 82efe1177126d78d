import pytest

from palmarium.exports import quickstatements
from tests.exports.exported import context, files

SITE = """\
-- editions/pie/award.yaml --
name: Pie
AWARD
categories: {pie: {name: Best Pie, CATEGORY}, tart: Best Tart}
-- editions/pie/2011.yaml --
ceremony: CEREMONY
results:
  pie: RESULT
-- content/names/ann-crust.md --
---
{name: Ann Crust, kind: person, wikidata: Q42}
---
"""


def told(
    result: str = "Ann Crust",
    award: str = "wikidata: Q7",
    category: str = "method: jury",
    ceremony: str = "2011-10-03",
) -> list[str]:
    site = SITE.replace("AWARD", award).replace("CATEGORY", category)
    site = site.replace("CEREMONY", ceremony).replace("RESULT", result)
    return files(quickstatements, context(site))["/data/quickstatements.txt"].decode().splitlines()


def test_a_title_is_a_statement() -> None:
    page = '"https://example.org/pies/prix/pie/2011/"'
    assert told() == [f"Q42\tP166\tQ7\tP585\t+2011-10-03T00:00:00Z/11\tS854\t{page}"]


@pytest.mark.parametrize(
    ("ceremony", "time"), [("2011-10", "+2011-10-00T00:00:00Z/10"), ("2011", "+2011-00-00T00:00:00Z/9")]
)
def test_a_time_is_as_precise_as_it_is_known(ceremony: str, time: str) -> None:
    assert told(ceremony=ceremony)[0].split("\t")[4] == time


def test_a_year_of_an_edition_is_no_time() -> None:
    assert told(ceremony="{city: Paris}") == ['Q42\tP166\tQ7\tS854\t"https://example.org/pies/prix/pie/2011/"']


@pytest.mark.parametrize(
    "result",
    [
        "Ben Crumble",
        "{laureate: Ann Crust, acceptance: declined}",
        "{laureate: Ann Crust, status: revoked, status_reason: Bought.}",
        "{laureate: Ann Crust, distinction: finalist}",
    ],
)
def test_what_is_not_sure_is_not_said(result: str) -> None:
    assert told(result) == []


def test_what_was_received_is_the_category_where_that_has_an_item() -> None:
    assert [line.split("\t")[2] for line in told(category="wikidata: Q70")] == ["Q70"]
    assert [line.split("\t")[2] for line in told(category="wikidata: Q70", award="short: Pie")] == ["Q70"]


def test_an_award_without_an_item_is_not_told() -> None:
    assert told(award="short: Pie") == []
