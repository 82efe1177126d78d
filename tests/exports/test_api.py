import json
from typing import Any

import pytest

from palmarium.exports import api
from tests.conftest import sections
from tests.exports.exported import PIE, context, exported, files, read, reference

HERE = "https://example.org/pies"


@pytest.fixture(scope="module")
def written() -> dict[str, bytes]:
    return files(api, context(PIE))


@pytest.fixture(scope="module")
def real() -> dict[str, bytes]:
    return files(api, reference())


def edition(written: dict[str, bytes], id: str) -> Any:
    return read(written, f"/api/v1/editions/{id}.json")


def name(written: dict[str, bytes], id: str) -> Any:
    return read(written, f"/api/v1/names/{id}.json")


def test_a_result_is_written_in_one_order_without_what_is_empty(written: dict[str, bytes]) -> None:
    result = edition(written, "pie-2011")["categories"][0]["results"][0]
    expected = {
        "id": "pie/2011/pie--ann-crust",
        "url": f"{HERE}/prix/pie/2011/#pie--ann-crust",
        "award": "pie",
        "edition": "pie/2011",
        "label": "Pie 2011",
        "date": "2011-10-03",
        "category": "pie/pie",
        "category_name": "Best Pie",
        "laureates": [
            {
                "id": "ann-crust",
                "name": "Ann Crust",
                "kind": "person",
                "as": "baker",
                "posts": [
                    {"role": "head baker", "org": {"id": "oven-co", "name": "Oven & Co", "kind": "organisation"}}
                ],
                "share": "1/2",
            },
            {"id": "ben-crumble", "name": "Ben Crumble", "kind": "organisation", "share": "1/2"},
        ],
        "distinction": "winner",
        "title": True,
        "count": 1,
        "status": "active",
        "acceptance": "received",
        "for": [{"title": "Blackbird Pie"}],
        "represented_by": [{"id": "lee-proxy", "name": "Lee Proxy", "kind": "person"}],
        "citation": "« Four and twenty. »",
        "official": True,
        "sources": ["s1"],
    }
    assert json.dumps(result) == json.dumps(expected)


def test_a_category_says_what_became_of_it(written: dict[str, bytes]) -> None:
    _, tart, crust = edition(written, "pie-2011")["categories"]
    assert tart == {
        "id": "pie/tart",
        "url": f"{HERE}/prix/pie/categorie/tart/",
        "name": "Best Tart",
        "outcome": "not-awarded",
        "reason": "below-threshold",
        "note": "Too dry.",
    }
    assert (crust["outcome"], "results" in crust) == ("unknown", False)


def test_what_an_edition_does_not_say_stays_as_in_the_award(written: dict[str, bytes]) -> None:
    assert edition(written, "pie-2011")["categories"][0]["method"] == ["jury"]


def test_results_without_a_category_have_no_category(written: dict[str, bytes]) -> None:
    found = edition(written, "pie-2010")
    assert "categories" not in found
    assert found["without_category"]["note"] == "Names without a category."
    assert [result["count"] for result in found["without_category"]["results"]] == [1, 2]
    assert not any(key.startswith("category") for key in found["without_category"]["results"][0])


def test_a_date_keeps_its_precision(written: dict[str, bytes]) -> None:
    assert edition(written, "pie-2010")["ceremony"] == {"date": "2010-10"}
    assert edition(written, "crumb-2012")["ceremony"] == {"date": "2012"}
    assert name(written, "ann-crust")["born"] == "1970-02"


def test_counts_leave_out_what_is_not_known_and_say_what_may_be_more(written: dict[str, bytes]) -> None:
    assert edition(written, "pie-2010")["counts"] == {"laureates": 2, "titles": 3}
    assert edition(written, "pie-2011")["counts"] == {
        "categories": 3,
        "laureates": 2,
        "titles": 1,
        "jurors": 2,
        "at_least": ["laureates", "titles", "jurors"],
    }


def test_a_juror_has_the_posts_of_the_time(written: dict[str, bytes]) -> None:
    judge, critic = edition(written, "pie-2011")["jury"]
    assert (judge["chair"], judge["note"], judge["posts"][0]["org"]["id"]) == (True, "Came late.", "oven-co")
    assert [(post["role"], post["org"]["name"]) for post in critic["posts"]] == [
        ("editor", "Pie News"),
        ("owner", "Oven & Co"),
    ]


