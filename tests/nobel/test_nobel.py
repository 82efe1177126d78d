"""Real data by others: what the Nobel data set holds, the archive built from its import says."""

from collections import Counter, defaultdict
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from tests.database import faults
from tests.datasets import DATA, MAPPINGS, Built, built, prepare


@pytest.fixture(scope="module")
def nobel(shared: Path) -> Built:
    return built(shared, "nobel/prize.json", "nobel/prizes.toml")


@pytest.fixture(scope="module")
def results(nobel: Built) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = nobel.read("results")
    return found


@pytest.fixture(scope="module")
def laureates(results: list[dict[str, Any]]) -> Counter[str]:
    return Counter(laureate["id"] for result in results for laureate in result["laureates"])


def test_every_row_is_accounted_for(nobel: Built) -> None:
    assert nobel.report[0] == "1049 rows read = 1049 landed + 0 skipped + 0 not landed"
    assert {problem.code.split("-")[0] for problem in nobel.problems} == {"repaired", "near"}


def test_a_second_import_writes_nothing(nobel: Built) -> None:
    again = prepare(nobel.root, DATA / "nobel/prize.json", MAPPINGS / "nobel/prizes.toml")
    assert again.files == {}
    assert "files: 0 created, 0 edited, 1116 unchanged" in again.report
    assert "names: 0 new, 1314 matched, 0 suggestions" in again.report


def test_992_laureates_share_1000_results(results: list[dict[str, Any]], laureates: Counter[str]) -> None:
    assert len(results) == 1000
    assert len(laureates) == 992


def test_621_prizes_are_awarded_and_49_are_not_with_their_reasons(nobel: Built) -> None:
    entries = [entry for edition in nobel.read("editions") for entry in edition["categories"]]
    outcomes = Counter(entry["outcome"] for entry in entries)
    assert outcomes == {"awarded": 621, "not-awarded": 49}
    assert all(entry["note"].startswith("No Nobel Prize") for entry in entries if entry["outcome"] == "not-awarded")


@pytest.mark.parametrize("year", ["1940", "1941", "1942"])
def test_the_years_of_the_war_are_there_and_empty_with_the_reason(nobel: Built, year: str) -> None:
    edition = nobel.read(f"editions/nobel-{year}")
    assert {entry["outcome"] for entry in edition["categories"]} == {"not-awarded"}
    assert len(edition["categories"]) == 5
    page = (nobel.root / f"_site/awards/nobel/{year}/index.html").read_text(encoding="utf-8")
    assert "No Nobel Prize was awarded this year." in page


def test_seven_laureates_have_more_than_one_prize(nobel: Built, laureates: Counter[str]) -> None:
    several = {id: count for id, count in laureates.items() if count > 1}
    names = {id: nobel.read(f"names/{id}")["name"] for id in several}
    assert sorted((names[id], count) for id, count in several.items()) == [
        ("Barry Sharpless", 2),
        ("Frederick Sanger", 2),
        ("International Committee of the Red Cross", 3),
        ("John Bardeen", 2),
        ("Linus Pauling", 2),
        ("Marie Curie", 2),
        ("Office of the United Nations High Commissioner for Refugees", 2),
    ]


def test_the_red_cross_has_its_three_years(results: list[dict[str, Any]]) -> None:
    id = "international-committee-of-the-red-cross"
    years = [result["edition"] for result in results if id in [each["id"] for each in result["laureates"]]]
    assert years == ["nobel/1917", "nobel/1944", "nobel/1963"]


def test_marie_curie_has_a_quarter_and_a_whole(results: list[dict[str, Any]]) -> None:
    shares = {
        result["edition"]: result["share"]
        for result in results
        if "marie-curie" in [laureate["id"] for laureate in result["laureates"]]
    }
    assert shares == {"nobel/1903": "1/4", "nobel/1911": "1"}


def test_every_prize_adds_up_to_one_in_the_patterns_there_are(results: list[dict[str, Any]]) -> None:
    shares: defaultdict[tuple[str, str], list[Fraction]] = defaultdict(list)
    for result in results:
        shares[result["edition"], result["category"]].append(Fraction(result["share"]))
    assert {sum(those) for those in shares.values()} == {1}
    patterns = Counter(tuple(sorted(str(share) for share in those)) for those in shares.values())
    assert patterns == {
        ("1",): 358,
        ("1/2", "1/2"): 147,
        ("1/3", "1/3", "1/3"): 79,
        ("1/2", "1/4", "1/4"): 37,
    }


def test_27_laureates_are_organisations(nobel: Built, laureates: Counter[str]) -> None:
    kinds = Counter(name["kind"] for name in nobel.read("names") if name["id"] in laureates)
    assert kinds == {"person": 965, "organisation": 27}


def test_the_two_tinbergen_are_two(nobel: Built) -> None:
    jan, nikolaas = nobel.read("names/jan-tinbergen"), nobel.read("names/nikolaas-tinbergen")
    assert (jan["identifiers"], nikolaas["identifiers"]) == (
        [{"authority": "nobel", "id": "678"}],
        [{"authority": "nobel", "id": "402"}],
    )
    assert [result["edition"] for result in (*jan["results"], *nikolaas["results"])] == ["nobel/1969", "nobel/1973"]


def test_the_database_is_sound(nobel: Built) -> None:
    assert faults(nobel.root / "_site" / "data" / "archive.sqlite") == []
