import json
from typing import Any
from xml.etree import ElementTree as xml

from palmarium.exports import feed, feeds
from tests.exports.exported import PIE, context, files, read
from tests.exports.test_feed import ATOM, texts

HERE = "https://example.org/pies"


def written(more: str = "") -> dict[str, bytes]:
    return files(feeds, context(PIE + more))


def items(url: str, more: str = "") -> list[Any]:
    found: list[Any] = read(written(more), url)["items"]
    return found


def test_awards_categories_and_names_with_a_file_have_a_feed_beside_their_page() -> None:
    assert {url for url in written() if url.endswith(".xml")} == {
        *("/prix/pie/feed.xml", "/prix/crumb/feed.xml"),
        *(f"/prix/pie/categorie/{id}/feed.xml" for id in ("pie", "tart", "crust")),
        "/prix/crumb/categorie/crumb/feed.xml",
        "/noms/ann-crust/feed.xml",
    }
    assert {url.replace(".xml", ".json") for url in written()} == {url for url in written() if url.endswith(".json")}


def test_what_has_nothing_to_tell_has_no_feed() -> None:
    nobody = "-- content/names/jo-judge.md --\n---\nname: Jo Judge\nkind: person\n---\n"
    quiet = "-- editions/quiet/award.yaml --\nname: Quiet\ncategories: {hush: Hush}\n"
    assert written(nobody + quiet).keys() == written().keys()


def test_the_feed_of_an_award_tells_of_its_editions_and_articles() -> None:
    found = xml.fromstring(written()["/prix/pie/feed.xml"])
    assert texts(found, "entry/title") == ["A pie report", "Pie 2011 – trust", "Pie 2010"]
    assert texts(found, "title") == ["Fictional Pie Award – Tartes"]
    assert texts(found, "id") == ["tag:example.org,2026:#award-pie"]
    links = {link.get("rel"): link.get("href") for link in found.findall(f"{ATOM}link")}
    assert links == {"self": f"{HERE}/prix/pie/feed.xml", "alternate": f"{HERE}/prix/pie/"}


def test_the_feed_of_a_category_tells_who_holds_it() -> None:
    (held,) = (item for item in items("/prix/pie/categorie/pie/feed.json") if "#edition-" in item["id"])
    assert held["title"] == "Pie 2011 – Ann Crust, Ben Crumble"
    assert held["url"] == f"{HERE}/prix/pie/2011/#pie"
    assert items("/prix/pie/categorie/tart/feed.json") == []


def test_the_feed_of_a_name_tells_what_it_got() -> None:
    told = [(item["title"], item["content_text"]) for item in items("/noms/ann-crust/feed.json")]
    assert told == [
        ("Crumb Cup 2012 – Best Crumb", "classé n° 2"),
        ("A pie report", "Crust & crumble."),
        ("Pie 2011 – Best Pie", "lauréat"),
        ("Pie 2010", "lauréat"),
    ]


def test_only_a_known_day_is_a_day_of_publication() -> None:
    dated = {item["title"]: item.get("date_published") for item in items("/noms/ann-crust/feed.json")}
    assert dated["Pie 2011 – Best Pie"] == "2011-10-03T00:00:00Z"
    assert dated["Pie 2010"] is None


def test_ids_are_unique_and_outlive_the_ids_of_records() -> None:
    before = items("/noms/ann-crust/feed.json")
    assert len({item["id"] for item in before}) == len(before)
    renamed = PIE.replace("  pie: {name: Best Pie, method: jury}", "  best: {name: Best Pie, formerly: [pie]}")
    renamed = renamed.replace("from: pie", "from: best").replace("  pie:\n    laureate", "  best:\n    laureate")
    renamed = renamed.replace("[[pie/pie|the prize]]", "the prize")
    after = read(files(feeds, context(renamed)), "/noms/ann-crust/feed.json")["items"]
    assert [item["id"] for item in after] == [item["id"] for item in before]


def test_a_json_feed_has_what_its_form_asks_for() -> None:
    both = {**written(), **files(feed, context(PIE))}
    for url, data in both.items():
        if url.endswith(".json"):
            told = json.loads(data)
            assert told["version"] == "https://jsonfeed.org/version/1.1"
            assert told["feed_url"] == HERE + url
            assert told["home_page_url"] == (HERE + url).removesuffix("feed.json")
            for item in told["items"]:
                assert item["id"].startswith("tag:")
                assert item["content_text"]
                assert item["url"].startswith(f"{HERE}/")
            assert "null" not in data.decode()


def test_both_forms_hold_the_same_entries() -> None:
    both = {**written(), **files(feed, context(PIE))}
    for url, data in both.items():
        if url.endswith(".xml"):
            found = xml.fromstring(data)
            ids = [item["id"] for item in read(both, url.replace(".xml", ".json"))["items"]]
            assert [entry.findtext(f"{ATOM}id") for entry in found.findall(f"{ATOM}entry")] == ids
