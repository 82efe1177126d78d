"""The item of Wikidata stands under `wikidata`."""

import pytest

from palmarium.checks import wikidata_links
from tests.archives import hints, told

SITE = """\
-- editions/pie/award.yaml --
name: The Golden Pie
LINES
categories: {pie: Pie}
-- editions/pie/2011.yaml --
results: {pie: Cy Dough}
-- content/names/cy-dough.md --
---
name: Cy Dough
kind: person
OTHERS
---
"""


def site(award: str = "country: GB", name: str = "country: GB") -> str:
    return SITE.replace("LINES", award).replace("OTHERS", name)


@pytest.mark.parametrize(
    "url",
    [
        *(
            "https://www.wikidata.org/wiki/Q42",
            "http://wikidata.org/entity/Q42",
            "https://m.wikidata.org/wiki/Q42?uselang=fr",
        ),
        "https://www.wikidata.org/wiki/Special:EntityData/Q42.json",
    ],
)
def test_the_address_of_an_item_is_told_on_awards_and_names(url: str) -> None:
    said = "is the item of {} on Wikidata, for which there is the key `wikidata`"
    links = f"links: [https://pie.example/, '{url}']"
    assert told(wikidata_links, site(award=links)) == [
        f'editions/pie/award.yaml:1:1: "{url}" {said.format("The Golden Pie")}'
    ]
    assert told(wikidata_links, site(name=links)) == [
        f'content/names/cy-dough.md:2:1: "{url}" {said.format("Cy Dough")}'
    ]
    assert hints(wikidata_links, site(award=links)) == ["write `wikidata: Q42` in place of this link"]


def test_what_wikidata_says_already_is_told_and_another_item_too() -> None:
    links = "links: https://www.wikidata.org/wiki/Q42"
    assert hints(wikidata_links, site(f"wikidata: Q42\n{links}")) == ["delete it: `wikidata: Q42` is there"]
    assert hints(wikidata_links, site(f"wikidata: Q7\n{links}")) == ["delete the link, or write `wikidata: Q42`"]


@pytest.mark.parametrize("url", ["https://en.wikipedia.org/wiki/Q42", "https://www.wikidata.org/wiki/Property:P31"])
def test_other_addresses_are_free(url: str) -> None:
    assert told(wikidata_links, site(f"links: {url}", f"links: {url}")) == []