def test_a_claim_has_its_verdict_and_the_reason(written: dict[str, bytes]) -> None:
    agrees = edition(written, "pie-2010")["claims"][0]
    assert (agrees["verdict"], agrees["found"], "reason" in agrees) == ("agrees", 2, False)
    differs, stated = edition(written, "pie-2011")["claims"]
    assert (differs["verdict"], differs["value"], differs["found"]) == ("differs", 43, 3)
    assert stated["reason"] == {
        "code": "stated",
        "sentence": "nothing in the archive allows this number to be recomputed",
    }


def test_an_edition_knows_its_sources_neighbours_and_articles(written: dict[str, bytes]) -> None:
    found = edition(written, "pie-2011")
    assert (found["previous"], "next" in found) == ("pie/2010", False)
    assert found["sources"] == [{"id": "s1", "title": "The report", "url": "https://example.net/report"}]
    assert found["cited"] == [{"field": "ceremony.date", "sources": ["s1"]}]
    assert found["disputes"] == [{"field": "ordinal", "value": "3", "source": "s1"}]
    assert [article["id"] for article in found["articles"]] == ["a-pie-report"]


def test_a_name_holds_everything_about_it(written: dict[str, bytes]) -> None:
    found = name(written, "ann-crust")
    held = [result["id"] for result in found["results"]]
    assert held == ["pie/2010/unknown--ann-crust", "pie/2011/pie--ann-crust", "crumb/2012/crumb--ann-crust"]
    assert found["counts"] == {"editions": 2, "titles": 2, "at_least": ["titles", "editions"]}
    assert [(article["id"], article["as"]) for article in found["articles"]] == [("a-pie-report", ["about", "cited"])]
    assert found["related"] == [
        {
            "relation": "employer",
            "id": "oven-co",
            "name": "Oven & Co",
            "kind": "organisation",
            "where": ["pie/2011"],
        },
        *(
            {"relation": "colleague", "id": id, "name": called, "kind": "person", "where": ["pie/2011"]}
            for id, called in (("jo-judge", "Jo Judge"), ("kim-critic", "Kim Critic"))
        ),
        {"relation": "represented-by", "id": "lee-proxy", "name": "Lee Proxy", "kind": "person", "where": ["pie/2011"]},
        {"relation": "part-of", "id": "oven-co", "name": "Oven & Co", "kind": "organisation"},
    ]


def test_an_employer_and_a_representative_have_the_results_of_others(written: dict[str, bytes]) -> None:
    employer = name(written, "oven-co")
    assert [result["id"] for result in employer["results"]] == ["crumb/2012/crumb--oven-co"]
    assert [result["id"] for result in employer["results_as_employer"]] == ["pie/2011/pie--ann-crust"]
    proxy = name(written, "lee-proxy")
    assert [result["id"] for result in proxy["results_as_representative"]] == ["pie/2011/pie--ann-crust"]
    assert [article["as"] for article in proxy["articles"]] == [["author"]]


def test_a_function_says_where_in_what_post_and_with_what_note(written: dict[str, bytes]) -> None:
    assert name(written, "jo-judge")["functions"] == [
        {
            "function": "juror",
            "award": "pie",
            "edition": "pie/2011",
            "label": "Pie 2011",
            "date": "2011-10-03",
            "chair": True,
            "posts": [{"role": "baker", "org": {"id": "oven-co", "name": "Oven & Co", "kind": "organisation"}}],
            "note": "Came late.",
        }
    ]


def test_a_large_crowd_from_one_organisation_is_no_crew() -> None:
    jury = "".join(f"  - {{name: Juror {number} X, org: Oven & Co}}\n" for number in range(13))
    text = f"-- editions/pie/award.yaml --\nname: Pie\n-- editions/pie/2011.yaml --\njury:\n{jury}"
    related = name(files(api, context(text)), "juror-1-x")["related"]
    assert [each["relation"] for each in related] == ["employer"]


def test_the_name_of_the_time_stands_beside_that_of_today() -> None:
    text = """\
-- content/names/engie.md --
---
name: Engie
kind: organisation
names: [{name: GDF Suez, until: 2015-04}]
---
-- editions/pie/award.yaml --
name: Pie
categories: {pie: Best Pie}
-- editions/pie/2011.yaml --
results: {pie: {laureate: GDF Suez, credited_as: GDF SUEZ}}
-- editions/pie/2016.yaml --
results: {pie: Engie}
"""
    written = files(api, context(text))
    then, now = (edition(written, id)["categories"][0]["results"][0] for id in ("pie-2011", "pie-2016"))
    assert then["laureates"] == [{"id": "engie", "name": "Engie", "name_then": "GDF Suez", "kind": "organisation"}]
    assert (then["credited_as"], now["laureates"][0].get("name_then")) == ("GDF SUEZ", None)


def test_every_name_in_an_edition_is_also_called_what_it_was_then() -> None:
    text = """\
-- content/names/new-oven.md --
---
name: New Oven
kind: organisation
names: [{name: Old Oven, until: 2012}]
---
-- editions/pie/award.yaml --
name: Pie
categories: {pie: {name: Best Pie, partner: New Oven}}
-- editions/pie/2011.yaml --
partners: New Oven
method: {provider: New Oven}
figures: [{id: f1, title: Pies eaten, by: New Oven}]
jury: [{name: Jo Judge, org: New Oven}]
results: {pie: {laureate: {name: Ann Crust, org: New Oven}, represented_by: New Oven}}
"""
    found = edition(files(api, context(text)), "pie-2011")
    (entry,) = found["categories"]
    (result,) = entry["results"]
    oven = {"id": "new-oven", "name": "New Oven", "name_then": "Old Oven", "kind": "organisation"}
    assert found["partners"][0].pop("url") == f"{HERE}/prix/pie/2011/#partner--new-oven"
    assert [
        *(found["partners"][0], found["method"]["provider"][0], found["figures"][0]["by"]),
        *(found["jury"][0]["posts"][0]["org"], entry["partners"][0]),
        *(result["represented_by"][0], result["laureates"][0]["posts"][0]["org"]),
    ] == [oven] * 7


def test_an_award_and_a_category_list_what_belongs_to_them(written: dict[str, bytes]) -> None:
    award = read(written, "/api/v1/awards/pie.json")
    assert [edition["id"] for edition in award["editions"]] == ["pie/2010", "pie/2011"]
    assert [category["id"] for category in award["categories"]] == ["pie/pie", "pie/tart", "pie/crust"]
    crust, pie, _ = (each for each in read(written, "/api/v1/categories.json") if each["award"] == "pie")
    assert crust["lineage"] == [{"event": "split", "from": ["pie/pie"], "edition": "pie/2011"}]
    assert pie["editions"][0]["laureates"][0] == {
        "id": "ann-crust",
        "name": "Ann Crust",
        "result": "pie/2011/pie--ann-crust",
        "distinction": "winner",
        "title": True,
    }


def test_an_article_says_what_it_is_about_and_what_it_cites(written: dict[str, bytes]) -> None:
    (article,) = read(written, "/api/v1/articles.json")
    assert article["about"] == {
        "editions": ["pie/2011"],
        "names": [{"id": "ann-crust", "name": "Ann Crust", "kind": "person"}],
    }
    assert article["cites"]["categories"] == ["pie/pie"]
    assert (article["date"], article["time"]) == ("2011-10-04", "09:18")


def test_lists_are_sorted_and_a_file_has_the_bytes_of_its_line(written: dict[str, bytes]) -> None:
    for kind in ("awards", "editions", "categories", "names", "results", "articles"):
        ids = [record["id"] for record in read(written, f"/api/v1/{kind}.json")]
        assert ids == sorted(set(ids))
    line = written["/api/v1/names/ann-crust.json"].rstrip(b"\n")
    assert written["/api/v1/names.json"].count(line) == 1


def test_the_index_says_what_there_is(written: dict[str, bytes]) -> None:
    index = read(written, "/api/v1/index.json")
    assert index["counts"] == {
        "awards": 2,
        "editions": 3,
        "categories": 4,
        "names": 9,
        "results": 5,
        "titles": 5,
        "laureates": 4,
        "articles": 1,
    }
    assert (index["generator"], index["language"], index["version"]) == ("palmarium", "fr", "1")
    assert index["endpoints"]["names"] == {
        "url": f"{HERE}/api/v1/names.json",
        "one": f"{HERE}/api/v1/names/{{id}}.json",
        "schema": f"{HERE}/api/v1/schema/name.json",
    }
    assert "licence" not in index
    licensed = files(api, context(PIE, data_licence="https://example.org/by"))
    assert read(licensed, "/api/v1/index.json")["licence"] == {"data": "https://example.org/by"}


def test_nothing_is_null_or_empty_where_it_may_be_left_out(written: dict[str, bytes]) -> None:
    def empty(value: Any, path: str = "") -> list[str]:
        if isinstance(value, dict):
            return [found for key, each in value.items() for found in empty(each, f"{path}/{key}")]
        if isinstance(value, list) and value:
            return [found for each in value for found in empty(each, path)]
        return [path] if value in (None, "", [], {}) and value is not False and value != 0 else []

    found = {path for text in written.values() for path in empty(json.loads(text))}
    assert found == set()


def test_the_file_order_of_a_site_changes_nothing(written: dict[str, bytes]) -> None:
    reordered = "".join(f"-- {path} --\n{text}" for path, text in reversed(sections(PIE).items()))
    assert reordered != PIE
    assert files(api, context(reordered)) == written


def test_an_empty_archive_has_empty_lists() -> None:
    written = files(api, context("-- editions/pie/award.yaml --\nname: Pie\n"))
    assert written["/api/v1/editions.json"] == b"[]\n"


def test_an_id_that_is_not_ascii_is_encoded_in_addresses_only() -> None:
    text = "-- editions/pie/award.yaml --\nname: Pie\norganiser: 屠呦呦\n"
    written = files(api, context(text))
    assert name(written, "屠呦呦")["url"] == f"{HERE}/noms/%E5%B1%A0%E5%91%A6%E5%91%A6/"
    assert "屠呦呦".encode() in written["/api/v1/names.json"]


def test_a_file_names_its_source() -> None:
    sources = {blob.url: blob.sources for blob in exported(api, context(PIE))}
    assert sources["/api/v1/editions/pie-2011.json"] == ("editions/pie/2011.yaml",)


def test_palmes_2010_has_fourteen_jurors_and_four_categories(real: dict[str, bytes]) -> None:
    found = edition(real, "palmes-2010")
    assert (len(found["jury"]), len(found["categories"])) == (14, 4)
    assert (found["counts"]["jurors"], found["counts"]["categories"]) == (14, 4)


def test_palmes_2011_is_the_fourth_and_themed_trust(real: dict[str, bytes]) -> None:
    found = edition(real, "palmes-2011")
    assert (found["ordinal"], found["theme"], found["counts"]["titles"]) == (4, "la confiance", 6)
    won = [category["results"][0]["laureates"][0]["name"] for category in found["categories"]]
    assert won == [
        *("Club d’Arc", "Union nationale des PIMMS", "GDF Suez", "Groupama", "Mercedes-Benz", "Alain Angerame")
    ]
    assert [result["rank"] for result in found["categories"][-1]["results"]] == [1, 2, 3]


def test_service_client_2011_counts_twenty_six_laureates_and_twenty_seven_titles(real: dict[str, bytes]) -> None:
    found = edition(real, "escda-2011")
    assert (found["ordinal"], found["ceremony"]["date"], found["coverage"]["categories"]) == (4, "2010-10", "none")
    assert (found["counts"]["laureates"], found["counts"]["titles"]) == (26, 27)


def test_service_client_2018_keeps_its_claims(real: dict[str, bytes]) -> None:
    found = edition(real, "escda-2018")
    assert (found["ordinal"], found["method"]["channel_count"]) == (11, 5)
    assert (found["period"]["start"], found["period"]["end"]) == ("2017-05", "2017-07")
    claims = {claim["count"]: (claim["value"], claim["verdict"]) for claim in found["claims"]}
    assert {count: claims[count][0] for count in ("categories", "first-time", "regained")} == {
        "categories": 43,
        "first-time": 11,
        "regained": 7,
    }
    assert claims["first-time"][1] == "not-computable"


def test_one_person_and_one_company_meet_in_two_awards(real: dict[str, bytes]) -> None:
    functions = {(each["function"], each["edition"]) for each in name(real, "eric-dadian")["functions"]}
    assert {("juror", "palmes/2010"), ("speaker", "palmes/2011")} <= functions
    for one, other in (("maria-flament", "leroy-merlin"), ("leroy-merlin", "maria-flament")):
        related = [each for each in name(real, one)["related"] if each["id"] == other]
        assert {award for each in related for award in each["where"]} == {"palmes/2011", "escda/2011"}
